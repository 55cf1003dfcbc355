"""The whole library as one zip, which says of each file what it held, and that zip read again."""

import contextlib
import hashlib
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from stories.errors import BackupTooLarge, LibraryMissing, LibraryNotAFolder, NotABackup
from stories.files import schemas, zips
from stories.files.content import ContentError, read_bytes, stamp_of
from stories.files.names import composed, folded
from stories.text import without_unstorable

ENDINGS = (".yaml", ".yml", ".jsonl", ".json", ".md", ".txt", ".csv", ".tsv")
"""Files that are backed up: texts. Recordings and documents are large or can be made again, and are named."""
MOST_BYTES = 25 * 1024 * 1024
"""Bytes that are backed up: 2,000 long stories and all their answers. The list of them needs the rest of a zip."""
UPLOAD = 5 * 1024 * 1024
"""Bytes of a backup that a page takes."""
LARGEST = 40 * 1024 * 1024
"""Bytes that no backup exceeds, however badly it packs."""

_LIST = "storybank-backup.txt"
_FORMAT = 1
_SCHEMAS = f"{schemas.FOLDER}/"
_TITLE = re.compile(r"# storybank backup, format (\d{1,6})")
_LEFT_OUT = "# left out: "
_MOST_LEFT_OUT = 200
"""Names of what was left out that stand in the list."""
_LONGEST_LINE = zips.LONGEST_NAME + 70
_TRIES = 5
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")


@dataclass(frozen=True)
class Backup:
    """What a backup holds: the bytes of each file by its name in the library, and what was not backed up."""

    files: Mapping[str, bytes]
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Listing:
    files: dict[str, Path]
    left_out: list[str]


def backup(library: Path) -> bytes:
    """Return a zip of every text file of the library; of the same library the same bytes.

    Nothing hidden is in it, no link, and no schema, which can be made again; `left_out` names what else is not.
    Raises LibraryMissing, LibraryNotAFolder or BackupTooLarge.
    """
    listing, contents = _unchanging(library)
    names = sorted(contents)
    missing = sorted({*listing.left_out, *(name for name in listing.files if name not in contents)})
    lines = [f"# storybank backup, format {_FORMAT}", *(f"{_LEFT_OUT}{name}" for name in missing[:_MOST_LEFT_OUT])]
    lines += [f"{hashlib.sha256(contents[name]).hexdigest()}  {name}" for name in names]
    listed = "".join(f"{line}\n" for line in lines).encode()
    return zips.pack({_LIST: listed, **{name: contents[name] for name in names}})


def left_out(library: Path) -> tuple[str, ...]:
    """Return the names of files and folders (ending in /) that a backup made now would not hold.

    Raises LibraryMissing, LibraryNotAFolder or BackupTooLarge.
    """
    listing = _listing(library)
    unreadable = [name for name, path in listing.files.items() if not os.access(path, os.R_OK)]
    return tuple(sorted({*listing.left_out, *unreadable}))


