"""Find: one search box that answers while one types, with the stories that fit, why, and what belongs to them."""

from collections.abc import Sequence

import streamlit as st

from languages import Sentences
from screens.parts import session
from screens.parts.browsing import show_bank
from screens.parts.errors import telling_errors
from screens.parts.inert import as_html, as_label
from screens.parts.live_text import live_text
from screens.parts.look import chips, fit_badge, star_dots
from screens.parts.opening import ROUND, TYPED, open_story, write_story
from screens.parts.past_view import show_met_before, show_past
from screens.parts.question_view import show_question
from screens.parts.story_view import show_story
from screens.parts.telling import reason_sentence
from stories.matching.index import LibraryIndex
from stories.matching.marks import marks
from stories.matching.past import PastMatch, find_past
from stories.matching.ranking import Answer, ConceptMatch, Match, find
from stories.matching.reasons import reasons
from stories.model.concept import EXPLANATIONS

# Stories that are shown at most.
SHOWN = 5
# Stories that hardly fit that are shown at most where none fits: they lie open, below what to do instead.
FAR = 3


def show() -> None:
    """Show the screen."""
    st.title(session.say()("find.title"))
    _search()


@st.fragment
def _search() -> None:
    """Show the box and the answer; reruns alone while one types, and looks at the files anew each time."""
    with telling_errors(session.say()):
        _show_search(session.say(), session.index(session.library()))


def _show_search(say: Sentences, index: LibraryIndex) -> None:
    question = live_text(
        say("find.label"),
        key="find_box",
        text=st.session_state.get(TYPED, ""),
        generation=str(st.session_state.get(ROUND, 0)),
        placeholder=say("find.placeholder"),
        hint=say("find.hint"),
    )
    st.session_state[TYPED] = question
    if not question.strip():
        show_bank(say, index)
        return
    answer = find(question, index, limit=None)
    if answer.asked.cut:
        st.caption(say("find.cut"))
    if answer.asked.retyped:
        st.caption(say("find.retyped", text=as_label(answer.asked.retyped)))
    _understood(say, answer, index)
    past = find_past(answer.asked, index.asked_before)
    explains = answer.asked.answer_kind == "concept"
    stories, beside = st.columns([3, 2], gap="large")
    with stories:
        if explains:
            with st.container(key="explained"):
                _concepts(say, answer)
        if answer.best is None:
            _nothing(say, answer, index)
            with st.container(key="past"):
                show_past(say, past, index)
        else:
            show_met_before(say, past)
        _stories(say, answer, index)
    with beside, st.container(key="beside"):
        if not explains:
            _concepts(say, answer)
        if answer.best is not None:
            show_past(say, past, index)
        _questions(say, answer, past)


def _understood(say: Sentences, answer: Answer, index: LibraryIndex) -> None:
    names = {one.id: one.name(say.language) for one in index.words.all}
    shown = [names[one] for one, weight in answer.asked.competencies.items() if one in names and weight >= 0.4][:3]
    kind = say(f"kind.{answer.asked.kind}")
    st.html(f"{as_html(say('find.understood'))} {chips([kind, *shown])}")


def _stories(say: Sentences, answer: Answer, index: LibraryIndex) -> None:
    fitting = [match for match in answer.stories if match.fit in ("strong", "workable")][:SHOWN]
    for place, match in enumerate(fitting):
        _story(say, match, answer, index, expanded=place == 0)
    far = [match for match in answer.stories if match.fit == "stretch"][: SHOWN if fitting else FAR]
    if far:
        with st.expander(say("find.stretch", count=len(far)), expanded=not fitting):
            for match in far:
                _story(say, match, answer, index, expanded=False)


def _nothing(say: Sentences, answer: Answer, index: LibraryIndex) -> None:
    """Say honestly that no story answers it, and what to do instead."""
    kind = answer.asked.answer_kind
    st.warning(say(f"find.none_{kind}"), icon=":material/lightbulb:")
    if kind != "story":
        return
    competency = answer.asked.main_competency
    name = next((one.name(say.language) for one in index.words.all if one.id == competency), "")
    label = say("find.write_about", competency=as_label(name)) if name else say("find.write")
    if st.button(label, type="primary", icon=":material/edit_note:"):
        write_story(competency, answer.asked.query)


def _story(say: Sentences, match: Match, answer: Answer, index: LibraryIndex, expanded: bool) -> None:
    story = match.story
    found = reasons(match, answer.asked, index, say.language)
    lines = "".join(
        f"<li{' class=against' if one.warning else ''}>{as_html(reason_sentence(say, one))}</li>" for one in found
    )
    headline = f'<div class="sb-headline">{as_html(story.headline)}</div>' if story.headline else ""
    with st.container(border=True):
        st.html(
            f"{fit_badge(say, match)} <b>{as_html(story.name)}</b> {star_dots(say, story)}{headline}"
            f'<ul class="sb-reasons">{lines}</ul>'
        )
        with st.expander(say("find.read"), expanded=expanded):
            show_story(say, story, marks(story, answer.asked, index.words))
        if st.button(say("find.edit"), key=f"edit_{story.id}", icon=":material/edit:", type="tertiary"):
            open_story(story.id)


def _concepts(say: Sentences, answer: Answer) -> None:
    if not answer.concepts:
        return
    st.subheader(say("find.concepts"))
    for found in answer.concepts[:3]:
        _concept(say, found)


def _concept(say: Sentences, found: ConceptMatch) -> None:
    concept = found.concept
    with st.container(border=True):
        st.html(f"<b>{as_html(concept.name)}</b>")
        written = [part for part in EXPLANATIONS if getattr(concept, part)]
        if not written:
            st.caption(say("find.concept_empty"))
        for part in written:
            st.html(f"<small>{as_html(say(f'concept.{part}'))}</small><br>{as_html(getattr(concept, part))}")


def _questions(say: Sentences, answer: Answer, past: Sequence[PastMatch]) -> None:
    """Show the questions of the bank that are like it; one's own stand among the past ones."""
    own = {one.past.id for one in past if one.past.where == "own"}
    near = [one for place, one in enumerate(answer.questions) if one.score >= (40 if place else 30)]
    shown = [one.question for one in near if one.question.id not in own][:4]
    if shown:
        st.subheader(say("find.questions"))
    for place, question in enumerate(shown):
        show_question(say, question, expanded=place == 0)


show()
