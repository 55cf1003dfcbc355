"""Invisible and odd characters of a text: listed with their names, and cleaned."""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from stories.writing.count import as_counted

OddKind = Literal[
    "line-end-spaces", "blank-lines", "line-separator", "tab", "no-break-space", "odd-space", "zero-width",
    "direction-mark", "soft-hyphen", "control", "lone-surrogate",
    "emoji", "compatibility", "private-use", "combining", "loose-jamo", "lost-character",
]  # fmt: skip
ODD_KINDS: tuple[OddKind, ...] = get_args(OddKind)
ASKING: frozenset[OddKind] = frozenset(
    ("emoji", "compatibility", "private-use", "combining", "loose-jamo", "lost-character")
)
"""Kinds that a person may have meant: they are cleaned only when asked for."""
_CLINGING = ("", *"\n.,!?)")
_SHOWN: frozenset[OddKind] = frozenset(("emoji", "private-use", "lost-character"))
"""Kinds that take up room in a line: where one goes, the space on one of its sides goes too."""

_BLANK = r"[^\S\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]"
"""What shows as a gap inside a line; the others end a line."""
_PICTURE = (
    "[\U0001f000-\U0001f1e5\U0001f200-\U0001faff"
    "\u231a\u231b\u23e9-\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615\u2648-\u2653\u267f\u2693\u26a1\u26aa\u26ab\u26bd"
    "\u26be\u26c4\u26c5\u26ce\u26d4\u26ea\u26f2\u26f3\u26f5\u26fa\u26fd\u2705\u270a\u270b\u2728\u274c\u274e\u2753-\u2755"
    "\u2757\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55]"
)
"""Characters that are pictures by themselves (Unicode: Emoji_Presentation); ★, ♥ and → are signs and no emoji."""
_SIGN = "[\xa9\xae\u203c\u2049\u2122-\u2bff\u3030\u303d\u3297\u3299]"
"""Signs that a variation selector (U+FE0F) turns into a picture."""
_ONE = rf"(?:{_PICTURE}\ufe0f?|{_SIGN}\ufe0f)[\U0001f3fb-\U0001f3ff]?(?:[\U000e0020-\U000e007e]+\U000e007f)?"
_EMOJI = rf"[0-9#*]\ufe0f?\u20e3|[\U0001f1e6-\U0001f1ff]{{1,2}}|{_ONE}(?:\u200d(?:{_ONE}|{_SIGN}))*"
"""A key, a flag, or pictures with joiners between them: a family is one."""
_JAMO = "\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff"
_LETTERS_WITH_JOINERS = "\u0600-\u109f"
"""Arabic to Myanmar: there a joiner or non-joiner belongs to the spelling."""

_PATTERNS: dict[OddKind, str] = {
    "line-end-spaces": rf"(?<!{_BLANK}){_BLANK}++(?=\n|\Z)",
    "blank-lines": r"(?<!\n)\n{4,}",
    "emoji": _EMOJI,
    "line-separator": "[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+",
    "tab": "\t+",
    "no-break-space": "[\xa0\u202f]+",
    "odd-space": "[\u1680\u2000-\u200a\u205f\u3000\u3164\uffa0\u2800]+",
    "zero-width": "[\u200b\u2060-\u2064\ufeff\u180e\u034f\ufe00-\ufe0f\U000e0001-\U000e01ef]+"
    rf"|(?<![{_LETTERS_WITH_JOINERS}])[\u200c\u200d]+",
    "direction-mark": "[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]+",
    "soft-hyphen": "\xad+",
    "control": "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff]+",
    "lone-surrogate": "[\ud800-\udfff]+",
    "compatibility": "[\uff01-\uff9f\uffa1-\uffdc\uffe0-\uffe2\uffe4-\uffee\ufb00-\ufb06\u2f00-\u2fd5]+",
    "private-use": "[\ue000-\uf8ff\U000f0000-\U0010ffff]+",
    "combining": "[\u0300-\u034e\u0350-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f]+",
    "loose-jamo": f"[{_JAMO}]+",
    "lost-character": "\ufffd+",
}
_KIND_OF_GROUP: dict[str, OddKind] = {kind.replace("-", "_"): kind for kind in _PATTERNS}
_ODD = re.compile("|".join(f"(?P<{group}>{_PATTERNS[kind]})" for group, kind in _KIND_OF_GROUP.items()))
_PLAIN_SIGN = re.compile(rf"(?!{_PICTURE}){_SIGN}\ufe0f")

