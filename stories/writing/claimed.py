"""Which claims of a story its sentences say: retracted ones, which no draft may say, and unconfirmed ones."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from stories.matching.grams import grams
from stories.matching.preparation import normal
from stories.matching.retractions import Retractions
from stories.model.story import Claim

DOUBTED = ("unconfirmed", "cannot-confirm")
SAID_FROM = 0.6
"""Share of a claim's words (0 to 1) that a sentence must hold to say it."""
MEASURED_FROM, REWORDED_FROM = 0.5, 0.75
"""The same for a retracted claim in other words: one with numbers and units, all of which stand there, and another."""
_LEAST_WORDS = 3
"""Words of a claim without numbers that is recognised in another order."""
_TOGETHER = 16
"""Sentences that are looked at together first; most say no retracted claim, and that is told at once."""
_ENDING = re.compile(r"(?:(?:했|하였|한|하|합|됐|되었|됩)?(?:습니다|니다|다|음)|함|됨|임|요)$")
_LEAST_STEM = 4
"""Letters of a claim without its ending from which on the ending does not matter."""
_WORD = re.compile(r"[a-z]{2,}|(?<![가-힣])[가-힣]{2}")
_BETWEEN = re.compile(r"[^\w%.]|_|(?<!\d)\.|\.(?!\d)")
_NUMBER = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s?([%‰]|[a-z]|[가-힣])?")


@dataclass(frozen=True)
class Content:
    """What a text says, to compare: its words without endings, its numbers, and its numbers with their units."""

    words: frozenset[str]
    numbers: frozenset[str]
    measures: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, text: str) -> "Content":
        """Read a text; 40,000명 and 40000명 are one measure, and the first two syllables stand for a Korean word."""
        prepared = normal(text, len(text)).replace("퍼센트", "%")
        measures = frozenset((number.replace(",", ""), unit) for number, unit in _NUMBER.findall(prepared))
        return cls(frozenset(_WORD.findall(prepared)), frozenset(number for number, _ in measures), measures)

    def shared(self, sentence: "Content") -> float:
        """Return the share of the words that the sentence holds, 0 to 1."""
        return len(self.words & sentence.words) / len(self.words) if self.words else 0.0


def says(sentence: Content, claim: Content, share: float = SAID_FROM) -> bool:
    """Tell whether a sentence says a claim: all its numbers and this share of its words (0 to 1)."""
    if not claim.numbers <= sentence.numbers:
        return False
    return claim.shared(sentence) >= share if claim.words else bool(claim.numbers)


def touches(sentence: Content, claim: Content) -> bool:
    """Tell whether a sentence says a claim, or a number of it with its unit and one thing more."""
    shared = len(claim.measures & sentence.measures)
    return says(sentence, claim) or (shared > 0 and shared + len(claim.words & sentence.words) > 1)


@dataclass(frozen=True)
class TakenBack:
    """A retracted claim, ready to be looked for: its letters in any ending, and its content beside what is true."""

    claim: Claim
    literal: re.Pattern[str] | None
    content: Content
    instead: Content
    instead_letters: str

    @classmethod
    def of(cls, claim: Claim) -> "TakenBack":
        """Read a claim."""
        instead = Content.of(claim.say_instead), _letters(claim.say_instead)
        return cls(claim, _literal(claim.text), Content.of(claim.text), *instead)

    def said_in(self, sentence: str) -> bool:
        """Tell whether the sentence holds the claim's letters, or its numbers with units and words in any order."""
        letters, content = _letters(sentence), Content.of(sentence)
        if letters in self.instead_letters or self.instead.shared(content) > self.content.shared(content):
            return False
        if self.literal and self.literal.search(letters):
            return True
        if self.content.measures:
            return self.content.measures <= content.measures and self.content.shared(content) >= MEASURED_FROM
        return len(self.content.words) >= _LEAST_WORDS and self.content.shared(content) >= REWORDED_FROM


class Claims:
    """The claims of stories, ready to be looked for in sentences."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        kept = [claim for claim in claims if claim.text.strip()]
        self._retracted = [TakenBack.of(claim) for claim in kept if claim.status == "retracted"]
        self._doubted = [Content.of(claim.text) for claim in kept if claim.status in DOUBTED]
        self._standing = [Content.of(claim.text) for claim in kept if claim.status in ("confirmed", "supported")]

    def retracted_in(self, sentences: Sequence[str]) -> list[Claim | None]:
        """Return for each sentence the retracted claim that it says, None for most.

        Said is what retractions.py recognises, and what TakenBack does.
        """
        said: list[Claim | None] = [None] * len(sentences)
        if not self._retracted:
            return said
        known = Retractions(one.claim for one in self._retracted)
        for start in range(0, len(sentences), _TOGETHER):
            some = sentences[start : start + _TOGETHER]
            together = " ".join(some)
            suspected = known.perhaps_in(grams(normal(together, len(together))))
            for place, sentence in enumerate(some, start):
                found = known.within(sentence) if suspected else ()
                said[place] = found[0].claim if found else self._said_in(sentence)
        return said

    def doubted_in(self, sentence: str) -> bool:
        """Tell whether the sentence says a claim that is unconfirmed or cannot be confirmed, or a number of it."""
        content = Content.of(sentence) if self._doubted else None
        return content is not None and any(touches(content, claim) for claim in self._doubted)

    def standing_in(self, sentence: str) -> bool:
        """Tell whether the sentence says a claim that is confirmed or supported."""
        content = Content.of(sentence) if self._standing else None
        return content is not None and any(says(content, claim) for claim in self._standing)

    def _said_in(self, sentence: str) -> Claim | None:
        return next((one.claim for one in self._retracted if one.said_in(sentence)), None)


def _letters(text: str) -> str:
    """Return the letters and digits of a text, without case, spaces and marks but those of a number."""
    return _BETWEEN.sub("", normal(text, len(text)))


def _literal(text: str) -> re.Pattern[str] | None:
    """Return a pattern that finds the claim's letters, whatever its ending is; a number is found whole only."""
    letters = _letters(text)
    stem = _ENDING.sub("", letters)
    sought = stem if len(stem) >= _LEAST_STEM else letters
    before = r"(?<!\d)(?<!\d\.)" if sought[:1].isdigit() else ""
    after = r"(?![\d.])" if sought[-1:].isdigit() else ""
    return re.compile(f"{before}{re.escape(sought)}{after}") if sought else None
