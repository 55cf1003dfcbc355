"""A library whose stories are all gone at once: more likely a drive or a sync program than a wish."""

from functools import partial

import streamlit as st

from languages import Sentences
from screens.parts.inert import as_label
from stories.files.library import Library
from stories.files.seen import missing_stories, remember_stories


def show_emptied(say: Sentences, library: Library) -> bool:
    """Say that the stories are gone, and tell whether they are; nothing is changed until the person meant it."""
    missing = missing_stories(library)
    if not missing:
        remember_stories(library)
        return False
    st.error(say("home.emptied", count=missing, folder=as_label(str(library.folder))), icon=":material/folder_off:")
    st.button(say("home.emptied_meant"), on_click=partial(remember_stories, library, even_none=True))
    return True
