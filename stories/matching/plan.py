"""The plan: which story for which question of an application, so that no story is worn out."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from stories.companies import applications_beside, interviews_at
from stories.files.library import Library
from stories.matching.asked import ANSWER_KINDS
from stories.matching.gaps import ANSWERED
from stories.matching.index import LibraryIndex
from stories.matching.ranking import Answer, Fit, find, sure_kind
from stories.matching.spreading import spread
from stories.model.application import Application, AskedByForm
from stories.model.competency import Competency
from stories.model.question import QuestionKind
from stories.model.story import Story

RUNNER_UPS = 3
"""Other stories that are offered for each question."""


@dataclass(frozen=True)
class Told:
    """Where a story was told to the company before: an interview, or another application that chose it."""

    where: Literal["interview", "application"]
    id: str
    name: str


@dataclass(frozen=True)
class Candidate:
    """One story for a question: `score` 0 to 100 and fit as `find` gives them, and where it was told before.

    An archived story, which only the user can choose, is not ranked: it has score 0 and fit none.
    """

    story: Story
    score: float
    fit: Fit
    told: tuple[Told, ...] = ()


@dataclass(frozen=True)
class PlannedQuestion:
    """One question with its stories. `number` counts the questions of the application from 1.

    `chosen` holds the story, or all that the user chose (`pinned`), the first being the main one. `lost` are chosen
    ids that the library does not have; where all are lost, the question is planned. `runner_ups` are the best other
    stories. `competency` is what a new story should show where none answers; None where the question does not tell.
    `answer` is what `find` says of the question.
    """

    number: int
    asked: AskedByForm
    kind: QuestionKind
    wants_story: bool
    chosen: tuple[Candidate, ...] = ()
    pinned: bool = False
    lost: tuple[str, ...] = ()
    runner_ups: tuple[Candidate, ...] = ()
    competency: Competency | None = None
    answer: Answer | None = None

    @property
    def story(self) -> Story | None:
        """The main story."""
        return self.chosen[0].story if self.chosen else None

    @property
    def fit(self) -> Fit:
        """How well the main story fits; none without a story."""
        return self.chosen[0].fit if self.chosen else "none"

    @property
    def score(self) -> float:
        """The score of the main story, 0 to 100; 0 without a story."""
        return self.chosen[0].score if self.chosen else 0.0

    @property
    def told_here_before(self) -> bool:
        """Tell whether the company knows the main story already."""
        return bool(self.chosen and self.chosen[0].told)

    @property
    def is_gap(self) -> bool:
        """Tell whether a story is wanted and there is none to give."""
        return self.wants_story and not self.chosen

    @property
    def is_worn_out(self) -> bool:
        """Tell whether it is a gap only because the stories that answer it are used up elsewhere."""
        return self.is_gap and any(one.fit in ANSWERED for one in self.runner_ups)


@dataclass(frozen=True)
class Plan:
    """The questions of one application in their order, with their stories."""

    application: Application
    questions: tuple[PlannedQuestion, ...] = ()

    @property
    def wanting(self) -> tuple[PlannedQuestion, ...]:
        """The questions that a story answers."""
        return tuple(one for one in self.questions if one.wants_story)

    @property
    def gaps(self) -> tuple[PlannedQuestion, ...]:
        """The questions that still need a story."""
        return tuple(one for one in self.questions if one.is_gap)

    @property
    def uses(self) -> Mapping[str, tuple[int, ...]]:
        """For each story that is used the numbers of its questions."""
        found: dict[str, tuple[int, ...]] = {}
        for question in self.questions:
            for one in question.chosen:
                found[one.story.id] = (*found.get(one.story.id, ()), question.number)
        return found


def plan(application: Application, library: Library, index: LibraryIndex) -> Plan:
    """Return which story to tell for which question; see `spread` for what is best.

    Stories that the user chose stay, all of them and however often; each counts as a use. Questions of other kinds
    than story and strengths get no story of ours, and neither do rows without a question. Only stories that are
    workable or better are given.
    """
    told = told_here(application, library)
    dearer = {*told, *(story_id for asked in application.questions for story_id in asked.stories)}
    # As many as there are questions would do, were not some of the best worth less: told before, or used already.
    enough = len(application.questions) + len(dearer) + RUNNER_UPS
    read = [_read(number, asked, library, index, enough) for number, asked in enumerate(application.questions, 1)]
    free = [one for one in read if one.wants_story and not one.pins]
    used = Counter(story.id for one in read for story in one.pins)
    given = spread([one.workable for one in free], used, told)
    by_number = {one.number: story_id for one, story_id in zip(free, given, strict=True) if story_id}
    questions = (_planned(one, by_number.get(one.number), told, index) for one in read)
    return Plan(application, tuple(questions))


def told_here(application: Application, library: Library) -> Mapping[str, tuple[Told, ...]]:
    """Return for each story that this company knows where it was told, the newest interview first.

    It knows what was told in the interviews for this application or at this company, and what other applications
    to it chose.
    """
    found: dict[str, tuple[Told, ...]] = {}
    for story_id, told in _tellings(application, library):
        if told not in found.get(story_id, ()):
            found[story_id] = (*found.get(story_id, ()), told)
    return found


def _tellings(application: Application, library: Library) -> Iterator[tuple[str, Told]]:
    for interview in interviews_at(library, application):
        for asked in interview.asked:
            for story_id in asked.stories:
                yield story_id, Told("interview", interview.id, interview.name)
    for other in applications_beside(library, application):
        for question in other.questions:
            for story_id in question.stories:
                yield story_id, Told("application", other.id, other.name)


@dataclass(frozen=True)
class _Read:
    """A question as it was understood, with the stories that the user chose for it."""

    number: int
    asked: AskedByForm
    answer: Answer
    pins: tuple[Story, ...]
    lost: tuple[str, ...]

    @property
    def kind(self) -> QuestionKind:
        return self.asked.kind or sure_kind(self.answer.asked)

    @property
    def wants_story(self) -> bool:
        return bool(self.asked.question.strip()) and ANSWER_KINDS[self.kind] == "story"

    @property
    def workable(self) -> Mapping[str, float]:
        return {one.story.id: one.score for one in self.answer.stories if one.fit in ANSWERED}


def _read(number: int, asked: AskedByForm, library: Library, index: LibraryIndex, enough: int) -> _Read:
    ids = [story_id for story_id in dict.fromkeys(asked.stories) if story_id.strip()]
    everything = {**library.archived, **library.stories}
    pins = tuple(everything[story_id] for story_id in ids if story_id in everything)
    lost = tuple(story_id for story_id in ids if story_id not in everything)
    return _Read(number, asked, find(asked.question, index, limit=None if pins else enough), pins, lost)


def _planned(
    read: _Read, given: str | None, told: Mapping[str, tuple[Told, ...]], index: LibraryIndex
) -> PlannedQuestion:
    ranked = {
        one.story.id: Candidate(one.story, one.score, one.fit, told.get(one.story.id, ()))
        for one in read.answer.stories
    }
    pins = (ranked.get(one.id, Candidate(one, 0.0, "none", told.get(one.id, ()))) for one in read.pins)
    chosen = (ranked[given],) if given else tuple(pins)
    others = [one for one in ranked.values() if one.fit != "none" and one not in chosen]
    tested = read.answer.asked.main_competency if read.wants_story and not chosen else ""
    return PlannedQuestion(
        number=read.number,
        asked=read.asked,
        kind=read.kind,
        wants_story=read.wants_story,
        chosen=chosen,
        pinned=bool(read.pins),
        lost=read.lost,
        runner_ups=tuple(others[:RUNNER_UPS]) if read.wants_story else (),
        competency=next((one for one in index.words.all if one.id == tested), None),
        answer=read.answer,
    )
