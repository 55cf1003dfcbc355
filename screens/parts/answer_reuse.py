"""Earlier answers to a like question, with the other company's name marked, to begin from."""

from functools import partial

import streamlit as st

from languages import Sentences
from screens.parts import session
from screens.parts.answer_slot import replace_answer
from screens.parts.choosing import distinct
from screens.parts.inert import as_html, as_label, as_plain
from screens.parts.look import marked
from stories.files.library import Library
from stories.matching.plan import PlannedQuestion
from stories.model.application import Application
from stories.writing.count import count
from stories.writing.reuse import Reusable, all_answers, reusable


def show_reuse(say: Sentences, library: Library, application: Application, planned: PlannedQuestion) -> None:
    """Show the earlier answers, the most alike first, then the way to all of them."""
    index = session.index(library)
    found = reusable(planned.asked.question, application.id, library, index, planned.kind)
    if not found:
        st.caption(say("answer.no_reuse"))
    for place, one in enumerate(found):
        with st.expander(as_label(_label(say, one)), expanded=place == 0):
            _answer(say, library, application, planned, one, f"reuse_{place}")
    everything = all_answers(application.id, library, index)
    if len(everything) > len(found):
        with st.expander(say("answer.all_answers", count=len(everything))):
            chosen = st.selectbox(
                say("answer.one_answer"), everything, index=None, placeholder=say("editor.choose"),
                format_func=distinct(everything, lambda one: as_plain(f"{_label(say, one)} · {one.question[:40]}")),
                key=f"all_answers_{application.id}_{planned.number}",
            )  # fmt: skip
            if chosen is not None:
                _answer(say, library, application, planned, chosen, "reuse_any")


def _label(say: Sentences, one: Reusable) -> str:
    return say("answer.reuse_of", name=as_plain(one.name), count=f"{count(one.text).characters:,}")


def _answer(
    say: Sentences, library: Library, application: Application, planned: PlannedQuestion, one: Reusable, key: str
) -> None:
    """Show one answer with the names that must be replaced, and the button that begins with it."""
    st.html(f'<small>{as_html(one.question)}</small><div class="sb-mark">{marked(one.text, one.names)}</div>')
    if one.names:
        st.caption(say("answer.reuse_names", count=len(one.names)))
    st.button(
        say("answer.reuse_take"), key=key, icon=":material/input:",
        on_click=partial(replace_answer, library, application, planned.number, one.text),
    )  # fmt: skip
