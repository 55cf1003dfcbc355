"""Checks of a draft before it leaves: advice with place and remedy, one function for each."""

from collections.abc import Collection, Mapping
from types import MappingProxyType

from stories.writing.checks.across import conflicting_numbers, same_story
from stories.writing.checks.blind import blind
from stories.writing.checks.claims import retracted_claims
from stories.writing.checks.finding import Check, Finding, Subject
from stories.writing.checks.korean_slips import korean_slips
from stories.writing.checks.length import length
from stories.writing.checks.names import other_names
from stories.writing.checks.numbers import unsupported_numbers
from stories.writing.checks.opening import first_sentence
from stories.writing.checks.repeats import repeats
from stories.writing.checks.telling import no_number, we_only
from stories.writing.checks.unfinished import unfinished

__all__ = ["CHECKS", "Check", "Finding", "Subject", "check"]

CHECKS: Mapping[str, Check] = MappingProxyType(
    {
        "other-names": other_names,
        "blind": blind,
        "claims": retracted_claims,
        "conflicting-numbers": conflicting_numbers,
        "numbers": unsupported_numbers,
        "unfinished": unfinished,
        "length": length,
        "first-sentence": first_sentence,
        "same-story": same_story,
        "we-only": we_only,
        "no-number": no_number,
        "korean-slips": korean_slips,
        "repeats": repeats,
    }
)
"""The checks by id, in order of importance."""


def check(subject: Subject, ids: Collection[str] = tuple(CHECKS)) -> tuple[Finding, ...]:
    """Return what the checks of these ids find, by place; at one place the more important first. Nothing raises."""
    found = [finding for one, run in CHECKS.items() if one in ids for finding in run(subject)]
    return tuple(sorted(found, key=lambda finding: (finding.start, finding.end)))
