"""Where the texts of an application are read and written: its own fields, and those of each question."""

import hashlib
from functools import partial

from screens.parts.autosaved import Slot
from stories.errors import ChangedOnDisk, NotFound
from stories.files.answers import save_answer
from stories.files.library import Library
from stories.files.saving import save_fields
from stories.model.application import Application, AskedByForm


def field_slot(application_id: str, name: str) -> Slot:
    """Return the place of one of the application's own texts."""
    return Slot(
        f"{application_id}.own.{name}",
        partial(_field, application_id, name),
        partial(_write_field, application_id, name),
    )


def question_slot(application: Application, number: int, name: str) -> Slot:
    """Return the place of one text of a question; it follows the question when the rows are put in another order."""
    asked = application.questions[number - 1]
    alone = sum(one.question == asked.question for one in application.questions) == 1
    follows = alone and name != "question" and bool(asked.question)
    mark = hashlib.sha256(asked.question.encode("utf-8", "surrogatepass")).hexdigest()[:10] if follows else str(number)
    find = partial(_row, application.id, number, asked.question if follows else None)
    return Slot(f"{application.id}.{mark}.{name}", partial(_text_of, find, name), partial(_write_row, find, name))


def _field(application_id: str, name: str, library: Library) -> str | None:
    application = library.applications.get(application_id)
    return str(getattr(application, name)) if application else None


def _write_field(application_id: str, name: str, library: Library, was: str, text: str) -> None:
    if _field(application_id, name, library) != was:
        raise ChangedOnDisk(file=f"{application_id}.yaml", id=application_id)
    save_fields(library, "applications", application_id, {name: text})


def _row(
    application_id: str, number: int, question: str | None, library: Library
) -> tuple[str, int, AskedByForm] | None:
    """Return the application's id, the number of the question now, and its row."""
    application = library.applications.get(application_id)
    rows = list(enumerate(application.questions, 1)) if application else []
    here = [(place, row) for place, row in rows if place == number and question in (None, row.question)]
    same = here or [(place, row) for place, row in rows if question is not None and row.question == question]
    return (application_id, *same[0]) if len(same) == 1 else None


def _text_of(find: partial[tuple[str, int, AskedByForm] | None], name: str, library: Library) -> str | None:
    found = find(library)
    return str(getattr(found[2], name)) if found else None


def _write_row(
    find: partial[tuple[str, int, AskedByForm] | None], name: str, library: Library, was: str, text: str
) -> None:
    found = find(library)
    if found is None:
        raise NotFound(id=name)
    application_id, number, row = found
    save_answer(library, application_id, number, row.model_copy(update={name: was}), {name: text})
