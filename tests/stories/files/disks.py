"""Disks that record, fail, or are slow: they stand where stories.files.disk has the module os."""

import errno
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest


class Disk:
    """Hands every call to os; `before` is asked first and may raise, or slow things down."""

    def __init__(self, before: Callable[[str, tuple[Any, ...]], None] = lambda name, given: None) -> None:
        self.calls: list[tuple[str, tuple[Any, ...]]] = []
        self._before = before

    def __getattr__(self, name: str) -> Any:
        found = getattr(os, name)
        if name == "name" or name.isupper() or not callable(found):
            return found

        def called(*given: Any) -> Any:
            self.calls.append((name, given))
            self._before(name, given)
            return found(*given)

        return called


class FailingDisk(Disk):
    """Raises the error at one call, counted from 0; with `for_ever`, at every later one too."""

    def __init__(self, at: int, error: OSError, for_ever: bool = False) -> None:
        def before(name: str, given: tuple[Any, ...]) -> None:
            number = len(self.calls) - 1
            if name != "close" and (number == at or (for_ever and number > at)):
                raise error
            if name == "close" and number == at:
                os.close(given[0])
                raise error

        super().__init__(before)


class SlowDisk(Disk):
    """Writes a few hundred bytes at a time, so that a kill or another process comes in between."""

    def write(self, descriptor: int, content: memoryview) -> int:
        time.sleep(0.0005)
        return os.write(descriptor, content[:400])


ENTRANCES = (
    "open", "read", "write", "lseek", "fsync", "close", "replace", "rename", "link", "unlink", "remove", "mkdir",
    "rmdir", "stat", "lstat", "fstat", "fchmod", "ftruncate", "scandir", "listdir", "access",
)  # fmt: skip
"""Calls through which Python, pathlib and filelock reach the disk."""
CODES = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EDQUOT)


@contextmanager
def bad_disk(at: int = -1, code: int = errno.EIO, for_ever: bool = False) -> Iterator[list[str]]:
    """Let one call of the module os fail, whoever makes it, counted from 0; yield the names of all calls made.

    Nothing is synced, which is slow and changes nothing that a test can see.
    """
    made: list[str] = []

    def entrance(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def called(*given: Any, **named: Any) -> Any:
            made.append(name)
            fails = len(made) - 1 == at or (for_ever and at >= 0 and len(made) - 1 > at and name != "close")
            if fails and name == "access":
                return False
            if name == "close":
                real(*given)
            if fails:
                raise OSError(code, os.strerror(code))
            return None if name in ("fsync", "close") else real(*given, **named)

        return called

    with pytest.MonkeyPatch.context() as patch:
        for name in ENTRANCES:
            patch.setattr(os, name, entrance(name, getattr(os, name)))
        yield made
