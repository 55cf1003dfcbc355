"""The number or bullet at the start of a line of a form."""

import re
import unicodedata
from dataclasses import dataclass

_DRESS = re.compile(r"(?:[#>*_]{1,6}\s*)+(?=\S)")
"""Markdown before a number: ### 1., **1.**, > 1."""
_BULLET = re.compile(r"([■□▪▫◆◇◈●○◎◦•‣∙⦁❍❏❑❖▶▷►▸➤➢✔✓☑★☆◼◻\ue000-\uf8ff])\s*|([-·*+→⇒ㅇo])\s+|([-·])(?=[가-힣])")
_WORD = r"(?:문항|질문|항목|question|essay|prompt|q|no)"
_KIND = r"(?:공통|직무|필수|선택|개별|기본|추가)"
_BEHIND = r"(?:\s?[.):\]>}\-]{1,2}|(?=\s)|$)"
_NUMBERS = {
    "part": re.compile(
        rf"[(\[<]?(?:{_WORD}\s?)?[0-9]{{1,2}}[-.]([0-9]{{1,2}})(?![0-9])(?:[.)\]>:번]{{1,2}}|(?=\s))", re.IGNORECASE
    ),
    "word": re.compile(
        rf"[(\[<{{]?\s?(?:자기소개서\s|자소서\s)?(?:{_KIND}\s?)?{_WORD}\s?[.#]?\s?([0-9]{{1,2}})(?![0-9])(?:\s?번)?"
        rf"(?:\sof\s[0-9]{{1,2}})?{_BEHIND}|[(\[<]?{_KIND}\s?([0-9]{{1,2}})\s?[.):\]>\-]",
        re.IGNORECASE,
    ),
    "번": re.compile(rf"([0-9]{{1,2}})\s?번(?:\s?(?:문항|질문|항목){_BEHIND}|\s?[.):])"),
    "(": re.compile(r"\(\s?([0-9]{1,2})\s?\)"),
    "[": re.compile(r"[\[<{]\s?([0-9]{1,2})\s?[\]>}]"),
    ".": re.compile(r"([0-9]{1,2})\s?\.\)?(?![0-9])"),
    ")": re.compile(r"([0-9]{1,2})\s?\)"),
    "-": re.compile(r"([0-9]{1,2})(?::|\s?-)(?=\s)"),
    "keycap": re.compile("([0-9])\ufe0f?\u20e3"),
    "q": re.compile(r"q\s?[.:)]()", re.IGNORECASE),
    "가": re.compile(r"([가나다라마바사아자차카타파하])[.)]"),
    "I": re.compile(r"(I{1,3}|IV|VI{0,3}|IX|X)[.)]\s"),
    "A": re.compile(r"([A-H])[.)]\s"),
    "1": re.compile(r"([0-9]{1,2})(?=\s|$)|([0-9]{1,2})\s?번(?=\s|$)"),
}
_ORDERED = {
    "가": "가나다라마바사아자차카타파하",
    "I": ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"),
    "A": "ABCDEFGH",
}
UNSURE = frozenset(("가", "I", "A", "1"))
"""Styles that count as numbers only where several lines go on from the first: 가. 나. or 1 ... 2 ..."""
_SIGNS = "\u2460-\u2473\u2474-\u249b\u24f5-\u24fe\u2776-\u2793\u2160-\u216b"
_SIGN = re.compile(rf"([{_SIGNS}])[.)]?")


@dataclass(frozen=True)
class Mark:
    """A number or bullet: lines of one list have one style; `number` None: a bullet; `end`: where the text begins."""

    style: str
    number: int | None
    end: int


def mark(plain: str) -> Mark | None:
    """Return the mark that the folded line starts with, a number rather than the bullet before it."""
    bullet = _BULLET.match(plain)
    dress = _DRESS.match(plain)
    starts = [found.end() for found in (bullet, dress) if found] or [0]
    for start in (0, *starts):
        numbered = _numbered(plain, start)
        if numbered:
            return numbered
    if bullet:
        return Mark(f"bullet {bullet.group().strip()}", None, bullet.end())
    return None


def _numbered(plain: str, start: int) -> Mark | None:
    sign = _SIGN.match(plain, start)
    if sign:
        block = "Ⅰ" if sign[1] >= "\u2160" and sign[1] <= "\u216b" else unicodedata.name(sign[1])[:12]
        return Mark(block, int(unicodedata.numeric(sign[1])), _text_from(plain, sign.end()))
    for style, pattern in _NUMBERS.items():
        found = pattern.match(plain, start)
        if found:
            said = next((group for group in found.groups() if group is not None), "")
            return Mark(style, _value(style, said), _text_from(plain, found.end()))
    return None


def _value(style: str, said: str) -> int | None:
    if style in _ORDERED:
        return _ORDERED[style].index(said) + 1
    return int(said) if said else 0


def _text_from(plain: str, end: int) -> int:
    """Return where the text behind the mark begins."""
    return end + len(plain[end:]) - len(plain[end:].lstrip(" \t*_"))
