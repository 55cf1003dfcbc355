"""One YAML text to one record, with everything that is wrong in it as problems."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from stories.files.checks import odd_dates, odd_keys, texts_cut_by_comments
from stories.files.diagnosis import diagnose
from stories.files.formats import FORMAT, KEY, upgraded, version_in
from stories.files.tree import Node, Plain, TreeError, parse
from stories.model.record import Record
from stories.problems import Problem

R = TypeVar("R", bound=Record)
_Place = tuple[int | str, ...]
_GONE: dict[str, Plain] = {}
"""Stands where a row was taken out; told by identity, so that the places of the others hold."""


@dataclass(frozen=True)
class Reading(Generic[R]):
    """What a text gave: a record or None, the problems, and the top-level fields that could not be read.

    `newer`: the file was made by a newer program, and this one only shows what it understands of it.
    """

    record: R | None
    problems: tuple[Problem, ...] = ()
    unreadable: frozenset[str] = frozenset()
    newer: bool = False


def read_record(model: type[R], text: str, file: str, record_id: str) -> Reading[R]:
    """Return the record in the text. A field that does not fit is left empty and named; nothing is raised."""
    try:
        root = parse(text)
        now = upgraded(model, text, root)
        text, root = (text, root) if now == text else (now, parse(now))
    except TreeError as error:
        cause = diagnose(text, error)
        return Reading(None, (Problem(file, cause.line, cause.code, cause.details),))
    if root is None:
        return Reading(None, (Problem(file, 0, "empty-file"),))
    if not isinstance(root.value, dict):
        code = "list-at-top" if isinstance(root.value, list) else "plain-text"
        return Reading(None, (Problem(file, root.line, code),))
    data = {unicodedata.normalize("NFC", key): child.plain() for key, child in root.value.items()}
    record, found, unreadable = _validated(model, {**data, "id": record_id})
    version = version_in(root)
    if version is not None and version > FORMAT:
        details = {"version": str(version), "known": str(FORMAT)}
        newer = Problem(file, root.key_lines[KEY], "newer-version", details)
        return Reading(record, (newer,), unreadable, newer=True)
    problems = [
        *_odd_version(root, version, file),
        *odd_keys(model, root, file),
        *texts_cut_by_comments(root, text, file),
        *odd_dates(model, root, file),
        *(_as_problem(one, root, file) for one in found),
    ]
    return Reading(record, tuple(sorted(problems, key=lambda problem: problem.line)), unreadable)


def _odd_version(root: Node, version: int | None, file: str) -> Iterator[Problem]:
    if version is None:
        yield Problem(file, root.key_lines[KEY], "not-a-version", {"known": str(FORMAT)})


def _validated(model: type[R], data: dict[str, Plain]) -> tuple[R, list[ErrorDetails], frozenset[str]]:
    """Return the record of what fits, what does not fit, and the fields of which something was left out."""
    try:
        return model.model_validate(data), [], frozenset()
    except ValidationError as error:
        found = error.errors()
    unfit = [one["loc"] for one in found if one["type"] != "literal_error"]
    _drop_choices(data, [one["loc"] for one in found if one["type"] == "literal_error"])
    _drop_items(data, unfit)
    return model.model_validate(data), found, frozenset(str(place[0]) for place in unfit)


def _drop_choices(data: dict[str, Plain], places: list[_Place]) -> None:
    """Take each unknown choice out, so that the default stands."""
    for *way, name in places:
        here: Plain = data
        for step in way:
            here = here[step]  # type: ignore[index]
        if isinstance(here, dict):
            here.pop(str(name))


def _drop_items(data: dict[str, Plain], places: list[_Place]) -> None:
    """Take out each row that does not fit, or the whole field where it is not made of rows."""
    for name, *rest in places:
        rows = data.get(str(name))
        if isinstance(rows, list) and rest and isinstance(rest[0], int):
            rows[rest[0]] = _GONE
        else:
            data.pop(str(name), None)
    for key, rows in data.items():
        if isinstance(rows, list):
            data[key] = [row for row in rows if row is not _GONE]


def _as_problem(found: ErrorDetails, root: Node, file: str) -> Problem:
    node, line, name = root, root.line, ""
    for step in found["loc"]:
        name = step if isinstance(step, str) else name
        if isinstance(node.value, dict) and step in node.value:
            line, node = node.key_lines[str(step)], node.value[str(step)]
        elif isinstance(node.value, list) and isinstance(step, int):
            node = node.value[step]
            line = node.line
    context = found.get("ctx", {})
    match found["type"]:
        case "not-text" | "not-list" as code:
            return Problem(file, line, code, {"field": name})
        case "control-character" as code:
            return Problem(file, line, code, {"character": str(context["character"])})
        case "literal_error":
            choices = ", ".join(re.findall("'([^']+)'", str(context["expected"])))
            value = str(found["input"])[:60]
            return Problem(file, line, "not-a-choice", {"field": name, "value": value, "choices": choices})
    return Problem(file, line, "not-a-row", {"field": name})
