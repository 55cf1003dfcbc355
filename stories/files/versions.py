"""Earlier texts of an answer, kept in the user's library as plain lines that are only ever appended."""

import contextlib
import datetime
import errno
import json
import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from stories.errors import LibraryMissing, NameTaken
from stories.files import disk
from stories.files.content import ContentError, inside
from stories.files.names import require_safe
from stories.files.saving import locked
from stories.text import clean, one_line

MOST = 200
"""Versions of one question that are returned."""
READ_BYTES = 4 * 1024 * 1024
"""Bytes from the end of the file that are read; some two thousand answers of 700 Hangul syllables."""
_SAFELY = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""No waiting for a pipe, no other line ends."""


@dataclass(frozen=True)
class Version:
    """A text that an answer once had: when it was kept (ISO 8601), for which question, and its name or nothing."""

    at: str
    question: str
    name: str
    text: str


def keep_version(
    library: Path,
    application_id: str,
    question: str,
    text: str,
    name: str = "",
    now: datetime.datetime | None = None,
) -> None:
    """Append the text to the versions of the question, unless it is empty or the newest one, with no new name.

    Raises LibraryMissing, UnsafeName, SampleIsReadOnly or CannotWrite; then no version was added.
    """
    path = _path(library, application_id)
    at = now or datetime.datetime.now()
    zoned = at if at.tzinfo else at.astimezone()
    version = Version(zoned.isoformat(timespec="seconds"), one_line(question), one_line(name), clean(text))
    if not os.path.isdir(library):  # noqa: PTH112 - unlike Path.is_dir, it never raises
        raise LibraryMissing(folder=str(library))
    with locked(library):
        newest = next(_of(path, library, version.question), None)
        known = newest is not None and newest.text == version.text and version.name in ("", newest.name)
        if version.text and not known:
            _append(path, library, _line(version))


def versions_of(library: Path, application_id: str, question: str) -> tuple[Version, ...]:
    """Return the versions of the question, newest first, at most MOST. Raises UnsafeName.

    A line that is torn or not ours is passed over, and so is a file that cannot be read or leads out of the library.
    """
    return tuple(islice(_of(_path(library, application_id), library, one_line(question)), MOST))


def versions_of_others(library: Path, application_id: str, questions: Collection[str]) -> tuple[Version, ...]:
    """Return the versions of questions that are none of these, newest first, at most MOST: their words were changed.

    Raises UnsafeName.
    """
    known = {one_line(question) for question in questions}
    found = _all(_path(library, application_id), library)
    return tuple(islice((version for version in found if version.question not in known), MOST))


def _path(library: Path, application_id: str) -> Path:
    return library / "versions" / f"{require_safe(application_id)}.jsonl"


def _line(version: Version) -> bytes:
    """Return the version as one line; half a surrogate pair, which UTF-8 cannot hold, becomes JSON's escape of it."""
    fields = {"at": version.at, "question": version.question, "name": version.name, "text": version.text}
    return json.dumps(fields, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"


def _of(path: Path, library: Path, question: str) -> Iterator[Version]:
    """Yield the versions of the question, the one appended last first."""
    return (version for version in _all(path, library) if version.question == question)


def _all(path: Path, library: Path) -> Iterator[Version]:
    """Yield all versions of the application, the one appended last first."""
    try:
        raw = _end_of(inside(library, path))
    except (OSError, ContentError):
        return
    for line in reversed(raw.split(b"\n")):
        version = _read(line)
        if version is not None:
            yield version


def _end_of(path: Path) -> bytes:
    """Return the whole lines of the last READ_BYTES of the file. Raises OSError."""
    descriptor = os.open(path, os.O_RDONLY | _SAFELY)
    with os.fdopen(descriptor, "rb") as file:
        size = os.fstat(descriptor).st_size
        if size <= READ_BYTES:
            return file.read(READ_BYTES)
        file.seek(size - READ_BYTES - 1)
        return file.read(READ_BYTES + 1).partition(b"\n")[2]


def _read(line: bytes) -> Version | None:
    try:
        found = json.loads(line.decode("utf-8"))
        at, question, name, text = (found[key] for key in ("at", "question", "name", "text"))
        datetime.datetime.fromisoformat(at)
        return Version(at, one_line(question), one_line(name), clean(text))
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _append(path: Path, library: Path, line: bytes) -> None:
    """Add the line to the file, or make the file with it. Raises CannotWrite; then the file is as it was.

    A line that a crash left torn is closed first, so that it does not take this one with it.
    """
    try:
        inside(library, path.parent)
        if path.is_symlink():
            raise PermissionError(errno.EPERM, "link")
        if not path.exists():
            with contextlib.suppress(NameTaken):  # a sync program was quicker
                disk.create(path, line)
                return
        descriptor = os.open(path, os.O_RDWR | os.O_APPEND | _SAFELY)
        try:
            _add(descriptor, line)
        finally:
            with contextlib.suppress(OSError):  # what was synced is kept, whatever closing says
                os.close(descriptor)
    except ContentError:
        raise disk.cannot_write(path, PermissionError(errno.EPERM, "link")) from None
    except OSError as error:
        raise disk.cannot_write(path, error) from error


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
