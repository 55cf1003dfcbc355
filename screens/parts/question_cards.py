"""The questions of an application: each with its story, why it, how full the answer is, and the way to write it."""

from functools import partial

import streamlit as st

from languages import Sentences
from screens.parts import session
from screens.parts.application_slots import question_slot
from screens.parts.choosing import distinct
from screens.parts.fill_bar import fill_bar
from screens.parts.inert import as_html, as_label
from screens.parts.opening import QUESTION, open_story, write_story
from screens.parts.planning import gap_sentence, speaks_against
from screens.parts.question_form import show_question_form
from screens.parts.telling import error_sentence, reason_sentence
from screens.parts.writing import unsaved
from stories.errors import StoryBankError
from stories.files.answers import save_answer
from stories.files.library import Library
from stories.matching.index import LibraryIndex
from stories.matching.plan import Candidate, Plan, PlannedQuestion
from stories.matching.reasons import reasons
from stories.standing import Standing

NOT_SAVED = "question_not_saved"


def show_questions(say: Sentences, library: Library, made: Plan, found: tuple[Standing, ...]) -> None:
    """Show all questions as cards."""
    if NOT_SAVED in st.session_state:
        st.error(as_label(st.session_state.pop(NOT_SAVED)), icon=":material/error:")
    for planned, standing in zip(made.questions, found, strict=True):
        with st.container(border=True, key=f"question_card_{planned.number}"):
            _card(say, library, made, planned, standing)


def _card(say: Sentences, library: Library, made: Plan, planned: PlannedQuestion, standing: Standing) -> None:
    text, button = st.columns([5, 1], vertical_alignment="top")
    kept = {slot for _, slot in unsaved(library)}
    waiting = question_slot(made.application, planned.number, "draft").id in kept
    mark = f' <span class="sb-badge sb-warn">{as_html(say("story.unsaved_mark"))}</span>' if waiting else ""
    kind = f'<span class="sb-chip">{as_html(say(f"kind.{planned.kind}"))}</span>'
    question = as_html(planned.asked.question[:600]) or as_html(say("past.without_question"))
    text.html(f"<b>{planned.number}.</b> {question} {kind}{mark}{fill_bar(say, standing)}")
    label = say("application.write_on" if standing.written else "application.write")
    button.button(
        label, key=f"write_{planned.number}", icon=":material/edit_note:", width="stretch",
        type="secondary" if standing.written else "primary", on_click=partial(_open, planned.number),
    )  # fmt: skip
    _story(say, planned, session.index(library))
    with st.container(horizontal=True, gap="small"):
        _other_stories(say, library, made, planned)
        show_question_form(say, library, made.application, planned.number)


def _open(number: int) -> None:
    st.session_state[QUESTION] = number


def _story(say: Sentences, planned: PlannedQuestion, index: LibraryIndex) -> None:
    """Show the story that answers it, what the company knows already, and what to write where there is none."""
    lines = [_chosen(say, one, planned) + _because(say, one, planned, index) for one in planned.chosen]
    lines += [
        f"⚠ {as_html(say('plan.told', places=', '.join(told.name for told in one.told)))}"
        for one in planned.chosen
        if one.told
    ]
    if planned.lost:
        lines.append(f"⚠ {as_html(say('plan.lost', ids=', '.join(planned.lost)))}")
    if not planned.wants_story and not planned.chosen:
        lines.append(as_html(say("plan.no_story", kind=say(f"kind.{planned.kind}"))))
    if planned.is_gap:
        lines.append(as_html(gap_sentence(planned, say)))
    st.html("<br>".join(lines))
    if planned.is_gap and not planned.is_worn_out:
        competency = planned.competency.id if planned.competency else ""
        if st.button(say("find.write"), key=f"gap_{planned.number}", icon=":material/edit_note:"):
            write_story(competency, planned.asked.question)


