"""What changed between two texts, word by word, as people read it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Literal

from rapidfuzz.distance import LCSseq

Kind = Literal["same", "gone", "new"]
Piece = tuple[Kind, str]

_MARKS = "\u0300-\u036f"
_TOKEN = re.compile(
    rf"\w[\w{_MARKS}]*(?:(?<=\d)[.,](?=\d)[\w{_MARKS}]+)*"
    r"|\n|[^\S\n]+"
    rf"|[^\w\s](?:[\u200d\ufe0e\ufe0f{_MARKS}\U0001f3fb-\U0001f3ff]|(?<=\u200d)[^\w\s])*"
)
"""A word with its particles and endings, a number with its separators, a line end, a run of spaces, or one sign."""
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_MOST = 400_000_000
"""Pairs of words (or lines) that are compared, 20,000 of each text; more of them went and came as a whole."""
_LONE = 1
"""Letters up to which a word that stayed between two rewritten passages says nothing of its own (수, 것, 및)."""


def differences(before: str, after: str) -> tuple[Piece, ...]:
    """Return what stayed, went and came, in reading order; at one place what went comes first.

    Joining what stayed and went gives `before`, joining what stayed and came gives `after`, exactly. Lines are compared
    first, then the words of those that changed; a word is compared whole.
    """
    pieces: list[Piece] = []
    for same, run in groupby(_joined(_pieces(_LINE.findall(before), _LINE.findall(after))), _stayed):
        changed = list(run)
        pieces += changed if same else _told(_pieces(*(_TOKEN.findall(_side(changed, one)) for one in ("gone", "new"))))
    return tuple(_joined(pieces))


def _stayed(piece: Piece) -> bool:
    return piece[0] == "same"


def _side(pieces: Iterable[Piece], kind: str) -> str:
    return "".join(text for one, text in pieces if one == kind)


def _told(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the pieces joined. A lone word that stayed by chance between rewritten passages is rewritten with them."""
    runs = [list(run) for _, run in groupby(_joined(pieces), _stayed)]
    rewritten = [len(run) > 1 for run in runs]
    for place, run in enumerate(runs):
        between = 0 < place < len(runs) - 1 and rewritten[place - 1] and rewritten[place + 1]
        if between and "\n" not in run[0][1] and sum(map(str.isalnum, run[0][1])) <= _LONE:
            runs[place] = [("gone", run[0][1]), ("new", run[0][1])]
    yield from _joined(piece for run in runs for piece in run)


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield neighbours of one kind as one piece, what went before what came, and nothing empty."""
    for _, run in groupby((piece for piece in pieces if piece[1]), _stayed):
        texts: dict[Kind, list[str]] = {"same": [], "gone": [], "new": []}
        for kind, text in run:
            texts[kind].append(text)
        yield from ((kind, "".join(found)) for kind, found in texts.items() if found)


def _pieces(old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    """Yield the pieces between and at the words that both have, in their order."""
    start, end = _common(old, new)
    yield "same", "".join(old[:start])
    yield from _changed(old[start : len(old) - end], new[start : len(new) - end])
    yield "same", "".join(old[len(old) - end :])


def _changed(old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    here = there = 0
    for place, other in (*_matches(old, new), (len(old), len(new))):
        yield from _gap(old[here:place], new[there:other])
        yield "same", "".join(old[place : place + 1])
        here, there = place + 1, other + 1


def _matches(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the places of the longest row of words that both have; spaces and signs follow the words beside them."""
    first, second = _anchors(old), _anchors(new)
    if len(first) * len(second) > _MOST:
        return
    numbers: dict[str, int] = {}
    numbered = [
        [numbers.setdefault(tokens[place], len(numbers)) for place in places]
        for tokens, places in ((old, first), (new, second))
    ]
    for one in LCSseq.opcodes(*numbered):
        if one.tag == "equal":
            yield from zip(first[one.src_start : one.src_end], second[one.dest_start : one.dest_end], strict=True)


def _anchors(tokens: Sequence[str]) -> list[int]:
    return [place for place, token in enumerate(tokens) if token == "\n" or any(map(str.isalnum, token))]


def _gap(old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    """Yield what stands between two words that stayed."""
    start, end = _common(old, new)
    yield "same", "".join(old[:start])
    yield "gone", "".join(old[start : len(old) - end])
    yield "new", "".join(new[start : len(new) - end])
    yield "same", "".join(old[len(old) - end :])


def _common(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """Return how many items at the beginning, and of the others at the end, are the same."""
    most = min(len(old), len(new))
    start = next((place for place in range(most) if old[place] != new[place]), most)
    end = next((place for place in range(most - start) if old[-1 - place] != new[-1 - place]), most - start)
    return start, end
