"""Text as the matcher sees it: one spelling for what people type alike, and Hangul taken apart into letters."""

import re
import unicodedata

QUERY_LIMIT = 500
"""Characters of a question that are read; more is a pasted page, and its beginning tells."""
FIELD_LIMIT = 2000
"""Characters of one field of a story that are read."""

_FIRST, _COUNT = 0xAC00, 11172
_LEADS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_TAILS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
_SYLLABLES = {
    chr(_FIRST + number): _LEADS[number // 588] + _VOWELS[number % 588 // 28] + _TAILS[number % 28]
    for number in range(_COUNT)
}
_APART = {0x1100 + place: lead for place, lead in enumerate(_LEADS)} | {
    0x1161 + place: vowel for place, vowel in enumerate(_VOWELS)
}
"""Letters that stand alone (ㄱ, ㅋㅋ) as they are typed; NFKC would make them halves of a syllable."""
_WORD = re.compile(r"[^\W_]+(?:[+#]+(?![A-Za-z0-9_]))?(?:[.'’][^\W_]+)*")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
"""Marks of direction, joiners and breaks of no width, which pages and chats leave in what is copied from them."""
_SCRIPTS = re.compile(r"[가-힣ㄱ-ㅣ]+|[^가-힣ㄱ-ㅣ]+")


def normal(text: str, limit: int = FIELD_LIMIT) -> str:
    """Return the text with one form for what looks alike: NFKC, without case, white space as single spaces.

    Full-width letters, ligatures and decomposed Hangul become the usual ones; the text is cut at `limit`.
    """
    return cased(text, limit).casefold()[:limit]


def cased(text: str, limit: int = FIELD_LIMIT) -> str:
    """Return the normal text with its capitals, which tell R and Go from other words."""
    seen = _UNSEEN.sub("", text.lstrip()[: limit * 3])
    return " ".join(unicodedata.normalize("NFKC", seen).translate(_APART).split())[:limit]


def one_spaced(text: str, limit: int = QUERY_LIMIT) -> str:
    """Return the beginning of the text in NFC with its lines, without empty ones, and with single spaces."""
    composed = unicodedata.normalize("NFC", text.lstrip()[: limit * 3])
    lines = (" ".join(line.split()) for line in composed.splitlines())
    return "\n".join(line for line in lines if line)[:limit]


def words(text: str) -> list[str]:
    """Return the words of a normal text; C++, C# and 0.065 stay whole, and scripts are told apart (cnn|모델)."""
    return [
        bare
        for word in _WORD.findall(text)
        for part in (_SCRIPTS.findall(word) if not word.isascii() else (word,))
        if (bare := part.rstrip(".'’").lstrip(".'’+#"))
    ]


def jamo(text: str) -> str:
    """Return the text with every Hangul syllable taken apart into its letters (한 -> ㅎㅏㄴ)."""
    return "".join([_SYLLABLES.get(letter, letter) for letter in text])


def squeezed(text: str) -> str:
    """Return the text without spaces, so that words that should be apart and are not can be found."""
    return text.replace(" ", "")
