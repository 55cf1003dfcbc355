"""Turn note style and plain style into polite Korean (합니다체), only where that is certain."""

import re
import unicodedata
from dataclasses import dataclass

from stories.writing.style.hangul import BIEUP, NIEUN, SSANG_SIOT, final, has_hangul, is_syllable, vowel
from stories.writing.style.nominal import from_nominal, from_noun, is_nominal
from stories.writing.style.oneself import humble
from stories.writing.style.plain import from_plain

_MARKS = frozenset(".!?…。！？~～ㅋㅎㅠㅜ")
_MARK_CATEGORIES = frozenset(["So", "Sk", "Mn", "Cf", "Zs"])
_OPENING = {")": "(", "]": "[", "）": "（"}
_MOST_BRACKETS = 3
_POLITE_VOWELS = frozenset([0, 1, 4, 5, 6, 7, 9, 10, 14, 15])
"""ㅏ ㅐ ㅓ ㅔ ㅕ ㅖ ㅘ ㅙ ㅝ ㅞ: what stands before 요 in a polite ending (해요, 했어요, 네요)."""
_POLITE_BEFORE = frozenset("군든걸고구지죠")
_ASKING = re.compile("(?:까|까요|나요|가요)$")


@dataclass(frozen=True)
class Styled:
    """A sentence after the change of style.

    `certain` False: it was left as it is, because the change is not certain. `changed`: the text differs.
    """

    text: str
    certain: bool
    changed: bool


def polite(sentence: str) -> Styled:
    """Return the sentence in 합니다체 where that is certain; else as it is.

    Only its last word changes, words for oneself where that is certain too (나는 is 저는: `humble`), and a full stop is
    added to certain Korean without an end mark. Brackets and marks behind the last word stay: 했다(2019년)! is
    했습니다(2019년)!. The ending of what is polite already (-습니다, -어요, -죠) stays, and so does what holds no
    Hangul: both are certain; a question is certain only if it is polite. 음, 함 and 다 follow issue 4: notes tell the
    past (사용함 is 사용했습니다), states are of the present (중요함 is 중요합니다).
    """
    if not has_hangul(sentence):
        return Styled(sentence, True, False)
    end, marks = _end(sentence)
    body = sentence[:end]
    word = body.rsplit(None, 1)[-1] if body else ""
    if not word or not is_syllable(word[-1]):
        return Styled(sentence, False, False)
    ending = _ending(word, body[: -len(word)], asks="?" in marks or "？" in marks)
    if ending is None:
        return Styled(sentence, False, False)
    text = humble(body[: -len(word)] + ending) + sentence[end:]
    if not marks.strip() and not _ASKING.search(ending):
        text = text.rstrip() + "."
    return Styled(text, True, text != sentence)


def is_polite(word: str) -> bool:
    """Tell whether the last word of a sentence ends it politely: 합니다, 합니까, 하십시오, 합시다, 해요, 하죠."""
    if word.endswith(("니다", "니까", "시다")):
        return final(word[-3:-2]) == BIEUP
    if word.endswith(("십시오", "죠")):
        return len(word) > 1
    before = word[-2:-1]
    if not word.endswith("요") or word.endswith("개요"):
        return False
    if before == "가":
        return final(word[-3:-2]) == NIEUN
    return (before in _POLITE_BEFORE and len(word) > 2) or (final(before) == 0 and vowel(before) in _POLITE_VOWELS)


def _ending(word: str, before: str, asks: bool) -> str | None:
    """Return the last word made polite, or None where that is not certain."""
    if is_polite(word):
        return word
    if asks:
        return None
    if word.endswith("다"):
        return from_plain(word, before)
    if word.endswith("어"):
        return word[:-1] + "습니다" if final(word[-2:-1]) == SSANG_SIOT and not word.endswith("있어") else None
    return from_nominal(word, before) if is_nominal(word) else from_noun(word, before)


def _end(sentence: str) -> tuple[int, str]:
    """Return where the last word ends, and the marks behind it without those inside brackets."""
    end, marks = len(sentence), ""
    for _ in range(_MOST_BRACKETS):
        start = _before_marks(sentence, end)
        marks = sentence[start:end] + marks
        opening = _OPENING.get(sentence[start - 1 : start])
        opened = sentence.rfind(opening, 0, start) if opening else -1
        if opened < 1:
            return start, marks
        end = opened
    return end, marks


def _before_marks(sentence: str, end: int) -> int:
    while end and _is_mark(sentence[end - 1]):
        end -= 1
    return end


def _is_mark(letter: str) -> bool:
    return letter in _MARKS or letter.isspace() or unicodedata.category(letter) in _MARK_CATEGORIES
