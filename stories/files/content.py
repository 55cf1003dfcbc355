"""The bytes of one file to text: which encoding, and what is not a text file at all."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from stories.files.disk import MAX_BYTES, version_of


@dataclass(frozen=True)
class Content:
    """A file's text as it stands, how it was encoded, and its version."""

    text: str
    encoding: str
    version: str


class ContentError(Exception):
    """The file cannot be read as text; `code` and `details` as in Problem."""

    def __init__(self, code: str, **details: str) -> None:
        super().__init__(code, details)
        self.code, self.details = code, details


class Stamp(NamedTuple):
    """What tells a file from a changed one, without reading it; times in nanoseconds."""

    changed: int
    modified: int
    size: int
    inode: int


def stamp_of(path: Path) -> Stamp | None:
    """Return the file's stamp, or None where there is no file."""
    try:
        found = path.stat()
    except OSError:
        return None
    return Stamp(found.st_ctime_ns, found.st_mtime_ns, found.st_size, found.st_ino)


def inside(library: Path, path: Path) -> Path:
    """Return the path a link leads to. Raises ContentError where it leaves the library or loops."""
    try:
        real = path.resolve()
        if not real.is_relative_to(library.resolve()):
            raise ContentError("link-outside")
    except (OSError, RuntimeError):
        raise ContentError("link-outside") from None
    return real


def read_bytes(path: Path, largest: int = MAX_BYTES) -> bytes:
    """Return the file's bytes. Raises ContentError for what is missing, not a file, locked or above `largest`."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise ContentError("not-a-file")
        if found.st_size <= largest:
            descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
            with os.fdopen(descriptor, "rb") as file:
                raw = file.read(largest + 1)
            if len(raw) <= largest:
                return raw
    except FileNotFoundError:
        raise ContentError("vanished") from None
    except PermissionError:
        raise ContentError("no-permission") from None
    except OSError as error:
        raise ContentError("not-read", detail=error.strerror or "") from None
    raise too_large(max(found.st_size, largest + 1), largest)


def too_large(size: int, largest: int) -> ContentError:
    """Return the error for so many bytes where `largest` are read."""
    return ContentError("too-large", size=f"{size // 1024:,} KB", limit=f"{largest // 1024:,} KB")


def decode(raw: bytes) -> Content:
    """Return the text of the bytes: UTF-8 with or without a mark, or UTF-16 with one.

    Raises ContentError for an empty file, for CP949 (the old Windows encoding of Korean) and for what is not text.
    """
    if not raw.strip(b"\0 \t\r\n"):
        raise ContentError("empty-file")
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"\xef\xbb\xbf", "utf-8")):
        if raw.startswith(mark):
            return _decoded(raw, raw[len(mark) :], f"{encoding} with mark")
    return _decoded(raw, raw, "utf-8")


def encode(text: str, encoding: str) -> bytes:
    """Return the text in the encoding that `decode` named."""
    name, marked = encoding.removesuffix(" with mark"), encoding.endswith(" with mark")
    return ("\ufeff" if marked else "").encode(name) + text.encode(name)


def _decoded(raw: bytes, body: bytes, encoding: str) -> Content:
    try:
        text = body.decode(encoding.removesuffix(" with mark"))
    except UnicodeDecodeError:
        raise ContentError("cp949" if _looks_like_cp949(body) else "not-a-text-file") from None
    if "\0" in text:
        raise ContentError("not-a-text-file")
    return Content(text, encoding, version_of(raw))


def _looks_like_cp949(raw: bytes) -> bool:
    """Tell whether the bytes are Korean in CP949: they decode, hold Hangul and no control characters."""
    try:
        text = raw.decode("cp949")
    except UnicodeDecodeError:
        return False
    return any("가" <= letter <= "힣" for letter in text) and not any(
        letter < " " and letter not in "\t\r\n" for letter in text
    )
