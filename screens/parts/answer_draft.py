"""A first draft from the person's own sentences: choose the story, the shape and the length, see it, take it."""

from collections.abc import Sequence
from functools import partial
from typing import get_args

import streamlit as st

from languages import Sentences
from screens.parts import session
from screens.parts.answer_slot import replace_answer
from screens.parts.choosing import distinct
from screens.parts.inert import as_html
from stories.files.library import Library
from stories.matching.plan import PlannedQuestion
from stories.model.application import Application
from stories.model.story import Story
from stories.writing.count import count, fill
from stories.writing.first_draft import Drafted, FirstDraft, Room, first_draft
from stories.writing.introduction import introduction
from stories.writing.limits import SPOKEN, limit_of, rule_of, seconds_of
from stories.writing.shapes import ShapeId

FORM = "form"
INTRODUCED = 3
"""Stories whose headlines an introduction takes at most."""


def show_first_draft(
    say: Sentences, library: Library, application: Application, planned: PlannedQuestion, text: str
) -> None:
    """Show the choices and the draft that they make."""
    if not library.stories:
        st.caption(say("answer.no_stories"))
        return
    room = _room(say, application, planned)
    drafting = _introduction if planned.kind == "self-introduction" else _from_story
    drafted = drafting(say, library, application, planned, room)
    if drafted is None:
        return
    for code in drafted.codes:
        st.caption(say(f"first_draft.{code}"))
    if not drafted.text:
        return
    _preview(say, library, drafted, room)
    st.button(
        say("first_draft.take"), type="primary", icon=":material/edit_note:", key="take_draft",
        on_click=partial(replace_answer, library, application, planned.number, drafted.text),
    )  # fmt: skip
    if text.strip():
        st.caption(say("first_draft.kept_before"))


def _room(say: Sentences, application: Application, planned: PlannedQuestion) -> Room:
    """Let one choose the limit of the form, or a time to speak."""
    asked = planned.asked
    limit, seconds = limit_of(asked), seconds_of(asked)
    options = [*([FORM] if limit or seconds else []), *map(str, SPOKEN), ""]

    def shown(option: str) -> str:
        if option == FORM:
            return say("first_draft.form_limit", limit=asked.limit)
        return say("first_draft.spoken", seconds=option) if option else say("first_draft.everything")

    chosen = st.selectbox(
        say("first_draft.length"), options, index=0 if FORM in options else 1, format_func=shown,
        key=f"room_{application.id}_{planned.number}_{asked.limit}",
    )  # fmt: skip
    if chosen == FORM:
        return Room(limit, rule_of(asked), seconds)
    return Room(None, rule_of(asked), int(chosen) if chosen else None)


def _from_story(
    say: Sentences, library: Library, application: Application, planned: PlannedQuestion, room: Room
) -> FirstDraft | None:
    stories = _stories(library, planned)
    if not planned.wants_story and not planned.chosen:
        st.caption(say("first_draft.not_of_story"))
    names = {one.id: one.name for one in stories}
    chosen: str | None = st.selectbox(
        say("first_draft.story"), list(names), format_func=distinct(list(names), names.__getitem__, str),
        index=0 if planned.wants_story or planned.chosen else None, placeholder=say("editor.choose"),
        key=f"from_{application.id}_{planned.number}",
    )  # fmt: skip
    shapes: tuple[ShapeId, ...] = get_args(ShapeId)
    shape: ShapeId | None = st.segmented_control(
        say("first_draft.shape"), shapes, default=shapes[0], format_func=lambda one: say(f"shape.{one}"),
        key=f"shape_{application.id}_{planned.number}", required=True,
    )  # fmt: skip
    st.caption(say(f"shape_hint.{shape}"))
    story = library.stories.get(chosen or "")
    return first_draft(story, shape, room) if story and shape else None


def _stories(library: Library, planned: PlannedQuestion) -> list[Story]:
    """Return all stories: the chosen ones first, then the other good ones, then the rest."""
    ranked = [one.story for one in (*planned.chosen, *planned.runner_ups)]
    return list({one.id: one for one in (*ranked, *library.stories.values())}.values())


def _introduction(
    say: Sentences, library: Library, application: Application, planned: PlannedQuestion, room: Room
) -> FirstDraft | None:
    stories = _stories(library, planned)
    ready = [one.id for one in stories if one.headline]
    names = {one.id: one.name for one in stories}
    chosen = st.multiselect(
        say("first_draft.headlines"), list(names), default=ready[:2],
        format_func=distinct(list(names), names.__getitem__, str),
        max_selections=INTRODUCED, key=f"headlines_{application.id}_{planned.number}",
        placeholder=say("first_draft.headlines_hint"),
    )  # fmt: skip
    kind_of = session.kind_of(session.index(library))
    answered = (
        one for one in application.questions if one.draft and (one.kind or kind_of(one.question)) == "motivation"
    )
    motivation = next((one.draft for one in answered), "")
    told = [library.stories[one] for one in chosen if one in library.stories]
    return introduction(library.profile, told, motivation, room)


def _preview(say: Sentences, library: Library, drafted: FirstDraft, room: Room) -> None:
    """Show each sentence with where it comes from and what to look at."""
    rows = "".join(
        f'<li>{as_html(one.text)} <span class="sb-chip">{as_html(_source(say, library, one))}</span>'
        f"{_marks(say, one.marks)}</li>"
        for one in drafted.sentences
    )
    counted = count(drafted.text)
    unit = "bytes" if room.rule.endswith("bytes") else "characters"
    written = say(f"application.{unit}", count=f"{counted.by(room.rule):,}")
    if room.limit:
        percent = int(100 * fill(counted.by(room.rule), room.limit))
        written = say("first_draft.of_limit", count=written, limit=f"{room.limit:,}", percent=percent)
    low, high = int(counted.spoken.seconds_low), round(counted.spoken.seconds_high)
    told = say("first_draft.counted", count=written, low=low, high=high)
    st.html(f'<ol class="sb-reasons">{rows}</ol><small>{as_html(told)}</small>')


def _source(say: Sentences, library: Library, one: Drafted) -> str:
    record, field = one.passage.record, say(f"passage.{one.passage.field}")
    story = library.stories.get(record) or library.archived.get(record)
    return f"{story.name[:16]} · {field}" if story else field


def _marks(say: Sentences, marks: Sequence[str]) -> str:
    return "".join(f' <span class="sb-badge sb-stretch">{as_html(say(f"first_draft.{mark}"))}</span>' for mark in marks)