_LETTER_OF_JAMO = {
    **{unicodedata.normalize("NFKC", chr(code)): chr(code) for code in range(0x3131, 0x3164)},
    **dict(zip(map(chr, range(0x11A8, 0x11C3)), "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ", strict=True)),
}
"""The letter as it is typed for each conjoining jamo that no syllable took in."""


@dataclass(frozen=True)
class Odd:
    """One place with odd characters; `asks`: it may be meant, so it is not cleaned unless the person says so.

    `start` and `end` are places in the text as it is counted (`as_counted`: NFC, LF, surrogates that meet joined);
    `name` is the first character's: "U+200B ZERO WIDTH SPACE".
    """

    start: int
    end: int
    text: str
    kind: OddKind
    name: str
    replacement: str
    asks: bool


def odd_characters(text: str) -> tuple[Odd, ...]:
    """Return the odd places of the text as it is counted, in order; they do not overlap.

    Neighbours of one kind are one finding, and so is an emoji family with its joiners. Typographic quotes, dashes,
    signs (★ → ㈜ ① ℃) and old Hangul stay. Spaces at the end of a line and three or more empty lines are findings too.
    """
    return tuple(_findings(as_counted(text)))


def cleaned(text: str, kinds: Collection[str] | None = None) -> str:
    """Return the text as it is counted without the odd characters of these kinds; None: all that need no question.

    Spaces become usual spaces, line separators line ends, full-width letters usual ones; the rest goes, an emoji with
    one of the two spaces around it. Halves of surrogate pairs always go, since no file can hold them. Cleaning what was
    cleaned changes nothing.
    """
    wanted = (frozenset(ODD_KINDS) - ASKING if kinds is None else frozenset(kinds)) | {"lone-surrogate"}
    before, after = None, as_counted(text)
    while after != before:  # taking one out can make neighbours meet
        before, after = after, as_counted(_once(after, wanted))
    return after


def _once(text: str, wanted: Collection[str]) -> str:
    pieces, end, last = [], 0, "\n"
    for one in _findings(text):
        if one.kind not in wanted:
            continue
        piece = text[end : one.start] + one.replacement
        end = one.end
        if one.kind in _SHOWN and not one.replacement:
            piece, end = _around(text, piece, end, last)
        pieces.append(piece)
        last = piece[-1:] or last
    return "".join(pieces) + text[end:]


def _around(text: str, before: str, end: int, last: str) -> tuple[str, int]:
    """Return what stands before a picture that goes, and where the text goes on, with one space of those around it.

    `last`: the letter before `before`. At the start and end of a line, and before a full stop, none of them stays.
    """
    following = text[end : end + 1]
    if following == " " and (before[-1:] or last) in " \n":
        return before, end + 1
    return (before.rstrip(" ") if following in _CLINGING else before), end


def _findings(text: str) -> Iterator[Odd]:
    for found in _ODD.finditer(text):
        kind = _KIND_OF_GROUP[found.lastgroup or ""]
        odd = found.group()
        if kind != "loose-jamo" or all(letter in _LETTER_OF_JAMO for letter in odd):
            replacement = _REPLACEMENTS[kind](odd) if kind in _REPLACEMENTS else ""
            yield Odd(found.start(), found.end(), odd, kind, _name(odd[0]), replacement, kind in ASKING)


def _name(letter: str) -> str:
    """Return the code point and, where Unicode has one, the name."""
    return f"U+{ord(letter):04X} {unicodedata.name(letter, '')}".rstrip()


def _without_picture(emoji: str) -> str:
    """Return the digit of a keycap and the sign that was only dressed as a picture; nothing of a real picture."""
    if emoji.endswith("\u20e3"):
        return emoji[0]
    return emoji[0] if len(emoji) == 2 and _PLAIN_SIGN.match(emoji) else ""


def _as_usual(letters: str) -> str:
    return unicodedata.normalize("NFKC", letters)


def _spaces(letters: str) -> str:
    return " " * len(letters)


_REPLACEMENTS: dict[OddKind, Callable[[str], str]] = {
    "blank-lines": lambda odd: "\n\n",
    "emoji": _without_picture,
    "line-separator": lambda odd: "\n" * len(odd),
    "tab": lambda odd: " ",
    "no-break-space": _spaces,
    "odd-space": _spaces,
    "compatibility": _as_usual,
    "loose-jamo": lambda odd: "".join(_LETTER_OF_JAMO[letter] for letter in odd),
}
"""What a finding becomes; nothing for the other kinds."""
