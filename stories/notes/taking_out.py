"""Take the limit out of a line of a form, with the brackets and marks that held it."""

from collections.abc import Sequence

from stories.notes.length_words import NEEDS_VERB, WRITE

_OPEN, _CLOSE = tuple("([<{【〔［「『〈《（＜｛"), tuple(")]>}】〕］」』〉》）＞｝")
_BETWEEN = " ,./·:;|&~+-"
"""What joins a limit to its neighbours inside brackets."""
_BEHIND = " -:/|,·_~→=>"
"""What joins a limit to the question before or behind it."""
_CLINGING = ",.!?;:)]}？！。"


def taken(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the place that the limit takes up, with "작성하시오" behind it; none where a word goes on behind it."""
    verb = WRITE.match(plain, end)
    if verb and not NEEDS_VERB.search(plain, max(0, start - 12), start):
        return [(start, verb.end())]
    return [] if plain[end : end + 1].isalnum() else [(start, end)]


def without(line: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return the line without these places, and without the brackets and marks that held them."""
    rest, end = "", 0
    for place, (start, stop) in enumerate([*spans, (len(line), len(line))]):
        piece = line[end:start]
        rest = _joined(rest, piece) if place else piece
        end = stop
    return rest.strip()


def _joined(left: str, right: str) -> str:
    """Join what stood left and right of a limit."""
    before, behind = left.rstrip(_BETWEEN), right.lstrip(_BETWEEN)
    while before.endswith(_OPEN) and behind.startswith(_CLOSE):
        left, right = before[:-1], behind[1:]
        before, behind = left.rstrip(_BETWEEN), right.lstrip(_BETWEEN)
    if before.endswith(_OPEN) or behind.startswith(_CLOSE):
        return before + behind
    left, right = left.rstrip(_BEHIND), right.lstrip(_BEHIND)
    return left + ("" if not left or not right or right[0] in _CLINGING else " ") + right
