"""YAML text to a tree with every scalar as text, with lines, and without what can hurt: aliases, tags, depth."""

import re
from dataclasses import dataclass, field

import yaml

MAX_DEPTH = 12
"""Levels of nesting; a library needs four. Deeper input is refused before it can exhaust the parser."""

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_LINE = re.compile(r"[^\r\n\x85\u2028\u2029]*(?:\r\n|[\r\n\x85\u2028\u2029]|$)")
_NOT_YAML = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FOUND_TOO_LATE = ("could not find expected ':'", "found unexpected end of stream")
"""What the parser says of a line without a key and of an open quote, lines after the place where they stand."""


@dataclass
class Node:
    """One value with the line where it starts (1-based) and the line where it ends (inclusive).

    `style` is that of the source: "" for a plain scalar, `|`, `>` or a quote for others, "block" or "flow" for
    lists and mappings. Columns count from 0; `end_column` is the one after the value, 0 for a block.
    """

    value: "str | list[Node] | dict[str, Node]"
    line: int
    end_line: int
    style: str = ""
    column: int = 0
    end_column: int = 0
    key_lines: dict[str, int] = field(default_factory=dict)

    def plain(self) -> "Plain":
        """Return the value without its places: texts, lists and mappings."""
        if isinstance(self.value, dict):
            return {key: child.plain() for key, child in self.value.items()}
        if isinstance(self.value, list):
            return [child.plain() for child in self.value]
        return self.value

    @property
    def children(self) -> "tuple[Node, ...]":
        """The values of a list or a mapping; none for a text."""
        if isinstance(self.value, str):
            return ()
        return tuple(self.value.values() if isinstance(self.value, dict) else self.value)


Plain = str | list["Plain"] | dict[str, "Plain"]


class TreeError(Exception):
    """The text is not a tree that we read; `code` and `details` as in Problem, `line` 1-based."""

    def __init__(self, code: str, line: int, **details: str) -> None:
        super().__init__(code, line, details)
        self.code, self.line, self.details = code, line, details


def lines_of(text: str) -> list[str]:
    """Return the lines as YAML 1.1 counts them, each with its line end."""
    return [line for line in _LINE.findall(text) if line]


def line_at(text: str, position: int) -> int:
    """Return the number of the line (1-based) in which the character at the position stands."""
    return len(lines_of(text[:position] + "."))


def parse(text: str) -> Node | None:
    """Return the tree of the text, or None where there is nothing but comments.

    The parser hands over events and keeps no stack of its own in C, so nesting cannot crash the process.
    Raises TreeError for what cannot be read, for anchors, aliases, tags, several documents, repeated keys and
    nesting beyond MAX_DEPTH.
    """
    bad = _NOT_YAML.search(text)
    if bad:
        raise TreeError("control-character", line_at(text, bad.start()), character=f"U+{ord(bad.group()):04X}")
    builder = _Builder()
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        late = error.problem in _FOUND_TOO_LATE and error.context_mark
        mark = error.context_mark if late else error.problem_mark or error.context_mark
        raise TreeError("syntax", mark.line + 1 if mark else 1, detail=error.problem or "") from None
    root = builder.root
    return None if root is not None and root.value == "" and not root.style else root


class _Builder:
    """Puts events together; the stack holds the open collections and, for mappings, the key that waits."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self._open: list[Node] = []
        self._keys: list[str | None] = []
        self._last_line = 1

    def take(self, event: yaml.Event) -> None:
        assert event.start_mark is not None
        line = event.start_mark.line + 1
        if isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            raise TreeError("several-documents", line)
        if isinstance(event, yaml.AliasEvent):
            raise TreeError("anchor", line, character="*")
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent):
            _refuse_marks(event, line)
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event, line)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._start(event, line)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._end(event)

    def _awaits_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1].value, dict) and self._keys[-1] is None

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        start, end = event.start_mark, event.end_mark
        assert start is not None and end is not None
        if self._awaits_key():
            self._key(event.value, line)
            return
        # A block ends where the next line begins, except at the end of a text without a last line end.
        block = event.style in ("|", ">")
        end_line = end.line if block and end.column == 0 else end.line + 1
        end_column = 0 if block else end.column
        self._add(Node(event.value, line, max(end_line, line), event.style or "", start.column, end_column))
        self._last_line = max(self._last_line, end_line)

    def _key(self, key: str, line: int) -> None:
        lines = self._open[-1].key_lines
        if key in lines:
            raise TreeError("duplicate-key", line, key=key, first=str(lines[key]))
        lines[key] = self._last_line = line
        self._keys[-1] = key

    def _start(self, event: yaml.CollectionStartEvent, line: int) -> None:
        if self._awaits_key():
            raise TreeError("syntax", line, detail="a list or map as a key")
        if len(self._open) >= MAX_DEPTH:
            raise TreeError("too-deep", line)
        style = "flow" if event.flow_style else "block"
        node = Node({} if isinstance(event, yaml.MappingStartEvent) else [], line, line, style)
        self._add(node)
        self._open.append(node)
        self._keys.append(None)

    def _end(self, event: yaml.CollectionEndEvent) -> None:
        node = self._open.pop()
        self._keys.pop()
        if node.style == "flow" and event.end_mark is not None:
            self._last_line = event.end_mark.line + 1
            node.end_column = event.end_mark.column
        node.end_line = self._last_line

    def _add(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        parent, key = self._open[-1].value, self._keys[-1]
        if isinstance(parent, list):
            parent.append(node)
        elif isinstance(parent, dict) and key is not None:
            parent[key] = node
            self._keys[-1] = None


def _refuse_marks(event: yaml.ScalarEvent | yaml.CollectionStartEvent, line: int) -> None:
    if event.anchor is not None:
        raise TreeError("anchor", line, character="&")
    if event.tag is not None:
        raise TreeError("tag", line, character="!")
