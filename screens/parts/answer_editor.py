"""The editor of one answer: the question, the text with its gauge, the story beside it, and what helps to write."""

from functools import partial

import streamlit as st

from languages import Sentences
from screens.parts import session
from screens.parts.answer_checks import findings, show_checks
from screens.parts.answer_cuts import show_cuts
from screens.parts.answer_draft import show_first_draft
from screens.parts.answer_reuse import show_reuse
from screens.parts.answer_slot import answer_slot
from screens.parts.answer_sources import show_sources
from screens.parts.answer_versions import show_versions
from screens.parts.autosaved import autosaved_text
from screens.parts.errors import telling_errors
from screens.parts.gauge import Gauge
from screens.parts.inert import as_html, as_label
from screens.parts.opening import QUESTION
from screens.parts.own_library import show_start_buttons
from screens.parts.question_form import NOT_SAVED, show_limit
from screens.parts.watching import note_seen
from screens.parts.writing import writing
from stories.files.library import Library
from stories.files.places import library_folder
from stories.matching.plan import PlannedQuestion, plan
from stories.model.application import Application
from stories.writing.limits import limit_of, rule_of, seconds_of

ROWS = 14
PANELS = ("checks", "first_draft", "cuts", "versions", "reuse")


@st.fragment
def show_answer(application_id: str, number: int) -> None:
    """Show the editor. It reruns alone while one types, and looks at the files anew each time."""
    with telling_errors(session.say()):
        library = session.library()
        note_seen(library, "applications", application_id)
        application = library.applications.get(application_id)
        if application is None:
            st.rerun(scope="app")
        elif number > len(application.questions):
            st.session_state[QUESTION] = 0
            st.rerun(scope="app")
        else:
            _show(session.say(), library, application, number)


def _show(say: Sentences, library: Library, application: Application, number: int) -> None:
    asked = application.questions[number - 1]
    planned = plan(application, library, session.index(library)).questions[number - 1]
    _way(say, application, number)
    st.html(_question(say, planned))
    if session.in_sample():
        with st.expander(say("application.in_sample"), icon=":material/science:"):
            show_start_buttons(say, library_folder(), "answer")
    if NOT_SAVED in st.session_state:
        st.error(as_label(st.session_state.pop(NOT_SAVED)), icon=":material/error:")
    left, right = st.columns([3, 2], gap="large")
    with left:
        slot = answer_slot(application, number)
        text = autosaved_text(
            say, library, slot, say("answer.label"), rows=ROWS, placeholder=say("answer.placeholder"),
            gauge=Gauge(rule_of(asked), limit_of(asked), seconds_of(asked), say=say), round_before=_round(), told=True,
        )  # fmt: skip
        _remember_round(library, application, number)
        _tools(say, library, application, planned, text)
    with right, st.container(key="sources"):
        with st.expander(say("answer.limit_and_rule"), icon=":material/straighten:"):
            show_limit(say, library, application, number)
        show_sources(say, library, planned, text)


def _way(say: Sentences, application: Application, number: int) -> None:
    """Show the way back, and to the questions before and after."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        _go(say("application.back_to", name=as_label(application.name)), "arrow_back", 0)
        st.caption(say("answer.place", number=number, count=len(application.questions)))
        _go(say("answer.before"), "chevron_left", number - 1, disabled=number == 1)
        _go(say("answer.next"), "chevron_right", number + 1, disabled=number == len(application.questions))


def _go(label: str, icon: str, number: int, disabled: bool = False) -> None:
    if st.button(label, type="tertiary", icon=f":material/{icon}:", disabled=disabled, key=f"go_{icon}"):
        st.session_state[QUESTION] = number
        st.query_params.pop("round", None)
        st.rerun(scope="app")


def _question(say: Sentences, planned: PlannedQuestion) -> str:
    question = as_html(planned.asked.question) or as_html(say("past.without_question"))
    return f'<h1 class="sb-question">{question}</h1><span class="sb-chip">{as_html(say(f"kind.{planned.kind}"))}</span>'


def _round() -> int:
    typed = st.query_params.get("round", "0")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 6 else 0


def _remember_round(library: Library, application: Application, number: int) -> None:
    """Write into the address how often the program filled the box, for a server that starts anew."""
    found = writing(library, answer_slot(application, number))
    if found.round:
        st.query_params["round"] = str(found.round)


def _tools(say: Sentences, library: Library, application: Application, planned: PlannedQuestion, text: str) -> None:
    found = findings(library, application, planned, text) if text.strip() else ()
    counts = {"checks": len(found)}
    key = f"panel_{application.id}_{planned.number}"
    chosen = st.pills(
        say("answer.tools"),
        PANELS,
        default="checks" if text.strip() else "first_draft",
        format_func=lambda one: say(f"answer.{one}") + (f" {counts[one]}" if counts.get(one) else ""),
        key=key,
        label_visibility="collapsed",
        required=True,
    )
    show = {
        "checks": partial(show_checks, say, library, application, planned, text, found),
        "first_draft": partial(show_first_draft, say, library, application, planned, text),
        "cuts": partial(show_cuts, say, library, application, planned, text),
        "versions": partial(show_versions, say, library, application, planned, text),
        "reuse": partial(show_reuse, say, library, application, planned),
    }[str(chosen)]
    with st.container(border=True):
        show()
