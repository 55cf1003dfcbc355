"""The name of another position left in, of one's other applications."""

import re
from collections.abc import Iterator

from stories.model.story import TEXTS
from stories.writing.checks.applying import around, is_applying, sentence_at
from stories.writing.checks.finding import Finding, Subject
from stories.writing.checks.particles import starts_word

_APART = re.compile(r"[()\[\]（）/,|·]|\s-\s")
_NOT_NAME = re.compile(
    r"\s*(?:직무|직군|부문|분야|포지션|담당자?|신입|경력|인턴|채용|정규직|계약직|체험형"
    r"|\b(?:position|role|intern(?:ship)?|junior|senior|entry[- ]level)\b)\s*",
    re.IGNORECASE,
)
_ROLE = re.compile(r" ?(?:직무|직군|부문|포지션|positions?\b|roles?\b)", re.IGNORECASE)
_PERSON = re.compile(
    r" ?(?:담당자?)?(?:으로서|로서|으?로 ?(?:지원|입사|성장|합류|기여|거듭나|활약하|일하고 ?싶|일하겠)"
    r"|[가이] ?되)| ?담당(?:자|으로|이)"
    r"|(?=[.,;]| at\b| with\b| who\b)",
    re.IGNORECASE,
)
_AS = re.compile(r"\b(?:as|be|become|becoming) (?:an?|your|the)(?: (?:next|new|future|junior))? $", re.IGNORECASE)
_WAS = re.compile(
    r"\b(?:learn\w*|worked|working|experience\w*|intern\w*|years?|months?|time|served|was|were|did|used|role)\b"
    r"[^.!?\n]{0,30}$",
    re.IGNORECASE,
)
"""Before `as a`: what one was already."""
_WOULD = re.compile(r",? I(?:['’](?:d|ll)| would| will| could| can| hope| want| plan)\b", re.IGNORECASE)
"""Behind `As a` and the name: what one would do there."""
_PEOPLE = {
    "개발": "개발자", "기획": "기획자", "분석": "분석가", "디자인": "디자이너", "마케팅": "마케터",
    "연구": "연구원", "엔지니어링": "엔지니어", "간호": "간호사", "engineering": "engineer", "design": "designer",
}  # fmt: skip
"""Who does what a position is called after."""
_MOST = 20
"""Other positions that are looked for."""


def other_positions(subject: Subject) -> Iterator[Finding]:
    """Find the name of a position of another application, where the text speaks of it as of the position applied for.

    That is before 직무, 부문, 포지션, position or role, and in a sentence about applying before 담당 or 로서 and
    behind `as a` as well.
    """
    applied = _folded(subject.application.position)
    if not applied:
        return
    told = _folded(" ".join(text for one in subject.stories for text in (one.role, *(getattr(one, f) for f in TEXTS))))
    for name in _others(subject, applied):
        for match in re.finditer(r"\s?".join(map(re.escape, name.split())), subject.text, re.IGNORECASE):
            if not starts_word(subject.text, match.start()):
                continue
            would_be = _would_be(subject, match)
            applying = would_be or is_applying(sentence_at(subject.sentences, match.start()))
            if _folded(name) in told and not applying:
                continue
            person = would_be or (applying and _PERSON.match(subject.text, match.end()))
            if person or _ROLE.match(subject.text, match.end()):
                yield Finding("other-names", "another-position", *match.span(), {"name": match.group()})


def _would_be(subject: Subject, match: re.Match[str]) -> bool:
    """Tell whether the words say that one would be this: 'As a Product Analyst I would', 'join you as a Nurse'."""
    before, behind = around(subject.sentences, match.start())
    found = _AS.search(before)
    if not found or _WAS.search(before[: found.start()]):
        return False
    return bool(_WOULD.match(behind, len(match.group()))) or is_applying(before + behind)


def _others(subject: Subject, applied: str) -> list[str]:
    """Return the names of other positions, longer ones first; none that is part of this one or the other way round."""
    others = (one.position for one in subject.library.applications.values() if one.id != subject.application.id)
    names = dict.fromkeys(name for position in others for name in _names(position))
    apart = [name for name in names if _folded(name) not in applied and applied not in _folded(name)]
    people = [one.removesuffix(end) + who for one in apart for end, who in _PEOPLE.items() if one.endswith(end)]
    return sorted((*apart, *people), key=len, reverse=True)[:_MOST]


def _names(position: str) -> Iterator[str]:
    for part in _APART.split(position[:200]):
        name = " ".join(_NOT_NAME.sub(" ", part).split())
        if len(name) > 1:
            yield name


def _folded(text: str) -> str:
    return "".join(_NOT_NAME.sub("", text).casefold().split())
