"""Where each question of a form starts: at numbers, at bullets, after empty lines, or behind the limit before it."""

import re
from collections.abc import Iterator, Sequence

from stories.notes.form_lines import Line
from stories.notes.form_numbers import numbered_starts

_GOES_ON = re.compile(
    r"(?:단|또한|특히|그리고|이\s?때|이에|해당|위의?|그|이를|그러한|이러한|예시?|[Ee]x|[Ee]\.g|And|Also)[\s,:.)]"
    r"|[(（]|[a-z]+ [a-z]"
)
_SENTENCE = re.compile(r"(?:[.?!。？！]|시오|세요|니다|니까|나요|까요|는가|은가|하라|바람|할 것)[)\"'”’\s]*$")
_LONGEST_TITLE = 25


def starts_of(lines: Sequence[Line]) -> list[int]:
    """Return the places of the lines with which a question starts, in order."""
    texts = [place for place, line in enumerate(lines) if line.kind == "text"]
    if not texts:
        return [place for place, line in enumerate(lines) if line.kind == "heading" and line.told.limit]
    return numbered_starts(lines, texts) or _bulleted(lines, texts) or _plain(lines)


def _bulleted(lines: Sequence[Line], texts: list[int]) -> list[int]:
    """Return the lines with the first kind of bullet where those are the questions, and not parts of them."""
    marked = [place for place in texts if lines[place].mark]
    if not marked:
        return []
    outermost = min(lines[place].indent for place in marked)
    style = next(lines[place].style for place in marked if lines[place].indent == outermost)
    own = [place for place in marked if lines[place].style == style and lines[place].indent == outermost]
    bare = [place for place in texts if not lines[place].mark]
    with_limit = sum(lines[place].limited for place in own)
    if any(lines[place].limited for place in bare) or (len(own) < 2 and bare):
        return []
    if texts[0] == own[0]:
        return own
    return own if 2 * with_limit >= len(own) > len(bare) else []


def _plain(lines: Sequence[Line]) -> list[int]:
    """Return the starts in a form without numbers and bullets."""
    shown = [place for place, line in enumerate(lines) if line.kind in ("text", "limit")]
    limits = [place for place in shown if lines[place].kind == "limit"]
    if len(limits) > 1 and shown[0] == limits[0] and shown[-1] != limits[-1]:
        return limits
    blocks = list(_blocks(lines))
    if any(lines[place].limited for place in shown):
        starts = [start for block in blocks for start in _of_limited_block(lines, block)]
    elif len(blocks) == 1:
        starts = _each_line(lines, blocks[0])
    else:
        starts = [start for block in blocks for start in _of_block(lines, block)]
    return _with_titles(lines, starts or [shown[0]], blocks)


def _blocks(lines: Sequence[Line]) -> Iterator[list[int]]:
    """Yield the texts and limits between empty lines, where there is a text."""
    block: list[int] = []
    for place, line in enumerate(lines):
        if line.kind in ("text", "limit"):
            block.append(place)
        elif line.kind == "empty":
            if any(lines[one].kind == "text" for one in block):
                yield block
            block = []
    if any(lines[one].kind == "text" for one in block):
        yield block


def _of_limited_block(lines: Sequence[Line], block: list[int]) -> list[int]:
    texts = [place for place in block if lines[place].kind == "text"]
    bearing = [place for place in block if lines[place].limited]
    if len(bearing) < 2:
        return _of_block(lines, block)
    between = any(bearing[0] < place < bearing[-1] for place in set(texts) - set(bearing))
    if between and bearing[0] == texts[0] and bearing[-1] < texts[-1]:  # limits stand in first lines
        return [place for place in bearing if lines[place].kind == "text"]
    starts: list[int] = []
    closed = True
    for place in block:
        line = lines[place]
        if line.kind == "text" and closed and not (starts and _belongs(line) and not line.limited):
            starts.append(place)
            closed = False
        closed = closed or line.limited
    return starts


def _of_block(lines: Sequence[Line], block: list[int]) -> list[int]:
    """Return the first line of a block, or each one where all are titles; none where all belong to what is before."""
    texts = [place for place in block if lines[place].kind == "text"]
    if all(_belongs(lines[place]) for place in texts):
        return []
    if len(texts) > 1 and not any(lines[place].limited for place in block) and _titles(lines, texts):
        return texts
    return texts[:1]


def _each_line(lines: Sequence[Line], block: list[int]) -> list[int]:
    return [place for number, place in enumerate(block) if not number or not _belongs(lines[place])]


def _with_titles(lines: Sequence[Line], starts: list[int], blocks: list[list[int]]) -> list[int]:
    """Return the starts without every second one where titles and their questions stand in turn."""
    pairs = list(zip(starts[::2], starts[1::2], strict=False))
    alone = {block[0] for block in blocks if len(block) == 1}
    in_turn = (
        len(starts) > 2
        and len(starts) % 2 == 0
        and all(
            title in alone
            and not any(line.limited for line in lines[title:asked])
            and _titles(lines, [title])
            and not _titles(lines, [asked])
            for title, asked in pairs
        )
    )
    return [title for title, _ in pairs] if in_turn else starts


def _titles(lines: Sequence[Line], places: list[int]) -> bool:
    """Tell whether these lines are short, without a limit, and no sentences."""
    return all(
        len(lines[place].text) <= _LONGEST_TITLE
        and not lines[place].limited
        and not _belongs(lines[place])
        and not _SENTENCE.search(lines[place].text)
        for place in places
    )


def _belongs(line: Line) -> bool:
    """Tell whether the line goes on with what is before it: a bullet, an indented line, "단, ..."."""
    return line.mark is not None or line.indent > 0 or bool(_GOES_ON.match(line.text))
