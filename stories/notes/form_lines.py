"""The lines of a pasted form, each with what it is: question, limit, note, heading or nothing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from stories.notes.form_limits import Told, folded, told
from stories.notes.form_marks import UNSURE, Mark, mark
from stories.notes.form_tables import as_line, is_header
from stories.notes.length_words import WORD

LineKind = Literal["empty", "text", "limit", "note", "heading"]

_HINT = re.compile(
    r"[※☞]|\(?(?:주의|참고|안내|유의|작성\s?요령|note|notice)\)?\s?[:\]]|\[(?:주의|참고|안내|유의)", re.IGNORECASE
)
_CONTACT = re.compile(
    r"(?:문의처?|접수\s?(?:기간|방법|처)|제출\s?(?:서류|방법|기한)|마감일?|담당자|e-?mail|이메일|홈페이지)\s?:",
    re.IGNORECASE,
)
_STAR = re.compile(r"\*{1,3}\s*(?=[^\s*])(?!.*\*)")
_ASKS_TO_FILL = re.compile(
    r"\W*(?:아래|다음|본)(?:의)?\s[^?]{0,20}(?:문항|질문|항목)[^?]{0,20}(?:답|작성|기재|응답|기술)"
    r"|.{0,60}(?:유의\s?사항|불이익|합격이\s?취소)|please answer (?:the following|all|each)",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"(?:(?:[0-9]{4}년?|상반기|하반기|신입|경력|인턴|사원|채용|공개|수시|온라인|입사)\s?)*"
    r"(?:자기\s?소개서|자소서|지원서|(?:공통|직무|직무별|개별|필수|선택|기본|추가)(?=\s?(?:문항|항목|질문|\Z))|문항|질문)"
    r"(?:\s?(?:문항|항목|질문|작성|양식|목록|안내|입력|내용))*"
    r"|(?:(?:application|essay|interview)\s)?questions?|application form",
    re.IGNORECASE,
)
_OF_ALL = re.compile(r"자기\s?소개서|자소서|지원서|문항|항목|질문|questions|form", re.IGNORECASE)
_BUTTON = re.compile(
    r"(?:맞춤법\s?검사|글자\s?수(?:\s?세기)?|임시\s?저장|저장|(?:답변|내용|텍스트)(?:을|를)?\s?입력(?:해\s?주세요|해\s?주십시오|하세요)|펼치기"
    r"|접기|이전|다음|필수(?:\s?입력|\s?항목)?|선택\s?항목|미리\s?보기|a|답변?|your answer|required|optional)\W*",
    re.IGNORECASE,
)
_HEADLINE_WORD = re.compile(
    r"소|소?제목|헤드라인|headline|title|[0-9]+(?:글?자)?|글?자|이내|최대|max|characters?|chars?", re.IGNORECASE
)
_BRACKETED = re.compile(r"[\[<(][^\[\]<>()]{1,30}[\]>)]")
_SAYS_WHAT = re.compile(
    r"포함|제외|중심으로|위주|작성|기재|서술|구체|가능|includ|e\.\s?g|예\s?[:)]|등\s?[)\]>]", re.IGNORECASE
)
_LONGEST_HEADING = 40
_TAB = 4


@dataclass(frozen=True)
class Line:
    """One line as pasted: how far it is indented, its mark, what it tells of lengths, and what it is."""

    text: str
    indent: int
    mark: Mark | None
    told: Told
    kind: LineKind

    @property
    def numbered(self) -> bool:
        """Tell whether the line starts with a number (1. or 가. or ①), not with a bullet or nothing."""
        return self.mark is not None and self.mark.number is not None

    @property
    def number(self) -> int:
        """The number that it starts with; 0 without one."""
        return (self.mark.number if self.mark else None) or 0

    @property
    def style(self) -> str:
        """The style of its mark: lines of one list have one; empty without a mark."""
        return self.mark.style if self.mark else ""

    @property
    def limited(self) -> bool:
        """Tell whether the line sets the limit of one question."""
        return (self.told.limit or self.told.words) is not None and not self.told.each

    @property
    def hint(self) -> bool:
        """Tell whether the line says how to answer, with a mark before it, and no limit: ※ 역할 포함."""
        plain = folded(self.text)
        return self.kind == "note" and not self.told.alone and bool(_HINT.match(plain) or _STAR.match(plain))

    @property
    def whole(self) -> str:
        """What it says with its mark, without its limit."""
        return (self.text[: self.mark.end] if self.mark else "") + self.told.rest

    @property
    def asked(self) -> str:
        """What it asks: without its number and limit; with its number where the next one follows in it."""
        written = folded(self.text)[: self.mark.end].strip() if self.mark and self.number else ""
        before, number, behind = written.partition(str(self.number))
        alike = rf"(?<![0-9]){re.escape(before)}([0-9]{{1,2}}){re.escape(behind)}(?![0-9])"
        following = re.search(alike, folded(self.told.rest)) if number else None
        return self.whole if following and following[1] == str(self.number + 1) else self.told.rest

    @property
    def bracketed(self) -> bool:
        """Tell whether the line is one short bracket, no limit, and does not say what to write: [직무]."""
        plain = folded(self.text)
        if self.kind != "text" or self.limited or not _BRACKETED.fullmatch(plain):
            return False
        return not _SAYS_WHAT.search(plain)


def lines_of(texts: Sequence[str]) -> list[Line]:
    """Return the lines with what they are; a row of a table is one line, with its cells side by side."""
    unit, rows = "자", []
    for text in texts:
        unit = ("byte" if "byte" in text.casefold() or "바이트" in text else "자") if is_header(text) else unit
        rows.append(_undressed(text.strip() if is_header(text) else as_line(text.strip(), unit)))
    plains = [folded(row) for row in rows]
    marks = _sure([mark(plain) for plain in plains])
    found = []
    for text, row, plain, one in zip(texts, rows, plains, marks, strict=True):
        indent = sum(_TAB if letter == "\t" else 1 for letter in text[: len(text) - len(text.lstrip())])
        said = told(row[one.end :] if one else row)
        found.append(Line(row, indent, one, said, "note" if is_header(text) else _kind(plain, one, said)))
    return found


def _undressed(row: str) -> str:
    """Return the row without the signs of bold print in Markdown."""
    return row.replace("**", "") if row.count("**") > 1 else row


def _sure(marks: list[Mark | None]) -> list[Mark | None]:
    """Return the marks without those of a style that only looks like numbers: 가. and 1 have to be followed by more."""
    unsure: dict[str, list[int]] = {}
    for one in marks:
        if one and one.style in UNSURE:
            unsure.setdefault(one.style, []).append(one.number or 0)
    wrong = {style for style, numbers in unsure.items() if not _goes_on(numbers)}
    return [None if one and one.style in wrong else one for one in marks]


def _goes_on(numbers: list[int]) -> bool:
    steps = [later - earlier for earlier, later in pairwise(numbers)]
    return (
        numbers[0] == 1
        and 1 in steps
        and all(step == 1 or later == 1 for step, later in zip(steps, numbers[1:], strict=True))
    )


def _kind(plain: str, one: Mark | None, said: Told) -> LineKind:
    """Return what a folded line is."""
    if not WORD.search(plain):
        return "empty"
    if one and one.number is not None:
        return "text"
    if any(note.match(plain) for note in (_HINT, _CONTACT, _STAR)):
        return "note"
    if said.alone and not said.each:
        return "limit"
    text = plain[one.end :] if one else plain
    if (said.each and (said.limit or said.words)) or _is_note(text, said):
        return "note"
    return "heading" if _is_heading(folded(said.rest), said) else "text"


def _is_note(text: str, said: Told) -> bool:
    headline = said.headline and said.limit is None and all(map(_HEADLINE_WORD.fullmatch, WORD.findall(text)))
    asks = not said.limit and _ASKS_TO_FILL.match(text)
    return bool(headline or asks or (len(text) <= _LONGEST_HEADING and _BUTTON.fullmatch(text)))


def _is_heading(rest: str, said: Told) -> bool:
    """Tell whether the line names the form or a part of it; with a limit only where it speaks of all questions."""
    bare = re.sub(r"^\W+|\W+$", "", rest) if len(rest) <= _LONGEST_HEADING else ""
    return bool(_HEADING.fullmatch(bare)) and (said.limit is None or bool(_OF_ALL.search(bare)))
