"""All applications: what is due, how full each answer is, which usual answers are empty, and the form for a new one."""

import datetime

import streamlit as st

from languages import Sentences
from screens.parts import session
from screens.parts.fill_bar import STYLE, bars, usual_marks
from screens.parts.inert import as_html, as_label
from screens.parts.new_application import show_new_application
from screens.parts.opening import open_application
from screens.parts.telling import problem_sentence
from stories.files.library import Library
from stories.model.application import Application
from stories.standing import standings, usual
from stories.upcoming import by_due_date, due


def show_applications(say: Sentences, library: Library) -> None:
    """Show the list, what is due soonest first."""
    st.title(say("application.title"))
    st.caption(say("application.about"))
    st.html(STYLE)
    show_new_application(say, library)
    for problem in library.problems:
        if problem.file.startswith("applications/") and problem.severity == "error":
            st.error(as_label(problem_sentence(say, problem)), icon=":material/error:")
    if not library.applications:
        st.info(say("application.none_yet"), icon=":material/work:")
        return
    kind_of = session.kind_of(session.index(library))
    today = session.today()
    for application in by_due_date(library.applications.values(), today):
        found = standings(application, kind_of)
        with st.container(border=True):
            st.html(
                f"<b>{as_html(application.name)}</b> {badges(say, application, today)}"
                f"{bars(say, found) or as_html(say('application.no_questions'))}{usual_marks(say, usual(found))}"
            )
            opened = st.button(
                say("application.open"), key=f"open_{application.id}", type="tertiary", icon=":material/edit:",
                help=as_label(application.name),
            )  # fmt: skip
            if opened:
                open_application(application.id)


def badges(say: Sentences, application: Application, today: datetime.date) -> str:
    """Return what is due next with the days until then, and the status."""
    shown = []
    coming = due(application, today)
    if coming is not None:
        name, days = coming
        left = "D-DAY" if days == 0 else f"D-{days}"
        soon = "warn" if days <= 3 else "workable"
        shown.append(f'<span class="sb-badge sb-{soon}">{as_html(say(f"application.due_{name}"))} {left}</span>')
    if application.status:
        status = as_html(say(f"status.{application.status}"))
        shown.append(f'<span class="sb-badge sb-none">{status}</span>')
    return " ".join(shown)
