"""What to do when the file and the form differ: both texts side by side, a file that is gone, and the sample."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, get_args

import streamlit as st

from languages import Sentences
from screens.parts import session
from screens.parts.difference import sides_html
from screens.parts.editing import CHOOSING, EDITING, Choice, Editing, choose, take_beside
from screens.parts.inert import as_html, as_label
from screens.parts.opening import STORY
from screens.parts.own_library import bring_drafts
from screens.parts.telling import error_sentence
from stories.errors import StoryBankError
from stories.files.drafts import forget_draft, move_draft
from stories.files.library import Library, read_library
from stories.files.places import library_folder
from stories.files.saving import create_record, keep_unsaved, save_fields
from stories.files.starting import start_library


def show_conflicts(say: Sentences, editing: Editing, keep: Callable[[], None]) -> None:
    """Show each field that both the file and the person changed, with both texts and a choice."""
    if not editing.conflicts:
        return
    st.error(say("editor.conflict"), icon=":material/call_split:")
    for name, theirs in list(editing.conflicts.items()):
        _both_texts(say, editing, name, theirs, "theirs", partial(_choose, editing, name, keep=keep))


def show_beside(say: Sentences, editing: Editing, keep: Callable[[], None]) -> None:
    """Show what another window has typed into the same fields and not saved, with the same choice."""
    if not editing.beside:
        return
    st.warning(say("editor.beside"), icon=":material/tab:")
    for name, texts in list(editing.beside.items()):
        _both_texts(say, editing, name, texts[0], "beside", partial(_choose_beside, editing, name, keep=keep))


def _both_texts(
    say: Sentences, editing: Editing, name: str, theirs: Any, whose: str, choose_one: Callable[[Choice], None]
) -> None:
    """Show one's own text and the other one side by side, and a button for each choice."""
    with st.container(border=True):
        st.html(f"<b>{as_html(say(f'story.field_{name}'))}</b>")
        sides = sides_html(say, _readable(editing.values()[name]), _readable(theirs))
        for column, side, text in zip(st.columns(2), ("mine", whose), sides, strict=True):
            with column:
                st.caption(say("editor.other_window") if side == "beside" else say(f"editor.{side}"))
                st.html(text)
        with st.container(horizontal=True, gap="small"):
            for choice in get_args(Choice):
                theirs_is_typed = choice == "theirs" and whose == "beside"
                taken = say("editor.take_beside") if theirs_is_typed else say(f"editor.take_{choice}")
                st.button(taken, key=f"{whose}_{choice}_{name}", on_click=choose_one, args=(choice,))


def show_not_saved(say: Sentences, editing: Editing) -> None:
    """Say why the form could not be saved, or not even be kept for the next start, and offer its texts as a file."""
    error = editing.not_saved or editing.not_kept
    if error is not None:
        st.error(as_label(error_sentence(say, error)), icon=":material/error:")
    if not (error or editing.gone) or not editing.changes():
        return
    parts = (f"{say(f'story.field_{name}')}\n{_readable(value)}" for name, value in editing.changes().items())
    st.download_button(
        say("autosave.download"), "\n\n".join(parts).encode("utf-8", "replace"), file_name=f"{editing.story_id}.txt",
        key="rescue", on_click="ignore",
    )  # fmt: skip


def show_gone(say: Sentences, library: Library, editing: Editing) -> None:
    """Say that the file is gone or cannot be read any more, and offer to write the form as a new story."""
    st.error(say("editor.gone"), icon=":material/delete:")
    if st.button(say("editor.save_as_new"), type="primary"):
        _write_new(say, library, editing)


def show_sample_choice(say: Sentences, editing: Editing) -> None:
    """Ask where to keep what was written in the sample: in a copy of it, or alone in a new library."""
    own = library_folder()
    with st.container(border=True):
        st.info(say("editor.sample", folder=as_label(str(own))), icon=":material/science:")
        if own.is_dir():
            same = read_library(own).files.get(("stories", editing.story_id))
            if same is not None and st.button(say("editor.sample_into_same"), type="primary", width="stretch"):
                move_draft(editing.library, "stories", editing.story_id, own, editing.story_id, same.version)
                _moved(editing.library, editing.story_id, editing.story_id)
            if st.button(say("editor.sample_into_own"), width="stretch"):
                _write_new(say, read_library(own), editing)
            return
        if st.button(say("editor.sample_copy"), type="primary", width="stretch"):
            _copy_sample(say, editing)
        if st.button(say("editor.sample_alone"), width="stretch"):
            _start_and_write(say, editing)


def _copy_sample(say: Sentences, editing: Editing) -> None:
    own, old = library_folder(), editing.library
    try:
        start_library(own, with_sample=True)
        save_fields(read_library(own), "stories", editing.story_id, editing.changes())
        forget_draft(old, "stories", editing.story_id)
        bring_drafts(own)
    except StoryBankError as error:
        st.error(as_label(error_sentence(say, error)))
        return
    _moved(old, editing.story_id, editing.story_id)


def _start_and_write(say: Sentences, editing: Editing) -> None:
    try:
        start_library(library_folder(), with_sample=False)
    except StoryBankError as error:
        st.error(as_label(error_sentence(say, error)))
        return
    _write_new(say, read_library(library_folder()), editing)


def _write_new(say: Sentences, library: Library, editing: Editing) -> None:
    values: dict[str, Any] = {name: value for name, value in editing.values().items() if value}
    try:
        made = create_record(library, "stories", values.get("title") or editing.story_id, values)
    except StoryBankError as error:
        st.error(as_label(error_sentence(say, error)))
        return
    _moved(editing.library, editing.story_id, made)


def _moved(old_library: Path, old_id: str, new_id: str) -> None:
    """Go on in one's own library with the story that was written there."""
    forget_draft(old_library, "stories", old_id)
    session.open_folder(library_folder())
    st.session_state.pop(EDITING, None)
    st.session_state.pop(CHOOSING, None)
    st.session_state[STORY] = new_id
    st.rerun(scope="app")


def _choose(editing: Editing, name: str, choice: Choice, keep: Callable[[], None]) -> None:
    if choice == "theirs":
        _put_away(editing, {name: editing.values()[name]})
    choose(editing, name, choice)
    keep()


def _put_away(editing: Editing, given_up: Mapping[str, Any]) -> None:
    """Keep what is given up among the earlier texts of the story."""
    with suppress(StoryBankError):
        keep_unsaved(session.library(), "stories", editing.story_id, given_up)


def _choose_beside(editing: Editing, name: str, choice: Choice, keep: Callable[[], None]) -> None:
    _put_away(editing, {name: editing.beside[name][0]} if choice == "mine" else {})
    if choice == "theirs":
        _put_away(editing, {name: editing.values()[name]})
    take_beside(editing, name, choice)
    keep()


def _readable(value: Any) -> str:
    if isinstance(value, list):
        return "\n".join(
            " · ".join(f"{text}" for text in one.values()) if isinstance(one, dict) else str(one) for one in value
        )
    return str(value)
