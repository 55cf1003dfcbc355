"""The text of one answer: where it is saved, and its earlier texts, which are kept before they are overwritten."""

import time
from contextlib import suppress
from functools import partial

import streamlit as st

from screens.parts import session
from screens.parts.application_slots import question_slot
from screens.parts.writing import Slot, put, writing
from stories.errors import StoryBankError
from stories.files.library import Library
from stories.files.versions import keep_version
from stories.model.application import Application

PAUSE = 600.0
"""Seconds of writing after which the text is kept once more."""
KEPT_AT = "version_kept_at"


def answer_slot(application: Application, number: int) -> Slot:
    """Return the place of the answer to a question; what stood in the file is kept as a version from time to time."""
    plain = question_slot(application, number, "draft")
    question = application.questions[number - 1].question
    put_away = partial(_put_away, application.id, question)
    return Slot(plain.id, plain.read, partial(_write, plain, application.id, question), put_away)


def replace_answer(library: Library, application: Application, number: int, text: str) -> None:
    """Put a text in place of the answer; the one before is among the versions."""
    slot = answer_slot(application, number)
    before = writing(library, slot).text
    if before.strip() and not session.in_sample():
        keep_version(library.folder, application.id, application.questions[number - 1].question, before)
    put(library, slot, text)


def _put_away(application_id: str, question: str, library: Library, text: str) -> None:
    with suppress(StoryBankError):  # the text that is taken is the one that matters
        keep_version(library.folder, application_id, question, text)


def _write(plain: Slot, application_id: str, question: str, library: Library, was: str, text: str) -> None:
    kept: dict[str, float] = st.session_state.setdefault(KEPT_AT, {})
    now = time.monotonic()
    if was and now - kept.get(plain.id, -PAUSE) >= PAUSE:
        keep_version(library.folder, application_id, question, was)
        kept[plain.id] = now
    plain.write(library, was, text)
