"""Zips that nobody should take in: bombs, lies, names that lead elsewhere; each with why it is refused."""

import hashlib
import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

LIST = "storybank-backup.txt"
STORY = "title: 가\n".encode()


@dataclass(frozen=True)
class Hostile:
    """One file that is offered as a backup, made when it is asked for, and the reason why it is refused."""

    name: str
    make: Callable[[], bytes]
    reason: str


def listed(files: Mapping[str, bytes], title: str = "# storybank backup, format 1") -> bytes:
    lines = [title, *(f"{hashlib.sha256(content).hexdigest()}  {name}" for name, content in files.items())]
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogateescape")


def entry(name: str, attributes: int = (stat.S_IFREG | 0o644) << 16) -> zipfile.ZipInfo:
    found = zipfile.ZipInfo("x")
    found.filename = found.orig_filename = name  # as it is: ZipInfo would cut at a NUL
    found.create_system, found.external_attr, found.compress_type = 3, attributes, zipfile.ZIP_DEFLATED
    return found


def zipped(files: Mapping[str, bytes], **changed: zipfile.ZipInfo) -> bytes:
    """Return the zip of the files with their list, which is right; `changed` says how a file is entered."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as target:
        target.writestr(entry(LIST), listed(files))
        for name, content in files.items():
            target.writestr(changed.get(name, entry(name)), content)
    return packed.getvalue()


def named(name: str) -> Callable[[], bytes]:
    return lambda: zipped({"stories/x.yaml": STORY, name: STORY})


def linked(kind: int) -> Callable[[], bytes]:
    return lambda: zipped({"x.yaml": b"/etc/passwd"}, **{"x.yaml": entry("x.yaml", (kind | 0o777) << 16)})


def patched(
    offset_in_directory: int, value: bytes, offset_in_local: int = 0, local: bytes = b""
) -> Callable[[], bytes]:
    """Return a maker of a good zip in which bytes of the last entry of the directory, or of its own header, differ."""

    def make() -> bytes:
        raw = bytearray(zipped({"stories/x.yaml": STORY * 10}))
        at = raw.rindex(b"PK\1\2")
        raw[at + offset_in_directory : at + offset_in_directory + len(value)] = value
        own = struct.unpack_from("<L", raw, raw.rindex(b"PK\1\2") + 42)[0]
        if local and own < len(raw):
            raw[own + offset_in_local : own + offset_in_local + len(local)] = local
        return bytes(raw)

    return make


def twice() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as target:
        target.writestr(entry(LIST), listed({"stories/x.yaml": STORY}))
        for _ in range(2):
            found = entry("stories/x.yaml")
            target.NameToInfo.clear()
            target.writestr(found, STORY)
    return packed.getvalue()


def bomb() -> bytes:
    return zipped({"stories/x.yaml": b"\0" * (40 * 2**20)})


def lying_bomb() -> bytes:
    """Return a zip whose headers speak of ten bytes where sixty million come out."""
    packing = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = b"".join(packing.compress(b"\0" * 2**20) for _ in range(64)) + packing.flush()
    return by_hand([("stories/x.yaml", packed, 10, zlib.crc32(b"\0" * 10))], {"stories/x.yaml": b"\0" * 10})


def overlapping(times: int) -> bytes:
    """Return a zip of many entries that all lead to the bytes of one."""
    one = zlib.compress(b"\0" * 30_000)[2:-4]
    raw = by_hand([("stories/x.yaml", one, 30_000, zlib.crc32(b"\0" * 30_000))], {"stories/x.yaml": b"\0" * 30_000})
    start = raw.rindex(b"PK\1\2")
    end = raw.rindex(b"PK\5\6")
    count, size, at = struct.unpack_from("<HLL", raw, end + 10)
    more = b"".join(raw[start:end].replace(b"x.yaml", b"%06d" % number) for number in range(times))
    ending = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count + times, count + times, size + len(more), at, 0)
    return raw[:end] + more + ending


def hiding(before: bytes, inside: bytes) -> bytes:
    """Return a good zip with bytes before its directory, or at the end of it, that nothing speaks of."""
    raw = zipped({"stories/x.yaml": STORY})
    end = raw.rindex(b"PK\5\6")
    size, at = struct.unpack_from("<LL", raw, end + 12)
    ending = raw[end : end + 12] + struct.pack("<LLH", size + len(inside), at + len(before), 0)
    return raw[:at] + before + raw[at:end] + inside + ending


def by_hand(entries: list[tuple[str, bytes, int, int]], right: Mapping[str, bytes]) -> bytes:
    """Return a zip with the sizes and checksums that are given."""
    text = listed(right)
    body, directory = b"", b""
    for name, packed, size, checksum in [(LIST, zlib.compress(text)[2:-4], len(text), zlib.crc32(text)), *entries]:
        same = struct.pack("<HHHHHLLLHH", 20, 0, 8, 0, 33, checksum, len(packed), size, len(name.encode()), 0)
        directory += (
            struct.pack("<4sH", b"PK\1\2", 20) + same + struct.pack("<HHHLL", 0, 0, 0, 0o100644 << 16, len(body))
        )
        directory += name.encode()
        body += b"PK\3\4" + same + name.encode() + packed
    count = len(entries) + 1
    ending = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count, count, len(directory), len(body), 0)
    return body + directory + ending


def many(count: int, text: bytes = b"") -> Callable[[], bytes]:
    def make() -> bytes:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as target:
            target.writestr(entry(LIST), text)
            for number in range(count):
                target.writestr(f"stories/{number}.yaml", b"")
        return packed.getvalue()

    return make


def counted_wrongly() -> bytes:
    raw = bytearray(many(12_000)())
    end = raw.rindex(b"PK\5\6")
    raw[end + 8 : end + 12] = struct.pack("<HH", 5, 5)
    return bytes(raw)


def damaged() -> bytes:
    raw = bytearray(zipped({"stories/x.yaml": bytes(range(256))}))
    place = raw.index(bytes(range(100, 120)))
    raw[place] ^= 1
    return bytes(raw)


def wrong_list() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as target:
        target.writestr(entry(LIST), listed({"stories/x.yaml": b"title: another\n"}))
        target.writestr(entry("stories/x.yaml"), STORY)
    return packed.getvalue()


def with_list(text: bytes, **files: bytes) -> Callable[[], bytes]:
    def make() -> bytes:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as target:
            target.writestr(entry(LIST), text)
            for name, content in files.items():
                target.writestr(entry(f"stories/{name}.yaml"), content)
        return packed.getvalue()

    return make


def plain(files: Mapping[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as target:
        for name, content in files.items():
            target.writestr(name, content)
    return packed.getvalue()


def commented() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as target:
        target.writestr(entry(LIST), listed({}))
        target.comment = b"x" * 1000
    return packed.getvalue()


HOSTILE = (
    Hostile("nothing", lambda: b"", "zip-none"),
    Hostile("a text", lambda: STORY, "zip-none"),
    Hostile("an old Word file", lambda: b"\xd0\xcf\x11\xe0" + b"\0" * 1000, "zip-none"),
    Hostile("two letters", lambda: b"PK", "zip-damaged"),
    Hostile("a zip of nothing", lambda: plain({}), "zip-foreign"),
    Hostile("half a backup", lambda: zipped({"stories/x.yaml": STORY})[:-60], "zip-damaged"),
    Hostile("a backup without its head", lambda: zipped({"stories/x.yaml": STORY})[40:], "zip-none"),
    Hostile("a backup with something before it", lambda: b"PK" + zipped({"stories/x.yaml": STORY}), "zip-foreign"),
    Hostile("a backup with something behind it", lambda: zipped({"stories/x.yaml": STORY}) + b"more", "zip-foreign"),
    Hostile("another zip", lambda: plain({"stories/x.yaml": STORY}), "zip-foreign"),
    Hostile("a Word file", lambda: plain({"[Content_Types].xml": b"<x/>", "word/x.xml": b"<x/>"}), "zip-foreign"),
    Hostile("a zip in a zip", lambda: plain({"backup.zip": zipped({"stories/x.yaml": STORY})}), "zip-foreign"),
    Hostile("a listed zip in a zip", named("stories/backup.zip"), "zip-name"),
    Hostile("a listed program", named("stories/x.exe"), "zip-name"),
    Hostile("a comment", commented, "zip-foreign"),
    Hostile("a bomb", bomb, "zip-too-large"),
    Hostile("a bomb whose sizes lie", lying_bomb, "zip-damaged"),
    Hostile("entries that overlap", lambda: overlapping(1000), "zip-foreign"),
    Hostile("too large a file", lambda: b"PK\3\4" + b"\0" * (5 * 2**20), "zip-too-large"),
    Hostile("12,000 entries", many(12_000), "zip-too-many"),
    Hostile("12,000 entries counted as five", counted_wrongly, "zip-foreign"),
    Hostile("60,000 entries that overlap", lambda: overlapping(60_000), "zip-too-many"),
    Hostile("a folder above", named("../x.yaml"), "zip-name"),
    Hostile("folders above, deeper", named("stories/../../x.yaml"), "zip-name"),
    Hostile("an absolute name", named("/etc/x.yaml"), "zip-name"),
    Hostile("a drive", named("C:/x.yaml"), "zip-name"),
    Hostile("a drive without a slash", named("C:x.yaml"), "zip-name"),
    Hostile("another machine", named("//host/share/x.yaml"), "zip-name"),
    Hostile("a backslash", named("..\\x.yaml"), "zip-name"),
    Hostile("a dot", named("./x.yaml"), "zip-name"),
    Hostile("an empty part", named("stories//x.yaml"), "zip-name"),
    Hostile("a hidden folder", named(".git/config.txt"), "zip-name"),
    Hostile("a hidden file", named("stories/.x.yaml"), "zip-name"),
    Hostile("a device", named("stories/CON.yaml"), "zip-name"),
    Hostile("a device with a space", named("stories/nul .txt.yaml"), "zip-name"),
    Hostile("a stream", named("stories/x.yaml:y.yaml"), "zip-name"),
    Hostile("a name that Windows cuts", named("stories /x.yaml"), "zip-name"),
    Hostile("a control character", named("stories/x\x1b[31m.yaml"), "zip-name"),
    Hostile("a line end", named("stories/x\n.yaml"), "zip-name"),
    Hostile("a NUL", named("stories/x.exe\0.yaml"), "zip-name"),
    Hostile("a decomposed name", named("stories/\u110c\u1175.yaml"), "zip-name"),
    Hostile("a name that is too long", named(f"stories/{'가' * 300}.yaml"), "zip-name"),
    Hostile("folders without end", named("a/" * 2000 + "x.yaml"), "zip-name"),
    Hostile("a folder", lambda: plain({LIST: listed({}), "stories/": b""}), "zip-link"),
    Hostile("the list again", named(f"stories/../{LIST}"), "zip-name"),
    Hostile("one name twice", twice, "zip-twice"),
    Hostile("one name in two cases", named("stories/X.yaml"), "zip-twice"),
    Hostile("a link", linked(stat.S_IFLNK), "zip-link"),
    Hostile("a pipe", linked(stat.S_IFIFO), "zip-link"),
    Hostile("a device file", linked(stat.S_IFCHR), "zip-link"),
    Hostile("a password", patched(8, b"\1", 6, b"\1"), "zip-encrypted"),
    Hostile("strong encryption", patched(8, b"\x41", 6, b"\x41"), "zip-encrypted"),
    Hostile("sizes that come later", patched(8, b"\x08", 6, b"\x08"), "zip-foreign"),
    Hostile("another way of packing", patched(10, b"\x0c", 8, b"\x0c"), "zip-foreign"),
    Hostile("a wrong checksum", patched(16, b"\0\0\0\0", 14, b"\0\0\0\0"), "zip-damaged"),
    Hostile("checksums that differ", patched(16, b"\0\0\0\0"), "zip-foreign"),
    Hostile("a size that is too small", patched(24, b"\1\0\0\0", 22, b"\1\0\0\0"), "zip-damaged"),
    Hostile("a size that is too large", patched(24, b"\0\0\2\0", 22, b"\0\0\2\0"), "zip-damaged"),
    Hostile("a packed size beyond the end", patched(20, b"\xff\xff\xff\x7f", 18, b"\xff\xff\xff\x7f"), "zip-damaged"),
    Hostile("a place beyond the end", patched(42, b"\xff\xff\xff\x7f"), "zip-foreign"),
    Hostile("two names for one file", patched(46, b"stories/y.yaml"), "zip-foreign"),
    Hostile("another name at the file itself", patched(0, b"", 30, b"stories/y.yaml"), "zip-foreign"),
    Hostile("something between the files and their directory", lambda: hiding(b"more", b""), "zip-foreign"),
    Hostile("something in the directory that is not counted", lambda: hiding(b"", b"more"), "zip-foreign"),
    Hostile("no UTF-8", patched(46, b"stories/\xff.yaml", 30, b"stories/\xff.yaml"), "zip-name"),
    Hostile("other bytes than listed", wrong_list, "zip-damaged"),
    Hostile("a bit that fell over", damaged, "zip-damaged"),
    Hostile("a file that is not listed", with_list(listed({}), x=STORY), "zip-foreign"),
    Hostile("a listed file that is not there", with_list(listed({"stories/x.yaml": STORY})), "zip-foreign"),
    Hostile("a list without a title", with_list(listed({"stories/x.yaml": STORY}, ""), x=STORY), "zip-foreign"),
    Hostile("a list of bytes", with_list(b"\xff\xfe" * 100, x=STORY), "zip-foreign"),
    Hostile("a list with line ends", with_list(listed({"stories/x.yaml": b""}) + b"\n" * 90_000), "zip-foreign"),
    Hostile("a list of line ends", with_list(b"\n" * (25 * 2**20)), "zip-foreign"),
    Hostile("a list of short lines for many files", many(4_900, listed({}) + b"ab\n" * 790_000), "zip-foreign"),
    Hostile("a newer backup", with_list(b"# storybank backup, format 2\n", x=STORY), "zip-newer"),
)  # fmt: skip
"""The files that are refused, in the order in which they are looked at."""
