"""Numbers as people write them: digits with 만 and 억, and number words of Korean and English."""

import re
from collections.abc import Mapping
from decimal import Decimal

DIGITS = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,5}(?![0-9])|[0-9]{1,18})(?:\.[0-9]{1,12})?"
"""A number in digits, with at most 18 before the point; longer rows of digits are names, not amounts."""
SCALED = rf"{DIGITS}(?:[백천]?[만억]|[백천](?![가-힣])|[백천](?=[여 ]?(?:명|원|개|건|회|번|장|권|점|시간))|조(?= ?원))"
"""Digits with 백, 천, 만, 억: 4만, 2천만, 1.5억; 조 only of money, since 3조 is a team."""
NATIVE = (
    "(?:(?:열|스물|서른|마흔|쉰|예순|일흔|여든|아흔) ?)?(?:한|두|세|석|네|넉|다섯|여섯|일곱|여덟|아홉)"
    "|열|스무|서른|마흔|쉰|예순|일흔|여든|아흔"
)
BEHIND_NATIVE = (
    "(?:명|사람|달|개(?![발선념최인방])|건|가지|번|차례|배(?![우웠송포치])|시간|주(?![제요도])|해(?= )|팀|곳|군데|권|편"
    "|장|살|학기)"
)
"""What a native numeral counts; without one of these 두, 세, 네 may be any word."""
SINO = "[일이삼사오육칠팔구십백천만]{1,12}"
BEHIND_SINO = (
    "(?:명|퍼센트|프로(?![젝그세])|개월|년|주(?![제요])|위(?![원한해기])|등(?= )|배(?![우웠])|원|회(?![의사])|시간|월"
    "|점)"
)
ENGLISH = (
    "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen"
    "|nineteen|eleven|twelve|ten|one|two|three|four|five|six|seven|eight|nine)"
    "(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?(?: (?:hundred|thousand|million|billion))?"
)
BEHIND_ENGLISH = (
    "(?:percent|people|persons?|members?|teammates?|students?|users?|customers?|employees?|developers?|engineers?"
    "|patients?|guests|visitors|times|months?|weeks?|days?|hours?|minutes?|years?|teams?|points?|papers?|books?|items?|cases?)(?![a-z])"
)

_SCALES: Mapping[str, int] = {"백": 100, "천": 1000, "만": 10**4, "억": 10**8, "조": 10**12}
_SINO: Mapping[str, int] = dict(zip("영일이삼사오육칠팔구", range(10), strict=True))
_PLACES: Mapping[str, int] = {"십": 10, "백": 100, "천": 1000}
_NATIVE: Mapping[str, int] = {
    "한": 1, "두": 2, "세": 3, "석": 3, "네": 4, "넉": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9,
    "열": 10, "스물": 20, "스무": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60, "일흔": 70, "여든": 80, "아흔": 90,
}  # fmt: skip
_ENGLISH: Mapping[str, int] = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
_ENGLISH_SCALES: Mapping[str, int] = {"hundred": 100, "thousand": 1000, "k": 1000, "million": 10**6, "billion": 10**9}
_PART = re.compile(rf"({DIGITS})([백천]?)([만억조]?)")
_NATIVE_PART = re.compile("|".join(sorted(_NATIVE, key=len, reverse=True)))


def digits(text: str) -> Decimal:
    """Return the value of digits with their separators: 40,000 or 0.065."""
    return Decimal(text.replace(",", ""))


def scaled(text: str) -> Decimal:
    """Return the value of digits with 백, 천, 만, 억 behind them: '1억 2천만' is 120 million."""
    return sum(
        (
            digits(number) * _SCALES.get(hundreds, 1) * _SCALES.get(scale, 1)
            for number, hundreds, scale in _PART.findall(text)
        ),
        Decimal(0),
    )


def english_scale(word: str) -> int:
    """Return what k, thousand, million, billion multiply by; 1 for another word."""
    return _ENGLISH_SCALES.get(word.casefold(), 1)


def native(text: str) -> Decimal:
    """Return the value of a native Korean numeral: 스물다섯 is 25."""
    return Decimal(sum(_NATIVE[part] for part in _NATIVE_PART.findall(text)))


def sino(text: str) -> Decimal:
    """Return the value of a Sino-Korean numeral below 억: 사만 is 40,000, 이십오 is 25."""
    total = group = digit = 0
    for letter in text:
        if letter == "만":
            total, group, digit = total + max(group + digit, 1) * 10**4, 0, 0
        elif letter in _PLACES:
            group, digit = group + max(digit, 1) * _PLACES[letter], 0
        else:
            digit = _SINO[letter]
    return Decimal(total + group + digit)


def english(text: str) -> Decimal:
    """Return the value of an English numeral: forty thousand, twenty-five."""
    words = re.split("[- ]", text.casefold())
    return Decimal(sum(_ENGLISH.get(word, 0) for word in words) * english_scale(words[-1]))
