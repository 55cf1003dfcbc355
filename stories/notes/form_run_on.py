"""Questions that stand one behind the other on one line of a form, as lines of their own where that is certain."""

import re
from collections.abc import Sequence
from itertools import islice, pairwise

from stories.notes.form_limits import folded, told
from stories.notes.form_marks import UNSURE, Mark, mark

_INSIDE = re.compile(
    r"(?<![0-9A-Za-z,~/\-])(?<![0-9A-Za-z]\.)(?:(?:문항|질문|항목|Q)\s?)?(?:[(\[<]\s?)?[0-9]{1,2}\s?번?\s?(?:[)\]>]|[.:](?![0-9]))"
    r"|(?<![0-9A-Za-z,.~/\-])(?:(?:문항|질문|항목|Q)\s?[0-9]{1,2}(?![0-9])|[0-9]{1,2}\s?번(?=\s))"
    r"|(?<![0-9가-힣])[가나다라마바사아자차카타파하][.)]|[\u2460-\u2473]",
    re.IGNORECASE,
)
_FOR_EACH = re.compile(r"\((?=[^()]{0,30}(?:각|each|per|문항\s?[당별]|모든))[^()]{1,40}\)[\s.]*$", re.IGNORECASE)
_MOST_MARKS, _LONGEST_MARK = 40, 16
_LEAST_TITLES = 3
"""Titles without limits on the only line: from so many on they are a list, and not parts of one question."""


def own_lines(texts: Sequence[str]) -> list[str]:
    """Return the lines; one with the next number behind a question and its limit is split there.

    Without limits, or with one for each at the end, a list from 1 is split only where it cannot be anything else. Rows
    of tables stay whole.
    """
    marks = [_mark(text) for text in texts]
    heads = {(one.style, one.number) for one in marks if one}
    alone = sum(bool(text.strip()) for text in texts) == 1
    rows: list[str] = []
    last: Mark | None = None
    for text, own in zip(texts, marks, strict=True):
        if own and (own.style not in UNSURE or own.number == 1 or (last and _goes_on(last, own))):
            last = own
        if "\t" in text or text.lstrip().startswith("|"):
            rows.append(text)
            continue
        places, last = _next_questions(text, own, last, heads)
        rows += _pieces(text, places) if places else _titles(text, own, alone)
    return rows


def _mark(text: str) -> Mark | None:
    """Return the number that the line starts with, with the place where its text begins; None without a number."""
    plain = folded(text)
    indent = len(plain) - len(plain.lstrip())
    one = mark(plain[indent : indent + _LONGEST_MARK])
    return Mark(one.style, one.number, indent + one.end) if one and one.number else None


def _inside(plain: str, start: int) -> list[tuple[int, Mark]]:
    """Return the numbers within the line, each with its place."""
    found = islice(_INSIDE.finditer(plain, start), _MOST_MARKS)
    marks = [(one.start(), mark(plain[one.start() : one.start() + _LONGEST_MARK])) for one in found]
    return [(place, one) for place, one in marks if one and one.number]


def _next_questions(
    text: str, own: Mark | None, last: Mark | None, heads: set[tuple[str, int | None]]
) -> tuple[list[int], Mark | None]:
    """Return the places of the questions behind the first one of the line, and the last number so far.

    Each goes on with the number before it, behind a question with its limit. Before the first question of the form a
    heading may stand.
    """
    plain, begin, before = folded(text), own.end if own else 0, last
    places: list[int] = []
    for place, one in _inside(plain, begin):
        if last is None and one.number == 1:
            last, begin = one, place
            places.append(place)
        elif last and one.style == last.style:
            if not _goes_on(last, one) or (one.style, one.number) in heads or not _limited(plain[begin:place]):
                break
            last, begin = one, place
            places.append(place)
    return (places, last) if before or len(places) > 1 else ([], None)


def _titles(text: str, own: Mark | None, alone: bool) -> list[str]:
    """Return the titles of a list from 1 without limits of their own; the line as it is where that is not certain."""
    if own is None or own.number != 1:
        return [text]
    plain = folded(text)
    marks = [(0, own), *((place, one) for place, one in _inside(plain, own.end) if one.style == own.style)]
    if len(marks) < 2 or not all(_goes_on(one, two) for (_, one), (_, two) in pairwise(marks)):
        return [text]
    places = [place for place, _ in marks[1:]]
    each = _FOR_EACH.search(plain)
    if each and _limited(each.group()) and not _limited(plain[: each.start()]):
        return [f"{piece} {each.group()}" for piece in _pieces(text[: each.start()], places)]
    return _pieces(text, places) if alone and len(marks) >= _LEAST_TITLES and not _limited(plain) else [text]


def _goes_on(one: Mark, two: Mark) -> bool:
    return two.style == one.style and two.number == (one.number or 0) + 1


def _limited(plain: str) -> bool:
    said = told(plain)
    return said.limit is not None or said.words is not None


def _pieces(text: str, places: Sequence[int]) -> list[str]:
    return [text[start:end].rstrip() for start, end in pairwise([0, *places, len(text)]) if text[start:end].strip()]
