"""Put an earlier text of a record back, whole; what stands there now is kept first, so that this can be undone too."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from stories.errors import ChangedOnDisk, FileNotReadable, LibraryMissing, NameTaken, NotFound
from stories.files import disk, history
from stories.files.content import ContentError, inside, read_bytes
from stories.files.library import ENDINGS, MODELS, SINGLE_FILES, Library
from stories.files.names import folded, is_safe
from stories.files.saving import taken_names, write_record, writing


def restore(library: Library, kind: str, record_id: str, version_of_kept: str, based_on: str) -> str:
    """Write the kept text of this version over the record's file, or anew, and return the file's version.

    `based_on` is the version of the file that the person saw, as `version_on_disk` gives it: '' where there was none.
    Raises NotFound where no such text is kept, ChangedOnDisk, NameTaken where a file has come meanwhile,
    FileNotReadable where the present text cannot be kept, LibraryMissing or CannotWrite; after each of them the file
    is as it was.
    """
    return _put_back(
        library, kind, record_id, partial(_kept, library.folder, kind, record_id, version_of_kept), based_on
    )


def restore_from_outside(library: Library, kind: str, record_id: str, content: bytes, based_on: str) -> str:
    """Write a text from outside, as that of a backup, over the record's file; for the rest see `restore`."""
    return _put_back(library, kind, record_id, lambda: content, based_on)


def _put_back(library: Library, kind: str, record_id: str, read: Callable[[], bytes], based_on: str) -> str:
    if not os.path.isdir(library.folder):  # noqa: PTH112 - unlike Path.is_dir, it never raises
        raise LibraryMissing(folder=str(library.folder))
    with writing(library):
        kept = read()
        path = path_of(library, kind, record_id)
        present = bytes_on_disk(library.folder, path)
        if present is None and based_on:
            raise ChangedOnDisk(file=path.name, id=record_id)
        if not based_on and (present is not None or folded(record_id) in taken_names(path.parent)):
            raise NameTaken(id=record_id, file=path.name)
        if present is not None:
            if disk.version_of(present) != based_on:
                raise ChangedOnDisk(file=path.name, id=record_id)
            history.keep(library.folder, kind, record_id, present)
        if present != kept:
            write_record(library.folder, kind, record_id, path, present, kept)
    return disk.version_of(kept)


def version_on_disk(library: Library, kind: str, record_id: str) -> str:
    """Return the version of the record's file as it is now, of one that is no record too; '' where there is none.

    Raises FileNotReadable where its bytes cannot be read.
    """
    content = bytes_on_disk(library.folder, path_of(library, kind, record_id))
    return "" if content is None else disk.version_of(content)


def path_of(library: Library, kind: str, record_id: str) -> Path:
    """Return where the record's file is, or where it would be. Raises NotFound for what is no record."""
    state = library.files.get((kind, record_id))
    if state is not None and os.path.lexists(state.path):
        return state.path
    if kind not in MODELS or not is_safe(record_id) or (kind in SINGLE_FILES and record_id != kind):
        raise NotFound(id=record_id[:80])
    folder = library.folder if kind in SINGLE_FILES else library.folder / kind
    paths = [folder / f"{record_id}{ending}" for ending in ENDINGS]
    return next((path for path in paths if os.path.lexists(path)), paths[0])


def bytes_on_disk(library: Path, path: Path) -> bytes | None:
    """Return the bytes of a record's file, None where there is none. Raises FileNotReadable."""
    try:
        return read_bytes(inside(library, path))
    except ContentError as error:
        if error.code == "vanished":
            return None
        raise FileNotReadable(file=path.name, reason=error.code) from None


def _kept(library: Path, kind: str, record_id: str, version: str) -> bytes:
    texts = history.history(library, kind, record_id) if kind in MODELS and is_safe(record_id) else ()
    for kept in texts:
        if kept.version == version:
            return kept.content
    raise NotFound(id=record_id[:80])
