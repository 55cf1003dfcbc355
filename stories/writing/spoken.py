"""How long a text takes to say: the syllables that are heard, and a range of seconds."""

import re
from dataclasses import dataclass

SYLLABLES_A_MINUTE = (250, 310)
"""Korean said aloud, slow and fast: speaking 253 ± 41, reading 308 ± 23 syllables a minute (31 adults).

Source: J. Speech Sciences 9(4), 2002, in conventions.md, "Spoken answers"."""
WORDS_A_MINUTE = (125, 150)
"""English said aloud, slow and fast. Source: conventions.md, "Spoken answers"."""

LATIN_TO_HANGUL = 10
"""A text with more Latin letters to one Hangul syllable is English that names something Korean."""
LONGEST_SPELLED = 5
"""Capitals up to this many are said letter by letter (AUC, HTML5); more are a word in capitals."""
TOKEN = re.compile(
    "(?P<hangul>[가-힣]+)"
    "|(?P<ideographs>[㐀-䶿一-鿿]+)"
    r"|(?P<whole>[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.(?P<decimals>[0-9]+))?"
    "|(?P<capitals>[A-Z]+(?![a-z]))"
    "|(?P<word>[A-Za-z][a-z]*(?:['’][a-z]+)*)"
    "|(?P<sign>[%&$₩€℃])"
)
"""What is heard. This and the patterns below are used by JavaScript too, on UTF-16 units: see rules.py."""
LETTERS = {**dict.fromkeys("BCDEGLMNOPQRTU", 1), **dict.fromkeys("AFIJKSVXYZ", 2), "H": 3, "W": 3}
"""Syllables of the Korean name of each letter: 에이, 비, ... 에이치, 더블유. AUC (에이유씨) is four."""
SIGNS = {"%": 3, "&": 2, "$": 2, "₩": 1, "€": 2, "℃": 1}
"""퍼센트, 앤드, 달러, 원, 유로, 도."""
VOWELS = re.compile("[aeiouy]+")
SILENT_END = re.compile("(?<=[^aeiouy])(?:(?<!l)es?|(?<![td])ed)$")
SPACES = "\t-\r \xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
"""What JavaScript's `\\s` matches (ECMAScript: WhiteSpace and LineTerminator), as a class; Python's has U+001C to
U+001F and U+0085 too and lacks U+FEFF. Zero-width characters but U+FEFF are no spaces in either."""
WORD = re.compile(f"[0-9A-Za-zÀ-ÖØ-öø-ɏ가-힣㐀-䶿一-鿿][^{SPACES}]*")
"""One word between spaces, from its first letter or digit on; a mark alone is none."""
DIGITS_A_GROUP = 4
MOST_DIGITS = 20
"""Digits of the largest number that is read as one, in 경; a longer one is said digit by digit."""


@dataclass(frozen=True)
class SpokenTime:
    """The syllables that are heard, and the seconds of a fast and of a slow speaker, to a tenth."""

    syllables: int
    seconds_low: float
    seconds_high: float


def spoken_time(text: str) -> SpokenTime:
    """Return the syllables of a text in NFC and the range of seconds that it takes.

    A Hangul syllable or Chinese character is one; numbers and acronyms are read aloud in Korean (40,000 is 사만, AUC
    is four); an English word is estimated from its spelling; lone jamo, marks and emoji are not heard. Korean goes by
    syllables a minute, English by words a minute.
    """
    syllables = hangul = latin = 0
    for token in TOKEN.finditer(text):
        kind, said = token.lastgroup, token.group()
        if kind == "hangul":
            syllables += len(said)
            hangul += len(said)
        elif kind == "ideographs":
            syllables += len(said)
        elif kind == "word":
            syllables += _word(said)
            latin += len(said)
        elif kind == "capitals":
            syllables += _spelled(said) if len(said) <= LONGEST_SPELLED else _word(said)
        elif kind == "sign":
            syllables += SIGNS[said]
        else:
            syllables += number_syllables(token["whole"].replace(",", ""), token["decimals"] or "")
    english = latin > LATIN_TO_HANGUL * hangul
    heard, (slow, fast) = (len(WORD.findall(text)), WORDS_A_MINUTE) if english else (syllables, SYLLABLES_A_MINUTE)
    return SpokenTime(syllables, _seconds(heard, fast), _seconds(heard, slow))


def _seconds(heard: int, a_minute: int) -> float:
    """Return the seconds to a tenth, half a tenth up: in whole numbers, so that JavaScript rounds alike."""
    return (1200 * heard + a_minute) // (2 * a_minute) / 10


def number_syllables(whole: str, decimals: str = "") -> int:
    """Return the syllables of a number in Sino-Korean: 1234 is 천이백삼십사, 0.065 is 영점영육오.

    일 is not said before 십, 백, 천 and a leading 만. A number that starts with 0, as of a telephone, and one of more
    than 20 digits is said digit by digit. Native numerals (스무 명) are not told from Sino-Korean ones.
    """
    after = 1 + len(decimals) if decimals else 0
    if whole.startswith("0") or len(whole) > MOST_DIGITS:
        return len(whole) + after
    groups = -(-len(whole) // DIGITS_A_GROUP)
    padded = whole.zfill(groups * DIGITS_A_GROUP)
    heard = 0
    for place in range(groups):
        group = padded[DIGITS_A_GROUP * place : DIGITS_A_GROUP * (place + 1)]
        level = groups - 1 - place  # 0: ones, 1: 만, 2: 억, 3: 조, 4: 경
        if group.strip("0"):
            heard += _group_syllables(group) + (level > 0)
            heard -= level == 1 and place == 0 and group == "0001"  # 만, not 일만
    return heard + after


def _group_syllables(group: str) -> int:
    """Return the syllables of four digits: each digit, and 천, 백, 십 behind it."""
    return sum((digit > "0") + (digit > "1") for digit in group[:-1]) + (group[-1] > "0")


def _word(word: str) -> int:
    """Estimate the syllables of an English word: its groups of vowels; without any it is spelled (sql, kt)."""
    lowered = word.casefold()
    if not VOWELS.search(lowered):
        return _spelled(word)
    return max(1, len(VOWELS.findall(SILENT_END.sub("", lowered))))


def _spelled(letters: str) -> int:
    return sum(LETTERS.get(letter, 0) for letter in letters.upper())
