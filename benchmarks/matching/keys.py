"""The two-set keyboard (KS X 5002): which keys type a Korean text, and what an input method makes of them.

Written apart from the matcher's own table, so that a mistake there shows here.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

ROWS = ("ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ", "ㅁㄴㅇㄹㅎㅗㅓㅏㅣ", "ㅋㅌㅊㅍㅠㅜㅡ")
_LATIN_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SHIFTED = {"ㅃ": "Q", "ㅉ": "W", "ㄸ": "E", "ㄲ": "R", "ㅆ": "T", "ㅒ": "O", "ㅖ": "P"}
LATIN: Mapping[str, str] = MappingProxyType(dict(zip("".join(ROWS), "".join(_LATIN_ROWS), strict=True)) | _SHIFTED)
"""The Latin letter on the key of each Korean letter."""
_PLAIN = {key: ROWS[0][_LATIN_ROWS[0].index(latin.lower())] for key, latin in _SHIFTED.items()}

_LEADS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏ/ㅐ/ㅑ/ㅒ/ㅓ/ㅔ/ㅕ/ㅖ/ㅗ/ㅗㅏ/ㅗㅐ/ㅗㅣ/ㅛ/ㅜ/ㅜㅓ/ㅜㅔ/ㅜㅣ/ㅠ/ㅡ/ㅡㅣ/ㅣ"
_TAILS = "/ㄱ/ㄲ/ㄱㅅ/ㄴ/ㄴㅈ/ㄴㅎ/ㄷ/ㄹ/ㄹㄱ/ㄹㅁ/ㄹㅂ/ㄹㅅ/ㄹㅌ/ㄹㅍ/ㄹㅎ/ㅁ/ㅂ/ㅂㅅ/ㅅ/ㅆ/ㅇ/ㅈ/ㅊ/ㅋ/ㅌ/ㅍ/ㅎ"
_VOWEL, _TAIL = _VOWELS.split("/"), _TAILS.split("/")
_FIRST, _LAST = ord("가"), ord("힣")
_SYLLABLE = re.compile(
    f"([{_LEADS}])({'|'.join(sorted(_VOWEL, key=len, reverse=True))})"
    f"((?:{'|'.join(sorted(_TAIL[1:], key=len, reverse=True))})(?![ㅏ-ㅣ]))?"
)


def is_syllable(letter: str) -> bool:
    """Tell whether the letter is a whole Korean syllable."""
    return _FIRST <= ord(letter) <= _LAST


def typed(text: str) -> str:
    """Return the keys that type the text: syllables as their letters, double vowels and tails apart."""
    return "".join(_keys_of(letter) if is_syllable(letter) else letter for letter in text)


def _keys_of(syllable: str) -> str:
    number = ord(syllable) - _FIRST
    return _LEADS[number // 588] + _VOWEL[number % 588 // 28] + _TAIL[number % 28]


def composed(keys: str) -> str:
    """Return what an input method makes of the keys; letters that make no syllable stay by themselves.

    A consonant before a vowel begins the next syllable: ㄷㅏㄹㄱㅣ is 달기, ㄷㅏㄹㄱ is 닭.
    """
    return _SYLLABLE.sub(lambda found: _syllable(found[1], found[2], found[3] or ""), keys)


def _syllable(lead: str, vowel: str, tail: str) -> str:
    return chr(_FIRST + 588 * _LEADS.index(lead) + 28 * _VOWEL.index(vowel) + _TAIL.index(tail))


def latin(text: str) -> str:
    """Return the text as it comes out when the keyboard was left in Latin: 지원 is wldnjs."""
    return "".join(LATIN.get(key, key) for key in typed(text))


def neighbours(key: str) -> list[str]:
    """Return the keys beside a key, in its row and the rows above and below; none for what is no key."""
    plain = _PLAIN.get(key, key)
    return [
        ROWS[row][place]
        for home, keys in enumerate(ROWS)
        if plain in keys
        for row in range(max(home - 1, 0), min(home + 2, len(ROWS)))
        for place in range(max(keys.index(plain) - 1, 0), min(keys.index(plain) + 2, len(ROWS[row])))
        if ROWS[row][place] != plain
    ]
