"""Claims that must not be said again, or that are not confirmed yet, in an answer."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from stories.matching.grams import Grams, grams
from stories.matching.preparation import normal
from stories.matching.retractions import Retraction, Retractions
from stories.model.story import Claim, ClaimStatus
from stories.writing.checks.finding import Finding, Subject

_CODES: Mapping[ClaimStatus, str] = {"unconfirmed": "unconfirmed-claim", "cannot-confirm": "cannot-confirm-claim"}
_SHOWN = 80
"""Characters of a claim that are shown."""


def retracted_claims(subject: Subject) -> Iterator[Finding]:
    """Find sentences that say a retracted claim of any story, with what to say instead; then those not confirmed."""
    if not subject.text.strip():
        return
    stories = (*subject.library.stories.values(), *subject.library.archived.values())
    names = {claim: story.name for story in reversed(stories) for claim in story.claims if claim.text}
    retracted = tuple(one for one in names if one.status == "retracted")
    for found in _said(subject.text, (*retracted, *(one for one in names if one.status in _CODES))):
        taken_back = _said(subject.text[found.start : found.end], retracted)
        claim = taken_back[0].claim if taken_back else found.claim
        details = {"text": _short(claim.text), "story": names[claim]}
        if claim.status != "retracted":
            yield Finding("claims", _CODES[claim.status], found.start, found.end, details)
        elif claim.say_instead:
            details["instead"] = _short(claim.say_instead)
            yield Finding("claims", "retracted-claim-instead", found.start, found.end, details)
        else:
            yield Finding("claims", "retracted-claim", found.start, found.end, details)


def _said(text: str, claims: tuple[Claim, ...]) -> tuple[Retraction, ...]:
    """Return the sentences that say one of the claims; they are gone through only where the whole text may say one."""
    ready = _ready(claims)
    return ready.within(text) if ready.perhaps_in(_grams(text)) else ()


@lru_cache(maxsize=8)
def _grams(text: str) -> Grams:
    return grams(normal(text, len(text)))


@lru_cache(maxsize=8)
def _ready(claims: tuple[Claim, ...]) -> Retractions:
    """Return the claims ready to be looked for; kept, because stories seldom change and drafts often."""
    return Retractions(claims)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"
