"""docs/faults.md keeps its promise: 108 faults in order, each with a test, a row or a reason that is really there."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

import cli
from benchmarks.durability.rows import ROWS
from tests.stories.files.faults import FAULTS

ROOT = Path(cli.__file__).parent
LINE = re.compile(r"^\| (\d+) \| ([^|]+) \| ([^|]+) \|$")
TEST = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
BROWSER_ROWS = {"drafts", "text", "web"}
"""Those of benchmarks.durability_browser, which can only be imported where there is a browser."""
REASON = re.compile(r"not there|no AI|no MCP|cannot happen|not prevented", re.IGNORECASE)


def _faults() -> dict[int, tuple[str, str]]:
    """Return what goes wrong and what watches it, by number, as the table has them."""
    lines = (ROOT / "docs" / "faults.md").read_text(encoding="utf-8").splitlines()
    found = [match.groups() for line in lines if (match := LINE.match(line))]
    assert len(found) == len([line for line in lines if line.startswith("|")]) - 2, (
        "a line of the table has other cells"
    )
    assert [int(number) for number, _, _ in found] == list(range(1, 109))
    return {int(number): (fault, watched) for number, fault, watched in found}


@cache
def _functions(file: str) -> set[str]:
    path = ROOT / file
    assert path.is_file(), file
    return {node.name for node in ast.parse(path.read_text(encoding="utf-8")).body if isinstance(node, ast.FunctionDef)}


def test_there_are_108_faults_each_in_words_of_its_own() -> None:
    faults = [fault for fault, _ in _faults().values()]
    assert len(faults) == len(set(faults)) == 108


@pytest.mark.parametrize("number", range(1, 109))
def test_every_fault_is_watched_by_something_or_says_why_not(number: int) -> None:
    _, watched = _faults()[number]
    assert TEST.search(watched) or re.search(r"\brow `", watched) or REASON.search(watched), watched


def test_every_test_that_is_named_is_there() -> None:
    named = [name for _, watched in _faults().values() for name in TEST.findall(watched)]
    assert len(set(named)) > 60
    assert [f"{file}::{test}" for file, test in named if test not in _functions(file)] == []
    mentioned = sum(watched.count("tests/") for _, watched in _faults().values())
    assert mentioned == len(named), "a test is named in another form"


def test_every_row_and_file_that_is_named_is_there() -> None:
    table = " ".join(watched for _, watched in _faults().values())
    rows = set(re.findall(r"\brow `([\w-]+)`", table))
    assert rows - {row.name for row in ROWS} - BROWSER_ROWS == set()
    assert len(rows) > 10
    files = set(re.findall(r"`((?:ok|bad|warn)_\w+)`", table))
    assert files - {fault.name for fault in FAULTS} == set()
    assert len(files) > 30
    what = (ROOT / "benchmarks" / "durability_browser" / "__main__.py").read_text(encoding="utf-8")
    assert all(f'"{row}": ' in what for row in BROWSER_ROWS)
