"""Which sentences to cut first when an answer is over its limit."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from languages import Sentences
from screens.parts.answer_slot import replace_answer
from screens.parts.inert import as_html
from stories.files.library import Library
from stories.matching.plan import PlannedQuestion
from stories.model.application import Application, CountingRule
from stories.writing.count import count
from stories.writing.cuts import Cut, cuts, without
from stories.writing.limits import limit_of, rule_of

SHOWN = 20
"""Sentences that are shown; the button for all takes the rest too."""


def show_cuts(say: Sentences, library: Library, application: Application, planned: PlannedQuestion, text: str) -> None:
    """Show the sentences with what each saves, and buttons to take one or all of them out."""
    limit, rule = limit_of(planned.asked), rule_of(planned.asked)
    if limit is None:
        st.caption(say("answer.no_limit_to_cut"))
        return
    over = count(text).by(rule) - limit
    if over <= 0:
        st.caption(say("answer.inside", left=amount(say, rule, -over)))
        return
    found = cuts(text, limit, rule)
    if not found:
        st.caption(say("answer.no_cuts"))
        return
    st.html(f"<b>{as_html(say('answer.over', over=amount(say, rule, over)))}</b>")
    for place, one in enumerate(found[:SHOWN]):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            reason = say("answer.cut_saves", reason=say(f"cuts.{one.reason}"), count=amount(say, rule, one.saves))
            st.html(f"{as_html(one.sentence.text)}<br><small>{as_html(reason)}</small>", width="stretch")
            st.button(
                say("answer.cut_one"), key=f"cut_{place}", icon=":material/content_cut:",
                on_click=partial(_cut, library, application, planned.number, text, [one]),
            )  # fmt: skip
    if len(found) > 1:
        st.button(
            say("answer.cut_all", count=len(found)), key="cut_all", type="primary", icon=":material/content_cut:",
            on_click=partial(_cut, library, application, planned.number, text, found),
        )  # fmt: skip


def _cut(library: Library, application: Application, number: int, text: str, chosen: Sequence[Cut]) -> None:
    replace_answer(library, application, number, without(text, chosen))


def amount(say: Sentences, rule: CountingRule, number: int) -> str:
    """Return a number in the unit of the rule."""
    return say("application.bytes" if rule.endswith("bytes") else "application.characters", count=f"{number:,}")
