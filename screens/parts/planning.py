"""A plan in words: as lines for the shell, as JSON that other programs read, and what screens say of it."""

import json
from collections.abc import Iterator

from languages import Sentences
from stories.errors import NoQuestions
from stories.files.library import Library
from stories.matching.index import LibraryIndex
from stories.matching.plan import Candidate, Plan, PlannedQuestion, plan
from stories.matching.spreading import MOST_USES
from stories.text import one_line

SHOWN = 160
"""Characters of a question that are shown; a whole posting may have been pasted as one."""


def printed_plan(library: Library, application_id: str, say: Sentences, *, as_json: bool = False) -> str:
    """Return the plan of an application as text or JSON. Raises NotFound and NoQuestions."""
    application = library.application(application_id)
    if not any(one.question.strip() for one in application.questions):
        raise NoQuestions(id=application.id)
    made = plan(application, library, LibraryIndex(library))
    return plan_as_json(made) if as_json else plan_as_text(made, say)


def plan_as_json(made: Plan) -> str:
    """Return the plan as one line of JSON; the keys are stable. `story` is the first of `stories`, or null."""
    whole = {
        "application": made.application.id,
        "questions": [_question(one) for one in made.questions],
        "uses": made.uses,
        "gaps": [one.number for one in made.gaps],
    }
    return json.dumps(whole, ensure_ascii=False).encode("utf-8", "replace").decode()


def _question(planned: PlannedQuestion) -> dict[str, object]:
    return {
        "number": planned.number,
        "question": planned.asked.question,
        "kind": planned.kind,
        "wants_story": planned.wants_story,
        "story": planned.story.id if planned.story else None,
        "fit": planned.fit,
        "score": planned.score,
        "pinned": planned.pinned,
        "told_here_before": planned.told_here_before,
        "stories": [_candidate(one) for one in planned.chosen],
        "runner_ups": [_candidate(one) for one in planned.runner_ups],
        "gap": planned.is_gap,
        "competency": planned.competency.id if planned.competency else None,
        "lost": planned.lost,
    }


def _candidate(one: Candidate) -> dict[str, object]:
    told = [{"where": told.where, "id": told.id, "name": told.name} for told in one.told]
    return {"id": one.story.id, "score": one.score, "fit": one.fit, "told_here": told}


def plan_as_text(made: Plan, say: Sentences) -> str:
    """Return the plan as lines: how far it reaches, then each question with its story or what to write for it."""
    return "\n".join([*_head(made, say), *(line for one in made.questions for line in ("", *_lines(one, made, say)))])


def _head(made: Plan, say: Sentences) -> Iterator[str]:
    wanted, answered = len(made.wanting), len(made.wanting) - len(made.gaps)
    reach = say("plan.answered", wanted=wanted, answered=answered) if wanted else say("plan.nothing")
    yield f"{made.application.name}: {reach}"
    names = {one.story.id: one.story.name for planned in made.questions for one in planned.chosen}
    repeated = [names[key] for key, numbers in made.uses.items() if len(numbers) == MOST_USES]
    worn = [names[key] for key, numbers in made.uses.items() if len(numbers) > MOST_USES]
    if repeated:
        yield say("plan.repeated", stories=" / ".join(repeated))
    if worn:
        yield say("plan.worn", stories=" / ".join(worn))


def _lines(planned: PlannedQuestion, made: Plan, say: Sentences) -> Iterator[str]:
    question = one_line(planned.asked.question) or say("past.without_question")
    yield f"{planned.number}. {question if len(question) <= SHOWN else question[:SHOWN] + '…'}"
    for one in planned.chosen:
        yield f"   {_chosen(one, planned, say)}"
        if one.told:
            yield f"   - {say('plan.told', places=', '.join(told.name for told in one.told))}"
    if planned.lost:
        yield f"   - {say('plan.lost', ids=', '.join(planned.lost))}"
    if not planned.wants_story and not planned.chosen:
        yield f"   {say('plan.no_story', kind=say(f'kind.{planned.kind}'))}"
    if planned.is_gap:
        yield f"   {gap_sentence(planned, say)}"
    if planned.runner_ups:
        yield f"   {say('plan.others')}"
    for one in planned.runner_ups:
        yield f"   - {_runner_up(one, planned, made, say)}"


def _chosen(one: Candidate, planned: PlannedQuestion, say: Sentences) -> str:
    """Return the story with its fit; a question of another kind and an archived story have none to tell."""
    ranked = planned.wants_story and not one.story.archived
    return (_ranked(one, say) if ranked else _named(one)) + (f"  · {say('plan.pinned')}" if planned.pinned else "")


def _ranked(one: Candidate, say: Sentences) -> str:
    return f"[{say(f'fit.{one.fit}')} {one.score:.0f}] {_named(one)}"


def _named(one: Candidate) -> str:
    return f"{one.story.name}  ({one.story.id})"


def gap_sentence(planned: PlannedQuestion, say: Sentences) -> str:
    """Return what to do for a question that no story is given to."""
    competency = planned.competency.name(say.language) if planned.competency else ""
    if planned.is_worn_out:
        return say("plan.gap_worn")
    return say("plan.gap", competency=competency) if competency else say("plan.gap_unnamed")


def _runner_up(one: Candidate, planned: PlannedQuestion, made: Plan, say: Sentences) -> str:
    return _ranked(one, say) + "".join(f"  · {mark}" for mark in speaks_against(say, one, planned, made))


def speaks_against(say: Sentences, one: Candidate, planned: PlannedQuestion, made: Plan) -> list[str]:
    """Return what speaks against telling the story here: its uses for other questions, and that it is known."""
    elsewhere = [str(number) for number in made.uses.get(one.story.id, ()) if number != planned.number]
    marks = [say("plan.used_for", numbers=", ".join(elsewhere))] if elsewhere else []
    return marks + ([say("plan.known")] if one.told else [])
