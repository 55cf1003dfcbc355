"""Beside the text: the chosen stories to read, with what is used already, and where each sentence comes from."""

from collections.abc import Sequence

import streamlit as st

from languages import Sentences
from screens.parts.inert import as_html, as_label
from screens.parts.planning import gap_sentence
from screens.parts.story_view import show_story
from stories.files.earlier import earlier_stories
from stories.files.library import Library
from stories.matching.plan import PlannedQuestion
from stories.model.story import TEXTS, Story
from stories.writing.origins import Origin, Passage, origins, outdated, passages

SAID_BEFORE = "stories_said_before"


def show_sources(say: Sentences, library: Library, planned: PlannedQuestion, text: str) -> None:
    """Show the stories of the question, the first one open; their sentences that stand in the text are marked."""
    stories = [one.story for one in planned.chosen]
    found = origins(text, [passage for story in stories for passage in passages(story)])
    _tell_outdated(say, library, stories, found)
    if not stories:
        st.caption(as_label(gap_sentence(planned, say)) if planned.is_gap else say("answer.no_story"))
    for place, story in enumerate(stories):
        with st.expander(as_label(story.name), expanded=place == 0, icon=":material/auto_stories:"):
            if story.headline:
                st.html(f'<div class="sb-headline">{as_html(story.headline)}</div>')
            show_story(say, story, _used(story, found))
    if text.strip() and stories:
        _origins(say, {story.id: story.name for story in stories}, found)


def _tell_outdated(say: Sentences, library: Library, stories: Sequence[Story], found: Sequence[Origin]) -> None:
    """Tell which sentences of the answer a story said before and says otherwise, or not at all, now."""
    if all(one.same for one in found):
        return
    earlier = [passage for story in stories for passage in _said_before(library, story.id)]
    changed = outdated(found, earlier)
    if changed:
        names = {story.id: as_label(story.name) for story in stories}
        rows = (f"- {as_label(one.sentence.text)} ({names[one.passage.record]})" for one in changed if one.passage)
        st.warning("\n".join((say("answer.story_changed"), "", *rows)), icon=":material/history:")


def _said_before(library: Library, story_id: str) -> Sequence[Passage]:
    """Return the sentences of the earlier texts of a story, read anew only when its file is another."""
    state = library.files.get(("stories", story_id))
    key = (library.folder, story_id, state.version if state else "")
    kept: dict[object, Sequence[Passage]] = st.session_state.setdefault(SAID_BEFORE, {})
    if key not in kept:
        kept[key] = list(dict.fromkeys(one for story in earlier_stories(library, story_id) for one in passages(story)))
    return kept[key]


def _used(story: Story, found: Sequence[Origin]) -> dict[str, list[tuple[int, int]]]:
    """Return the places in the story's texts that stand in the answer."""
    used: dict[str, set[tuple[int, int]]] = {}
    for one in found:
        passage = one.passage
        if passage is not None and passage.record == story.id and passage.field in TEXTS:
            start = getattr(story, passage.field).find(passage.text)
            if start >= 0:
                used.setdefault(passage.field, set()).add((start, start + len(passage.text)))
    return {field: sorted(spans) for field, spans in used.items()}


def _origins(say: Sentences, names: dict[str, str], found: Sequence[Origin]) -> None:
    """Show each sentence of the answer with the part of the story that it comes from."""
    own = sum(one.passage is None for one in found)
    with st.expander(say("answer.origins", count=len(found), own=own), icon=":material/account_tree:"):
        rows = "".join(
            f'<li>{as_html(one.sentence.text)} <span class="sb-chip">{as_html(_origin(say, names, one))}</span></li>'
            for one in found
        )
        st.html(f'<ul class="sb-reasons">{rows}</ul>')


def _origin(say: Sentences, names: dict[str, str], one: Origin) -> str:
    if one.passage is None:
        return say("answer.own_words")
    field = say(f"passage.{one.passage.field}")
    where = field if len(names) == 1 else f"{names.get(one.passage.record, one.passage.record)[:16]} · {field}"
    return where if one.same else say("answer.changed_from", where=where)
