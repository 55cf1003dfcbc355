"""Numbers with their units, so that documents can print them in bold: 0.065%, 40,000명, 10위, 5주."""

import re
from collections.abc import Iterator

_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_DATES = (
    r"\d{4}년(?:\s*\d{1,2}월)?(?:\s*\d{1,2}일)?",
    r"\d{4}[-./]\s?\d{1,2}[-./]\s?\d{1,2}\.?",
    r"\b\d{4}-\d{2}\b",
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH}\b(?:,?\s\d{{4}}\b)?",
    rf"\b{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s\d{{4}}\b)?",
    rf"\b{_MONTH}\s\d{{4}}\b",
)
_COUNTERS = (
    "퍼센트|포인트|페이지|개월간|개월|시간|가지|단계|문항|만원|억원|천원|년간|주간|일간|분간|초간|"
    "년|월|일|주|분|초|시|명|위|등|개|건|번|회|배|점|원|세|살|팀|곳|권|장|편|차|대|줄|쪽|층|인|종|강|판|자|만|천|백|억|조"
)
_PARTICLES = "은는이가을를의에로도만과와인씩째부까보정이었였입으중당마"
_COUNTER = rf"(?:\s?(?:{_COUNTERS})(?=$|[^가-힣]|[{_PARTICLES}]))"
_NUMBER = (
    rf"(?<![\w.])(?<![A-Za-z][-_])[-+±]?[$€£₩]?\d+(?:[.,:/~]\d+)*"
    rf"(?:\s?(?:[만억조천백](?=\s?(?:{_COUNTERS})))+)?"
    rf"(?:%p|[%‰℃°]|{_COUNTER}|[A-Za-zµ]{{1,3}}(?![A-Za-z\d_]))?"
)
_FIND = re.compile(rf"(?P<date>{'|'.join(_DATES)})|(?P<number>{_NUMBER})")


def marked(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the text in pieces, each with whether it is a number; dates are not, nor digits inside names (seq2seq)."""
    start = 0
    for found in _FIND.finditer(text):
        if found.lastgroup == "date":
            continue
        if found.start() > start:
            yield text[start : found.start()], False
        yield found.group(), True
        start = found.end()
    if start < len(text):
        yield text[start:], False


def has_number(text: str) -> bool:
    """Tell whether the text holds a number that `marked` would mark."""
    return any(is_number for _, is_number in marked(text))
