"""Nothing is lost: every row of the table, small here and at its size for CI there; and each row notices a fault."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from benchmarks.durability import guards
from benchmarks.durability.__main__ import main
from benchmarks.durability.guard_list import Guard
from benchmarks.durability.outcome import Outcome, Row
from benchmarks.durability.rows import ROWS
from benchmarks.durability.spreading import run_row
from benchmarks.durability.windows import Window
from stories.errors import ChangedOnDisk
from stories.files import backup, disk, fields, history, mapping_lines, names, reading, saving, zips
from stories.files.content import Content, decode

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
IN_CI = bool(os.environ.get("CI"))


@pytest.mark.parametrize("row", ROWS, ids=[row.name for row in ROWS])
def test_no_more_goes_wrong_than_is_allowed(row: Row) -> None:
    tries = row.ci if IN_CI else row.small
    outcome = run_row(row, tries, processes=os.cpu_count() or 1)
    assert outcome.wrong <= row.allowed, outcome.examples
    assert outcome.tried >= 1
    assert row.name == "disks" or outcome.tried >= tries


def write_in_place(path: Path, content: bytes, expected: bytes | None = None) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_TRUNC)
    for piece in (content[:10], content[10:]):
        os.write(descriptor, piece)
    os.close(descriptor)


def whatever_the_version(path: Path, record_id: str, version: str) -> Content:
    return decode(path.read_bytes())


def write_other_signs(patch: pytest.MonkeyPatch) -> None:
    dump = mapping_lines.dump
    patch.setattr(mapping_lines, "dump", lambda given: dump(given).replace("%", "％"))
    patch.setattr(fields, "_check", lambda *given: None)


def read_other_letters(patch: pytest.MonkeyPatch) -> None:
    parse = reading.parse
    patch.setattr(reading, "parse", lambda text: parse(text.replace("했", "헀")))


def forget_some(patch: pytest.MonkeyPatch) -> None:
    keep = history.keep
    patch.setattr(history, "keep", lambda *given: keep(*given) if b"7" not in given[3] else None)


def overwrite_unseen(patch: pytest.MonkeyPatch) -> None:
    replace = disk.replace
    patch.setattr(disk, "replace", lambda path, content, expected=None: replace(path, content))
    patch.setattr(saving, "read_for_saving", whatever_the_version)


def change(owner: Any, name: str, value: object) -> Callable[[pytest.MonkeyPatch], None]:
    return lambda patch: patch.setattr(owner, name, value)


UNNOTICED = Guard("none", "stories/text.py", "Text from outside", "Text", ("tests/stories/test_text.py",))
FAULTS: dict[str, Callable[[pytest.MonkeyPatch], None]] = {
    "kills": change(disk, "replace", write_in_place),
    "power": change(disk, "sync_folder", lambda folder: None),
    "disks": change(disk, "forget", lambda temporary: None),
    "fuzz": overwrite_unseen,
    "racers": change(saving, "read_for_saving", whatever_the_version),
    "mutated": read_other_letters,
    "one-field": change(mapping_lines, "_key_comment", lambda *given: ""),
    "round-trip": write_other_signs,
    "restoring": forget_some,
    "names": change(names, "_RESERVED", frozenset()),
    "uploads": change(backup, "_checked", lambda raw, entry, checksum: zips.content_of(raw, entry)),
    "guards": change(guards, "GUARDS", (UNNOTICED,)),
}


@pytest.mark.parametrize("row", ROWS, ids=[row.name for row in ROWS])
def test_a_row_notices_a_fault(row: Row, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        FAULTS[row.name](patch)
        outcome = run_row(row, row.small, processes=2)
    assert outcome.wrong > row.allowed
    assert outcome.examples and "Traceback" not in outcome.examples[0]


def test_a_row_that_breaks_off_is_one_with_a_fault(capsys: pytest.CaptureFixture[str]) -> None:
    def die(task: object) -> Outcome:
        os._exit(3)

    assert run_row(Row("dead", "", die, 1, 1, 1), 4, processes=2).wrong == 2
    assert run_row(Row("raising", "", lambda task: 1 / 0, 1, 1, 1), 1).wrong == 1  # type: ignore[arg-type, return-value]


def test_the_table_is_printed_and_its_exit_code_tells_whether_all_is_well(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["durability", "--only", "names", "--tries", "60", "--processes", "1"])
    assert main() == 0
    printed = capsys.readouterr().out
    assert [line.split()[0] for line in printed.splitlines()[:2]] == ["row", "names"]
    with monkeypatch.context() as patch:
        FAULTS["names"](patch)
        patch.setattr("sys.argv", ["durability", "--only", "names", "--tries", "400", "--processes", "1"])
        assert main() == 1
    assert "is a device of Windows" in capsys.readouterr().out


def test_an_edit_during_a_save_is_not_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "stories" / "x.yaml"
    path.parent.mkdir()
    path.write_text("title: 처음\n", encoding="utf-8")
    window = Window(tmp_path)
    window.open("x")
    window.type("title", "내 것")
    keep = history.keep

    def while_saving(*given: Any) -> None:
        path.write_text("title: 편집기에서\n", encoding="utf-8")
        keep(*given)

    with monkeypatch.context() as patch:
        patch.setattr(history, "keep", while_saving)
        assert isinstance(window.save(), ChangedOnDisk)
    assert path.read_text(encoding="utf-8") == "title: 편집기에서\n"
    assert [entry.name for entry in path.parent.iterdir()] == ["x.yaml"]
    window.look()
    assert window.editing is not None and window.editing.conflicts == {"title": "편집기에서"}
