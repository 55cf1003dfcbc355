"""Earlier answers to a like question, with the other company's name marked, to begin from."""

from functools import partial

import streamlit as st

from languages import Sentences
from screens.parts import session
from screens.parts.answer_slot import replace_answer
from screens.parts.inert import as_html, as_label
from screens.parts.look import marked
from stories.files.library import Library
from stories.matching.plan import PlannedQuestion
from stories.model.application import Application
from stories.writing.count import count
from stories.writing.reuse import reusable


def show_reuse(say: Sentences, library: Library, application: Application, planned: PlannedQuestion) -> None:
    """Show the earlier answers, the most alike first."""
    found = reusable(planned.asked.question, application.id, library, session.index(library))
    if not found:
        st.caption(say("answer.no_reuse"))
        return
    for place, one in enumerate(found):
        label = say("answer.reuse_of", name=one.name, count=f"{count(one.text).characters:,}")
        with st.expander(as_label(label), expanded=place == 0):
            st.html(f'<small>{as_html(one.question)}</small><div class="sb-mark">{marked(one.text, one.names)}</div>')
            if one.names:
                st.caption(say("answer.reuse_names", count=len(one.names)))
            st.button(
                say("answer.reuse_take"), key=f"reuse_{place}", icon=":material/input:",
                on_click=partial(replace_answer, library, application, planned.number, one.text),
            )  # fmt: skip
