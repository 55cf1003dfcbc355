"""Save one thing back: fields of a record, or a new record. Every save names the version it was based on."""

import datetime
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from stories.errors import (
    CannotWrite,
    ChangedOnDisk,
    FileNotReadable,
    LibraryMissing,
    MadeByNewer,
    NameTaken,
    NotFound,
    NotStorable,
    SampleIsReadOnly,
    StoryBankError,
    UnknownField,
    Vanished,
)
from stories.files import disk, formats, history
from stories.files.content import Content, ContentError, decode, encode, read_bytes
from stories.files.fields import replace_fields
from stories.files.library import MODELS, SINGLE_FILES, Library
from stories.files.names import folded, id_from, require_safe
from stories.files.places import is_sample, state_folder
from stories.files.reading import read_record
from stories.files.rows import with_foreign_keys
from stories.files.tree import Plain, TreeError
from stories.text import clean, unstorable

LOCK_SECONDS = 10.0


def save_fields(
    library: Library, kind: str, record_id: str, changes: Mapping[str, Plain], version: str | None = None
) -> str:
    """Replace fields of one record on disk and return the file's new version.

    `version` is what the changes are based on; without it, that of `library`. Raises ChangedOnDisk when the file
    is another by now, Vanished when it is gone, FileNotReadable, UnknownField, NotStorable or CannotWrite; after
    each of them the file is as it was.
    """
    state = library.files.get((kind, record_id))
    if state is None:
        raise NotFound(id=record_id[:80])
    clean_changes = _storable(kind, changes)
    with writing(library):
        content = read_for_saving(state.path, record_id, state.version if version is None else version)
        _require_read(kind, state.path.name, content.text, clean_changes)
        text = _edited(kind, state.path.name, content.text, clean_changes)
        if text == content.text:
            return content.version
        raw = _sized(encode(text, content.encoding), clean_changes)
        write_record(library.folder, kind, record_id, state.path, encode(content.text, content.encoding), raw)
    return disk.version_of(raw)


def create_record(library: Library, kind: str, title: str, fields: Mapping[str, Plain], new_id: str = "") -> str:
    """Write a new record and return its id: the given one, or one made from the title.

    Raises LibraryMissing, UnsafeName, NameTaken, NotStorable or CannotWrite; then nothing was written.
    """
    wanted = require_safe(new_id) if new_id else ""
    raw = _sized(new_text(kind, _storable(kind, fields)).encode(), fields)
    if not os.path.isdir(library.folder):  # noqa: PTH112 - unlike Path.is_dir, it never raises
        raise LibraryMissing(folder=str(library.folder))
    with writing(library):
        taken = taken_names(library.folder / kind)
        # The names of deleted records too, so that each can come back under its own.
        wanted = wanted or id_from(title, taken | set(map(folded, history.kept_ids(library.folder, kind))))
        if folded(wanted) in taken:
            raise NameTaken(id=wanted, file=f"{wanted}.yaml")
        write_record(library.folder, kind, wanted, library.folder / kind / f"{wanted}.yaml", None, raw)
    return wanted


def keep_unsaved(library: Library, kind: str, record_id: str, changes: Mapping[str, Plain]) -> None:
    """Keep, among the earlier texts of the record, its file as it would be with these fields: they are given up.

    Where that cannot be done nothing is kept, and nothing raised: the text that was chosen is the one that matters.
    """
    state = library.files.get((kind, record_id))
    if state is None or not changes:
        return
    with suppress(StoryBankError), writing(library):
        content = read_for_saving(state.path, record_id, state.version)
        text = _edited(kind, state.path.name, content.text, _storable(kind, changes))
        now = encode(content.text, content.encoding)
        for raw in (now, encode(text, content.encoding), now):
            history.keep(library.folder, kind, record_id, raw)


def write_record(library: Path, kind: str, record_id: str, path: Path, before: bytes | None, after: bytes) -> None:
    """Write the file of a record: the one place where that is done. Call it under `locked`.

    `before` is what the file holds, None where there must be none. That and what it holds then go into the history; a
    history that cannot be written keeps no text from being saved. Raises NameTaken, ChangedOnDisk or CannotWrite.
    """
    if before is None:
        disk.create(path, after)
    else:
        with suppress(CannotWrite):
            history.keep(library, kind, record_id, before)
        disk.replace(path, after, before)
    with suppress(CannotWrite):
        history.keep(library, kind, record_id, after)


