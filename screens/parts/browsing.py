"""The question bank to browse, by kind and competency; a question that is chosen is asked."""

from collections.abc import Mapping

import streamlit as st

from languages import Sentences
from screens.parts import session
from screens.parts.inert import as_label
from screens.parts.opening import put_question
from stories import bank
from stories.matching.gaps import QuestionFits, is_for_story
from stories.matching.index import LibraryIndex
from stories.matching.ranking import Fit
from stories.model.question import KINDS, Question

PAGE_SIZE = 20
"""Questions that are shown before one asks for more."""
SECONDS = 1.0
"""Time that may be spent on how well the shown questions are answered; most is for making the search ready, once."""
OTHER = ":material/chat_bubble:"
MARKS: Mapping[Fit, str] = {
    "strong": ":material/check_circle:",
    "workable": ":material/contrast:",
    "stretch": ":material/circle:",
    "none": ":material/circle:",
}
"""Marks that tell without colour how well a question is answered."""


def show_bank(say: Sentences, index: LibraryIndex) -> None:
    """Show the filters and the questions, each with how well it is answered; a click asks the question."""
    st.subheader(say("bank.title"))
    names = {one.id: one.name(say.language) for one in index.words.all}
    left, right = st.columns(2)
    kind = left.selectbox(
        say("bank.kind"), ["", *KINDS], format_func=lambda one: say(f"kind.{one}") if one else say("bank.all"),
        key="bank_kind", persist_state="session",
    )  # fmt: skip
    competency = right.selectbox(
        say("bank.competency"), ["", *names], format_func=lambda one: names.get(one, say("bank.all")),
        key="bank_competency", persist_state="session",
    )  # fmt: skip
    found = [one for one in (*index.asked_by_user, *bank.questions()) if _fits(one, kind or "", competency or "")]
    marks = " ".join(f"{MARKS[fit]} {say(f'fit.{fit}')}" for fit in ("strong", "workable"))
    st.caption(f"{say('bank.count', count=len(found))} · {marks} {MARKS['none']} {say('bank.unanswered')}")
    shown = found if st.session_state.get("bank_more") else found[:PAGE_SIZE]
    fits = session.question_fits(index, say.language)
    fits.work(SECONDS, [one for one in shown if is_for_story(one)])
    for question in shown:
        st.button(
            as_label(question.text(say.language)),
            key=f"bank_{question.id}",
            type="tertiary",
            icon=_mark(question, fits),
            on_click=put_question,
            args=(question.text(say.language),),
        )
    if len(shown) < len(found):
        st.button(say("bank.more", count=len(found) - len(shown)), on_click=_show_all)


def _fits(question: Question, kind: str, competency: str) -> bool:
    return (not kind or question.kind == kind) and (not competency or competency in question.competencies)


def _mark(question: Question, fits: QuestionFits) -> str:
    found = fits.of(question)
    return MARKS[found.fit] if found else OTHER


def _show_all() -> None:
    st.session_state["bank_more"] = True
