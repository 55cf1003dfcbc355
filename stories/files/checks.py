"""What is odd in a file that can be read: unknown keys, texts that a comment cuts, dates that are none."""

import datetime
import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

from rapidfuzz import fuzz, process

from stories.files.formats import KEY
from stories.files.tree import Node, lines_of
from stories.model.record import DATE, Part, Record, part_in
from stories.problems import Problem

MISSPELT_CUTOFF = 70.0
"""Similarity (0 to 100) from which an unknown key is taken for a slip of a known one."""
_DAY = re.compile(r"\d{4}\D{1,2}\d{1,2}\D{1,2}\d{1,2}")
_AFTER_BLANK = re.compile(r"[^\S\n]#")
_COMMENT = re.compile(r",?(?:\s+(?=#[^\s#])| )(?P<comment>#.*)")
"""A comment that may have been meant as text: `#1`, or one space before it. Two spaces and `# ` are a comment's."""


def odd_keys(model: type[Part], node: Node, file: str) -> Iterator[Problem]:
    """Name the keys that we do not know, in rows too, with the one that was probably meant."""
    if isinstance(node.value, list):
        for row in node.value:
            yield from odd_keys(model, row, file)
    elif isinstance(node.value, dict):
        known = _known(model)
        for key, child in node.value.items():
            name = unicodedata.normalize("NFC", key)
            part = part_in(model, name) if name in known else None
            if part:
                yield from odd_keys(part, child, file)
            elif name not in known and not (name == KEY and issubclass(model, Record)):
                yield _odd_key(name, known, node.key_lines[key], file)


@cache
def _known(model: type[Part]) -> tuple[str, ...]:
    return tuple(name for name, field in model.model_fields.items() if not field.exclude)


def _odd_key(key: str, known: Sequence[str], line: int, file: str) -> Problem:
    if key[:1] not in ("", " ", "\t") and key[0].isspace():
        return Problem(file, line, "odd-space")
    letters = "".join(letter for letter in key if unicodedata.category(letter) != "Cf" and not letter.isspace())
    shown = "".join(f"<U+{ord(x):04X}>" if unicodedata.category(x) == "Cf" else x for x in key)
    best = process.extractOne(letters, known, scorer=fuzz.ratio, score_cutoff=MISSPELT_CUTOFF)
    if best:
        return Problem(file, line, "unknown-key-meant", {"key": shown, "meant": best[0]})
    return Problem(file, line, "unknown-key", {"key": shown})


def texts_cut_by_comments(root: Node, text: str, file: str) -> Iterator[Problem]:
    """Name plain texts that a `#` cuts: `왜 #1인가` written without quotes keeps only its beginning."""
    if not _AFTER_BLANK.search(text):
        return
    lines = lines_of(text)
    waiting = [root]
    while waiting:
        node = waiting.pop()
        waiting += reversed(node.children)
        if isinstance(node.value, str) and not node.style and node.end_line <= len(lines):
            cut = _COMMENT.match(lines[node.end_line - 1], node.end_column)
            if cut:
                yield Problem(file, node.end_line, "comment-cuts-text", {"text": cut["comment"].strip()[:60]})


def odd_dates(model: type[Part], root: Node, file: str) -> Iterator[Problem]:
    """Name dates that are written to the day but are no day of the calendar, or not as YYYY-MM-DD."""
    assert isinstance(root.value, dict)
    for key, node in root.value.items():
        field = model.model_fields.get(key)
        if field and DATE in field.metadata and isinstance(node.value, str) and not _fits(node.value.strip()):
            yield Problem(file, root.key_lines[key], "not-a-date", {"field": key, "value": node.value[:60]})


def _fits(value: str) -> bool:
    if not _DAY.match(value):
        return True
    try:
        datetime.date.fromisoformat(value[:10])
    except ValueError:
        return False
    return True
