"""Texts at random, as people type and paste them, and as nobody would: every character that a file can hold."""

import random

from stories.files.tree import Plain
from stories.text import clean, unstorable

NASTY = (
    "", " ", "no", "12:30", "~", "#", "# 제목", "a # b", "a: b", "a:", "- 가", "? 가", "&co", "*강조*", "!주의", "%5",
    "@", "`", "[주의]", "{가}", '"인용" 뒤', "'", '"', "\\", "|", ">", "| x", "---", "...", "--- x", "=", "<<",
    "<<<<<<< HEAD", "title: x\nheadline: y", " 앞의 빈칸", "뒤의 빈칸  ", "\n\n앞의 빈 줄", "뒤의 빈 줄\n\n",
    "가\n\n\n나", "가  \n나", "가\n  나\n 다", " 가\n나", "\t탭", "가\t나", "가\n\t나", "title: \n가", "가:\n- 나",
    "# 가\n# 나", "가\n---\n나", "가\n...\n나", "가\n ", "😀", "👩\u200d👩\u200d👧", "\u200b가\u200b", "\ufeff가",
    "\u00a0가", "\u110c\u1175\u110b\u116f", "가\r\n나\r다", "가\x0b나\x0c다", "가\x85나\u2028다\u2029라",
    "\U0010ffff\ue000", "가" * 61, " " + "가" * 61, "x" * 5000, "긴 줄 " * 500 + "\n끝", "{place} %s \\n ${x}",
    "<script>alert(1)</script>", "![](http://x)", "힘들었다...", "첫 줄\n힘들었다...", "가\n...", "가\n\n...",
    "가\n...\n\n", " 가\n나...",
)  # fmt: skip
"""Texts that a writer or a reader of YAML is known to stumble over."""
_PLAIN = "가나다라이탈예측 을를에서했다. , 0123456789 % abc ABC"
_SIGNS = "#:-?&*!|>'\"%@`[]{},~=<>\\/_.…·“”‘’()+$^;"
_SPACES = " \n\n\t  \r\u00a0\u3000\u200b\u2028\x85\ufeff"
_RARE = (
    "e\u0301",
    "\u1112\u1161\u11ab",
    "😀",
    "👍🏽",
    "\ue000",
    "\U0010fffd",
    "\u202e",
    "ﬀ",
    "İ",
    "ß",
    "㎡",
    "①",
    "가\u3099",
)


def random_text(chance: random.Random, longest: int = 200) -> str:
    """Return one text; the short and the odd ones are frequent."""
    shape = chance.random()
    if shape < 0.25:
        return chance.choice(NASTY)
    length = round(longest ** chance.random())
    if shape < 0.5:
        return "".join(chance.choices(_PLAIN, k=length))
    if shape < 0.55:
        return "".join(_any_letter(chance) for _ in range(min(length, 30)))
    letters = _PLAIN + _SIGNS * 2 + _SPACES * 2
    text = "".join(chance.choices(letters, k=length))
    return text + chance.choice(_RARE) if shape < 0.7 else text


def _any_letter(chance: random.Random) -> str:
    """Return any code point but half a surrogate pair."""
    point = chance.choice((chance.randrange(0x20, 0x300), chance.randrange(0xD800), chance.randrange(0xE000, 0x110000)))
    return chr(point)


def storable(value: Plain) -> bool:
    """Tell whether a file can hold all texts of the value."""
    if isinstance(value, str):
        return not unstorable(clean(value))
    return all(storable(item) for item in (value.values() if isinstance(value, dict) else value))


def cleaned(value: Plain) -> Plain:
    """Return the value with its texts as storybank keeps them."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [cleaned(item) for item in value]
    return {key: cleaned(item) for key, item in value.items()}
