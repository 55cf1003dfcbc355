"""Mend what a file cannot be read for and a person can decide in one click: an old encoding, two sides of a merge."""

import re
from typing import Literal

from stories.errors import FileNotReadable, NotFound
from stories.files import history
from stories.files.content import ContentError, decode, encode
from stories.files.library import Library
from stories.files.restoring import bytes_on_disk
from stories.files.saving import write_record, writing

Mend = Literal["utf-8", "first", "second"]
MENDS_OF: dict[str, tuple[Mend, ...]] = {"cp949": ("utf-8",), "conflict-markers": ("first", "second")}
"""The mends of each problem that has some, by its code."""
_CONFLICT = re.compile(
    r"^<{7}(?: [^\r\n]*)?\r?\n(?P<first>.*?)(?:^\|{7}(?: [^\r\n]*)?\r?\n.*?)?"
    r"^={7}\r?\n(?P<second>.*?)^>{7}(?: [^\r\n]*)?(?:\r?\n|\Z)",
    re.MULTILINE | re.DOTALL,
)
"""What git writes where two sides changed the same lines; in between may stand what both began from."""


def mended(raw: bytes, how: Mend) -> bytes | None:
    """Return the bytes of the file as they would be, or None where there is nothing of that kind to mend."""
    if how == "utf-8":
        try:
            decode(raw)
        except ContentError as error:
            return raw.decode("cp949").encode() if error.code == "cp949" else None
        return None
    try:
        content = decode(raw)
    except ContentError:
        return None
    text = _CONFLICT.sub(lambda found: found[how], content.text)
    return encode(text, content.encoding) if text != content.text else None


def mend(library: Library, kind: str, record_id: str, how: Mend) -> None:
    """Mend the record's file; what it held is kept in the history first.

    Raises NotFound, FileNotReadable where there is nothing of that kind to mend by now, or CannotWrite; then the file
    is as it was.
    """
    state = library.files.get((kind, record_id))
    if state is None:
        raise NotFound(id=record_id[:80])
    with writing(library):
        before = bytes_on_disk(library.folder, state.path)
        after = None if before is None else mended(before, how)
        if before is None or after is None:
            raise FileNotReadable(file=state.path.name, reason="file")
        history.keep(library.folder, kind, record_id, before)
        write_record(library.folder, kind, record_id, state.path, before, after)
