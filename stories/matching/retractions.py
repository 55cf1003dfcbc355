"""Which sentences of a text say what was taken back: claims that must not be said again."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from stories.matching.cores import sentences as told_sentences
from stories.matching.grams import LEAST_WEIGHT, Grams, Postings, Scores, grams
from stories.matching.marks import sentences
from stories.matching.preparation import normal
from stories.matching.taught import taught
from stories.model.story import Claim

SAID_FROM = 0.6
"""Share of a claim's grams (0 to 1) that a sentence must hold to say it."""
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True)
class Retraction:
    """A passage of a text (`start` to `end`) that says a retracted claim."""

    start: int
    end: int
    claim: Claim


class Retractions:
    """Retracted claims, ready to be looked for in texts."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        said = [(text, claim) for claim in claims for text in told_sentences(claim.text)]
        self._claims = [claim for _, claim in said]
        self._numbers = [set(_NUMBER.findall(normal(text))) for text, _ in said]
        self._said, self._said_mass = _laid_out([text for text, _ in said])
        self._instead, self._instead_mass = _laid_out([claim.say_instead for _, claim in said])

    def within(self, text: str) -> tuple[Retraction, ...]:
        """Return the sentences of the text that say a retracted claim, in their order.

        A sentence with other numbers, or one that says as much of what is to be said instead, does not say it.
        """
        return tuple(
            Retraction(start, end, self._claims[found[0]])
            for start, end in sentences(text)
            if (found := self._said_in(text[start:end]))
        )

    def perhaps_in(self, found: Grams) -> bool:
        """Tell whether a text with these grams may say a retracted claim."""
        return bool((self._shares(self._said, self._said_mass, found) >= SAID_FROM).any())

    def _said_in(self, sentence: str) -> list[int]:
        """Return the places of the claims that the sentence says, the one it says most first."""
        prepared = normal(sentence, len(sentence))
        found = grams(prepared)
        shares = self._shares(self._said, self._said_mass, found)
        instead = self._shares(self._instead, self._instead_mass, found)
        places = np.flatnonzero((shares >= SAID_FROM) & (shares > instead)).tolist()
        numbers = set(_NUMBER.findall(prepared))
        return sorted((one for one in places if self._numbers[one] <= numbers), key=lambda one: -shares[one])

    def _shares(self, texts: Postings, mass: Scores, found: Grams) -> Scores:
        """Return the share of the weight of each text whose grams are among these, 0 to 1."""
        shares = np.zeros(texts.size, dtype=np.float32)
        if texts.size:
            texts.add(taught().weights.weighed(found), shares)
        return shares / mass


def without(text: str, retracted: Iterable[Retraction]) -> str:
    """Return the text without the passages that say a retracted claim."""
    kept, place = [], 0
    for one in retracted:
        kept.append(text[place : one.start])
        place = one.end
    lines = "".join([*kept, text[place:]]).splitlines()
    return "\n".join(line.strip() for line in lines if line.strip())


def _laid_out(texts: list[str]) -> tuple[Postings, Scores]:
    """Return the grams of the texts, and what the grams of each weigh."""
    found = [grams(normal(text)) for text in texts]
    mass = np.array([max(float(taught().weights.of(one).sum()), LEAST_WEIGHT) for one in found], dtype=np.float32)
    return Postings.of(found), mass
