"""Delete a record, with a second click and a way back; and the way to its earlier texts."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from languages import Sentences
from screens.parts import session
from screens.parts.inert import as_label
from screens.parts.opening import open_history
from screens.parts.said import do
from stories.files.deleting import delete_record
from stories.files.drafts import forget_draft
from stories.files.library import Library


def show_delete(
    say: Sentences, library: Library, kind: str, record_id: str, name: str, then: Callable[[], None]
) -> None:
    """Show the two buttons; `then` follows when the record is deleted."""
    if session.in_sample():
        return
    with st.container(horizontal=True, gap="small"):
        if st.button(say("history.open"), key=f"history_{kind}_{record_id}", icon=":material/history:"):
            open_history(kind, record_id)
        with st.popover(say("trash.delete"), icon=":material/delete:"):
            st.write(say("trash.sure"))
            version = library.files[kind, record_id].version
            st.button(
                as_label(say("trash.delete_now", name=name)),
                key=f"delete_{kind}_{record_id}",
                type="primary",
                on_click=partial(
                    do,
                    say,
                    say("trash.deleted", name=name),
                    partial(delete_record, library, kind, record_id, version),
                    partial(_gone, library, kind, record_id, then),
                ),
            )


def _gone(library: Library, kind: str, record_id: str, then: Callable[[], None]) -> None:
    forget_draft(library.folder, kind, record_id)
    then()
