"""The limit of a question, as typed: a number of characters or bytes, or a time to speak."""

import re
import unicodedata

from stories.model.application import AskedByForm, CountingRule

LARGEST = 1_000_000
"""No form allows more; what is beyond is a slip of the keyboard."""
PRESETS = (300, 500, 700, 800, 1000, 1500, 2000)
"""Usual limits of one question. Source: conventions.md, "Limits"."""
SPOKEN = (30, 60, 120, 180)
"""Usual seconds of a spoken answer. Source: conventions.md, "Spoken answers"."""
LONGEST = 3600
"""Seconds; nobody speaks longer."""

_NUMBER = re.compile(r"(?<![\d-])\d[\d,]*+(?!\s*(?:단어|words?))", re.IGNORECASE)
_BYTES = re.compile(r"바이트|bytes?", re.IGNORECASE)
_TIME = re.compile(
    r"(?:(?P<minutes>\d{1,3})\s*(?:분|min\w*|m\b)(?P<half>\s*반)?)?\s*(?:(?P<seconds>\d{1,4})\s*(?:초|sec\w*|s\b))?",
    re.IGNORECASE,
)
_READ = 40
"""Characters of the typed limit that are read."""


def limit_of(asked: AskedByForm) -> int | None:
    """Return the limit in the unit of the question's rule, 1 to LARGEST; None where none is set, 0, or a time.

    '1000', '1,000자' and '1000자 이내' are one limit: the first number counts. A number of words is none.
    """
    if seconds_of(asked) is not None:
        return None
    found = _NUMBER.search(_typed(asked))
    digits = found.group().replace(",", "").lstrip("0") if found else ""
    return min(int(digits), LARGEST) if digits else None


def rule_of(asked: AskedByForm) -> CountingRule:
    """Return how the form counts: as chosen, or in the bytes of portals where the limit says bytes and none are chosen.

    Source: conventions.md, "Counting rule of the large portals".
    """
    in_bytes = asked.counts == "characters" and _BYTES.search(_typed(asked))
    return "portal-bytes" if in_bytes else asked.counts


def seconds_of(asked: AskedByForm) -> int | None:
    """Return the seconds that the answer may take, 1 to LONGEST, where the limit is a time: '1분', '90초', '1분 반'."""
    for found in _TIME.finditer(_typed(asked)):
        seconds = 60 * int(found["minutes"] or 0) + 30 * bool(found["half"]) + int(found["seconds"] or 0)
        if seconds:
            return min(seconds, LONGEST)
    return None


def _typed(asked: AskedByForm) -> str:
    return unicodedata.normalize("NFKC", asked.limit)[:_READ]
