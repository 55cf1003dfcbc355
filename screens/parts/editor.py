"""The editor of one story: its form, what is unsaved, and saving. Every keystroke is kept as a draft on disk."""

import streamlit as st

from languages import Sentences
from screens.parts import session
from screens.parts.again import draw_again
from screens.parts.editing import CHOOSING, EDITING, FIRST_ROUND, Editing, follow_file, give_up, keep_form, start
from screens.parts.editor_conflicts import show_beside, show_conflicts, show_gone, show_not_saved, show_sample_choice
from screens.parts.editor_fields import show_fields
from screens.parts.editor_file import show_file
from screens.parts.errors import telling_errors
from screens.parts.inert import as_html, as_label
from screens.parts.opening import STORY
from screens.parts.telling import advice_sentence
from screens.parts.watching import note_seen
from stories.errors import ChangedOnDisk, StoryBankError
from stories.files.drafts import drafts_of, read_draft
from stories.files.library import Library
from stories.files.saving import keep_unsaved, save_fields
from stories.model.story import Story
from stories.writing.advice import STORY_CHECKS

MESSAGE = "editor_message"


@st.fragment
def show_editor(story_id: str) -> None:
    """Show the editor. It reruns alone while one types, and looks at the file anew each time."""
    if st.session_state.get(STORY) != story_id:  # it was deleted or renamed just now, by a button in here
        st.rerun(scope="app")
    with telling_errors(session.say()):
        _show(session.say(), session.library(), story_id)


def _show(say: Sentences, library: Library, story_id: str) -> None:
    note_seen(library, "stories", story_id)
    story = library.stories.get(story_id) or library.archived.get(story_id)
    editing = _editing(say, library, story_id, story)
    if st.button(say("story.back"), type="tertiary", icon=":material/arrow_back:"):
        st.session_state[STORY] = ""
        st.session_state.pop(CHOOSING, None)
        st.rerun(scope="app")
    st.title(as_label(editing.fields["title"]).strip() or as_label(story_id))
    with st.container():  # always there, so that no message moves the boxes below, which would take the cursor away
        _message()
        show_not_saved(say, editing)
        if editing.gone:
            show_gone(say, library, editing)
        show_conflicts(say, editing, keep)
        show_beside(say, editing, keep)
        if st.session_state.get(CHOOSING):
            show_sample_choice(say, editing)
    state = library.files.get(("stories", story_id))
    if state is not None and state.unreadable:
        names = ", ".join(say(f"story.field_{name}") for name in sorted(state.unreadable) if name in editing.fields)
        st.warning(say("editor.unreadable", fields=names), icon=":material/warning:")
    bar = st.container()
    fields, beside = st.columns([3, 1], gap="large")
    with fields:
        show_fields(say, library, editing, keep)
        with bar:  # after the fields: a box may hand in its text only when it is drawn, and that is to be saved too
            _bar(say, library, editing, "top")
        _bar(say, library, editing, "bottom")
    with beside:
        _advice(say, story)
        if story is not None and not session.in_sample():
            show_file(say, library, story)


def _editing(say: Sentences, library: Library, story_id: str, story: Story | None) -> Editing:
    """Return the form of the story: the one in this session, brought up to what the file holds now."""
    editing: Editing | None = st.session_state.get(EDITING)
    state = library.files.get(("stories", story_id))
    if editing is None or editing.story_id != story_id or editing.library != library.folder:
        draft = read_draft(library.folder, "stories", story_id)
        version = state.version if state else ""
        editing = start(
            story or Story(id=story_id), version, draft, library.folder, st.session_state.get(FIRST_ROUND, 0)
        )
        st.session_state[EDITING] = editing
        if draft is not None and editing.changes():
            st.session_state[MESSAGE] = ("info", say("editor.restored"))
    editing.gone = story is None or state is None
    if story is not None and state is not None and state.version != editing.version:
        taken = follow_file(editing, story, state.version)
        if taken:
            names = ", ".join(say(f"story.field_{name}") for name in taken)
            st.session_state[MESSAGE] = ("info", f"{say('editor.taken_over')} ({names})")
    return editing


def is_being_edited(library: Library, story_id: str) -> bool:
    """Tell whether the form of this story is open or its draft was kept, though its file may be gone by now."""
    editing: Editing | None = st.session_state.get(EDITING)
    in_session = editing is not None and editing.story_id == story_id and editing.library == library.folder
    return in_session or story_id in drafts_of(library.folder, "stories")


def keep() -> None:
    """Keep the unsaved fields on disk, outside the library; called after every change of the form."""
    keep_form(st.session_state[EDITING])


def _bar(say: Sentences, library: Library, editing: Editing, place: str) -> None:
    """Show what is saved and what is not, and the button to save."""
    changes = editing.changes()
    status, button = st.columns([3, 1], vertical_alignment="center")
    if changes:
        names = ", ".join(say(f"story.field_{name}") for name in changes)
        sentence = "editor.choose_first" if editing.conflicts else "editor.unsaved"
        status.warning(say(sentence, fields=names), icon=":material/edit:")
    elif not editing.gone:
        status.success(say("editor.saved"), icon=":material/check_circle:")
    blocked = not changes or bool(editing.conflicts) or editing.gone
    pressed = button.button(say("editor.save"), key=f"save_{place}", type="primary", width="stretch", disabled=blocked)
    if pressed and not blocked:
        _save(say, library, editing)
        draw_again()
    if changes and place == "bottom":
        _discard(say, editing)


def _discard(say: Sentences, editing: Editing) -> None:
    """Let one give up what is not saved, with a second click."""
    with st.popover(say("editor.discard"), icon=":material/undo:"):
        st.write(say("editor.discard_sure"))
        if st.button(say("editor.discard_now"), type="primary"):
            if not session.in_sample():
                keep_unsaved(session.library(), "stories", editing.story_id, editing.changes())
            give_up(editing)
            st.session_state.pop(EDITING, None)
            st.session_state[FIRST_ROUND] = editing.round + 1
            if editing.gone:
                st.session_state[STORY] = ""
            st.rerun(scope="app")


def _save(say: Sentences, library: Library, editing: Editing) -> None:
    if session.in_sample():
        st.session_state[CHOOSING] = True
        return
    changes = editing.changes()
    try:
        editing.version = save_fields(library, "stories", editing.story_id, changes, editing.version)
    except ChangedOnDisk:
        return  # the next run of the fragment reads the file and shows what differs
    except StoryBankError as error:
        editing.not_saved = error
        return
    editing.saved, editing.not_saved = {**editing.saved, **changes}, None
    st.session_state[MESSAGE] = ("success", say("editor.just_saved"))
    keep()


def _message() -> None:
    """Show the message of the last action once."""
    message: tuple[str, str] | None = st.session_state.pop(MESSAGE, None)
    if message is not None:
        kind, text = message
        {"info": st.info, "success": st.success, "warning": st.warning, "error": st.error}[kind](as_label(text))


def _advice(say: Sentences, story: Story | None) -> None:
    if story is None:
        return
    found = [one for check in STORY_CHECKS for one in check(story)]
    st.subheader(say("editor.advice"))
    if not found:
        st.caption(say("editor.no_advice"))
        return
    items = "".join(f"<li>{as_html(advice_sentence(say, one))}</li>" for one in found)
    st.html(f'<ul class="sb-reasons">{items}</ul>')
