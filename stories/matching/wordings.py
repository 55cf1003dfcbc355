"""Questions by their wordings: which known question is most like the one asked."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Generic, TypeVar

import numpy as np
from rapidfuzz import fuzz

from stories.matching.grams import GramWeights, Postings, Scores, grams
from stories.matching.preparation import jamo, normal, squeezed

T = TypeVar("T")
CANDIDATES = 24
"""Wordings that the grams hand to the finer comparison."""
DICE, LETTERS = 0.7, 0.3
"""Parts of a score that come from shared grams and from rapidfuzz's ratio of the letters."""
NEARLY_EQUAL = 85.0
"""Ratio of the letters from which it is the score: the same question with slips."""


class WordingIndex(Generic[T]):
    """Wordings, each with what it belongs to; several may belong to one."""

    def __init__(
        self, texts: Sequence[str], owners: Sequence[T], postings: Postings, mass: Scores, weights: GramWeights
    ) -> None:
        self._texts, self._owners = texts, owners
        self._postings, self._mass, self._weights = postings, mass, weights

    @classmethod
    def of(cls, wordings: Sequence[tuple[str, T]], weights: GramWeights) -> "WordingIndex[T]":
        """Return the index of texts with their owners."""
        texts = [normal(text) for text, _ in wordings]
        found = [grams(text) for text in texts]
        mass = np.array([weights.of(one).sum() for one in found], dtype=np.float32)
        return cls(texts, [owner for _, owner in wordings], Postings.of(found), mass, weights)

    def nearest(self, text: str, limit: int = 6) -> list[tuple[T, float]]:
        """Return the owners of the wordings most like the normal text, with scores 0 to 100, best first.

        Candidates come from shared grams (Dice's coefficient, weighted); rapidfuzz compares them letter by letter.
        """
        query = self._weights.weighed(grams(text))
        total = query.total
        if not total or not len(self._mass):
            return []
        shared = np.zeros(len(self._mass), dtype=np.float32)
        self._postings.add(query, shared)
        dice = 2 * shared / (total + self._mass)
        letters = _letters(text)
        best: dict[int, tuple[float, T]] = {}
        for place in _greatest(dice, CANDIDATES):
            alike = fuzz.ratio(letters, _letters(self._texts[place]))
            score = 100 * DICE * float(dice[place]) + LETTERS * alike
            score = max(score, alike) if alike >= NEARLY_EQUAL else score
            owner = self._owners[place]
            if score > best.get(id(owner), (0.0, owner))[0]:
                best[id(owner)] = (score, owner)
        ranked = sorted(best.values(), key=lambda item: -item[0])[:limit]
        return [(owner, round(score, 1)) for score, owner in ranked]


@lru_cache(maxsize=4096)
def _letters(text: str) -> str:
    return jamo(squeezed(text))


def _greatest(scores: Scores, count: int) -> list[int]:
    """Return the places of the greatest scores above 0, greatest first and earlier ones before later ones."""
    places = np.flatnonzero(scores)
    if len(places) > count:
        least = np.partition(scores[places], -count)[-count]
        places = places[scores[places] >= least]
    return [int(place) for place in places[np.argsort(-scores[places], kind="stable")][:count]]