def _chosen(say: Sentences, one: Candidate, planned: PlannedQuestion) -> str:
    """Return the story with its fit; a question of another kind and an archived story have none to tell."""
    ranked = planned.wants_story and not one.story.archived
    badge = f'<span class="sb-badge sb-{one.fit}">{as_html(say(f"fit.{one.fit}"))}</span> ' if ranked else ""
    pinned = f' <span class="sb-chip">{as_html(say("plan.pinned"))}</span>' if planned.pinned else ""
    return f"{badge}{as_html(one.story.name)}{pinned}"


def _because(say: Sentences, one: Candidate, planned: PlannedQuestion, index: LibraryIndex) -> str:
    """Return the first reason why the story fits, and what speaks against it."""
    answer = planned.answer
    match = next((match for match in answer.stories if match.story.id == one.story.id), None) if answer else None
    if answer is None or match is None or not planned.wants_story:
        return ""
    found = reasons(match, answer.asked, index, say.language)
    told = [*[reason for reason in found if not reason.warning][:1], *[reason for reason in found if reason.warning]]
    return "".join(f'<br><small class="sb-saved">{as_html(reason_sentence(say, reason))}</small>' for reason in told)


def _other_stories(say: Sentences, library: Library, made: Plan, planned: PlannedQuestion) -> None:
    """Let one keep the story of the plan, take another, or several; none chosen leaves it to the plan."""
    label = say("application.stories" if planned.chosen else "application.choose_story")
    with st.popover(label, icon=":material/swap_horiz:", key=f"stories_of_{planned.number}"):
        names = {one.id: one.name for one in (*library.stories.values(), *library.archived.values())}
        chosen = [one.story.id for one in planned.chosen] if planned.pinned else []
        scores = {one.story.id: one for one in (*planned.chosen, *planned.runner_ups)}
        options = list(dict.fromkeys([*chosen, *scores, *names]))
        key = f"stories_{made.application.id}_{planned.number}_{'-'.join(chosen)}"
        st.multiselect(
            say("application.chosen_stories"),
            options,
            default=chosen,
            format_func=distinct(options, lambda one: names.get(one, one), str),
            key=key,
            placeholder=say("application.by_plan"),
            help=say("application.stories_hint"),
            disabled=session.in_sample(),
            on_change=partial(_take, say, made.application.id, planned, None, key),
        )
        if planned.pinned:
            st.button(
                say("application.unpin"), key=f"unpin_{planned.number}", icon=":material/auto_awesome:",
                disabled=session.in_sample(), on_click=partial(_take, say, made.application.id, planned, []),
            )  # fmt: skip
        shown = (*planned.chosen, *planned.runner_ups)
        for one in shown:
            _candidate(say, made, planned, one)


def _candidate(say: Sentences, made: Plan, planned: PlannedQuestion, one: Candidate) -> None:
    """Show one story with what speaks against it, and the buttons to take and to read it."""
    marks = [f' <span class="sb-chip">{as_html(mark)}</span>' for mark in speaks_against(say, one, planned, made)]
    badge = f'<span class="sb-badge sb-{one.fit}">{as_html(say(f"fit.{one.fit}"))}</span>'
    st.html(f"{badge} {as_html(one.story.name)}{''.join(marks)}")
    with st.container(horizontal=True, gap="xsmall"):
        pinned = planned.pinned and one in planned.chosen
        if not pinned:
            st.button(
                say("application.pin"), key=f"take_{planned.number}_{one.story.id}", type="tertiary",
                icon=":material/push_pin:", disabled=session.in_sample(),
                on_click=partial(_take, say, made.application.id, planned, [one.story.id]),
            )  # fmt: skip
        if st.button(
            say("story.open"), key=f"read_{planned.number}_{one.story.id}", type="tertiary", icon=":material/menu_book:"
        ):
            open_story(one.story.id)


def _take(
    say: Sentences, application_id: str, planned: PlannedQuestion, chosen: list[str] | None, key: str = ""
) -> None:
    """Choose these stories for the question; none leaves the choice to the plan."""
    wanted = list(st.session_state[key]) if chosen is None else chosen
    try:
        save_answer(session.library(), application_id, planned.number, planned.asked, {"stories": list(wanted)})
    except StoryBankError as error:
        st.session_state[NOT_SAVED] = error_sentence(say, error)
