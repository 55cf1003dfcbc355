"""A fault of storybank's own, noted on this machine: where it happened, and no text of the user."""

import contextlib
import datetime
import os
import secrets
import traceback
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path
from types import FrameType

from stories.files.places import state_root

PROGRAM = Path(__file__).parent.parent.parent
NAME = "faults.log"
MOST_LINES = 200
LARGEST = 200_000
"""Bytes after which the file is put aside and another is begun; the one put aside before is forgotten."""


def note_fault(error: BaseException, environment: Mapping[str, str] = os.environ) -> str:
    """Note the kind of error and the places in the code that led to it; return the number that it is noted under.

    The message of the error is left out, since it may quote a text, and so are the values of variables. What cannot
    be noted is not: the number is returned all the same.
    """
    number = secrets.token_hex(3)
    time = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    lines = [f"{number} {time} storybank {_version()} {type(error).__name__}"]
    before: BaseException | None = error
    while before is not None and len(lines) < MOST_LINES:
        lines += [] if before is error else [f"  after {type(before).__name__}"]
        for frame, line in traceback.walk_tb(before.__traceback__):
            lines.append(f"  {_place(frame)}:{line} {frame.f_code.co_name}")
        before = before.__cause__ or before.__context__
    with contextlib.suppress(OSError):
        path = log_of(environment)
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > LARGEST:
            path.replace(path.with_suffix(".old.log"))
        with path.open("a", encoding="utf-8", errors="replace") as log:
            log.write("\n".join(lines) + "\n")
    return number


def log_of(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the file in which faults are noted."""
    return state_root(environment) / NAME


def _place(frame: FrameType) -> str:
    """Return the file of the program that the frame is in, or the name of another's module: no path of the machine."""
    path = Path(frame.f_code.co_filename)
    return path.relative_to(PROGRAM).as_posix() if path.is_relative_to(PROGRAM) else str(frame.f_globals["__name__"])


def _version() -> str:
    try:
        return metadata.version("storybank")
    except metadata.PackageNotFoundError:
        return "?"
