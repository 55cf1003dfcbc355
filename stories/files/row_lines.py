"""Rows of a YAML list, replaced on their lines: a row that stays keeps its bytes, a changed one its other keys."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from stories.files.mapping_lines import Edit, Span, applied, edits_of, end_of, indented, span_below
from stories.files.tree import Node, Plain
from stories.files.yaml_writer import dump

_DASH = re.compile("( *)- +")
_LONE_DASH = re.compile(r"( *)-[ \t]*(?:#.*)?")

Fields = dict[str, Plain]
Bare = Callable[[Plain], Plain]


@dataclass(frozen=True)
class _Row:
    """One row of the file: its lines with the comments around it, its own from dash to end, and the columns of both."""

    node: Node
    lines: Span
    own: Span
    margin: int
    column: int

    @property
    def was(self) -> Fields:
        """What the file says in the row."""
        plain = self.node.plain()
        assert isinstance(plain, dict)
        return plain


def rows_edit(rows: Node, lines: list[str], first: int, wanted: Plain, bare: Bare, newline: str) -> Edit | None:
    """Return the edit that makes the rows of a block list the wanted ones; its first row stands from line `first` on.

    None where either are not all rows with keys, one below the other. `bare` tells which values are the same.
    """
    found = _rows_in(rows, lines, first)
    if not found or not isinstance(wanted, list) or not wanted:
        return None
    new = [row for row in wanted if isinstance(row, dict)]
    if len(new) < len(wanted):
        return None
    partners = _partners([_bared(row, bare) for row in new], [_bared(row.was, bare) for row in found])
    written: list[str] = []
    for place, row in enumerate(new):
        old = found[partners[place]] if place in partners else None
        written += _changed(old, row, lines, bare, newline) if old else _fresh(row, found[0].margin, newline)
    return Span(found[0].lines.first, found[-1].lines.after), written


def _rows_in(rows: Node, lines: list[str], first: int) -> list[_Row]:
    """Return the rows of the list, or nothing where one of them is no mapping or its dash is not found."""
    if rows.style != "block" or not isinstance(rows.value, list):
        return []
    found: list[_Row] = []
    for node in rows.value:
        above = found[-1].lines.after if found else first
        row = _row(node, lines, above) if isinstance(node.value, dict) else None
        if row is None:
            return []
        found.append(row)
    return found


def _row(node: Node, lines: list[str], above: int) -> _Row | None:
    line = node.line - 1
    dash = _DASH.match(lines[line])
    column = dash.end() if dash else len(lines[line]) - len(lines[line].lstrip(" "))
    while dash is None and line > above:
        line -= 1
        dash = _LONE_DASH.fullmatch(lines[line].rstrip())
    if dash is None:
        return None
    end = max((end_of(child, node.line, lines) for child in node.children), default=end_of(node, node.line, lines))
    margin = len(dash[1])
    return _Row(node, Span(above, span_below(lines, end, margin).after), Span(line, end), margin, column)


def _changed(row: _Row, wanted: Fields, lines: list[str], bare: Bare, newline: str) -> list[str]:
    """Return the lines of the row with what changed; a key that is not wanted any more stays, empty."""
    was = row.was
    names = dict.fromkeys((*wanted, *was))
    changes = {name: wanted.get(name, "") for name in names if bare(wanted.get(name, "")) != bare(was.get(name, ""))}
    if not changes:
        edits = []
    elif row.node.style == "block":
        edits = edits_of(row.node, lines, changes, tuple(wanted), row.column, newline)
    else:
        edits = [(row.own, _fresh(wanted, row.margin, newline))]
    start = row.lines.first
    moved = [(Span(span.first - start, span.after - start), new) for span, new in edits]
    return applied(lines[start : row.lines.after], moved)


def _fresh(row: Mapping[str, Plain], margin: int, newline: str) -> list[str]:
    return indented(dump(row) or "{}\n", " " * margin + "- ", newline)


def _partners(new: list[Fields], old: list[Fields]) -> dict[int, int]:
    """Return for each new row the place of the old one that it comes from; a row from nowhere has none.

    It is the same row, in its place before in another one, or else one that begins alike, or else the one that stood
    where the row stands now.
    """
    found = {place: place for place, (row, was) in enumerate(zip(new, old, strict=False)) if row == was}
    left = set(range(len(old))) - set(found)
    named = next((key for row in new for key in row), "")
    for key in (_whole, lambda row: _whole(row.get(named, ""))):
        places: dict[str, list[int]] = {}
        for place in sorted(left, reverse=True):
            places.setdefault(key(old[place]), []).append(place)
        for place, row in enumerate(new):
            same = places.get(key(row)) if place not in found else None
            if same:
                found[place] = same.pop()
                left.discard(found[place])
    for place in range(len(new)):
        here = found.get(place - 1, -1) + 1
        if place not in found and here in left and (place == 0 or place - 1 in found):
            found[place] = here
            left.discard(here)
    return found


def _bared(row: Fields, bare: Bare) -> Fields:
    return {key: same for key, value in row.items() if (same := bare(value)) != ""}


def _whole(value: Plain) -> str:
    return json.dumps(value, sort_keys=True)
