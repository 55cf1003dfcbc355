"""The picture of how many common questions the stories answer, and the questions that none answers."""

from collections.abc import Mapping, Sequence

import streamlit as st

from languages import Sentences
from screens.parts.inert import as_html
from screens.parts.next_steps import WIDE, parts_left
from screens.parts.opening import find_story, open_story, write_story
from stories.matching.gaps import (
    ANSWERED,
    QuestionFit,
    QuestionFits,
    coverage,
    most_held_back,
    tally,
)
from stories.matching.index import LibraryIndex
from stories.matching.ranking import Fit

PIECE = 0.2
"""Seconds that are spent on the questions at a time, so that the screen never waits longer for them."""
PAUSE = 0.1
"""Seconds between two pieces."""
SHOWN = 8
"""Unanswered questions that are shown before one asks for more."""
ROOM = 0.06
"""Share of the bar from which a part has room for its number."""
MORE, READY = "unanswered_more", "questions_ready"

_STYLE = """
<style>
.sb-bar{display:flex;height:2rem;margin-top:.5rem;border-radius:.5rem;overflow:hidden;gap:2px;font-size:.85rem;
 font-weight:600}
.sb-bar span{display:flex;align-items:center;justify-content:center;min-width:3px;overflow:hidden}
.sb-bar .sb-wait{
 background:repeating-linear-gradient(135deg,rgba(125,125,125,.10) 0 6px,rgba(125,125,125,.22) 6px 12px)}
.sb-bar.small{height:1.1rem;margin:0;border-radius:.3rem}
.sb-fits{display:flex;flex-wrap:wrap;gap:.3rem 1.1rem;margin-top:.5rem;line-height:1.6}
.sb-fits b{margin-left:.3rem}
.sb-by{display:grid;grid-template-columns:max-content 1fr max-content;gap:.4rem .8rem;align-items:center;
 font-size:.9rem}
@media (max-width:640px){.sb-by{grid-template-columns:6.5rem 1fr max-content}}
</style>
"""


def show_question_fits(say: Sentences, index: LibraryIndex, fits: QuestionFits) -> None:
    """Show the picture; what takes longer than a piece of time is worked out after the screen is there.

    So is everything the first time, when the search itself has to be made ready.
    """
    if st.session_state.get(READY):
        fits.work(PIECE)
    st.session_state[READY] = True
    st.fragment(_show, run_every=PAUSE if fits.waiting else None)(say, index, fits)


def _show(say: Sentences, index: LibraryIndex, fits: QuestionFits) -> None:
    """Show what is found so far, then work out the next piece; the last time without the clock."""
    _picture(say, index, fits)
    if fits.waiting:
        fits.work(PIECE)
        if not fits.waiting:
            st.rerun()


def _picture(say: Sentences, index: LibraryIndex, fits: QuestionFits) -> None:
    found = fits.found
    _bar(say, tally(found), fits.waiting)
    _lift(say, found)
    with st.expander(say("home.by_competency"), icon=":material/stacked_bar_chart:"):
        _by_competency(say, index, found)
    unanswered = [one for one in found if not one.answered]
    if unanswered or fits.waiting:
        with st.expander(say("home.unanswered", count=len(unanswered)), key="unanswered", icon=":material/help:"):
            _unanswered(say, unanswered)


def _bar(say: Sentences, counts: Mapping[Fit, int], waiting: int) -> None:
    total = sum(counts.values()) + waiting
    st.html(
        f"{_STYLE}<div>{as_html(say('home.answered', count=_answered(counts), total=total))}</div>"
        f'{_drawn(say, counts, waiting)}<div class="sb-fits">{_numbers(say, counts, waiting)}</div>'
    )


def _drawn(say: Sentences, counts: Mapping[Fit, int], waiting: int = 0, small: bool = False) -> str:
    """Return the stacked bar; whoever does not see it hears its numbers."""
    total = sum(counts.values()) + waiting
    parts = [(f"sb-{fit}", count) for fit, count in counts.items()] + [("sb-wait", waiting)]
    drawn = "".join(
        f'<span class="{kind}" style="flex:{count}">{count if count >= ROOM * total and not small else ""}</span>'
        for kind, count in parts
        if count
    )
    told = ", ".join(f"{say(f'fit.{fit}')} {count}" for fit, count in counts.items())
    label = f'role="img" aria-label="{as_html(told)}" title="{as_html(told)}"'
    return f'<div class="sb-bar{" small" if small else ""}" {label}>{drawn}</div>'


def _numbers(say: Sentences, counts: Mapping[Fit, int], waiting: int) -> str:
    parts = [(f"sb-{fit}", say(f"fit.{fit}"), count) for fit, count in counts.items()]
    parts += [("sb-none", say("home.waiting"), waiting)] if waiting else []
    return "".join(
        f'<span><span class="sb-badge {kind}">{as_html(name)}</span><b>{count}</b></span>'
        for kind, name, count in parts
    )


def _lift(say: Sentences, found: Sequence[QuestionFit]) -> None:
    """Show the unfinished story that would lift the most questions."""
    held = most_held_back(found)
    if held is None:
        return
    story, count = held
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        st.html(
            as_html(say("home.would_lift", story=story.name, parts=parts_left(say, story), count=count)), width=WIDE
        )
        if st.button(say("home.write"), key="lift", icon=":material/edit:", type="tertiary"):
            open_story(story.id)


def _by_competency(say: Sentences, index: LibraryIndex, found: Sequence[QuestionFit]) -> None:
    rows = []
    for one in coverage(index):
        counts = tally(found, one.competency.id)
        if one.asked:
            name, answered = one.competency.name(say.language), f"{_answered(counts)} / {len(one.asked)}"
            waiting = len(one.asked) - sum(counts.values())
            rows.append(
                f"<span>{as_html(name)}</span>{_drawn(say, counts, waiting, small=True)}<span>{answered}</span>"
            )
    st.html(f'<div class="sb-by">{"".join(rows)}</div>')
    st.caption(say("home.by_competency_legend"))


def _answered(counts: Mapping[Fit, int]) -> int:
    return sum(counts[fit] for fit in ANSWERED)


def _unanswered(say: Sentences, unanswered: Sequence[QuestionFit]) -> None:
    shown = unanswered if st.session_state.get(MORE) else unanswered[:SHOWN]
    for one in shown:
        _question(say, one)
    if len(shown) < len(unanswered):
        st.button(say("bank.more", count=len(unanswered) - len(shown)), on_click=_show_all)


def _question(say: Sentences, one: QuestionFit) -> None:
    text = one.question.text(say.language)
    near = f"<br><small>{as_html(say('home.stretch', story=one.story.name))}</small>" if one.story else ""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.html(f"{as_html(text)}{near}", width=WIDE)
        if st.button(say("home.find"), key=f"find_{one.question.id}", icon=":material/search:", type="tertiary"):
            find_story(text)
        if st.button(say("home.write"), key=f"write_{one.question.id}", icon=":material/edit_note:", type="tertiary"):
            write_story(next(iter(one.question.competencies), ""), text)


def _show_all() -> None:
    st.session_state[MORE] = True
