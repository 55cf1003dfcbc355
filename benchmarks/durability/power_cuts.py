"""The power is cut after each call of each action, on a disk that keeps only what was synced."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.durability.actions import ACTIONS, Action
from benchmarks.durability.calls import watched
from benchmarks.durability.ground import Files, Ground, alike
from benchmarks.durability.outcome import Outcome, Task
from benchmarks.durability.volatile_disk import VolatileDisk
from stories.files import disk

Call = tuple[str, tuple[Any, ...], Any]
STEPS = ("write", "fsync", "replace", "link", "unlink", "mkdir", "ftruncate")


def power_cuts(task: Task) -> Outcome:
    """Cut the power after each call of each action; what may be found then is whole, and after the last one is new."""
    ground, outcome = Ground(task.folder), Outcome()
    for action in ACTIONS[task.number :: task.of]:
        old = ground.files()
        before, calls = VolatileDisk.of(ground.folder), list[Call]()
        with watched(ground.folder / action.only, after=lambda *call, calls=calls: calls.append(_kept(*call))):
            action.run(ground.library)
        new = ground.files()
        ground.put_back()
        for number, call in enumerate(calls, 1):
            before.follow(*call)
            if call[0] in STEPS or number == len(calls):
                last = number == len(calls)
                _judge(outcome, action, ground.folder, before, old, new, f"{call[0]} ({number}/{len(calls)})", last)
                task.tell()
        outcome.see(action.name, sum(name in STEPS for name, _, _ in calls))
    return outcome


def _kept(name: str, given: tuple[Any, ...], found: Any) -> Call:
    """Return the call with its bytes as they are now: a buffer may change later."""
    return name, tuple(bytes(one) if isinstance(one, memoryview) else one for one in given), found


def _judge(
    outcome: Outcome, action: Action, folder: Path, now: VolatileDisk, old: Files, new: Files, at: str, last: bool
) -> None:
    for found in now.after_a_cut():
        files = alike({Path(path).relative_to(folder).as_posix(): content for path, content in found.items()})
        wrong = _wrong(files, old, new, last, action)
        outcome.add(f"{action.name}, power cut after {at}: {wrong}" if wrong else "")


def _wrong(files: Mapping[str, bytes], old: Files, new: Files, last: bool, action: Action) -> str:
    for name in sorted({*old, *new, *files}):
        if name.endswith(disk.TEMPORARY_SUFFIX):
            continue
        content, whole = files.get(name), {new.get(name)}
        if not last or name not in new:  # what was given up may come back
            whole.add(old.get(name))
        if content in whole or (not last and _is_appended(name, content, old)):
            continue
        return f"{name} is {content!r}, not one of {whole!r}"
    texts = {content for name, content in old.items() if name.startswith("library/")} & set(new.values())
    lost = texts - set(files.values())
    return f"no file has the text {lost!r} any more" if lost else ""


def _is_appended(name: str, content: bytes | None, old: Files) -> bool:
    """Tell of a file of lines whether all that it had is there; a torn line at its end is passed over by its reader."""
    return name.endswith(".jsonl") and content is not None and content.startswith(old.get(name, b""))
