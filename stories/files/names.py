"""Names of files: which ids are safe, and a free id for a new title."""

import re
import unicodedata
from collections.abc import Container
from pathlib import Path

from stories.errors import UnsafeName
from stories.text import without_unstorable

MAX_BYTES = 120
"""Longest id in UTF-8 bytes; file systems allow 255, and room stays for endings and numbers."""

_RESERVED = frozenset(["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³")])
"""Names that Windows takes for devices; https://learn.microsoft.com/windows/win32/fileio/naming-a-file"""
_COPY = re.compile(r"(.+?)(?: ?\(.*\)| \d+| - (?:복사본|Copy).*|\.sync-conflict-\d.*|_conflict-\d.*)")
"""Names that sync programs and file managers give to a second version; the group is the name of the first."""
_ALLOWED = re.compile(r"[^\W_](?:[\w.\-]*[^\W_])?")


def is_safe(name: str) -> bool:
    """Tell whether the id can be a file name on Windows, macOS and Linux and stays in its folder."""
    return (
        bool(_ALLOWED.fullmatch(name))
        and ".." not in name
        and name == composed(name)
        and len(name.encode()) <= MAX_BYTES
        and not is_reserved(name)
    )


def is_reserved(name: str) -> bool:
    """Tell whether Windows takes the name, whatever its ending, for a device."""
    return name.split(".")[0].strip().casefold() in _RESERVED


def composed(name: str) -> str:
    """Return the name in NFC: macOS may list '지원' as seven code points."""
    return unicodedata.normalize("NFC", name)


def name_in(library: Path, path: Path) -> str:
    """Return the file's name inside the library as people see it; letters that are none become U+FFFD."""
    return without_unstorable(composed(path.relative_to(library).as_posix()))


def copied_from(name: str) -> str:
    """Return the id of which a file of this name would be a conflicted copy, or nothing."""
    match = _COPY.fullmatch(name)
    return match[1] if match else ""


def require_safe(name: str) -> str:
    """Return the id in NFC. Raises UnsafeName."""
    wanted = composed(name)
    if not is_safe(wanted):
        raise UnsafeName(id=without_unstorable(wanted[:80]))
    return wanted


def id_from(title: str, taken: Container[str] = ()) -> str:
    """Return a safe id made from the title: letters and digits of any script, joined by hyphens, numbered if
    taken. `taken` holds ids in the form of `folded`.
    """
    words = re.findall(r"[^\W_]+", folded(title))
    stem = _cut("-".join(words)) or "story"
    if not is_safe(stem):
        stem = f"story-{stem}" if is_safe(f"story-{stem}") else "story"
    name, number = stem, 1
    while folded(name) in taken:
        number += 1
        name = f"{stem}-{number}"
    return name


def folded(name: str) -> str:
    """Return the form in which two names are one file on macOS and Windows: NFC and without case."""
    return composed(composed(name).casefold())


def _cut(text: str) -> str:
    while len(text.encode()) > MAX_BYTES - 20:
        text = text[:-1]
    return text.strip("-")
