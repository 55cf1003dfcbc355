"""One question to read: what the interviewer wants to know, and what may be asked next."""

import streamlit as st

from languages import Sentences
from screens.parts.inert import as_html, as_label
from stories.model.question import Question


def show_question(say: Sentences, question: Question, *, expanded: bool) -> None:
    """Show the question; where nothing more is known of it, its text alone."""
    wording = question.wording(say.language)
    if not wording.wants and not wording.follow_ups:
        with st.container(border=True):
            st.html(as_html(wording.question))
        return
    with st.expander(as_label(wording.question), expanded=expanded):
        if wording.wants:
            st.html(f"<b>{as_html(say('find.wants'))}</b> {as_html(wording.wants)}")
        if wording.follow_ups:
            items = "".join(f"<li>{as_html(text)}</li>" for text in wording.follow_ups)
            st.html(f"<b>{as_html(say('find.likely_follow_ups'))}</b><ul>{items}</ul>")
