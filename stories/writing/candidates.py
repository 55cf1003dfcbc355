"""The sentences that a draft may tell: in written style, with their marks, without what must not be said again."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from stories.model.story import Claim
from stories.writing.claimed import Claims, Content, says
from stories.writing.origins import Passage
from stories.writing.pools import Candidate, Pool
from stories.writing.preference import leans, preference
from stories.writing.sentences import sentences
from stories.writing.style import polite

SETTING = ("situation", "task")
OPENING = 0.3
"""What it adds to the first sentence of the setting that it says what the story is about."""
_WORD = re.compile(r"[^\W_]+")
_LEAST_WORDS = 3
"""Words from which on a sentence can repeat the lead."""
REPEATED_FROM = 0.75
"""Share of a sentence's words (0 to 1) that stand in one of the lead where it says much the same."""
REPEATED = 0.3
"""What such a sentence is worth, beside others."""


class Candidates:
    """Makes the candidates of a draft from texts and the claims about them."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._claims = Claims(claims)
        self._said_instead: set[int] = set()

    def of(self, record: str, field: str, text: str) -> list[Candidate]:
        """Return the sentences of a text as candidates, in order.

        One that says a retracted claim is barred; what is to be said instead of the claim follows the first such.
        """
        own = [sentence.text for sentence in sentences(text)]
        found: list[Candidate] = []
        for sentence, claim in zip(own, self._claims.retracted_in(own), strict=True):
            opening = not found and field in SETTING
            one = self._candidate(Passage(record, field, sentence), opening=opening, barred=claim is not None)
            found.append(replace(one, leans=len(found) > 0 and leans(sentence)))
            if claim is not None:
                found += self._instead(record, claim)
        return found

    def _instead(self, record: str, claim: Claim) -> list[Candidate]:
        """Return the sentences to say instead of the claim, the first time; none that says another retracted claim."""
        if id(claim) in self._said_instead:
            return []
        self._said_instead.add(id(claim))
        own = [sentence.text for sentence in sentences(claim.say_instead)]
        barred = [again is not None for again in self._claims.retracted_in(own)]
        found = [
            self._candidate(Passage(record, "claims", one), barred=bar) for one, bar in zip(own, barred, strict=True)
        ]
        return [replace(one, leans=place > 0) for place, one in enumerate(found)]

    def _candidate(self, passage: Passage, opening: bool = False, barred: bool = False) -> Candidate:
        words = passage.text
        if barred:
            return Candidate(words, passage, barred=True)
        styled = polite(words)
        doubted = self._claims.doubted_in(words)
        marks = (*(["unconfirmed"] if doubted else []), *([] if styled.certain else ["style-unsure"]))
        liked = preference(words, self._claims.standing_in(words), doubted) + OPENING * opening
        return Candidate(styled.text, passage, marks=marks, preference=liked)


def named(part: str, candidates: Iterable[Candidate], opens: bool = False) -> tuple[Candidate, ...]:
    """Return the candidates as sentences of this part; `opens`: it begins a paragraph."""
    return tuple(replace(one, part=part, opens=opens) for one in candidates)


def without_repeats(pools: Sequence[Pool]) -> list[Pool]:
    """Return the pools without sentences that stand before already.

    One that adds no word to a headline that has its place is barred; one that adds little is used last.
    """
    seen: set[str] = set()
    headlines = [
        (set(_words(one.text)), Content.of(one.text))
        for pool in pools
        if pool.share != 0
        for one in pool.candidates
        if _leads(one)
    ]
    return [Pool(pool.share, tuple(_against(one, headlines) for one in _fresh(pool, seen))) for pool in pools]


def _leads(one: Candidate) -> bool:
    return one.passage.field == "headline" and not one.barred


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _fresh(pool: Pool, seen: set[str]) -> Iterator[Candidate]:
    """Yield the candidates that were not seen yet, and note them."""
    for one in pool.candidates:
        spelled = " ".join(_words(one.text))
        if spelled not in seen:
            yield one
        if not one.barred:
            seen.add(spelled)


def _against(one: Candidate, headlines: Sequence[tuple[set[str], Content]]) -> Candidate:
    """Return the candidate, barred or less preferred where a headline says the same."""
    words = set(_words(one.text))
    if len(words) < _LEAST_WORDS or _leads(one) or not headlines:
        return one
    if any(words <= other for other, _ in headlines):
        return replace(one, barred=True)
    content = Content.of(one.text)
    repeats = any(says(other, content, REPEATED_FROM) for _, other in headlines)
    return replace(one, preference=one.preference * REPEATED) if repeats else one
