"""The questions that every interview asks: the texts written for them, or room to write by hand."""

from collections.abc import Iterable

from exporters.sheet.answering import chosen_stories
from exporters.sheet.content import Box, Written
from exporters.sheet.cues import lines_of, tidy
from exporters.sheet.rows import other_row
from languages import Sentences
from stories.files.library import Library
from stories.model.application import AskedByForm

ROOMS = {"motivation": 4, "company": 4, "closing": 2, "reverse": 3}
"""The four that stand on every sheet, in their order, and the ruled lines of each where nothing is written."""
ASKED_ROOM = 4
"""Ruled lines of a question that stands there only when the application asks it."""


def introduction_box(library: Library, questions: Iterable[AskedByForm], say: Sentences) -> Box | None:
    """Return the introduction of the application, else of the profile, else room for it where it is asked for."""
    asked = [one for one in questions if one.kind == "self-introduction"]
    draft = next((lines_of(one.draft) for one in asked if one.draft.strip()), ())
    lines = draft or lines_of(library.profile.introduction)
    if not lines and not asked:
        return None
    return Box(say("prep_sheet.introduction"), (Written(lines=lines, room=0 if lines else ASKED_ROOM),))


def standard_boxes(library: Library, questions: list[AskedByForm], say: Sentences) -> tuple[Box, ...]:
    """Return the four boxes, each once, and one for the conditions where the application asks about them."""
    found = [
        _box(library, [one for one in questions if one.kind == kind], say(f"prep_sheet.boxes.{kind}"), room, say)
        for kind, room in ROOMS.items()
    ]
    conditions = [one for one in questions if one.kind == "conditions"]
    if conditions:
        found.append(_box(library, conditions, say("prep_sheet.boxes.conditions"), ASKED_ROOM, say))
    return tuple(found)


def _box(library: Library, asked: list[AskedByForm], title: str, room: int, say: Sentences) -> Box:
    return Box(title, tuple(_written(library, one, title, room, say) for one in asked) or (Written(room=room),))


def _written(library: Library, asked: AskedByForm, title: str, room: int, say: Sentences) -> Written:
    question = tidy(asked.question)
    lines = lines_of(asked.draft)
    named = chosen_stories(library, asked).stories
    return Written(
        question="" if _same(question, title) else question,
        lines=lines,
        rows=tuple(other_row(story, "" if place else say("prep_sheet.use"), "") for place, story in enumerate(named)),
        room=0 if lines else room,
    )


def _same(question: str, title: str) -> bool:
    return question.replace(" ", "").casefold() == title.replace(" ", "").casefold()
