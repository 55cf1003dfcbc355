"""Rank the stories for a question and tell honestly how well each fits."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from stories.matching import signals
from stories.matching.asked import Asked, NearQuestion, understand
from stories.matching.grams import Scores
from stories.matching.index import LibraryIndex, completeness
from stories.model.concept import Concept
from stories.model.story import Story

Fit = Literal["strong", "workable", "stretch", "none"]
FITS: tuple[Fit, ...] = ("strong", "workable", "stretch", "none")
STRONG_FROM, WORKABLE_FROM, STRETCH_FROM = 68.0, 42.0, 20.0
"""Scores from which a fit is given."""
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
        return self.fit == "workable" and self.score >= STRONG_FROM and not (self.story.action and self.story.result)


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
    asked = understand(query, index.words, index.own_questions)
    by_signal = signals.compute(asked, index)
    scores = _combined(by_signal, index)
    ranked = np.lexsort((np.arange(len(scores)), -scores))
    order = [int(place) for place in ranked if scores[place] > score_cutoff]
    matches = tuple(
        _match(index.profiles[place].story, float(scores[place]), place, by_signal, asked) for place in order[:limit]
    )
    first = _fit(index.profiles[order[0]].story, float(scores[order[0]]), asked) if order else "none"
    return Answer(asked, first, matches, _concepts(asked, index))


def _combined(by_signal: Mapping[str, Scores], index: LibraryIndex) -> Scores:
    rest = np.ones(len(index.profiles), dtype=np.float32)
    for name, values in by_signal.items():
        rest *= 1 - signals.WEIGHTS[name] * np.clip(values, 0, 100) / 100
    written = np.array([completeness(profile.story) for profile in index.profiles], dtype=np.float32)
    return 100 * (1 - rest) * (0.85 + 0.15 * written)


def _match(story: Story, score: float, place: int, by_signal: Mapping[str, Scores], asked: Asked) -> Match:
    values = {name: round(float(column[place]), 1) for name, column in by_signal.items()}
    return Match(story, round(score, 1), _fit(story, score, asked), values)


def _fit(story: Story, score: float, asked: Asked) -> Fit:
    """Return the fit: by score, but never strong without action and result, and none where no story is asked for."""
    if asked.sure and asked.answer_kind in ("conditions", "closing"):
        return "none"
    if asked.sure and asked.answer_kind == "company":
        return "stretch" if score >= STRETCH_FROM else "none"
    if score >= STRONG_FROM and story.action and story.result and asked.kind != "strengths":
        return "strong"
    if score >= WORKABLE_FROM:
        return "workable"
    return "stretch" if score >= STRETCH_FROM else "none"


def _concepts(asked: Asked, index: LibraryIndex) -> tuple[ConceptMatch, ...]:
    named = {spotted.meaning for spotted in index.concept_names.spot(asked.as_typed)}
    contained = index.concept_grams.containment(asked.grams)
    found = []
    for place, profile in enumerate(index.concepts):
        shared = profile.terms & set(asked.terms)
        score = 60 * float(contained[place])
        score = max(score, 92.0 if profile.concept.id in named else 0.0, 88.0 if shared else 0.0)
        if score >= CONCEPT_CUTOFF:
            found.append(ConceptMatch(profile.concept, round(score, 1)))
    return tuple(sorted(found, key=lambda one: (-one.score, one.concept.id)))


def best_story(query: str, index: LibraryIndex) -> str | None:
    """Return the id of the story that answers the question best, if one is more than a stretch."""
    best = find(query, index, limit=1).best
    return best.story.id if best else None


def kind_of(query: str, index: LibraryIndex) -> str:
    """Return the kind of the question, where it is sure; otherwise 'story'."""
    asked = understand(query, index.words, index.own_questions)
    return asked.kind if asked.sure else "story"
