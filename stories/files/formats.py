"""The format of a file: which version it says, how an older text becomes one of now, and what is too new for us.

A file may say `version: 2` at its top level; one that says nothing is of version 1. Each step of UPGRADES turns a text
of one version into one of the next and changes nothing else of it; a file on disk is only written so when it is saved
anyway. Version 2: what an interview's or application's question names is a list (`stories`, `concepts`), no single id.
"""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from stories.files.fields import replace_fields
from stories.files.tree import Node, Plain, TreeError, lines_of, parse
from stories.files.yaml_writer import AsTyped
from stories.model.application import Application
from stories.model.interview import Interview
from stories.model.record import Record

FORMAT = 2
"""The version of the format that this program writes."""
KEY = "version"
_NUMBER = re.compile(r"0*([1-9][0-9]{0,8})")

Step = Callable[[type[Record], str], str]


def version_in(root: Node | None) -> int | None:
    """Return the version that the file says, 1 where it says none, or None where what it says is no version."""
    node = root.value.get(KEY) if root is not None and isinstance(root.value, dict) else None
    if node is None or node.value == "":
        return 1
    number = _NUMBER.fullmatch(node.value.strip()) if isinstance(node.value, str) else None
    return int(number[1]) if number else None


def upgraded(model: type[Record], text: str, root: Node | None = None) -> str:
    """Return the text in the format of now, line by line as it was where nothing of it is older. Raises TreeError.

    `root` is the tree of the text where it is known. A text that names no version of ours is taken to be of now.
    """
    for before in range(version_in(root or parse(text)) or FORMAT, FORMAT):
        text = UPGRADES[before](model, text)
    return text


def stamped(text: str) -> str:
    """Return the text with the version of now in it. Raises TreeError or NotStorable."""
    return replace_fields(text, {KEY: AsTyped(str(FORMAT), plain=True)}, (KEY,))


def _lists_of_ids(model: type[Record], text: str) -> str:
    """Turn `story` and `concept` of a question into `stories` and `concepts`; a row that has both keeps both."""
    field = {Interview: "asked", Application: "questions"}.get(model)
    root = parse(text) if field else None
    rows = root.value.get(str(field)) if root is not None and isinstance(root.value, dict) else None
    for place, row in enumerate(rows.children if rows is not None and isinstance(rows.value, list) else ()):
        for old, new in (("story", "stories"), ("concept", "concepts")):
            if isinstance(row.value, dict) and old in row.value and new not in row.value:
                text = _renamed(text, (str(field), place), row.key_lines[old], old, new)
    return text


def _renamed(text: str, way: tuple[str, int], line: int, old: str, new: str) -> str:
    """Return the text with a key of one row renamed where it stands, or as it is where that cannot be told."""
    root, lines = parse(text), lines_of(text)
    wanted = root.plain() if root is not None else {}
    row = _row(wanted, way)
    row[new] = row.pop(old)
    for found in re.finditer(rf"\b{old}(?=['\"]?\s*:)", lines[line - 1]):
        key = lines[line - 1][: found.start()] + new + lines[line - 1][found.end() :]
        result = "".join((*lines[: line - 1], key, *lines[line:]))
        try:
            read = parse(result)
        except TreeError:
            continue
        if read is not None and read.plain() == wanted:
            return result
    return text


def _row(fields: Plain, way: tuple[str, int]) -> dict[str, Plain]:
    rows = fields[way[0]] if isinstance(fields, dict) else []
    row = rows[way[1]] if isinstance(rows, list) else {}
    assert isinstance(row, dict)
    return row


UPGRADES: Mapping[int, Step] = MappingProxyType({1: _lists_of_ids})
"""The step from each version to the next; each has a text before and a text after in the tests."""
