"""Earlier answers to a like question in other applications, with the names in them that must be replaced."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from stories.companies import same_company
from stories.files.library import Library
from stories.matching.index import LibraryIndex
from stories.matching.past import PastMatch, find_past
from stories.matching.ranking import kind_of
from stories.matching.understanding import understand
from stories.model.application import Application, AskedByForm
from stories.model.question import QuestionKind
from stories.writing.checks.applying import is_applying
from stories.writing.checks.companies import company_of, is_everyday
from stories.writing.checks.finding import Subject
from stories.writing.checks.particles import ends_word, starts_word
from stories.writing.checks.positions import other_positions
from stories.writing.sentences import sentences

MOST = 5
"""Earlier answers that are returned."""

SAME_EVERYWHERE = ("motivation", "company", "strengths", "self-introduction", "closing")
"""Kinds of questions of which two are alike, whatever their words."""
SAME_KIND = 30.0
"""How alike two questions are that want the same in other words, 0 to 100."""

_LEGAL_BEFORE = re.compile(r"(?:㈜|㈐|[(（][주유][)）]|(?:주식|유한)회사) ?\Z")
_LEGAL_BEHIND = re.compile(r" ?(?:㈜|㈐|[(（][주유][)）]|(?:주식|유한)회사(?![가-힣]))")
_LEGAL_LENGTH = 5
_UNIT = re.compile(r"(.{2,}) \S{0,10}(?:부문|사업부|사업본부|본부|지부|지점|지사|법인|센터|연구소)")
"""A company with one of its parts, which texts leave away."""
_PARTS = re.compile(r"[가-힣]+|[^가-힣]+")
_LONG_NAME = 3
"""Syllables from which a name is told at the beginning of a longer word too (카카오톡, but not 토스트)."""
_SHORT_NAME = 3
"""Latin letters up to which a name in small letters is told before Hangul only (kt에서, but not on)."""
_LONGEST = 60
"""Characters of a name; nothing longer is one."""

Place = tuple[int, int]


@dataclass(frozen=True)
class Reusable:
    """An earlier answer: the application with its name, and the question's number there from 1.

    `alike` is how like its question is, 0 to 100. `names` are the places in `text`, in code points, of that company's
    and position's names, where it applies to another one now; a particle behind them is not part of the place.
    """

    application: str
    number: int
    name: str
    question: str
    text: str
    alike: float
    same_company: bool
    names: tuple[Place, ...]


def reusable(
    question: str, application_id: str, library: Library, index: LibraryIndex, kind: QuestionKind | None = None
) -> tuple[Reusable, ...]:
    """Return answers of other applications to a like question, the most alike first, at most MOST, no text twice.

    `kind` is that of the question where the person or the plan has told it.

    Passages that say a retracted claim are left out. Nothing raises on any question; an application that there is not
    has nothing to reuse.
    """
    here = library.applications.get(application_id)
    if here is None:
        return ()
    past = index.asked_before
    asked = understand(question, index.words, index.own_questions, index.knows)
    found: dict[str, Reusable] = {}
    for match in (
        *find_past(asked, past, limit=len(past.questions)),
        *_of_kind(kind or (asked.kind if asked.sure else "story"), index),
    ):
        there = library.applications.get(match.past.id) if match.past.where == "application" else None
        text = _text(match)
        if there is not None and there.id != here.id and text.strip() and text not in found:
            found[text] = _reusable(match, text, there, here)
        if len(found) == MOST:
            break
    return tuple(found.values())


def _of_kind(kind: QuestionKind, index: LibraryIndex) -> Iterator[PastMatch]:
    """Yield answers to questions that want the same, whatever their words: why one applies, what one will do there."""
    if kind not in SAME_EVERYWHERE:
        return
    everything = index.asked_before
    for past in everything.questions:
        if past.where == "application" and past.draft and (past.kind or kind_of(past.question, index)) == kind:
            retracted = {"draft": everything.retractions.within(past.draft)} if past in everything.retracting else {}
            yield PastMatch(past, SAME_KIND, retracted)


def all_answers(application_id: str, library: Library, index: LibraryIndex) -> tuple[Reusable, ...]:
    """Return every answer of other applications, in the order of these; `alike` is 0."""
    here = library.applications.get(application_id)
    found = []
    for past in index.asked_before.questions if here is not None else ():
        there = library.applications.get(past.id) if past.where == "application" else None
        if here is not None and there is not None and there.id != here.id and past.draft.strip():
            found.append(_reusable(PastMatch(past, 0.0), past.draft, there, here))
    return tuple(found)


def _text(match: PastMatch) -> str:
    """Return the answer as it was written, but for what was taken back."""
    return match.sayable("draft") if match.retracted.get("draft") else match.past.draft


def _reusable(match: PastMatch, text: str, there: Application, here: Application) -> Reusable:
    past, same = match.past, same_company(there.company, here.company)
    rows = ((one.question, one.draft) for one in there.questions)
    number = next((place for place, row in enumerate(rows, 1) if row == (past.question, past.draft)), 1)
    company = () if same else company_places(text, there.company, here.company)
    places = _apart([*company, *_position_places(text, there, here)])
    return Reusable(there.id, number, there.name, past.question, text, match.score, same, places)


def company_places(text: str, company: str, now: str = "") -> tuple[Place, ...]:
    """Return the places of the company's name in the text, with its legal form, in any usual spelling.

    What names the company `now` is left out. A name that is also a word of every day (하나) counts only in a sentence
    about applying.
    """
    kept = {place for start, end in _places(text, _spellings(now)) for place in range(start, end)}
    places = [(start, end) for start, end in _places(text, _spellings(company)) if not {start, end - 1} <= kept]
    applying = [(one.start, one.end) for one in sentences(text) if is_applying(one.text)]
    return _apart(
        [
            _with_legal_form(text, start, end)
            for start, end in places
            if not is_everyday(text[start:end]) or _inside(start, applying)
        ]
    )


def _inside(place: int, spans: Sequence[Place]) -> bool:
    number = bisect_right(spans, place, key=lambda span: span[0]) - 1
    return number >= 0 and place < spans[number][1]


def _spellings(company: str) -> Sequence[str]:
    """Return the spellings of a company's name, with and without the part of the company."""
    unit = _UNIT.fullmatch(" ".join(company.split())[:200])
    names = [name for one in (company, unit[1] if unit else "") for name in company_of(one).names]
    return [name for name in dict.fromkeys(names) if len(name) <= _LONGEST and any(map(str.isalnum, name))]


