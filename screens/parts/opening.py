"""Go from one screen to another with something in hand: a story to edit, an answer to write, a question."""

import streamlit as st

STORY, NEW_WITH = "open_story", "new_story_with"
TYPED, ROUND = "find_typed", "find_round"
HISTORY = "open_history"
# The file, by kind and id, whose earlier texts are to be shown.
APPLICATION, QUESTION, PLACE = "open_application", "open_question", "application_place"
# PLACE: what the address named when the screen was last shown.
# Which application is open, and the number of the question whose answer is being written (0: none).
# What stands in the search box, and how often it was put there by the app.


def open_story(story_id: str | None) -> None:
    """Go to the editor of the story, or to an empty form for None."""
    st.session_state[STORY] = story_id
    if story_id is None:
        st.session_state[NEW_WITH] = st.session_state.get(NEW_WITH, {})
    st.switch_page("screens/story.py")


def write_story(competency: str, question: str) -> None:
    """Go to the form for a new story, with the competency chosen and the question in sight."""
    st.session_state[NEW_WITH] = {"competency": competency, "question": question}
    open_story(None)


def put_question(question: str) -> None:
    """Put the question into the search box in place of what was typed."""
    st.session_state[TYPED] = question
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1


def find_story(question: str) -> None:
    """Go to the search with the question asked."""
    put_question(question)
    st.switch_page("screens/find.py")


def open_application(application_id: str, number: int = 0) -> None:
    """Go to an application, or to the answer of its question with this number, counted from 1."""
    st.session_state[APPLICATION], st.session_state[QUESTION] = application_id, number
    st.session_state.pop(PLACE, None)
    st.switch_page("screens/application.py")


def open_history(kind: str, record_id: str) -> None:
    """Go to the earlier texts of a file."""
    st.session_state[HISTORY] = (kind, record_id)
    st.switch_page("screens/library.py")
