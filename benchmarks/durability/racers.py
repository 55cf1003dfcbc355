"""Several processes that save from one version at the same moment: exactly one wins, and its text is there whole."""

import multiprocessing
import os
import time
from collections.abc import Callable, Sequence
from functools import partial
from multiprocessing.queues import SimpleQueue
from typing import Any

from benchmarks.durability.libraries import make_library
from benchmarks.durability.outcome import Outcome, Task
from stories.errors import StoryBankError
from stories.files import saving
from stories.files.answers import save_answer
from stories.files.library import Library, read_library
from stories.files.places import STATE_VARIABLE
from stories.files.saving import create_record, save_fields

RACERS = 6
FULL_RACERS = 8
FROM_FULL = 500
"""Races from which on more take part in each, as in the full run."""
PIECE = 400
"""Bytes that a slowed process writes at a time, so that others come in between."""


def race(action: Callable[[int], str], racers: int = RACERS) -> list[str]:
    """Let processes do the action at the same moment, slowly; return, sorted, what each gave or its error's code."""
    context = multiprocessing.get_context("fork")
    start = context.Barrier(racers)
    results: SimpleQueue[str] = context.SimpleQueue()

    def run(number: int) -> None:
        write_slowly()
        slow_down(saving, "replace_fields")
        start.wait()
        try:
            results.put(action(number))
        except StoryBankError as error:
            results.put(error.code)
        except Exception as error:  # noqa: BLE001 - shown by the one who asked
            results.put(repr(error))

    running = [context.Process(target=run, args=(number,)) for number in range(racers)]
    for racer in running:
        racer.start()
    found = [results.get() for _ in running]
    for racer in running:
        racer.join()
    return sorted(found)


def write_slowly() -> None:
    """Let this process write a few hundred bytes at a time, with a pause before each."""
    real = os.write

    def write(descriptor: int, content: Any) -> int:
        time.sleep(0.0005)
        return real(descriptor, content[:PIECE])

    setattr(os, "write", write)  # noqa: B010


def slow_down(owner: Any, name: str) -> None:
    """Let a function of a module take a moment longer."""
    real = getattr(owner, name)

    def slow(*given: Any) -> Any:
        time.sleep(0.02)
        return real(*given)

    setattr(owner, name, slow)


def racers(task: Task) -> Outcome:
    """Race so many times, in turn for a story, an answer and a new name."""
    os.environ[STATE_VARIABLE] = str(task.folder / "state")
    many = FULL_RACERS if task.tries * task.of >= FROM_FULL else RACERS
    folder, outcome = make_library(task.folder / "library"), Outcome()
    for turn in range(task.tries):
        run, read, lost = RACES[turn % len(RACES)]
        found = race(partial(run, read_library(folder), turn), many)
        winners = [one for one in found if one not in ("changed-on-disk", "name-taken")]
        there = read(read_library(folder), turn)
        fair = len(winners) == 1 and there == _long(winners[0]) and set(found) - set(winners) == {lost}
        outcome.add("" if fair else f"{run.__name__}: {found}; {there[:40]!r} is there")
        outcome.see("racers", many)
        task.tell()
    return outcome


def _long(text: str) -> str:
    return text * 400


def _save(library: Library, turn: int, number: int) -> str:
    text = f"{turn} {number} "
    save_fields(library, "stories", "x", {"situation": _long(text)})
    return text


def _answer(library: Library, turn: int, number: int) -> str:
    text = f"{turn} {number} "
    save_answer(library, "kt", 1, library.applications["kt"].questions[0], {"draft": _long(text)})
    return text


def _create(library: Library, turn: int, number: int) -> str:
    text = f"{turn} {number} "
    create_record(library, "stories", "", {"title": "새 이야기", "situation": _long(text)}, f"new-{turn}")
    return text


RACES: Sequence[tuple[Callable[[Library, int, int], str], Callable[[Library, int], str], str]] = (
    (_save, lambda library, turn: library.stories["x"].situation + " ", "changed-on-disk"),
    (_answer, lambda library, turn: library.applications["kt"].questions[0].draft + " ", "changed-on-disk"),
    (_create, lambda library, turn: library.stories[f"new-{turn}"].situation + " ", "name-taken"),
)
"""What is raced for, what is there afterwards, and what the others are told."""
