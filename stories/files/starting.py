"""Start a library of one's own: an empty one, or a copy of the sample to try things on."""

from pathlib import Path

from stories.errors import FolderNotEmpty, LibraryNotAFolder
from stories.files import disk
from stories.files.library import FOLDERS
from stories.files.places import SAMPLE
from stories.files.saving import new_text
from stories.files.schemas import write_schemas


def start_library(folder: Path, with_sample: bool = False) -> None:
    """Make a library in the folder, which must be missing or empty.

    Raises FolderNotEmpty, LibraryNotAFolder or CannotWrite. What was there stays.
    """
    if folder.exists() and not folder.is_dir():
        raise LibraryNotAFolder(folder=str(folder))
    try:
        if folder.exists() and any(not entry.name.startswith(".") for entry in folder.iterdir()):
            raise FolderNotEmpty(folder=str(folder))
        for name in FOLDERS:
            (folder / name).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise disk.cannot_write(folder, error) from error
    if with_sample:
        for source in sorted(SAMPLE.rglob("*.yaml")):
            disk.create(folder / source.relative_to(SAMPLE), source.read_bytes())
    else:
        disk.create(folder / "profile.yaml", new_text("profile", {}).encode())
    write_schemas(folder)
