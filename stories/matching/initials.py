"""Queries of initial consonants alone (초성): ㅂㅋㅌ finds 빅콘테스트."""

import re

_LEADS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_ONLY = re.compile(f"[{_LEADS}]{{2,}}")
_LAUGHTER = re.compile(r"[ㅋㅎㅠㅜ]+|ㅇㅇ|ㄴㄴ|ㄱㄱ")


def initials_in(text: str) -> list[str]:
    """Return the words of the text that are nothing but initial consonants, two or more; ㅋㅋ and ㅇㅇ are none."""
    return [word for word in text.split() if _ONLY.fullmatch(word) and not _LAUGHTER.fullmatch(word)]


def initials(text: str) -> str:
    """Return the initial consonant of each syllable of the text, without spaces; other letters as they are."""
    return "".join(_LEADS[(ord(one) - 0xAC00) // 588] if "가" <= one <= "힣" else one for one in text if one.isalnum())
