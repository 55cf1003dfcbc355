"""Values of the domain to sentences: problems, errors, advice and reasons. Knows no screen library."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from languages import Sentences
from stories.errors import StoryBankError
from stories.files.library import Library
from stories.matching.past_questions import PastQuestion, Where
from stories.matching.reasons import Reason
from stories.model.application import Application
from stories.model.concept import Concept
from stories.model.interview import Interview
from stories.model.story import Story
from stories.problems import Problem
from stories.writing.advice import Advice

if TYPE_CHECKING:  # all checks come with it, and `find` from the shell need not wait for them
    from stories.writing.checks.finding import Finding

PAST_HEADINGS: Mapping[Where, str] = {
    "interview": "past.interview",
    "application": "past.application",
    "own": "past.own",
}
"""The heading of what was asked in each place."""
PAST_TEXTS = (("draft", ""), ("next_time", "past.next_time"), ("regret", "past.regret"), ("said", "past.said"))
"""The texts of a past question as they are told, what is better to say first, each with its heading if it needs one."""


def problem_sentence(say: Sentences, problem: Problem) -> str:
    """Return where the problem is, what it is, and what to do."""
    place = say("problems.place", file=problem.file, line=problem.line) if problem.line else problem.file
    return f"{place}: {say(f'problems.{problem.code}', **problem.details)}"


def error_sentence(say: Sentences, error: StoryBankError) -> str:
    """Return what was stopped and what to do; a reason or a problem that has its own sentence is put in words."""
    details = dict(error.details)
    reason = f"reasons.{details.get('reason', '')}"
    if reason in say:
        details["reason"] = say(reason, **details)
    for name in (f"story.field_{details.get('field', '')}", f"application.{details.get('field', '')}"):
        if name in say:
            details["field"] = say(name)
    if "problem" in details:
        details["problem"] = say(f"problems.{details['problem']}", **details)
    return say(f"errors.{error.code}", **details)


def advice_sentence(say: Sentences, advice: Advice) -> str:
    """Return what the advice says, without the record that it is about."""
    return say(f"advice.{advice.code}", **advice.details)


def finding_sentence(say: Sentences, finding: "Finding") -> str:
    """Return what a check found and what to do; of a slip also the rule."""
    told = say(f"checks.{finding.code}", **finding.details)
    rule = f"slips.{finding.details.get('reason', '')}"
    return f"{told} {say(rule)}" if rule in say else told


def record_name(library: Library, kind: str, record_id: str) -> str:
    """Return what people call the record: its title, or its id."""
    records: Mapping[str, Mapping[str, Story | Concept | Application | Interview]] = {
        "stories": {**library.archived, **library.stories},
        "concepts": library.concepts,
        "applications": library.applications,
        "interviews": library.interviews,
    }
    record = records.get(kind, {}).get(record_id)
    return record.name if record else record_id


def kind_and_name(say: Sentences, library: Library, kind: str, record_id: str) -> str:
    """Return the kind of the record and what people call it, for a list of several kinds."""
    return f"{say(f'kinds.{kind}')} · {record_name(library, kind, record_id)}"


def reason_sentence(say: Sentences, reason: Reason) -> str:
    """Return why a story fits, or what speaks against it."""
    code = reason.code
    if code == "retracted" and not reason.details.get("say_instead"):
        code = "retracted-only"
    return say(f"because.{code}", **reason.details)


def past_question(say: Sentences, past: PastQuestion) -> str:
    """Return the question as it was asked; where only the answer is written down, that."""
    return past.question or say("past.without_question")


def past_place(say: Sentences, past: PastQuestion) -> str:
    """Return when and where the question was asked; one's own were asked nowhere."""
    places = {"interview": "past.in_interview", "application": "past.in_application"}
    place = say(places[past.where], name=past.name) if past.where in places else ""
    return " · ".join(part for part in (past.date, place) if part)
