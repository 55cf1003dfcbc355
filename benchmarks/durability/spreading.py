"""Run one row on several processes, each with its own folder and seed, and tell how far it is."""

import multiprocessing
import os
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path

from benchmarks.durability.outcome import Outcome, Row, Task
from stories.files.places import STATE_VARIABLE

RAM = Path("/dev/shm")
"""A folder in memory where there is one: the disk is tried by its calls, not by its patience."""
PROGRESS_SECONDS = 2.0


def run_row(row: Row, tries: int, seed: int = 1, processes: int = 1, progress: bool = False) -> Outcome:
    """Return what the tries gave; where several processes share them, each has seeds of its own."""
    context = multiprocessing.get_context("fork")
    done: Synchronized[int] = context.Value("q", 0)
    parts = _parts(tries, processes if row.shared else 1)
    with tempfile.TemporaryDirectory(prefix="durability-", dir=RAM if os.access(RAM, os.W_OK) else None) as folder:
        pipes: list[Connection] = []
        workers = []
        for number, part in enumerate(parts):
            here, there = context.Pipe(duplex=False)
            place = Path(folder) / str(number)

            def tell() -> None:
                with done.get_lock():
                    done.value += 1

            task = Task(part, seed * 1_000 + number, place / "work", tell, number, len(parts))
            workers.append(context.Process(target=_work, args=(row, task, place, there)))
            workers[-1].start()
            there.close()
            pipes.append(here)
        return _gathered(row, tries, pipes, done, progress)


def _parts(tries: int, processes: int) -> list[int]:
    """Return the tries of each process; together they are all."""
    processes = max(1, min(processes, tries or processes))
    return [tries // processes + (number < tries % processes) for number in range(processes)]


def _work(row: Row, task: Task, place: Path, pipe: Connection) -> None:
    os.environ[STATE_VARIABLE] = str(place / "state")
    task.folder.mkdir(parents=True)
    try:
        outcome = row.run(task)
    except Exception:  # noqa: BLE001 - a row that cannot go on is a row with a fault
        outcome = Outcome(tried=1, wrong=1, examples=[traceback.format_exc()])
    shutil.rmtree(place, ignore_errors=True)
    pipe.send(outcome)
    pipe.close()


def _gathered(row: Row, tries: int, pipes: list[Connection], done: "Synchronized[int]", progress: bool) -> Outcome:
    gathered, waiting, told = Outcome(), list(pipes), 0.0
    show: Callable[[str], None] = lambda text: print(text, end="", file=sys.stderr, flush=True)  # noqa: E731
    while waiting:
        for pipe in multiprocessing.connection.wait(waiting, timeout=0.2):
            assert isinstance(pipe, Connection)
            try:
                gathered.take(pipe.recv())
            except EOFError:
                gathered.fault("a process of this row died")
            waiting.remove(pipe)
        if progress and time.monotonic() - told > PROGRESS_SECONDS:
            told = time.monotonic()
            of = f" / {tries:,}" if tries else ""
            show(f"\r  {row.name}: {done.value:,}{of} ")
    if progress:
        show("\r" + " " * 70 + "\r")
    return gathered
