"""What to look at again in one answer: each finding with its place, what to do, and a button where that is certain."""

from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st

from languages import Sentences
from screens.parts.answer_slot import answer_slot, replace_answer
from screens.parts.inert import as_html, as_label
from screens.parts.telling import finding_sentence
from screens.parts.writing import writing
from stories.files.library import Library
from stories.matching.plan import PlannedQuestion
from stories.model.application import Application
from stories.text import clean
from stories.writing.checks import check
from stories.writing.checks.finding import Finding, Subject
from stories.writing.checks.weight import WEIGHTS, Weight, weight
from stories.writing.cleaning import Odd, cleaned, odd_characters
from stories.writing.limits import limit_of

AROUND = 24
"""Characters that are shown before and after the place of a finding."""
CHANGES = 5
"""Odd characters of one kind of which it is shown what becomes of them."""
BADGES: Mapping[Weight, str] = {"grave": "warn", "sure": "stretch", "better": "none"}
SHOWN = 30
"""Findings that are shown; who has more mends these first."""


def findings(library: Library, application: Application, planned: PlannedQuestion, text: str) -> tuple[Finding, ...]:
    """Return what the checks find in the text."""
    chosen = tuple(one.story for one in planned.chosen)
    limit = limit_of(planned.asked)
    subject = Subject(clean(text), application, planned.number, planned.asked, planned.kind, chosen, library, limit)
    return check(subject)


def show_checks(
    say: Sentences,
    library: Library,
    application: Application,
    planned: PlannedQuestion,
    text: str,
    found: Sequence[Finding],
) -> None:
    """Show the findings, then characters that a form may count or show oddly."""
    odd = odd_characters(text)
    if not text.strip():
        st.caption(say("answer.nothing_to_check"))
        return
    if not found and not odd:
        st.success(say("answer.all_well"), icon=":material/check_circle:")
    shown = list(enumerate(sorted(found, key=lambda one: WEIGHTS.index(weight(one)))[:SHOWN]))
    for name in WEIGHTS:
        of_weight = [(place, one) for place, one in shown if weight(one) == name]
        if of_weight:
            count = f'<span class="sb-badge sb-{BADGES[name]}">{len(of_weight)}</span>'
            st.html(f"<b>{as_html(say(f'answer.weight_{name}'))}</b> {count}")
        for place, one in of_weight:
            _finding(say, library, application, planned.number, clean(text), one, place)
    if len(found) > SHOWN:
        st.caption(say("answer.more_findings", count=len(found) - SHOWN))
    if odd:
        _odd(say, library, application, planned.number, text, odd)


def _finding(
    say: Sentences, library: Library, application: Application, number: int, text: str, one: Finding, place: int
) -> None:
    told = f'<div class="sb-finding {weight(one)}">{as_html(finding_sentence(say, one))}{_place(text, one)}</div>'
    if one.replacement is None:
        st.html(told)
        return
    left, right = st.columns([4, 1], vertical_alignment="center")
    left.html(told)
    right.button(
        say("answer.mend"), key=f"mend_{one.check}_{place}", width="stretch",
        help=as_label(one.replacement) or None,
        on_click=partial(_mend, library, application, number, text, one),
    )  # fmt: skip


def _mend(library: Library, application: Application, number: int, seen: str, one: Finding) -> None:
    """Put the replacement in its place, unless the text is another by now: then the finding comes again."""
    text = clean(writing(library, answer_slot(application, number)).text)
    if text == seen:
        replace_answer(library, application, number, text[: one.start] + (one.replacement or "") + text[one.end :])


def _place(text: str, one: Finding) -> str:
    """Return the place with some text around it, marked; nothing for what concerns the whole answer."""
    if one.start == one.end:
        return ""
    before, after = text[max(0, one.start - AROUND) : one.start], text[one.end : one.end + AROUND]
    cut_before, cut_after = "…" * (one.start > AROUND), "…" * (one.end + AROUND < len(text))
    here = text[one.start : one.end]
    shown = here if len(here) <= 4 * AROUND else f"{here[: 4 * AROUND]}…"
    parts = (as_html(cut_before + before), f"<mark>{as_html(shown)}</mark>", as_html(after + cut_after))
    return f'<div class="sb-mark sb-place">{"".join(parts)}</div>'


def _changes(say: Sentences, ones: Sequence[Odd]) -> str:
    """Return what becomes of the characters of one kind: what can be seen as it is, the rest by its name."""
    shown = []
    for one in list({one.text: one for one in ones}.values())[:CHANGES]:
        before = one.text if one.text.strip() and one.asks else one.name
        after = (
            one.replacement
            if one.replacement.strip()
            else say("answer.odd_blank" if one.replacement else "answer.odd_gone")
        )
        shown.append(f"{before} → {after}")
    return f"<br><small>{as_html(' · '.join(shown))}</small>"


def _odd(
    say: Sentences, library: Library, application: Application, number: int, text: str, odd: Sequence[Odd]
) -> None:
    """Show invisible and odd characters by kind, and offer to clean them."""
    kinds: dict[str, list[Odd]] = {}
    for one in odd:
        kinds.setdefault(one.kind, []).append(one)
    items = "".join(
        f"<li>{as_html(say('answer.odd_kind', kind=say(f'odd.{kind}'), count=len(ones)))}{_changes(say, ones)}</li>"
        for kind, ones in kinds.items()
    )
    st.html(f"<b>{as_html(say('answer.odd'))}</b><ul class='sb-reasons'>{items}</ul>")
    with st.container(horizontal=True, gap="small"):
        plain, whole = cleaned(text), cleaned(text, set(kinds))
        if plain != text:
            st.button(
                say("answer.clean"), key="clean", icon=":material/cleaning_services:",
                on_click=partial(replace_answer, library, application, number, plain),
            )  # fmt: skip
        if whole != plain:
            st.button(
                say("answer.clean_all"), key="clean_all",
                on_click=partial(replace_answer, library, application, number, whole),
            )  # fmt: skip
