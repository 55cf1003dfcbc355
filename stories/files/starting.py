"""Start a library of one's own: an empty one, or a copy of the sample to try things on."""

import os
from collections.abc import Mapping
from pathlib import Path

from stories.errors import FolderNotEmpty, LibraryNotAFolder
from stories.files import disk
from stories.files.library import FOLDERS
from stories.files.places import SAMPLE
from stories.files.saving import new_text
from stories.files.schemas import FOLDER, write_schemas


def start_library(folder: Path, with_sample: bool = False) -> None:
    """Make a library in the folder, which must be missing or empty, or have stopped half way when it was made.

    Raises FolderNotEmpty, LibraryNotAFolder or CannotWrite. What was there stays; starting again goes on.
    """
    if os.path.lexists(folder) and not os.path.isdir(folder):  # noqa: PTH112 - unlike Path.is_dir, it never raises
        raise LibraryNotAFolder(folder=str(folder))
    try:
        files = _files(with_sample)
        there = _there(folder, files)
        for name in FOLDERS:
            disk.make_folder(folder / name)
    except OSError as error:
        raise disk.cannot_write(folder, error) from error
    for name, content in files.items():
        if name not in there:
            disk.create(folder / name, content)
    write_schemas(folder)


def _files(with_sample: bool) -> dict[str, bytes]:
    """Return the bytes of each file of a new library by its name there, without the schemas. Raises OSError."""
    if with_sample:
        return {path.relative_to(SAMPLE).as_posix(): path.read_bytes() for path in sorted(SAMPLE.rglob("*.yaml"))}
    return {"profile.yaml": new_text("profile", {}).encode()}


def _there(folder: Path, files: Mapping[str, bytes]) -> set[str]:
    """Return the files that are there already. Raises FolderNotEmpty for what else is not hidden, or OSError."""
    there = set[str]()
    for place, folders, names in os.walk(folder, onerror=_raise_unless_missing):
        inside = Path(place).relative_to(folder)
        folders[:] = [name for name in folders if not name.startswith(".") and name != FOLDER]
        shown = {(inside / name).as_posix() for name in names if not name.startswith(".")}
        if any((inside / name).as_posix() not in FOLDERS for name in folders) or not shown <= set(files):
            raise FolderNotEmpty(folder=str(folder))
        there |= shown
    if any((folder / name).read_bytes() != files[name] for name in there):
        raise FolderNotEmpty(folder=str(folder))
    return there


def _raise_unless_missing(error: OSError) -> None:
    if not isinstance(error, FileNotFoundError):
        raise error
