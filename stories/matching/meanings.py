"""What texts mean beside their letters: grams, and as grams too the terms, competencies and kinds that they name."""

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from stories.matching.grams import Grams, grams_of_words
from stories.matching.preparation import FIELD_LIMIT, cased, words
from stories.matching.spotting import Spotted
from stories.matching.vocabulary import COMPETENCY, KIND, TERM, Vocabulary, bank_vocabulary

TOGETHER = 200
"""Texts that are read at a time."""
Rows = NDArray[np.intp]
FEW = 65_535
"""Rows of which the numbers have two bytes; numpy sorts those in a fraction of the time."""
N = TypeVar("N", np.uint64, np.intp)
MEANT = (TERM, COMPETENCY, KIND)
"""The vocabularies whose meanings count as grams; they are the same in both languages."""


@dataclass(frozen=True, eq=False)
class Pieces:
    """Texts that were read together: their grams, and what was spotted in each."""

    grams: Grams
    rows: Rows
    """The text that each gram comes from."""
    spotted: Sequence[Mapping[Spotted, None]]

    def features(self) -> tuple[Grams, Rows]:
        """Return the grams of the texts with the numbers of what they mean, each once a text, and their texts."""
        named = [
            (row, number)
            for row, spotted in enumerate(self.spotted)
            for number in {_number(one.space, one.meaning) for one in spotted if one.space in MEANT}
        ]
        return each_once(
            np.concatenate((self.grams, np.array([number for _, number in named], dtype=np.uint64))),
            np.concatenate((self.rows, np.array([row for row, _ in named], dtype=np.intp))),
        )


def each_once(grams: NDArray[N], rows: Rows) -> tuple[NDArray[N], Rows]:
    """Return each gram, or its place, once for each row that has it, sorted by row and gram."""
    by_gram = np.argsort(grams)
    few = len(rows) == 0 or int(rows.max()) <= FEW
    order = by_gram[np.argsort(rows[by_gram].astype(np.uint16 if few else np.intp), kind="stable")]
    grams, rows = grams[order], rows[order]
    fresh = np.ones(len(rows), dtype=bool)
    fresh[1:] = (rows[1:] != rows[:-1]) | (grams[1:] != grams[:-1])
    return grams[fresh], rows[fresh]


def read(texts: Sequence[str], words_known: Vocabulary) -> Pieces:
    """Return what stands in texts that keep their capitals."""
    typed = [words(text) for text in texts]
    folded = [[word.casefold() for word in tokens] for tokens in typed]
    grams, places = grams_of_words([word for tokens in folded for word in tokens])
    rows = np.repeat(np.arange(len(texts)), [len(tokens) for tokens in folded])[places]
    return Pieces(grams, rows, words_known.spot_each(texts, typed, folded))


def features(texts: Sequence[str], limit: int = FIELD_LIMIT) -> tuple[Grams, Rows]:
    """Return the grams of the texts with the numbers of what the bank finds named in them, and their texts."""
    found = [
        read([cased(text, limit) for text in texts[start : start + TOGETHER]], bank_vocabulary()).features()
        for start in range(0, len(texts), TOGETHER)
    ]
    grams = np.concatenate([one for one, _ in found])
    return grams, np.concatenate([rows + place * TOGETHER for place, (_, rows) in enumerate(found)])


@cache
def _number(space: str, meaning: str) -> np.uint64:
    raw = f"{space} {meaning}".encode()
    return np.uint64(zlib.crc32(raw) << 32 | zlib.crc32(raw[::-1]))
