"""What a line of a form says about the length of an answer in words, which the product does not count."""

import re
from dataclasses import dataclass
from itertools import islice

LEAST, MOST = 10, 999_999
"""Fewer words are no limit: three words to describe oneself in are the question itself."""
_MOST_PHRASES = 20
_NEAR = 28
"""Characters before and behind a number in which its meaning stands."""

_NUMBER = r"(?<![0-9.,])([0-9][0-9,]{0,6})"
_PHRASE = re.compile(
    rf"(?P<range>(?<![0-9.,])[0-9][0-9,]{{0,6}}\s?(?:words?\s?|단어\s?)?(?:[~\-]|to\b|and\b)\s?)?{_NUMBER}[\s\-]?"
    r"(?:words?\b|단어)"
    r"|(?P<said>word\s(?:limit|count|max(?:imum)?)|words(?=\s?:)|단어\s?수)(?:\s?제한)?(?:\s?:|\sis)?\s?(?:최대\s?|max\.?\s)?"
    rf"(?:[0-9,]{{1,7}}\s?[~\-]\s?)?{_NUMBER}(?![0-9%]|[.,][0-9]|\s?(?!이내|이하|max|or\s)[A-Za-z가-힣])",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:[(\[<{/:]|\b(?:max(?:imum)?\.?(?:\sof)?|up\sto|within|under|below|(?:no|not)\s(?:more|longer)\sthan"
    r"|not\sexceed(?:ing)?|(?:less|fewer)\sthan|at\smost|limit(?:ed)?(?:\s(?:of|to))?|in|about|approx(?:\.|imately)?|around"
    r"|roughly|between|write|total(?:\sof)?)|최대|약|총|각각?|제한|분량)\s*$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\s*(?:\(?\s?(?:max|limit|or\s(?:less|fewer|under)|total|each\b|per\b|allowed|remaining|left\b)"
    r"|이내|이하|내외|내(?![가-힣])|미만|까지|정도|가량|안팎|한도|분량|제한|초과\s?금지|씩|로(?![가-힣])"
    r"|[)\]>}]|[.;](?:\s|\Z)|\Z|(?:essay|statement|summary|answer|response)\b)",
    re.IGNORECASE,
)
_LEAST_BEFORE = re.compile(
    r"(?:at\sleast|min(?:imum)?\.?(?:\sof)?|no\s(?:less|fewer)\sthan|(?<!no\s)(?<!not\s)more\sthan|over|최소한?)\s*$",
    re.IGNORECASE,
)
_LEAST_BEHIND = re.compile(r"\s*(?:이상|초과(?!\s?금지)|\(?min|or\smore)", re.IGNORECASE)
COUNTED_IN_WORDS = re.compile(r"[\s\-]?(?:words?\b|단어)", re.IGNORECASE)
"""Behind a number: it is one of words."""
_FOREIGN = re.compile(r"(?:영문|영어|english)\W{0,3}(?:작성\s?시\W{0,2})?(?:최대|약|max\.?)?\s*$", re.IGNORECASE)


@dataclass(frozen=True)
class InWords:
    """A length in words: the places it is said at, and the limit, None where it says only the least.

    `foreign`: the limit is one for English answers.
    """

    spans: tuple[tuple[int, int], ...] = ()
    limit: int | None = None
    foreign: bool = False


def in_words(plain: str) -> InWords:
    """Return what a folded line says of words; the first limit counts, one for English only if there is no other."""
    spans, limits = [], []
    for found in islice(_PHRASE.finditer(plain), _MOST_PHRASES):
        number = min(int((found[2] or found[4]).replace(",", "")), MOST)
        before, behind = plain[max(0, found.start() - _NEAR) : found.start()], plain[found.end() : found.end() + _NEAR]
        least = not found["range"] and bool(_LEAST_BEFORE.search(before) or _LEAST_BEHIND.match(behind))
        if number < LEAST or not (least or found["said"] or found["range"] or _BEFORE.search(before) or _ends(behind)):
            continue
        spans.append(found.span())
        if not least:
            limits.append((bool(_FOREIGN.search(before)), number))
    foreign, limit = min(limits, key=lambda one: one[0]) if limits else (False, None)
    return InWords(tuple(spans), limit, foreign)


def _ends(behind: str) -> bool:
    """Tell whether what stands behind the words makes a limit of them, or nothing does: 3,000 words of a manual."""
    return _BEHIND.match(behind) is not None
