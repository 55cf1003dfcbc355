"""Save parts of one question of an application: what others did to the rest of the file meanwhile stays."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from stories.errors import ChangedOnDisk, FileNotReadable, NotFound, NotStorable, QuestionGone, UnknownField, Vanished
from stories.files.content import Content, ContentError, decode, inside, read_bytes
from stories.files.formats import upgraded
from stories.files.library import Library
from stories.files.reading import read_record
from stories.files.saving import LOCK_SECONDS, save_fields
from stories.files.tree import Node, Plain, parse
from stories.model.application import Application, AskedByForm
from stories.text import clean, unstorable

Row = dict[str, Plain]
Gives = TypeVar("Gives")


@dataclass
class _Questions:
    """The questions of the file as it is now: as they are read, and the fields that we know as they are typed."""

    file: str
    id: str
    asked: list[AskedByForm]
    rows: list[Row]

    def place_of(self, number: int, was: AskedByForm) -> int:
        """Return where the question is: at its number, or else where its text stands alone.

        Raises QuestionGone, or ChangedOnDisk where the text stands at several other places.
        """
        if 1 <= number <= len(self.asked) and self.asked[number - 1].question == was.question:
            return number - 1
        found = [place for place, one in enumerate(self.asked) if one.question == was.question]
        if not found:
            raise QuestionGone(file=self.file, id=self.id)
        if len(found) > 1:
            raise self.changed()
        return found[0]

    def changed(self) -> ChangedOnDisk:
        """Return the error to raise where somebody else changed what was to be written."""
        return ChangedOnDisk(file=self.file, id=self.id)


def save_answer(
    library: Library, application_id: str, number: int, was: AskedByForm, changes: Mapping[str, Plain]
) -> AskedByForm:
    """Replace fields of one question in the file as it is now, and return the question as it stands there then.

    `number` counts from 1 and `was` is the question as the person saw it; it is found again where it has moved. Other
    fields and questions may have changed since and are kept. Raises ChangedOnDisk where a field to be changed did too,
    and not to the same; QuestionGone, and what `save_fields` raises. Then the file is as it was.
    """
    wanted = AskedByForm.model_validate(_storable(changes))
    changed = [name for name in changes if getattr(wanted, name) != getattr(was, name)]

    def change(questions: _Questions) -> AskedByForm:
        place = questions.place_of(number, was)
        asked = questions.asked[place]
        if any(getattr(asked, name) not in (getattr(was, name), getattr(wanted, name)) for name in changed):
            raise questions.changed()
        new = {name: getattr(wanted, name) for name in changed if getattr(asked, name) != getattr(wanted, name)}
        questions.rows[place] = _known({**questions.rows[place], **{name: changes[name] for name in new}})
        return asked.model_copy(update=new)

    return _change(library, application_id, change)


def add_questions(library: Library, application_id: str, rows: Sequence[Mapping[str, Plain]]) -> int:
    """Add questions behind those that the file has now and return how many; rows that say nothing are left out.

    Every field gets its line, also an empty one, for those who fill it in by hand. Raises what `save_fields` raises;
    then none was added.
    """
    empty: Row = dict.fromkeys(AskedByForm.model_fields, "")
    new = [{**empty, **row} for row in map(_storable, rows) if AskedByForm.model_validate(row) != AskedByForm()]

    def change(questions: _Questions) -> int:
        questions.rows += new
        return len(new)

    return _change(library, application_id, change)


def remove_question(library: Library, application_id: str, number: int, was: AskedByForm) -> None:
    """Take one question out of the file as it is now, unless it is not what the person saw any more.

    Raises ChangedOnDisk, QuestionGone, and what `save_fields` raises; then the file is as it was.
    """

    def change(questions: _Questions) -> None:
        place = questions.place_of(number, was)
        if questions.asked[place] != was:
            raise questions.changed()
        del questions.rows[place]

    _change(library, application_id, change)


def move_question(library: Library, application_id: str, number: int, was: AskedByForm, to: int) -> int:
    """Move one question, as it is now, to the number `to` (from 1; the last one if it is larger) and return that.

    Raises QuestionGone, ChangedOnDisk, and what `save_fields` raises; then the file is as it was.
    """

    def change(questions: _Questions) -> int:
        row = questions.rows.pop(questions.place_of(number, was))
        place = min(max(to - 1, 0), len(questions.rows))
        questions.rows.insert(place, row)
        return place + 1

    return _change(library, application_id, change)


def _change(library: Library, application_id: str, change: Callable[[_Questions], Gives]) -> Gives:
    """Change the questions of the file as it is now and save them; where another save is quicker, do it again."""
    state = library.files.get(("applications", application_id))
    if state is None:
        raise NotFound(id=application_id[:80])
    deadline = time.monotonic() + LOCK_SECONDS
    while True:
        content = _content(library.folder, state.path, application_id)
        questions = _questions(content.text, state.path.name, application_id)
        given = change(questions)
        try:
            rows: list[Plain] = list(questions.rows)
            save_fields(library, "applications", application_id, {"questions": rows}, content.version)
            return given
        except ChangedOnDisk:
            if time.monotonic() > deadline:
                raise


def _content(folder: Path, path: Path, application_id: str) -> Content:
    """Return the file as it is now. Raises Vanished or FileNotReadable."""
    try:
        return decode(read_bytes(inside(folder, path)))
    except ContentError as error:
        if error.code == "vanished":
            raise Vanished(file=path.name, id=application_id) from None
        raise FileNotReadable(file=path.name, reason=error.code) from None


def _questions(text: str, file: str, application_id: str) -> _Questions:
    """Return the questions in the text. Raises FileNotReadable where one of them could not be read."""
    reading = read_record(Application, text, file, application_id)
    if reading.record is None or "questions" in reading.unreadable:
        raise FileNotReadable(file=file, reason="field" if reading.record else reading.problems[0].code)
    root = parse(upgraded(Application, text))
    assert root is not None and isinstance(root.value, dict)
    node = root.value.get("questions")
    rows = [_known(row) for row in map(Node.plain, node.children if node else ()) if isinstance(row, dict)]
    return _Questions(file, application_id, list(reading.record.questions), rows)


def _known(row: Row) -> Row:
    """Return the fields that we know, in their order; saving puts the keys of others back."""
    return {name: row[name] for name in AskedByForm.model_fields if name in row}


def _storable(row: Mapping[str, Plain]) -> Row:
    """Return the row, of fields that there are and texts that a file can hold. Raises UnknownField or NotStorable."""
    for name, value in row.items():
        if name not in AskedByForm.model_fields:
            raise UnknownField(field=name[:60], fields=", ".join(AskedByForm.model_fields))
        for text in value if isinstance(value, list) else (value,):
            bad = unstorable(clean(str(text)))
            if bad:
                character = f"U+{ord(bad.group()):04X}"
                raise NotStorable(field=name, reason="character", character=character, position=bad.start() + 1)
    return dict(row)
