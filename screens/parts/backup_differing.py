"""Files of a backup that say something else than those in the library: what differs, and the way to take one."""

from collections.abc import Collection, Mapping
from functools import partial

import streamlit as st

from languages import Sentences
from screens.parts import session
from screens.parts.choosing import distinct
from screens.parts.difference import show_file_difference
from screens.parts.inert import as_label
from screens.parts.said import do
from screens.parts.telling import error_sentence, kind_and_name, record_name
from stories.errors import StoryBankError
from stories.files.backup import Backup
from stories.files.backup_restoring import same_file
from stories.files.disk import version_of
from stories.files.library import Library
from stories.files.restoring import bytes_on_disk, path_of, restore_from_outside


def show_differing(say: Sentences, library: Library, found: Backup, differing: Collection[str]) -> None:
    """Show one of the differing files beside that of the library, and a button to take the backup's."""
    names = _records(library, differing)
    if not names:
        return
    chosen = st.selectbox(
        say("backup.compare"),
        list(names),
        format_func=distinct(list(names), lambda one: kind_and_name(say, library, *one), names.__getitem__),
        index=None,
        placeholder=say("backup.choose"),
        key="backup_differing",
    )
    if chosen is None:
        return
    then = found.files[names[chosen]]
    try:
        now = bytes_on_disk(library.folder, path_of(library, *chosen))
    except StoryBankError as error:
        st.error(as_label(error_sentence(say, error)))
        return
    show_file_difference(say, now or b"", then)
    st.button(
        say("backup.take_text"), icon=":material/restore:", key="take_from_backup", disabled=session.in_sample(),
        on_click=partial(_take, say, library, *chosen, then, "" if now is None else version_of(now)),
    )  # fmt: skip


def _records(library: Library, names: Collection[str]) -> Mapping[tuple[str, str], str]:
    """Return which of the files are records of the library, by kind and id."""
    by_file = {same_file(name): name for name in names}
    found = {}
    for record, state in library.files.items():
        if state.path.is_relative_to(library.folder):
            name = by_file.get(same_file(state.path.relative_to(library.folder).as_posix()))
            if name is not None:
                found[record] = name
    return found


def _take(say: Sentences, library: Library, kind: str, record_id: str, content: bytes, based_on: str) -> None:
    done = say("backup.taken", name=record_name(library, kind, record_id))
    do(say, done, partial(restore_from_outside, library, kind, record_id, content, based_on))
