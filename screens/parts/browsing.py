"""The question bank to browse, by kind and competency; a question that is chosen is asked."""

import streamlit as st

from languages import Sentences
from screens.parts.inert import as_label
from stories import bank
from stories.matching.index import LibraryIndex
from stories.model.question import KINDS, Question

PAGE_SIZE = 20
"""Questions that are shown before one asks for more."""


def show_bank(say: Sentences, index: LibraryIndex, typed_key: str, round_key: str) -> None:
    """Show the filters and the questions; a click puts the question into the search box."""
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
    st.caption(say("bank.count", count=len(found)))
    shown = found if st.session_state.get("bank_more") else found[:PAGE_SIZE]
    for question in shown:
        st.button(
            as_label(question.text(say.language)),
            key=f"bank_{question.id}",
            type="tertiary",
            icon=":material/chat_bubble:",
            on_click=_ask,
            args=(question.text(say.language), typed_key, round_key),
        )
    if len(shown) < len(found):
        st.button(say("bank.more", count=len(found) - len(shown)), on_click=_show_all)


def _fits(question: Question, kind: str, competency: str) -> bool:
    return (not kind or question.kind == kind) and (not competency or competency in question.competencies)


def _ask(text: str, typed_key: str, round_key: str) -> None:
    st.session_state[typed_key] = text
    st.session_state[round_key] = st.session_state.get(round_key, 0) + 1


def _show_all() -> None:
    st.session_state["bank_more"] = True
