"""Find what was asked before and is like the question: earlier answers, past interviews, one's own questions."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from stories.matching.asked import Asked
from stories.matching.past_index import PastIndex
from stories.matching.past_questions import ANSWERS, PLACES, PastQuestion
from stories.matching.retractions import Retraction, without
from stories.upcoming import day_of

CUTOFF = 30.0
"""Score from which a past question is found."""
LIMIT = 3
"""Past questions that are found of each place."""


@dataclass(frozen=True)
class PastMatch:
    """A past question like the one asked; `score` 0 to 100. `retracted` are passages of its texts, by field."""

    past: PastQuestion
    score: float
    retracted: Mapping[str, tuple[Retraction, ...]] = field(default_factory=dict)

    @property
    def answer(self) -> str:
        """The text that answers, without anything retracted; empty where there is none."""
        return next(filter(None, map(self.sayable, ANSWERS)), "")

    def sayable(self, name: str) -> str:
        """Return one of the texts without anything retracted."""
        return without(getattr(self.past, name), self.retracted.get(name, ()))


def find_past(asked: Asked, index: PastIndex, limit: int = LIMIT) -> tuple[PastMatch, ...]:
    """Return the past questions like the one asked, best first and of equal ones the newest first.

    At most `limit` come from each place: interviews, applications, one's own questions.
    """
    if not index.questions or not asked.grams.total:
        return ()
    scores = np.minimum(index.scores(asked), 100.0)
    found = [(round(float(scores[place]), 1), index.questions[place]) for place in np.flatnonzero(scores >= CUTOFF)]
    found.sort(key=lambda item: (-item[0], -_day(item[1])))
    chosen = [item for where in PLACES for item in [item for item in found if item[1].where == where][:limit]]
    return tuple(
        PastMatch(past, score, _retracted(past, index)) for score, past in sorted(chosen, key=lambda item: -item[0])
    )


def _retracted(past: PastQuestion, index: PastIndex) -> Mapping[str, tuple[Retraction, ...]]:
    if past not in index.retracting:
        return {}
    found = {name: index.retractions.within(getattr(past, name)) for name in ANSWERS}
    return {name: passages for name, passages in found.items() if passages}


def _day(past: PastQuestion) -> int:
    return (day_of(past.date) or datetime.date.min).toordinal()
