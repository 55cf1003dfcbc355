"""Zips that are offered as a backup: the hostile ones are refused for the right reason, damaged ones too, at once."""

import random
import time
import tracemalloc
from functools import cache

from benchmarks.durability.outcome import Outcome, Task
from stories.errors import NotABackup
from stories.files.backup import UPLOAD, Backup, backup, read_backup
from stories.files.places import SAMPLE
from tests.stories.files.hostile_zips import HOSTILE

SECONDS = 0.1
MEMORY = 50 * 2**20
MEASURED_EVERY = 200
"""Damaged zips of which one is read while memory is measured, which takes time; of the hostile ones each is."""


def uploads(task: Task) -> Outcome:
    """Offer the hostile files, one process each one once, and so many damaged backups of the sample."""
    chance, outcome = random.Random(task.seed), Outcome()
    reasons = {one.reason for one in HOSTILE}
    read_backup(_good(), UPLOAD)
    for one in HOSTILE[task.number :: task.of]:
        found = _offered(one.make(), outcome, measured=True)
        told = found if found in reasons or found.startswith(("takes", "raises")) else "taken in"
        outcome.add("" if told == one.reason else f"{one.name}: {told}, and must be {one.reason}")
        outcome.see("hostile files")
    for turn in range(task.tries):
        raw = _damaged(chance, _good())
        found = _offered(raw, outcome, measured=turn % MEASURED_EVERY == 0)
        fine = found in reasons or found == "as it was"
        outcome.add("" if fine else f"{found}: a damaged backup of {len(raw)} bytes, turn {turn}, seed {task.seed}")
        outcome.see("read as they were" if found == "as it was" else "refused")
        task.tell()
    return outcome


def _offered(raw: bytes, outcome: Outcome, measured: bool) -> str:
    """Return why the file is refused, whether it gave what was backed up, or what is wrong."""
    if measured:
        tracemalloc.start()
    start = time.process_time()
    try:
        found = read_backup(raw, UPLOAD)
    except NotABackup as error:
        told = str(error.details["reason"])
    except Exception as error:  # noqa: BLE001 - what the row looks for
        told = f"raises {error!r}"
    else:
        told = "as it was" if found == _wanted() else "gives other files"
    seconds = time.process_time() - start
    if measured:
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        outcome.see("memory measured")
        return f"takes {peak >> 20} MB" if peak > MEMORY else told
    return f"takes {seconds:.2f} s" if seconds > SECONDS else told


@cache
def _good() -> bytes:
    return backup(SAMPLE)


@cache
def _wanted() -> Backup:
    return read_backup(_good(), UPLOAD)


def _damaged(chance: random.Random, good: bytes) -> bytes:
    """Return the backup as a bad disk, a broken download or somebody with ill will may leave it."""
    raw = bytearray(good)
    for _ in range(chance.choice((1, 1, 1, 2, 5, 30))):
        place, length = _place(chance, raw), chance.choice((1, 1, 2, 4, 8, 100))
        match chance.randrange(7):
            case 0:
                raw[place] ^= 1 << chance.randrange(8)
            case 1:
                raw[place : place + length] = chance.randbytes(len(raw[place : place + length]))
            case 2:
                raw[place : place + length] = bytes([chance.choice((0, 255))]) * len(raw[place : place + length])
            case 3:
                del raw[place : place + length]
            case 4:
                raw[place:place] = chance.randbytes(length)
            case 5:
                other = _place(chance, raw)
                raw[place : place + length] = raw[other : other + length]
            case _:
                del raw[place:]
        if not raw:
            break
    return bytes(raw)


def _place(chance: random.Random, raw: bytearray) -> int:
    """Return a place in the file: anywhere, or in one of the headers, where damage does the most."""
    if chance.random() < 0.5:
        mark = chance.choice((b"PK\1\2", b"PK\3\4", b"PK\5\6"))
        found = raw.find(mark, chance.randrange(len(raw)))
        if found >= 0:
            return min(len(raw) - 1, found + chance.randrange(60))
    return chance.randrange(len(raw))
