"""Second versions that a sync program made: each beside the first, with what differs and a choice."""

from functools import partial

import streamlit as st

from languages import Sentences
from screens.parts.difference import difference_html
from screens.parts.inert import as_html
from screens.parts.said import do, show_said
from screens.parts.telling import record_name
from stories.files.copies import Copy, copies, drop_copy, take_copy
from stories.files.library import Library


def show_copies(say: Sentences, library: Library) -> None:
    """Show the second versions, if there are any, and what was done last."""
    show_said()
    found = copies(library)
    if not found:
        return
    st.warning(say("copies.found", count=len(found)), icon=":material/content_copy:")
    for place, one in enumerate(found):
        with st.container(border=True):
            _copy(say, library, one, place)


def _copy(say: Sentences, library: Library, one: Copy, place: int) -> None:
    name = record_name(library, one.kind, one.id)
    st.html(f"<b>{as_html(name)}</b><br><small>{as_html(one.path.name)}</small>")
    if one.content == one.original:
        st.caption(say("copies.same"))
    else:
        st.caption(say("copies.differs"))
        original, copied = (content.decode("utf-8", "replace") for content in (one.original, one.content))
        st.html(difference_html(say, original, copied, told=False))
    with st.container(horizontal=True, gap="small"):
        st.button(
            say("copies.drop"), key=f"drop_copy_{place}", type="primary",
            on_click=partial(do, say, say("copies.dropped", name=name), partial(drop_copy, library, one)),
        )  # fmt: skip
        if one.content != one.original:
            st.button(
                say("copies.take"), key=f"take_copy_{place}",
                on_click=partial(do, say, say("copies.taken", name=name), partial(take_copy, library, one)),
            )  # fmt: skip
