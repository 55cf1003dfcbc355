"""What a disk may hold after a power cut: only what was synced is sure, of the rest any part may be missing."""

import itertools
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

MOST_PENDING = 7
"""Changes of names of one folder that are tried in every subset."""


@dataclass
class _File:
    """What was written, and what is sure to be on the disk."""

    now: bytes = b""
    sure: bytes = b""

    def contents(self) -> set[bytes]:
        """Return what may be read after a cut: the old, the new, nothing, or a torn piece of what was written."""
        if self.now == self.sure:
            return {self.now}
        kept = self.sure if self.now.startswith(self.sure) else b""  # what is appended leaves what stood before it
        fresh = self.now[len(kept) :]
        return {self.sure, self.now, kept, kept + fresh[: len(fresh) // 2], kept + b"\0" * len(fresh)}


Entry = _File | str
"""A file, or `folder`."""


@dataclass
class VolatileDisk:
    """Follows the calls of a program; names are whole paths."""

    sure: dict[str, Entry]
    now: dict[str, Entry]
    pending: list[tuple[str, Entry | None]] = field(default_factory=list)
    opened: dict[int, str] = field(default_factory=dict)

    @classmethod
    def of(cls, folder: Path) -> "VolatileDisk":
        """Return the disk with all that is in the folder, which is sure."""
        entries: dict[str, Entry] = {}
        for path in (folder, *folder.rglob("*")):
            content = b"" if path.is_dir() else path.read_bytes()
            entries[str(path)] = "folder" if path.is_dir() else _File(content, content)
        return cls(dict(entries), dict(entries))

    def follow(self, name: str, given: tuple[Any, ...], found: Any) -> None:
        """Take in one call and what it gave."""
        paths = [os.fspath(one) for one in given if isinstance(one, str | os.PathLike)]
        descriptor = given[0] if isinstance(given[0], int) else -1
        entry = self.now.get(self.opened.get(descriptor, ""))
        if name == "open":
            self.opened[found] = paths[0]
            if paths[0] not in self.now and given[1] & os.O_CREAT:
                self._name(paths[0], _File())
        elif name in ("replace", "rename"):
            self._name(paths[1], self.now[paths[0]])
            self._name(paths[0], None)
        elif name == "link":
            self._name(paths[1], self.now[paths[0]])
        elif name in ("unlink", "remove", "rmdir"):
            self._name(paths[0], None)
        elif name == "mkdir":
            self._name(paths[0], "folder")
        elif name == "write" and isinstance(entry, _File):
            entry.now += bytes(given[1][:found])
        elif name == "ftruncate" and isinstance(entry, _File):
            entry.now = entry.now[: given[1]]
        elif name == "fsync":
            self._sync(self.opened[descriptor], entry)

    def _name(self, path: str, entry: Entry | None) -> None:
        self.pending.append((path, entry))
        self.now.pop(path, None)
        if entry is not None:
            self.now[path] = entry

    def _sync(self, path: str, entry: Entry | None) -> None:
        if isinstance(entry, _File):
            entry.sure = entry.now
            return
        rest = []
        for name, found in self.pending:
            if os.path.dirname(name) != path:  # noqa: PTH120 - of names that may not be there any more
                rest.append((name, found))
            elif found is None:
                self.sure.pop(name, None)
            else:
                self.sure[name] = found
        self.pending = rest

    def after_a_cut(self) -> Iterator[dict[str, bytes]]:
        """Yield every tree of files that may be found: any change of a name that was not synced may be there or not."""
        for chosen in self._choices():
            entries = dict(self.sure)
            for path, entry in chosen:
                entries.pop(path, None)
                if entry is not None:
                    entries[path] = entry
            files = {
                path: found for path, found in entries.items() if isinstance(found, _File) and _is_in(path, entries)
            }
            for contents in itertools.product(*(sorted(found.contents()) for found in files.values())):
                yield dict(zip(files, contents, strict=True))

    def _choices(self) -> Iterator[list[tuple[str, Entry | None]]]:
        if len(self.pending) > MOST_PENDING:  # more than can be tried: as a journal would keep them, in their order
            yield from (self.pending[:count] for count in range(len(self.pending) + 1))
            return
        for kept in itertools.product((False, True), repeat=len(self.pending)):
            yield [change for change, keep in zip(self.pending, kept, strict=True) if keep]


def _is_in(path: str, entries: dict[str, Entry]) -> bool:
    """Tell whether the folder of the file has its own name on the disk."""
    return entries.get(os.path.dirname(path)) == "folder"  # noqa: PTH120
