"""Home: what there is, what is missing, what is wrong in files, the next interview, and what the stories cover."""

import streamlit as st

from languages import Sentences
from screens.parts import session
from screens.parts.broken_files import show_problems
from screens.parts.coverage import show_coverage
from screens.parts.emptied import show_emptied
from screens.parts.inert import as_html, as_label
from screens.parts.look import star_dots
from screens.parts.opening import open_application, open_story
from screens.parts.question_fits import show_question_fits
from screens.parts.said import show_said
from screens.parts.telling import advice_sentence, record_name
from screens.parts.writing import unsaved
from stories.files.drafts import drafts_of, read_draft
from stories.files.library import Library
from stories.upcoming import by_due_date, due
from stories.writing.advice import Advice, advise

# Pieces of advice that are shown before the rest is folded away.
SHOWN = 6
# Of those folded away so many, and so many more each time one asks.
MORE, MORE_AT_ONCE = "missing_shown", 20


def show() -> None:
    """Show the screen."""
    say, library = session.say(), session.library()
    st.title(say("home.greeting"))
    st.caption(say("home.loop"))
    show_said()
    emptied = show_emptied(say, library)
    _copies(say, library)
    show_problems(say, library)
    _unsaved(say, library)
    _numbers(say, library)
    if emptied:
        return
    if not library.stories:
        st.info(say("home.no_stories"), icon=":material/edit_note:")
        if st.button(say("home.write_first"), type="primary"):
            open_story(None)
        return
    if st.button(say("home.ask"), type="primary", icon=":material/search:"):
        st.switch_page("screens/find.py")
    pictures = st.container()
    _missing(say, library)
    with pictures:
        _pictures(say, library)


def _pictures(say: Sentences, library: Library) -> None:
    """Show what the stories show and answer: the last of all, because many stories take a while."""
    st.subheader(say("home.coverage"))
    with st.spinner(say("home.preparing")):
        index = session.index(library)
    show_coverage(say, index)
    st.subheader(say("home.common_questions"))
    show_question_fits(say, index, session.question_fits(index, say.language))


def _copies(say: Sentences, library: Library) -> None:
    """Say where a sync program left a second version of a file, which waits for a choice."""
    count = sum(problem.code == "conflicted-copy" for problem in library.problems)
    if not count:
        return
    text, button = st.columns([4, 1], vertical_alignment="center")
    text.warning(say("copies.found", count=count), icon=":material/content_copy:")
    if button.button(say("copies.choose"), key="choose_copies", width="stretch"):
        st.switch_page("screens/library.py")


def _unsaved(say: Sentences, library: Library) -> None:
    for story_id in drafts_of(library.folder, "stories"):
        if _unsaved_in(say, _title_with_draft(library, story_id), story_id):
            open_story(story_id)
    for application_id in dict.fromkeys(record for record, _ in unsaved(library)):
        if _unsaved_in(say, record_name(library, "applications", application_id), f"in {application_id}"):
            open_application(application_id)


def _unsaved_in(say: Sentences, title: str, key: str) -> bool:
    """Say where a text waits to be saved; return whether the person goes on with it."""
    text, button = st.columns([4, 1], vertical_alignment="center")
    text.warning(say("home.unsaved", title=as_label(title)), icon=":material/edit:")
    return button.button(say("home.continue"), key=f"unsaved_{key}", width="stretch")


def _title_with_draft(library: Library, story_id: str) -> str:
    """Return the story's title; that in the draft where the file is gone, else its id."""
    story = library.stories.get(story_id) or library.archived.get(story_id)
    draft = read_draft(library.folder, "stories", story_id) if story is None else None
    return story.name if story else str(draft.fields.get("title", "") if draft else "") or story_id


def _numbers(say: Sentences, library: Library) -> None:
    complete = sum(not story.missing for story in library.stories.values())
    nearest = next(iter(by_due_date(library.applications.values(), session.today())), None)
    coming = due(nearest, session.today()) if nearest else None
    label, value = say("home.next_date"), say("home.no_date")
    if nearest is not None and coming is not None:
        name, days = coming
        label = f"{say(f'application.due_{name}')} · {nearest.name}"
        value = "D-DAY" if days == 0 else f"D-{days}"
    tiles = (
        (say("home.stories"), str(len(library.stories))),
        (say("home.complete"), f"{complete} / {len(library.stories)}"),
        (say("home.concepts"), str(len(library.concepts))),
        (label, value),
    )
    cells = "".join(f"<div><small>{as_html(name)}</small><b>{as_html(number)}</b></div>" for name, number in tiles)
    st.html(f'<div class="sb-tiles">{cells}</div>')


def _missing(say: Sentences, library: Library) -> None:
    st.subheader(say("home.missing"))
    advice = advise(library)
    by_record: dict[tuple[str, str], list[Advice]] = {}
    for one in advice:
        by_record.setdefault((one.kind, one.record_id), []).append(one)
    worst = sorted(by_record.items(), key=lambda item: -len(item[1]))
    if not worst:
        st.success(say("home.nothing_missing"), icon=":material/check_circle:")
    columns = st.columns(2)
    for place, ((kind, record_id), found) in enumerate(worst[:SHOWN]):
        with columns[place % 2]:
            _missing_record(say, library, kind, record_id, found)
    if len(worst) > SHOWN:
        with st.expander(say("home.more_missing", count=len(worst) - SHOWN), key="more_missing"):
            most = SHOWN + st.session_state.get(MORE, MORE_AT_ONCE)
            for (kind, record_id), found in worst[SHOWN:most]:
                _missing_record(say, library, kind, record_id, found)
            if len(worst) > most:
                st.button(say("bank.more", count=len(worst) - most), key="missing_more", on_click=_show_more)


def _show_more() -> None:
    st.session_state[MORE] = st.session_state.get(MORE, MORE_AT_ONCE) + MORE_AT_ONCE


def _missing_record(say: Sentences, library: Library, kind: str, record_id: str, found: list[Advice]) -> None:
    story = library.stories.get(record_id) if kind == "stories" else None
    name = as_html(record_name(library, kind, record_id))
    dots = star_dots(say, story) if story is not None else ""
    more = say("home.and_more", count=len(found) - 1) if len(found) > 1 else ""
    first = as_html(f"{advice_sentence(say, found[0])} {more}")
    with st.container(border=True):
        text, button = st.columns([3, 1], vertical_alignment="center")
        text.html(f"<b>{name}</b> {dots}<br><small>{first}</small>")
        pressed = button.button(
            say("home.write"), key=f"missing_{kind}_{record_id}", icon=":material/edit:", type="tertiary"
        )
        if pressed and story is not None:
            open_story(record_id)
        elif pressed:
            open_application(record_id)


show()
