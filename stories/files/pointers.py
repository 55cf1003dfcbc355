"""Ids of stories inside a YAML text, changed where they stand: nothing else of the text moves."""

import re
from collections.abc import Iterator

from stories.files.tree import Node, lines_of, parse

_FIELDS_WITH_STORY_IDS = ("stories", "led_to")


def repointed(text: str, old: str, new: str) -> str:
    """Return the text with the story's old id replaced in every field that names stories. Raises TreeError."""
    root = parse(text)
    lines = lines_of(text)
    places = [] if root is None else list(_places(root, ""))
    for node in sorted(places, key=lambda node: (node.line, node.column), reverse=True):
        if node.line == node.end_line and node.style not in ("|", ">"):
            line = lines[node.line - 1]
            written = line[node.column : node.end_column]
            whole_id = rf"(?<![^\s,'\"]){re.escape(old)}(?![^\s,'\"])"
            lines[node.line - 1] = line[: node.column] + re.sub(whole_id, new, written) + line[node.end_column :]
    return "".join(lines)


def _places(node: Node, field: str) -> Iterator[Node]:
    """Return the texts of the fields that name stories, at any depth."""
    if isinstance(node.value, dict):
        for key, child in node.value.items():
            yield from _places(child, key)
    elif isinstance(node.value, list):
        for child in node.value:
            yield from _places(child, field)
    elif field in _FIELDS_WITH_STORY_IDS:
        yield node
