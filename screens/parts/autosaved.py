"""A text box that saves by itself: what is typed stands in the file a moment later, or is kept until it can."""

import zlib
from functools import partial

import streamlit as st

from languages import Sentences
from screens.parts import session
from screens.parts.difference import sides_html
from screens.parts.gauge import Gauge
from screens.parts.inert import as_label
from screens.parts.live_text import current, live_text
from screens.parts.telling import error_sentence
from screens.parts.writing import Slot, Writing, save, writing
from stories.files.library import Library
from stories.text import clean


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


def _typed(library: Library, slot: Slot, found: Writing) -> None:
    found.text = current(_box(library, slot), found.text)
    found.taken_over = False
    save(library, found)


def _message(say: Sentences, library: Library, slot: Slot, found: Writing) -> None:
    if found.problem is not None:
        st.error(as_label(error_sentence(say, found.problem)), icon=":material/error:")
        _rescue(say, slot, found)
        st.button(say("autosave.again"), key=f"again_{slot.id}", on_click=partial(save, library, found))
    elif found.gone:
        st.error(say("autosave.gone"), icon=":material/delete:")
        _rescue(say, slot, found)
    elif found.theirs is not None:
        _conflict(say, library, slot, found)
    elif not found.saved and not session.in_sample():
        st.button(say("autosave.again"), key=f"again_{slot.id}", on_click=partial(save, library, found))
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
    mine_shown, theirs_shown = sides_html(say, found.text, theirs)
    choices = ((left, "mine", mine_shown, found.text), (right, "theirs", theirs_shown, theirs))
    for column, name, shown, chosen in choices:
        with column, st.container(border=True):
            st.caption(say(f"editor.{name}"))
            st.html(shown)
            choose = partial(_choose, library, slot, found, chosen)
            st.button(say(f"editor.take_{name}"), key=f"{name}_{slot.id}", on_click=choose)
    st.button(say("editor.take_both"), key=f"both_{slot.id}", on_click=partial(_choose, library, slot, found, both))


def _choose(library: Library, slot: Slot, found: Writing, text: str) -> None:
    if slot.put_away is not None and found.text.strip() and text != found.text:
        slot.put_away(library, found.text)
    found.was, found.theirs, found.text = found.theirs or "", None, text
    found.round += 1
    save(library, found)


def _box(library: Library, slot: Slot) -> str:
    """Return the key of the box: texts of two libraries never share one."""
    return f"text_{slot.id}_{zlib.crc32(str(library.folder).encode('utf-8', 'surrogateescape'))}"
