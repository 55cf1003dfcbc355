"""Hangul by arithmetic: the final consonant of a syllable, and the same syllable with another one."""

import re

FIRST, LAST = "가", "힣"
NONE, NIEUN, RIEUL, RIEUL_MIEUM, MIEUM, BIEUP, BIEUP_SIOT, SSANG_SIOT = 0, 4, 8, 10, 16, 17, 18, 20
"""Numbers of final consonants: none, ㄴ, ㄹ, ㄻ, ㅁ, ㅂ, ㅄ, ㅆ. Source: Unicode Standard 3.12, 28 finals a vowel."""
_FINALS, _VOWELS = 28, 21
_HANGUL = re.compile("[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]")


def is_syllable(letter: str) -> bool:
    """Tell whether the text is one composed Hangul syllable."""
    return len(letter) == 1 and FIRST <= letter <= LAST


def final(letter: str) -> int | None:
    """Return the number of the final consonant, 0 for none; None for what is no Hangul syllable."""
    return (ord(letter) - ord(FIRST)) % _FINALS if is_syllable(letter) else None


def vowel(letter: str) -> int | None:
    """Return the number of the vowel, 0 (ㅏ) to 20 (ㅣ); None for what is no Hangul syllable."""
    return (ord(letter) - ord(FIRST)) // _FINALS % _VOWELS if is_syllable(letter) else None


def with_final(letter: str, number: int) -> str:
    """Return the Hangul syllable with this final consonant in place of its own: 든 with ㅂ is 듭."""
    return chr(ord(letter) - (ord(letter) - ord(FIRST)) % _FINALS + number)


def syllables_with(number: int) -> str:
    """Return every Hangul syllable with this final consonant."""
    return "".join(chr(code) for code in range(ord(FIRST) + number, ord(LAST) + 1, _FINALS))


def has_hangul(text: str) -> bool:
    """Tell whether the text holds Hangul: syllables or jamo, composed or not."""
    return _HANGUL.search(text) is not None
