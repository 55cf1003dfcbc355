"""What a sentence is about: applying to a company and working there, or companies that compete and are compared."""

from bisect import bisect_right
from collections.abc import Sequence

from stories.writing.checks.lists import wordings
from stories.writing.sentences import Sentence

NEAR = 150
"""Characters of a sentence before and behind a place that tell what is said there."""


def is_applying(sentence: str) -> bool:
    """Tell whether the sentence speaks of applying to a company, or of what one wants to do there."""
    return wordings("applying", "applying").search(sentence) is not None


def is_comparing(sentence: str) -> bool:
    """Tell whether the sentence speaks of competitors, clients or examples of companies."""
    return wordings("applying", "comparing").search(sentence) is not None


def sentence_at(sentences: Sequence[Sentence], place: int) -> str:
    """Return the sentence that the place is in or behind, of a long one what is around; empty where there is none."""
    before, behind = around(sentences, place)
    return before + behind


def around(sentences: Sequence[Sentence], place: int) -> tuple[str, str]:
    """Return the sentence that the place is in up to the place, and from there; NEAR characters of each at most."""
    number = bisect_right(sentences, place, key=lambda one: one.start) - 1
    if number < 0:
        return "", ""
    one = sentences[number]
    cut = min(place, one.end) - one.start
    return one.text[max(0, cut - NEAR) : cut], one.text[cut : cut + NEAR]
