"""Files of lines that are only ever appended: a crash tears no line but the last, and they are read from the end."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from stories.files import disk

BLOCK = 64 * 1024
"""Bytes that are read at a time, from the end of the file on."""
_SAFELY = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
"""No waiting for a pipe, no other line ends, no following of a link."""


def append(path: Path, line: bytes) -> None:
    """Add the line, which ends in LF, to the file or make the file with it; it is synced before this returns.

    A line that a crash left torn is closed first, so that it does not take this one with it. Raises OSError; then the
    file is as it was, as far as the disk allows.
    """
    is_new = not path.exists()
    descriptor = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | _SAFELY, 0o600)
    try:
        _add(descriptor, line)
    except OSError:
        if is_new:
            disk.forget(path)
        raise
    finally:
        with contextlib.suppress(OSError):  # what was synced is kept, whatever closing says
            os.close(descriptor)
    if is_new:
        disk.sync_folder(path.parent)


def newest_first(path: Path, longest: int) -> Iterator[bytes]:
    """Yield the lines of the file without their ends, the last one first, reading no more than is asked for.

    More than `longest` bytes without a line end are no line of ours, and their end is passed over. Raises OSError.
    """
    with os.fdopen(os.open(path, os.O_RDONLY | _SAFELY), "rb") as file:
        place, rest = os.fstat(file.fileno()).st_size, b""
        while place:
            start = max(place - BLOCK, 0)
            file.seek(start)
            rest, *lines = (file.read(place - start) + (rest if len(rest) <= longest else b"")).split(b"\n")
            yield from reversed(lines)
            place = start
        yield rest


def _add(descriptor: int, line: bytes) -> None:
    size = os.fstat(descriptor).st_size
    if size:
        os.lseek(descriptor, size - 1, os.SEEK_SET)
        line = line if os.read(descriptor, 1) == b"\n" else b"\n" + line
    try:
        left = memoryview(line)
        while left:
            left = left[os.write(descriptor, left) :]
        os.fsync(descriptor)
    except OSError:
        with contextlib.suppress(OSError):
            os.ftruncate(descriptor, size)
        raise
