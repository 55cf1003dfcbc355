"""Delete a record so that it can come back: its text goes into the history first, and what is gone is listed."""

import contextlib
import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from stories.errors import CannotWrite, ChangedOnDisk, NotFound
from stories.files import disk, history
from stories.files.content import ContentError, decode
from stories.files.history import Kept
from stories.files.library import FOLDERS, MODELS, Library
from stories.files.names import folded
from stories.files.reading import read_record
from stories.files.restoring import bytes_on_disk
from stories.files.saving import taken_names, writing

MOST = 500
"""Records deleted by the user's wish that can come back; of more, those deleted first go for ever."""


@dataclass(frozen=True)
class Deleted:
    """A record whose file is gone: its name and its last text's version, which `restoring.restore` brings back.

    `at` is when it was deleted (ISO 8601), or where another program did it, when its text was last kept.
    """

    kind: str
    id: str
    name: str
    at: str
    version: str


@dataclass(frozen=True)
class _Gone:
    kind: str
    id: str
    last: Kept
    deleted_at: str

    @property
    def at(self) -> str:
        return self.deleted_at or self.last.at


def delete_record(library: Library, kind: str, record_id: str, based_on: str) -> None:
    """Remove the record's file, whose text is kept first.

    `based_on` is the version that the person saw. Raises NotFound, ChangedOnDisk, FileNotReadable where its bytes
    cannot be kept, or CannotWrite; then the file is there as it was. Ids that point to it elsewhere stay.
    """
    state = library.files.get((kind, record_id))
    if state is None:
        raise NotFound(id=record_id[:80])
    with writing(library):
        content = bytes_on_disk(library.folder, state.path)
        if content is None:
            raise NotFound(id=record_id[:80])
        if disk.version_of(content) != based_on:
            raise ChangedOnDisk(file=state.path.name, id=record_id)
        history.keep(library.folder, kind, record_id, content)
        disk.remove(state.path, content)
        with contextlib.suppress(CannotWrite):  # it is gone, and its text is kept
            history.keep_deleted(library.folder, kind, record_id)
            _forget_oldest(library)


def deleted_records(library: Library) -> tuple[Deleted, ...]:
    """Return the records that have a text in the history and no file, the newest first.

    Those that another program deleted are among them; those that it gave another name are not.
    """
    found = [Deleted(one.kind, one.id, _name(one), one.at, one.last.version) for one in _newest_first(library)]
    return tuple(found)


def _newest_first(library: Library) -> list[_Gone]:
    gone = [one for kind in MODELS for one in _gone(library, kind)]
    return sorted(gone, key=lambda one: datetime.datetime.fromisoformat(one.at), reverse=True)


def _gone(library: Library, kind: str) -> Iterator[_Gone]:
    try:
        there = taken_names(library.folder / kind if kind in FOLDERS else library.folder)
    except CannotWrite:  # what cannot be listed is not gone
        return
    versions = {state.version for (of, _), state in library.files.items() if of == kind}
    for record_id in history.kept_ids(library.folder, kind):
        texts = () if folded(record_id) in there else history.history(library.folder, kind, record_id, most=1)
        deleted_at = history.deleted_at(library.folder, kind, record_id) if texts else ""
        if texts and (deleted_at or texts[0].version not in versions):
            yield _Gone(kind, record_id, texts[0], deleted_at)


def _name(gone: _Gone) -> str:
    """Return what people called the record, or its id."""
    try:
        text = decode(gone.last.content).text
    except ContentError:
        return gone.id
    record = read_record(MODELS[gone.kind], text, "", gone.id).record
    return str(getattr(record, "name", "")) or gone.id


def _forget_oldest(library: Library) -> None:
    """Forget those that were deleted first, beyond MOST; never what another program or a lost folder took away."""
    for one in [one for one in _newest_first(library) if one.deleted_at][MOST:]:
        history.forget(library.folder, one.kind, one.id)
