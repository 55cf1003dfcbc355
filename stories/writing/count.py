"""Count a text as forms count it, from one rule set: characters, bytes, lines, and how full a limit is."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from stories.model.application import CountingRule
from stories.writing.spoken import SPACES, SpokenTime, spoken_time

Zone = Literal["short", "growing", "expected", "over"]

SHORT, EXPECTED = 70, 80
"""Percent of the limit: below the first a text looks unserious, from the second on it is what recruiters expect.

Source: conventions.md, "How full"."""
AIM = (85, 95)
"""Percent of the limit that a first draft aims for: full, with room for a last change (issue 4)."""

LINE_END = re.compile("\r\n?")
SPACE = re.compile(f"[{SPACES}]")
ONE_BYTE = re.compile("[\0-\x7f]")
"""A unit that is one byte on a portal; any other is two."""
BLIND_TO_NEWLINES: tuple[CountingRule, ...] = ("characters-without-spaces",)
"""Rules in which a line end does not count."""


@dataclass(frozen=True)
class Count:
    """One text by every rule. `newlines` are line ends; one at the very end starts no line of its own."""

    characters: int
    characters_without_spaces: int
    portal_bytes: int
    utf8_bytes: int
    lines: int
    newlines: int
    spoken: SpokenTime

    def by(self, rule: CountingRule) -> int:
        """Return what a form with this rule counts, in characters or in bytes."""
        counted: dict[CountingRule, int] = {
            "characters": self.characters,
            "characters-without-spaces": self.characters_without_spaces,
            "portal-bytes": self.portal_bytes,
            "utf8-bytes": self.utf8_bytes,
        }
        return counted[rule]


def count(text: str) -> Count:
    """Count the whole text, spaces and line ends at its edges too; it may hold lone surrogates.

    Characters are UTF-16 units, the length in JavaScript; an emoji is two or more of them. Portal bytes: a unit at or
    above U+0080 is 2, ASCII with space and newline 1. UTF-8 bytes: a Hangul syllable is 3, a lone surrogate 3 like the
    U+FFFD that a browser sends for it. A line end is one character in every rule. Source: conventions.md, "Counting
    rule of the large portals" (사람인, 잡코리아); without spaces: without what JavaScript's `\\s` matches.
    """
    text = as_counted(text)
    units = _units(text)
    newlines = text.count("\n")
    return Count(
        characters=units,
        characters_without_spaces=units - len(SPACE.findall(text)),
        portal_bytes=2 * units - len(ONE_BYTE.findall(text)),
        utf8_bytes=len(text.encode("utf-8", "surrogatepass")),
        lines=newlines + (text != "" and not text.endswith("\n")),
        newlines=newlines,
        spoken=spoken_time(text),
    )


def as_counted(text: str) -> str:
    """Return the text as it is counted: surrogates that meet are one character, NFC, and LF for CRLF and CR.

    A text box of a browser does the same with line ends (HTML: API value). Two halves of a pair must meet before NFC,
    which takes some characters beyond U+FFFF apart.
    """
    joined = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    return LINE_END.sub("\n", unicodedata.normalize("NFC", joined))


def fill(counted: int, limit: int) -> float:
    """Return how full the limit is: 0 for nothing, 1 for exactly full, more for over. `limit` is at least 1."""
    return counted / limit


def zone(counted: int, limit: int) -> Zone:
    """Return the zone of the gauge that the count is in; exact at the borders. `limit` is at least 1.

    short: below 70 %; growing: from 70 %; expected: 80 to 100 %; over: above 100 %. Source: conventions.md, "How full".
    """
    if counted > limit:
        return "over"
    if 100 * counted >= EXPECTED * limit:
        return "expected"
    return "growing" if 100 * counted >= SHORT * limit else "short"


def spoken_zone(spoken: SpokenTime, seconds: int) -> Zone:
    """Return the zone of a spoken answer that aims at so many seconds, at least 1.

    The middle between the fast and the slow speaker counts: 85 to 95 % of a minute are 51 to 57 s, which is what
    conventions.md, "Spoken answers", aims for.
    """
    return zone(round(10 * spoken.seconds_low) + round(10 * spoken.seconds_high), 20 * seconds)


def newlines_may_overflow(counted: Count, limit: int, rule: CountingRule) -> bool:
    """Tell whether a text inside the limit is over it on a server that counts a line end as 2, as CRLF.

    Source: conventions.md, "Newlines".
    """
    margin = limit - counted.by(rule)
    return rule not in BLIND_TO_NEWLINES and 0 <= margin < counted.newlines


def _units(text: str) -> int:
    """Return the number of UTF-16 units."""
    return len(text) + sum(letter > "\uffff" for letter in text)
