"""Files that people could have, changed at random: bytes, letters, lines, indents, repetitions, encodings."""

import random
import unicodedata
from collections.abc import Callable
from pathlib import Path

from stories.files.library import FOLDERS
from stories.files.places import SAMPLE

FIXTURES = Path(__file__).parent.parent.parent / "tests" / "fixtures" / "stories"
ODD = (
    "\t", " ", "\n", "\r", "\r\n", "\x85", "\u2028", "\u00a0", "\u3000", "\u200b", "\ufeff", "：", "#", " #", ": ", ":",
    "- ", "-", "? ", "&a ", "*a", "!x ", "!!python/object:os.system ", "|", ">", "|2-", "'", '"', "[", "]", "{", "}",
    ",", "%", "@", "`", "\\", "\0", "\x01", "\x7f", "\ud800", "\uffff", "😀", "e\u0301", "\u1112\u1161\u11ab", "---\n",
    "...\n", "<<: ", "~", "null", "no", "1_000", "<<<<<<< HEAD\n", "=======\n", ">>>>>>> main\n", "한글", "\\u0000",
    "\\ud800", "title: ", "\n  - text: ", "claims:\n",
)  # fmt: skip
"""What is put in somewhere."""
ENCODINGS = ("cp949", "utf-16", "utf-16-le", "utf-8-sig", "utf-32", "latin-1", "euc-kr")
LARGEST = 400_000

Seed = tuple[str, str]
"""The kind of a record and a text."""


def seeds() -> list[Seed]:
    """Return the texts that are mutated: the files of the sample, and those of the tests that are odd already."""
    sample = [
        (path.parent.name if path.parent.name in FOLDERS else path.stem, path.read_text(encoding="utf-8"))
        for path in sorted(SAMPLE.rglob("*.yaml"))
    ]
    odd = [("stories", path.read_bytes().decode("utf-8")) for path in sorted(FIXTURES.glob("*.yaml"))]
    assert sample and odd
    return [*sample, *odd]


def mutated(chance: random.Random, among: list[Seed]) -> tuple[str, bytes]:
    """Return the kind and the bytes of one file with one to three changes."""
    kind, text = chance.choice(among)
    for _ in range(chance.choice((1, 1, 1, 1, 1, 2, 3))):
        text = chance.choice(_TEXT_CHANGES)(chance, text, among)[:LARGEST]
    raw = text.encode(_encoding(chance), "surrogatepass" if chance.random() < 0.5 else "replace")
    return kind, _bytes_changed(chance, raw) if chance.random() < 0.15 else raw


def _encoding(chance: random.Random) -> str:
    return chance.choice(ENCODINGS[1:4]) if chance.random() < 0.06 else "utf-8"


def in_another_encoding(chance: random.Random, text: str) -> bytes:
    """Return the text as an old editor would save it."""
    return text.encode(chance.choice(ENCODINGS), "replace")


def _bytes_changed(chance: random.Random, raw: bytes) -> bytes:
    changed = bytearray(raw)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(changed) + 1)
        action = chance.randrange(3)
        if action == 0:
            changed[at:at] = bytes([chance.randrange(256)])
        elif action == 1:
            changed[at : at + 1] = bytes([chance.randrange(256)])
        else:
            del changed[at : at + chance.randint(1, 8)]
    return bytes(changed)


def _put_in(chance: random.Random, text: str, among: list[Seed]) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(ODD) + text[at:]


def _put_in_at_a_value(chance: random.Random, text: str, among: list[Seed]) -> str:
    """Put something where it counts: behind a colon, a dash or the end of a line."""
    places = [at for at, letter in enumerate(text) if letter in ":-\n"]
    at = (chance.choice(places) if places else 0) + chance.randint(0, 2)
    return text[:at] + chance.choice(ODD) + text[at:]


def _take_out(chance: random.Random, text: str, among: list[Seed]) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + text[at + chance.choice((1, 1, 1, 2, 5, 40)) :]


def _change_lines(chance: random.Random, text: str, among: list[Seed]) -> str:
    lines = text.splitlines(keepends=True) or [""]
    here, there = chance.randrange(len(lines)), chance.randrange(len(lines))
    action = chance.randrange(7)
    if action == 0:
        lines[here], lines[there] = lines[there], lines[here]
    elif action == 1:
        lines.insert(there, lines[here])
    elif action == 2:
        del lines[here]
    elif action == 3:
        lines[here] = chance.choice((" ", "  ", "    ", "\t", "\u00a0", "- ")) + lines[here]
    elif action == 4:
        lines[here] = lines[here][chance.randint(1, 3) :]
    elif action == 5:
        lines[here] = lines[here].rstrip("\r\n")
    else:
        lines[here:there] = [" " * chance.randint(1, 3) + line for line in lines[here:there]]
    return "".join(lines)


def _repeat(chance: random.Random, text: str, among: list[Seed]) -> str:
    """Repeat a piece, seldom so often that the file is large."""
    at = chance.randrange(len(text) + 1)
    piece = text[at : at + chance.choice((1, 2, 10, 200))]
    times = chance.choice((2, 3, 10, 30)) if chance.random() < 0.98 else 4_000
    return text[:at] + piece * times + text[at:]


def _splice(chance: random.Random, text: str, among: list[Seed]) -> str:
    _, other = chance.choice(among)
    return text[: chance.randrange(len(text) + 1)] + other[chance.randrange(len(other) + 1) :]


def _line_ends(chance: random.Random, text: str, among: list[Seed]) -> str:
    return text.replace("\n", chance.choice(("\r\n", "\r", "\n\n", "\u2028", "\x85", " \n", "\\n")))


def _decompose(chance: random.Random, text: str, among: list[Seed]) -> str:
    return unicodedata.normalize(chance.choice(("NFD", "NFKD")), text)


def _nest(chance: random.Random, text: str, among: list[Seed]) -> str:
    at = chance.randrange(len(text) + 1)
    depth = chance.choice((2, 5, 13, 400))
    return text[:at] + chance.choice(("[", "{", "- ", "a: {", "? ")) * depth + text[at:]


Change = Callable[[random.Random, str, list[Seed]], str]
_TEXT_CHANGES: tuple[Change, ...] = (
    _put_in, _put_in, _put_in_at_a_value, _put_in_at_a_value, _put_in_at_a_value, _take_out, _take_out, _change_lines,
    _change_lines, _change_lines, _repeat, _splice, _line_ends, _decompose, _nest,
)  # fmt: skip
