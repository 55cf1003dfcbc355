"""Particles that do not fit the end of their word: 을 after a vowel, 를 after a consonant, and the like."""

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cache

from stories.writing.checks.hangul import ends_in_vowel, final
from stories.writing.checks.lists import listed


@dataclass(frozen=True)
class Slip:
    """One slip: its place in the text, what to put there, and the key of the reason."""

    start: int
    end: int
    put: str
    reason: str


_WORD = re.compile("[가-힣]{2,}")
_READ = re.compile(r"(?P<word>%|(?<![A-Za-z0-9&./-])[A-Z]{2,5})(?P<particle>으로|[을를은는이가과와로])(?![가-힣])")
_BY_WAY = re.compile("으로(?=(?:서|써|는|도|의|부터|만|까지)?$)")
_CONSONANT: Mapping[str, str] = {"를": "을", "는": "은", "가": "이", "와": "과", "로": "으로"}
"""What stands after a consonant for each particle that stands after a vowel."""
_VOWEL: Mapping[str, str] = {after: before for before, after in _CONSONANT.items()}
_AFTER_CONSONANT, _AFTER_VOWEL = "particle-consonant", "particle-vowel"
_DOUBLED: Mapping[str, tuple[str, str]] = {
    "를를": ("를", "을"),
    "을를": ("를", "을"),
    "는는": ("는", "은"),
    "은는": ("는", "은"),
}
_LETTERS_IN_CONSONANT = frozenset("LMN")
"""Letters whose Korean name ends with a consonant: 엘, 엠, 엔. R is both 알 and 아르, and left alone."""


def particle_slips(text: str) -> Iterator[Slip]:
    """Find particles that do not fit; silent where the word may be another (가을, 분석가, 있는)."""
    for word in _WORD.finditer(text):
        yield from _in_word(word.group(), word.start())
    for read in _READ.finditer(text):
        put = _fitting_read(read["word"], read["particle"])
        if put and put != read["particle"]:
            yield Slip(read.start("particle"), read.end(), put, "particle-read")


def _in_word(word: str, place: int) -> Iterator[Slip]:
    end = place + len(word)
    stem, particle = word[:-1], word[-1]
    doubled = _DOUBLED.get(word[-2:])
    way = _BY_WAY.search(word, 1)
    if doubled and len(word) > 2 and not _is_kept(word[:-1]):
        yield Slip(end - 2, end, doubled[0] if ends_in_vowel(word[-3]) else doubled[1], "particle-doubled")
    elif way and (ends_in_vowel(word[way.start() - 1]) or final(word[way.start() - 1]) == "ㄹ"):
        yield Slip(place + way.start(), place + way.end(), "로", _AFTER_VOWEL)
    elif particle == "를" and final(stem[-1]):
        yield Slip(end - 1, end, "을", _AFTER_CONSONANT)
    elif particle == "을" and ends_in_vowel(stem[-1]) and not (_may_be_verb(stem) or _is_kept(word)):
        yield Slip(end - 1, end, "를", _AFTER_VOWEL)
    elif (put := _after_noun(stem, particle)) and not _is_kept(word):
        yield Slip(end - 1, end, put, _AFTER_CONSONANT if particle in _CONSONANT else _AFTER_VOWEL)


def _after_noun(stem: str, particle: str) -> str | None:
    """Return the particle that should stand after the stem, where it ends in a known noun and another one stands."""
    if not _ends_in_noun(stem):
        return None
    if final(stem[-1]):
        return None if particle == "로" and final(stem[-1]) == "ㄹ" else _CONSONANT.get(particle)
    return _VOWEL.get(particle)


def _may_be_verb(stem: str) -> bool:
    """Tell whether it may be 짓다 with 을 (결론지을), and no noun that ends in 지 (이미지을)."""
    return stem[-1] == "지" and not _ends_in_noun(stem)


def _ends_in_noun(stem: str) -> bool:
    return stem in _nouns() or any(stem[-length:] in _nouns() for length in range(2, min(5, len(stem)) + 1))


def _fitting_read(word: str, particle: str) -> str | None:
    """Return the particle that fits % or capitals read letter by letter; None where that is not certain."""
    if word != "%" and not set(word).isdisjoint("AEIOUY") and word not in _spelled():
        return None
    if word[-1] == "R":
        return None
    if word[-1] not in _LETTERS_IN_CONSONANT:
        return _VOWEL.get(particle, particle)
    if particle in ("로", "으로"):
        return "로" if word[-1] == "L" else "으로"
    return _CONSONANT.get(particle, particle)


def _is_kept(word: str) -> bool:
    """Tell whether it is a word, or ends in one, that only looks like a noun with a particle."""
    whole, endings = _kept()
    return word in whole or any(word[-length:] in endings for length in range(2, min(4, len(word)) + 1))


@cache
def _nouns() -> Set[str]:
    return frozenset(listed("korean_slips")["nouns"])


@cache
def _spelled() -> Set[str]:
    return frozenset(listed("korean_slips")["spelled"])


@cache
def _kept() -> tuple[Set[str], Set[str]]:
    found = listed("korean_slips")
    return frozenset(found["words"]), frozenset(found["endings"])