def read_backup(raw: bytes, largest: int = UPLOAD) -> Backup:
    """Return what the zip holds. Every name is that of a text file below the library, there once, and unchanged.

    Raises NotABackup for more than `largest` bytes and for every zip that `backup` did not make; nothing is written.
    """
    if len(raw) > largest:
        raise NotABackup(reason="zip-too-large", limit=largest // 2**20)
    entries = {entry.name: entry for entry in zips.entries_of(raw)}
    if _LIST not in entries:
        raise NotABackup(reason="zip-foreign")
    listed = entries.pop(_LIST)
    lines = len(entries) + _MOST_LEFT_OUT + 1
    if listed.size > lines * _LONGEST_LINE:
        raise NotABackup(reason="zip-foreign")
    checksums, missing = _listed(zips.content_of(raw, listed), lines)
    if set(checksums) != set(entries):
        raise NotABackup(reason="zip-foreign")
    foreign = next((name for name in entries if not _is_text(name)), None)
    if foreign is not None:
        raise NotABackup(reason="zip-name", name=foreign[:80])
    return Backup({name: _checked(raw, entries[name], checksums[name]) for name in sorted(entries)}, missing)


def _checked(raw: bytes, entry: zips.Entry, checksum: str) -> bytes:
    content = zips.content_of(raw, entry)
    if hashlib.sha256(content).hexdigest() != checksum:
        raise NotABackup(reason="zip-damaged")
    return content


def _listed(raw: bytes, most: int) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return the checksum of each file and what was left out, as the list in the zip says, which has so many lines."""
    try:
        title, *lines = raw.decode("utf-8").removesuffix("\n").split("\n", most)
    except UnicodeDecodeError:
        raise NotABackup(reason="zip-foreign") from None
    made_as = _TITLE.fullmatch(title)
    if made_as is None:
        raise NotABackup(reason="zip-foreign")
    if int(made_as[1]) > _FORMAT:
        raise NotABackup(reason="zip-newer")
    names = [line.removeprefix(_LEFT_OUT) for line in lines if line.startswith(_LEFT_OUT)]
    pairs = (line.partition("  ") for line in lines if not line.startswith("#"))
    return {name: checksum for checksum, _, name in pairs}, tuple(names)


def _is_text(name: str) -> bool:
    return zips.is_portable(name) and name.lower().endswith(ENDINGS) and name != _LIST


def _unchanging(library: Path) -> tuple[_Listing, dict[str, bytes]]:
    """Return the files as they stood together at one moment; after a few tries, as they were read."""
    for _ in range(_TRIES):
        listing = _listing(library)
        stamps = {name: stamp_of(path) for name, path in listing.files.items()}
        _require_room({name: stamp.size for name, stamp in stamps.items() if stamp})
        contents = dict(_contents(listing))
        again = _listing(library)
        if again == listing and stamps == {name: stamp_of(path) for name, path in again.files.items()}:
            break
    return listing, contents


def _require_room(sizes: Mapping[str, int]) -> None:
    size = sum(sizes.values())
    if size > MOST_BYTES:
        largest = max(sizes, key=lambda name: sizes[name])
        raise BackupTooLarge(reason="backup-bytes", size=size // 2**20, limit=MOST_BYTES // 2**20, file=largest)


def _contents(listing: _Listing) -> Iterator[tuple[str, bytes]]:
    """Yield the bytes of each file; one that cannot be read is told with what is left out."""
    for name, path in listing.files.items():
        with contextlib.suppress(ContentError):
            yield name, read_bytes(path, MOST_BYTES)


def _listing(library: Path) -> _Listing:
    """Return the text files of the library by their names, and what there is besides."""
    if not os.path.isdir(library):  # noqa: PTH112 - unlike Path.is_dir, it never raises
        raise (LibraryNotAFolder if os.path.lexists(library) else LibraryMissing)(folder=str(library))
    listing = _Listing({}, [])
    seen = set[str]()
    for name, path in _below(library, ""):
        if path is not None and _is_text(name) and folded(name) not in seen:
            seen.add(folded(name))
            listing.files[name] = path
        else:
            listing.left_out.append(_CONTROL.sub("\ufffd", without_unstorable(name))[:100])
        if len(seen) + len(listing.left_out) > zips.MOST_FILES:
            raise BackupTooLarge(reason="backup-files", limit=zips.MOST_FILES)
    return listing


def _below(folder: Path, prefix: str) -> Iterator[tuple[str, Path | None]]:
    """Yield what is below the folder and not hidden, by its name in the library; for what is no file, no path."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        yield prefix, None
        return
    for entry in entries:
        name = f"{prefix}{composed(entry.name)}"
        if entry.name.startswith(".") or (prefix == _SCHEMAS and name.endswith(".json")):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from (
                _below(Path(entry.path), f"{name}/") if name.count("/") < zips.MOST_PARTS else [(f"{name}/", None)]
            )
        else:
            yield name, Path(entry.path) if entry.is_file(follow_symlinks=False) else None
