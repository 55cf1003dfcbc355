"""Earlier texts of each file: when, what has changed since, and the way back, which can be undone too."""

from collections.abc import Mapping
from functools import partial
from operator import itemgetter

import streamlit as st

from languages import Sentences
from screens.parts.backup_view import time_of
from screens.parts.choosing import distinct
from screens.parts.difference import show_file_difference
from screens.parts.inert import as_label
from screens.parts.opening import HISTORY
from screens.parts.said import do
from screens.parts.telling import error_sentence, kind_and_name
from stories.errors import StoryBankError
from stories.files.disk import version_of
from stories.files.history import Kept, history, kept_ids
from stories.files.library import MODELS, Library
from stories.files.restoring import bytes_on_disk, path_of, restore

CHOSEN = "history_file"


def show_history(say: Sentences, library: Library) -> None:
    """Show the files to choose from, and the earlier texts of the chosen one."""
    st.caption(say("history.about"))
    names = _names(say, library)
    if not names:
        st.caption(say("history.none"))
        return
    if HISTORY in st.session_state:
        st.session_state[CHOSEN] = st.session_state.pop(HISTORY)
    if st.session_state.get(CHOSEN) not in names:
        st.session_state.pop(CHOSEN, None)
    chosen = st.selectbox(
        say("history.file"),
        list(names),
        format_func=distinct(list(names), names.__getitem__, itemgetter(1)),
        key=CHOSEN,
        persist_state="session",
    )
    if chosen is not None:
        _texts(say, library, *chosen)


def _names(say: Sentences, library: Library) -> Mapping[tuple[str, str], str]:
    """Return the files that have earlier texts by kind and id, each with its kind and what people call it."""
    return {
        (kind, record_id): kind_and_name(say, library, kind, record_id)
        for kind in MODELS
        for record_id in kept_ids(library.folder, kind)
        if (kind, record_id) in library.files
    }


def _texts(say: Sentences, library: Library, kind: str, record_id: str) -> None:
    texts = history(library.folder, kind, record_id)
    try:
        now = bytes_on_disk(library.folder, path_of(library, kind, record_id))
    except StoryBankError as error:
        st.error(as_label(error_sentence(say, error)))
        return
    earlier = [one for one in texts if one.content != now]
    if not earlier:
        st.caption(say("history.no_texts"))
        return
    chosen = st.selectbox(
        say("history.text"),
        earlier,
        format_func=distinct(earlier, lambda one: time_of(one.at)),
        key=f"kept_{kind}_{record_id}_{version_of(now or b'')[:8]}",
    )
    show_file_difference(say, now or b"", chosen.content)
    st.button(
        say("history.restore"), icon=":material/history:", key="restore_text",
        on_click=partial(_restore, say, library, kind, record_id, chosen, "" if now is None else version_of(now)),
    )  # fmt: skip


def _restore(say: Sentences, library: Library, kind: str, record_id: str, kept: Kept, based_on: str) -> None:
    done = say("history.restored", time=time_of(kept.at))
    do(say, done, partial(restore, library, kind, record_id, kept.version, based_on))
