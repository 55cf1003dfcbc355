"""Which sentences to cut first when an answer is over its limit."""

from functools import partial

import streamlit as st

from languages import Sentences
from screens.parts.answer_slot import replace_answer
from screens.parts.inert import as_html
from stories.files.library import Library
from stories.matching.plan import PlannedQuestion
from stories.model.application import Application, CountingRule
from stories.writing.count import count
from stories.writing.cuts import cuts, without
from stories.writing.limits import limit_of


def show_cuts(say: Sentences, library: Library, application: Application, planned: PlannedQuestion, text: str) -> None:
    """Show the sentences with what each saves, and buttons to take one or all of them out."""
    limit, rule = limit_of(planned.asked), planned.asked.counts
    if limit is None:
        st.caption(say("answer.no_limit_to_cut"))
        return
    over = count(text).by(rule) - limit
    if over <= 0:
        st.caption(say("answer.inside", left=amount(say, rule, -over)))
        return
    found = cuts(text, limit, rule)
    st.html(f"<b>{as_html(say('answer.over', over=amount(say, rule, over)))}</b>")
    if not found:
        st.caption(say("answer.no_cuts"))
        return
    for place, one in enumerate(found):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            reason = say("answer.cut_saves", reason=say(f"cuts.{one.reason}"), count=amount(say, rule, one.saves))
            st.html(f"{as_html(one.sentence.text)}<br><small>{as_html(reason)}</small>", width="stretch")
            st.button(
                say("answer.cut_one"), key=f"cut_{place}", icon=":material/content_cut:",
                on_click=partial(replace_answer, library, application, planned.number, without(text, [one])),
            )  # fmt: skip
    if len(found) > 1:
        st.button(
            say("answer.cut_all", count=len(found)), key="cut_all", type="primary", icon=":material/content_cut:",
            on_click=partial(replace_answer, library, application, planned.number, without(text, found)),
        )  # fmt: skip


def amount(say: Sentences, rule: CountingRule, number: int) -> str:
    """Return a number in the unit of the rule."""
    return say("application.bytes" if rule.endswith("bytes") else "application.characters", count=f"{number:,}")
