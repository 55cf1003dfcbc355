"""How Hangul syllables end: with a vowel, or with which final consonant."""

_FIRST, _LAST, _FINALS = "가", "힣", 28
_NAMES = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"


def final(letter: str) -> str:
    """Return the final consonant of the syllable; empty for a vowel at its end and for what is no syllable."""
    if not _FIRST <= letter <= _LAST:
        return ""
    return _NAMES[(ord(letter) - ord(_FIRST)) % _FINALS].strip()


def ends_in_vowel(letter: str) -> bool:
    """Tell whether it is a syllable that ends with a vowel."""
    return _FIRST <= letter <= _LAST and not final(letter)


def syllables(ending: str) -> str:
    """Return all syllables with this final consonant; those that end with a vowel for an empty text."""
    place = _NAMES.index(ending or " ")
    return "".join(chr(code) for code in range(ord(_FIRST) + place, ord(_LAST) + 1, _FINALS))
