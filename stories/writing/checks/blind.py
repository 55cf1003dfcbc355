"""Facts that a blind form forbids (블라인드 채용): school, region, family, age, sex, religion, name and contact."""

import re
from collections.abc import Iterator
from functools import cache

from stories.model.profile import Profile
from stories.writing.checks.applying import around
from stories.writing.checks.finding import Finding, Subject
from stories.writing.checks.lists import listed, wordings
from stories.writing.checks.particles import ends_word, starts_word
from stories.writing.checks.schools import schools_in

CHECK = "blind"

_ENTRIES = {
    "student_number": "blind-school",
    "age": "blind-age",
    "sex": "blind-sex",
    "private": "blind-private",
    "contact": "blind-contact",
}
"""Entries of blind.yaml that need no more than their wordings, and the code of each."""
_NAME_APART = re.compile(r"[()\[\]/,|·;]")
_LEAST_CONTACT = 5
"""Characters below which a contact of the profile is not looked for."""

Span = tuple[int, int]


def blind(subject: Subject) -> Iterator[Finding]:
    """Find what a blind form forbids, only where the application is one; military service is allowed.

    `blind-school`, `blind-region`, `blind-family`, `blind-age`, `blind-sex`, `blind-private` (religion, marriage,
    body), `blind-name` and `blind-contact`. Source: conventions.md, "Checks that recruiters' systems run".
    """
    if subject.application.blind != "yes":
        return
    behind: dict[str, int] = {}
    for code, (start, end) in sorted(_places(subject), key=lambda found: (found[1][0], -found[1][1])):
        if start >= behind.get(code, 0):
            behind[code] = end
            yield Finding(CHECK, code, start, end, {"text": subject.text[start:end][:40]})


def _places(subject: Subject) -> Iterator[tuple[str, Span]]:
    text, profile = subject.text, subject.library.profile
    for entry, code in _ENTRIES.items():
        yield from ((code, found.span()) for found in wordings("blind", entry).finditer(text))
    yield from (("blind-region", found.span()) for found in _origin().finditer(text))
    yield from (("blind-family", span) for span in _family(subject))
    yield from (("blind-school", span) for span in schools_in(text, subject.application.company, profile.education))
    yield from (("blind-name", span) for span in _own_names(text, profile))
    yield from (("blind-contact", span) for span in _own_contacts(text, profile))


def _family(subject: Subject) -> Iterator[Span]:
    """Yield where one's own family is named: not in a sentence in which somebody else comes before it."""
    for found in wordings("blind", "family").finditer(subject.text):
        before, behind = around(subject.sentences, found.start())
        if wordings("blind", "own_family").search(before + behind) or not wordings("blind", "others").search(before):
            yield found.span()


def _own_names(text: str, profile: Profile) -> Iterator[Span]:
    """Yield where the name of the profile stands, with or without spaces; one syllable is no name."""
    for name in _NAME_APART.split(profile.name[:100]):
        parts = name.split()
        if sum(map(len, parts)) < 2:
            continue
        letters = parts if name.isascii() else [letter for part in parts for letter in part]
        for found in re.finditer(r"\s?".join(map(re.escape, letters)), text, re.IGNORECASE):
            if starts_word(text, found.start()) and ends_word(text, found.end()):
                yield found.span()


def _own_contacts(text: str, profile: Profile) -> Iterator[Span]:
    for contact in (profile.email, profile.phone, *profile.links):
        sought = contact.strip().removeprefix("https://").removeprefix("http://").rstrip("/")
        if len(sought) >= _LEAST_CONTACT:
            yield from (found.span() for found in re.finditer(re.escape(sought), text, re.IGNORECASE))


@cache
def _origin() -> re.Pattern[str]:
    regions = "|".join(sorted(listed("blind")["regions"], key=len, reverse=True))
    latin = "|".join(listed("blind")["latin_regions"])
    written = "|".join(listed("blind")["origin"]).replace("{region}", regions).replace("{latin}", latin)
    return re.compile(written, re.IGNORECASE)
