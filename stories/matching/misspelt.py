"""Terms that are probably meant by words that nobody writes so: they are a slip or two of the keys away."""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from stories import bank
from stories.matching.preparation import jamo
from stories.matching.spotting import Spotted
from stories.matching.vocabulary import is_everyday

SHORTEST = 7
"""Letters (of Hangul its jamo) of a form below which a slip makes another word of it."""
SIMILAR = 0.8
"""Share of the letters that must be right: 1 less edits by the longer's length (optimal string alignment)."""
MOST_WORDS = 12
"""Words of a question that is looked at: a long one says in other words what it means."""
LONGEST = 3
"""Words that one term is written in at most."""


def misspelt(words: Sequence[str], is_known: Callable[[str], bool]) -> dict[str, float]:
    """Return the terms that the unknown words of a text, with those beside them, nearly spell, and how nearly, 0 to 1.

    `words` are those of the normal text; a text of more than MOST_WORDS gives nothing.
    """
    if len(words) > MOST_WORDS:
        return {}
    odd = {place for place, word in enumerate(words) if not is_known(word)}
    spans = [
        (start, end)
        for start in range(len(words))
        for end in range(start + 1, min(start + LONGEST, len(words)) + 1)
        if not odd.isdisjoint(range(start, end))
    ]
    found: dict[str, float] = {}
    for start, end in spans:
        typed = jamo("".join(words[start:end]))
        best: dict[int, tuple[str, float]] = {}
        for form, similar, _ in process.extract(
            typed, _forms_like(typed), scorer=OSA.normalized_similarity, score_cutoff=SIMILAR, limit=None
        ):
            best.setdefault(len(form), (form, similar))
        for length, (form, similar) in best.items():
            term = _forms()[length][form]
            found[term] = max(found.get(term, 0.0), round(similar, 3))
    top = max(found.values(), default=0.0)
    return {term: similar for term, similar in found.items() if similar == top}


def is_sense(word: str, spots: Iterable[Spotted]) -> bool:
    """Tell whether most of the word is a form that means something, and so is no slip of another."""
    forms = [one.surface.rstrip("*").casefold() for one in spots]
    return any(2 * len(form) > len(word) and form in word for form in forms)


def _forms_like(typed: str) -> list[str]:
    """Return the forms that may be similar enough: an edit brings in one letter at most, and takes out one."""
    forms, letters = _forms_of(len(typed))
    mine, most = np.uint64(_letters(typed)), np.uint8(len(typed) * (1 / SIMILAR - 1))
    near = (np.bitwise_count(letters & ~mine) <= most) & (np.bitwise_count(mine & ~letters) <= most)
    return [forms[place] for place in np.flatnonzero(near).tolist()]


@cache
def _forms_of(length: int) -> tuple[Sequence[str], NDArray[np.uint64]]:
    """Return the forms whose length can be that of a similar one, and which letters each has."""
    lengths = range(math.ceil(length * SIMILAR), math.floor(length / SIMILAR) + 1)
    forms = [form for one in lengths for form in _forms().get(one, ())]
    return forms, np.array(list(map(_letters, forms)), dtype=np.uint64)


@lru_cache(maxsize=1 << 14)
def _letters(form: str) -> int:
    """Return the letters as bits; those that share one are taken for the same."""
    found = 0
    for letter in set(form):
        found |= 1 << ord(letter) % 64
    return found


@cache
def _forms() -> Mapping[int, Mapping[str, str]]:
    """Return the forms of the bank's terms, as letters without spaces, with the term of each, by their length."""
    pairs = [
        (jamo(form.removesuffix("*").casefold().replace(" ", "").replace("-", "")), term.id)
        for term in bank.terms()
        if not is_everyday(term.id)
        for form in (*term.ko, *term.en)
    ]
    found: dict[int, dict[str, str]] = {}
    for form, term in pairs:
        if len(form) >= SHORTEST:
            found.setdefault(len(form), {}).setdefault(form, term)
    return found
