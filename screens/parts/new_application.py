"""The form for a new application: a company or a position is enough; the rest comes on its own page."""

import streamlit as st

from languages import Sentences
from screens.parts import session
from screens.parts.inert import as_label
from screens.parts.live_text import live_text
from screens.parts.opening import open_application
from screens.parts.own_library import show_start_buttons
from screens.parts.telling import error_sentence
from stories.errors import StoryBankError
from stories.files.library import Library
from stories.files.places import library_folder
from stories.files.saving import create_record

ROUND = "new_application_round"


def show_new_application(say: Sentences, library: Library) -> None:
    """Show the form, folded away where there are applications already."""
    with st.expander(say("application.new"), expanded=not library.applications, icon=":material/add:"):
        if session.in_sample():
            st.warning(say("application.sample_first"), icon=":material/science:")
            show_start_buttons(say, library_folder(), "new_application")
            return
        generation = str(st.session_state.get(ROUND, 0))
        left, right = st.columns(2)
        with left:
            company = live_text(
                say("application.company"), key="new_company", generation=generation,
                placeholder=say("application.company_example"),
            )  # fmt: skip
        with right:
            position = live_text(
                say("application.position"), key="new_position", generation=generation,
                placeholder=say("application.position_example"),
            )  # fmt: skip
        if st.button(say("application.create"), type="primary"):
            _create(say, library, company.strip(), position.strip())


def _create(say: Sentences, library: Library, company: str, position: str) -> None:
    if not company and not position:
        st.error(say("application.name_needed"))
        return
    title = " ".join(filter(None, (company, position)))
    fields = {"company": company, "position": position, "status": "preparing"}
    try:
        made = create_record(library, "applications", title, fields)
    except StoryBankError as error:
        st.error(as_label(error_sentence(say, error)))
        return
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
    open_application(made)
