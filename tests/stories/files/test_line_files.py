"""Files of lines: what is whole is read, from the end, and a failed or torn line takes no other with it."""

import errno
import os
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stories.files import line_files
from stories.files.line_files import BLOCK, append, newest_first
from tests.stories.files.disks import Disk, bad_disk

LONGEST = 4 * BLOCK


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "lines.jsonl"


def lines(path: Path) -> list[bytes]:
    return [line for line in newest_first(path, LONGEST) if line]


@settings(max_examples=60)
@given(st.lists(st.integers(1, 3 * BLOCK), max_size=6))
def test_lines_of_any_length_come_back_newest_first(tmp_path: Path, lengths: list[int]) -> None:
    path = tmp_path / "lines"
    written = [bytes([97 + place]) * length for place, length in enumerate(lengths)]
    path.write_bytes(b"".join(line + b"\n" for line in written))
    assert lines(path) == written[::-1]


@pytest.mark.parametrize("length", [BLOCK - 2, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK - 1])
def test_a_line_that_ends_where_a_block_begins_is_whole(length: int, path: Path) -> None:
    path.write_bytes(b"first\n" + b"x" * length + b"\n")
    assert lines(path) == [b"x" * length, b"first"]


def test_only_the_end_of_a_large_file_is_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_bytes(b"x" * 99 + b"\n")
    with path.open("r+b") as file:
        file.truncate(1 << 40)  # a terabyte, of which the disk holds one block
        file.seek(0, os.SEEK_END)
        file.write(b"\nlast\n")
    assert list(islice(newest_first(path, LONGEST), 2)) == [b"", b"last"]


def test_what_is_too_long_to_be_a_line_costs_no_memory_and_hides_nothing(path: Path) -> None:
    path.write_bytes(b"first\n" + b"x" * (40 * BLOCK) + b"\nlast\n")
    found = lines(path)
    assert (found[0], found[-1]) == (b"last", b"first")
    assert all(len(line) <= LONGEST + BLOCK for line in found)


def test_an_empty_file_has_no_lines_and_a_missing_one_is_told(path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        lines(path)
    path.write_bytes(b"")
    assert lines(path) == []


def test_a_torn_line_is_closed_before_the_next(path: Path) -> None:
    append(path, b"first\n")
    with path.open("ab") as file:
        file.write(b"torn")
    append(path, b"second\n")
    append(path, b"third\n")
    assert path.read_bytes() == b"first\ntorn\nsecond\nthird\n"


def test_a_line_is_synced_and_the_folder_of_a_new_file_too(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    recorder = Disk()
    monkeypatch.setattr(line_files, "os", recorder)
    monkeypatch.setattr(line_files.disk, "os", recorder)
    append(path, b"first\n")
    append(path, b"second\n")
    names = [name for name, _ in recorder.calls if name in ("write", "fsync", "open")]
    assert names == ["open", "write", "fsync", "open", "fsync", "open", "write", "fsync"]
    assert [given[0] for name, given in recorder.calls if name == "open"] == [path, path.parent, path]


def test_a_disk_that_takes_one_byte_at_a_time_gets_the_whole_line(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Mean(Disk):
        def write(self, descriptor: int, content: memoryview) -> int:
            return os.write(descriptor, content[:1])

    monkeypatch.setattr(line_files, "os", Mean())
    append(path, b"first\n")
    assert path.read_bytes() == b"first\n"


@pytest.mark.parametrize("there", [False, True])
def test_a_line_that_cannot_be_written_leaves_the_file_as_it_was(there: bool, path: Path) -> None:
    before = b"first\n" if there else None
    told = 0
    for at in range(40):
        path.unlink(missing_ok=True)
        if before is not None:
            path.write_bytes(before)
        with bad_disk(at, errno.ENOSPC) as calls:
            try:
                append(path, b"second\n")
            except OSError:
                told += 1
        now = path.read_bytes() if path.exists() else None
        failed = calls[at : at + 1]
        assert now in (before, (before or b"") + b"second\n"), failed
        assert failed == [] or now is not None or before is None
    assert told >= 3


def test_half_a_line_that_was_written_is_taken_back(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(Disk):
        def write(self, descriptor: int, content: memoryview) -> int:
            if len(content) < 7:
                raise OSError(errno.ENOSPC, "full")
            return os.write(descriptor, content[:3])

    append(path, b"first\n")
    monkeypatch.setattr(line_files, "os", Full())
    with pytest.raises(OSError):
        append(path, b"second\n")
    assert path.read_bytes() == b"first\n"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes and links")
def test_a_pipe_or_a_link_in_its_place_is_refused_without_waiting(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_bytes(b"")
    path.symlink_to(other)
    with pytest.raises(OSError):
        append(path, b"line\n")
    path.unlink()
    os.mkfifo(path)
    with pytest.raises(OSError):
        append(path, b"line\n")
    assert other.read_bytes() == b""
