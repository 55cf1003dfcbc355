"""Questions by their wordings: which known question is most like the one asked."""

from collections.abc import Mapping, Sequence
from typing import Generic, TypeVar

import numpy as np
from rapidfuzz import fuzz

from stories.matching.grams import GramIndex, GramWeights
from stories.matching.preparation import grams, jamo, normal, squeezed

T = TypeVar("T")
CANDIDATES = 24
"""Wordings that the grams hand to the finer comparison."""
DICE, LETTERS = 0.7, 0.3
"""Parts of a score that come from shared grams and from rapidfuzz's ratio of the letters."""
NEARLY_EQUAL = 85.0
"""Ratio of the letters from which it is the score: the same question with slips."""


class WordingIndex(Generic[T]):
    """Wordings, each with what it belongs to (several may belong to one). Without weights it learns its own."""

    def __init__(self, wordings: Sequence[tuple[str, T]], weights: GramWeights | None = None) -> None:
        self._texts = [normal(text) for text, _ in wordings]
        found = [grams(text) for text in self._texts]
        self.weights = weights or GramWeights(found)
        self._owners = [owner for _, owner in wordings]
        self._index = GramIndex(found)
        self._mass = np.array([sum(map(self.weights.__getitem__, one)) for one in found], dtype=np.float32)

    def nearest(self, text: str, query: Mapping[str, float], limit: int = 6) -> list[tuple[T, float]]:
        """Return the owners of the wordings most like the normal text, with scores 0 to 100, best first.

        Candidates come from shared grams (Dice's coefficient, weighted); rapidfuzz compares them letter by letter.
        """
        total = sum(query.values())
        if not total or not self._owners:
            return []
        dice = 2 * total * self._index.containment(query) / (total + self._mass)
        letters = jamo(squeezed(text))
        best: dict[int, tuple[float, T]] = {}
        for place in np.argsort(-dice, kind="stable")[:CANDIDATES]:
            if dice[place] <= 0:
                break
            alike = fuzz.ratio(letters, jamo(squeezed(self._texts[place])))
            score = 100 * DICE * float(dice[place]) + LETTERS * alike
            score = max(score, alike) if alike >= NEARLY_EQUAL else score
            owner = self._owners[place]
            if score > best.get(id(owner), (0.0, owner))[0]:
                best[id(owner)] = (score, owner)
        ranked = sorted(best.values(), key=lambda item: -item[0])[:limit]
        return [(owner, round(score, 1)) for score, owner in ranked]
