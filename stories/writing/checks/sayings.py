"""Whether a sentence says a claim in other words: its words, its amounts, and whether it is denied."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from stories.matching.preparation import jamo
from stories.writing.checks.amounts import same_amount
from stories.writing.checks.quantities import Quantity, quantities

SAID_FROM = 0.75
"""Share of a claim's words that a sentence must hold to say it; it must hold all its amounts."""
_LEAST = 3
"""Words that a claim must share with a sentence."""
_CHANCE = 10
"""Up to here an amount may stand in a sentence by chance."""
_LARGE = 100
"""From here an amount tells alone, where no story gives it."""
_WORD = re.compile("[가-힣]{2,}|[A-Za-z]{3,}")
_DENIED = re.compile(
    r"않|못[했하한할]|없|아니|(?<![가-힣])안 |\bnot\b|n['’]t\b|\bnever\b|\bno\b|\bwithout\b", re.IGNORECASE
)
_STEM = 4
"""Letters by which words are the same in all their forms: 올렸다 and 올리, managed and managing."""
_EMPTY = frozenset(("the", "and", "was", "were", "that", "this", "with", "for", "had", "has", "have", "our", "my"))


@dataclass(frozen=True)
class Saying:
    """What a text says: the beginnings of its words, its amounts, and whether it denies something."""

    stems: frozenset[str]
    amounts: tuple[Quantity, ...]
    denied: bool

    def said_by(self, other: "Saying") -> float:
        """Return the share of the words that the other says too, 0 to 1; 0 with other amounts or where one denies."""
        common = len(self.stems & other.stems)
        if common < _LEAST or self.denied != other.denied or not self._holds_amounts(other):
            return 0.0
        return common / len(self.stems)

    def counted_by(self, other: "Saying") -> bool:
        """Tell whether the other holds the amounts, and one of them hardly stands there by chance.

        A large one tells alone, a smaller one with a word of the claim beside it.
        """
        largest = max((one.value for one in self.amounts if one.unit and not one.in_words), default=Decimal(0))
        if largest < _LARGE and (largest <= _CHANCE or self.stems.isdisjoint(other.stems)):
            return False
        return self._holds_amounts(other)

    def _holds_amounts(self, other: "Saying") -> bool:
        return all(any(same_amount(one, each) for each in other.amounts) for one in self.amounts)


@lru_cache(maxsize=4096)
def saying(text: str) -> Saying:
    """Return what the text says."""
    amounts = quantities(text)
    units = {place for one in amounts for place in range(one.start, one.end)}
    words = (match.group().casefold() for match in _WORD.finditer(text) if match.start() not in units)
    stems = frozenset((word if word.isascii() else jamo(word))[:_STEM] for word in words if word not in _EMPTY)
    return Saying(stems, amounts, _DENIED.search(text) is not None)


def best_said(here: Saying, claims: Sequence[tuple[Saying, str]]) -> int | None:
    """Return which claim a sentence says most, or None; of each what it says and what is to be said instead."""
    best, place = 0.0, None
    for number, (claim, instead) in enumerate(claims):
        share = claim.said_by(here)
        if share >= SAID_FROM and share > best and share > saying(instead).said_by(here):
            best, place = share, number
    return place
