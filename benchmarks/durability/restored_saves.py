"""After many saves of one story each earlier text can be put back, which can be undone; and so can a deletion."""

import os
import random
from pathlib import Path

from benchmarks.durability.libraries import make_library
from benchmarks.durability.outcome import Outcome, Task
from benchmarks.durability.random_texts import random_text, storable
from stories.errors import NotStorable, StoryBankError
from stories.files.deleting import delete_record, deleted_records
from stories.files.disk import version_of
from stories.files.history import history
from stories.files.library import read_library
from stories.files.places import STATE_VARIABLE, state_folder
from stories.files.restoring import restore
from stories.files.saving import save_fields

FIELDS = ("title", "headline", "situation", "action", "result")
IN_ONE_HISTORY = 250
"""Saves of one story, before another library is begun."""
STORY = ("stories", "x")


def restored_saves(task: Task) -> Outcome:
    """Save so many times; then restore each text, undo that, and delete and bring back some."""
    outcome, left = Outcome(), task.tries
    while left > 0:
        part = min(left, IN_ONE_HISTORY)
        _one_library(task, part, random.Random(task.seed * 1_000 + left), outcome)
        left -= part
    return outcome


def _one_library(task: Task, saves: int, chance: random.Random, outcome: Outcome) -> None:
    place = task.folder / str(outcome.tried)
    os.environ[STATE_VARIABLE] = str(place / "state")
    folder = make_library(place / "library")
    path = folder / "stories" / "x.yaml"
    texts = [path.read_bytes()]
    while len(texts) <= saves:
        _change(chance, folder, path)
        if path.read_bytes() != texts[-1]:
            texts.append(path.read_bytes())
    kept = state_folder(folder) / "history" / "stories.x.jsonl"
    lines, last = kept.read_bytes(), texts[-1]
    for content in chance.sample(texts[:-1], saves):
        try:
            outcome.add(_there_and_back(folder, path, content, deleted=chance.random() < 0.2))
        except StoryBankError as error:
            outcome.add(f"{content[:200]!r}: {error!r}")
        path.write_bytes(last)
        kept.write_bytes(lines)
        task.tell()
    missing = {version_of(one) for one in texts} - {one.version for one in history(folder, *STORY)}
    if missing:
        outcome.fault(f"{len(missing)} of {len(texts)} texts are not in the history")
    outcome.see("bytes of history", len(lines))


def _change(chance: random.Random, folder: Path, path: Path) -> None:
    """Change one field, as a window does or now and then as an editor does, whose text is noticed at the next save."""
    name, text = chance.choice(FIELDS), random_text(chance)
    if not storable(text):
        return
    try:
        save_fields(read_library(folder), *STORY, {name: text})
    except NotStorable:
        return
    if chance.random() < 0.1:
        path.write_bytes(path.read_bytes() + f"# {chance.random()}\n".encode())
        save_fields(read_library(folder), *STORY, {"role": str(chance.random())})


def _there_and_back(folder: Path, path: Path, content: bytes, deleted: bool) -> str:
    """Return what is wrong when the text is put back and that is undone, or the story deleted and brought back."""
    now = path.read_bytes()
    restore(read_library(folder), *STORY, version_of(content), version_of(now))
    if path.read_bytes() != content:
        return f"{content!r} was restored as {path.read_bytes()!r}"
    if deleted:
        delete_record(read_library(folder), *STORY, version_of(content))
        gone = [one for one in deleted_records(read_library(folder)) if (one.kind, one.id) == STORY]
        if path.exists() or [one.version for one in gone] != [version_of(content)]:
            return f"a deleted story is listed as {gone}"
        restore(read_library(folder), *STORY, gone[0].version, "")
        if path.read_bytes() != content:
            return f"a deleted story came back as {path.read_bytes()!r}"
    restore(read_library(folder), *STORY, version_of(now), version_of(content))
    return "" if path.read_bytes() == now else f"undoing gave {path.read_bytes()!r}, not {now!r}"
