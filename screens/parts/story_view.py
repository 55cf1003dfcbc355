"""One story to read: its STAR text with the matching part marked, retracted claims loudly, follow-up questions."""

from collections.abc import Mapping, Sequence

import streamlit as st

from languages import Sentences
from screens.parts.inert import as_html, as_label
from screens.parts.look import marked
from stories.model.story import STAR, TEXTS, Claim, Story

Spans = Mapping[str, Sequence[tuple[int, int]]]


def show_story(say: Sentences, story: Story, spans: Spans | None = None) -> None:
    """Show the story; empty S T A R are named, other empty fields are left out."""
    st.html("".join([*(retracted_html(say, one) for one in story.retracted), _star(say, story, spans or {})]))
    claims = [claim for claim in story.claims if claim.text and claim.status != "retracted"]
    if claims:
        st.html(f"<b>{as_html(say('story.claims'))}</b>" + "".join(_claim_lines(say, claims)))
    asked = [one for one in story.follow_ups if one.question]
    if asked:
        st.html(f"<b>{as_html(say('story.follow_ups'))}</b>")
        for one in asked:
            with st.expander(as_label(one.question)):
                st.html(as_html(one.answer) if one.answer else f"<i>{as_html(say('story.no_answer'))}</i>")


def _star(say: Sentences, story: Story, spans: Spans) -> str:
    rows = []
    for part in TEXTS:
        text = getattr(story, part)
        if text:
            rows.append(f"<dt>{as_html(say(f'star.{part}'))}</dt><dd>{marked(text, spans.get(part, ()))}</dd>")
        elif part in STAR:
            rows.append(f'<dt>{as_html(say(f"star.{part}"))}</dt><dd class="empty">{as_html(say("star.empty"))}</dd>')
    return f'<dl class="sb-star">{"".join(rows)}</dl>'


def retracted_html(say: Sentences, claim: Claim) -> str:
    """Return a claim that must not be said again, struck out loudly, with what to say instead."""
    instead = (
        f"<br><b>{as_html(say('story.say_instead'))}</b> {as_html(claim.say_instead)}" if claim.say_instead else ""
    )
    return (
        f'<div class="sb-retracted"><b>{as_html(say("story.retracted"))}</b> '
        f"<s>{as_html(claim.text)}</s>{instead}</div>"
    )


def _claim_lines(say: Sentences, claims: Sequence[Claim]) -> list[str]:
    lines = []
    for claim in claims:
        lines.append(
            f'<div><span class="sb-chip">{as_html(say(f"claim.{claim.status}"))}</span> {as_html(claim.text)}</div>'
        )
    return lines
