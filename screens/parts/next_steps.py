"""What to do next so that each competency has its stories: finish one, confirm one, or write a new one."""

from collections.abc import Sequence

import streamlit as st

from languages import Sentences
from screens.parts.inert import as_html, as_label
from screens.parts.opening import open_story, write_story
from stories.matching.gaps import Coverage, lacking
from stories.model.story import Story

WIDE = 590
"""Pixels that a sentence beside a button may take."""


def show_widest_gap(say: Sentences, gap: Coverage) -> None:
    """Show the gap that matters most, with the button that begins to close it."""
    name = gap.competency.name(say.language)
    asked = f" {say('home.asked_often', count=len(gap.asked))}" if gap.asked else ""
    first = f"<b>{as_html(say('home.widest', competency=name))}</b>{as_html(asked)}"
    with st.container(border=True, horizontal=True, vertical_alignment="center", gap="xsmall"):
        st.html(f"{first}<br>{as_html(_sentence(say, gap))}", width=WIDE)
        if gap.step[1] is None:
            _write_button(say, gap, say("find.write"), "widest", primary=True)
        else:
            _open_button(say, gap, "widest", primary=True)


def show_steps(say: Sentences, gaps: Sequence[Coverage]) -> None:
    """Show the next step for each gap; one step for several gaps is shown once."""
    steps: dict[tuple[object, ...], list[Coverage]] = {}
    for gap in gaps:
        step, story = gap.step
        steps.setdefault((step, story.id if story else bool(gap.full)), []).append(gap)
    for helped in steps.values():
        if helped[0].step[1] is None:
            _write(say, helped)
        else:
            _open(say, helped)


def parts_left(say: Sentences, story: Story) -> str:
    """Return the names of the parts without which the story shows nothing well and that are not written."""
    return ", ".join(say(f"star.{part}") for part in lacking(story))


def _write(say: Sentences, helped: Sequence[Coverage]) -> None:
    """Show the competencies that need a new story, each as a button."""
    with st.container(gap="xsmall"):
        st.html(as_html(_sentence(say, helped[0])))
        with st.container(horizontal=True, gap="xsmall"):
            for gap in helped:
                _write_button(say, gap, as_label(gap.competency.name(say.language)), "step")


def _open(say: Sentences, helped: Sequence[Coverage]) -> None:
    """Show the competencies that a story may show soon, with the button that opens it."""
    names = ", ".join(gap.competency.name(say.language) for gap in helped)
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        st.html(f"<b>{as_html(names)}</b><br>{as_html(_sentence(say, helped[0]))}", width=WIDE)
        _open_button(say, helped[0], "step")


def _sentence(say: Sentences, gap: Coverage) -> str:
    step, story = gap.step
    if story is None:
        return say("home.step_second" if gap.full else "home.step_first")
    if step == "finish":
        return say("home.step_finish", story=story.name, parts=parts_left(say, story))
    return say("home.step_confirm", story=story.name)


def _write_button(say: Sentences, gap: Coverage, label: str, key: str, primary: bool = False) -> None:
    pressed = st.button(
        label,
        key=f"{key}_{gap.competency.id}",
        icon=":material/edit_note:",
        type="primary" if primary else "secondary",
    )
    if pressed:
        write_story(gap.competency.id, gap.asked[0].text(say.language) if gap.asked else "")


def _open_button(say: Sentences, gap: Coverage, key: str, primary: bool = False) -> None:
    step, story = gap.step
    if story is None:
        return
    pressed = st.button(
        say("home.write") if step == "finish" else say("story.open"),
        key=f"{key}_{step}_{story.id}",
        icon=":material/edit:",
        type="primary" if primary else "tertiary",
    )
    if pressed:
        open_story(story.id)
