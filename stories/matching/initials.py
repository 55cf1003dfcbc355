"""Queries of initial consonants alone (초성): ㅂㅋㅌ finds 빅콘테스트."""

import re
import unicodedata

_LEADS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_ONLY = re.compile(f"[{_LEADS}]{{2,}}")
_WORD = re.compile(r"\w+")
_LAUGHTER = re.compile(r"[ㅋㅎㅠㅜ]+|ㅇㅇ|ㄴㄴ|ㄱㄱ")

_JOINED = "ㄳㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄ"
_PAIRS = ("ㄱㅅ", "ㄴㅈ", "ㄴㅎ", "ㄹㄱ", "ㄹㅁ", "ㄹㅂ", "ㄹㅅ", "ㄹㅌ", "ㄹㅍ", "ㄹㅎ", "ㅂㅅ")
_APART = str.maketrans(
    dict(zip(_JOINED, _PAIRS, strict=True))
    | {unicodedata.normalize("NFKC", joined): pair for joined, pair in zip(_JOINED, _PAIRS, strict=True)}
)
"""Pairs of consonants that Windows joins as they are typed (ㄱㅅ to ㄳ), also in the form that NFKC gives them."""


def initials_in(text: str) -> list[str]:
    """Return the words of the text that are nothing but initial consonants, two or more; ㅋㅋ and ㅇㅇ are none."""
    typed = _WORD.findall(text.translate(_APART))
    return [word for word in typed if _ONLY.fullmatch(word) and not _LAUGHTER.fullmatch(word)]


def initials(text: str) -> str:
    """Return the initial consonant of each syllable of the text, without spaces; other letters as they are."""
    return "".join(_LEADS[(ord(one) - 0xAC00) // 588] if "가" <= one <= "힣" else one for one in text if one.isalnum())
