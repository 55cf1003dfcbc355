"""The record that is open, looked at now and then: what another program writes into it shows without a click."""

import os
from pathlib import Path

import streamlit as st

from screens.parts import session
from stories.errors import StoryBankError
from stories.files.library import Library

SECONDS = 3
"""Time between two looks at the file."""
SEEN = "record_seen"


def note_seen(library: Library, kind: str, record_id: str) -> None:
    """Note what this window shows; call it whenever the record is drawn."""
    st.session_state[SEEN] = (kind, record_id, _version(library, kind, record_id))


@st.fragment(run_every=SECONDS)
def watch() -> None:
    """Draw the page anew when the record is another than it shows; typed text stays, as after any click."""
    if SEEN not in st.session_state:
        return
    kind, record_id, seen = st.session_state[SEEN]
    try:
        now = _version(session.library(), kind, record_id)
    except StoryBankError:
        now, seen = None, ""  # the folder is away; the page then says so
    if now != seen:
        st.rerun(scope="app")


@st.fragment(run_every=SECONDS)
def watch_for(folder: Path) -> None:
    """Draw the page anew when the folder is there."""
    if os.path.isdir(folder):  # noqa: PTH112 - unlike Path.is_dir, it never raises
        st.rerun(scope="app")


def _version(library: Library, kind: str, record_id: str) -> str | None:
    state = library.files.get((kind, record_id))
    return state.version if state else None
