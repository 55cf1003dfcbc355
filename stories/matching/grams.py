"""N-grams of letters as numbers, what each tells, and an index of texts by them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from stories.matching.preparation import jamo, words

Grams = NDArray[np.uint64]
"""The grams of a text: sorted, each once."""
Scores = NDArray[np.float32]

LEAST_WEIGHT = 1.0
"""Weight that a question must have to be contained whole: '가장' or 'what' alone says nothing."""
BLOCK = 1024
"""Texts of an index that are sorted together; a change sorts only its own block again."""

_NONE: Grams = np.empty(0, dtype=np.uint64)
_NO_PLACES = np.empty(0, dtype=np.intp)
_MIX = np.uint64(0x9E3779B97F4A7C15)
_SPREAD = np.uint64(1_000_003)
_HANGUL_FROM, _HANGUL_TO = 0x3131, 0x318E
_BREAK = ord("\n")


@lru_cache(maxsize=64)
def grams(text: str) -> Grams:
    """Return the n-grams of letters of a normal text that are compared; of a text just asked for, those kept.

    Korean words give the 4- and 6-grams of their letters (some two and three syllables), which survive particles,
    endings and missing spaces; other words give 4-grams with their beginning marked, or themselves when short.
    Each gram is a 64-bit number, so that millions can be sorted and found without keeping their letters.
    """
    found = _distinct(grams_of_words(words(text))[0])
    found.setflags(write=False)  # all who ask get the same
    return found


def _distinct(found: Grams) -> Grams:
    """Return the numbers sorted, each once; numpy's own way loads much of numpy first."""
    ordered = np.sort(found)
    fresh = np.ones(len(ordered), dtype=bool)
    fresh[1:] = ordered[1:] != ordered[:-1]
    return ordered[fresh]


def grams_of_words(tokens: Sequence[str]) -> tuple[Grams, NDArray[np.intp]]:
    """Return the grams of words in lower case, with the place of the word that each comes from."""
    if not tokens:
        return _NONE, np.empty(0, dtype=np.intp)
    codes = np.frombuffer("\n".join(map(_spelled, tokens)).encode("utf-32-le", "replace"), dtype=np.uint32)
    ends = codes == _BREAK
    word = np.cumsum(ends)
    other = ends | (codes < _HANGUL_FROM) | (codes > _HANGUL_TO)
    mixed = [_windows(codes.astype(np.uint64), ends, 4), _windows(codes.astype(np.uint64), other, 6)]
    return np.concatenate([found for found, _ in mixed]), word[np.concatenate([places for _, places in mixed])]


@lru_cache(maxsize=1 << 15)
def _spelled(word: str) -> str:
    """Return the letters of a word as they are cut into grams; short words are filled up, so that they stay whole."""
    if "가" <= word[0] <= "힣" or "ㄱ" <= word[0] <= "ㅣ":
        return jamo(word).ljust(4, "$")
    return f"^{word}" if len(word) > 3 else f"^{word}$".ljust(4, "$")


def _windows(codes: Grams, breaks: NDArray[np.bool_], size: int) -> tuple[Grams, NDArray[np.intp]]:
    """Return the numbers of all windows of the size that hold no break, and where they begin."""
    count = len(codes) - size + 1
    if count <= 0:
        return _NONE, np.empty(0, dtype=np.intp)
    mixed = np.zeros(count, dtype=np.uint64)
    for place in range(size):
        mixed = mixed * _SPREAD + codes[place : place + count]
    before = np.concatenate(([0], np.cumsum(breaks)))
    whole = np.flatnonzero(before[size:] == before[:-size])
    mixed = mixed[whole] * _MIX
    return mixed ^ (mixed >> np.uint64(29)), whole


@dataclass(frozen=True)
class Weighed:
    """Grams with what each of them weighs."""

    grams: Grams
    weights: Scores

    @property
    def total(self) -> float:
        """The sum of the weights."""
        return float(self.weights.sum())


