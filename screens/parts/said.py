"""A message that is said once, on the next run of the screen."""

from collections.abc import Callable

import streamlit as st

from languages import Sentences
from screens.parts.inert import as_label
from screens.parts.telling import error_sentence
from stories.errors import StoryBankError

_KEY = "said_on_next_run"


def say_next(kind: str, text: str) -> None:
    """Have a text said on the next run; `kind` is one of Streamlit's: success, info, warning, error."""
    st.session_state[_KEY] = (kind, text)


def do(say: Sentences, done: str, action: Callable[[], object], then: Callable[[], None] | None = None) -> None:
    """Do it, and say on the next run that it is done, or why it is not; `then` follows only what is done."""
    try:
        action()
    except StoryBankError as error:
        say_next("error", error_sentence(say, error))
        return
    say_next("success", done)
    if then is not None:
        then()


def show_said() -> None:
    """Show what is to be said, once."""
    kind, text = st.session_state.pop(_KEY, ("", ""))
    if kind:
        {"success": st.success, "info": st.info, "warning": st.warning, "error": st.error}[kind](as_label(text))
