"""Each guard is taken out of a copy of the project, and the tests that are named beside it must notice."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from benchmarks.durability.guard_list import GUARDS, Guard
from benchmarks.durability.outcome import Outcome, Task

ROOT = Path(__file__).parent.parent.parent
COPIED = ("stories", "languages", "screens", "exporters", "benchmarks", "tests", "samples", ".streamlit")
FILES = ("app.py", "cli.py", "pyproject.toml")
_TESTS_FAILED = 1
"""What pytest returns then; it is another number where a module cannot even be read."""


def guards(task: Task) -> Outcome:
    """Take out each guard, or so many of them from the first on."""
    outcome, copy = Outcome(), task.folder / "project"
    chosen = GUARDS[: task.tries * task.of or len(GUARDS)][task.number :: task.of]
    _copy_to(copy)
    for guard in chosen:
        outcome.add(_unnoticed(copy, guard))
        outcome.see(guard.name)
        task.tell()
    return outcome


def _copy_to(copy: Path) -> None:
    without = shutil.ignore_patterns("__pycache__", "*.pyc", ".hypothesis")
    for name in COPIED:
        shutil.copytree(ROOT / name, copy / name, ignore=without)
    for name in FILES:
        shutil.copy(ROOT / name, copy / name)


def _unnoticed(copy: Path, guard: Guard) -> str:
    """Return why the guard is not guarded, or nothing."""
    path = copy / guard.file
    whole = path.read_text(encoding="utf-8")
    if guard.text not in whole:
        return f"{guard.name}: {guard.text!r} is not in {guard.file} any more"
    try:
        path.write_text(whole.replace(guard.text, guard.without), encoding="utf-8")
        done = _run(copy, guard)
    finally:
        path.write_text(whole, encoding="utf-8")
    if done.returncode == _TESTS_FAILED and not re.search(r"^E +(NameError|ImportError)", done.stdout, re.MULTILINE):
        return ""
    return f"{guard.name}: no test of {', '.join(guard.tests)} fails without it\n{done.stdout[-1_500:]}"


def _run(copy: Path, guard: Guard) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *guard.tests],
        cwd=copy,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(copy), "CI": "true"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
