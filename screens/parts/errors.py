"""Where an error becomes a sentence on the screen: around each screen in app.py, and around what reruns alone."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from languages import Sentences
from screens.parts.inert import as_label
from screens.parts.own_library import show_missing_library
from screens.parts.telling import error_sentence
from stories.errors import LibraryMissing, StoryBankError
from stories.files.faults import log_of, note_fault


@contextmanager
def telling_errors(say: Sentences) -> Iterator[None]:
    """Show what stops an action in one sentence; for a missing library, with the ways on.

    A fault of ours is noted on this machine, and its number shown; neither holds a text of the user.
    """
    try:
        yield
    except LibraryMissing as error:
        show_missing_library(say, error)
    except StoryBankError as error:
        st.error(as_label(error_sentence(say, error)), icon=":material/error:")
    except Exception as error:  # noqa: BLE001 - noted, and told in a sentence
        number = note_fault(error)
        st.error(as_label(say("fault.noted", number=number, file=log_of())), icon=":material/error:")
