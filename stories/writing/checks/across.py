"""What does not fit between the answers of one application: other numbers for one thing, one story too often."""

from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from dataclasses import replace
from decimal import Decimal

from stories.model.story import Story
from stories.writing.checks.amounts import Amounts, same_amount
from stories.writing.checks.facts import Fact, facts
from stories.writing.checks.finding import Finding, Subject
from stories.writing.checks.particles import stands_in
from stories.writing.checks.quantities import quantities
from stories.writing.checks.sources import story_text
from stories.writing.count import as_counted

TOO_OFTEN = 3
"""Answers of one application that one story may not reach."""
_CONTEST = "contest"
_CHANCE = 10
"""Up to here a number may stand in two texts by chance."""


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
    """Find numbers that another answer, or the chosen story itself, gives otherwise for one thing.

    One thing is the same unit with the same noun beside it (팀원 4명, 팀원 5명), in answers about one story or in
    sentences that share more than that noun. Numbers that stand in both texts do not conflict, nor do two that the
    stories hold both. A number that the chosen story does not hold at all is left to the check of numbers.
    """
    here = facts(subject.text)
    if not here:
        return
    seen: set[int] = set()
    mine = _told_in(subject.text, {one.id for one in subject.stories}, subject.library.stories.values())
    for number, asked in enumerate(subject.application.questions, 1):
        if number == subject.number or not asked.draft.strip():
            continue
        other = as_counted(asked.draft)
        shared = _told_in(other, asked.stories, mine)
        for one, found in _conflicts(here, facts(other), shared):
            if one.quantity.start not in seen and not _both_held(subject, shared, one, found):
                seen.add(one.quantity.start)
                yield _finding(subject, one, "conflicting-number", other=_written(other, found), question=str(number))
    for story in subject.stories:
        text = story_text(story)
        told = Amounts.of(text)
        for one in here:
            rivals = [other for other in facts(text) if _one_noun(one, other)]
            if one.quantity.start not in seen and told.tell(one.quantity) and _differ(one, rivals):
                seen.add(one.quantity.start)
                yield _finding(subject, one, "conflicts-with-story", told=_written(text, rivals[0]), story=story.name)


def _finding(subject: Subject, one: Fact, code: str, **details: str) -> Finding:
    start, end = one.quantity.start, one.quantity.end
    return Finding("conflicting-numbers", code, start, end, {"number": subject.text[start:end], **details})


def _written(text: str, fact: Fact) -> str:
    return text[fact.quantity.start : fact.quantity.end]


def _told_in(text: str, chosen: Collection[str], stories: Iterable[Story]) -> tuple[Story, ...]:
    """Return which of the stories an answer is about: chosen for it, named in it, or told with its numbers."""
    folded = text.casefold()
    values = {one.value for one in quantities(text) if one.value > _CHANCE}
    return tuple(one for one in stories if one.id in chosen or _is_told(one, text, folded, values))


def _is_told(story: Story, text: str, folded: str, values: Set[Decimal]) -> bool:
    """Tell whether the text names the story, or holds two of its numbers that hardly stand there by chance."""
    names = (name for name in (story.title, *story.aliases) if len(name) > 1 and name.casefold() in folded)
    if any(stands_in(name, text) for name in names):
        return True
    told = {one.value for one in quantities(story_text(story))} & values
    return len(told) > 1


def _both_held(subject: Subject, shared: Sequence[Story], one: Fact, other: Fact) -> bool:
    """Tell whether the stories hold both numbers: each story that is shared, or any where none is."""
    if shared:
        return all(_holds(story, each) for story in shared for each in (one, other))
    stories = subject.library.stories.values()
    return all(any(_holds(story, each) for story in stories) for each in (one, other))


def _holds(story: Story, fact: Fact) -> bool:
    """Tell whether the story holds the number: for this thing where it gives any for it, and else at all."""
    text = story_text(story)
    for_it = [one for one in facts(text) if _one_noun(one, fact)]
    return not _differ(fact, for_it) if for_it else Amounts.of(text).tell(fact.quantity)


def _conflicts(here: Iterable[Fact], there: Iterable[Fact], stories: Sequence[Story]) -> Iterator[tuple[Fact, Fact]]:
    """Return the facts of one answer that the other gives otherwise, each with the other's."""
    ours = [_about(one, stories) for one in here]
    theirs = [_about(one, stories) for one in there]
    for one in ours:
        alike = [other for other in theirs if other.quantity.unit == one.quantity.unit and other.starts == one.starts]
        linked = bool(stories) or any(_given(mate, theirs) for mate in ours if _one_thing(one, mate))
        for other in alike:
            if _is_one_matter(one, other, linked) and not _given(one, theirs) and not _given(other, ours):
                yield one, other
                break


def _given(fact: Fact, others: Iterable[Fact]) -> bool:
    """Tell whether one of the others gives the same number, for the same thing where it may stand there by chance."""
    return any(
        same_amount(fact.quantity, other.quantity)
        and (fact.quantity.value > _CHANCE or _one_thing(fact, other) or not fact.heads)
        for other in others
    )


def _is_one_matter(one: Fact, other: Fact, linked: bool) -> bool:
    """Tell whether two numbers of one unit are about one thing; without a noun only how long one did something."""
    if _one_thing(one, other):
        return linked or not one.context.isdisjoint(other.context)
    shared = (one.context | one.topics) & (other.context | other.topics)
    return one.quantity.unit in ("year", "month") and len(shared) > 1


def _one_thing(one: Fact, other: Fact) -> bool:
    return one.quantity.unit == other.quantity.unit and not one.topics.isdisjoint(other.topics)


def _one_noun(one: Fact, other: Fact) -> bool:
    return one.quantity.unit == other.quantity.unit and not one.heads.isdisjoint(other.heads)


def _differ(one: Fact, others: Sequence[Fact]) -> bool:
    """Tell whether there are others and none of them gives the number."""
    return bool(others) and not any(same_amount(one.quantity, other.quantity) for other in others)


def _about(fact: Fact, stories: Sequence[Story]) -> Fact:
    """Return a rank with the contest for its noun where the story's own name, or nothing, stands beside it."""
    if fact.quantity.unit != "rank" or not stories:
        return fact
    names = "\n".join(name for story in stories for name in (story.title, *story.aliases)).casefold()
    own = not fact.heads or any(head in names for head in fact.heads)
    return replace(fact, heads=fact.heads | {_CONTEST}, topics=fact.topics | {_CONTEST}) if own else fact
