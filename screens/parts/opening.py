"""Go from one screen to another with something in hand: a story to edit, a competency to write about."""

import streamlit as st

STORY, NEW_WITH = "open_story", "new_story_with"


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
