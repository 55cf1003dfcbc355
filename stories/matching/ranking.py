"""Rank the stories for a question and tell honestly how well each fits."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from stories.matching import signals
from stories.matching.asked import Asked
from stories.matching.beliefs import NearQuestion
from stories.matching.grams import Scores
from stories.matching.index import LibraryIndex
from stories.matching.named_kinds import named_kinds
from stories.matching.understanding import understand
from stories.model.concept import Concept
from stories.model.question import QuestionKind
from stories.model.story import Story

Fit = Literal["strong", "workable", "stretch", "none"]
FITS: tuple[Fit, ...] = ("strong", "workable", "stretch", "none")
STRONG_FROM, WORKABLE_FROM, STRETCH_FROM = 70.0, 26.0, 5.0
"""Scores from which a fit is given."""
WRITTEN = 0.3
"""What a whole STAR adds to the evidence for a story, in logits; of two that say the same the fuller comes first."""
NAMES_STORY = 0.9
"""How sure it is that a question asks for a story whose name it has."""
TELLING, MUCH = 13.0, 2.0
"""The signal (0 to 100) that a workable story needs at least one of, and the evidence (logits) of a strong one."""
MEASURED = 50.0
"""The signal (0 to 100) of a result from which it tells: a good one was asked for, and this one is measured."""
ENOUGH = 1.0
"""Evidence, in logits, below which the score falls to 0 in proportion: a question that says nothing finds nothing."""
CALLED = 1.5
"""What a story gains, in logits, that is called by its name and nothing much else is in the question."""
UNLIKE = 1.5
"""What a story loses, in logits, that shows what answers the question badly."""
BASE, EVIDENCE, WANTED, NAMES_TERM, FOR_STORY, FOR_EXPERIENCE = -7.2, 1.09, -4.9, -2.4, 10.9, -2.4
"""Logits of the score: to begin with, for each logit of evidence, for a question that surely tests something, for
one that names a term, for one that a story can answer, and for one that asks for an experience as such. Those below
0 are so because a question that says plainly what it wants is plainly not answered by a story that has little of it."""
OFF_SUBJECT, ABOUT = -6.0, 45.0
"""What a story loses, in logits, that has nothing of the subject that a question surely asks to explain, and the
signal (0 to 100) from which it has."""
CONCEPT_CUTOFF = 30.0


@dataclass(frozen=True)
class Match:
    """One story for a question: `score` 0 to 100, its fit, and the signals that made the score."""

    story: Story
    score: float
    fit: Fit
    signals: Mapping[str, float]

    @property
    def held_back(self) -> bool:
        """Tell whether the story would be strong if its action and result were written."""
        unwritten = not (self.story.action and self.story.result)
        return self.fit == "workable" and self.score >= STRONG_FROM and unwritten and _evidence(self.signals) >= MUCH


@dataclass(frozen=True)
class ConceptMatch:
    """One concept for a question; `score` 0 to 100."""

    concept: Concept
    score: float


@dataclass(frozen=True)
class Answer:
    """What the library has for a question: stories and concepts best first, and how the question was understood."""

    asked: Asked
    fit: Fit
    stories: tuple[Match, ...]
    concepts: tuple[ConceptMatch, ...]

    @property
    def questions(self) -> tuple[NearQuestion, ...]:
        """The questions of the bank that are like it."""
        return self.asked.near

    @property
    def best(self) -> Match | None:
        """The first story, if it is more than a stretch."""
        return self.stories[0] if self.stories and self.stories[0].fit in ("strong", "workable") else None


def find(query: str, index: LibraryIndex, *, limit: int | None = 5, score_cutoff: float = 0.0) -> Answer:
    """Return the stories and concepts that answer the question, best first. Nothing raises on any text.

    `limit` None = all that score above `score_cutoff` (0 to 100).
    """
    asked = understand(query, index.words, index.own_questions, index.knows)
    by_signal = signals.compute(asked, index)
    if asked.answer_kind == "company" and by_signal["names"].max(initial=0) >= signals.NAMED:
        asked = replace(asked, kind="story", sure=False)  # it may be about the company, but it names a story
    scores = _scores(by_signal, asked, index)
    order = [place for place in _best_first(scores, limit) if scores[place] > score_cutoff]
    matches = tuple(
        _match(index.profiles[place].story, float(scores[place]), place, by_signal, asked)
        for place in (order if limit is None else order[: max(limit, 1)])
    )
    first = matches[0].fit if matches else "none"
    return Answer(asked, first, matches[:limit], _concepts(asked, index))


def _best_first(scores: Scores, limit: int | None) -> list[int]:
    """Return the places of the scores, greatest first and earlier before later; at least the first `limit` of them."""
    places = np.arange(len(scores))
    if limit is not None and len(scores) > 4 * (limit + 1):
        places = np.sort(np.argpartition(-scores, limit)[: limit + 1])
        places = np.flatnonzero(scores >= scores[places].min())
    return [int(place) for place in places[np.argsort(-scores[places], kind="stable")]]


def _scores(by_signal: Mapping[str, Scores], asked: Asked, index: LibraryIndex) -> Scores:
    """Return for each story how likely it answers the question, 0 to 100; 0 where no signal speaks for it.

    A logistic model: the signals add up to the evidence for a story, in the order of which the stories stand, and
    what the question wants sets how much of it is enough. Both parts were fitted on the tuning half of the judged
    questions in `benchmarks/matching`: the weights of the signals by the likelihood of the judged stories among all
    of the library (ListNet: Cao et al. 2007), the rest by that of questions with and without an answer.
    """
    evidence: Scores = np.zeros(len(index.profiles), dtype=np.float32)
    for name, values in by_signal.items():
        evidence += signals.WEIGHTS[name] * np.clip(values, 0, 100) / 100
    enough = np.minimum(evidence / ENOUGH, 1.0)
    evidence += WRITTEN * index.completeness - UNLIKE * signals.against(asked, index)
    evidence += CALLED * (by_signal["names"] >= 100)
    tested = signals.competency_counts(asked) * max(asked.competencies.values(), default=0.0)
    wanted = WANTED * tested + NAMES_TERM * bool(asked.terms)
    for_story = max(asked.for_story, NAMES_STORY * bool(by_signal["names"].max(initial=0) >= signals.NAMED))
    asks = FOR_STORY * for_story + FOR_EXPERIENCE * asked.for_experience
    about = np.max([by_signal[name] for name in ("names", "asked", "term", "meant")], axis=0)
    unsaid = asked.for_knowledge * (1 - np.minimum(about / ABOUT, 1.0))
    logits = BASE + EVIDENCE * evidence + wanted + asks + OFF_SUBJECT * unsaid
    likely = enough / (1 + np.exp(-logits))
    return np.where(likely >= 0.0005, 100 * likely, 0.0).astype(np.float32)


def _match(story: Story, score: float, place: int, by_signal: Mapping[str, Scores], asked: Asked) -> Match:
    values = {name: round(float(column[place]), 1) for name, column in by_signal.items()}
    return Match(story, round(score, 1), _fit(story, score, values, asked), values)


def _fit(story: Story, score: float, values: Mapping[str, float], asked: Asked) -> Fit:
    """Return the fit: by score, but never more than there are reasons for.

    Strong needs an action, a result and much evidence; workable one signal that tells; and where no story is asked
    for there is none.
    """
    if asked.sure and asked.answer_kind in ("conditions", "closing"):
        return "none"
    if asked.sure and asked.answer_kind == "company":
        return "stretch" if score >= STRETCH_FROM else "none"
    whole = bool(story.action and story.result and asked.kind != "strengths")
    if score >= STRONG_FROM and whole and _evidence(values) >= MUCH:
        return "strong"
    telling = max(value for name, value in values.items() if name != "result" or value >= MEASURED)
    if score >= WORKABLE_FROM and telling >= TELLING:
        return "workable"
    return "stretch" if score >= STRETCH_FROM else "none"


def _evidence(values: Mapping[str, float]) -> float:
    """Return what the signals add up to, in logits."""
    return sum(signals.WEIGHTS[name] * value / 100 for name, value in values.items())


def _concepts(asked: Asked, index: LibraryIndex) -> tuple[ConceptMatch, ...]:
    named = {spotted.meaning for spotted in index.concept_names.spot(asked.as_typed)}
    contained = index.concept_grams.containment(asked.grams)
    found = []
    for place, profile in enumerate(index.concepts):
        shared = profile.terms & asked.subjects
        score = 60 * float(contained[place])
        score = max(score, 92.0 if profile.concept.id in named else 0.0, 88.0 if shared else 0.0)
        if score >= CONCEPT_CUTOFF:
            found.append(ConceptMatch(profile.concept, round(score, 1)))
    return tuple(sorted(found, key=lambda one: (-one.score, one.concept.id)))


def best_story(query: str, index: LibraryIndex) -> str | None:
    """Return the id of the story that answers the question best, if one is more than a stretch."""
    best = find(query, index, limit=1).best
    return best.story.id if best else None


def kind_of(query: str, index: LibraryIndex) -> QuestionKind:
    """Return the kind of the question, where it is sure or the question names it; otherwise 'story'."""
    return sure_kind(understand(query, index.words, index.own_questions))


def sure_kind(asked: Asked) -> QuestionKind:
    """Return the kind of a question as understood, where it is sure or its words name it; otherwise 'story'."""
    return asked.kind if asked.sure else next(iter(named_kinds(asked.query)), "story")
