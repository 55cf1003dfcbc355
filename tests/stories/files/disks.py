"""Disks that record, fail, or are slow: they stand where stories.files.disk has the module os."""

import os
import time
from collections.abc import Callable
from typing import Any


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
