"""Fields to YAML that a person likes to read: texts as `|` blocks, words as [a, b], rows one below the other."""

import re
from collections.abc import Mapping
from typing import Any

import yaml

from stories.files.tree import Node, Plain

LONGEST_LINE = 60
"""Characters up to which a text without line breaks stands on the line of its key."""
_NOT_IN_BLOCK = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_TEXT = "tag:yaml.org,2002:str"
_NULL = "tag:yaml.org,2002:null"


class AsTyped(str):
    """A text of a key that we do not know: it is written so that other programs read the same value and type."""

    plain: bool

    def __new__(cls, text: str, plain: bool) -> "AsTyped":
        """Keep the text and whether it stood there without quotes."""
        typed = super().__new__(cls, text)
        typed.plain = plain
        return typed


def as_typed(node: Node) -> Plain:
    """Return the value of a key that we do not know, to be written back as it was typed."""
    if isinstance(node.value, dict):
        return {key: as_typed(child) for key, child in node.value.items()}
    if isinstance(node.value, list):
        return [as_typed(child) for child in node.value]
    return AsTyped(node.value, not node.style)


class _Words(list[Plain]):
    """A list that is written on one line."""


class _Dumper(yaml.SafeDumper):
    """PyYAML's writer with blocks for texts of several lines, and nothing at all for an empty value."""

    def analyze_scalar(self, scalar: str) -> Any:
        analysis = super().analyze_scalar(scalar)
        if analysis.multiline and not _NOT_IN_BLOCK.search(scalar) and not scalar[:1].isspace():
            # A block can hold spaces at the end of a line; PyYAML is more careful than it needs to be.
            analysis.allow_block = True
        return analysis

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    if not text:
        return dumper.represent_scalar(_NULL, "")
    return dumper.represent_scalar(_TEXT, text, style="|" if text.endswith("\n") else None)


def _typed(dumper: yaml.SafeDumper, text: AsTyped) -> yaml.ScalarNode:
    if text.plain:
        tag: str = dumper.resolve(yaml.ScalarNode, str(text), (True, False))  # type: ignore[no-untyped-call]
        return dumper.represent_scalar(tag, str(text))
    style = '"' if not text or _NOT_IN_BLOCK.search(text) else "|" if "\n" in text else None
    return dumper.represent_scalar(_TEXT, str(text), style=style)


def _words(dumper: yaml.SafeDumper, words: _Words) -> yaml.SequenceNode:
    # Nothing at all would be no item of a list.
    items = [AsTyped("", plain=False) if word == "" else word for word in words]
    return dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=True)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(AsTyped, _typed)
_Dumper.add_representer(_Words, _words)


def dump(fields: Mapping[str, Plain]) -> str:
    """Return the fields as YAML, in their order, with LF line ends and one at the very end.

    Texts of several lines end with a line end in the file, as people write them; the reader takes it off again.
    """
    shaped = {key: _shaped(value) for key, value in fields.items()}
    return yaml.dump(shaped, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**9) if shaped else ""


def _shaped(value: Plain) -> Plain:
    if isinstance(value, AsTyped):
        return value
    if isinstance(value, str):
        return value + "\n" if "\n" in value or len(value) > LONGEST_LINE else value
    if isinstance(value, list):
        if all(isinstance(item, str) and "\n" not in item and len(item) <= LONGEST_LINE for item in value):
            return _Words(value)
        return [_shaped(item) for item in value]
    return {key: _shaped(item) for key, item in value.items()}
