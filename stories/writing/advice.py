"""Advice: what to look at again in stories and applications, one function for each check. Nothing here is an error."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from dataclasses import field as default

from stories.files.library import Library
from stories.model.application import Application
from stories.model.story import HEADLINE_LIMIT, Story

_NUMBER = re.compile(r"\d")


@dataclass(frozen=True)
class Advice:
    """One finding: the record it is about, the field, a code that names the sentence, and what fills it."""

    kind: str
    record_id: str
    field: str
    code: str
    details: dict[str, str] = default(default_factory=dict)


def no_result(story: Story) -> Iterator[Advice]:
    """A story without a result cannot be told to its end."""
    if not story.result:
        yield Advice("stories", story.id, "result", "no-result")


def no_action(story: Story) -> Iterator[Advice]:
    """A story without an action does not show what one did."""
    if not story.action:
        yield Advice("stories", story.id, "action", "no-action")


def no_headline(story: Story) -> Iterator[Advice]:
    """Without a headline an answer starts in the wrong place."""
    if not story.headline:
        yield Advice("stories", story.id, "headline", "no-headline")


def long_headline(story: Story) -> Iterator[Advice]:
    """A headline is one breath."""
    if len(story.headline) > HEADLINE_LIMIT:
        details = {"count": str(len(story.headline)), "limit": str(HEADLINE_LIMIT)}
        yield Advice("stories", story.id, "headline", "long-headline", details)


def no_number_in_result(story: Story) -> Iterator[Advice]:
    """A result with a number is believed."""
    if story.result and not _NUMBER.search(story.result):
        yield Advice("stories", story.id, "result", "no-number-in-result")


def no_competency(story: Story) -> Iterator[Advice]:
    """A story without a competency is found by its words alone."""
    if not story.competencies:
        yield Advice("stories", story.id, "competencies", "no-competency")


def retracted_without_words(story: Story) -> Iterator[Advice]:
    """A retracted claim needs what to say instead."""
    for claim in story.retracted:
        if not claim.say_instead:
            yield Advice("stories", story.id, "claims", "retracted-without-words", {"text": claim.text[:60]})


def unanswered_follow_up(story: Story) -> Iterator[Advice]:
    """A follow-up question that one knows of needs an answer."""
    for one in story.follow_ups:
        if one.question and not one.answer:
            yield Advice("stories", story.id, "follow_ups", "unanswered-follow-up", {"question": one.question[:60]})


def standard_answers(application: Application) -> Iterator[Advice]:
    """The motivation and what one would contribute are asked almost everywhere."""
    for kind in ("motivation", "company"):
        drafts = [one.draft for one in application.questions if one.kind == kind]
        if not any(drafts):
            yield Advice("applications", application.id, "questions", f"no-{kind}")


STORY_CHECKS: tuple[Callable[[Story], Iterator[Advice]], ...] = (
    no_headline,
    no_action,
    no_result,
    long_headline,
    no_number_in_result,
    no_competency,
    retracted_without_words,
    unanswered_follow_up,
)
APPLICATION_CHECKS: tuple[Callable[[Application], Iterator[Advice]], ...] = (standard_answers,)


def advise(library: Library) -> tuple[Advice, ...]:
    """Return all advice on the library, story by story."""
    found = [advice for story in library.stories.values() for check in STORY_CHECKS for advice in check(story)]
    found += [one for item in library.applications.values() for check in APPLICATION_CHECKS for one in check(item)]
    return tuple(found)
