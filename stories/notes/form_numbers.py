"""Which lines with numbers start a question, and which number its parts."""

from collections.abc import Sequence

from stories.notes.form_lines import Line


def numbered_starts(lines: Sequence[Line], texts: Sequence[int]) -> list[int]:
    """Return the places of the questions in a form with numbers; none where numbers stand for parts only.

    `texts`: the places of the lines that ask something. A list of parts starts with 1 below its question; a number
    that goes on with the one before, in whatever style, is the next question.
    """
    style = _top_style(lines, [place for place in texts if lines[place].numbered])
    return [] if style is None or _numbers_are_parts(lines, style) else _numbered(lines, style)


def _top_style(lines: Sequence[Line], numbered: list[int]) -> str | None:
    """Return the style of the numbers of questions: the first one, but for a list of hints before the questions."""
    if not numbered:
        return None
    outermost = min(lines[place].indent for place in numbered)
    places: dict[str, list[int]] = {}
    for place in numbered:
        if lines[place].indent == outermost:
            places.setdefault(lines[place].style, []).append(place)
    styles = [style for style in places if style != "part"] or list(places)
    first, later = styles[0], [style for style in styles[1:] if places[style][0] > places[styles[0]][-1]]
    limited = {style for style in styles if any(_has_limit(lines, place, numbered) for place in places[style])}
    better = [style for style in later if style in limited and len(places[style]) > 1]
    return better[0] if better and first not in limited else first


def _numbers_are_parts(lines: Sequence[Line], style: str) -> bool:
    """Tell whether the numbers begin anew below each of several lines without a number: those are the questions."""
    shown = [line for line in lines if line.kind != "empty"]
    ones = [place for place, line in enumerate(shown) if line.style == style and line.number == 1]
    above = [shown[place - 1] for place in ones if place]
    return len(above) == len(ones) > 1 and all(
        line.kind == "text" and not line.mark and not line.bracketed for line in above
    )


def _has_limit(lines: Sequence[Line], place: int, numbered: list[int]) -> bool:
    end = next((one for one in numbered if one > place), len(lines))
    return any(line.limited for line in lines[place:end])


def _numbered(lines: Sequence[Line], style: str) -> list[int]:
    starts: list[int] = []
    below: set[str] = set()  # styles of the parts of the question so far
    for place, line in enumerate(lines):
        if line.kind != "text":
            continue
        if line.numbered and _goes_up(lines[starts[-1] : place] if starts else (), line, style, below):
            starts.append(place)
            below = set()
        elif line.numbered:
            below.add(line.style)
        elif _unnumbered_start(lines, place, starts):
            starts.append(place)
    return starts


def _goes_up(item: Sequence[Line], line: Line, style: str, below: set[str]) -> bool:
    """Tell whether a numbered line is the next question after the item so far, and not a part of it."""
    first = item[0] if item else None
    if line.style == style:
        inner = first is not None and line.indent > first.indent
        return not (inner and (style in below or line.number == 1))
    follows = first is not None and first.numbered and line.number == first.number + 1
    return follows and line.style not in below | {"part"} and not _begun_inside(item, line)


def _unnumbered_start(lines: Sequence[Line], place: int, starts: list[int]) -> bool:
    """Tell whether a line without a number is a question too: apart, with its own limit, where the last one has its."""
    if not lines[place].limited or lines[place].mark:
        return False
    apart = place > 0 and lines[place - 1].kind == "empty"
    return not starts or (apart and any(line.limited for line in lines[starts[-1] : place]))


def _begun_inside(item: Sequence[Line], line: Line) -> bool:
    """Tell whether the number before this one stands within the item, in the middle of a line: "... 1) why"."""
    if line.mark is None or not line.number:
        return False
    written, number = line.text[: line.mark.end].strip(), line.number
    before = written.replace(str(number), str(number - 1)) if str(number) in written else chr(ord(written[0]) - 1)
    return any(before in one.told.rest for one in item)
