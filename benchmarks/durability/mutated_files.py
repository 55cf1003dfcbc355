"""Mutated files are read: no traceback, little time and memory, and no text is changed without a word."""

import random
import resource
import time
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from benchmarks.durability.mutations import in_another_encoding, mutated, seeds
from benchmarks.durability.outcome import Outcome, Task
from stories.errors import NotStorable
from stories.files.content import ContentError, decode, encode
from stories.files.fields import replace_fields
from stories.files.formats import upgraded
from stories.files.library import MODELS
from stories.files.names import composed
from stories.files.reading import Reading, read_record
from stories.files.tree import TreeError, lines_of, parse
from stories.model.record import Record
from stories.problems import CODES

SECONDS = 0.25
MEMORY = 50 * 2**20
PURE_EVERY = 4
"""Every so many files are read by PyYAML's own parser too, which shares no line with ours; the others by libyaml's."""
EDITED_EVERY = 8
NEW = "새로 쓴 글"


def mutated_files(task: Task) -> Outcome:
    """Read so many mutated files; those that can be read are compared with another reading, some are edited."""
    chance, among, outcome = random.Random(task.seed), seeds(), Outcome()
    for kind in MODELS:
        read_record(MODELS[kind], "title: 처음\n", "x.yaml", "x")  # what is made once is made before memory counts
    _limit_memory()
    for turn in range(task.tries):
        kind, raw = mutated(chance, among)
        if chance.random() < 0.02:
            raw = in_another_encoding(chance, raw.decode("utf-8", "replace"))
        wrong = _one(kind, raw, turn, outcome)
        outcome.add(f"{kind}, {raw[:1500]!r}: {wrong}" if wrong else "")
        task.tell()
    return outcome


def _limit_memory() -> None:
    """Let this process have only so much memory more than it has now."""
    pages = Path("/proc/self/statm")
    if pages.exists():
        now = int(pages.read_text(encoding="ascii").split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (now + MEMORY, now + MEMORY))


def _one(kind: str, raw: bytes, turn: int, outcome: Outcome) -> str:
    """Return what is wrong with the reading of one file, or nothing."""
    start = time.process_time()
    try:
        content = decode(raw)
        reading = read_record(MODELS[kind], content.text, "x.yaml", "x")
    except ContentError as error:
        outcome.see("not a text")
        return "" if error.code in CODES else f"{error.code} is no problem's code"
    except Exception as error:  # noqa: BLE001 - what the row looks for
        return f"raises {error!r}"
    seconds = time.process_time() - start
    if seconds > SECONDS:
        return f"takes {seconds:.2f} s"
    if encode(content.text, content.encoding) != raw:
        return "is not the same bytes again"
    unknown = [problem for problem in reading.problems if problem.code not in CODES or problem.line < 0]
    if unknown or (reading.record is None and not reading.problems):
        return f"gives {unknown or 'neither a record nor a problem'}"
    if reading.record is None:
        outcome.see("told")
        return ""
    outcome.see("read")
    loader = yaml.BaseLoader if turn % PURE_EVERY == 0 else getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    wrong = _differs(MODELS[kind], content.text, reading, loader, outcome)
    if not wrong and turn % EDITED_EVERY == 0:
        wrong = _edited(MODELS[kind], content.text, reading, outcome)
    return wrong


def _differs(model: type[Record], text: str, reading: Reading[Record], loader: Any, outcome: Outcome) -> str:
    """Return the field that another reading of the same text gives otherwise, though nothing was told of it."""
    if reading.newer:
        outcome.see("made by a newer program")
        return ""
    try:
        found = yaml.load(upgraded(model, text), loader)
    except yaml.YAMLError:
        outcome.see("read by one parser only")
        return ""
    outcome.see(f"compared by {loader.__name__}")
    if not isinstance(found, dict):
        return f"another reading gives {found!r}"
    found = {composed(key): value for key, value in found.items() if isinstance(key, str)}
    # A byte order mark before a key is a letter of it for one of the two parsers, and nothing for the other.
    marked = {key.lstrip("\ufeff"): value for key, value in found.items() if key.startswith("\ufeff")}
    told = {problem.details.get("field", "") for problem in reading.problems}
    for name in model.model_fields:
        if name == "id" or name in reading.unreadable or name in told:
            continue
        mine, other = getattr(reading.record, name), _read_by(model, name, found)
        same = other == mine or (name in marked and mine == _read_by(model, name, marked))
        if not same and not (other is None and told):
            return f"{name} is {getattr(reading.record, name)!r}, another reading gives {other!r}"
    return ""


def _read_by(model: type[Record], name: str, found: dict[str, Any]) -> Any:
    """Return the field as the model takes it from another reading, or None where it does not."""
    try:
        return getattr(model.model_validate({name: found[name]} if name in found else {}), name)
    except ValidationError:
        return None


def _edited(model: type[Record], text: str, reading: Reading[Record], outcome: Outcome) -> str:
    """Return what else changes when one field is edited, or nothing; a file that is refused stays as it is."""
    assert reading.record is not None
    names = [name for name, field in model.model_fields.items() if name != "id" and field.annotation is str]
    name = next((name for name in names if name not in reading.unreadable), "")
    if not name:
        return ""
    try:
        result = replace_fields(text, {name: NEW}, tuple(model.model_fields))
    except (TreeError, NotStorable):
        outcome.see("edit refused")
        return ""
    except Exception as error:  # noqa: BLE001 - what the row looks for
        return f"editing {name} raises {error!r}"
    outcome.see("edited")
    again = read_record(model, result, "x.yaml", "x").record
    if again is None or getattr(again, name) != NEW:
        return f"{name} is {getattr(again, name, None)!r} after it was edited"
    if again.model_copy(update={name: ""}) != reading.record.model_copy(update={name: ""}):
        return f"another field changed when {name} was edited"
    return _moved(text, result, name)


def _moved(text: str, result: str, name: str) -> str:
    """Return the lines that an edit has changed though they are not those of its field."""
    root = parse(text)
    assert root is not None
    before, after = lines_of(text), lines_of(result)
    first = root.key_lines.get(name, 0)
    if not first:  # it was added: the lines around it are the old ones
        start = next(
            (at for at, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1]), len(before)
        )
        return "" if "".join(before[start:]) in result else f"adding {name} changed other lines"
    rest = "".join(
        before[min((line for line in root.key_lines.values() if line > first), default=len(before) + 1) - 1 :]
    )
    return "" if after[: first - 1] == before[: first - 1] and result.endswith(rest) else "other lines changed"
