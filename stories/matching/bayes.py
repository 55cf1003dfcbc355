"""Naive Bayes over grams: which of some classes a text speaks like, learned from examples of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stories.matching.grams import Grams, Scores, located

Features = tuple[Grams, NDArray[np.intp]]
"""Grams of texts, each once a text, and the number of the text that each comes from."""
Known = tuple[NDArray[np.intp], NDArray[np.intp]]
"""Places among the known grams, each once a text, and the number of the text that each comes from."""
LEAST_GRAMS = 4
"""Known grams below which a text counts as this long, so that one lucky word does not decide."""


@dataclass(frozen=True)
class NaiveBayes:
    """The evidence of each gram for each class, in nats, beside what the gram says of all texts.

    P(gram | class) is estimated from the share of the class's examples that have the gram, shrunk towards its share
    in all examples as if `alpha` more examples had been seen (m-estimate: Cestnik 1990). Only what lifts a class is
    stored; a gram that a class never showed counts the class's `absent`.
    """

    known: Grams
    starts: NDArray[np.int32]
    classes: NDArray[np.int16]
    lifts: Scores
    absent: Scores

    @classmethod
    def learned(cls, texts: Features, labels: Sequence[int], classes: int, alpha: float) -> "NaiveBayes":
        """Return what examples teach; `labels` gives the class (0 to classes - 1) of each text."""
        known, place = np.unique(texts[0], return_inverse=True)
        of_text = np.asarray(labels, dtype=np.int64)
        share = (np.bincount(place, minlength=len(known)) + 0.5) / (len(labels) + 1)
        pairs, counts = np.unique(place * classes + of_text[texts[1]], return_counts=True)
        grams_of, classes_of = pairs // classes, pairs % classes
        lifts = np.log1p(counts / (alpha * share[grams_of]))
        starts = np.searchsorted(grams_of, np.arange(len(known) + 1))
        seen = np.bincount(of_text, minlength=classes)
        return cls(
            known,
            starts.astype(np.int32),
            classes_of.astype(np.int16),
            lifts.astype(np.float32),
            np.log(alpha / (seen + alpha)).astype(np.float32),
        )

    def known_in(self, texts: Features) -> Known:
        """Return which of the known grams stand in each text; the same for all that learned from the same texts."""
        place, here = located(self.known, texts[0])
        return place[here], texts[1][here]

    def evidence(self, texts: Features, count: int) -> Scores:
        """Return for each of `count` texts (rows) and class the evidence per root of the text's known grams."""
        return self.evidence_of(self.known_in(texts), count)

    def evidence_of(self, known: Known, count: int) -> Scores:
        """Return the evidence for each text (row) and class where it is known already which grams it has."""
        size = len(self.absent)
        place, rows = known
        first, many = self.starts[place], self.starts[place + 1] - self.starts[place]
        entries = np.arange(int(many.sum())) + np.repeat(first - (np.cumsum(many) - many), many)
        cells = np.repeat(rows * size, many) + self.classes[entries]
        found = np.bincount(cells, weights=self.lifts[entries], minlength=count * size).reshape(count, size)
        length = np.bincount(rows, minlength=count)[:, None]
        scaled = (found + length * self.absent) / np.sqrt(np.maximum(length, LEAST_GRAMS))
        return np.asarray(scaled, dtype=np.float32)

    def arrays(self) -> Mapping[str, NDArray[np.generic]]:
        """Return what has to be kept to have it again."""
        return {name: getattr(self, name) for name in ("known", "starts", "classes", "lifts", "absent")}