class GramWeights:
    """How much a gram tells, 0 to 1: rare ones much, those of every question ('무엇인가요') next to nothing.

    Inverse document frequency over a body of texts, log((1 + N) / (1 + df)) (Spärck Jones 1972), scaled so that a
    gram that never occurs weighs 1, and squared so that the frames of questions fall further behind.
    """

    def __init__(self, known: Grams, weights: Scores) -> None:
        self.known, self.weights = known, weights

    @classmethod
    def learned(cls, texts: Sequence[Grams]) -> "GramWeights":
        """Return the weights that a body of texts teaches."""
        known, counts = np.unique(np.concatenate([_NONE, *texts]), return_counts=True)
        top = np.log(1 + len(texts)) or 1.0
        weights = (np.log((1 + len(texts)) / (1 + counts)) / top) ** 2
        return cls(known, weights.astype(np.float32))

    def of(self, found: Grams) -> Scores:
        """Return the weight of each gram; what was never seen weighs 1."""
        place, here = located(self.known, found)
        weights = np.ones(len(found), dtype=np.float32)
        weights[here] = self.weights[place[here]]
        return weights

    def weighed(self, found: Grams) -> Weighed:
        """Return the grams that weigh anything, with their weights."""
        weights = self.of(found)
        return Weighed(found[weights > 0], weights[weights > 0])


def located(known: Grams, wanted: Grams) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
    """Return where each wanted number stands among the sorted known ones, and which of them do."""
    if not len(known):
        return np.zeros(len(wanted), dtype=np.intp), np.zeros(len(wanted), dtype=bool)
    place = np.minimum(np.searchsorted(known, wanted), len(known) - 1)
    return place, known[place] == wanted


@dataclass(frozen=True)
class Postings:
    """Some texts by their grams: for each gram the places of the texts that have it."""

    grams: Grams
    starts: NDArray[np.int64]
    owners: NDArray[np.unsignedinteger]
    size: int

    @classmethod
    def of(cls, texts: Sequence[Grams]) -> "Postings":
        """Return the postings of these texts."""
        everything = np.concatenate([_NONE, *texts])
        owners = np.repeat(np.arange(len(texts)), [len(one) for one in texts])
        order = np.argsort(everything, kind="stable")
        ordered = everything[order]
        starts = np.flatnonzero(np.concatenate(([True], ordered[1:] != ordered[:-1]))) if len(ordered) else _NO_PLACES
        found = ordered[starts]
        small: NDArray[np.unsignedinteger] = owners[order].astype(np.uint16 if len(texts) <= 1 << 16 else np.uint32)
        return cls(found, np.append(starts, len(everything)).astype(np.int64), small, len(texts))

    def add(self, query: Weighed, scores: Scores) -> None:
        """Add to the score of each text the weights of the grams that it has."""
        place, here = located(self.grams, query.grams)
        starts = self.starts
        for start, end, weight in zip(
            starts[place[here]].tolist(), starts[place[here] + 1].tolist(), query.weights[here].tolist(), strict=True
        ):
            scores[self.owners[start:end]] += weight


class GramIndex:
    """Texts by their grams in blocks; a query reads only the postings of its own grams."""

    def __init__(self, texts: Sequence[Grams], earlier: "GramIndex | None" = None) -> None:
        self.size = len(texts)
        self._texts = [tuple(texts[start : start + BLOCK]) for start in range(0, len(texts), BLOCK)]
        kept = zip(earlier._texts, earlier._blocks, strict=True) if earlier else ()
        known = {_identity(texts): block for texts, block in kept}
        self._blocks: list[Postings] = [known.get(_identity(texts)) or Postings.of(texts) for texts in self._texts]

    def has_all(self, wanted: Grams) -> bool:
        """Tell whether each of the grams stands in at least one text."""
        here = np.zeros(len(wanted), dtype=bool)
        for block in self._blocks:
            here |= located(block.grams, wanted)[1]
        return bool(here.all())

    def containment(self, query: Weighed) -> Scores:
        """Return for each text the share (0 to 1) of the query's weight whose grams it contains."""
        scores = np.zeros(self.size, dtype=np.float32)
        if len(query.grams):
            for place, block in enumerate(self._blocks):
                block.add(query, scores[place * BLOCK : place * BLOCK + block.size])
            scores /= max(query.total, LEAST_WEIGHT)
        return np.minimum(scores, 1.0)


def _identity(block: Iterable[Grams]) -> tuple[int, ...]:
    return tuple(map(id, block))
