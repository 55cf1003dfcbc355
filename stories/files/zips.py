"""Zips as storybank writes them and no others: what could do harm is refused before anything is unpacked."""

import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from stories.errors import NotABackup
from stories.files.names import composed, folded, is_reserved
from stories.text import unstorable, without_unstorable

MOST_FILES = 5_000
"""Files of one zip; 2,000 stories with all that belongs to them are some 3,500."""
MOST_BYTES = 30 * 1024 * 1024
"""Bytes of all files together, unpacked."""
MOST_PARTS = 4
LONGEST_NAME = 400
"""Bytes of a name with its folders; a library needs some 140."""

_NOT_IN_NAMES = re.compile(r'[<>:"\\|?*\x00-\x1f\x7f-\x9f]')
_END = struct.Struct("<4s4H2LH")
_ENTRY = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
_ENCRYPTED, _IN_UTF8 = 0x1 | 0x40 | 0x2000, 0x800
_STORED, _DEFLATED = 0, 8


@dataclass(frozen=True)
class Entry:
    """One file in a zip: its name, where its packed bytes are, and what they must give."""

    name: str
    start: int
    packed: int
    size: int
    checksum: int
    deflated: bool


def is_portable(name: str) -> bool:
    """Tell whether the name is that of a file below a folder, on Windows, macOS and Linux, and not hidden."""
    parts = name.split("/")
    return (
        len(parts) <= MOST_PARTS
        and name == composed(name)
        and not _NOT_IN_NAMES.search(name)
        and not unstorable(name)
        and len(name.encode()) <= LONGEST_NAME
        and all(_is_portable_part(part) for part in parts)
    )


def _is_portable_part(part: str) -> bool:
    return 0 < len(part.encode()) <= 255 and part[0] not in ". " and part[-1] not in ". " and not is_reserved(part)


def pack(files: Mapping[str, bytes]) -> bytes:
    """Return the zip of the files in their order; the same files give the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as target:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name)
            entry.create_system, entry.external_attr = 3, (stat.S_IFREG | 0o644) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, content)
    return packed.getvalue()


def entries_of(raw: bytes) -> tuple[Entry, ...]:
    """Return the files in the zip, none of them unpacked; each name is portable and there once.

    Raises NotABackup for more than MOST_FILES or MOST_BYTES, for encryption, links and odd names, and for all that
    `pack` does not write: several parts, comments, gaps, and names or sizes that contradict each other.
    """
    if not raw.startswith(b"PK"):
        raise NotABackup(reason="zip-none")
    count, start, end = _directory(raw)
    entries: list[Entry] = []
    names, size, at, place = set[str](), 0, start, 0
    for _ in range(count):
        if at + _ENTRY.size > end:
            raise NotABackup(reason="zip-damaged")
        entry, at, place = _entry(raw, at, place)
        size += entry.size
        if size > MOST_BYTES:
            raise NotABackup(reason="zip-too-large", limit=MOST_BYTES // 2**20)
        if folded(entry.name) in names:
            raise NotABackup(reason="zip-twice", name=_shown(entry.name))
        names.add(folded(entry.name))
        entries.append(entry)
    if at != end or place != start:
        raise NotABackup(reason="zip-foreign")
    return tuple(entries)


def content_of(raw: bytes, entry: Entry) -> bytes:
    """Return the bytes of one file of the zip. Raises NotABackup where they are damaged."""
    packed = memoryview(raw)[entry.start : entry.start + entry.packed]
    unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        content = unpacking.decompress(packed, entry.size + 1) if entry.deflated else bytes(packed)
    except zlib.error:
        raise NotABackup(reason="zip-damaged") from None
    whole = not entry.deflated or (unpacking.eof and not unpacking.unused_data)
    if not whole or len(content) != entry.size or zlib.crc32(content) != entry.checksum:
        raise NotABackup(reason="zip-damaged")
    return content


def _directory(raw: bytes) -> tuple[int, int, int]:
    """Return how many entries the zip lists, where its list begins, and where it ends."""
    place = raw.rfind(b"PK\5\6")
    if place < 0 or place + _END.size > len(raw):
        raise NotABackup(reason="zip-damaged")
    _, disk, first_disk, here, count, size, start, comment = _END.unpack_from(raw, place)
    if count > MOST_FILES + 1:
        raise NotABackup(reason="zip-too-many", limit=MOST_FILES)
    if disk or first_disk or here != count or comment or place + _END.size != len(raw) or start + size != place:
        raise NotABackup(reason="zip-foreign")
    return count, start, place


def _entry(raw: bytes, at: int, place: int) -> tuple[Entry, int, int]:
    """Return the entry listed at `at` with its bytes at `place`, and where the next ones are listed and begin."""
    (signature, _, _, flags, method, _, _, checksum, packed, size, name_size, extra, comment, _, _, attributes,
     start) = _ENTRY.unpack_from(raw, at)  # fmt: skip
    if signature != b"PK\1\2":
        raise NotABackup(reason="zip-damaged")
    named = raw[at + _ENTRY.size : at + _ENTRY.size + name_size]
    name = _name(named, flags)
    if flags & _ENCRYPTED:
        raise NotABackup(reason="zip-encrypted")
    if stat.S_IFMT(attributes >> 16) not in (0, stat.S_IFREG):
        raise NotABackup(reason="zip-link", name=_shown(name))
    if not is_portable(name):
        raise NotABackup(reason="zip-name", name=_shown(name))
    if method not in (_STORED, _DEFLATED) or flags & ~_IN_UTF8 or extra or comment or start != place:
        raise NotABackup(reason="zip-foreign")
    if start + _LOCAL.size + name_size + packed > at or (method == _STORED and packed != size):
        raise NotABackup(reason="zip-damaged")
    local, _, *again, again_name_size, again_extra = _LOCAL.unpack_from(raw, start)
    start += _LOCAL.size + name_size
    if again[:2] + again[4:] + [again_name_size, again_extra] != [flags, method, checksum, packed, size, name_size, 0]:
        raise NotABackup(reason="zip-foreign")
    if local != b"PK\3\4" or raw[start - name_size : start] != named:
        raise NotABackup(reason="zip-foreign")
    entry = Entry(name, start, packed, size, checksum, method == _DEFLATED)
    return entry, at + _ENTRY.size + name_size, start + packed


def _name(raw: bytes, flags: int) -> str:
    try:
        return raw.decode("utf-8" if flags & _IN_UTF8 else "ascii")
    except UnicodeDecodeError:
        raise NotABackup(reason="zip-name", name=_shown(raw.decode("cp437"))) from None


def _shown(name: str) -> str:
    return without_unstorable(name)[:80]
