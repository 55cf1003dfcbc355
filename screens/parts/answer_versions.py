"""Earlier texts of one answer: named and unnamed, with what has changed since, and the way back to each."""

import datetime
from functools import partial

import streamlit as st

from languages import Sentences
from screens.parts import session
from screens.parts.answer_slot import replace_answer
from screens.parts.choosing import distinct
from screens.parts.difference import difference_html
from screens.parts.inert import as_label, as_plain
from screens.parts.live_text import current, live_text
from screens.parts.telling import error_sentence
from stories.errors import StoryBankError
from stories.files.library import Library
from stories.files.versions import Version, keep_version, versions_of, versions_of_others
from stories.matching.plan import PlannedQuestion
from stories.model.application import Application
from stories.text import one_line
from stories.writing.count import count

NAME, ROUND, MESSAGE = "version_name", "version_round", "version_message"


def show_versions(
    say: Sentences, library: Library, application: Application, planned: PlannedQuestion, text: str
) -> None:
    """Show the box for a name, the list, and the difference of the chosen one to the text now."""
    if MESSAGE in st.session_state:
        st.warning(as_label(st.session_state.pop(MESSAGE)))
    question = planned.asked.question
    if text.strip() and not session.in_sample():
        with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
            live_text(
                say("answer.version_name"), key=NAME, generation=str(st.session_state.get(ROUND, 0)),
                placeholder=say("answer.version_example"),
            )  # fmt: skip
            st.button(
                say("answer.keep_version"), icon=":material/bookmark_add:", key="keep_version",
                on_click=partial(_keep, say, library, application.id, question, text),
            )  # fmt: skip
    others = versions_of_others(library.folder, application.id, [one.question for one in application.questions])
    found = (*versions_of(library.folder, application.id, question), *others)
    if not found:
        st.caption(say("answer.no_versions"))
        return
    chosen = st.selectbox(
        say("answer.version"),
        found,
        format_func=distinct(found, partial(_label, say, question)),
        key=f"version_{application.id}_{planned.number}",
    )
    if chosen.text == text:
        st.caption(say("answer.version_same"))
    else:
        st.html(difference_html(say, chosen.text, text))
        st.button(
            say("answer.restore"), key="restore", icon=":material/history:",
            on_click=partial(replace_answer, library, application, planned.number, chosen.text),
        )  # fmt: skip


def _label(say: Sentences, question: str, version: Version) -> str:
    other = "" if version.question == one_line(question) else say("answer.version_of", question=version.question[:24])
    return " · ".join(
        as_plain(part)
        for part in (
            other,
            version.name,
            _time(version.at),
            say("editor.count", count=f"{count(version.text).characters:,}"),
        )
        if part
    )


def _time(at: str) -> str:
    """Return the time on this machine, to the minute; as it stands where it is none."""
    try:
        return datetime.datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return at[:40]


def _keep(say: Sentences, library: Library, application_id: str, question: str, text: str) -> None:
    try:
        keep_version(library.folder, application_id, question, text, current(NAME).strip())
    except StoryBankError as error:
        st.session_state[MESSAGE] = error_sentence(say, error)
        return
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
