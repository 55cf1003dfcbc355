"""Each call of each action that writes fails, in turn, with each error of a disk, once and for ever."""

import errno
import os
from itertools import product

from benchmarks.durability.actions import ACTIONS, Action, Told
from benchmarks.durability.calls import Before, Given, watched
from benchmarks.durability.ground import Files, Ground
from benchmarks.durability.outcome import Outcome, Task
from languages import sentences
from screens.parts.telling import error_sentence
from stories.errors import StoryBankError
from stories.files import disk

ERRORS = tuple(getattr(errno, name) for name in ("ENOSPC", "EIO", "EACCES", "EROFS", "EDQUOT") if hasattr(errno, name))
OF_READING = (errno.EIO, errno.EACCES)
"""What a disk says to those who only look; no disk is full for them."""
READING = frozenset(
    ("read", "fdopen", "stat", "lstat", "fstat", "access", "lseek", "listdir", "scandir", "readlink", "io.open")
)
APART = "/history/"
"""History may fall behind the files it keeps: a save does not fail for its sake."""


def failing_disks(task: Task) -> Outcome:
    """Try every call with every error; or of each action so many in even steps, with errors that the call can give."""
    ground, outcome = Ground(task.folder), Outcome()
    for action in ACTIONS:
        calls = _calls_of(action, ground)
        every = product(range(len(calls)), ERRORS, (False, True))
        cases = [one for one in every if not task.tries or one[1] in OF_READING or not _reads(calls[one[0]])]
        step = max(1, len(cases) // (task.tries * task.of)) if task.tries else 1
        for at, code, ever in cases[task.seed % step :: step][task.number :: task.of]:
            wrong = _one(action, ground, at, calls[at].split()[0], code, ever)
            how = f"{calls[at]} (call {at}) fails with {errno.errorcode[code]}{' for ever' if ever else ''}"
            outcome.add(f"{action.name}: {how}: {wrong}" if wrong else "")
            task.tell()
        outcome.see(action.name, len(calls) if task.number == 0 else 0)
    return outcome


def _calls_of(action: Action, ground: Ground) -> list[str]:
    calls: list[str] = []
    with watched(ground.folder / action.only, lambda name, given: calls.append(f"{name} {_named(given)}")):
        action.run(ground.library)
    ground.put_back()
    assert calls, action.name
    return calls


def _reads(call: str) -> bool:
    return call.split()[0] in READING


def _named(given: Given) -> str:
    return os.path.basename(given[0]) if isinstance(given[0], str | os.PathLike) else "…"  # noqa: PTH119


def failing(at: int, code: int, for_ever: bool) -> Before:
    """Return what refuses the call of this number, and with `for_ever` all after it; closing is refused only once."""
    number = -1

    def before(name: str, given: Given) -> None:
        nonlocal number
        number += 1
        if number == at or (for_ever and number > at and name != "close"):
            raise OSError(code, os.strerror(code))

    return before


def _one(action: Action, ground: Ground, at: int, call: str, code: int, for_ever: bool) -> str:
    """Return what is wrong after one failure, or nothing."""
    old = ground.old
    stopped: Exception | None = None
    try:
        with watched(ground.folder / action.only, failing(at, code, for_ever)):
            action.run(ground.library)
    except (StoryBankError, Told) as error:
        stopped = error
    except Exception as error:  # noqa: BLE001 - what the row looks for
        ground.put_back()
        return f"raises {error!r}"
    now = ground.files()
    swept = now
    if any(name.endswith(disk.TEMPORARY_SUFFIX) for name in now):
        disk.sweep(ground.folder, older_than_seconds=-1)
        swept = ground.files()
    wrong = _sentence(stopped) or _again(action, ground, stopped, swept == old)
    new = ground.files()
    ground.put_back()
    return wrong or _whole(action, stopped, old, swept, new, for_ever) or _leftovers(now, old, new, for_ever, call)


def _sentence(stopped: Exception | None) -> str:
    said = str(stopped) if isinstance(stopped, Told) else ""
    if isinstance(stopped, StoryBankError):
        said = error_sentence(sentences("ko"), stopped)
    if stopped is not None and (not said.strip() or "\n" in said.strip() or "{" in said or "Traceback" in said):
        return f"says {said!r}"
    return ""


def _again(action: Action, ground: Ground, stopped: Exception | None, is_as_it_was: bool) -> str:
    """Do it once more with a disk that works again, where it was stopped."""
    if stopped is None:
        return ""
    try:
        action.run(ground.now(is_as_it_was))
    except (StoryBankError, Told) as error:
        return f"was stopped by {stopped!r}, and afterwards by {error!r}"
    return ""


def _whole(action: Action, stopped: Exception | None, old: Files, now: Files, new: Files, for_ever: bool) -> str:
    """Return which file is neither as before nor as after."""
    for name in sorted({*old, *now, *new}):
        allowed = [new.get(name)] if stopped is None else [old.get(name)]
        if stopped is not None and (action.many or (for_ever and name.endswith(".jsonl"))):
            # A line that was added cannot be taken back on a disk that has ended.
            allowed = [old.get(name), new.get(name)]
        if APART in name:
            is_whole = _is_history(now.get(name, b""), [*old.values(), *new.values()])
        else:
            is_whole = now.get(name) in allowed
        if not is_whole:
            return f"{name} is {now.get(name)!r}, not one of {allowed!r}"
    return ""


def _is_history(content: bytes, known: list[bytes]) -> bool:
    """Tell whether these are whole lines from the beginning of a history, as it was or as it became."""
    return any(one.startswith(content) for one in known) and content[-1:] in (b"", b"\n")


def _leftovers(now: Files, old: Files, new: Files, for_ever: bool, at: str) -> str:
    """Return what should not be there; what the disk does not let us remove is hidden, and swept later."""
    left = [
        name
        for name in now
        if name not in old
        and name not in new
        and not (name.endswith(disk.TEMPORARY_SUFFIX) and (for_ever or at == "unlink"))
    ]
    return f"leaves {left}" if left else ""
