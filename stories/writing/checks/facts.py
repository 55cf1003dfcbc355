"""What the numbers of a text are numbers of: 팀원 4명 counts the team, 정확도 91% is the accuracy."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from stories.writing.checks.quantities import Quantity, quantities
from stories.writing.checks.units import PASSING


@dataclass(frozen=True)
class Fact:
    """A quantity and the words for what it measures, each in its usual form."""

    quantity: Quantity
    heads: frozenset[str]


_SAME: Mapping[str, str] = {
    **dict.fromkeys(
        ("팀원", "팀", "조원", "구성원", "인원", "team", "teammate", "teammates", "member", "members"), "team"
    ),
    **dict.fromkeys(("정확도", "accuracy"), "accuracy"),
    **dict.fromkeys(("매출", "매출액", "sales", "revenue"), "sales"),
    **dict.fromkeys(("대회", "공모전", "경진대회", "경연", "competition", "contest"), "contest"),
    **dict.fromkeys(("기간", "개발기간", "period"), "period"),
}
_FILLER = r"(?:(?:약|총|모두|전체|전부|무려|대략|단|겨우|최종|최대|최소|평균|각각|저를 포함해|저를 포함한) )"
_BEFORE = re.compile(
    rf"(?P<head>[가-힣]{{1,10}}?)(?:은|는|이|가|을|를|로|으로|에서|에|에서는|의)? {_FILLER}{{0,2}}(?:약|총)?\Z"
)
_BEHIND = re.compile(
    r"(?:의|으로 (?:구성된|이루어진|이뤄진|된|꾸린)|짜리| 규모의)? (?P<head>[가-힣]{1,10}?)"
    r"(?:은|는|이|가|을|를|과|와|의|으로|로|에서|에|들과|들이|들을)?(?![가-힣])"
)
_ENGLISH_BEFORE = re.compile(r"(?:[A-Za-z-]{1,20} ){1,4}\Z")
_ENGLISH_BEHIND = re.compile(r" ([A-Za-z-]{3,20})")
_EMPTY = re.compile(
    r"(?:an?|the|of|to|by|at|in|on|for|from|with|and|or|was|were|is|are|be|been|about|around|nearly|almost|over|under|up"
    r"|only|just|rose|grew|fell|increased|improved|reached|raised|cut|reduced|dropped|went|gained|had|has|have|got|i|we"
    r"|my|our|its?|that|this|some|more|than|least|most|final|total|average|roughly|led|ran|made|won|took|worked|built"
    r"|used|after|before|within|during|per|out|as|into|all)",
    re.IGNORECASE,
)
_VERB_END = re.compile(r"(?:[한된던는은할될인]|하여|해서|하고|하며|했고|니다|[었였했]다)\Z")
_CHAIN = re.compile(r" ?(?:에서|부터|~|∼|〜|→|->|–|-|to) ?")


_MOST = 100
"""Facts of one text that are compared."""


@lru_cache(maxsize=256)
def facts(text: str) -> tuple[Fact, ...]:
    """Return the quantities of a text that say of what they are, those of time, order and place left out."""
    return tuple(islice(_facts(text), _MOST))


def _facts(text: str) -> Iterator[Fact]:
    before: Fact | None = None
    for one in quantities(text):
        heads = frozenset(_heads(text, one))
        if before and len(between := text[before.quantity.end : one.start]) < 6 and _CHAIN.fullmatch(between):
            heads = before.heads
        before = Fact(one, heads)
        if one.unit and one.unit not in PASSING:
            yield before


def _heads(text: str, one: Quantity) -> Iterable[str]:
    before = text[max(0, one.start - 60) : one.start]
    found = _BEFORE.search(before)
    if found and _is_noun(found["head"]):
        yield _usual(found["head"])
    behind = _BEHIND.match(text, one.end)
    if behind and _is_noun(behind["head"]):
        yield _usual(behind["head"])
    english = _ENGLISH_BEFORE.search(before.rpartition(".")[2])
    following = _ENGLISH_BEHIND.match(text, one.end)
    unit = re.search(r"[A-Za-z]{4,}\Z", text[one.start : one.end])
    words = [*(english.group().split() if english else ()), *(following.groups() if following else ())]
    for word in (*words, *([unit.group()] if unit else ())):
        if len(word) > 2 and not _EMPTY.fullmatch(word):
            yield _usual(word.casefold())


def _is_noun(word: str) -> bool:
    return (len(word) > 1 or word in ("팀", "조")) and not _VERB_END.search(word)


def _usual(word: str) -> str:
    return _SAME.get(word, word)
