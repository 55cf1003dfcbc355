"""Gaps: the competencies that lack stories, with a next step for each, and how well common questions are answered."""

import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from stories import bank
from stories.matching.index import LibraryIndex
from stories.matching.profiles import StoryProfile, completeness
from stories.matching.ranking import FITS, Fit, find
from stories.model.competency import Competency
from stories.model.question import Question
from stories.model.story import Story

AIM = 2
"""Stories for each competency that one should have: one to tell, one for when it is asked again."""
SEEN_FROM = 0.3
"""How sure it is, 0 to 1, that the words of a story show a competency, from which its owner is asked."""
NEEDED = ("action", "result")
"""The parts without which a story does not show anything well."""
ANSWERED: tuple[Fit, ...] = ("strong", "workable")
"""The fits of a story that one can answer with."""

Step = Literal["finish", "confirm", "write", "none"]


@dataclass(frozen=True)
class Coverage:
    """Which stories show a competency: `full` ones well, the others as a beginning that is nearest to it first.

    `begun` are declared and not finished; `hinted` are not declared, but their words show it. `asked` are the common
    questions that test it, the most usual ones first.
    """

    competency: Competency
    full: tuple[Story, ...]
    begun: tuple[Story, ...]
    hinted: tuple[Story, ...]
    asked: tuple[Question, ...]

    @property
    def missing(self) -> int:
        """How many stories are missing to the aim."""
        return max(0, AIM - len(self.full))

    @property
    def beginnings(self) -> int:
        """How many of the missing stories have a beginning."""
        return min(self.missing, len(self.begun) + len(self.hinted))

    @property
    def step(self) -> tuple[Step, Story | None]:
        """The one next step, with the story to finish or to confirm."""
        if not self.missing:
            return "none", None
        if self.begun:
            return "finish", self.begun[0]
        return ("confirm", self.hinted[0]) if self.hinted else ("write", None)


def coverage(index: LibraryIndex) -> tuple[Coverage, ...]:
    """Return how well the stories show each competency, the widest gap first; of two alike the more asked one."""
    found = [_coverage(competency, index.profiles) for competency in index.words.all]
    return tuple(sorted(found, key=lambda one: (-one.missing, one.beginnings, -len(one.asked))))


def lacking(story: Story) -> tuple[str, ...]:
    """Return the parts that the story needs to show anything well and that are not written yet."""
    return tuple(part for part in NEEDED if not getattr(story, part))


def _coverage(competency: Competency, profiles: Sequence[StoryProfile]) -> Coverage:
    declared = [one.story for one in profiles if competency.id in one.story.competencies]
    begun = [story for story in declared if lacking(story)]
    hinted = [
        one
        for one in profiles
        if competency.id not in one.story.competencies and one.competencies.get(competency.id, 0.0) >= SEEN_FROM
    ]
    return Coverage(
        competency,
        full=tuple(story for story in declared if not lacking(story)),
        begun=tuple(sorted(begun, key=lambda story: (len(lacking(story)), -completeness(story)))),
        hinted=tuple(
            one.story
            for one in sorted(hinted, key=lambda one: (len(lacking(one.story)), -one.competencies[competency.id]))
        ),
        asked=tuple(question for question in common_questions() if competency.id in question.competencies),
    )


@dataclass(frozen=True)
class QuestionFit:
    """A question with the story that answers it best, if any does; `held_back` by parts that are not written."""

    question: Question
    fit: Fit
    story: Story | None
    held_back: bool

    @property
    def answered(self) -> bool:
        """Tell whether one can answer the question with the story."""
        return self.fit in ANSWERED


class QuestionFits:
    """How well a library answers the common questions as they are asked in one language ('ko' or 'en').

    Each takes a millisecond or more, so that they are worked out a piece at a time, the most usual ones first.
    """

    def __init__(self, index: LibraryIndex, language: str) -> None:
        self.language = language
        self._index = index
        self._found: dict[str, QuestionFit] = {}

    @property
    def found(self) -> tuple[QuestionFit, ...]:
        """The common questions that are worked out, the most usual ones first."""
        return tuple(fit for question in common_questions() if (fit := self.of(question)))

    @property
    def waiting(self) -> int:
        """How many common questions are not worked out yet."""
        return sum(self.of(question) is None for question in common_questions())

    def of(self, question: Question) -> QuestionFit | None:
        """Return the fit of a question if it is worked out."""
        return self._found.get(question.text(self.language))

    def work(self, seconds: float, questions: Iterable[Question] | None = None) -> None:
        """Work out the questions (None = the common ones) for about that long, and at least one of them."""
        end = time.perf_counter() + seconds
        for question in common_questions() if questions is None else questions:
            if self.of(question) is not None:
                continue
            self._found[question.text(self.language)] = self._fit(question)
            if time.perf_counter() >= end:
                return

    def _fit(self, question: Question) -> QuestionFit:
        answer = find(question.text(self.language), self._index, limit=1)
        best = answer.stories[0] if answer.stories and answer.fit != "none" else None
        return QuestionFit(question, answer.fit, best.story if best else None, best is not None and best.held_back)


@cache
def common_questions() -> tuple[Question, ...]:
    """Return the questions of the bank that a story answers, the most usual ones first.

    The bank begins with the most usual question of each competency: the first ones come before the second ones.
    """
    seen: Counter[str] = Counter()
    ranked: list[tuple[int, Question]] = []
    for question in bank.questions():
        if is_for_story(question):
            first = question.competencies[0] if question.competencies else ""
            ranked.append((seen[first], question))
            seen[first] += 1
    return tuple(question for _, question in sorted(ranked, key=lambda one: one[0]))


def is_for_story(question: Question) -> bool:
    """Tell whether a story answers questions of this kind."""
    return question.kind in ("story", "strengths")


def tally(found: Iterable[QuestionFit], competency: str = "") -> Mapping[Fit, int]:
    """Return how many questions have each fit, the best fit first; of all, or of those that test the competency."""
    counts = Counter(one.fit for one in found if not competency or competency in one.question.competencies)
    return {fit: counts[fit] for fit in FITS}


def most_held_back(found: Iterable[QuestionFit]) -> tuple[Story, int] | None:
    """Return the story that would answer the most questions strongly if it were finished, with how many."""
    held = [one.story for one in found if one.held_back and one.story]
    counts = Counter(story.id for story in held).most_common(1)
    return next(((story, count) for key, count in counts for story in held if story.id == key), None)
