"""Which library is open, and the way from the sample to one's own."""

from pathlib import Path

import streamlit as st

from languages import Sentences
from screens.parts import session
from screens.parts.inert import as_label
from screens.parts.telling import error_sentence
from screens.parts.watching import watch_for
from stories.errors import LibraryMissing, StoryBankError
from stories.files.drafts import drafts_of, move_draft
from stories.files.library import read_library
from stories.files.places import SAMPLE, library_folder
from stories.files.starting import start_library

CARRIED = ("texts", "pasted")
"""Kinds of texts of applications that are kept until they are saved."""
NOT_STARTED = "library_not_started"
"""Where a session keeps why a library could not be started at a place."""


def show_library_place(say: Sentences) -> None:
    """Show in the menu where the open library is; for the sample, how to start one's own."""
    own = library_folder()
    if not session.in_sample():
        st.caption(f"{say('library.open')} {as_label(str(session.folder()))}")
        if st.button(say("library.look_at_sample"), type="tertiary"):
            session.open_folder(SAMPLE)
            st.rerun()
        return
    if session.own_is_missing():
        st.warning(say("library.own_is_missing", folder=as_label(str(own))), icon=":material/folder_off:")
    st.info(say("library.this_is_sample"), icon=":material/science:")
    if own.is_dir():
        if st.button(say("library.back_to_own"), type="primary", width="stretch"):
            session.open_folder(own)
            st.rerun()
        return
    show_start_buttons(say, own, "menu")


def show_newer(say: Sentences) -> None:
    """Say that the library is only read, where a newer program wrote into it."""
    file = session.newer_file()
    if file:
        st.error(say("library.newer", file=as_label(file)), icon=":material/lock:")


def show_start_buttons(say: Sentences, own: Path, key: str) -> None:
    """Show the two ways to start a library: empty, or with the sample's stories to try things on."""
    st.caption(say("library.will_be_at", folder=as_label(str(own))))
    if st.button(say("library.start_empty"), key=f"{key}_start_empty", width="stretch"):
        _start(say, own, with_sample=False)
    if st.button(say("library.start_with_sample"), key=f"{key}_start_with_sample", width="stretch"):
        _start(say, own, with_sample=True)
    place, error = st.session_state.get(NOT_STARTED, (None, None))
    if place == own and error is not None:
        st.error(as_label(error_sentence(say, error)), icon=":material/error:")


def show_missing_library(say: Sentences, error: LibraryMissing) -> None:
    """Say that the named folder is not there, and offer to start a library in it or to look at the sample."""
    st.error(as_label(error_sentence(say, error)), icon=":material/folder_off:")
    if drafts_of(session.folder(), "stories") or drafts_of(session.folder(), CARRIED[0]):
        st.info(say("library.typed_is_kept"), icon=":material/edit_note:")
    watch_for(session.folder())
    with st.container(width=420):
        show_start_buttons(say, session.folder(), "missing")
        if st.button(say("library.look_at_sample"), key="missing_sample", width="stretch"):
            session.open_folder(SAMPLE)
            st.rerun()


def _start(say: Sentences, own: Path, with_sample: bool) -> None:
    st.session_state.pop(NOT_STARTED, None)
    try:
        start_library(own, with_sample)
    except StoryBankError as error:
        st.session_state[NOT_STARTED] = (own, error)  # it stays, because the screen may run again by itself
        return
    move_draft(SAMPLE, "new", "story", own, "story", "")
    if with_sample:
        bring_drafts(own)
    session.open_folder(own)
    st.rerun()


def bring_drafts(own: Path) -> None:
    """Carry what was typed in the sample, and not saved, over to the same places of one's own library."""
    stories = read_library(own).files
    for story_id in drafts_of(SAMPLE, "stories"):
        state = stories.get(("stories", story_id))
        if state is not None:
            move_draft(SAMPLE, "stories", story_id, own, story_id, state.version)
    for kind in CARRIED:
        for text_id in drafts_of(SAMPLE, kind):
            move_draft(SAMPLE, kind, text_id, own, text_id, "")
