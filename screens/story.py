"""Stories: the list with search and filters, and the editor of the one that is open."""

import streamlit as st

from languages import Sentences
from screens.parts import session
from screens.parts.editor import is_being_edited, show_editor
from screens.parts.emptied import show_emptied
from screens.parts.inert import as_html, as_label
from screens.parts.live_text import live_text
from screens.parts.look import chips, star_dots
from screens.parts.new_story import show_new_story
from screens.parts.opening import STORY
from screens.parts.said import show_said
from screens.parts.watching import watch
from stories.files.drafts import drafts_of
from stories.files.library import Library
from stories.matching.index import LibraryIndex
from stories.matching.ranking import find
from stories.model.story import STAR, Story

NEW = None
LIST = ""
OPENED = "story_just_opened"
# Cards that are shown at once, and as many more each time one asks: a browser is slow with thousands.
MORE, SHOWN = "story_more_shown", 60
# Streamlit keeps the place in the page, which is that of a card far down in the list.
_TO_TOP = """<script>document.querySelector('[data-testid="stMain"]').scrollTo(0, 0)</script>"""


def show() -> None:
    """Show the list, the form for a new story, or the editor."""
    say, library = session.say(), session.library()
    show_said()
    # The address remembers which story is open, so that a reload comes back to it; only ids of the library count.
    named = NEW if "new" in st.query_params else st.query_params.get("story", LIST)
    opened = st.session_state.setdefault(STORY, named)
    if opened is NEW:
        st.query_params.from_dict({"new": "1"})
        show_new_story(say, library)
    elif opened in library.stories or opened in library.archived or is_being_edited(library, opened):
        st.query_params.from_dict({"story": opened})
        show_editor(opened)
        watch()
    else:
        st.session_state[STORY] = LIST
        st.query_params.clear()
        _list(say, library)
    if st.session_state.pop(OPENED, False):
        st.html(_TO_TOP, unsafe_allow_javascript=True)


def _open(story_id: str | None) -> None:
    st.session_state[STORY], st.session_state[OPENED] = story_id, True


def _list(say: Sentences, library: Library) -> None:
    st.title(say("story.title"))
    st.button(say("story.new"), type="primary", icon=":material/add:", on_click=_open, args=(NEW,))
    if show_emptied(say, library):
        return
    if not library.stories and not library.archived:
        st.info(say("home.no_stories"))
        return
    index = session.index(library)
    typed = live_text(say("story.search"), key="story_search", placeholder=say("story.search_placeholder"))
    left, middle, right = st.columns([2, 2, 1], vertical_alignment="bottom")
    names = {one.id: one.name(say.language) for one in index.words.all}
    competency = left.selectbox(
        say("story.competency"), ["", *names], format_func=lambda one: names.get(one, say("bank.all")),
        key="story_competency", persist_state="session",
    )  # fmt: skip
    lacking = middle.selectbox(
        say("story.lacking"), ["", *STAR], format_func=lambda one: say(f"star.{one}") if one else say("bank.all"),
        key="story_lacking", persist_state="session",
    )  # fmt: skip
    archived = right.toggle(say("story.archived"), key="story_archived", persist_state="session")
    shown = _filtered(library, index, typed, competency or "", lacking or "", archived)
    st.caption(say("story.count", count=len(shown)))
    unsaved = set(drafts_of(library.folder, "stories"))
    searched = (typed, competency, lacking, archived)
    before, most = st.session_state.get(MORE, (None, 0))
    most = most if before == searched else SHOWN
    columns = st.columns(2)
    for place, story in enumerate(shown[:most]):
        with columns[place % 2]:
            _card(say, story, names, story.id in unsaved)
    if len(shown) > most:
        st.button(
            say("bank.more", count=len(shown) - most), key="story_more", on_click=_show_more, args=(searched, most)
        )


def _show_more(searched: object, shown: int) -> None:
    """Show so many more, for as long as one looks for the same."""
    st.session_state[MORE] = (searched, shown + SHOWN)


def _filtered(
    library: Library, index: LibraryIndex, typed: str, competency: str, lacking: str, archived: bool
) -> list[Story]:
    """Return the stories that pass the filters: by name, or, for a search, best first."""
    stories = list((library.archived if archived else library.stories).values())
    if typed.strip() and not archived:
        stories = [match.story for match in find(typed, index, limit=None, score_cutoff=10).stories]
    elif typed.strip():
        stories = [story for story in stories if typed.strip().casefold() in story.name.casefold()]
    return [
        story
        for story in stories
        if (not competency or competency in story.competencies) and (not lacking or lacking in story.missing)
    ]


def _card(say: Sentences, story: Story, names: dict[str, str], unsaved: bool) -> None:
    with st.container(border=True):
        mark = f' <span class="sb-badge sb-warn">{as_html(say("story.unsaved_mark"))}</span>' if unsaved else ""
        headline = as_html(story.headline or say("story.no_headline"))
        st.html(
            f"<b>{as_html(story.name)}</b> {star_dots(say, story)}{mark}"
            f'<div class="sb-headline">{headline}</div>{chips(names.get(one, one) for one in story.competencies)}'
        )
        label = f"{say('story.open')}\u00a0"
        st.button(
            label, key=f"open_{story.id}", type="tertiary", icon=":material/edit:", on_click=_open, args=(story.id,),
            help=as_label(story.name),
        )  # fmt: skip


show()
