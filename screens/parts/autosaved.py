"""A text box that saves by itself: what is typed stands in the file a moment later, or is kept until it can."""

import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import streamlit as st

from languages import Sentences
from screens.parts import session
from screens.parts.gauge import Gauge
from screens.parts.inert import as_html, as_label
from screens.parts.live_text import current, live_text
from screens.parts.telling import error_sentence
from stories.errors import ChangedOnDisk, NotFound, QuestionGone, SampleIsReadOnly, StoryBankError, Vanished
from stories.files.drafts import drafts_of, forget_draft, keep_draft, read_draft
from stories.files.library import Library
from stories.text import clean

KIND = "texts"
"""The kind under which a text is kept that could not be saved."""


@dataclass(frozen=True)
class Slot:
    """One text of the library. `id` is unique in it and safe as a file name: the record's id, the row and the field.

    `read` returns the text in the file now, or None where there is no place for it any more. `write` replaces the
    text that the person saw by another one, and raises ChangedOnDisk where the file says something else by now.
    """

    id: str
    read: Callable[[Library], str | None]
    write: Callable[[Library, str, str], None]
    put_away: Callable[[Library, str], None] | None = None
    """Keeps a text that the person gives up for another one."""


@dataclass
class Writing:
    """One text while it is written: what the file said when both were last the same, and what stands in the box."""

    slot: Slot
    was: str
    text: str
    round: int = 0
    theirs: str | None = None
    """The file's text, where both have changed."""
    gone: bool = False
    problem: StoryBankError | None = None
    taken_over: bool = False
    saved_at: float = 0.0

    @property
    def saved(self) -> bool:
        """Tell whether the file holds what stands in the box."""
        return clean(self.text) == self.was


def settle(library: Library, record_id: str) -> None:
    """Bring the texts of a record up to what its file holds, after a change of the person's own that moved them."""
    for key, found in list(st.session_state.items()):
        if str(key).startswith(f"writing:{library.folder}:{record_id}.") and isinstance(found, Writing):
            writing(library, found.slot).taken_over = False


def unsaved(library: Library) -> tuple[tuple[str, str], ...]:
    """Return the texts that could not be saved yet: the id of the record, and that of the slot."""
    return tuple((slot_id.rsplit(".", 2)[0], slot_id) for slot_id in drafts_of(library.folder, KIND))


def writing(library: Library, slot: Slot) -> Writing:
    """Return the text as this session writes it, brought up to what the file holds now."""
    key = _key(library, slot)
    found: Writing | None = st.session_state.get(key)
    now = slot.read(library)
    if found is None:
        found = st.session_state[key] = _begun(library, slot, now or "")
        if not found.saved and found.was == now:
            _save(library, slot, found)  # it could not be saved before
    found.gone = now is None
    if now is None or now == found.was:
        return found
    if found.saved:
        found.was, found.text, found.theirs, found.taken_over = now, now, None, True
        found.round += 1
    elif clean(found.text) == now:
        found.was, found.theirs = now, None
    else:
        found.theirs = now
    return found


def autosaved_text(
    say: Sentences,
    library: Library,
    slot: Slot,
    label: str,
    *,
    rows: int = 1,
    placeholder: str = "",
    hint: str = "",
    counter: str = "",
    gauge: Gauge | None = None,
    delay: int = 300,
    round_before: int = 0,
    told: bool = False,
) -> str:
    """Show the box and, below it, what keeps the text from being saved; return the text.

    `round_before` is how often the program had filled the box before the server was started again. `told`: below the
    box stands whether the file holds the text.
    """
    found = writing(library, slot)
    found.round = max(found.round, round_before)
    states = (say(_state(found)), say("autosave.waiting")) if told else ("", say("autosave.waiting"))
    above = st.container()  # always there, so that no message moves the box, which would take the cursor away
    text = live_text(
        label,
        key=_box(library, slot),
        text=found.text,
        generation=str(found.round),
        rows=rows,
        placeholder=placeholder,
        hint=hint,
        counter=counter,
        gauge=gauge,
        delay=delay,
        store=f"storybank:{_box(library, slot)}",
        state=states,
        on_change=partial(_typed, library, slot, found),
    )
    with above:
        _message(say, library, slot, found)
    return text


def _state(found: Writing) -> str:
    if session.in_sample():
        return "answer.sample" if found.saved else "answer.kept"
    return "answer.saved" if found.saved else "answer.not_saved"


def put(library: Library, slot: Slot, text: str) -> None:
    """Put a text into the box in place of what stands there, and save it."""
    found = writing(library, slot)
    found.text = text
    found.round += 1
    _save(library, slot, found)


