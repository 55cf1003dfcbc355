"""One text of the library while it is written: saved a moment later, or kept outside of it until it can be."""

import contextlib
import time
from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from screens.parts import session
from stories.errors import ChangedOnDisk, NotFound, QuestionGone, SampleIsReadOnly, StoryBankError, Vanished
from stories.files.drafts import drafts_of, keep_of_window, read_draft
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
    """When it was saved last, in seconds of `time.monotonic`: a library that was read before knows nothing of it."""
    kept: str = ""
    """What this session has kept of the text outside of the library; what else is kept there is another window's."""

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
    if found is not None and library.read_at < found.saved_at:
        return found
    now = slot.read(library)
    if found is None:
        found = st.session_state[key] = _begun(library, slot, now or "")
        if not found.saved and found.was == now:
            save(library, found)  # it could not be saved before
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


def put(library: Library, slot: Slot, text: str) -> None:
    """Put a text into the box in place of what stands there, and save it."""
    found = writing(library, slot)
    found.text = text
    found.round += 1
    save(library, found)


def save(library: Library, found: Writing) -> None:
    """Write the text into the file; where that cannot be, keep it outside of the library until it can."""
    found.problem, slot = None, found.slot
    text = clean(found.text)
    if text == found.was:
        _forget(library, found)
        return
    try:
        if session.in_sample():
            raise SampleIsReadOnly()
        slot.write(session.library(), found.was, text)
        found.was, found.theirs, found.saved_at = text, None, time.monotonic()
        _forget(library, found)
    except (ChangedOnDisk, NotFound, QuestionGone, SampleIsReadOnly, Vanished):
        _keep(library, found)  # the next run shows both texts, that the file is gone, or the way to one's own
    except StoryBankError as error:
        found.problem = error
        _keep(library, found)


def _keep(library: Library, found: Writing) -> None:
    try:
        _keep_beside_others(library, found, {"text": found.text})
        found.kept = found.text
    except StoryBankError as error:
        found.problem = error


def _forget(library: Library, found: Writing) -> None:
    """Forget what this session has kept; what another window could not save stays."""
    with contextlib.suppress(StoryBankError):
        _keep_beside_others(library, found, {})


def _keep_beside_others(library: Library, found: Writing, fields: dict[str, str]) -> None:
    before = {"text": [found.kept, found.text, found.was]}
    keep_of_window(library.folder, KIND, found.slot.id, dict(fields), "", {"text": found.was}, before)


def _begun(library: Library, slot: Slot, now: str) -> Writing:
    """Return the text of the file, or the one that could not be saved before."""
    kept = read_draft(library.folder, KIND, slot.id)
    if kept is None:
        return Writing(slot, now, now)
    text = str(kept.fields.get("text", ""))
    found = Writing(slot, str(kept.was.get("text", "")), text, kept=text)
    if clean(found.text) == now:
        _forget(library, found)
        return Writing(slot, now, now)
    return found


def _key(library: Library, slot: Slot) -> str:
    return f"writing:{library.folder}:{slot.id}"
