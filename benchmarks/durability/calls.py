"""Every call that this process makes of the disk in one folder, seen before it happens: to slow, kill or refuse it."""

import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

NAMES = tuple(
    name
    for name in (
        "open", "close", "read", "write", "fsync", "fdatasync", "fdopen", "stat", "lstat", "fstat", "access", "lseek",
        "ftruncate", "truncate", "replace", "rename", "link", "unlink", "remove", "mkdir", "rmdir", "fchmod", "chmod",
        "utime", "listdir", "scandir", "readlink", "symlink",
    )
    if hasattr(os, name)
)  # fmt: skip
"""What os does with a disk. pathlib, filelock and shutil call the same functions by the same names."""

Given = tuple[Any, ...]
Before = Callable[[str, Given], None]
After = Callable[[str, Given, Any], None]


@dataclass
class Watch:
    """Asks `before` ahead of each call about a path in the folder, or about a file that was opened there.

    What a call gave is told to `after`.
    """

    folder: Path
    before: Before
    after: After
    opened: dict[int, str] = field(default_factory=dict)
    """The paths of the open files, by descriptor."""

    def path_of(self, given: Any) -> str:
        """Return the path that is meant, or nothing where it is not in the folder."""
        if isinstance(given, int):
            return self.opened.get(given, "")
        path = os.fspath(given) if isinstance(given, str | os.PathLike) else ""
        return str(path) if str(path).startswith(str(self.folder)) else ""

    def asking(self, name: str, real: Any) -> Any:
        """Return the function that asks first."""

        def asking(*given: Any, **named: Any) -> Any:
            path = self.path_of(given[0]) if given else ""
            if not path:
                return real(*given, **named)
            try:
                self.before(name, given)
            except OSError:
                if name in ("close", "fdopen") and self.opened.pop(given[0], ""):
                    _CLOSE(given[0])  # the system closes the file, whatever it says
                raise
            found = real(*given, **named)
            self.after(name, given, found)
            if name == "open":
                self.opened[found] = path
            elif name == "close":
                self.opened.pop(given[0], None)
            return found

        return asking


_CLOSE = os.close


def _nothing(*_: Any) -> None:
    """Let the call happen."""


@contextmanager
def watched(folder: Path, before: Before = _nothing, after: After = _nothing) -> Iterator[Watch]:
    """Ask `before` with the name and what is given, ahead of each call in this process; it may raise, wait or kill."""
    watch, real, opening = Watch(folder, before, after), {name: getattr(os, name) for name in NAMES}, io.open
    for name, function in real.items():
        setattr(os, name, watch.asking(name, function))
    setattr(io, "open", watch.asking("io.open", opening))  # noqa: B010 - the type of open is not that of a function
    try:
        yield watch
    finally:
        for name, function in real.items():
            setattr(os, name, function)
        setattr(io, "open", opening)  # noqa: B010
