"""The fields of the story editor: texts with hints and counts, words with suggestions, and rows."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from languages import Sentences
from screens.parts.again import draw_again
from screens.parts.choosing import distinct
from screens.parts.editing import ROWS, Editing, new_row
from screens.parts.inert import as_label
from screens.parts.live_text import current, live_text
from stories import bank
from stories.files.library import Library
from stories.matching.preparation import cased, normal
from stories.matching.vocabulary import spot_terms, vocabulary
from stories.model.story import CLAIM_STATUSES, HEADLINE_LIMIT, TEXTS

Keep = Callable[[], None]
TEXT_ROWS = {"situation": 3, "task": 2, "action": 5, "result": 3, "learned": 2, "since_then": 2}
SUGGESTED = 5
"""Suggestions that are shown at most."""


def show_fields(say: Sentences, library: Library, editing: Editing, keep: Keep) -> None:
    """Show all fields of the form."""
    _text(say, editing, "title", keep)
    _text(say, editing, "headline", keep, limit=HEADLINE_LIMIT)
    left, right = st.columns(2)
    with left:
        _text(say, editing, "role", keep)
    with right:
        _text(say, editing, "period", keep)
    for name in TEXTS:
        _text(say, editing, name, keep, rows=TEXT_ROWS[name])
    _competencies(say, library, editing, keep)
    _skills(say, library, editing, keep)
    _words(say, editing, "aliases", [], keep)
    others = {one.id: one.name for one in (*library.stories.values(), *library.archived.values())}
    others.pop(editing.story_id, None)
    _words(say, editing, "led_to", list(others), keep, names=others)
    for name in ROWS:
        _rows(say, editing, name, keep)


def _key(editing: Editing, name: str, number: int | str = "") -> str:
    return f"edit_{editing.story_id}_{name}_{number}"


def _text(say: Sentences, editing: Editing, name: str, keep: Keep, rows: int = 1, limit: int | None = None) -> None:
    key = _key(editing, name)

    def remember() -> None:
        editing.fields[name] = current(key, editing.fields[name])
        keep()

    live_text(
        say(f"story.field_{name}"),
        key=key,
        text=editing.fields[name],
        generation=str(editing.rounds[name]),
        rows=rows,
        hint=say(f"hint.{name}"),
        counter=say.raw("editor.count_of" if limit else "editor.count") if rows > 1 or limit else "",
        soft_limit=limit,
        store=f"storybank:{editing.library}:{key}",
        state=("", say("autosave.waiting")),
        on_change=remember,
    )


def _words(
    say: Sentences,
    editing: Editing,
    name: str,
    known: list[str],
    keep: Keep,
    names: dict[str, str] | None = None,
    own: bool = True,
) -> None:
    """Show a list of words or ids to choose from; `own` lets people add words of their own."""
    key = f"{_key(editing, name)}{editing.rounds[name]}"

    def remember() -> None:
        editing.fields[name] = list(st.session_state[key])
        keep()

    chosen = list(editing.fields[name])
    options = list(dict.fromkeys([*chosen, *known]))
    st.multiselect(
        say(f"story.field_{name}"),
        options,
        default=None if key in st.session_state else chosen,
        format_func=distinct(options, lambda one: (names or {}).get(one, one), str),
        key=key,
        help=say(f"hint.{name}"),
        placeholder=say("editor.choose"),
        accept_new_options=own and names is None,
        on_change=remember,
    )


def _competencies(say: Sentences, library: Library, editing: Editing, keep: Keep) -> None:
    words = vocabulary(library.competencies)
    names = {one.id: one.name(say.language) for one in words.all}
    _words(say, editing, "competencies", list(names), keep, names=names)
    pointed = words.weights(normal(_all_text(editing), 8000))
    found = [one for one, weight in sorted(pointed.items(), key=lambda item: -item[1]) if weight >= 1]
    _suggest(say, editing, "competencies", found, names, keep)


def _skills(say: Sentences, library: Library, editing: Editing, keep: Keep) -> None:
    known = sorted({skill for story in library.stories.values() for skill in story.skills})
    _words(say, editing, "skills", known, keep)
    technical = {one.id: one for one in bank.terms() if one.field in ("ml", "data", "software", "engineering")}
    have = {one.meaning for skill in editing.fields["skills"] for one in spot_terms(cased(skill))}
    spotted = [one.meaning for one in spot_terms(cased(_all_text(editing), 8000))]
    found = [technical[one].name(say.language) for one in spotted if one in technical and one not in have]
    _suggest(say, editing, "skills", list(dict.fromkeys(found)), {}, keep)


def _suggest(say: Sentences, editing: Editing, name: str, found: list[str], names: dict[str, str], keep: Keep) -> None:
    """Offer words that stand in the text and are not chosen yet; a click adds one."""
    fresh = [one for one in found if one not in editing.fields[name]][:SUGGESTED]
    around = st.container()  # always there, so that what comes and goes does not move the boxes below
    if not fresh:
        return
    around.caption(say(f"editor.suggest_{name}"))
    with around.container(horizontal=True):
        for one in fresh:
            st.button(
                as_label(names.get(one, one)),
                key=f"{_key(editing, name, one)}_add",
                icon=":material/add:",
                on_click=_add,
                args=(editing, name, one, keep),
            )


def _add(editing: Editing, name: str, word: str, keep: Keep) -> None:
    editing.fields[name] = [*editing.fields[name], word]
    editing.renew(name)
    keep()


def _all_text(editing: Editing) -> str:
    return " \n ".join(str(editing.fields[name]) for name in ("title", "headline", *TEXTS))


def _rows(say: Sentences, editing: Editing, name: str, keep: Keep) -> None:
    st.subheader(say(f"story.field_{name}"))
    st.caption(say(f"hint.{name}"))
    for row in editing.fields[name]:
        with st.container(border=True):
            _row(say, editing, name, row, keep)
    if st.button(say(f"editor.add_{name}"), key=_key(editing, name, "add"), icon=":material/add:"):
        editing.fields[name].append(new_row(name))
        draw_again()


def _row(say: Sentences, editing: Editing, name: str, row: dict[str, Any], keep: Keep) -> None:
    for part in ROWS[name]:
        if part == "status":
            _status(say, editing, row, keep)
        elif part != "say_instead" or row.get("status") == "retracted" or row["say_instead"]:
            _cell(say, editing, name, row, part, keep)
    st.button(
        say("editor.remove_row"),
        key=_key(editing, name, f"remove{row['number']}"),
        type="tertiary",
        icon=":material/delete:",
        on_click=_remove,
        args=(editing, name, row, keep),
    )


def _cell(say: Sentences, editing: Editing, name: str, row: dict[str, Any], part: str, keep: Keep) -> None:
    key = _key(editing, name, f"{part}{row['number']}")

    def remember() -> None:
        row[part] = current(key, row[part])
        keep()

    long = part in ("answer", "say_instead")
    label = say(f"row.{part}")
    generation = str(editing.rounds[name])
    live_text(
        label, key=key, text=row[part], generation=generation, rows=2 if long else 1,
        store=f"storybank:{editing.library}:{key}", state=("", say("autosave.waiting")), on_change=remember,
    )  # fmt: skip


def _status(say: Sentences, editing: Editing, row: dict[str, Any], keep: Keep) -> None:
    key = f"{_key(editing, 'status', row['number'])}_{editing.rounds['claims']}"

    def remember() -> None:
        row["status"] = st.session_state[key]
        keep()

    now = row.get("status") or "unconfirmed"
    st.selectbox(
        say("row.status"),
        CLAIM_STATUSES,
        index=CLAIM_STATUSES.index(now) if now in CLAIM_STATUSES else 2,
        format_func=lambda status: say(f"claim.{status}"),
        key=key,
        on_change=remember,
    )


def _remove(editing: Editing, name: str, row: dict[str, Any], keep: Keep) -> None:
    editing.fields[name] = [one for one in editing.fields[name] if one is not row]
    keep()
