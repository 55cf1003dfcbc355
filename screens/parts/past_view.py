"""What was asked before, to read: where and when, what to say next time, and what was said or written then."""

from collections.abc import Sequence

import streamlit as st

from languages import Sentences
from screens.parts.inert import as_html, as_label
from screens.parts.look import chips
from screens.parts.question_view import show_question
from screens.parts.story_view import retracted_html
from screens.parts.telling import PAST_HEADINGS, PAST_TEXTS, past_place, past_question
from stories.matching.index import LibraryIndex
from stories.matching.past import PastMatch
from stories.matching.past_questions import ANSWERS, PLACES
from stories.matching.retractions import Retraction

LIKE_FROM = 55.0
"""Score from which a past question is called one like this."""
LABEL_LENGTH = 120
"""Characters of a long question that stand in its heading; the whole of it stands below."""


def show_past(say: Sentences, found: Sequence[PastMatch], index: LibraryIndex) -> None:
    """Show past questions under a heading for each place; of each the best one with a text is open."""
    for where in PLACES:
        here = [one for one in found if one.past.where == where]
        if where == "own":
            _show_own(say, found, index)
        elif here:
            st.subheader(say(PAST_HEADINGS[where]), anchor=where)
            best = next((one for one in here if one.past.texts), None)
            for one in here:
                _show_match(say, one, index, expanded=one is best)


def show_met_before(say: Sentences, found: Sequence[PastMatch]) -> None:
    """Say that a question like this came up before, with a way to it; on a narrow screen it stands far below."""
    met = next((one for one in found if one.score >= LIKE_FROM and one.past.where != "own" and one.past.texts), None)
    if met is not None:
        told = as_label(say("past.met_before", place=past_place(say, met.past)))
        st.markdown(f":material/history: [{told}](#{met.past.where})")


def _show_own(say: Sentences, found: Sequence[PastMatch], index: LibraryIndex) -> None:
    """Show one's own questions, but not again what stands above and has nothing to add."""
    above = {one.past.question for one in found if one.past.where != "own"}
    known = {question.id: question for question in index.asked_by_user}
    own = [known[one.past.id] for one in found if one.past.where == "own"]
    shown = [one for one in own if above.isdisjoint(one.wordings) or one.wording(say.language).wants]
    if shown:
        st.subheader(say(PAST_HEADINGS["own"]))
    for place, question in enumerate(shown):
        show_question(say, question, expanded=place == 0)


def _show_match(say: Sentences, match: PastMatch, index: LibraryIndex, *, expanded: bool) -> None:
    question, place = past_question(say, match.past), past_place(say, match.past)
    if not match.past.texts:
        with st.container(border=True):
            st.html(
                f"<b>{as_html(question)}</b><br><small>{as_html(place)}</small><br>"
                f"{_unanswered(say)}{_stories(say, match, index)}"
            )
        return
    short = question if len(question) <= LABEL_LENGTH else f"{question[:LABEL_LENGTH].rstrip()} …"
    with st.expander(f"{as_label(short)} :small[:gray[{as_label(place)}]]", expanded=expanded):
        whole = "" if short == question else f'<div class="sb-past"><b>{as_html(question)}</b></div>'
        st.html(f"{whole}{_texts(say, match)}{_stories(say, match, index)}")


def _texts(say: Sentences, match: PastMatch) -> str:
    """Return what was retracted, loudly, then the texts: what to say next time before what was said."""
    claims = {id(one.claim): one.claim for passages in match.retracted.values() for one in passages}
    parts = [retracted_html(say, claim) for claim in claims.values()]
    if not any(getattr(match.past, name) for name in ANSWERS):
        parts.append(_unanswered(say))
    for name, key in PAST_TEXTS:
        text = getattr(match.past, name)
        if text:
            heading = f"<small>{as_html(say(key))}</small><br>" if key else ""
            best = " next" if name == "next_time" else ""
            parts.append(f'<div class="sb-past{best}">{heading}{_struck(text, match.retracted.get(name, ()))}</div>')
    return "".join(parts)


def _unanswered(say: Sentences) -> str:
    return f"<div><i>{as_html(say('past.unanswered'))}</i></div>"


def _stories(say: Sentences, match: PastMatch, index: LibraryIndex) -> str:
    """Return the stories that were chosen for it, as chips; those that are gone or archived are left out."""
    names = [index.profiles[index.places[one]].story.name for one in match.past.stories if one in index.places]
    return f'<div class="sb-past"><small>{as_html(say("past.stories"))}</small> {chips(names)}</div>' if names else ""


def _struck(text: str, retracted: Sequence[Retraction]) -> str:
    """Return the text as HTML with what was retracted struck out."""
    parts, place = [], 0
    for one in retracted:
        parts += [as_html(text[place : one.start]), f"<s>{as_html(text[one.start : one.end])}</s>"]
        place = one.end
    return "".join([*parts, as_html(text[place:])])