def _begun(library: Library, slot: Slot, now: str) -> Writing:
    """Return the text of the file, or the one that could not be saved before."""
    kept = read_draft(library.folder, KIND, slot.id)
    if kept is None:
        return Writing(slot, now, now)
    found = Writing(slot, str(kept.was.get("text", "")), str(kept.fields.get("text", "")))
    if clean(found.text) == now:
        forget_draft(library.folder, KIND, slot.id)
        return Writing(slot, now, now)
    return found


def _typed(library: Library, slot: Slot, found: Writing) -> None:
    found.text = current(_box(library, slot), found.text)
    found.taken_over = False
    _save(library, slot, found)


def _save(library: Library, slot: Slot, found: Writing) -> None:
    """Write the text into the file; where that cannot be, keep it outside of the library until it can."""
    found.problem = None
    text = clean(found.text)
    if text == found.was:
        forget_draft(library.folder, KIND, slot.id)
        return
    try:
        if session.in_sample():
            raise SampleIsReadOnly()
        slot.write(session.library(), found.was, text)
        found.was, found.theirs, found.saved_at = text, None, time.time()
        forget_draft(library.folder, KIND, slot.id)
    except (ChangedOnDisk, NotFound, QuestionGone, SampleIsReadOnly, Vanished):
        _keep(library, slot, found)  # the next run shows both texts, that the file is gone, or the way to one's own
    except StoryBankError as error:
        found.problem = error
        _keep(library, slot, found)


def _keep(library: Library, slot: Slot, found: Writing) -> None:
    try:
        keep_draft(library.folder, KIND, slot.id, {"text": found.text}, "", {"text": found.was})
    except StoryBankError as error:
        found.problem = error


def _message(say: Sentences, library: Library, slot: Slot, found: Writing) -> None:
    if found.problem is not None:
        st.error(as_label(error_sentence(say, found.problem)), icon=":material/error:")
        _rescue(say, slot, found)
        st.button(say("autosave.again"), key=f"again_{slot.id}", on_click=partial(_save, library, slot, found))
    elif found.gone:
        st.error(say("autosave.gone"), icon=":material/delete:")
        _rescue(say, slot, found)
    elif found.theirs is not None:
        _conflict(say, library, slot, found)
    elif not found.saved and not session.in_sample():
        st.button(say("autosave.again"), key=f"again_{slot.id}", on_click=partial(_save, library, slot, found))
    elif found.taken_over:
        st.info(say("editor.taken_over"))


def _rescue(say: Sentences, slot: Slot, found: Writing) -> None:
    """Offer the text as a file: it is on this machine, and the person should not have to trust that."""
    text = found.text.encode("utf-8", "replace")
    st.download_button(
        say("autosave.download"), text, file_name=f"{slot.id}.txt", key=f"rescue_{slot.id}", on_click="ignore"
    )


def _conflict(say: Sentences, library: Library, slot: Slot, found: Writing) -> None:
    """Show both texts; the person takes one or both."""
    theirs = found.theirs or ""
    st.error(say("autosave.conflict"), icon=":material/call_split:")
    left, right = st.columns(2)
    both = f"{clean(found.text)}\n\n{theirs}".strip()
    choices = ((left, "mine", found.text, found.text), (right, "theirs", theirs, theirs))
    for column, name, shown, chosen in choices:
        with column, st.container(border=True):
            st.caption(say(f"editor.{name}"))
            st.html(as_html(shown) or f"<i>{as_html(say('star.empty'))}</i>")
            choose = partial(_choose, library, slot, found, chosen)
            st.button(say(f"editor.take_{name}"), key=f"{name}_{slot.id}", on_click=choose)
    st.button(say("editor.take_both"), key=f"both_{slot.id}", on_click=partial(_choose, library, slot, found, both))


def _choose(library: Library, slot: Slot, found: Writing, text: str) -> None:
    if slot.put_away is not None and found.text.strip() and text != found.text:
        slot.put_away(library, found.text)
    found.was, found.theirs, found.text = found.theirs or "", None, text
    found.round += 1
    _save(library, slot, found)


def _box(library: Library, slot: Slot) -> str:
    """Return the key of the box: texts of two libraries never share one."""
    return f"text_{slot.id}_{zlib.crc32(str(library.folder).encode('utf-8', 'surrogateescape'))}"


def _key(library: Library, slot: Slot) -> str:
    return f"writing:{library.folder}:{slot.id}"
