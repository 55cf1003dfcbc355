"""Claims that must not be said again, or that are not confirmed yet, in an answer."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from stories.matching.grams import Grams, grams
from stories.matching.marks import sentences
from stories.matching.preparation import normal
from stories.matching.retractions import Retraction, Retractions
from stories.model.story import Claim, ClaimStatus
from stories.writing.checks.amounts import Amounts
from stories.writing.checks.finding import Finding, Subject
from stories.writing.checks.quantities import quantities
from stories.writing.checks.sayings import best_said, saying
from stories.writing.checks.sources import story_text

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
    told = [Amounts.of(story_text(story)) for story in stories] if retracted else []
    counted = [
        one for one in retracted if not any(amounts.has(each) for each in quantities(one.text) for amounts in told)
    ]
    doubtful = (one for one in names if one.status in _CODES)
    found = _said(subject.text, (*retracted, *doubtful), retracted, counted)
    for start, end in sorted(found):
        claim = found[start, end]
        details = {"text": _short(claim.text), "story": names[claim]}
        if claim.status != "retracted":
            yield Finding("claims", _CODES[claim.status], start, end, details)
        elif claim.say_instead:
            details["instead"] = _short(claim.say_instead)
            yield Finding("claims", "retracted-claim-instead", start, end, details)
        else:
            yield Finding("claims", "retracted-claim", start, end, details)


def _said(
    text: str, claims: tuple[Claim, ...], first: tuple[Claim, ...], counted: Sequence[Claim]
) -> dict[tuple[int, int], Claim]:
    """Return the sentences that say one of the claims, in its words or in other forms of them.

    A sentence that says one of the `first` is about that one, even where it says another claim more. The amounts of
    those `counted` stand nowhere else, so that they tell with a word or two.
    """
    found = {(one.start, one.end): one.claim for one in _within(text, claims)}
    sayings = [(saying(one.text), one.say_instead) for one in claims]
    amounts = [(saying(one.text), one) for one in counted]
    for start, end in sentences(text):
        here = saying(text[start:end])
        if (start, end) not in found and (place := best_said(here, sayings)) is not None:
            found[start, end] = claims[place]
        if (start, end) not in found and (one := next((one for said, one in amounts if said.counted_by(here)), None)):
            found[start, end] = one
        if (start, end) in found and (taken_back := _within(text[start:end], first)):
            found[start, end] = taken_back[0].claim
    return found


def _within(text: str, claims: tuple[Claim, ...]) -> tuple[Retraction, ...]:
    """Return the sentences that hold a claim; they are gone through only where the whole text may hold one."""
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
