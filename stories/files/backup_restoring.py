"""Put a backup into a folder: what is missing there is added, and nothing that is there is ever changed."""

import contextlib
import errno
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from stories.errors import FolderNotEmpty, LibraryNotAFolder, NameTaken, StoryBankError
from stories.files import disk, schemas, zips
from stories.files.backup import Backup
from stories.files.content import ContentError, inside, read_bytes
from stories.files.library import ENDINGS, FOLDERS, SINGLE_FILES
from stories.files.names import composed, folded
from stories.files.saving import locked


@dataclass(frozen=True)
class Comparison:
    """The files of a backup by name: missing in the folder, there as they were, and there with other bytes."""

    missing: tuple[str, ...]
    same: tuple[str, ...]
    differing: tuple[str, ...]


def compare(backup: Backup, folder: Path) -> Comparison:
    """Return what restoring would add to the folder and what it would leave; nothing is written."""
    there = _there(folder)
    missing, same, differing = list[str](), list[str](), list[str]()
    for name, content in backup.files.items():
        path = there.get(same_file(name))
        if path is None:
            missing.append(name)
        else:
            (same if _holds(path, content) else differing).append(name)
    return Comparison(tuple(missing), tuple(same), tuple(differing))


def restore_backup(backup: Backup, folder: Path) -> Comparison:
    """Write the files that are missing in the folder: a new or empty one, or a library. Return what was found there.

    `missing` are those that were added; `differing` stay as they are. Raises LibraryNotAFolder, FolderNotEmpty for a
    folder of other things, SampleIsReadOnly or CannotWrite; then what was added is taken back.
    """
    if os.path.lexists(folder) and not os.path.isdir(folder):  # noqa: PTH112 - unlike Path.is_dir, it never raises
        raise LibraryNotAFolder(folder=str(folder))
    with locked(folder):
        try:
            if folder.exists() and not _is_library(entry.name for entry in folder.iterdir()):
                raise FolderNotEmpty(folder=str(folder))
        except OSError as error:
            raise disk.cannot_write(folder, error) from error
        found = compare(backup, folder)
        new = {name: backup.files[name] for name in found.missing}
        late = _write(folder, new | _missing_schemas(folder))
    missing = tuple(name for name in found.missing if name not in late)
    differing = tuple(name for name in backup.files if name in found.differing or name in late)
    return Comparison(missing, found.same, differing)


def _is_library(names: Iterable[str]) -> bool:
    """Tell whether these are the names in a library, or none but hidden ones."""
    shown = [composed(name) for name in names if not name.startswith(".")]
    ours = {*FOLDERS, *(f"{name}{ending}" for name in SINGLE_FILES for ending in ENDINGS)}
    return not shown or not ours.isdisjoint(shown)


def _missing_schemas(folder: Path) -> dict[str, bytes]:
    """Return the schemas that a backup does not hold and that are not in the folder."""
    texts = {f"{schemas.FOLDER}/{name}": text.encode() for name, text in schemas.schema_texts().items()}
    return {name: text for name, text in texts.items() if not os.path.lexists(folder / name)}


def _there(folder: Path) -> dict[str, Path]:
    """Return every file and link below the folder by the form in which two names are one file."""
    found = {}
    for place, folders, files in os.walk(folder):
        links = (name for name in folders if os.path.islink(os.path.join(place, name)))  # noqa: PTH114, PTH118
        for path in (Path(place, name) for name in (*files, *links)):
            found[same_file(path.relative_to(folder).as_posix())] = path
    return found


def same_file(name: str) -> str:
    """Return the form in which two names in a library are one file, and one record."""
    key = folded(composed(name))
    return key.removesuffix(".yml") + ".yaml" if key.endswith(".yml") else key


def _holds(path: Path, content: bytes) -> bool:
    try:
        return read_bytes(path, zips.MOST_BYTES) == content
    except ContentError:
        return False


def _write(folder: Path, files: dict[str, bytes]) -> set[str]:
    """Write new files; return those that came meanwhile. Raises CannotWrite; then what was made is removed."""
    made: list[Path] = []
    late: set[str] = set()
    try:
        for parent in (*(folder / name for name in FOLDERS), *((folder / name).parent for name in files)):
            _make_folder(folder, parent, made)
        for name, content in files.items():
            try:
                disk.create(folder / name, content)
                made.append(folder / name)
            except NameTaken:
                late.add(name)
    except StoryBankError:
        for path in reversed(made):
            with contextlib.suppress(OSError):
                path.rmdir() if path.is_dir() else path.unlink()
        raise
    return late


def _make_folder(library: Path, folder: Path, made: list[Path]) -> None:
    """Make the folder and those above it, noting each. Raises CannotWrite, for a link out of the library too."""
    try:
        if folder.is_dir():
            inside(library, folder)
            return
        if not folder.parent.is_dir():
            _make_folder(library, folder.parent, made)
        folder.mkdir()
        made.append(folder)
        disk.sync_folder(folder.parent)
    except ContentError:
        raise disk.cannot_write(folder, PermissionError(errno.EPERM, "link")) from None
    except OSError as error:
        raise disk.cannot_write(folder, error) from error
