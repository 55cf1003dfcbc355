"""One question of an application as the form asks it: its words, limit, counting rule and kind, its place, its end."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from languages import Sentences
from screens.parts import session
from screens.parts.application_slots import question_slot
from screens.parts.autosaved import autosaved_text
from screens.parts.counting import RULES
from screens.parts.telling import error_sentence
from screens.parts.writing import settle
from stories.errors import StoryBankError
from stories.files.answers import move_question, remove_question, save_answer
from stories.files.library import Library
from stories.files.versions import keep_version
from stories.model.application import Application, AskedByForm, AskedKind
from stories.model.question import KINDS
from stories.writing.limits import limit_of, seconds_of

KIND_UNSET, NOT_SAVED = "application.kind_unset", "question_not_saved"
"""Where a session keeps why a question could not be changed."""


def show_question_form(say: Sentences, library: Library, application: Application, number: int) -> None:
    """Show the form behind a button."""
    asked = application.questions[number - 1]
    with st.popover(say("application.edit_question"), icon=":material/tune:"):
        autosaved_text(
            say, library, question_slot(application, number, "question"), say("application.question"), rows=3
        )
        show_limit(say, library, application, number)
        kinds: tuple[AskedKind, ...] = ("", *KINDS)
        _choice(say, application, number, "kind", kinds, lambda one: say(f"kind.{one}" if one else KIND_UNSET))
        with st.container(horizontal=True, gap="xsmall"):
            _move(say, application, number, asked)
            _remove(say, application, number, asked)


def show_limit(say: Sentences, library: Library, application: Application, number: int) -> None:
    """Show the limit and how the form counts."""
    asked = application.questions[number - 1]
    unread = bool(asked.limit.strip()) and limit_of(asked) is None and seconds_of(asked) is None
    hint = "application.limit_unread" if unread else "application_hint.limit"
    left, right = st.columns(2)
    with left:
        autosaved_text(
            say, library, question_slot(application, number, "limit"), say("application.limit"),
            placeholder=say("application.limit_example"), hint=say(hint),
        )  # fmt: skip
    with right:
        rules = tuple(RULES)
        _choice(say, application, number, "counts", rules, lambda one: say(f"rule_name.{one}"))


def _choice(
    say: Sentences, application: Application, number: int, name: str, options: Sequence[str],
    shown: Callable[[str], str],
) -> None:  # fmt: skip
    asked = application.questions[number - 1]
    now = str(getattr(asked, name))
    key = f"{name}_{application.id}_{number}_{now}"
    st.selectbox(
        say(f"application.{name}"),
        options,
        index=options.index(now),
        format_func=shown,
        key=key,
        disabled=session.in_sample(),
        on_change=partial(_chosen, say, application.id, number, asked, name, key),
    )


def _chosen(say: Sentences, application_id: str, number: int, asked: AskedByForm, name: str, key: str) -> None:
    _change(say, save_answer, application_id, number, asked, {name: st.session_state[key]})


def _without(library: Library, application_id: str, number: int, asked: AskedByForm) -> None:
    """Take the question out; its answer stays among the earlier texts."""
    keep_version(library.folder, application_id, asked.question, asked.draft)
    remove_question(library, application_id, number, asked)


def _change(say: Sentences, change: Callable[..., object], *what: object) -> None:
    """Change the file; where that cannot be, the next run says why."""
    try:
        change(session.library(), *what)
        settle(session.library(), str(what[0]))
    except StoryBankError as error:
        st.session_state[NOT_SAVED] = error_sentence(say, error)


def _move(say: Sentences, application: Application, number: int, asked: AskedByForm) -> None:
    for step, icon in ((-1, "arrow_upward"), (1, "arrow_downward")):
        target = number + step
        st.button(
            say("application.move_up" if step < 0 else "application.move_down"),
            key=f"move_{application.id}_{number}_{step}",
            type="tertiary",
            icon=f":material/{icon}:",
            disabled=session.in_sample() or not 1 <= target <= len(application.questions),
            on_click=partial(_change, say, move_question, application.id, number, asked, target),
        )


def _remove(say: Sentences, application: Application, number: int, asked: AskedByForm) -> None:
    """Take the question out; where an answer stands in it only after a second click."""
    sure = not asked.draft.strip() or st.checkbox(say("application.remove_sure"), key=f"sure_{application.id}_{number}")
    st.button(
        say("application.remove_question"),
        key=f"remove_{application.id}_{number}",
        type="tertiary",
        icon=":material/delete:",
        disabled=session.in_sample() or not sure,
        on_click=partial(_change, say, _without, application.id, number, asked),
    )
