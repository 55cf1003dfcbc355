"""The form for a new story: a title is enough; what is typed is kept until the file is written."""

from functools import partial

import streamlit as st

from languages import Sentences
from screens.parts import session
from screens.parts.inert import as_label
from screens.parts.live_text import current, live_text
from screens.parts.opening import NEW_WITH, STORY
from screens.parts.own_library import show_start_buttons
from screens.parts.telling import error_sentence
from stories.errors import StoryBankError
from stories.files.drafts import forget_draft, keep_draft, read_draft
from stories.files.library import Library
from stories.files.places import library_folder
from stories.files.saving import create_record
from stories.matching.vocabulary import vocabulary

DRAFT, NOT_KEPT = ("new", "story"), "new_story_not_kept"
# Where the title is kept until the file is written: the kind and id of its draft.


def show_new_story(say: Sentences, library: Library) -> None:
    """Show the form. In the sample it says how to start one's own library first; the title stays typed."""
    kept = read_draft(library.folder, *DRAFT)
    wish = st.session_state.get(NEW_WITH) or {}
    st.button(say("story.back"), type="tertiary", icon=":material/arrow_back:", on_click=_back)
    st.title(say("story.new"))
    if wish.get("question"):
        st.info(say("story.for_question", question=as_label(wish["question"])), icon=":material/help:")
    names = {one.id: one.name(say.language) for one in vocabulary(library.competencies).all}
    title = live_text(
        say("story.field_title"),
        key="new_title",
        text=str(kept.fields.get("title", "")) if kept else "",
        placeholder=say("story.title_placeholder"),
        on_change=partial(_keep_title, library),
    )
    wanted = wish.get("competency", "")
    chosen = st.multiselect(
        say("story.field_competencies"), list(names), default=[wanted] if wanted in names else [],
        placeholder=say("editor.choose"), format_func=lambda one: names.get(one, one), key="new_competencies",
    )  # fmt: skip
    if NOT_KEPT in st.session_state:
        st.warning(as_label(st.session_state.pop(NOT_KEPT)))
    if session.in_sample():
        st.warning(say("story.sample_first"), icon=":material/science:")
        show_start_buttons(say, library_folder(), "new")
        return
    if st.button(say("story.create"), type="primary"):
        if not title.strip():
            st.error(say("story.title_needed"))
            return
        try:
            made = create_record(library, "stories", title, {"title": title, "competencies": list(chosen)})
        except StoryBankError as error:
            st.error(as_label(error_sentence(say, error)))
            return
        forget_draft(library.folder, *DRAFT)
        st.session_state.pop(NEW_WITH, None)
        st.session_state[STORY] = made
        st.rerun()


def _keep_title(library: Library) -> None:
    title = current("new_title")
    try:
        if title:
            keep_draft(library.folder, *DRAFT, {"title": title}, "")
        else:
            forget_draft(library.folder, *DRAFT)
    except StoryBankError as error:
        st.session_state[NOT_KEPT] = error_sentence(session.say(), error)


def _back() -> None:
    st.session_state[STORY] = ""
    st.session_state.pop(NEW_WITH, None)
