"""Numbers and terms of an answer that its stories do not hold."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from stories.matching.marks import sentences
from stories.model.story import Story
from stories.writing.checks.amounts import Amounts
from stories.writing.checks.arithmetic import Calculation, calculation
from stories.writing.checks.finding import Finding, Subject
from stories.writing.checks.particles import stands_in
from stories.writing.checks.quantities import Quantity, quantities
from stories.writing.checks.sources import beside_text, has_text, story_text
from stories.writing.checks.terms import unsupported_terms
from stories.writing.checks.units import PASSING

ABOUT_COMPANY = frozenset({"motivation", "company", "closing", "conditions", "reverse"})
"""Kinds of question whose answers hold numbers of the company and of plans.

Only what one has done must be in a story."""

_MOST = 500
"""Numbers of one answer that are looked up."""
_SMALL = 10
_SINGLE = frozenset({"thing", "times", "team", "place", "week", "day", "hour", "minute", "second", ""})
"""Units of which a single one says little: 1개, 1주일."""
_WEAK = frozenset({"thing", "times", "place", "person", "day"})
"""Units of which up to three in words claim little, unless the story counts them too."""
_CALLED = frozenset({"112", "114", "119", "911"})
_HALF = frozenset({"절반", "half", "halved"})
_HALVED = re.compile(r"절반(?:으로|까지|만큼)|halved|\bby half|\bin half", re.IGNORECASE)
_UNSURE = re.compile("[일이삼사오육칠팔구](?![일이삼사오육칠팔구십백천만곱퍼개])")
"""One Sino-Korean syllable may be another word: 이 점, 이 주, 오 년."""
_FEW = re.compile(r"하루|이틀|two[ -](?!times)", re.IGNORECASE)
_WHOLE = re.compile(
    r"(?:를|로|의|가)? ?(?:달성|성공|참석|참여|출석|정확도|만족도|완료|가동|증가|상승|성장|향상|개선|of )"
)
_ITEM = re.compile(r"(?:^|\n)[ \t]*[(\[]?\Z")
_IDIOM = re.compile(
    r"(?:1[1-9]0|[2-9]00|1000) ?%\s?(?:공감|확신|동의|이해|신뢰|발휘|최선|집중|믿|노력)|24시간(?! ?(?:만에|동안|이내))"
    r"|365일|1순위|두 ?번 ?(?:다시|생각)|두 ?마리|두 ?사람|세 ?살|십 ?년이|백 ?번|천 ?번|백 ?퍼센트|1인분"
    r"|[12]인 ?[0-9]각|0에서|0부터|1석|7전|3박자|[45]차 ?산업|1만 ?시간의|두 ?배로 (?:노력|열심|더)|100세"
    r"|[49]대 ?(?:보험|강)|[1-5]분 ?자기 ?소개|[12]인칭",
)
_HEDGE_BEFORE = re.compile(
    r"(?:약|대략|거의|무려|about|around|over|nearly|almost|more than|roughly|some) ?\Z", re.IGNORECASE
)
_HEDGE_BEHIND = re.compile(r" ?(?:여|남짓|가량|정도|쯤|이상|이 ?넘|을 ?넘|가까이|or more|\+)")
_PLAN = re.compile(
    r"겠습니다|겠다|고 ?싶|것입니다|하고자|되고자|목표(?:로|입니다|는)|계획입니다|입사 ?(?:후|하)|포부"
    r"|\bwill\b|would like|plan to|hope to|aim to|I want to",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"[았었였했됐렸겼쳤졌켰뤘왔냈갔났섰췄줬웠혔꼈폈꿨뒀봤췄](?:습니다|다(?![가-힣])|고|으며|지만|는데)|[았었였했됐렸겼냈]던"
    r"|\b(?:I|we|my|our)\b.{0,40}?\b(?:\w{2,}ed|led|built|made|cut|won|ran|grew|wrote|took|was|were|had|did)\b",
    re.IGNORECASE,
)
_COMPANY = re.compile(
    r"귀 ?(?:사|회사|기관|병원|은행|기업|교|연구소)(?![가-힣]{3})|업계|시장|your company", re.IGNORECASE
)


def unsupported_numbers(subject: Subject) -> Iterator[Finding]:
    """Find numbers and technical terms that the chosen stories do not hold; no story at all where none is chosen.

    A number that follows from two numbers of a story is told with its calculation. Silent where nothing can be
    looked up: no story is written yet, or an answer about the company has no story.
    """
    stories = [one for one in subject.stories or subject.library.stories.values() if has_text(one)]
    about_company = subject.kind in ABOUT_COMPANY
    if not stories or (about_company and not subject.stories):
        return
    yield from _numbers(subject, stories)
    if not about_company:
        yield from unsupported_terms(subject, stories)


def _numbers(subject: Subject, stories: Sequence[Story]) -> Iterator[Finding]:
    found = [one for one in quantities(subject.text)[:_MOST] if not _is_ordinary(subject.text, one)]
    if not found:
        return
    told = [_told(story) for story in stories]
    sources = [*told, Amounts.of(beside_text(subject))]
    spans = sentences(subject.text)
    lost = [
        one
        for one in found
        if not any(source.has(one) for source in sources)
        and not any(source.tell(one, hedged=_is_hedged(subject.text, one)) for source in sources)
        and not _needs_no_story(subject, spans, one)
        and (_is_strong(one) or any(source.with_unit(one.unit) for source in told))
    ]
    others = _others(subject) if lost else ()
    for one in lost:
        yield from _unsupported(subject, told, others, one)


def _unsupported(
    subject: Subject, told: Sequence[Amounts], others: Iterable[tuple[Story, Amounts]], one: Quantity
) -> Iterator[Finding]:
    """Say of a number that is not told what is known of it: another unit, a calculation, another story, or nothing."""
    number = subject.text[one.start : one.end]

    def finding(code: str, **details: str) -> Finding:
        return Finding("numbers", code, one.start, one.end, {"number": number, **details})

    much = _tells_much(one)
    other = next((story for story, amounts in others if amounts.has(one)), None)
    if not subject.stories:
        yield finding("number-not-in-library")
    elif much and (elsewhere := _first(source.elsewhere(one) for source in told)):
        yield finding("number-other-unit", told=elsewhere)
    elif reckoned := next(filter(None, (calculation(one, source.quantities) for source in told)), None):
        if not _shows(subject.text, reckoned):
            yield finding("number-follows", calculation=reckoned.written)
    elif other and (one.unit in PASSING or _is_named(other, subject.text)):
        return
    elif much and other:
        yield finding("number-in-other-story", story=other.name)
    else:
        yield finding("number-not-in-story")


def _shows(text: str, reckoned: Calculation) -> bool:
    """Tell whether the answer itself holds the numbers of the calculation: 1,200명에서 8,400명으로 7배."""
    values = {one.value for one in quantities(text)}
    return values.issuperset(reckoned.values)


def _first(texts: Iterable[str]) -> str:
    return next(filter(None, texts), "")


def _told(story: Story) -> Amounts:
    return Amounts.of(story_text(story), story.period)


def _others(subject: Subject) -> Sequence[tuple[Story, Amounts]]:
    """Return the stories that were not chosen, with their amounts; none where none was chosen."""
    chosen = {story.id for story in subject.stories}
    return [(story, _told(story)) for key, story in subject.library.stories.items() if chosen and key not in chosen]


def _is_named(story: Story, text: str) -> bool:
    return any(len(name) > 1 and stands_in(name, text) for name in (story.title, *story.aliases))


def _is_ordinary(text: str, one: Quantity) -> bool:
    """Tell whether the number claims nothing: the number of an item, an idiom, a single thing, a small bare number."""
    written, behind = text[one.start : one.end], text[one.end : one.end + 20]
    if one.value == 1 and (one.in_words or one.unit in _SINGLE):
        return True
    if not one.unit and ((one.value <= _SMALL and not one.decimals) or written in _CALLED):
        return True
    if one.in_words and (_UNSURE.match(written) or written.endswith(("가지", "반기")) or _FEW.match(written)):
        return True
    if written.casefold() in _HALF:
        return not _HALVED.search(text, max(0, one.start - 40), one.end + 20)
    if one.unit == "percent" and one.value == 100:
        return not _WHOLE.match(behind)
    if behind[:1] in (".", ")", "]") and not one.unit and _ITEM.search(text, max(0, one.start - 9), one.start):
        return True
    idioms = _IDIOM.finditer(text, max(0, one.start - 3), one.end + 12)
    return any(match.start() <= one.start < match.end() for match in idioms)


def _is_strong(one: Quantity) -> bool:
    """Tell whether the number is a claim in itself; others only where a story has another number of the unit."""
    if one.unit in PASSING:
        return False
    return not (one.in_words and one.value <= 3 and one.unit in _WEAK)


def _tells_much(one: Quantity) -> bool:
    """Tell whether the same number hardly stands somewhere else by chance."""
    return one.value > _SMALL or one.value != int(one.value)


def _is_hedged(text: str, one: Quantity) -> bool:
    before = _HEDGE_BEFORE.search(text, max(0, one.start - 12), one.start)
    return bool(before or _HEDGE_BEHIND.match(text, one.end) or "여" in text[one.start : one.end])


def _needs_no_story(subject: Subject, spans: Sequence[tuple[int, int]], one: Quantity) -> bool:
    """Tell whether the sentence speaks of a plan or of a company, and not of what one has done."""
    start, end = spans[max(0, bisect_right(spans, one.start, key=itemgetter(0)) - 1)]
    sentence = subject.text[max(start, one.start - 300) : min(end, one.end + 300)]
    if _COMPANY.search(sentence):
        return True
    done = bool(_DONE.search(sentence))
    if subject.kind in ABOUT_COMPANY:
        name = subject.application.company
        return not done or (bool(name) and stands_in(name, sentence))
    return not done and bool(_PLAN.search(sentence))
