"""Quantities in a text: each number with its unit."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from stories.writing.checks import numerals
from stories.writing.checks.units import BEHIND


@dataclass(frozen=True)
class Quantity:
    """One amount: its place in the text with the unit, its value, its unit ('' for none known), and how it is written.

    `decimals`: digits behind the point; `in_words`: spelled out, not in digits.
    """

    start: int
    end: int
    value: Decimal
    unit: str
    decimals: int = 0
    in_words: bool = False


_PLAIN = str.maketrans({chr(0xFF10 + digit): str(digit) for digit in range(10)} | {"％": "%", "．": ".", "，": ","})
_START = re.compile("[0-9]+|[가-힣]+|[A-Za-z]+")
"""Where a number may begin: a row of digits, or a word."""
_IN_DIGITS = re.compile(
    r"(?P<no>[0-9]{2,4}-[0-9]{3,4}-[0-9]{4}(?![0-9])|[0-9]{1,4}(?:\.[0-9]{1,4}){2,4}(?!-)|[0-9]{19,}"
    r"|[0-9]{1,3} ?: ?[0-9]{1,3}(?![0-9])|[0-9]{1,2} ?대 ?[0-9]{1,2}(?![0-9]))"
    r"|(?P<y>(?:19|20)[0-9]{2})[-./](?P<m>0?[1-9]|1[0-2])(?:[-./](?P<d>[0-3]?[0-9]))?(?![0-9])"
    r"|(?P<top>[0-9]{1,2})/(?P<bottom>[0-9]{1,2})(?![0-9/])|(?P<parts>[0-9]{1,3})분의 ?(?P<taken>[0-9]{1,3})"
    rf"|(?P<scaled>{numerals.SCALED}(?: ?{numerals.SCALED}){{0,3}}(?: ?[0-9]{{1,4}}(?=[명원개건]))?)"
    rf"|(?P<digits>{numerals.DIGITS})(?: ?(?P<scale>thousand|million|billion|[kK])(?![A-Za-z]))?"
)
"""`no`: digits that are no amount: telephone numbers, versions, times of day, ratios, rows of twenty digits."""
_IN_KOREAN = re.compile(
    r"(?P<no>두세|서너|너덧|네댓|대여섯|예닐곱|한두)(?![가-힣])|(?P<half>절반)"
    r"|(?P<months>반 ?년(?![가-힣]{2})|[상하]반기)"
    r"|(?P<days>하루|이틀|사흘|나흘|닷새|엿새|열흘|보름)"
    rf"|(?P<parts>[이삼사오십])분의 ?(?P<taken>[일이삼사])"
    rf"|(?P<native>{numerals.NATIVE})(?= ?{numerals.BEHIND_NATIVE})"
    rf"|(?P<sino>{numerals.SINO})(?= ?{numerals.BEHIND_SINO})"
)
_IN_ENGLISH = re.compile(
    rf"(?P<half>half|halved)(?![a-z-])|(?P<many>twice|doubled|tripled)(?![a-z])"
    rf"|(?P<english>{numerals.ENGLISH})(?=[ -]{numerals.BEHIND_ENGLISH})",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(r"(?:[A-Za-z_#]|[0-9][.,]|[0-9A-Za-z][-/])\Z")
_DAYS = {"하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "열흘": 10, "보름": 15}
_MANY = {"twice": 2, "doubled": 2, "tripled": 3}
_OTHER_UNIT = re.compile(
    r"(?P<unit>(?![은는이가을를의에으로와과도만씩였입인여])[가-힣]{1,4}?)"
    r"(?:은|는|이|가|을|를|의|에|에서|으로|로|와|과|도|만|씩|짜리|쯤|정도)?(?![가-힣])"
)
"""Another word right behind the digits: 30팩, 12그루."""
_RANGE = re.compile(r" ?(?:[~∼〜–-]|에서|부터|to) ?")
_TO = re.compile(r"(?: (?:a|per|every) [a-z]{1,10})? to ")
_LABEL = re.compile(r"(?:[A-Z][A-Za-z]{0,20}|버전|유형|문항|상위) \Z|[가-힣]\Z")
_RANKED = re.compile(r"(?:ranked|finished|placed|came)(?: in)? \Z", re.IGNORECASE)
_CENTURIES = (1900, 2100)
_LEAST_AMOUNT = 100
"""Below this a bare number behind a name is part of it (Python 3)."""


@lru_cache(maxsize=1024)
def quantities(text: str) -> tuple[Quantity, ...]:
    """Return the quantities of a text in their order; digits in names (GPT-4, ResNet50, 3D) are none."""
    plain = text.translate(_PLAIN)
    found: list[Quantity] = []
    for token in _tokens(plain):
        if not found or token.start() >= found[-1].end:
            found.extend(_read(plain, token))
    return tuple(_with_shared_units(plain, found))


def _tokens(text: str) -> Iterator[re.Match[str]]:
    """Return the numbers of the text as they are written, without what only looks like one."""
    done = 0
    for match in _START.finditer(text):
        start = match.start()
        if start < done:
            continue
        if text[start] <= "9":
            found = None if _NAME_BEFORE.search(text, max(0, start - 2), start) else _IN_DIGITS.match(text, start)
            done = match.end()
        else:
            found = (_IN_ENGLISH if text[start] <= "z" else _IN_KOREAN).match(text, start)
        if found:
            done = found.end()
            if found.lastgroup != "no":
                yield found


def _read(text: str, token: re.Match[str]) -> Iterator[Quantity]:
    start, end = token.span()
    match token.groupdict():
        case {"y": str() as year, "m": str() as month, "d": day}:
            yield Quantity(token.start("y"), token.end("y"), Decimal(year), "calendar")
            yield Quantity(token.start("m"), token.end("m"), Decimal(month), "date")
            if day:
                yield Quantity(token.start("d"), token.end("d"), Decimal(day), "date")
        case {"top": str() as top, "bottom": str() as bottom}:
            yield from _share(start, end, Decimal(top), Decimal(bottom))
        case {"parts": str() as parts, "taken": str() as taken}:
            yield from _share(start, end, _part(taken), _part(parts))
        case {"half": str()}:
            yield Quantity(start, end, Decimal(50), "percent", 0, True)
        case {"months": str()}:
            yield Quantity(start, end, Decimal(6), "month", 0, True)
        case {"days": str() as days}:
            yield Quantity(start, end, Decimal(_DAYS[days]), "day", 0, True)
        case {"many": str() as many}:
            yield Quantity(start, end, Decimal(_MANY[many.casefold()]), "times", 0, True)
        case groups:
            yield from _amount(text, start, end, groups)


def _amount(text: str, start: int, number_end: int, groups: Mapping[str, str | None]) -> Iterator[Quantity]:
    value = _value(groups)
    behind = BEHIND.match(text, number_end)
    unit, end = (str(behind.lastgroup), behind.end()) if behind else ("", number_end)
    if not behind and (other := _OTHER_UNIT.match(text, number_end)):
        unit, end = other["unit"], other.end("unit")
    if unit == "ordinal" and _RANKED.search(text, max(0, start - 20), start):
        unit = "rank"
    if unit in ("", "year") and _CENTURIES[0] <= value <= _CENTURIES[1] and not groups.get("scaled"):
        unit = "calendar"
    if not unit and _in_name(text, start, end, value):
        return
    if text[start - 1 : start] != "제" or unit not in ("ordinal", "times"):
        decimals = len((groups.get("digits") or "").partition(".")[2])
        yield Quantity(start, end, value, unit, decimals, "digits" not in groups)


def _value(groups: Mapping[str, str | None]) -> Decimal:
    match groups:
        case {"digits": str() as written, "scale": scale}:
            return numerals.digits(written) * numerals.english_scale(scale or "")
        case {"scaled": str() as written}:
            return numerals.scaled(written)
        case {"native": str() as written}:
            return numerals.native(written)
        case {"sino": str() as written}:
            return numerals.sino(written)
    return numerals.english(groups["english"] or "")


def _share(start: int, end: int, top: Decimal, bottom: Decimal) -> Iterator[Quantity]:
    if 0 < top < bottom:
        yield Quantity(start, end, 100 * top / bottom, "percent", 0, True)


def _part(written: str) -> Decimal:
    return Decimal(written) if written.isdecimal() else numerals.sino(written)


def _in_name(text: str, start: int, end: int, value: Decimal) -> bool:
    """Tell whether a number without a unit belongs to a name: 3D, Python 3, 코로나19."""
    behind = text[end : end + 1]
    if behind.isascii() and behind.isalpha():
        return True
    label = _LABEL.search(text, max(0, start - 22), start)
    return label is not None and (value < _LEAST_AMOUNT or label.group()[-1] != " ") and value == int(value)


def _with_shared_units(text: str, found: Iterable[Quantity]) -> Iterator[Quantity]:
    """Give both numbers of a range their unit (3~5명, 52 hours to 9), and call the day of a date a date."""
    waiting: Quantity | None = None
    for one in found:
        if waiting:
            between = text[waiting.end : min(one.start, waiting.end + 20)]
            if not waiting.unit and _RANGE.fullmatch(between):
                waiting = replace(waiting, unit=one.unit)
            if not one.unit and _TO.fullmatch(between):
                one = replace(one, unit=waiting.unit)
            if waiting.unit == "date" and one.unit == "day" and not between.strip():
                one = replace(one, unit="date")
            yield waiting
        waiting = one
    if waiting:
        yield waiting
