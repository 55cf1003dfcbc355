"""Brackets and quotes that open and never close, or close and never opened."""

import re
from collections.abc import Iterator

_CLOSES = {
    "(": ")",
    "[": "]",
    "{": "}",
    "「": "」",
    "『": "』",
    "《": "》",
    "〈": "〉",
    "【": "】",
    "“": "”",
    "‘": "’",
    "（": "）",
}
_OPENS = {close: opening for opening, close in _CLOSES.items()}
_MARKS = re.compile("[" + re.escape("".join((*_CLOSES, *_OPENS, '"', "'"))) + "]")
_ITEM = re.compile(r"(?:^|[\s(,.])(?:\d{1,2}|[A-Za-z]|[가-하]|[ivx]{1,4})$")
_YEAR = re.compile(r"\d\d(?!\d)")


def unpaired(text: str) -> Iterator[int]:
    """Yield the places of unpaired brackets and quotes, line by line; no apostrophe, no 1) and no :) is one."""
    start = 0
    for line in text.split("\n"):
        yield from (start + place for place in sorted(_in_line(line)))
        start += len(line) + 1


def _in_line(line: str) -> Iterator[int]:
    open_marks: list[tuple[str, int]] = []
    for found in _MARKS.finditer(line):
        mark, place = found.group(), found.start()
        if mark in "'’‘\"" and _is_apostrophe(line, place):
            continue
        if mark in "'\"":
            mark = "”" if any(one == mark for one, _ in open_marks) else mark
        if mark in _CLOSES or mark in "'\"":
            open_marks.append((mark, place))
        elif mark == "”" and found.group() in "'\"":
            _close(open_marks, found.group())
        elif not _close(open_marks, _OPENS[mark]) and not _is_item(line, mark, place):
            yield place
    yield from (place for _, place in open_marks)


def _close(open_marks: list[tuple[str, int]], opening: str) -> bool:
    """Take the last such mark away. What is still open inside it stays open."""
    for number in range(len(open_marks) - 1, -1, -1):
        if open_marks[number][0] == opening:
            del open_marks[number]
            return True
    return False


def _is_apostrophe(line: str, place: int) -> bool:
    """Tell whether it stands in a word (don't), behind a plural (users'), before a year ('22) or behind inches."""
    mark, before, after = line[place], line[place - 1 : place], line[place + 1 : place + 2]
    if mark == '"':
        return before.isdigit() and not after.isalnum() and line.count('"') % 2 == 1
    if mark == "‘":
        return False
    if before.isalnum() and after.isalpha() and before.isascii() and after.isascii():
        return True
    if not before.strip() and _YEAR.match(line, place + 1) and "'" not in line[place + 3 : place + 30]:
        return True
    return before in "sSxz" and before != "" and not after.isalnum() and not _opened(line, place, mark)


def _opened(line: str, place: int, mark: str) -> bool:
    opening = "‘" if mark == "’" else "'"
    return re.search(rf"(?:^|[\s(]){opening}[^{opening}{mark}]*$", line[max(0, place - 80) : place]) is not None


def _is_item(line: str, mark: str, place: int) -> bool:
    before = line[max(0, place - 6) : place]
    return mark == ")" and (bool(_ITEM.search(before)) or before.endswith((":", ";", "^", ":-", ";-", "^^")))
