"""The library itself: a backup of everything, earlier texts of every file, what was deleted, and second versions."""

import streamlit as st

from screens.parts import session
from screens.parts.backup_view import show_backup
from screens.parts.copies_view import show_copies
from screens.parts.history_view import show_history
from screens.parts.inert import as_label
from screens.parts.trash_view import show_trash


def show() -> None:
    """Show the screen."""
    say, library = session.say(), session.library()
    st.title(say("library.title"))
    st.caption(say("library.about", folder=as_label(str(library.folder))))
    show_copies(say, library)
    st.subheader(say("backup.title"))
    show_backup(say, library)
    if session.in_sample():
        st.info(say("library.this_is_sample"), icon=":material/science:")
        return
    st.subheader(say("history.title"))
    show_history(say, library)
    st.subheader(say("trash.title"))
    show_trash(say, library)


show()
