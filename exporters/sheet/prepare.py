"""Everything that stands on the prep sheet of one application, or of no application in particular."""

import datetime
from collections.abc import Callable

from exporters.sheet.answering import answering
from exporters.sheet.blocks import EMPTY_ROOM, question_blocks, story_blocks
from exporters.sheet.boxes import introduction_box, standard_boxes
from exporters.sheet.content import Head, Lines, Marks, PastInterview, PrepSheet, Questions, Row, Rows
from exporters.sheet.cues import ANSWER_WIDTH, NAME_WIDTH, first_sentence, sentences, shortened, tidy
from exporters.sheet.head import head_of, head_of_all
from exporters.sheet.past import past_interviews
from languages import Sentences
from stories.files.library import Library
from stories.model.application import Application, AskedByForm
from stories.model.concept import Concept

KINDS_WITH_A_PLACE = ("self-introduction", "motivation", "company", "closing", "conditions", "reverse")
"""Kinds of question that have their places on every sheet; all others get a block and a story."""


def prepare(
    library: Library,
    application_id: str | None,
    *,
    best_story: Callable[[str], str | None],
    today: datetime.date,
    say: Sentences,
    kind_of: Callable[[str], str] | None = None,
) -> PrepSheet:
    """Return the sheet for the application; for None, one over all stories. Raises NotFound.

    `best_story` gives the id of the story that answers a question, or None; it is asked where none was chosen.
    `kind_of` tells the kind of a question where the application leaves it open.
    """
    if application_id is None:
        everything = set(library.stories)
        return _sheet(library, Application(), _all_stories(library, say), everything, head_of_all(library, say), say)
    application = _with_kinds(library.application(application_id), kind_of)
    asked = [one for one in application.questions if one.kind not in KINDS_WITH_A_PLACE]
    found = [(one, answering(library, one, best_story)) for one in asked]
    blocks = question_blocks(found, say)
    note = "" if blocks else say("prep_sheet.no_questions")
    questions = Questions(say("prep_sheet.questions"), note, 0 if blocks else EMPTY_ROOM, blocks)
    used = {story.id for _, one in found for story in one.stories}
    return _sheet(library, application, questions, used, head_of(application, today, say), say)


def _sheet(
    library: Library,
    application: Application,
    questions: Questions,
    used: set[str],
    head: Head,
    say: Sentences,
) -> PrepSheet:
    past = past_interviews(library, application, set(used), say)
    about = tidy(application.name, NAME_WIDTH) or say("prep_sheet.all_stories")
    return PrepSheet(
        name=say("prep_sheet.name", about=about),
        footer=about,
        head=head,
        introduction=introduction_box(library, application.questions, say),
        questions=questions,
        concepts=Rows(say("prep_sheet.concepts"), _concepts(library, application, used, say)),
        boxes=standard_boxes(library, application.questions, say),
        past_title=say("prep_sheet.past"),
        past=past,
        checklist=Lines(say("prep_sheet.checklist.title"), _checklist(questions, past, say)),
        left_out=Lines(say("prep_sheet.left_out"), _left_out(library, say), say("prep_sheet.left_out_note")),
        marks=Marks(*(say(f"prep_sheet.{name}") for name in ("do_not_say", "instead", "write_here"))),
    )


def _with_kinds(application: Application, kind_of: Callable[[str], str] | None) -> Application:
    if kind_of is None:
        return application
    told = [one if one.kind else _with_kind(one, kind_of(one.question)) for one in application.questions]
    return application.model_copy(update={"questions": told})


def _with_kind(asked: AskedByForm, kind: str) -> AskedByForm:
    return asked.model_copy(update={"kind": kind}) if kind in KINDS_WITH_A_PLACE else asked


def _all_stories(library: Library, say: Sentences) -> Questions:
    blocks = story_blocks(library.stories.values(), say)
    return Questions(say("prep_sheet.stories"), "" if blocks else say("prep_sheet.no_stories"), 0, blocks)


def _concepts(library: Library, application: Application, used: set[str], say: Sentences) -> tuple[Row, ...]:
    named = [one for one in dict.fromkeys(application.concepts) if one.strip()]
    linked = [one.id for one in library.concepts.values() if used.intersection(one.stories)]
    return tuple(_concept(library.concepts.get(concept_id), concept_id, say) for concept_id in named or linked)


def _concept(concept: Concept | None, concept_id: str, say: Sentences) -> Row:
    if concept is None:
        return Row(tidy(concept_id, NAME_WIDTH), remark=say("prep_sheet.lost_concept"), room=1, tone="soft")
    first = first_sentence(concept.first_sentence)
    known = first.rstrip(". ")
    rest = " ".join(one for one in sentences(concept.thirty_seconds) if one.rstrip(". ") != known)
    lines = tuple(line for line in (first, shortened(rest, ANSWER_WIDTH)) if line)
    if not lines:
        return Row(tidy(concept.name, NAME_WIDTH), remark=say("prep_sheet.not_written"), room=2, tone="soft")
    return Row(tidy(concept.name, NAME_WIDTH), lines, tone="lead" if first else "plain")


def _checklist(questions: Questions, past: tuple[PastInterview, ...], say: Sentences) -> tuple[str, ...]:
    warned = [one.number for one in questions.blocks if _has_retracted(one.rows + one.more)]
    places = [say("prep_sheet.number", number=number) for number in warned]
    places += [say("prep_sheet.past")] * any(_has_retracted(one.asked) for one in past)
    again = [say("prep_sheet.checklist.retracted", places=", ".join(places))] if places else []
    before = [say(f"prep_sheet.checklist.{name}") for name in ("time_and_place", "papers", "first_lines")]
    there = [say(f"prep_sheet.checklist.{name}") for name in ("recording", "debrief")]
    return (*before, *again, *there)


def _has_retracted(rows: tuple[Row, ...]) -> bool:
    return any(row.tone == "retracted" for row in rows)


def _left_out(library: Library, say: Sentences) -> tuple[str, ...]:
    errors = [problem for problem in library.problems if problem.severity == "error"]
    first = {problem.file: problem for problem in reversed(errors)}
    return tuple(
        tidy(say("prep_sheet.file_and_line", file=file, line=first[file].line)) if first[file].line else tidy(file)
        for file in dict.fromkeys(problem.file for problem in errors)
    )
