"""Applications: all of them with what is still empty, the one that is open with its plan, and one answer's editor."""

import streamlit as st

from screens.parts import session
from screens.parts.answer_editor import show_answer
from screens.parts.application_list import show_applications
from screens.parts.application_view import show_application
from screens.parts.lost_texts import show_lost_application
from screens.parts.opening import APPLICATION, PLACE, QUESTION
from screens.parts.said import show_said
from screens.parts.watching import watch

ID, NUMBER = "application", "question"
"""Names in the address, so that a reload comes back to the same place."""


def show() -> None:
    """Show the list, one application, or one answer."""
    say, library = session.say(), session.library()
    show_said()
    named = (st.query_params.get(ID, ""), _number(st.query_params.get(NUMBER, "")))
    if st.session_state.get(APPLICATION) is None or (PLACE in st.session_state and named != st.session_state[PLACE]):
        st.session_state[APPLICATION], st.session_state[QUESTION] = named  # a reload, or the browser's way back
    opened, number = str(st.session_state[APPLICATION]), int(st.session_state.get(QUESTION, 0))
    if opened not in library.applications:
        if opened and show_lost_application(say, library, opened):
            return
        _address("", 0)
        show_applications(say, library)
    elif 1 <= number <= len(library.applications[opened].questions):
        _address(opened, number)
        show_answer(opened, number)
        watch()
    else:
        _address(opened, 0)
        show_application(say, library, opened)
        watch()


def _number(typed: str) -> int:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 5 else 0


def _address(opened: str, number: int) -> None:
    st.session_state[APPLICATION], st.session_state[QUESTION] = opened, number
    st.session_state[PLACE] = (opened, number)
    wanted = {ID: opened, NUMBER: str(number) if number else ""}
    kept = {"round": st.query_params["round"]} if number and "round" in st.query_params else {}
    st.query_params.from_dict({name: value for name, value in wanted.items() if value} | kept)


show()
