"""Text typed with the wrong keyboard: wldnjs is 지원, ㅔㅛ쏘ㅐㅜ is python (the two-set layout, KS X 5002)."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

_KEYS = "rRseEfaqQtTdwWczxvgkoiOjpuPhynbml"
_LETTERS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎㅏㅐㅑㅒㅓㅔㅕㅖㅗㅛㅜㅠㅡㅣ"
_LETTER_OF: Mapping[str, str] = MappingProxyType(dict(zip(_KEYS, _LETTERS, strict=True)))
_KEY_OF: Mapping[str, str] = MappingProxyType({letter: key for key, letter in _LETTER_OF.items()})
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_LEADS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_TAILS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
_JOINED: Mapping[str, str] = MappingProxyType(
    {
        "ㅗㅏ": "ㅘ", "ㅗㅐ": "ㅙ", "ㅗㅣ": "ㅚ", "ㅜㅓ": "ㅝ", "ㅜㅔ": "ㅞ", "ㅜㅣ": "ㅟ", "ㅡㅣ": "ㅢ",
        "ㄱㅅ": "ㄳ", "ㄴㅈ": "ㄵ", "ㄴㅎ": "ㄶ", "ㄹㄱ": "ㄺ", "ㄹㅁ": "ㄻ", "ㄹㅂ": "ㄼ", "ㄹㅅ": "ㄽ", "ㄹㅌ": "ㄾ",
        "ㄹㅍ": "ㄿ", "ㄹㅎ": "ㅀ", "ㅂㅅ": "ㅄ",
    }
)  # fmt: skip
_APART: Mapping[str, str] = MappingProxyType({joined: pair for pair, joined in _JOINED.items()})
_LATIN = re.compile(r"[A-Za-z]{3,}")
_BROKEN = re.compile(r"(?<![가-힣ㄱ-ㅣ])[가-힣]*[ㄱ-ㅣ][가-힣ㄱ-ㅣ]*")
_LEAST_KEYS = 3


def retyped(text: str, is_word: Callable[[str], bool]) -> str:
    """Return the text with words that make sense only on the other keyboard typed there, others as they are.

    `is_word` tells whether a word, in lower case, is known as it stands; it is asked about both forms.
    """
    if text.isascii():
        return _LATIN.sub(lambda found: _from_latin(found.group(), is_word), text)
    text = _LATIN.sub(lambda found: _from_latin(found.group(), is_word), text)
    return _BROKEN.sub(lambda found: _from_hangul(found.group(), is_word), text)


def _from_latin(word: str, is_word: Callable[[str], bool]) -> str:
    if is_word(word.casefold()):
        return word
    for typed in dict.fromkeys((hangul(word), hangul(word.lower()))):  # a capital may come from the start of a line
        if all("가" <= letter <= "힣" for letter in typed) and is_word(typed):
            return typed
    return word


def _from_hangul(word: str, is_word: Callable[[str], bool]) -> str:
    typed = keys(word)
    return typed if len(typed) >= _LEAST_KEYS and is_word(typed.casefold()) else word


def keys(text: str) -> str:
    """Return the Latin letters on the keys that type this Hangul."""
    return "".join(_KEY_OF.get(part, part) for letter in text for part in _parts(letter))


def _parts(letter: str) -> str:
    """Return the letters of a syllable, joined ones apart, as they are typed."""
    parts = letter
    if "가" <= letter <= "힣":
        number = ord(letter) - 0xAC00
        parts = _LEADS[number // 588] + _VOWELS[number % 588 // 28] + _TAILS[number % 28]
    return "".join(_APART.get(part, part) for part in parts)


def hangul(keys_typed: str) -> str:
    """Return the Hangul that these Latin keys type, composed as an input method does; other letters stay."""
    letters = [_LETTER_OF.get(key) or _LETTER_OF.get(key.lower(), key) for key in keys_typed]
    composed = ""
    lead, vowel, tail = "", "", ""
    for letter in letters:
        if letter in _VOWELS:
            if tail:  # the last consonant begins the next syllable
                both = _APART.get(tail, tail)
                composed += _syllable(lead, vowel, both[:-1])
                lead, vowel, tail = both[-1], letter, ""
            elif vowel and vowel + letter in _JOINED:
                vowel = _JOINED[vowel + letter]
            elif vowel or not lead:
                composed += _syllable(lead, vowel, "")
                lead, vowel = "", letter
            else:
                vowel = letter
        elif lead and vowel and letter in _TAILS and not tail:
            tail = letter
        elif tail and tail + letter in _JOINED:
            tail = _JOINED[tail + letter]
        else:
            composed += _syllable(lead, vowel, tail)
            lead, vowel, tail = (letter, "", "") if letter in _LEADS else ("", "", "")
            composed += "" if lead else letter
    return composed + _syllable(lead, vowel, tail)


def _syllable(lead: str, vowel: str, tail: str) -> str:
    if not (lead and vowel):
        return lead + vowel + tail
    return chr(0xAC00 + 588 * _LEADS.index(lead) + 28 * _VOWELS.index(vowel) + _TAILS.index(tail))
