"""Keys of one YAML mapping, replaced on its lines: comments stay, and what is not replaced keeps every byte."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from stories.files.tree import Node, Plain, lines_of, parse
from stories.files.yaml_writer import dump

LINE_ENDS = "\r\n\x85\u2028\u2029"
_BLOCK_HEADER = re.compile(r"[ \t]+[|>][+-]?\d?[+-]?")
_COMMENT = re.compile(r"[ \t]+#.*")
_INDENT = re.compile(" *")


@dataclass(frozen=True, order=True)
class Span:
    """Lines from `first` up to, without, `after`; counted from 0."""

    first: int
    after: int


Edit = tuple[Span, list[str]]
"""What to put in the place of which lines."""


def edits_of(
    mapping: Node, lines: list[str], changes: Mapping[str, Plain], order: tuple[str, ...], column: int, newline: str
) -> list[Edit]:
    """Return the edits that replace the keys of a block mapping, or add them where they are missing.

    `column` is where its keys begin, `order` tells where a missing key belongs. Where a comment below a key would
    become part of the new text, it moves to the column of the key.
    """
    spans, edits, comments = spans_of(mapping, lines), [], {}
    for key in sorted(changes, key=lambda name: order.index(name) if name in order else len(order)):
        span, block, margin = _place_for(key, spans, order, len(lines)), dump({key: changes[key]}), " " * column
        if key in spans:
            span, margin = spans[key], lines[spans[key].first][:column]
            block = _with_comment(block, _key_comment(lines, mapping, key, column))
        edits.append((span, indented(block, margin, newline)))
        below = span_below(lines, span.after, column)
        if block.count("\n") > 1 and below.first < below.after:
            comments[below] = [
                " " * column + line.lstrip(" ") if line.strip() else line for line in lines[below.first : below.after]
            ]
    return [*edits, *comments.items()]


def applied(lines: list[str], edits: Iterable[Edit]) -> list[str]:
    """Return the lines with the edits, none of which overlap; of several at one place the first stays first."""
    result = list(lines)
    ordered = sorted(edits, key=lambda edit: edit[0])
    for span, new in reversed(ordered):
        result[span.first : span.after] = new  # from the end to the beginning, so that the places of the others hold
    return result


def spans_of(mapping: Node, lines: list[str]) -> dict[str, Span]:
    """Return the lines of each key: up to the end of its value, without what follows."""
    assert isinstance(mapping.value, dict)
    return {key: Span(line - 1, end_of(mapping.value[key], line, lines)) for key, line in mapping.key_lines.items()}


def end_of(value: Node, first: int, lines: list[str]) -> int:
    """Return the number of the last line of the value, which began at the line `first`; blank ones are not its own."""
    after = min(max(first, value.end_line), len(lines))
    while after > first and not lines[after - 1].strip(" \t" + LINE_ENDS):
        after -= 1
    return after


def span_below(lines: list[str], first: int, column: int) -> Span:
    """Return the comments that begin at the line, all further right than the column, with blank lines between them."""
    place = after = first
    while place < len(lines):
        text = lines[place].lstrip(" ")
        if text.startswith("#") and len(lines[place]) - len(text) > column:
            after = place + 1
        elif text.strip(" \t" + LINE_ENDS):
            break
        place += 1
    return Span(first, after)


def indented(block: str, margin: str, newline: str) -> list[str]:
    """Return the lines of a block, the first one behind the margin and the others below it; empty ones stay empty.

    The end of a document, which the writer puts behind a text with empty lines at its end, is left away.
    """
    if block.endswith("\n...\n"):
        block = block.removesuffix("...\n")
    margins = (margin, *[" " * len(margin)] * block.count("\n"))
    lines = [before + line if line != "\n" else line for before, line in zip(margins, lines_of(block), strict=False)]
    return [line.replace("\n", newline) for line in lines]


def _key_comment(lines: list[str], mapping: Node, key: str, column: int) -> str:
    """Return the comment at the end of a key's line, or else after the end of its value, with the space before it."""
    assert isinstance(mapping.value, dict)
    node, line = mapping.value[key], lines[mapping.key_lines[key] - 1].rstrip(LINE_ENDS)
    start = line.find(":", column) + 1
    header = _BLOCK_HEADER.match(line, start) if node.style in ("|", ">") else None
    comment = _COMMENT.fullmatch(line, header.end() if header else start)
    if not comment and node.end_column:
        comment = _COMMENT.fullmatch(lines[node.end_line - 1].rstrip(LINE_ENDS), node.end_column)
    return comment.group() if comment else ""


def _with_comment(block: str, comment: str) -> str:
    """Put the comment back: on the line of the key, or after the closing quote of a text of several lines."""
    if not comment:
        return block
    first, end, rest = block.partition("\n")
    root = parse(block)
    assert root is not None and isinstance(root.value, dict)
    if next(iter(root.children)).style in ("'", '"'):
        first, rest = block.rstrip("\n"), ""
    return f"{first}{comment}{end}{rest}"


def _place_for(key: str, spans: Mapping[str, Span], order: tuple[str, ...], end: int) -> Span:
    """Return the empty span where a missing key belongs: after the nearest earlier one, or after all."""
    earlier = order[: order.index(key)] if key in order else ()
    before = next((spans[name] for name in reversed(earlier) if name in spans), None)
    after = before.after if before else max((span.after for span in spans.values()), default=end)
    return Span(after, after)
