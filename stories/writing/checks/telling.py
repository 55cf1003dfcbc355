"""How an experience is told: in the first person, and with a number."""

import re
from collections.abc import Iterator

from stories.writing.checks.finding import Finding, Subject
from stories.writing.checks.lists import wordings

_EXPERIENCE = ("story", "strengths")
"""Kinds of questions that ask for an experience."""
LEAST_WE = 2
"""Times that 우리, 저희, 팀 or we act, with no word of oneself, before it is told."""
LEAST_CHARACTERS, LEAST_ENGLISH = 250, 400
"""Characters from which an answer about an experience is long enough for a number."""
_HANGUL = re.compile("[가-힣]")


def we_only(subject: Subject) -> Iterator[Finding]:
    """Find an answer about an experience in which 우리, 저희, 팀 or we act and nobody says what one did oneself."""
    if subject.kind not in _EXPERIENCE or wordings("telling", "i").search(subject.text):
        return
    acts = list(wordings("telling", "we").finditer(subject.text))
    if len(acts) >= LEAST_WE:
        details = {"word": acts[0].group(), "count": str(len(acts))}
        yield Finding("we-only", "we-only", acts[0].start(), acts[0].end(), details)


def no_number(subject: Subject) -> Iterator[Finding]:
    """Find a longer answer about an experience without any number, in digits or in words; dates do not count."""
    if subject.kind not in _EXPERIENCE:
        return
    text = subject.text
    if len(text) < (LEAST_CHARACTERS if _HANGUL.search(text) else LEAST_ENGLISH):
        return
    undated = wordings("telling", "date").sub(" ", text)
    if not any(wordings("telling", entry).search(undated) for entry in ("digit", "native")):
        yield Finding("no-number", "no-number", 0, 0)
