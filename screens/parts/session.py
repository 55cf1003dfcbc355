"""What one browser session holds: the language, the open library and its index."""

import datetime
from collections.abc import Callable
from pathlib import Path

import streamlit as st

from languages import LANGUAGES, Sentences, sentences
from screens.parts.open_library import open_library
from stories.files.disk import sweep
from stories.files.library import Library
from stories.files.places import SAMPLE, is_named, is_sample, library_folder, remember_library, was_opened
from stories.matching import ranking
from stories.matching.gaps import QuestionFits
from stories.matching.index import LibraryIndex
from stories.model.question import QuestionKind

LANGUAGE, FOLDER, NEWER, QUESTION_KINDS = "language", "library_folder", "library_newer", "library_question_kinds"


def say() -> Sentences:
    """Return the sentences in the language of the session; at first that of the browser, Korean for others."""
    if LANGUAGE not in st.session_state:
        browser = (st.context.locale or "")[:2]
        st.session_state[LANGUAGE] = browser if browser in LANGUAGES else LANGUAGES[0]
    return sentences(str(st.session_state[LANGUAGE]))


def folder() -> Path:
    """Return the folder that is open: one's own library, or the sample where there is none yet."""
    if FOLDER not in st.session_state:
        own = library_folder()
        st.session_state[FOLDER] = own if own.exists() or is_named() else SAMPLE
        if own.is_dir():
            sweep(own)
            remember_library(own)
    return Path(st.session_state[FOLDER])


def own_is_missing() -> bool:
    """Tell whether one's own library was opened on this machine before and its folder is not there now."""
    own = library_folder()
    return not own.exists() and was_opened(own)


def open_folder(place: Path) -> None:
    """Open another library in this session."""
    st.session_state[FOLDER] = place
    if place.is_dir() and not is_sample(place):
        remember_library(place)
    for key in (NEWER, QUESTION_KINDS):
        st.session_state.pop(key, None)


def library() -> Library:
    """Return the library as it is on disk now. Raises LibraryMissing or LibraryNotAFolder."""
    current = open_library(folder()).read()
    st.session_state[NEWER] = current.newer
    return current


def newer_file() -> str:
    """Return the name of a file that a newer program made, as the library was read last, or nothing."""
    return str(st.session_state.get(NEWER, ""))


def index(current: Library) -> LibraryIndex:
    """Return the index of the library; stories that are the same are not prepared again."""
    return open_library(current.folder).index(current)


def question_fits(current: LibraryIndex, language: str) -> QuestionFits:
    """Return what the open library answers of questions in the language."""
    return open_library(folder()).question_fits(current, language)


def kind_of(current: LibraryIndex) -> Callable[[str], QuestionKind]:
    """Return what tells the kind of a question; a question is understood once, as long as the index has the words."""
    words = current.words, current.asked_by_user
    kept: tuple[object, dict[str, QuestionKind]] | None = st.session_state.get(QUESTION_KINDS)
    if kept is None or kept[0] != words:
        kept = st.session_state[QUESTION_KINDS] = words, {}
    found = kept[1]

    def told(question: str) -> QuestionKind:
        if question not in found:
            found[question] = ranking.kind_of(question, current)
        return found[question]

    return told


def in_sample() -> bool:
    """Tell whether the sample is open, which is read and never written."""
    return is_sample(folder())


def today() -> datetime.date:
    """Return the day on this machine."""
    return datetime.date.today()
