"""Texts that wait to be saved and have no place any more: the question, the application or its file is gone."""

from collections.abc import Collection
from functools import partial

import streamlit as st

from languages import Sentences
from screens.parts.inert import as_html, as_label
from screens.parts.opening import APPLICATION, QUESTION
from screens.parts.telling import problem_sentence
from screens.parts.writing import KIND, unsaved
from stories.files.drafts import forget_draft, read_draft
from stories.files.library import Library


def show_lost_application(say: Sentences, library: Library, application_id: str) -> bool:
    """Show why an application that was open cannot be shown, with what waits to be saved; tell whether it was one."""
    file = f"applications/{application_id}.yaml"
    problems = [one for one in library.problems if one.file == file and one.severity == "error"]
    waiting = [slot for record, slot in unsaved(library) if record == application_id]
    if not problems and not waiting:
        return False
    st.button(say("application.back"), type="tertiary", icon=":material/arrow_back:", on_click=_back)
    st.title(as_label(application_id))
    for one in problems:
        st.error(as_label(problem_sentence(say, one)), icon=":material/error:")
    if not problems:
        st.error(say("lost.file_gone", file=as_label(file)), icon=":material/delete:")
    show_lost_texts(say, library, application_id, ())
    return True


def show_lost_texts(say: Sentences, library: Library, application_id: str, placed: Collection[str]) -> None:
    """Show the texts of an application that wait to be saved and whose place is none of these."""
    for record, slot in unsaved(library):
        draft = read_draft(library.folder, KIND, slot) if record == application_id and slot not in placed else None
        text = str(draft.fields.get("text", "")) if draft else ""
        if not text.strip():
            continue
        with st.container(border=True):
            st.warning(say("lost.text"), icon=":material/edit_off:")
            st.html(as_html(text[:3000]))
            with st.container(horizontal=True, gap="small"):
                st.download_button(
                    say("autosave.download"), text.encode("utf-8", "replace"), file_name=f"{slot}.txt",
                    key=f"lost_{slot}", on_click="ignore",
                )  # fmt: skip
                st.button(
                    say("lost.done"), key=f"lost_done_{slot}",
                    on_click=partial(forget_draft, library.folder, KIND, slot),
                )  # fmt: skip


def _back() -> None:
    st.session_state[APPLICATION], st.session_state[QUESTION] = "", 0
