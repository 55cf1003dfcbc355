"""Replace fields of a YAML text: only the lines of what changed are touched, comments and foreign keys stay."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from stories.errors import NotStorable
from stories.files.tree import Node, Plain, TreeError, lines_of, parse
from stories.files.yaml_writer import dump

_LINE_ENDS = "\r\n\x85\u2028\u2029"
_BLOCK_HEADER = re.compile(r"[ \t]+[|>][+-]?\d?[+-]?")
_COMMENT = re.compile(r"[ \t]+#.*")


@dataclass(frozen=True, order=True)
class _Span:
    """Lines from `first` up to, without, `after`; counted from 0."""

    first: int
    after: int


def replace_fields(text: str, changes: Mapping[str, Plain], order: tuple[str, ...] = ()) -> str:
    """Return the text with the top-level fields replaced, or added where they are missing.

    `order` is the order of the model's fields, for the place of an added one. A comment on the line of a key
    stays; comments between the rows of a replaced list go with it. Raises TreeError where the text cannot be read
    or is not a plain block mapping, NotStorable where the result would not read back as it should.
    """
    root = _tree(text)
    newline = "\r\n" if "\r\n" in text else ("\r" if "\r" in text and "\n" not in text else "\n")
    closed = not text or text.endswith(tuple(_LINE_ENDS))
    lines = lines_of(text if closed else text + newline)
    spans = _spans(root, lines)
    edits: list[tuple[_Span, str]] = []
    for key in sorted(changes, key=lambda name: order.index(name) if name in order else len(order)):
        block = dump({key: changes[key]})
        if key in spans:
            edits.append((spans[key], _with_comment(block, _key_comment(lines, root, key))))
        else:
            edits.append((_place_for(key, spans, order, len(lines)), block))
    edits.sort(key=lambda edit: edit[0])
    for span, block in reversed(edits):  # from the end to the beginning, so that the places of the others hold
        lines[span.first : span.after] = lines_of(block.replace("\n", newline))
    result = "".join(lines) if closed else "".join(lines).removesuffix(newline)
    _check(root, result, changes)
    return result


def _tree(text: str) -> Node:
    root = parse(text) or Node({}, 1, 1, "block")
    if not isinstance(root.value, dict) or root.style == "flow":
        raise TreeError("flow", root.line)
    return root


def _spans(root: Node, lines: list[str]) -> dict[str, _Span]:
    """Return the lines of each top-level field: from its key to the end of its value, without what follows."""
    spans = {}
    assert isinstance(root.value, dict)
    for key, line in root.key_lines.items():
        after = min(max(line, root.value[key].end_line), len(lines))
        while after > line and not lines[after - 1].strip(" \t" + _LINE_ENDS):
            after -= 1
        spans[key] = _Span(line - 1, after)
    return spans


def _key_comment(lines: list[str], root: Node, key: str) -> str:
    """Return the comment at the end of a key's line, or else after the end of its value, with the space before it."""
    assert isinstance(root.value, dict)
    node, line = root.value[key], lines[root.key_lines[key] - 1].rstrip(_LINE_ENDS)
    start = line.index(":") + 1
    header = _BLOCK_HEADER.match(line, start) if node.style in ("|", ">") else None
    comment = _COMMENT.fullmatch(line, header.end() if header else start)
    if not comment and node.end_column:
        comment = _COMMENT.fullmatch(lines[node.end_line - 1].rstrip(_LINE_ENDS), node.end_column)
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


def _place_for(key: str, spans: Mapping[str, _Span], order: tuple[str, ...], end: int) -> _Span:
    """Return the empty span where a missing field belongs: after the nearest earlier field, or after all."""
    earlier = order[: order.index(key)] if key in order else ()
    before = next((spans[name] for name in reversed(earlier) if name in spans), None)
    after = before.after if before else max((span.after for span in spans.values()), default=end)
    return _Span(after, after)


def _check(before: Node, result: str, changes: Mapping[str, Plain]) -> None:
    """Read the result back before anything is written: the new values are there, the others are as they were."""
    try:
        after = parse(result)
    except TreeError:
        raise NotStorable(field=next(iter(changes), ""), reason="differs") from None
    was, now = before.plain(), after.plain() if after is not None else {}
    assert isinstance(was, dict) and isinstance(now, dict)
    for key, value in changes.items():
        if _bare(now.get(key, "")) != _bare(value):
            raise NotStorable(field=key, reason="differs")
    if _others(now, changes) != _others(was, changes):
        raise NotStorable(field=next(iter(changes), ""), reason="differs")


def _others(fields: dict[str, Plain], changes: Mapping[str, Plain]) -> dict[str, Plain]:
    return {key: _bare(value) for key, value in fields.items() if key not in changes}


def _bare(value: Plain) -> Plain:
    """Return the value as the reader sees it: without the line end that a block adds, empty for nothing."""
    if isinstance(value, str):
        return value.rstrip()
    if isinstance(value, list):
        return [_bare(item) for item in value] or ""
    return {key: bare for key, item in value.items() if (bare := _bare(item)) != ""}