def new_text(kind: str, fields: Mapping[str, Plain]) -> str:
    """Return the text of a new file: the line for editors, the format, then every field of the model in its order."""
    model = MODELS[kind]
    depth = "" if kind in SINGLE_FILES else "../"
    header = f"# yaml-language-server: $schema={depth}schemas/{model.__name__.lower()}.json\n"
    header += f"{formats.KEY}: {formats.FORMAT}\n"
    empty: dict[str, Plain] = {name: "" for name in model.model_fields if name not in ("id", "archived")}
    return _edited(kind, "", header, {**empty, **fields})


def archive_story(library: Library, story_id: str, archived: bool = True, today: datetime.date | None = None) -> str:
    """Take a story out of use (or back into it): its file stays, with the date in `archived`."""
    date = (today or datetime.date.today()).isoformat() if archived else ""
    return save_fields(library, "stories", story_id, {"archived": date})


def _storable(kind: str, changes: Mapping[str, Plain]) -> dict[str, Plain]:
    known = MODELS[kind].model_fields
    for name in changes:
        if name not in known or name == "id":
            raise UnknownField(field=name[:60], fields=", ".join(field for field in known if field != "id"))
    return {name: _clean(value, name) for name, value in changes.items()}


def _clean(value: Plain, field: str) -> Plain:
    if isinstance(value, list):
        return [_clean(item, field) for item in value]
    if isinstance(value, dict):
        return {key: _clean(item, field) for key, item in value.items()}
    text = clean(value)
    bad = unstorable(text)
    if bad:
        raise NotStorable(
            field=field, reason="character", character=f"U+{ord(bad.group()):04X}", position=bad.start() + 1
        )
    return text


def _require_read(kind: str, file: str, text: str, changes: Mapping[str, Plain]) -> None:
    """Raise FileNotReadable where the text is no record, or a field to be changed holds what could not be read."""
    reading = read_record(MODELS[kind], text, file, "")
    if reading.record is None:
        raise FileNotReadable(file=file, reason=reading.problems[0].code)
    if reading.newer:
        raise MadeByNewer(file=file)
    if reading.unreadable.intersection(changes):
        raise FileNotReadable(file=file, reason="field")


def _edited(kind: str, file: str, text: str, changes: Mapping[str, Plain]) -> str:
    """Return the file's text with the changes, in the format of now. Raises FileNotReadable or NotStorable."""
    model = MODELS[kind]
    order = (formats.KEY, *model.model_fields)
    try:
        now = formats.upgraded(model, text)
        edited = replace_fields(now, with_foreign_keys(model, changes, now), order)
        if edited == now:
            return text
        return edited if now == text else formats.stamped(edited)
    except TreeError as error:
        raise FileNotReadable(file=file, reason=error.code) from None


def _sized(raw: bytes, changes: Mapping[str, Plain]) -> bytes:
    """Return the bytes of the file. Raises NotStorable where they are more than can be read again."""
    if len(raw) > disk.MAX_BYTES:
        raise NotStorable(field=max(changes, key=lambda name: len(str(changes[name]))), reason="too-large")
    return raw


def taken_names(folder: Path) -> set[str]:
    """Return the names of all files in the folder, whatever they hold, in the form of `folded`. Raises CannotWrite."""
    try:
        return {folded(path.stem) for path in folder.iterdir()}
    except FileNotFoundError:
        return set()
    except OSError as error:
        raise disk.cannot_write(folder, error) from error


@contextmanager
def writing(library: Library) -> Iterator[None]:
    """Write into the library alone, as `locked`. Raises MadeByNewer where a file in it is too new for us."""
    if library.newer:
        raise MadeByNewer(file=library.newer)
    with locked(library.folder):
        yield


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep two windows or processes from saving into one library at once. Raises CannotWrite after LOCK_SECONDS."""
    if is_sample(folder):
        raise SampleIsReadOnly()
    place = state_folder(folder)
    try:
        disk.make_folder(place)
        lock = FileLock(place / "save.lock")
        lock.acquire(timeout=LOCK_SECONDS)
    except Timeout:
        raise CannotWrite(file="", folder=str(folder), reason="in-use", detail="") from None
    except OSError as error:
        raise disk.cannot_write(place / "save.lock", error) from None
    try:
        yield
    finally:
        lock.release()


def read_for_saving(path: Path, record_id: str, version: str) -> Content:
    """Return the file's text, if it is still the version that the save is based on.

    Raises ChangedOnDisk, Vanished, or FileNotReadable for one that could not be read before or cannot now.
    """
    if not version:
        raise FileNotReadable(file=path.name, reason="file")
    try:
        content = decode(read_bytes(path))
    except ContentError as error:
        if error.code == "vanished":
            raise Vanished(file=path.name, id=record_id) from None
        raise FileNotReadable(file=path.name, reason=error.code) from None
    if content.version != version:
        raise ChangedOnDisk(file=path.name, id=record_id)
    return content
