"""Where a text names companies: each place with the company that is meant, the longest name first."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from stories.writing.checks.companies import Company, bare, is_everyday, known
from stories.writing.checks.particles import ends_word

_START = re.compile(r"(?<![^\W_])(?:(?<![@_&./-])[A-Za-z0-9]|[^\W_A-Za-z0-9])")
_SCRIPTS = re.compile(r"[A-Za-z0-9&+]+|[^A-Za-z0-9&+]+")
_HANGUL = re.compile("[가-힣]")
_APART_FROM = 4
"""Syllables from which a Hangul name may be written apart anywhere (한빛 솔루션)."""
_ANY_CASE_FROM = 4
"""Letters from which a Latin name is known in any case; KT and LG are names in capitals only, as are words (Apple)."""

Spellings = Mapping[str, tuple[tuple[re.Pattern[str], Company], ...]]


@dataclass(frozen=True)
class Named:
    """One place where a company is named."""

    start: int
    end: int
    company: Company
    everyday: bool


def spellings(companies: Iterable[Company]) -> Spellings:
    """Return the patterns of all names by their first character, longer names first."""
    found: dict[str, list[tuple[str, Company]]] = defaultdict(list)
    for company in companies:
        for name in company.names:
            found[name[0].casefold()].append((name, company))
    return {
        first: tuple((_pattern(name), company) for name, company in sorted(names, key=lambda one: -len(bare(one[0]))))
        for first, names in found.items()
    }


@cache
def known_spellings() -> Spellings:
    """Return the patterns of the well-known employers."""
    return spellings(known())


def named_in(text: str, *tables: Spellings) -> Iterator[Named]:
    """Yield the companies that the text names; in each place the longest name, of an earlier table before a later."""
    behind = 0
    for match in _START.finditer(text):
        start = match.start()
        if start < behind:
            continue
        best = max(_at(text, start, tables), key=lambda one: one.end, default=None)
        if best:
            yield best
            behind = best.end


def _at(text: str, start: int, tables: Iterable[Spellings]) -> Iterator[Named]:
    first = text[start].casefold()
    for table in tables:
        for pattern, company in table.get(first, ()):
            found = pattern.match(text, start)
            if found and ends_word(text, found.end()):
                yield Named(start, found.end(), company, is_everyday(found.group()))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Return a pattern of the name: spaces may be there or not where words or scripts meet, and in longer Hangul."""
    parts = [re.escape(part) for word in name.split() for part in _SCRIPTS.findall(word)]
    if len(_HANGUL.findall(name)) >= _APART_FROM:
        parts = [piece for part in parts for piece in (part if _HANGUL.match(part) else [part])]
    any_case = sum(letter.isascii() and letter.isalpha() for letter in name) >= _ANY_CASE_FROM
    return re.compile(" ?".join(parts), re.IGNORECASE if any_case and not is_everyday(name) else 0)
