"""An index of texts by their n-grams: how much of a question's weight each text contains."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]

LEAST_WEIGHT = 1.0
"""Weight that a question must have to be contained whole: '가장' or 'what' alone says nothing."""


class GramWeights:
    """How much a gram tells, 0 to 1: rare ones much, those of every question ('무엇인가요') next to nothing.

    Inverse document frequency over a body of texts, log((1 + N) / (1 + df)) (Spärck Jones 1972), scaled so that a
    gram that never occurs weighs 1, and squared so that the frames of questions fall further behind.
    """

    def __init__(self, texts: Iterable[Iterable[str]]) -> None:
        counts: Counter[str] = Counter()
        total = 0
        for grams in texts:
            counts.update(grams)
            total += 1
        top = math.log(1 + total) or 1.0
        self._weights = {gram: (math.log((1 + total) / (1 + count)) / top) ** 2 for gram, count in counts.items()}

    def __getitem__(self, gram: str) -> float:
        return self._weights.get(gram, 1.0)

    def weighed(self, grams: Iterable[str]) -> dict[str, float]:
        """Return the grams that weigh anything, with their weights."""
        return {gram: weight for gram in grams if (weight := self[gram]) > 0}


class GramIndex:
    """Texts by their grams, as postings; a query reads only the postings of its own grams."""

    def __init__(self, texts: Sequence[Iterable[str]]) -> None:
        self.size = len(texts)
        self._listed: dict[str, list[int]] = {}
        for place, grams in enumerate(texts):
            for gram in grams:
                self._listed.setdefault(gram, []).append(place)
        self._asked: dict[str, NDArray[np.int32]] = {}

    def containment(self, query: Mapping[str, float]) -> Scores:
        """Return for each text the share (0 to 1) of the query's weight whose grams it contains."""
        scores = np.zeros(self.size, dtype=np.float32)
        if not query:
            return scores
        total = max(sum(query.values()), LEAST_WEIGHT)
        for gram, weight in query.items():
            if gram in self._listed:
                scores[self._places(gram)] += np.float32(weight / total)
        return scores

    def _places(self, gram: str) -> NDArray[np.int32]:
        """Return the postings of a gram as an array; made when it is first asked for, since most never are."""
        found = self._asked.get(gram)
        if found is None:
            found = self._asked[gram] = np.array(self._listed[gram], dtype=np.int32)
        return found
