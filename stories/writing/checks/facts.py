"""What the numbers of a text are numbers of: 팀원 4명 counts the team, 정확도 91% is the accuracy."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from operator import itemgetter

from stories.matching.marks import sentences
from stories.writing.checks.quantities import Quantity, quantities
from stories.writing.checks.units import PASSING


@dataclass(frozen=True)
class Fact:
    """A quantity with the nouns right beside it, the subject or object before it, and all else in its sentence.

    `starts`: another number follows that it changed to (85%에서 91%로). All words are in their usual form.
    """

    quantity: Quantity
    heads: frozenset[str]
    topics: frozenset[str]
    context: frozenset[str]
    starts: bool = False


_SAME: Mapping[str, str] = {
    **dict.fromkeys(("팀원", "팀", "조원", "구성원", "인원", "team", "teammate", "member"), "team"),
    **dict.fromkeys(("정확도", "accuracy"), "accuracy"),
    **dict.fromkeys(("매출", "매출액", "sale", "revenue"), "sales"),
    **dict.fromkeys(("대회", "공모전", "경진대회", "경연", "competition", "contest"), "contest"),
    **dict.fromkeys(("기간", "개발기간", "period"), "period"),
}
_FILLER = r"(?:(?:약|총|모두|전체|전부|무려|대략|단|겨우|최종|최대|최소|평균|각각|저를 포함해|저를 포함한) )"
_BEFORE = re.compile(
    rf"(?P<head>[가-힣]{{1,10}}?)(?:은|는|이|가|을|를|로|으로|에서|에|에서는|의)? {_FILLER}{{0,2}}(?:약|총)?\Z"
)
_MARKED = re.compile(r"(?P<head>[가-힣]{2,10}?)(?:을|를|이|가|은|는) [^.!?\n]{0,14}\Z")
_BEHIND = re.compile(
    r"(?:의|으로 (?:구성된|이루어진|이뤄진|된|꾸린)|짜리| 규모의)? (?P<head>[가-힣]{1,10}?)"
    r"(?:은|는|이|가|을|를|과|와|의|으로|로|에서|에|들과|들이|들을)?(?![가-힣])"
)
_ENGLISH_BEFORE = re.compile(r"(?:[A-Za-z-]{1,20} ){1,8}\Z")
_ENGLISH_BEHIND = re.compile(r" ([A-Za-z-]{3,20})")
_ENGLISH_UNIT = re.compile(r"(?:team|teammate|member|student|user|customer|patient)s?\Z", re.IGNORECASE)
_EMPTY = re.compile(
    r"(?:an?|the|of|to|by|at|in|on|for|from|with|and|or|was|were|is|are|be|been|about|around|nearly|almost|over|under|up"
    r"|only|just|rose|grew|fell|increased|improved|reached|raised|cut|reduced|dropped|went|gained|had|has|have|got|i|we"
    r"|my|our|its?|that|this|some|more|than|least|most|final|total|average|roughly|led|ran|made|won|took|worked|built"
    r"|used|after|before|within|during|per|out|as|into|all|then|every|each|them|they|where|which|who|what|when|brought)",
    re.IGNORECASE,
)
_VERB_END = re.compile(r"(?:[한된던는은할될인]|하여|해서|하고|하며|했고|니다|[었였했]다)\Z")
_CHAIN = re.compile(r" ?(?:에서|부터|~|∼|〜|→|->|–|-|(?: (?:a|per|every) [a-z]{1,10})? to) ?")
_WORD = re.compile("[가-힣]{2,}|[A-Za-z-]{3,}")
_PARTICLE = re.compile("(?:에서는|에서|에게|으로|까지|부터|[은는이가을를의에와과도로])\\Z")
_COMMON = frozenset(
    (
        "동안",
        "경험",
        "함께",
        "통해",
        "저는",
        "제가",
        "위해",
        "가장",
        "처음",
        "다시",
        "먼저",
        "매일",
        "하루",
        "활동",
        "과정",
        "결과",
    )
)
_MOST = 100
"""Facts of one text that are compared."""
_CHANCE = 10
"""A bare number up to here tells nothing without a noun."""
_LONGEST = 400
"""Characters of a sentence that are read."""


@lru_cache(maxsize=256)
def facts(text: str) -> tuple[Fact, ...]:
    """Return the quantities of a text with what they measure, those of time of life, order and place left out."""
    return tuple(islice(_facts(text), _MOST))


def _facts(text: str) -> Iterator[Fact]:
    found = quantities(text)
    spans = sentences(text)
    heads: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    for place, one in enumerate(found):
        following = found[place + 1] if place + 1 < len(found) else None
        if not (place and _is_chain(text, found[place - 1], one)):
            heads = frozenset(_heads(text, one))
            marked = _MARKED.search(text[max(0, one.start - 26) : one.start])
            topics = frozenset((_usual(marked["head"]),)) if marked and _is_noun(marked["head"]) else frozenset()
        if one.unit not in PASSING and (one.unit or heads or one.value > _CHANCE):
            start, end = spans[max(0, bisect_right(spans, one.start, key=itemgetter(0)) - 1)]
            context = _context(text[start : min(end, start + _LONGEST)], one)
            yield Fact(
                one,
                heads,
                heads | topics,
                context - heads - topics,
                following is not None and _is_chain(text, one, following),
            )


def _is_chain(text: str, one: Quantity, following: Quantity) -> bool:
    return following.start - one.end < 20 and _CHAIN.fullmatch(text, one.end, following.start) is not None


def _heads(text: str, one: Quantity) -> Iterator[str]:
    before = text[max(0, one.start - 60) : one.start]
    korean = (_BEFORE.search(before), _BEHIND.match(text, one.end))
    yield from (_usual(match["head"]) for match in korean if match and one.unit and _is_noun(match["head"]))
    english = _ENGLISH_BEFORE.search(before.rpartition(".")[2]) if one.unit else None
    following = _ENGLISH_BEHIND.match(text, one.end)
    unit = _ENGLISH_UNIT.search(text[one.start : one.end])
    words = [*(english.group().split() if english else ()), *(following.groups() if following else ())]
    yield from _english((*words, *([unit.group()] if unit else ())))


def _context(sentence: str, one: Quantity) -> frozenset[str]:
    """Return the words of the sentence and its other numbers."""
    words = _WORD.findall(sentence)
    korean = (_usual(_PARTICLE.sub("", word)) for word in words if not word.isascii())
    numbers = (f"{each.value.normalize()} {each.unit}" for each in quantities(sentence) if each.value != one.value)
    known = {word for word in korean if len(word) > 1 and word not in _COMMON}
    return frozenset(known | set(_english(word for word in words if word.isascii())) | set(numbers))


def _english(words: Iterable[str]) -> Iterator[str]:
    return (_usual(word.casefold().rstrip("s")) for word in words if len(word) > 2 and not _EMPTY.fullmatch(word))


def _is_noun(word: str) -> bool:
    return (len(word) > 1 or word in ("팀", "조")) and word not in _COMMON and not _VERB_END.search(word)


def _usual(word: str) -> str:
    return _SAME.get(word, word)
