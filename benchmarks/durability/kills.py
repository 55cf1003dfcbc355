"""A process that saves without end is killed at any moment: what it had saved is there, and every file is whole."""

import itertools
import mmap
import os
import random
import shutil
import signal
import struct
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

from filelock import FileLock, Timeout

from benchmarks.durability.calls import watched
from benchmarks.durability.kill_targets import TARGETS
from benchmarks.durability.libraries import make_library
from benchmarks.durability.outcome import Outcome, Task
from benchmarks.durability.racers import write_slowly
from stories.files import disk
from stories.files.library import Library, read_library
from stories.files.places import STATE_VARIABLE, state_folder

LONGEST_WAIT = 0.04
"""Seconds after which a child is killed at the latest; a save takes some ten thousandths."""
SWEEP_EVERY = 20
_PAIR = struct.Struct("qq")


class _Told:
    """What the child has told: for each target the number that it began to save, and the one that it had saved."""

    def __init__(self) -> None:
        self._memory = mmap.mmap(-1, _PAIR.size * len(TARGETS))

    def __getitem__(self, place: int) -> tuple[int, int]:
        begun, saved = _PAIR.unpack_from(self._memory, place * _PAIR.size)
        return begun, saved

    def tell(self, place: int, begun: int, saved: int) -> None:
        """Note both numbers at once; memory that is shared outlives the child.

        Not with `pack_into`, which first puts zeros there: a kill may come between.
        """
        self._memory[place * _PAIR.size : (place + 1) * _PAIR.size] = _PAIR.pack(begun, saved)


def kills(task: Task) -> Outcome:
    """Kill so many children, each at its own moment, and look at the library after each."""
    os.environ[STATE_VARIABLE] = str(task.folder / "state")
    chance, outcome, told = random.Random(task.seed), Outcome(), _Told()
    folder, there = make_library(task.folder / "library"), set[str]()
    for turn in range(task.tries):
        child = os.fork()
        if child == 0:
            _save_without_end(folder, told, chance.randrange(len(TARGETS)), chance.random())
        time.sleep(chance.uniform(0.001, LONGEST_WAIT))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        wrong = _wrong(folder, told, there) if os.WIFSIGNALED(status) else "the child ended by itself"
        outcome.add(wrong)
        if wrong:  # the next kill begins with files that are whole
            told = _Told()
            shutil.rmtree(task.folder)
            make_library(folder)
            there.clear()
        torn = list(task.folder.rglob(f"*{disk.TEMPORARY_SUFFIX}"))
        outcome.see("in mid-write", bool(torn))
        if turn % SWEEP_EVERY == SWEEP_EVERY - 1:
            _clean(task.folder, outcome)
            there.clear()
        task.tell()
    outcome.see("saved before", sum(told[place][1] for place in range(len(TARGETS))))
    return outcome


def _save_without_end(folder: Path, told: _Told, first: int, seed: float) -> NoReturn:
    chance, parent = random.Random(seed), os.getppid()
    try:
        write_slowly()
        with watched(folder.parent, before=lambda name, given: _slowly(chance, name)):
            for place in itertools.chain(range(first, len(TARGETS)), itertools.cycle(range(len(TARGETS)))):
                if os.getppid() != parent:  # the one that kills was killed
                    break
                begun, saved = told[place]
                number = max(begun, saved) + 1
                told.tell(place, number, saved)
                TARGETS[place].save(folder, number)
                told.tell(place, number, number)
    finally:
        os._exit(1)


def _slowly(chance: random.Random, name: str) -> None:
    """Make what changes the disk take its time, so that kills come in between."""
    if name in ("fsync", "replace", "link", "unlink", "ftruncate", "mkdir", "close"):
        time.sleep(chance.random() * 0.001)


def _wrong(folder: Path, told: _Told, there: set[str]) -> str:
    """Return what is not as it should be after a kill; the stories that are `there` must stay, and new ones join."""
    try:
        library = read_library(folder)
        lost = there - set(library.stories)
        there.update(library.stories)
        return "; ".join([*_differences(library, told), *(f"{name} is lost" for name in lost)])
    except Exception as error:  # noqa: BLE001 - what cannot be read after a kill is a fault too
        return f"reading raises {error!r}"


def _differences(library: Library, told: _Told) -> list[str]:
    folder = library.folder
    wrong = [f"{problem.file}: {problem.code}" for problem in library.problems if problem.severity == "error"]
    for place, target in enumerate(TARGETS):
        begun, saved = told[place]
        found = target.read(library) if not wrong else saved
        if found not in (begun, saved):
            wrong.append(f"{target.name}: {found} is there, {saved} was saved and {begun} begun")
        told.tell(place, begun, found)
    strange = [path.name for path in _records(folder) if not path.name.endswith((".yaml", ".jsonl"))]
    lock = FileLock(state_folder(folder) / "save.lock")
    try:
        lock.acquire(timeout=0.5)
        lock.release()
    except Timeout:
        wrong.append("the lock is still held")
    return [*wrong, *(f"{name} is no record" for name in strange)]


def _records(folder: Path) -> Iterator[Path]:
    """Return the files that a person sees."""
    return (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))


def _clean(folder: Path, outcome: Outcome) -> None:
    """Sweep what the kills left; nothing may stay. Take the new stories and the long lists away, as time goes on."""
    disk.sweep(folder, older_than_seconds=-1)
    left = list(folder.rglob("*.tmp"))
    if left:
        outcome.fault(f"not swept: {left}")
    last = max((folder / "library" / "stories").glob("new-*.yaml"), key=lambda path: int(path.stem[4:]), default=None)
    for path in (folder / "library" / "stories").glob("new-*.yaml"):
        if path != last:
            path.unlink()
