"""Give a story's file another name, and change the ids that point to it in other files."""

from pathlib import Path

from stories.errors import NameTaken, NotFound
from stories.files import disk
from stories.files.content import ContentError, decode, encode, read_bytes
from stories.files.library import Library
from stories.files.names import folded, require_safe
from stories.files.pointers import repointed
from stories.files.saving import locked, read_for_saving, taken_names
from stories.files.tree import TreeError


def rename_story(library: Library, story_id: str, new_id: str) -> str:
    """Rename the story's file and return the new id.

    The other files are changed first: where that stops half way, the story still has its old id, and renaming it
    again goes on. Raises UnsafeName, NameTaken, NotFound,
    FileNotReadable, ChangedOnDisk, Vanished or CannotWrite.
    """
    wanted = require_safe(new_id)
    state = library.files.get(("stories", story_id))
    if state is None:
        raise NotFound(id=story_id[:80])
    if wanted == story_id:
        return wanted
    target = state.path.with_name(f"{wanted}{state.path.suffix}")
    with locked(library.folder):
        read_for_saving(state.path, story_id, state.version)
        if folded(wanted) in taken_names(state.path.parent) - {folded(story_id)}:
            raise NameTaken(id=wanted, file=target.name)
        for other in library.files.values():
            if other.version and other.path != state.path:
                _repoint(other.path, story_id, wanted)
        disk.move(state.path, target)
    return wanted


def _repoint(path: Path, old: str, new: str) -> None:
    """Change the id in another file, as that file is now; one that cannot be read by now is left alone."""
    try:
        content = decode(read_bytes(path))
        text = repointed(content.text, old, new)
    except (ContentError, TreeError):
        return
    if text != content.text:
        disk.replace(path, encode(text, content.encoding))
