"""Where the texts of an application are read and written: its own fields, and those of each question."""

from functools import partial

from screens.parts.writing import Slot
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
    """Return the place of one text of a question, counted from 1.

    What is written goes to the question that the person saw, also where it has moved or its words have changed.
    """
    question = application.questions[number - 1].question if name != "question" else None
    return Slot(
        f"{application.id}.{number}.{name}",
        partial(_text_of, application.id, number, name),
        partial(_write_row, application.id, number, question, name),
    )


def _field(application_id: str, name: str, library: Library) -> str | None:
    application = library.applications.get(application_id)
    return str(getattr(application, name)) if application else None


def _write_field(application_id: str, name: str, library: Library, was: str, text: str) -> None:
    if _field(application_id, name, library) != was:
        raise ChangedOnDisk(file=f"{application_id}.yaml", id=application_id)
    save_fields(library, "applications", application_id, {name: text})


def _rows(application_id: str, library: Library) -> list[AskedByForm]:
    application = library.applications.get(application_id)
    return list(application.questions) if application else []


def _text_of(application_id: str, number: int, name: str, library: Library) -> str | None:
    rows = _rows(application_id, library)
    return str(getattr(rows[number - 1], name)) if number <= len(rows) else None


def _write_row(
    application_id: str, number: int, question: str | None, name: str, library: Library, was: str, text: str
) -> None:
    rows = _rows(application_id, library)
    place = _place(rows, number, question, name, was)
    if place is None:
        raise NotFound(id=name)
    save_answer(library, application_id, place, rows[place - 1].model_copy(update={name: was}), {name: text})


def _place(rows: list[AskedByForm], number: int, question: str | None, name: str, was: str) -> int | None:
    """Return the number of the question now: at its place, where it has moved to, or with other words."""
    here = rows[number - 1] if number <= len(rows) else None
    if here is not None and question in (None, here.question):
        return number
    moved = [place for place, row in enumerate(rows, 1) if row.question == question]
    if len(moved) == 1:
        return moved[0]
    return number if here is not None and not moved and getattr(here, name) == was else None
