"""Long texts to cue lines: sentences, the ones worth a glance, and a cut that never splits a number."""

import re
import unicodedata
from itertools import islice

from exporters.numbers import has_number
from stories.text import clean, one_line, without_unstorable

CUE_WIDTH = 160
"""Longest cue line: about two printed lines. Hangul and other wide characters count 2, all others 1."""
ANSWER_WIDTH = 480
"""Longest answer, question or other short text, in the same measure: about six printed lines."""
NAME_WIDTH = 120
"""Longest title of a sheet, a story or a concept."""
MORE = "…"

_SENTENCE_END = re.compile(r"(?:(?<=[^\d\s.][.!?。])[\"'”’)\]」』]*(?=\s+[^a-z\s])|(?<=\d[.])(?=\s+[A-Z]))(\s+)")
_NOT_AN_END = re.compile(r"(?:^\d+|\b(?:e\.g|i\.e|vs|Dr|Mr|Ms|Mrs|Prof|No|approx))\.$")
_JOINERS = "\u200d\ufe0e\ufe0f"


def lines_of(text: str) -> tuple[str, ...]:
    """Return the lines of the text, each with single spaces, with at most one empty line between two."""
    kept: list[str] = []
    for line in map(_line, clean(text).split("\n")):
        if line or (kept and kept[-1]):
            kept.append(line)
    return tuple(kept[:-1] if kept and not kept[-1] else kept)


def tidy(text: str, limit: int = ANSWER_WIDTH) -> str:
    """Return the text on one line, within `limit`, without characters that no document can hold."""
    return shortened(_line(text), limit)


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of the text: a line end or a full stop with a space ends one; '2019. 10. 21.' does not."""
    found: list[str] = []
    for line in lines_of(text):
        start = 0
        for end in _SENTENCE_END.finditer(line):
            if _NOT_AN_END.search(line[start : end.start(1)]):
                continue
            found.append(line[start : end.start(1)])
            start = end.end(1)
        found.append(line[start:])
    return tuple(sentence for sentence in found if sentence)


def first_sentence(text: str) -> str:
    """Return the first sentence, shortened to a cue line."""
    return shortened(next(iter(sentences(text)), ""))


def cue_lines(text: str, count: int) -> tuple[str, ...]:
    """Return up to `count` sentences worth a glance, in their order: the first, those with a number, then the rest.

    The last one ends in '…' where others were left out.
    """
    found = sentences(text)
    order = sorted(range(len(found)), key=lambda place: (place > 0, not has_number(found[place]), place))
    chosen = [shortened(found[place]) for place in sorted(order[:count])]
    if chosen and len(found) > count and not chosen[-1].endswith(MORE):
        chosen[-1] += f" {MORE}"
    return tuple(chosen)


def width(text: str) -> int:
    """Return the printed width: wide characters 2, others 1."""
    return sum(_width(character) for character in text)


def shortened(text: str, limit: int = CUE_WIDTH) -> str:
    """Return the text within `limit`, cut at a space where there is one, with '…' where something is gone."""
    if 2 * len(text) <= limit:
        return text
    room, cut = limit, 0
    for character in islice(text, limit + 1):
        room -= _width(character)
        if room < 0:
            break
        cut += 1
    if cut == len(text):
        return text
    space = text.rfind(" ", 0, cut + 1)
    if space > cut // 2:
        return f"{text[:space].rstrip()} {MORE}"
    return text[: _between_characters(text, cut)] + MORE


def _line(text: str) -> str:
    return without_unstorable(one_line(text))


def _width(character: str) -> int:
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _between_characters(text: str, cut: int) -> int:
    """Move the cut back out of a number, a joined emoji or a letter with its marks."""
    while cut > 0 and (
        unicodedata.combining(text[cut])
        or text[cut] in _JOINERS
        or text[cut - 1] == "\u200d"
        or (text[cut] in "0123456789.,%" and text[cut - 1] in "0123456789.,")
    ):
        cut -= 1
    return cut
