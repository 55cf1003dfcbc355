"""Second versions of a file that sync programs and file managers make: seen beside the first, taken or put away."""

from dataclasses import dataclass
from pathlib import Path

from stories.errors import ChangedOnDisk, FileNotReadable, NotFound
from stories.files import disk, history
from stories.files.content import ContentError, decode
from stories.files.library import MODELS, Library
from stories.files.reading import read_record
from stories.files.restoring import bytes_on_disk, path_of
from stories.files.saving import write_record, writing


@dataclass(frozen=True)
class Copy:
    """A second version: its file, the record that it is a version of, its bytes, and those of the record now."""

    path: Path
    kind: str
    id: str
    content: bytes
    original: bytes


def copies(library: Library) -> tuple[Copy, ...]:
    """Return the second versions in the library; one that cannot be read is left to the problems."""
    found = []
    for problem in library.problems:
        kind = Path(problem.file).parent.name
        if problem.code != "conflicted-copy" or kind not in MODELS:
            continue
        path, record_id = library.folder / problem.file, problem.details["id"]
        try:
            content, original = _read(library, path), _read(library, path_of(library, kind, record_id))
        except (FileNotReadable, NotFound):
            continue
        found.append(Copy(path, kind, record_id, content, original))
    return tuple(found)


def take_copy(library: Library, copy: Copy) -> None:
    """Put the text of the copy in the place of the record's, and put the copy away; both stay in the history.

    Raises ChangedOnDisk where one of them is another by now, FileNotReadable where the copy is no record, CannotWrite.
    """
    try:
        text = decode(copy.content).text
    except ContentError as error:
        raise FileNotReadable(file=copy.path.name, reason=error.code) from None
    if read_record(MODELS[copy.kind], text, "", copy.id).record is None:
        raise FileNotReadable(file=copy.path.name, reason="file")
    with writing(library):
        path, present = _unchanged(library, copy)
        if present != copy.content:
            write_record(library.folder, copy.kind, copy.id, path, copy.original, copy.content)
        disk.remove(copy.path)


def drop_copy(library: Library, copy: Copy) -> None:
    """Put the copy away; its text stays in the history of the record. Raises ChangedOnDisk or CannotWrite."""
    with writing(library):
        _unchanged(library, copy)
        history.keep(library.folder, copy.kind, copy.id, copy.content)
        history.keep(library.folder, copy.kind, copy.id, copy.original)
        disk.remove(copy.path)


def _unchanged(library: Library, copy: Copy) -> tuple[Path, bytes]:
    """Return the path and the bytes of the record, if both files are as the person saw them.

    A record that holds the text of the copy by now is fine: putting the copy away was stopped half way.
    """
    path = path_of(library, copy.kind, copy.id)
    present = _read(library, path)
    if _read(library, copy.path) != copy.content or present not in (copy.original, copy.content):
        raise ChangedOnDisk(file=copy.path.name, id=copy.id)
    return path, present


def _read(library: Library, path: Path) -> bytes:
    content = bytes_on_disk(library.folder, path)
    if content is None:
        raise NotFound(id=path.stem[:80])
    return content
