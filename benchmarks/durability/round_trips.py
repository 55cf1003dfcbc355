"""Random records are written and read again: no character may be another one."""

import random
from typing import Any

from benchmarks.durability.outcome import Outcome, Task
from benchmarks.durability.random_texts import cleaned, random_text, storable
from stories.errors import NotStorable
from stories.files.content import decode
from stories.files.fields import replace_fields
from stories.files.library import MODELS
from stories.files.reading import read_record
from stories.files.saving import new_text
from stories.files.tree import Plain
from stories.model.record import Part, part_in

KINDS = ("stories", "stories", "stories", "applications", "concepts", "interviews")
SHARE = 0.4
"""Of the fields of a record that are filled in."""
LONGEST = 120
"""Characters of a text at random, besides the long ones of the list."""


def round_trips(task: Task) -> Outcome:
    """Write and read so many records; every second one is then changed in one field, in its file."""
    chance, outcome = random.Random(task.seed), Outcome()
    while outcome.tried < task.tries:
        kind = chance.choice(KINDS)
        fields = random_fields(chance, MODELS[kind])
        if storable(fields):
            outcome.add(_written(chance, kind, fields, outcome, is_new=outcome.tried % 2 == 0))
            task.tell()
    return outcome


def _written(chance: random.Random, kind: str, fields: dict[str, Plain], outcome: Outcome, is_new: bool) -> str:
    """Write the fields, and change one of them where the record is not new; return what reads back otherwise."""
    try:
        text = new_text(kind, _kept(fields))
        if not is_new:
            name, value = _one_more(chance, kind)
            fields[name] = value
            text = replace_fields(text, _kept({name: value}), tuple(MODELS[kind].model_fields))
    except NotStorable as error:
        return f"{kind} {fields!r}: {error!r}"
    outcome.see("characters", len(text))
    return _changed(kind, text, fields)


def _kept(fields: dict[str, Plain]) -> dict[str, Plain]:
    """Return the fields as saving hands them to the writer."""
    return {name: cleaned(value) for name, value in fields.items()}


def _one_more(chance: random.Random, kind: str) -> tuple[str, Plain]:
    name = chance.choice([name for name in MODELS[kind].model_fields if name not in ("id", "archived")])
    value = _value(chance, MODELS[kind], name)
    return name, value if storable(value) else ""


def random_fields(chance: random.Random, model: type[Part]) -> dict[str, Plain]:
    """Return some fields of the model with random texts, words and rows."""
    names = [name for name, field in model.model_fields.items() if not field.exclude and name != "archived"]
    return {name: _value(chance, model, name) for name in names if chance.random() < SHARE}


def _value(chance: random.Random, model: type[Part], name: str) -> Plain:
    field, part = model.model_fields[name], part_in(model, name)
    choices = _choices(field.annotation)
    if choices:
        return chance.choice(choices)
    if part:
        return [random_fields(chance, part) for _ in range(chance.choice((0, 1, 1, 2, 3)))]
    if isinstance(field.get_default(), list):
        return [random_text(chance, 30) for _ in range(chance.choice((0, 1, 2, 4)))]
    return random_text(chance, LONGEST)


def _choices(annotation: Any) -> list[str]:
    """Return the values of a field in which only some are allowed."""
    found = [one for one in getattr(annotation, "__args__", ()) if isinstance(one, str)]
    return found or [value for one in getattr(annotation, "__args__", ()) for value in _choices(one)]


def _changed(kind: str, text: str, fields: dict[str, Plain]) -> str:
    """Return the field that reads back otherwise, or what kept the file from being read."""
    reading = read_record(MODELS[kind], decode(text.encode()).text, "x.yaml", "x")
    if reading.record is None or reading.unreadable:
        return f"{kind} {fields!r}: {reading.problems}"
    expected = MODELS[kind].model_validate(cleaned(fields))
    for name in fields:
        if getattr(reading.record, name) != getattr(expected, name):
            return f"{kind}.{name} of {fields[name]!r} reads back as {getattr(reading.record, name)!r}"
    return ""
