"""What a line of a form says about the length of an answer, and the line without it."""

import re
from dataclasses import dataclass
from itertools import islice, pairwise

from stories.model.application import CountingRule
from stories.notes.form_words import COUNTED_IN_WORDS, in_words
from stories.notes.length_words import (
    AT_LEAST,
    AT_ZERO,
    BYTE,
    CHARACTERS,
    DIGIT,
    EACH,
    ENDED,
    FILLER,
    FOREIGN,
    HEADLINE,
    NO_SPACES,
    PHRASE,
    SAYS_LENGTH,
    SPACES_SAID,
    THREE_BYTES,
    WORD,
)
from stories.notes.taking_out import taken, without
from stories.writing.limits import LARGEST

LEAST = 10
"""Fewer characters are no limit: three letters to describe oneself in are the question itself."""
LEAST_COUNTED = 30
"""A counter without a unit (0 / 500) up to fewer is a page number or a fraction."""
MOST_PHRASES = 20
"""A line with more lengths is no line of a form."""
UTF8_BYTES_A_SYLLABLE = 2.5
"""More bytes than this to one Hangul syllable: the form counts UTF-8 (3), not like the portals (2)."""

NEAR = 12
"""Characters between "각 문항" and the length that it speaks of."""

_FOLD = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    ord(odd): usual
    for odds, usual in (("〜∼～˜", "~"), ("–—−‐‑―ㅡ", "-"), ("【〔［「『〈《", "["), ("】〕］」』〉》", "]"))
    for odd in odds
}


@dataclass(frozen=True)
class _Length:
    """A length that was found, and the words it is said in."""

    number: int
    in_bytes: bool
    phrase: str


@dataclass(frozen=True)
class Told:
    """What a line tells: the limit, the least, how it counts (None: not said), and the line without all that.

    `words`: a limit in words; `in_words`: words are spoken of, and stay in `rest`. `each`: it speaks of all questions;
    `alone`: it says nothing but a length; `headline`: the length of a headline stands in it, which is no limit.
    """

    rest: str
    limit: int | None = None
    least: int | None = None
    counts: CountingRule | None = None
    words: int | None = None
    in_words: bool = False
    each: bool = False
    alone: bool = False
    headline: bool = False


def folded(text: str) -> str:
    """Return the text with full-width letters, and all brackets, tildes and dashes, as on a keyboard; as long."""
    return text.translate(_FOLD)


def told(line: str) -> Told:
    """Read the limits of one line; the first one counts, and one for English answers only if there is no other.

    Where words stand between several limits, or one is in words, none is taken out of the line: a reader can tell what
    they are for.
    """
    plain = folded(line)
    limits: list[_Length] = []
    foreign: list[_Length] = []
    leasts: list[int] = []
    spans: list[tuple[int, int]] = []
    places: list[tuple[int, int]] = []
    headline = False
    for found in islice(PHRASE.finditer(plain), MOST_PHRASES) if DIGIT.search(plain) else ():
        number, unit = _number(found["most"] or found["of"] or found["plain"]), found["unit"] or found["of_unit"] or ""
        if number < (LEAST if unit else LEAST_COUNTED) or not _is_length(found, plain):
            continue
        if not unit and COUNTED_IN_WORDS.match(plain, found.end()):
            continue
        if HEADLINE.search(plain, max(0, found.start() - 12), found.start()):
            headline = True
            continue
        if found["most"] and not found["least"] and AT_LEAST.search(found.group()):
            leasts.append(number)
        else:
            length = _Length(number, bool(BYTE.match(unit)), found.group())
            (foreign if FOREIGN.match(length.phrase) else limits).append(length)
            leasts += [_number(found["least"])] if found["least"] else []
        places.append(found.span())
        spans += taken(plain, found.start(), found.end())
    words = in_words(plain)
    if words.spans or any(not _only_fillers(plain[end:start]) for (_, end), (start, _) in pairwise(places)):
        spans = []
    of_all = [length for length in limits if length.phrase.startswith("총")]
    chosen = next(iter(of_all or limits or foreign), None)
    limit = chosen.number if chosen else None
    rest = without(line, spans)
    return Told(
        rest=rest,
        limit=limit,
        least=next((number for number in leasts if number and (limit is None or number <= limit)), None),
        counts=_rule(chosen, limits, plain),
        words=None if limit and words.foreign else words.limit,
        in_words=bool(words.spans),
        each=any(_near(plain, found, [*places, *words.spans]) for found in EACH.finditer(plain)),
        alone=bool(places or words.spans) and _only_fillers(_without_words(rest)),
        headline=headline,
    )


def _number(digits: str) -> int:
    """Return the number, at most LARGEST: 1,000, 2천 and 천 are numbers."""
    if digits.endswith("천"):
        return 1000 * int(digits[:-1] or "1")
    return min(int(digits.replace(",", "")), LARGEST)


def _is_length(found: re.Match[str], plain: str) -> bool:
    """Tell whether a number without a unit is a length: a counter at 0 or alone on its line, or what is said before."""
    if found["plain"]:
        return bool(SAYS_LENGTH.search(found["said"]))
    if found["of"] and not found["of_unit"]:
        around = plain[: found.start()] + plain[found.end() :]
        return bool(AT_ZERO.search(found.group())) or _only_fillers(around)
    return True


def _rule(chosen: _Length | None, limits: list[_Length], plain: str) -> CountingRule | None:
    """Return how the chosen length counts; None where nothing is said."""
    if chosen and chosen.in_bytes:
        syllables = next((one.number for one in limits if not one.in_bytes), 0) or _aside(chosen.phrase)
        utf8 = THREE_BYTES.search(plain) or (syllables and chosen.number / syllables > UTF8_BYTES_A_SYLLABLE)
        return "utf8-bytes" if utf8 else "portal-bytes"
    for where in (chosen.phrase if chosen else "", plain):
        if SPACES_SAID.search(where):
            return "characters-without-spaces" if NO_SPACES.search(where) else "characters"
    return None


def _aside(phrase: str) -> int:
    """Return the characters that a limit in bytes is explained with: 2000byte(한글 1000자)."""
    found = CHARACTERS.search(phrase)
    return _number(found[1]) if found else 0


def _near(plain: str, each: re.Match[str], places: list[tuple[int, int]]) -> bool:
    """Tell whether "각 문항" stands right before or behind a length; farther off it is a word of the question."""
    return any(
        (0 <= start - each.end() <= NEAR and not ENDED.search(plain, each.end(), start))
        or 0 <= each.start() - end <= NEAR
        for start, end in places
    )


def _without_words(rest: str) -> str:
    """Return the rest of a line, folded, without its lengths in words."""
    plain = folded(rest)
    return without(plain, in_words(plain).spans)


def _only_fillers(text: str) -> bool:
    return all(FILLER.fullmatch(word) for word in WORD.findall(text))
