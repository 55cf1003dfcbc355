"""Names of schools in a text, for forms that forbid them (블라인드 채용)."""

import re
from collections.abc import Iterator
from functools import cache

from stories.writing.checks.lists import listed
from stories.writing.checks.particles import ends_word, starts_word

_NAMED = re.compile(
    r"(?<![가-힣])(?P<name>[가-힣]{2,10}?)"
    r"(?:(?:여자|외국어)?대학교|(?:여자|외국어|과학|공업|상업)?고등학교|(?:여자)?중학교|초등학교|외고|과학고|여고|여대)"
)
_STUDIES = r"재학|졸업|입학|진학|편입|출신|다니|다닐|다녔"
_SHORT_HIGH = re.compile(
    rf"(?<![가-힣])(?:[가-힣]{{2,5}}고(?=(?:를|에|에서|의) ?(?:{_STUDIES}))"
    r"|[가-힣]{1,5}[가-힣](?<![하되이주오치리내르우])고(?= 출신))"
)
_NO_SCHOOL = re.compile(r"(?:[용집찰]공|[재창최참사광경보신원권선충])고$")
"""채용 공고, 재고, 광고 ..."""
_STUDIED = rf"(?=(?:를|에|에서|의|생)? ?(?:{_STUDIES}|합격|캠퍼스|동문|[가-힣]{{2,8}}(?:학과|학부|공학|교육과)))"
_ENGLISH = re.compile(
    r"\b(?:(?:[A-Z][A-Za-z&'’.-]{1,20} ){1,4}(?:University|College|High School|Middle School)"
    r"|University of [A-Z][a-z]{1,20}(?: [A-Z][a-z]{1,20}){0,2})\b"
)
_OWN = re.compile(r"[가-힣]{2,10}(?:대학교|대학원|고등학교|여고|외고|과학고|대)(?![가-힣])")
_HOSPITAL = re.compile(r" ?(?:치과|어린이)?병원| ?의료원")
_MEMBER = re.compile("생|학생|출신|졸업|재학|동문")
_READ = 2000
"""Characters of the education that are read."""


def schools_in(text: str, employer: str, education: str) -> list[tuple[int, int]]:
    """Return where the text names a school: well known, of one's own education, or written as X대학교, X고등학교.

    A name that is part of the employer's is none (서울대학교병원), nor is one before 병원.
    """
    found = sorted(set(_places(text, own_schools(education))), key=lambda span: (span[0], -span[1]))
    kept: list[tuple[int, int]] = []
    for start, end in found:
        hospital = _HOSPITAL.match(text, end) or text[start:end] in employer
        if not hospital and (not kept or start >= kept[-1][1]):
            kept.append((start, end))
    return kept


def own_schools(education: str) -> list[str]:
    """Return the names of schools in the education of the profile, with their short forms (한밭대학교: 한밭대)."""
    full = _OWN.findall(education[:_READ])
    english = [education[start:end] for start, end in _english(education[:_READ])]
    short = [name.removesuffix("학교") for name in full if name.endswith("대학교")]
    return list(dict.fromkeys((*full, *english, *(name for name in short if len(name) > 2))))


def _places(text: str, own: list[str]) -> Iterator[tuple[int, int]]:
    for found in _known().finditer(text):
        if starts_word(text, found.start()) and (found.lastgroup == "shared" or _ends(text, found.end())):
            yield found.span()
    for found in _NAMED.finditer(text):
        if _is_name(found["name"]) and _ends(text, found.end()):
            yield found.span()
    for found in _SHORT_HIGH.finditer(text):
        if not _NO_SCHOOL.search(found.group()):
            yield found.span()
    yield from _english(text)
    for name in own:
        for found in re.finditer(re.escape(name), text):
            if starts_word(text, found.start()) and _ends(text, found.end()):
                yield found.span()


def _english(text: str) -> Iterator[tuple[int, int]]:
    for found in _ENGLISH.finditer(text):
        words = found.group().split()
        while words and words[0] in listed("blind")["no_latin_name"]:
            words.pop(0)
        if len(words) > (2 if words[-1:] == ["School"] else 1):
            yield found.end() - len(" ".join(words)), found.end()


def _is_name(name: str) -> bool:
    """Tell whether this before 대학교 is a name, and not 지방국립 or 우리."""
    return name not in listed("blind")["no_name"] and not name.endswith(("국립", "사립", "년제", "거점", "명문"))


def _ends(text: str, end: int) -> bool:
    return ends_word(text, end) or _MEMBER.match(text, end) is not None


@cache
def _known() -> re.Pattern[str]:
    names = sorted(listed("blind")["universities"], key=len, reverse=True)
    apart = [f"{name[:-1]} {name[-1]}학교" for name in names if name.endswith("대")]
    shared, latin = listed("blind")["shared"], listed("blind")["latin"]
    return re.compile(
        rf"(?P<name>{'|'.join(apart)}|(?:{'|'.join(names)})(?:학교)?)"
        rf"|(?P<shared>(?:{'|'.join(shared)}){_STUDIED})|(?P<latin>{'|'.join(latin)})"
    )