def _places(text: str, names: Sequence[str]) -> Iterator[Place]:
    for name in names:
        for match in re.finditer(_pattern(name), text, re.IGNORECASE):
            if starts_word(text, match.start()) and _ends(text, match.group(), match.end(), name):
                yield match.span()


def _pattern(name: str) -> str:
    """Return a pattern of the name that allows for a space between its words, scripts, and four or more syllables."""
    parts = [part for word in name.split() for part in _PARTS.findall(word)]
    syllables = len(name) > _LONG_NAME and all("가" <= letter <= "힣" for letter in name)
    return " ?".join(map(re.escape, name if syllables else parts))


def _ends(text: str, found: str, end: int, name: str) -> bool:
    """Tell whether the name ends here, or a longer word of it begins (카카오톡, KT위즈)."""
    hangul = sum("가" <= letter <= "힣" for letter in found)
    before_hangul = "가" <= text[end : end + 1] <= "힣"
    if found.isascii() and found.islower() and found != name and len(found) <= _SHORT_NAME and not before_hangul:
        return False
    return ends_word(text, end) or (before_hangul and (found[-1].isascii() or hangul >= _LONG_NAME))


def _with_legal_form(text: str, start: int, end: int) -> Place:
    before = _LEGAL_BEFORE.search(text[max(0, start - _LEGAL_LENGTH) : start])
    behind = _LEGAL_BEHIND.match(text, end)
    return start - len(before.group() if before else ""), behind.end() if behind else end


def _position_places(text: str, there: Application, here: Application) -> Iterator[Place]:
    """Yield where the text speaks of the other application's position as of the one applied for."""
    both = Library(Path(), applications={one.id: one for one in (there, here)})
    subject = Subject(text, here, 1, AskedByForm(), "motivation", (), both, None)
    yield from ((one.start, one.end) for one in other_positions(subject))


def _apart(places: Sequence[Place]) -> tuple[Place, ...]:
    """Return the places in their order, of two that overlap the longer one."""
    found: list[Place] = []
    for start, end in sorted(set(places)):
        if not found or start >= found[-1][1]:
            found.append((start, end))
        elif end - start > found[-1][1] - found[-1][0]:
            found[-1] = start, end
    return tuple(found)
