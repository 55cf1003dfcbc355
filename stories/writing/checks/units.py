"""Units: how each is written behind a number in both languages, and which amounts in two of them are the same."""

import re
from collections.abc import Mapping

UNITS: Mapping[str, str] = {
    "point": r"%p(?![a-z])|%\s?포인트|퍼센트\s?포인트|percentage points?|pp(?![a-z])",
    "percent": r"%|퍼센트|프로<젝그세토덕필모듀파>|percent|per cent",
    "person": r"명<확령칭>|사람|인<사력증기정생프간재식원공간>(?![치분용칭터])|people|persons?|members?|teammates?"
    r"|students?|users?|customers?|employees?|developers?|engineers?|patients?|children|participants?|colleagues"
    r"|applicants|volunteers|guests|visitors",
    "rank": r"위<원한해치험주기하로>|(?<! )등(?!급)|(?:st|nd|rd|th) (?:place|prize|rank)",
    "score": r"점<검심포차유진주>|points?(?![a-z])",
    "fold": r"배<포치송열경정터우운달려분당관>|-?fold|x(?![a-z0-9])",
    "quarter": "분기",
    "term": "학기|semesters?",
    "grade": "학년",
    "ordinal": r"번째|회차|주차|일차|단계|번호|세대|교시|차<원례이량별트단>|호<선텔흡출>|층|째"
    r"|기<능간술업본획록존반여관가준말법>|(?:st|nd|rd|th)(?![a-z])",
    "age": r"세<트션대계부미력상>|살|years old",
    "decade": r"대<회비학표상화응한중규기안용체로부신가의>",
    "dollar": "달러|usd|dollars?",
    "month": r"개월|달<성러려라리>|months?",
    "date": r"월<급드간등>",
    "week": r"주(?:일|간)?<제요식택문변의최도장관말차어로소목기>|weeks?",
    "hour": r"시간|hours?|hrs?(?![a-z])",
    "clock": r"시<장작스험각도점즌설민행리뮬연기선너>|[ap]\.?m(?![a-z])|o'clock",
    "minute": r"분<석야류위량배할산단명리담포쟁의>|minutes?|mins?(?![a-z])",
    "second": r"초<기등반안점과중보대록청급심>|seconds?|secs?(?![a-z])",
    "year": r"년|해(?=[ 를]|동안|에|째)|years?",
    "day": r"일(?:간)?<정반상본부하자치관련종지>|days?",
    "won": r"원<인칙래하격활서리동자고본료어두장생형>|krw|won(?![a-z])",
    "times": r"번<역지>(?!호)|회<사원장복귀식계로차고의>|차례|times",
    "thing": r"개<발선념최인방편강설요교척봉>|건<강물설축조전의>|가지|종(?:류)?<료합목사일>|items?|cases?|pieces?",
    "place": "곳|군데|개소",
    "team": r"팀|조<사직건회언정원율화합립금교기>|teams?",
    "page": "쪽|페이지|pages?",
    "sheet": r"장<애점기비소면치르학려벽단교관래착>",
    "volume": r"권<한장역유>|books?",
    "piece": r"편<의리집하차입성>|papers?",
    "millisecond": r"ms(?![a-z])|밀리초|milliseconds?",
    "kilobyte": "kb(?![a-z])", "megabyte": "mb(?![a-z])|메가", "gigabyte": "gb(?![a-z])|기가",
    "terabyte": "tb(?![a-z])|테라",
    "kilometre": "km(?![a-z])|킬로미터", "metre": "(?-i:m)(?![a-z0-9])|미터", "centimetre": "cm(?![a-z])|센티",
    "millimetre": "mm(?![a-z])|밀리미터",
    "kilogram": "kg(?![a-z])|킬로그램", "gram": "(?-i:g)(?![a-z0-9])|그램", "ton": "톤|tons?(?![a-z])",
    "degree": "℃|°c?|도<움전착시구서덕입>",
}  # fmt: skip
"""The units that are told apart; what means the same is one unit. The longer of two beginnings comes first.

`<...>`: with a space before the unit, none of these syllables follows: 3배포 is three times, 3 배포 three deployments.
"""

_APART = re.compile(r"(?P<unit>[가-힣]+(?:\(\?:[가-힣|]+\)\??)?)<(?P<others>[가-힣]+)>")


def _spelled_out(written: str) -> str:
    return _APART.sub(r"(?:(?<! )\g<unit>|\g<unit>(?![\g<others>]))", written)


BEHIND = re.compile(
    rf"[여+]?[\s-]?(?:{'|'.join(f'(?P<{name}>{_spelled_out(written)})' for name, written in UNITS.items())})"
    r"(?:(?<![a-z])|(?![a-z]))",
    re.IGNORECASE,
)
"""What stands behind a number: perhaps 여 or +, perhaps a space, and a unit."""

PASSING: frozenset[str] = frozenset(
    {"ordinal", "quarter", "term", "grade", "age", "decade", "date", "clock", "calendar", "page", "team"}
)
"""Units of time of life, order and place: no amount that one is asked for, unless the story says another."""

MEASURES: tuple[Mapping[str, int], ...] = (
    {"millisecond": 1, "second": 1000, "minute": 60_000, "hour": 3_600_000, "day": 86_400_000, "week": 604_800_000},
    {"month": 1, "year": 12},
    {"millimetre": 1, "centimetre": 10, "metre": 1000, "kilometre": 1_000_000},
    {"gram": 1, "kilogram": 1000, "ton": 1_000_000},
)
"""Units that can be turned into each other: how many of the smallest each is."""
