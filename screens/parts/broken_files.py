"""What is wrong in files: named with place and remedy, and mended in one click where a click can."""

from functools import partial

import streamlit as st

from languages import Sentences
from screens.parts.difference import difference_html
from screens.parts.inert import as_html, as_label
from screens.parts.opening import open_history
from screens.parts.said import do
from screens.parts.telling import problem_sentence
from stories.errors import StoryBankError
from stories.files.content import ContentError, decode
from stories.files.history import history
from stories.files.library import Library
from stories.files.mending import MENDS_OF, Mend, mend, mended
from stories.files.names import name_in
from stories.files.restoring import bytes_on_disk
from stories.problems import Problem

SHOWN = 30
"""Problems of one weight that are named; `storybank check` names all."""
MENDED = 5
"""Files that are offered to be mended at once."""


def show_problems(say: Sentences, library: Library) -> None:
    """Show what cannot be read first: a file that is not there hides a story."""
    told_above = "newer-version"  # on every screen, with its file
    errors = [problem for problem in library.problems if problem.severity == "error" and problem.code != told_above]
    warnings = [problem for problem in library.problems if problem.severity == "warning"]
    if errors:
        lines = "".join(f"\n- {as_label(problem_sentence(say, problem))}" for problem in errors[:SHOWN])
        more = f"\n- {say('broken.more', count=len(errors) - SHOWN)}" if len(errors) > SHOWN else ""
        st.error(say("home.broken_files", count=len(errors)) + "\n" + lines + more, icon=":material/error:")
        _mends(say, library, errors)
    if warnings:
        with st.expander(say("home.warnings", count=len(warnings)), icon=":material/warning:"):
            for problem in warnings[:SHOWN]:
                st.html(as_html(problem_sentence(say, problem)))
            if len(warnings) > SHOWN:
                st.caption(say("broken.more", count=len(warnings) - SHOWN))


def _mends(say: Sentences, library: Library, errors: list[Problem]) -> None:
    """Offer what a click can do for each file that cannot be read: mend it, or look at its earlier texts."""
    keys = {name_in(library.folder, state.path): key for key, state in library.files.items() if not state.version}
    broken = [(problem, keys[problem.file]) for problem in errors if problem.file in keys]
    old = [key for problem, key in broken if problem.code == "cp949"]
    if old:
        st.button(
            say("broken.convert", count=len(old)), key="convert", icon=":material/translate:",
            help=say("broken.convert_hint"), on_click=partial(_convert, say, library, old),
        )  # fmt: skip
    others = [one for one in broken if one[0].code != "cp949"]
    for problem, (kind, record_id) in others[:MENDED]:
        earlier = bool(history(library.folder, kind, record_id, most=1))
        if problem.code in MENDS_OF:
            _choice(say, library, problem, kind, record_id)
        if earlier and st.button(
            say("broken.earlier", file=as_label(problem.file)), key=f"earlier_{kind}_{record_id}", type="tertiary",
            icon=":material/history:",
        ):  # fmt: skip
            open_history(kind, record_id)


def _convert(say: Sentences, library: Library, keys: list[tuple[str, str]]) -> None:
    def convert() -> None:
        for kind, record_id in keys:
            mend(library, kind, record_id, "utf-8")

    do(say, say("broken.converted", count=len(keys)), convert)


def _choice(say: Sentences, library: Library, problem: Problem, kind: str, record_id: str) -> None:
    """Show both sides of the file and a button for each."""
    try:
        raw = bytes_on_disk(library.folder, library.files[kind, record_id].path) or b""
        sides = {how: mended(raw, how) for how in MENDS_OF[problem.code]}
        texts = {how: decode(side).text for how, side in sides.items() if side is not None}
    except (StoryBankError, ContentError):
        return
    if len(texts) < len(sides):
        return
    with st.container(border=True):
        st.html(f"<b>{as_html(problem.file)}</b><br>{as_html(say('broken.sides'))}")
        first, second = texts.values()
        st.html(difference_html(say, first, second, told=False))
        with st.container(horizontal=True, gap="small"):
            for how in texts:
                st.button(
                    say(f"broken.take_{how}"), key=f"{how}_{kind}_{record_id}",
                    on_click=partial(_take, say, library, kind, record_id, how, problem.file),
                )  # fmt: skip


def _take(say: Sentences, library: Library, kind: str, record_id: str, how: Mend, file: str) -> None:
    do(say, say("broken.taken", file=file), partial(mend, library, kind, record_id, how))
