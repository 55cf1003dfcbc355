"""Earlier texts of every record, kept outside of the library: each save can be undone, and the undoing too.

One file of lines for each record, in the user's state folder. Every function that writes is called under
`saving.locked`.
"""

import base64
import contextlib
import datetime
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from stories.errors import CannotWrite
from stories.files import disk
from stories.files.line_files import append, newest_first
from stories.files.names import composed, require_safe
from stories.files.places import state_folder

RECENT = 600
"""Newest texts of one record that are all kept; of older ones one in PAUSE seconds."""
PAUSE = 600
MOST = 1_200
"""Texts of one record from which its history is thinned."""
LARGEST = 16 * 1024 * 1024
"""Bytes of the history of one record from which it is thinned; then the oldest texts go."""
TALLEST = disk.MAX_BYTES
"""Bytes above which a file is no record and is not kept."""

_LONGEST_LINE = TALLEST * 3 // 2
_THINNED = 3 / 4
"""Part of MOST and LARGEST that thinning leaves, so that it is not done at every save."""
_ENDING = ".jsonl"


@dataclass(frozen=True)
class Kept:
    """A text that a file once had: when it was kept (ISO 8601 with the zone) and its version.

    Without a version it is no text but says that the file was deleted then. `number` counts the lines of the history.
    """

    at: str
    version: str
    packed: bytes = field(default=b"", repr=False)
    number: int = 0

    @property
    def content(self) -> bytes:
        """The bytes of the file."""
        return zlib.decompress(self.packed) if self.version else b""

    @property
    def time(self) -> datetime.datetime:
        """When it was kept."""
        return datetime.datetime.fromisoformat(self.at)


def keep(library: Path, kind: str, record_id: str, content: bytes, now: datetime.datetime | None = None) -> None:
    """Keep what the file of a record holds, unless that was kept last. Raises UnsafeName or CannotWrite."""
    _add(_path(library, kind, record_id), disk.version_of(content), zlib.compress(content), now)


def keep_deleted(library: Path, kind: str, record_id: str, now: datetime.datetime | None = None) -> None:
    """Note that the file was deleted by the user's wish. Raises UnsafeName or CannotWrite."""
    _add(_path(library, kind, record_id), "", b"", now)


def history(library: Path, kind: str, record_id: str, most: int = MOST) -> tuple[Kept, ...]:
    """Return the texts that are kept of a record, newest first, at most so many; the fewer, the quicker.

    Each can be restored: a line that is torn or damaged is passed over. Raises UnsafeName.
    """
    texts = (kept for kept in _lines(_path(library, kind, record_id)) if kept.version)
    return tuple(islice(texts, most))


def deleted_at(library: Path, kind: str, record_id: str) -> str:
    """Return when the record was deleted by the user's wish (ISO 8601), or nothing. Raises UnsafeName."""
    last = next(_lines(_path(library, kind, record_id)), None)
    return last.at if last and not last.version else ""


def kept_ids(library: Path, kind: str) -> tuple[str, ...]:
    """Return the ids of which something is kept, those too whose file is gone."""
    prefix = f"{kind}."
    try:
        names = [composed(path.name) for path in _folder(library).iterdir()]
    except OSError:
        return ()
    ours = (name for name in names if name.startswith(prefix) and name.endswith(_ENDING))
    return tuple(sorted(name.removeprefix(prefix).removesuffix(_ENDING) for name in ours))


def move(library: Path, kind: str, old_id: str, new_id: str) -> None:
    """Carry the history of a record over to its new name; what the new name had already stays before it.

    Raises UnsafeName or CannotWrite; then it is still under the old name.
    """
    old, new = _path(library, kind, old_id), _path(library, kind, new_id)
    try:
        if not old.exists():
            return
        if not new.exists() or new.samefile(old):
            old.rename(new)
        else:
            append(new, old.read_bytes())
            old.unlink()
            _thin(new)
        disk.sync_folder(new.parent)
    except OSError as error:
        raise disk.cannot_write(new, error) from error


def forget(library: Path, kind: str, record_id: str) -> None:
    """Remove all that is kept of a record, for ever. Raises UnsafeName or CannotWrite."""
    path = _path(library, kind, record_id)
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise disk.cannot_write(path, error) from error


def _folder(library: Path) -> Path:
    return state_folder(library) / "history"


def _path(library: Path, kind: str, record_id: str) -> Path:
    return _folder(library) / f"{kind}.{require_safe(record_id)}{_ENDING}"


def _add(path: Path, version: str, packed: bytes, now: datetime.datetime | None) -> None:
    """Add a line, unless the last one says the same; thin the history where it has grown. Raises CannotWrite."""
    try:
        disk.make_folder(path.parent)
        last = next(_whole_lines(path), None) if path.exists() else None
        if last is not None and last.version == version:
            return
        at = (now or datetime.datetime.now()).astimezone().isoformat(timespec="milliseconds")
        number = last.number + 1 if last else 1
        append(path, _line(Kept(at, version, packed, number)))
    except OSError as error:
        raise disk.cannot_write(path, error) from error
    with contextlib.suppress(OSError, CannotWrite):  # the text is kept; it can be thinned the next time
        if number >= MOST or path.stat().st_size > LARGEST:
            _thin(path)


def _line(kept: Kept) -> bytes:
    packed = base64.b64encode(kept.packed).decode("ascii")
    fields = {"at": kept.at, "number": kept.number, "version": kept.version, "zlib": packed}
    return json.dumps(fields).encode("ascii") + b"\n"


def _lines(path: Path) -> Iterator[Kept]:
    """Yield what is kept, newest first; a history that cannot be read is none."""
    with contextlib.suppress(OSError):
        yield from _whole_lines(path)


def _whole_lines(path: Path) -> Iterator[Kept]:
    """Yield what is kept, newest first, without lines that are torn, damaged or not ours. Raises OSError."""
    return (kept for line in newest_first(path, _LONGEST_LINE) if (kept := _read(line)) is not None)


def _read(line: bytes) -> Kept | None:
    try:
        found = json.loads(line)
        kept = Kept(str(found["at"]), str(found["version"]), base64.b64decode(found["zlib"]), int(found["number"]))
        content = zlib.decompressobj().decompress(kept.packed, TALLEST + 1) if kept.version else b""
        if kept.time.tzinfo is None or kept.version not in ("", disk.version_of(content)):
            return None
    except (ValueError, KeyError, TypeError, zlib.error, RecursionError):
        return None
    return kept


def _thin(path: Path) -> None:
    """Keep the newest texts and, of older ones, one in a while; the oldest go where that is still too much.

    Raises OSError or CannotWrite; then the history is as it was.
    """
    chosen, room = list[Kept](), LARGEST * _THINNED
    last: datetime.datetime | None = None
    for place, kept in enumerate(_whole_lines(path)):
        if place < RECENT or last is None or abs((last - kept.time).total_seconds()) >= PAUSE:
            last = kept.time
            room -= len(_line(kept))
            if chosen and (room < 0 or len(chosen) >= MOST * _THINNED):
                break
            chosen.append(kept)
    numbered = enumerate(reversed(chosen), start=1)
    disk.replace(path, b"".join(_line(Kept(kept.at, kept.version, kept.packed, number)) for number, kept in numbered))
