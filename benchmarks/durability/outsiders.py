"""Other programs in the folder of the library: an editor that was opened long ago, and a client that syncs."""

import os
import random
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from stories.files.fields import replace_fields
from stories.text import clean

Texts = dict[str, str]
FIELDS = ("headline", "situation", "action", "result")
"""The fields in which everybody writes."""


def texts_in(path: Path) -> Texts | None:
    """Return what the file says in each field, read in another way than storybank does; None where there is no file."""
    try:
        found = yaml.load(path.read_bytes(), getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    except FileNotFoundError:
        return None
    if "questions" in found:
        return {str(number): clean(row.get("draft", "")) for number, row in enumerate(found["questions"], 1)}
    return {name: clean(found.get(name, "")) for name in FIELDS}


@dataclass
class Editor:
    """A text editor with one file open; it writes what it has, whatever the file says by now."""

    path: Path | None = None
    text: str = ""
    read: str = ""

    def open(self, path: Path) -> None:
        """Read the file."""
        self.path, self.read = path, path.read_bytes().decode()
        self.text = self.read

    def write(self, chance: random.Random, name: str, text: str) -> None:
        """Change one field and write the file: most editors read it again first where it has changed."""
        assert self.path is not None
        if self.path.exists() and chance.random() < 0.7:
            self.open(self.path)
        self.text = replace_fields(self.text, {name: text}, FIELDS)
        if chance.random() < 0.5:
            self.path.write_bytes(self.text.encode())  # as nano does: the same file, emptied first
        else:
            _put(self.path, self.text.encode())  # as vim does: another file in its place


def _put(path: Path, content: bytes) -> None:
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}.swp")
    beside.write_bytes(content)
    beside.replace(path)


@dataclass
class SyncClient:
    """Brings other machines' versions of a file, makes conflicted copies, and moves files away for a while."""

    stories: Path
    seen: list[tuple[Path, bytes]] = field(default_factory=list)
    copies: dict[Path, bytes] = field(default_factory=dict)
    away: dict[Path, bytes] = field(default_factory=dict)

    def step(self, chance: random.Random, paths: list[Path]) -> Path:
        """Do one thing to one file and return which."""
        path = chance.choice(paths)
        if path in self.away:
            _put(path, self.away.pop(path))
            return path
        content = path.read_bytes()
        action = chance.randrange(6)
        if action == 0:
            self.seen.append((path, content))
        elif action == 1 and self.seen:
            path, earlier = self.seen.pop(chance.randrange(len(self.seen)))
            self.away.pop(path, None)
            _put(path, earlier)
        elif action == 2:
            self._copy(chance, path, content)
        elif action == 3 and path.parent == self.stories:
            self.away[path] = content
            path.unlink()
        elif action == 4:
            os.utime(path, (chance.choice((0, 1_000_000_000, 4_000_000_000)),) * 2)
        else:
            _put(path, content)  # the same bytes as another file: nothing has changed
        return path

    def _copy(self, chance: random.Random, path: Path, content: bytes) -> None:
        for old in list(self.copies) if len(self.copies) > 3 else []:
            old.unlink()
            del self.copies[old]
        names = (" (conflicted copy 2026-11-21)", ".sync-conflict-20261121-170503-ABCDEFG", " 2", " - 복사본")
        copy = path.with_name(path.stem + chance.choice(names) + path.suffix)
        copy.write_bytes(content + f"# {chance.random()}\n".encode())
        self.copies[copy] = copy.read_bytes()

    def touched(self) -> list[str]:
        """Return the copies that somebody has changed."""
        found: Mapping[Path, bytes | None] = {
            path: path.read_bytes() if path.exists() else None for path in self.copies
        }
        return [path.name for path, content in self.copies.items() if found[path] != content]
