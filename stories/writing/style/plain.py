"""Polite forms of the plain style: sentences that end in 다."""

import re

from stories.writing.style.hangul import (
    BIEUP,
    BIEUP_SIOT,
    NIEUN,
    NONE,
    RIEUL,
    SSANG_SIOT,
    final,
    is_syllable,
    syllables_with,
    with_final,
)
from stories.writing.style.words import ends_in, table

_OBJECT = re.compile(r"[을를]\s+$")
_COUNTED = re.compile(r"\d(?:[\d,.]*)(?:위|개|배|회|차|가지|주|대|호|세|표|초|시|도|쪽|페이지|퍼센트|프로|달러)$")
_ALTERNATING = re.compile(rf"[{syllables_with(SSANG_SIOT)}]다\s?[가-힣]{{1,3}}$")
"""왔다 갔다, 이랬다저랬다: no end of a sentence."""
_CLOSED = "'\"’”)]）」』》〉%℃"
_STRANGERS = frozenset(["안다", "신다", "껴안다", "끌어안다", "얼싸안다", "베란다", "르완다", "우간다"])
"""Words in ㄴ다 that are no -ㄴ다 form, or may be another one: 안다 is 압니다 (I know) or 안습니다 (I hug)."""
_NUMERALS = frozenset(["한", "두", "세", "네", "다섯", "여섯", "여러", "몇"])


def from_plain(word: str, before: str) -> str | None:
    """Return the polite form of a last word in 다; None where it is not certain.

    Past and 있다, 없다: -습니다. Present of verbs: -ㄴ다, -는다. Adjectives and 이다 by the tables, since 높다 (is
    high) and 먹다 (to eat: the name of the verb, which stands in titles) look the same.
    """
    stem, last = word[:-1], word[-2:-1]
    if _ALTERNATING.search(before + stem):
        return None
    if final(last) == SSANG_SIOT or stem[-1:] == "없" or (final(last) == BIEUP_SIOT and stem[-2:] == "가엾"):
        return stem + "습니다"
    if last == "는":
        return _after_consonant(stem[:-1])
    if final(last) == NIEUN:
        return None if word in _STRANGERS else stem[:-1] + with_final(last, BIEUP) + "니다"
    if last == "하":
        return _from_adjective_in_hada(stem[:-1], before)
    return _from_not_being(word) or _from_adjective(stem, before) or from_copula(stem, before)


def from_copula(stem: str, before: str) -> str | None:
    """Return noun + 입니다 for what stands before 다 in 프로젝트다, 방법이다, PCA다, 10위다; None where not certain."""
    previous = (before.split() or [""])[-1]
    noun, has_i = stem[:-1], stem.endswith("이")
    if noun.endswith("중") and has_i and ends_in(noun[:-1], "actions"):
        return noun[:-1] + " 중입니다"
    if not stem or _OBJECT.search(before):
        return None
    if stem == "이":
        return "입니다" if previous else None
    if stem == "가지":
        return "가지입니다" if previous in _NUMERALS else None
    if stem.endswith("거") and not is_noun(stem):
        return stem[:-1] + "겁니다" if _is_thing(stem, previous) else None
    if is_noun(stem):
        return stem + "입니다"
    consonant = final(noun[-1:]) not in (None, NONE)
    certain = not is_verb_in_i(stem) if consonant else noun != "" and is_noun(noun) and stem not in table("verbs_in_i")
    return noun + "입니다" if has_i and certain else None


def _is_thing(stem: str, previous: str) -> bool:
    """Tell whether 거 is 것 here: 할 거다, 이거다, 할거다."""
    before = stem[-2:-1]
    return previous != "" if not before else before in "이그저은는" or final(before) == RIEUL


def is_verb_in_i(stem: str) -> bool:
    """Tell whether what stands before 다 may be a verb or a noun in 이: 줄이-, 받아들이-, 길이."""
    return stem in table("verbs_in_i") or ends_in(stem, "nouns_in_i")


def is_noun(stem: str) -> bool:
    """Tell whether a stem without a final consonant is certainly a noun and no verb."""
    last = stem[-1]
    if last in _CLOSED or (last.isascii() and last.isalnum()):
        return True
    if _COUNTED.search(stem[-20:]):
        return True
    if final(last) != NONE or stem in table("no_nouns"):
        return False
    return ends_in(stem, "nouns") or (len(stem) > 1 and last in table("noun_ends") and is_syllable(stem[-2]))


def is_adjective(stem: str) -> bool:
    """Tell whether the stem, without 다, is one of an adjective: 높, 쉽, 중요하."""
    if stem.endswith("하"):
        return is_state(stem[:-1])
    return stem in table("adjectives_open") or ends_in(stem, "adjectives_closed", shortest=1)


def is_state(stem: str) -> bool:
    """Tell whether 하다 behind this stem is an adjective: 중요, 불가능."""
    return ends_in(stem, "predicates") or ends_in(stem, "states")


def _after_consonant(stem: str) -> str | None:
    """먹는다 -> 먹습니다; a verb in ㄹ drops it, so that 는다 (늘다) cannot be told."""
    return stem + "습니다" if stem and final(stem[-1]) not in (None, NONE, RIEUL) else None


def _from_adjective_in_hada(stem: str, before: str) -> str | None:
    adjective = is_state(stem) or stem == "못"
    return stem + "합니다" if adjective and not _OBJECT.search(before) else None


def _from_not_being(word: str) -> str | None:
    return word[:-2] + "닙니다" if word in ("아니다", "이아니다", "가아니다") else None


def _from_adjective(stem: str, before: str) -> str | None:
    if not stem or not is_adjective(stem) or _OBJECT.search(before):
        return None
    return with_ending(stem)


def with_ending(stem: str) -> str:
    """Return the stem of an adjective with its polite ending: 높습니다, 큽니다, 깁니다."""
    last = stem[-1]
    return stem[:-1] + with_final(last, BIEUP) + "니다" if final(last) in (NONE, RIEUL) else stem + "습니다"
