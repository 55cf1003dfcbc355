"""What one would use instead: fuzzy matching, TF-IDF and BM25 over the whole texts of the stories."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process

from benchmarks.matching.figures import Ranking
from benchmarks.matching.texts import whole_text
from stories.files.library import Library

Ranker = Callable[[str], Ranking]
Method = Callable[[Library], Ranker]
"""A method prepares a library and gives what ranks its stories for a query; equal scores keep the library's order."""
Cut = Callable[[str], list[str]]
"""What cuts a text into the pieces that are counted."""

K1, B = 1.5, 0.75
"""Okapi BM25: how soon a repeated word counts no more, and how much the length of a text counts."""
_WORD = re.compile(r"\w+")


def plain(text: str) -> str:
    """Return the text in one form and without case, as everybody prepares it."""
    return unicodedata.normalize("NFC", text).casefold()


def words(text: str) -> list[str]:
    """Return the words of a text."""
    return _WORD.findall(plain(text))


def letters(shortest: int, longest: int) -> Cut:
    """Return what cuts a text into runs of letters, also across the spaces between words."""
    return lambda text: _runs(_line(text), shortest, longest)


def jamo(shortest: int, longest: int) -> Cut:
    """Return the same over Hangul taken apart into its letters (Unicode's canonical decomposition)."""
    return lambda text: _runs(unicodedata.normalize("NFD", _line(text)), shortest, longest)


def _line(text: str) -> str:
    return f" {' '.join(words(text))} "


def _runs(line: str, shortest: int, longest: int) -> list[str]:
    return [
        line[start : start + size] for size in range(shortest, longest + 1) for start in range(len(line) - size + 1)
    ]


def fuzzy(scorer: Callable[..., float]) -> Method:
    """Return the method that ranks by a scorer of rapidfuzz over whole texts."""

    def prepare(library: Library) -> Ranker:
        texts = {story.id: plain(whole_text(story)) for story in library.stories.values()}

        def rank(query: str) -> Ranking:
            found = process.extract(plain(query), texts, scorer=scorer, limit=None)
            score = found[0][1] if found else 0.0
            return Ranking([key for _, _, key in found], score, score)

        return rank

    return prepare


def tf_idf(cut: Cut) -> Method:
    """Return the method that ranks by the cosine of TF-IDF vectors.

    Sublinear counts 1 + ln tf, smooth idf ln((1 + n) / (1 + df)) + 1, vectors of length 1 (Salton and Buckley 1988;
    Manning, Raghavan and Schütze 2008, chapter 6; the smoothing is scikit-learn's).
    """

    def prepare(library: Library) -> Ranker:
        counts, places = _counts(library, cut)
        seen = (counts > 0).sum(axis=0)
        idf = np.log((1 + len(counts)) / (1 + seen)) + 1
        rows = _unit(_sublinear(counts) * idf)

        def rank(query: str) -> Ranking:
            return _ranking(library, rows @ _unit(_sublinear(_query_counts(query, cut, places)) * idf))

        return rank

    return prepare


def bm25(cut: Cut) -> Method:
    """Return the method that ranks by Okapi BM25, k1 = 1.5 and b = 0.75 (Robertson and Zaragoza 2009).

    The idf is ln(1 + (n - df + 0.5) / (df + 0.5)), which is never below 0 (Lucene's).
    """

    def prepare(library: Library) -> Ranker:
        counts, places = _counts(library, cut)
        seen, lengths = (counts > 0).sum(axis=0), counts.sum(axis=1, keepdims=True)
        idf = np.log(1 + (len(counts) - seen + 0.5) / (seen + 0.5))
        share = lengths / (lengths.sum() / max(len(lengths), 1) or 1.0)
        rows = idf * counts * (K1 + 1) / (counts + K1 * (1 - B + B * share))

        def rank(query: str) -> Ranking:
            return _ranking(library, rows @ _query_counts(query, cut, places))

        return rank

    return prepare


def _counts(library: Library, cut: Cut) -> tuple[NDArray[np.float64], Mapping[str, int]]:
    """Return how often each text has each piece, and the column of each piece."""
    cuts = [Counter(cut(whole_text(story))) for story in library.stories.values()]
    places = {piece: place for place, piece in enumerate(dict.fromkeys(piece for one in cuts for piece in one))}
    counts = np.zeros((len(cuts), len(places)))
    for row, one in enumerate(cuts):
        counts[row, [places[piece] for piece in one]] = list(one.values())
    return counts, places


def _query_counts(query: str, cut: Cut, places: Mapping[str, int]) -> NDArray[np.float64]:
    counts = np.zeros(len(places))
    for piece, number in Counter(cut(query)).items():
        if piece in places:
            counts[places[piece]] = number
    return counts


def _sublinear(counts: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where(counts > 0, 1 + np.log(np.maximum(counts, 1)), 0.0)


def _unit(vectors: NDArray[np.float64]) -> NDArray[np.float64]:
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return vectors / np.where(lengths > 0, lengths, 1.0)


def _ranking(library: Library, scores: NDArray[np.float64]) -> Ranking:
    ids = list(library.stories)
    order = np.argsort(-scores, kind="stable")
    top = float(scores[order[0]]) if len(order) else 0.0
    return Ranking([ids[place] for place in order], top, top)
