"""More questions for an application: pasted from the form in one go, from an example, or a usual one with one click."""

from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st

from languages import Sentences
from screens.parts import session
from screens.parts.application_slots import field_slot
from screens.parts.inert import as_html, as_label
from screens.parts.live_text import current, live_text
from screens.parts.telling import error_sentence
from screens.parts.writing import put
from stories import bank
from stories.errors import StoryBankError
from stories.files.answers import add_questions
from stories.files.drafts import forget_draft, keep_draft, read_draft
from stories.files.library import Library
from stories.files.tree import Plain
from stories.model.application import Application
from stories.model.question import QuestionKind
from stories.notes.form_items import FormItem, Pasted, form_items
from stories.standing import Written

KIND, ROUND, MESSAGE = "pasted", "pasted_round", "pasted_message"


def show_new_questions(
    say: Sentences, library: Library, application: Application, usual: Mapping[QuestionKind, Written]
) -> None:
    """Show the ways to add questions."""
    if MESSAGE in st.session_state:
        st.warning(as_label(st.session_state.pop(MESSAGE)))
    with st.expander(say("application.paste"), expanded=not application.questions, icon=":material/content_paste:"):
        _paste(say, library, application)
    missing = [kind for kind, state in usual.items() if state == "missing"]
    with st.expander(say("application.more_questions"), expanded=False, icon=":material/playlist_add:"):
        if missing:
            st.caption(say("application.about_usual"))
            with st.container(horizontal=True, gap="xsmall"):
                for kind in missing:
                    row: dict[str, Plain] = {"question": say(f"usual_question.{kind}"), "kind": kind}
                    _button(say, application, say(f"usual.{kind}"), f"usual_{kind}", [row])
        st.caption(say("application.forms_about"))
        for form in bank.forms():
            rows: list[Mapping[str, Plain]] = [
                {"question": one.question(say.language), "limit": one.limit, "counts": one.counts} for one in form.items
            ]
            _button(say, application, form.name(say.language), f"form_{form.id}", rows)
        _button(say, application, say("application.empty_question"), "empty", [{"question": "", "limit": ""}])


def _button(
    say: Sentences, application: Application, label: str, key: str, rows: Sequence[Mapping[str, Plain]]
) -> None:
    st.button(
        as_label(label), key=f"add_{key}_{application.id}", icon=":material/add:", disabled=session.in_sample(),
        on_click=partial(_add, say, application.id, rows),
    )  # fmt: skip


def _add(say: Sentences, application_id: str, rows: Sequence[Mapping[str, Plain]]) -> None:
    try:
        add_questions(session.library(), application_id, rows)
    except StoryBankError as error:
        st.session_state[MESSAGE] = error_sentence(say, error)


def _paste(say: Sentences, library: Library, application: Application) -> None:
    """Show the box for the whole form, and what is understood of it before anything is written."""
    kept = read_draft(library.folder, KIND, application.id)
    key = f"paste_{application.id}"
    text = live_text(
        say("application.paste_label"),
        key=key,
        text=str(kept.fields.get("text", "")) if kept else "",
        generation=str(st.session_state.get(ROUND, 0)),
        rows=5,
        placeholder=say("application.paste_example"),
        on_change=partial(_keep, say, library, application.id, key),
    )
    if not text.strip():
        return
    found = form_items(text)
    _understood(say, found)
    if found.items:
        st.button(
            say("application.add_pasted", count=len(found.items)), type="primary", key=f"add_pasted_{application.id}",
            icon=":material/add:", disabled=session.in_sample(),
            on_click=partial(_add_pasted, say, library, application.id, found.items),
        )  # fmt: skip
    if found.notes:
        with st.expander(say("application.pasted_notes", count=len(found.notes))):
            st.html(as_html("\n".join(found.notes)))
            if not application.posting.strip():
                st.button(
                    say("application.notes_to_posting"), key=f"notes_{application.id}", disabled=session.in_sample(),
                    on_click=partial(put, library, field_slot(application.id, "posting"), "\n".join(found.notes)),
                )  # fmt: skip


def _understood(say: Sentences, found: Pasted) -> None:
    if found.cut:
        st.warning(say("application.pasted_cut"))
    if not found.items:
        st.info(say("application.pasted_nothing"))
        return
    items = "".join(
        f'<li>{as_html(one.question)} <span class="sb-chip">{as_html(_limit(say, one))}</span></li>'
        for one in found.items
    )
    st.html(f'<ol class="sb-reasons">{items}</ol>')


def _limit(say: Sentences, one: FormItem) -> str:
    """Say the limit and the least of a question with the rule of both, and a limit in words, which is not counted."""
    lengths = [f"{one.limit:,}"] if one.limit is not None else []
    lengths += [say("application.pasted_least", least=f"{one.least:,}")] if one.least is not None else []
    rule = say(f"rule_name.{one.counts}")
    said = [say("application.pasted_limit", limit=" · ".join(lengths), rule=rule)] if lengths else []
    if one.words is not None:
        said.append(say("application.pasted_words", words=f"{one.words:,}"))
    return " · ".join(said) or say("application.no_limit")


def _add_pasted(say: Sentences, library: Library, application_id: str, items: Sequence[FormItem]) -> None:
    rows: list[Mapping[str, Plain]] = [
        {"question": one.question, "limit": str(one.limit or ""), "counts": one.counts} for one in items
    ]
    _add(say, application_id, rows)
    if MESSAGE not in st.session_state:
        forget_draft(library.folder, KIND, application_id)
        st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1


def _keep(say: Sentences, library: Library, application_id: str, key: str) -> None:
    try:
        keep_draft(library.folder, KIND, application_id, {"text": current(key)}, "")
    except StoryBankError as error:
        st.session_state[MESSAGE] = error_sentence(say, error)
