"""The file of the story that is edited: where it is, another name for it, and taking it out of use."""

import streamlit as st

from languages import Sentences
from screens.parts.delete_button import show_delete
from screens.parts.editing import EDITING
from screens.parts.inert import as_label
from screens.parts.opening import STORY
from screens.parts.telling import error_sentence
from stories.errors import StoryBankError
from stories.files.drafts import move_draft
from stories.files.library import Library, read_library
from stories.files.renaming import rename_story
from stories.files.saving import archive_story
from stories.model.story import Story


def show_file(say: Sentences, library: Library, story: Story) -> None:
    """Show the file's place, a form for another name, and the button that archives the story or brings it back."""
    with st.expander(say("editor.file"), icon=":material/description:"):
        state = library.files["stories", story.id]
        st.caption(as_label(str(state.path)))
        name = st.text_input(say("editor.file_name"), value=story.id, key=f"file_name_{story.id}")
        if st.button(say("editor.rename"), disabled=not name or name == story.id):
            _rename(say, library, story, name)
        label = say("editor.unarchive" if story.archived else "editor.archive")
        if st.button(label, icon=":material/inventory_2:"):
            _archive(say, library, story)
        show_delete(say, library, "stories", story.id, story.name, _close)


def _close() -> None:
    st.session_state.pop(EDITING, None)
    st.session_state[STORY] = ""


def _rename(say: Sentences, library: Library, story: Story, name: str) -> None:
    try:
        made = rename_story(library, story.id, name)
    except StoryBankError as error:
        st.error(as_label(error_sentence(say, error)))
        return
    version = read_library(library.folder).files["stories", made].version
    move_draft(library.folder, "stories", story.id, library.folder, made, version)
    st.session_state.pop(EDITING, None)
    st.session_state[STORY] = made
    st.rerun(scope="app")


def _archive(say: Sentences, library: Library, story: Story) -> None:
    try:
        archive_story(library, story.id, archived=not story.archived)
    except StoryBankError as error:
        st.error(as_label(error_sentence(say, error)))
        return
    st.session_state.pop(EDITING, None)
    st.session_state[STORY] = ""
    st.rerun(scope="app")
