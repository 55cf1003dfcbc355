"""The rules of the house, checked as tests: imports, types, style, and how modules look."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import cli
from screens.serving import OPTIONS

ROOT = Path(cli.__file__).parent
PACKAGES = ("stories", "exporters", "screens", "languages")
MODULES = [
    ROOT / "app.py",
    ROOT / "cli.py",
    *sorted(path for name in (*PACKAGES, "benchmarks") for path in (ROOT / name).rglob("*.py")),
]
DRAWERS = {"util", "utils", "helper", "helpers", "common", "base", "core", "manager", "managers", "service", "services",
           "misc", "tools"}  # fmt: skip
LINES = 250

MYPY = ["-m", "mypy", "--strict", "app.py", "cli.py", *PACKAGES]
CHECKS = {
    "imports run one way": ["-c", "from importlinter.cli import lint_imports_command as run; run()"],
    "ruff finds nothing": ["-m", "ruff", "check", "."],
    "ruff would format nothing": ["-m", "ruff", "format", "--check", "."],
    "mypy finds nothing": [*MYPY, *(["benchmarks"] if any((ROOT / "benchmarks").glob("*.py")) else [])],
}


@pytest.mark.parametrize("check", CHECKS)
def test_the_checkers_find_nothing(check: str) -> None:
    done = subprocess.run(
        [sys.executable, *CHECKS[check]], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, f"{check}\n{done.stdout}\n{done.stderr}"


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            yield from (one.name.partition(".")[0] for one in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").partition(".")[0]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_says_its_job_in_one_line_and_is_short_enough_to_read(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    first, _, more = (ast.get_docstring(_tree(path), clean=False) or "").partition("\n")
    assert first.strip(), "one line at the top says the module's job"
    assert not more or more.startswith("\n"), "that line stands alone"
    assert len(text.splitlines()) <= LINES
    assert "\r" not in text and text.endswith("\n")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_stay_where_they_belong(path: Path) -> None:
    """import-linter reads packages; app.py and cli.py are modules, so this looks at every file itself."""
    imported, home = set(_imported(path)), path.relative_to(ROOT).parts[0]
    forbidden = {
        "app.py": {"cli", "docx"},
        "cli.py": {"app", "streamlit", "docx"},
        "stories": {"app", "cli", "screens", "exporters", "languages", "streamlit", "docx"},
        "exporters": {"app", "cli", "screens", "streamlit"},
        "screens": {"app", "cli", "docx"},
        "languages": {"app", "cli", "screens", "exporters", "stories", "streamlit", "docx"},
        "benchmarks": {"app", "streamlit"},
    }
    assert imported & forbidden[home] == set()


def test_nothing_is_put_into_a_drawer() -> None:
    places = [path for name in PACKAGES for path in (ROOT / name).rglob("*") if "__pycache__" not in path.parts]
    names = {word for path in (*places, *MODULES) for word in re.split(r"[_\-.]", path.stem.casefold())}
    assert names & DRAWERS == set()


def _flat(table: dict[str, Any], prefix: str = "") -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in table.items():
        found |= _flat(value, f"{prefix}{key}.") if isinstance(value, dict) else {f"{prefix}{key}": value}
    return found


def test_the_app_runs_alike_by_command_and_by_streamlit_run() -> None:
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert _flat(config) == OPTIONS


def test_the_app_stays_on_this_machine_and_tells_nobody() -> None:
    assert OPTIONS["server.address"] == "127.0.0.1"
    assert OPTIONS["server.allowedHosts"] == ["127.0.0.1", "localhost"]
    assert OPTIONS["browser.gatherUsageStats"] is False
    assert OPTIONS["client.showErrorDetails"] == "none"
    assert isinstance(OPTIONS["server.maxUploadSize"], int) and OPTIONS["server.maxUploadSize"] <= 5


def test_every_option_is_one_that_streamlit_knows() -> None:
    from streamlit import config

    assert {name for name in OPTIONS if name not in config.get_config_options()} == set()
