"""Texts that are easily counted wrong: jamo, decomposed Hangul, emoji families, halves of pairs, odd line ends."""

import random
import sys
import unicodedata
from collections.abc import Sequence

PIECES = (
    "지원 동기", "펲시", "뷁", "ㅋㅋ", "ㅠ", "ㅏ", "\u1100\u1161\u11a8", "\u1100", "\u1161", "\u11a8",
    "\u1112\u119e\u11ab", "가\u11a8", "\xe9", "e\u0301", "\u0301", "\u212b", "\u0344", "\u0958",
    "a", "Z", "~", " ", "\t", "\n", "\r", "\r\n", "\n\r", "\v", "\f", "\x1c", "\x7f", "\x80", "\x85",
    "\xa0", "\u1680", "\u2003", "\u2028", "\u2029", "\u202f", "\u205f", "\u3000", "\ufeff",
    "\u180e", "\u200b", "\u200c", "\u200d", "\u2060", "\u3164", "\xad", "—", "…", "％", "１", "漢", "\uf900",
    "😀", "👨‍👩‍👧‍👦", "👍🏽", "🇰🇷", "❤️", "🏴\U000e0067\U000e007f", "𝄞", "\U0001d15e", "\U0002f800", "\U0010ffff",
    "\ud83d", "\ude00", "\ud834", "\udd5e", "\ud800", "\udfff", "\uffff", "\ufffd", "\u07ff", "\u0800",
    "40,000", "0.065%", "AUC", "LightGBM", "don't",
)  # fmt: skip
"""Among them: surrogates that become a pair where they meet, and characters that NFC takes apart beyond U+FFFF."""

SAID = (
    *PIECES, *("저는", " ", "을 했습니다.", "분석", "the", " a ", "table", "wanted", "learning") * 3,
    "1,234", "12,34", "1,2345", "40,000,000", "10000", "10,001", "110,000", "100,000,000", "0", "007", "1", "10",
    "2019", "1" * 20, "9" * 21, "1,000.50", "3.5.1", "3.", ".5", "010-1234-5678", "HTML5", "KT&G", "KPMGLLP", "LSTM",
    "kNN", "A", "Be", "don’t", "'s", "’", "sql", "rhythm", "naïve", "é", "used", "fixes", "apple", "社會", "㐀", "%",
    "&", "$", "₩", "€", "℃", "×", "÷", "²", "½", "Ж", "あ", "-", ".", ",",
)  # fmt: skip
"""Pieces that take their time to say: numbers, acronyms, words, signs; and what looks like them."""

ASSIGNED = [
    number for number in range(sys.maxunicode + 1) if unicodedata.category(chr(number)) not in ("Cn", "Cs", "Co")
]
"""Characters that this Python knows; how newer ones compose, a newer browser may know better."""


def odd_texts(number: int, seed: int, pieces: Sequence[str] = PIECES) -> list[str]:
    """Return so many texts of up to 40 pieces and characters, always the same for one seed."""
    dice = random.Random(seed)
    return ["".join(_piece(dice, pieces) for _ in range(dice.randrange(41))) for _ in range(number)]


def _piece(dice: random.Random, pieces: Sequence[str]) -> str:
    if dice.random() < 0.7:
        return dice.choice(pieces)
    if dice.random() < 0.3:
        return chr(dice.randrange(0xD800, 0xE000))
    return unicodedata.normalize(dice.choice(("NFC", "NFD")), chr(dice.choice(ASSIGNED)))
