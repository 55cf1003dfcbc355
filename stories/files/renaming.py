"""Give a story's file another name, and change the ids that point to it in other files."""

from contextlib import suppress
from pathlib import Path

from stories.errors import CannotWrite, FileNotReadable, NameTaken, NotFound
from stories.files import disk, formats, history
from stories.files.content import ContentError, decode, encode, read_bytes
from stories.files.library import MODELS, Library
from stories.files.names import folded, require_safe
from stories.files.pointers import repointed
from stories.files.saving import read_for_saving, taken_names, write_record, writing
from stories.files.tree import TreeError


def rename_story(library: Library, story_id: str, new_id: str) -> str:
    """Rename the story's file and return the new id.

    The other files are changed first: where that stops half way, the story still has its old id, and renaming it
    again goes on. Its earlier texts move along. Raises UnsafeName, NameTaken, NotFound, FileNotReadable, ChangedOnDisk,
    Vanished or CannotWrite.
    """
    wanted = require_safe(new_id)
    state = library.files.get(("stories", story_id))
    if state is None:
        raise NotFound(id=story_id[:80])
    if wanted == story_id:
        return wanted
    target = state.path.with_name(f"{wanted}{state.path.suffix}")
    with writing(library):
        read_for_saving(state.path, story_id, state.version)
        taken = taken_names(state.path.parent) - {folded(story_id)}
        if folded(wanted) in taken and not _is_same(state.path, target):
            raise NameTaken(id=wanted, file=target.name)
        for (kind, record_id), other in library.files.items():
            if other.version and other.path != state.path:
                _repoint(library.folder, kind, record_id, other.path, story_id, wanted)
        disk.move(state.path, target)
        with suppress(CannotWrite):  # the story has its new name; its earlier texts are kept under the old one
            history.move(library.folder, "stories", story_id, wanted)
    return wanted


def _is_same(path: Path, target: Path) -> bool:
    """Tell whether both names are of one file: a renaming stopped half way."""
    try:
        return target.samefile(path)
    except OSError:
        return False


def _repoint(library: Path, kind: str, record_id: str, path: Path, old: str, new: str) -> None:
    """Change the id in another file, as that file is now; one that is gone or no record by now is left alone.

    Raises FileNotReadable where the disk does not give it, or CannotWrite.
    """
    try:
        content = decode(read_bytes(path))
        now = formats.upgraded(MODELS[kind], content.text)
        text = repointed(now, old, new)
    except TreeError:
        return
    except ContentError as error:
        if error.code in ("no-permission", "not-read"):
            raise FileNotReadable(file=path.name, reason=error.code) from None
        return
    if text != now:
        after = text if now == content.text else formats.stamped(text)
        before = encode(content.text, content.encoding)
        write_record(library, kind, record_id, path, before, encode(after, content.encoding))
