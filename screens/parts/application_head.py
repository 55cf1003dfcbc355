"""What an application is about: company, position, dates, status and outcome, the posting. Each saves by itself."""

from collections.abc import Mapping
from functools import partial
from typing import get_args

import streamlit as st

from languages import Sentences
from screens.parts import session
from screens.parts.application_slots import field_slot
from screens.parts.autosaved import autosaved_text
from screens.parts.inert import as_label
from screens.parts.telling import error_sentence
from stories.errors import StoryBankError
from stories.files.library import Library
from stories.files.saving import save_fields
from stories.model.application import Application, ApplicationStatus, Blind
from stories.upcoming import days_to

DATES = ("deadline", "submitted", "interview_date")
NOT_SAVED = "application_not_saved"


def show_head(say: Sentences, library: Library, application: Application) -> None:
    """Show the fields, folded away once the company is named and a question is there."""
    known = bool(application.company and application.questions)
    with st.expander(say("application.details"), expanded=not known, icon=":material/work:"):
        left, right = st.columns(2)
        with left:
            _text(say, library, application, "company")
        with right:
            _text(say, library, application, "position")
        for column, name in zip(st.columns(3), DATES, strict=True):
            with column:
                _date(say, library, application, name)
        left, right = st.columns(2)
        with left:
            statuses = {one: say(f"status.{one or 'unset'}") for one in get_args(ApplicationStatus)}
            _choice(say, application, "status", statuses)
        with right:
            _choice(say, application, "blind", {one: say(f"blind.{one or 'unset'}") for one in get_args(Blind)})
        _text(say, library, application, "outcome")
        _text(say, library, application, "posting", rows=4)
        if NOT_SAVED in st.session_state:
            st.error(as_label(st.session_state.pop(NOT_SAVED)), icon=":material/error:")


def _text(say: Sentences, library: Library, application: Application, name: str, rows: int = 1) -> None:
    autosaved_text(
        say, library, field_slot(application.id, name), say(f"application.{name}"), rows=rows,
        hint=say(f"application_hint.{name}"),
    )  # fmt: skip


def _date(say: Sentences, library: Library, application: Application, name: str) -> None:
    """Show a date as typed, with the days until then; one that cannot be read as a day says so."""
    typed = str(getattr(application, name))
    days = days_to(typed, session.today())
    hint = say("application_hint.date")
    if days is not None:
        hint = "D-DAY" if days == 0 else f"D-{days}" if days > 0 else f"D+{-days}"
    elif typed:
        hint = say("application.no_day")
    autosaved_text(say, library, field_slot(application.id, name), say(f"application.{name}"), hint=hint)


def _choice(say: Sentences, application: Application, name: str, names: Mapping[str, str]) -> None:
    options = list(names)
    now = str(getattr(application, name))
    key = f"{name}_{application.id}_{now}"
    st.selectbox(
        say(f"application.{name}"),
        options,
        index=options.index(now),
        format_func=lambda one: names[one],
        key=key,
        help=say(f"application_hint.{name}"),
        disabled=session.in_sample(),
        on_change=partial(_save, say, application.id, name, key),
    )


def _save(say: Sentences, application_id: str, name: str, key: str) -> None:
    try:
        save_fields(session.library(), "applications", application_id, {name: st.session_state[key]})
    except StoryBankError as error:
        st.session_state[NOT_SAVED] = error_sentence(say, error)
