"""A text from outside the library: the file that somebody names, or standard input."""

from pathlib import Path
from typing import BinaryIO

from stories.errors import CannotRead, UnreadableText
from stories.files.content import ContentError, decode, read_bytes, too_large

LARGEST = 4 * 1024 * 1024
"""Bytes that are read: more than a million Hangul syllables in UTF-8."""
STANDARD_INPUT = Path("-")

_MISSING = ("vanished", "no-permission", "not-read")


def read_given(path: Path, standard_input: BinaryIO) -> str:
    """Return the text of the file, or of standard input for `-`; an empty one and one of blanks are texts too.

    Raises CannotRead where there is no file that can be opened, UnreadableText for a folder, for CP949, for what is not
    text and for more than LARGEST.
    """
    try:
        raw = _standard_input(standard_input) if path == STANDARD_INPUT else read_bytes(path, LARGEST)
        return raw.decode("ascii") if not raw.strip(b" \t\r\n") else decode(raw).text
    except ContentError as error:
        if error.code in _MISSING:
            raise CannotRead(file=str(path), detail=str(error.details.get("detail", ""))) from None
        code = "not-a-text-file" if error.code == "empty-file" else error.code  # NUL and nothing else
        raise UnreadableText(file=str(path), problem=code, **error.details) from None


def _standard_input(stream: BinaryIO) -> bytes:
    raw = stream.read(LARGEST + 1)
    if len(raw) > LARGEST:
        raise too_large(len(raw), LARGEST)
    return raw
