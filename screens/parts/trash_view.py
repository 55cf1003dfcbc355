"""What was deleted, here or by another program, and the way back."""

from functools import partial

import streamlit as st

from languages import Sentences
from screens.parts.backup_view import time_of
from screens.parts.inert import as_html
from screens.parts.said import do
from stories.files.deleting import Deleted, deleted_records
from stories.files.library import Library
from stories.files.restoring import restore

SHOWN = 20
"""Records that are shown, those deleted last first."""


def show_trash(say: Sentences, library: Library) -> None:
    """Show the list."""
    found = deleted_records(library)
    if not found:
        st.caption(say("trash.empty"))
        return
    for one in found[:SHOWN]:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            when = f"{say(f'kinds.{one.kind}')} · {time_of(one.at)}"
            st.html(f"<b>{as_html(one.name)}</b> <small>{as_html(when)}</small>", width="stretch")
            st.button(
                say("trash.restore"), key=f"untrash_{one.kind}_{one.id}", icon=":material/restore_from_trash:",
                on_click=partial(_restore, say, library, one),
            )  # fmt: skip
    if len(found) > SHOWN:
        st.caption(say("trash.more", count=len(found) - SHOWN))


def _restore(say: Sentences, library: Library, one: Deleted) -> None:
    do(say, say("trash.restored", name=one.name), partial(restore, library, one.kind, one.id, one.version, ""))
