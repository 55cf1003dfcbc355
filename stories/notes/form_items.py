"""The questions of a form, pasted in one go, with their limits."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from stories.model.application import CountingRule
from stories.notes.form_lines import Line, lines_of
from stories.notes.form_run_on import own_lines
from stories.notes.form_starts import starts_of
from stories.text import clean
from stories.writing.cleaning import cleaned

MOST_ITEMS, LONGEST = 30, 3000
"""Questions of one form, and characters of one question; what is beyond is no question and stands in the notes."""
_MOST_LINES = 600
_CLEANED = ("zero-width", "direction-mark", "soft-hyphen", "control", "no-break-space", "odd-space")


@dataclass(frozen=True)
class FormItem:
    """One question of a form, without its number and its limit.

    `least`: how much it asks for at least, counted as the limit. `words`: the limit in words, which stands in the
    question or is said once for all, and which nothing here counts.
    """

    question: str
    limit: int | None
    counts: CountingRule
    least: int | None = None
    words: int | None = None


@dataclass(frozen=True)
class Pasted:
    """What was found: the questions, the lines that are none, and whether something was too long or too much."""

    items: tuple[FormItem, ...]
    notes: tuple[str, ...]
    cut: bool


@dataclass(frozen=True)
class _Default:
    """What the form says once for all questions."""

    limit: int | None = None
    least: int | None = None
    counts: CountingRule | None = None
    words: int | None = None


def form_items(text: str) -> Pasted:
    """Return the questions of a pasted form, Korean or English, in order; nothing that was pasted raises.

    Questions are told by numbers (1. 문항 1 ① Q1), also on one line, by bullets, by empty lines between them, or by
    the limits at their ends; sub-questions belong to their question, unless each has a limit of its own. The limit may
    stand before, in, behind or below the question, or once for all; one in words stays in the question. What stands
    between a question and its limit, or in parentheses right below it, belongs to it. Of every letter that was pasted
    the reader finds it in a question, in the notes, or it was a number or limit that was understood. At most MOST_ITEMS
    questions of LONGEST characters.
    """
    texts, beyond = _lines(text)
    lines = lines_of(own_lines(texts))
    starts = starts_of(lines)
    notes = [line.text for line in lines[: starts[0] if starts else None] if line.kind != "empty"]
    default = _default(lines, starts)
    items = []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=False):
        for head, own in _parts(lines[start:end]):
            item, left = _item(head, own, default)
            notes += left
            items += [item] if item else []
    return _inside(items, notes, beyond)


def _lines(text: str) -> tuple[list[str], list[str]]:
    """Return the lines to read, and what is too long or too much to be a form."""
    texts, beyond = [], []
    everything = cleaned(clean(text), _CLEANED).split("\n")
    for line in everything[:_MOST_LINES]:
        texts.append(line[:LONGEST])
        beyond.append(line[LONGEST:].strip())
    return texts, [line for line in (*beyond, "\n".join(everything[_MOST_LINES:]).strip()) if line]


def _default(lines: Sequence[Line], starts: list[int]) -> _Default:
    """Return what is said of all questions, and of the form before its first question."""
    before = lines[: starts[0]] if starts else []
    general = [line for line in lines if line.kind in ("note", "heading")]
    said = [line.told for line in general if line.told.each] + [line.told for line in before]
    counts = next((line.told.counts for line in (*before, *general) if line.told.counts), None)
    length = next((one for one in said if one.limit), None)
    words = next((one.words for one in said if one.words), None)
    if length is None:
        return _Default(counts=counts, words=words)
    return _Default(length.limit, length.least, length.counts or counts, words)


def _parts(item: Sequence[Line]) -> Iterator[tuple[Sequence[Line], Sequence[Line]]]:
    """Yield the lines above and of each question: one, or its sub-questions where each has a limit of its own."""
    marks = {place: line.mark for place, line in enumerate(item) if place and line.mark and line.kind == "text"}
    starts = [place for place, mark in marks.items() if mark.style == next(iter(marks.values())).style]
    parts = [item[start:end] for start, end in zip(starts, [*starts[1:], len(item)], strict=False)]
    if len(parts) < 2 or _limited(item[: starts[0]]) or not all(map(_limited, parts)):
        yield (), item
        return
    for place, part in enumerate(parts):
        head = item[: starts[0]]
        yield head if not place else [line for line in head if line.kind == "text"], part


def _limited(part: Sequence[Line]) -> bool:
    return any(line.told.limit or line.told.words for line in part)


def _item(head: Sequence[Line], own: Sequence[Line], default: _Default) -> tuple[FormItem | None, list[str]]:
    """Return the question, if the lines hold one, and the lines that are none."""
    lines = [*head, *own]
    told = [line.told for line in lines if line is own[0] or not line.told.each]
    length = next((one for one in told if one.limit), None)
    asked = _asked(lines, own[0])
    first = {id(own[0]), id(head[0] if head else own[0])}
    pieces = [
        line.text if length and line.told.limit not in (None, length.limit)  # not the limit of the whole answer
        else line.asked if id(line) in first else line.whole
        for line in asked
    ]  # fmt: skip
    question = "\n".join(piece for piece in pieces if any(map(str.isalnum, piece)))
    if not question:
        return None, [line.text for line in lines if line.kind != "empty"]
    taken = {id(line) for line in asked}
    left = [line.text for line in lines if id(line) not in taken and line.kind not in ("empty", "limit")]
    words = next((one.words for one in told if one.words), None)
    least = next((one.least for one in ([length] if length else told) if one.least), None)
    counts = next((one.counts for one in (length, *told) if one and one.counts), None) or default.counts or "characters"
    if length or words:
        return FormItem(question, length.limit if length else None, counts, least, words), left
    return FormItem(question, default.limit, counts, least or default.least, default.words), left


def _asked(lines: Sequence[Line], first: Line) -> list[Line]:
    """Return the lines that belong to the question: its texts, its limits in words, and hints above its limit."""
    limited = [place for place, line in enumerate(lines) if line.limited]
    asked = [
        place
        for place, line in enumerate(lines)
        if line.kind == "text"
        or line is first
        or (line.kind == "limit" and line.told.in_words)
        or (line.hint and limited and place < limited[0])
    ]
    while len(asked) > 1 and _heads_next(lines, asked[-1]) and not any(place > asked[-1] for place in limited):
        asked.pop()
    return [lines[place] for place in asked]


def _heads_next(lines: Sequence[Line], place: int) -> bool:
    """Tell whether the line is the heading of the next questions: a bracket, but none in parentheses right below."""
    line = lines[place]
    return line.bracketed and not (line.text.startswith(("(", "（")) and lines[place - 1].kind != "empty")


def _inside(items: list[FormItem], notes: list[str], beyond: list[str]) -> Pasted:
    """Return what was found inside the bounds; the rest is in the notes."""
    kept = [replace(item, question=item.question[:LONGEST].rstrip()) for item in items[:MOST_ITEMS]]
    over = [item.question[LONGEST:].strip() for item in items[:MOST_ITEMS]]
    over += [item.question for item in items[MOST_ITEMS:]]
    left = [line for line in over if line]
    return Pasted(tuple(kept), (*notes, *left, *beyond), bool(left or beyond))
