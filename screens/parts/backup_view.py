"""A backup of everything as one file, and what a backup would bring back."""

import datetime
from functools import partial

import streamlit as st

from languages import Sentences
from screens.parts import session
from screens.parts.backup_differing import show_differing
from screens.parts.inert import as_html, as_label
from screens.parts.said import do
from screens.parts.telling import error_sentence
from stories.errors import StoryBankError
from stories.files.backup import Backup, backup, left_out, read_backup
from stories.files.backup_restoring import Comparison, compare, restore_backup
from stories.files.library import Library

SHOWN = 12
"""Names of files that are shown before the rest is counted."""
ROUND = "backup_round"


def show_backup(say: Sentences, library: Library) -> None:
    """Show the button that takes a backup, and the place to hand one in."""
    st.caption(say("backup.about"))
    st.download_button(
        say("backup.take"),
        data=partial(backup, library.folder),
        file_name=f"storybank-{session.today():%Y-%m-%d}.zip",
        mime="application/zip",
        on_click="ignore",
        icon=":material/download:",
        type="primary",
    )
    try:
        missing = left_out(library.folder)
    except StoryBankError as error:
        st.error(as_label(error_sentence(say, error)))
        return
    if missing:
        st.caption(say("backup.left_out", files=as_label(_named(missing))))
    with st.expander(say("backup.bring_back"), icon=":material/upload:"):
        _bring_back(say, library)


def _bring_back(say: Sentences, library: Library) -> None:
    given = st.file_uploader(say("backup.file"), type="zip", key=f"backup_{st.session_state.get(ROUND, 0)}")
    if given is None:
        st.caption(say("backup.never_overwrites"))
        return
    try:
        found = read_backup(given.getvalue())
    except StoryBankError as error:
        st.error(as_label(error_sentence(say, error)))
        return
    there = compare(found, library.folder)
    _comparison(say, there)
    show_differing(say, library, found, there.differing)
    if there.missing:
        st.button(
            say("backup.add", count=len(there.missing)), type="primary", icon=":material/restore:",
            disabled=session.in_sample(), on_click=partial(_add, say, library, found),
        )  # fmt: skip


def _comparison(say: Sentences, there: Comparison) -> None:
    """Say what would be added, and what is there with another text and stays."""
    lines = [say("backup.same", count=len(there.same))]
    for key, names in (("backup.missing", there.missing), ("backup.differing", there.differing)):
        if names:
            lines.append(say(key, count=len(names), files=_named(names)))
    st.html("<br>".join(as_html(line) for line in lines))


def _add(say: Sentences, library: Library, found: Backup) -> None:
    do(say, say("backup.added"), partial(restore_backup, found, library.folder), _next_round)


def _next_round() -> None:
    """Empty the box for the file."""
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1


def _named(names: tuple[str, ...]) -> str:
    return ", ".join(names[:SHOWN]) + (f" … (+{len(names) - SHOWN})" if len(names) > SHOWN else "")


def time_of(at: str) -> str:
    """Return a time on this machine, to the second; as it stands where it is none."""
    try:
        return datetime.datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M:%S")
    except ValueError:
        return at[:40]
