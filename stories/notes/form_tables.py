"""Rows of a table that was pasted with tabs or bars, as lines like any other."""

import re

from stories.notes.form_limits import folded

_BARE_LIMIT = re.compile(r"[0-9][0-9,]{1,6}")
_ROW_NUMBER = re.compile(r"(?:공통|직무|필수|선택)?\s?[0-9]{1,2}")
_COLUMN = re.compile(
    r"(?:번호|no\.?|순번|순서|구분|문항|항목|질문|내용|글자\s?수|제한|분량|자수|비고|questions?|limit|필수\s?여부)"
    r"(?:\s?(?:내용|제한|수|번호|\(.{0,8}\)))?|#",
    re.IGNORECASE,
)
_LEAST = 50
"""A cell with a smaller number is no limit."""


def is_header(text: str) -> bool:
    """Tell whether the row holds nothing but names of columns: 번호, 문항, 글자 수."""
    cells = _cells(text)
    return len(cells) > 1 and all(_COLUMN.fullmatch(folded(cell)) for cell in cells)


def as_line(text: str, unit: str) -> str:
    """Return the row as a line: "1. question 1000자"; a text that is no row as it is. `unit`: of a bare number."""
    cells = _cells(text)
    if len(cells) < 2:
        return text
    if _ROW_NUMBER.fullmatch(folded(cells[0])):
        cells[0] += "."
    limits = [place for place, cell in enumerate(cells) if place and _is_limit(folded(cell))]
    if limits:
        cells.append(cells.pop(limits[-1]) + unit)
    return " ".join(cells)


def _is_limit(cell: str) -> bool:
    return bool(_BARE_LIMIT.fullmatch(cell)) and int(cell.replace(",", "")) >= _LEAST


def _cells(text: str) -> list[str]:
    """Return the cells that hold something; none of a line without tabs and without bars at both ends."""
    text = text.strip(" ")
    bars = text.startswith("|") and text.endswith("|") and text.count("|") > 2
    if "\t" not in text.strip() and not bars:
        return []
    return [cell.strip() for cell in re.split(r"\||\t" if bars else "\t", text) if cell.strip()]
