"""What does not fit between the answers of one application: other numbers for one thing, one story too often."""

from collections.abc import Iterable, Iterator, Sequence

from stories.model.application import AskedByForm
from stories.model.story import Story
from stories.writing.checks.amounts import Amounts, same_amount
from stories.writing.checks.facts import Fact, facts
from stories.writing.checks.finding import Finding, Subject
from stories.writing.checks.particles import stands_in
from stories.writing.checks.sources import story_text
from stories.writing.count import as_counted

TOO_OFTEN = 3
"""Answers of one application that one story may not reach."""
_CONTEST = "contest"


def same_story(subject: Subject) -> Iterator[Finding]:
    """Find a story that is the main one of three or more answers of the application; twice is fine."""
    if not subject.stories:
        return
    main = subject.stories[0]
    numbers = [
        str(number) for number, asked in enumerate(subject.application.questions, 1) if asked.stories[:1] == [main.id]
    ]
    if len(numbers) >= TOO_OFTEN:
        details = {"story": main.name, "count": str(len(numbers)), "questions": ", ".join(numbers)}
        yield Finding("same-story", "same-story", 0, 0, details)


def conflicting_numbers(subject: Subject) -> Iterator[Finding]:
    """Find numbers that another answer about the same story, or the story itself, gives otherwise.

    One thing is the same unit with the same noun beside it (팀원 4명, 팀원 5명). Numbers that the story holds both,
    and texts that share a number for the thing (85%에서 91%), do not conflict. A number that the story does not hold
    at all is left to the check of numbers.
    """
    here = facts(subject.text)
    if not here:
        return
    seen: set[int] = set()
    for number, asked in enumerate(subject.application.questions, 1):
        shared = () if number == subject.number else _shared_stories(subject, asked)
        if not shared:
            continue
        other = as_counted(asked.draft)
        for one, found in _conflicts(here, facts(other), shared):
            if one.quantity.start not in seen and not all(_holds_both(story, one, found) for story in shared):
                seen.add(one.quantity.start)
                yield _finding(subject, one, "conflicting-number", other=_written(other, found), question=str(number))
    for story in subject.stories:
        text = story_text(story)
        told = Amounts.of(text)
        for one, found in _conflicts(here, facts(text), (story,)):
            if one.quantity.start not in seen and told.tell(one.quantity):
                seen.add(one.quantity.start)
                yield _finding(subject, one, "conflicts-with-story", told=_written(text, found), story=story.name)


def _holds_both(story: Story, one: Fact, other: Fact) -> bool:
    """Tell whether the story gives both numbers, for this thing where it gives any for it."""
    text = story_text(story)
    for_it = [fact.quantity for fact in facts(text) if _one_thing(fact, one)]
    told = Amounts.of(text)
    return all(
        any(same_amount(each.quantity, quantity) for quantity in for_it) if for_it else told.tell(each.quantity)
        for each in (one, other)
    )


def _finding(subject: Subject, one: Fact, code: str, **details: str) -> Finding:
    start, end = one.quantity.start, one.quantity.end
    return Finding("conflicting-numbers", code, start, end, {"number": subject.text[start:end], **details})


def _written(text: str, fact: Fact) -> str:
    return text[fact.quantity.start : fact.quantity.end]


def _shared_stories(subject: Subject, asked: AskedByForm) -> tuple[Story, ...]:
    """Return the stories that both answers are about: chosen for both, or chosen for one and named in the other."""
    if not asked.draft.strip():
        return ()
    mine = {story.id for story in subject.stories}
    candidates = [
        *subject.stories,
        *(one for key in asked.stories if key not in mine and (one := _story(subject, key))),
    ]
    return tuple(
        story
        for story in candidates
        if (story.id in mine or _names(story, subject.text))
        and (story.id in asked.stories or _names(story, asked.draft))
    )


def _story(subject: Subject, story_id: str) -> Story | None:
    return subject.library.stories.get(story_id)


def _names(story: Story, text: str) -> bool:
    return any(len(name) > 1 and stands_in(name, text) for name in (story.title, *story.aliases))


def _conflicts(here: Iterable[Fact], there: Iterable[Fact], stories: Sequence[Story]) -> Iterator[tuple[Fact, Fact]]:
    """Return the facts of one text that the other gives otherwise, each with the other's."""
    ours = [_about(one, stories) for one in here]
    theirs = [_about(one, stories) for one in there]
    measured = {(one.quantity.unit, head) for one in theirs for head in one.heads}
    for one in ours:
        if measured.isdisjoint((one.quantity.unit, head) for head in one.heads):
            continue
        rivals = [other for other in theirs if _one_thing(one, other)]
        mine = [other for other in ours if _one_thing(one, other)]
        if not any(same_amount(mate.quantity, rival.quantity) for mate in mine for rival in rivals):
            yield one, rivals[0]


def _one_thing(one: Fact, other: Fact) -> bool:
    return one.quantity.unit == other.quantity.unit and not one.heads.isdisjoint(other.heads)


def _about(fact: Fact, stories: Sequence[Story]) -> Fact:
    """Return a rank with the contest for its noun where the story's own name, or nothing, stands beside it."""
    if fact.quantity.unit != "rank":
        return fact
    names = "\n".join(name for story in stories for name in (story.title, *story.aliases)).casefold()
    own = not fact.heads or any(head in names for head in fact.heads)
    return Fact(fact.quantity, fact.heads | {_CONTEST}) if own else fact
