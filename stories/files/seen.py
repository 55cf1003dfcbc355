"""How many stories a library had when it was last seen, so that a folder that suddenly empties is noticed."""

import contextlib
from pathlib import Path

from stories.errors import StoryBankError
from stories.files import disk
from stories.files.library import Library
from stories.files.places import is_sample, state_folder

FEW = 3
"""Stories below which an empty library is nothing strange: someone tried things out."""


def missing_stories(library: Library) -> int:
    """Return how many stories were there when none is there now; 0 where nothing strange has happened.

    A drive that is not there, or a sync program that starts anew, shows an empty folder for a while.
    """
    if _count(library) or is_sample(library.folder):
        return 0
    try:
        seen = int(_path(library.folder).read_text(encoding="ascii"))
    except (OSError, ValueError):
        return 0
    return seen if seen >= FEW else 0


def remember_stories(library: Library, even_none: bool = False) -> None:
    """Note how many stories there are; none at all only by the user's wish. What cannot be noted is not."""
    count, path = _count(library), _path(library.folder)
    if is_sample(library.folder) or not (count or even_none):
        return
    with contextlib.suppress(OSError, ValueError, StoryBankError):
        if path.exists() and path.read_text(encoding="ascii") == str(count):
            return
        (disk.replace if path.exists() else disk.create)(path, str(count).encode("ascii"))


def _count(library: Library) -> int:
    """Return the stories and the story files that cannot be read."""
    return sum(kind == "stories" for kind, _ in library.files)


def _path(folder: Path) -> Path:
    return state_folder(folder) / "stories-seen"
