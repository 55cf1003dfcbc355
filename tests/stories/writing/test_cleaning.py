"""Odd characters are found, each with its name, and cleaning takes out those and nothing else."""

import re
import time
import unicodedata
from collections.abc import Collection

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from stories.writing.cleaning import ASKING, ODD_KINDS, cleaned, odd_characters
from stories.writing.count import as_counted
from tests.stories.writing.odd_texts import ASSIGNED, PIECES, odd_texts

FAMILY = "👨‍👩‍👧‍👦"
FOUND = [
    ("지원\u200b동기", "\u200b", "zero-width", "U+200B ZERO WIDTH SPACE", "", False),
    ("\ufeff지원", "\ufeff", "zero-width", "U+FEFF ZERO WIDTH NO-BREAK SPACE", "", False),
    ("지원\u200d동기", "\u200d", "zero-width", "U+200D ZERO WIDTH JOINER", "", False),
    ("지원\u2060\u200b동기", "\u2060\u200b", "zero-width", "U+2060 WORD JOINER", "", False),
    ("지원\ufe0f동기", "\ufe0f", "zero-width", "U+FE0F VARIATION SELECTOR-16", "", False),
    ("지원\xa0동기", "\xa0", "no-break-space", "U+00A0 NO-BREAK SPACE", " ", False),
    ("지원\u202f\xa0동기", "\u202f\xa0", "no-break-space", "U+202F NARROW NO-BREAK SPACE", "  ", False),
    ("지원\u3000동기", "\u3000", "odd-space", "U+3000 IDEOGRAPHIC SPACE", " ", False),
    ("지원\u2003동기", "\u2003", "odd-space", "U+2003 EM SPACE", " ", False),
    ("지원\u3164동기", "\u3164", "odd-space", "U+3164 HANGUL FILLER", " ", False),
    ("지원\t\t동기", "\t\t", "tab", "U+0009", " ", False),
    ("지원\x07동기", "\x07", "control", "U+0007", "", False),
    ("지원\u2028동기", "\u2028", "line-separator", "U+2028 LINE SEPARATOR", "\n", False),
    ("지원\x0b동기", "\x0b", "line-separator", "U+000B", "\n", False),
    ("지원\u200e동기", "\u200e", "direction-mark", "U+200E LEFT-TO-RIGHT MARK", "", False),
    ("지원\xad동기", "\xad", "soft-hyphen", "U+00AD SOFT HYPHEN", "", False),
    ("지원\ud83d동기", "\ud83d", "lone-surrogate", "U+D83D", "", False),
    ("지원 동기 \n끝", " ", "line-end-spaces", "U+0020 SPACE", "", False),
    ("지원 동기\xa0 ", "\xa0 ", "line-end-spaces", "U+00A0 NO-BREAK SPACE", "", False),
    ("지원\n\n\n\n동기", "\n\n\n\n", "blank-lines", "U+000A", "\n\n", False),
    ("좋아요😀!", "😀", "emoji", "U+1F600 GRINNING FACE", "", True),
    (f"우리 {FAMILY}", FAMILY, "emoji", "U+1F468 MAN", "", True),
    ("좋아요👍🏽", "👍🏽", "emoji", "U+1F44D THUMBS UP SIGN", "", True),
    ("한국🇰🇷", "🇰🇷", "emoji", "U+1F1F0 REGIONAL INDICATOR SYMBOL LETTER K", "", True),
    ("사랑❤️", "❤️", "emoji", "U+2764 HEAVY BLACK HEART", "❤", True),
    ("불❤️‍🔥", "❤️‍🔥", "emoji", "U+2764 HEAVY BLACK HEART", "", True),
    ("순서 1️⃣", "1️⃣", "emoji", "U+0031 DIGIT ONE", "1", True),
    ("완료✅", "✅", "emoji", "U+2705 WHITE HEAVY CHECK MARK", "", True),
    ("정확도 ９３％", "９３％", "compatibility", "U+FF19 FULLWIDTH DIGIT NINE", "93%", True),
    ("ﬁnal", "ﬁ", "compatibility", "U+FB01 LATIN SMALL LIGATURE FI", "fi", True),
    ("항목\uf0b7", "\uf0b7", "private-use", "U+F0B7", "", True),
    ("평균 x\u0304", "\u0304", "combining", "U+0304 COMBINING MACRON", "", True),
    ("\u1100\u1100", "\u1100\u1100", "loose-jamo", "U+1100 HANGUL CHOSEONG KIYEOK", "ㄱㄱ", True),
    ("각\u11ab", "\u11ab", "loose-jamo", "U+11AB HANGUL JONGSEONG NIEUN", "ㄴ", True),
    ("깨진 \ufffd", "\ufffd", "lost-character", "U+FFFD REPLACEMENT CHARACTER", "", True),
]
USUAL = [
    "",
    "지원 동기는 ‘현장’에서 왔습니다. 저는 40,000명의 데이터 — 그 가운데 0.065%를 — 보았습니다…",
    "“왜?”라고 물었다.\n\n그리고 답했다.\n- 하나\n  - 둘",
    "★ ① ㈜ → ♥ ■ ㎏ ℃ ½ € ₩ · ㆍ ~ 「책」 『책』 《책》",
    "漢字, naïve café, ㅋㅋ ㅠㅠ, don’t, e-mail@test.kr, C++ / C#",
    "\u1112\u119e\u11ab글",
    "می\u200cخواهم क्\u200dष",
]
TEXTS = st.lists(
    st.sampled_from(PIECES) | st.sampled_from(ASSIGNED).map(chr) | st.integers(0xD800, 0xDFFF).map(chr), max_size=30
).map("".join)
KINDS = st.none() | st.sets(st.sampled_from(ODD_KINDS))


@pytest.mark.parametrize(("text", "odd", "kind", "name", "replacement", "asks"), FOUND)
def test_an_odd_character_is_found_with_its_name_and_what_it_becomes(
    text: str, odd: str, kind: str, name: str, replacement: str, asks: bool
) -> None:
    (found,) = odd_characters(text)
    assert (found.text, found.kind, found.name, found.replacement, found.asks) == (odd, kind, name, replacement, asks)
    assert text[found.start : found.end] == odd
    rest = text[: found.start] + replacement + text[found.end :]
    assert cleaned(text, [kind]) == (rest.rstrip(" ") if kind in ("emoji", "lost-character") else rest)
    assert cleaned(text) == (text if asks else cleaned(text, [kind]))


def test_every_kind_has_its_example() -> None:
    assert {kind for _, _, kind, *_ in FOUND} == set(ODD_KINDS)
    assert {kind for _, _, kind, _, _, asks in FOUND if asks} == ASKING


@pytest.mark.parametrize(
    ("text", "kind", "clean"),
    [
        ("정말 😀 좋습니다", "emoji", "정말 좋습니다"),
        ("정말😀 좋습니다", "emoji", "정말 좋습니다"),
        ("정말 😀좋습니다", "emoji", "정말 좋습니다"),
        ("정말😀좋습니다", "emoji", "정말좋습니다"),
        ("정말 😀 👍🏽 🎉 좋습니다", "emoji", "정말 좋습니다"),
        ("정말 😀👍🏽 좋습니다", "emoji", "정말 좋습니다"),
        ("😀 좋습니다\n✅ 끝", "emoji", "좋습니다\n끝"),
        ("좋습니다 😀\n끝 🎉", "emoji", "좋습니다\n끝"),
        ("정말  좋습니다 😀.", "emoji", "정말  좋습니다."),
        ("순서 1️⃣ 하나 ❤️ 둘", "emoji", "순서 1 하나 ❤ 둘"),
        ("항목 \uf0b7 하나", "private-use", "항목 하나"),
        ("\uf0b7 하나", "private-use", "하나"),
        ("깨진 \ufffd 글", "lost-character", "깨진 글"),
    ],
)
def test_a_picture_goes_with_one_of_the_spaces_around_it(text: str, kind: str, clean: str) -> None:
    assert cleaned(text, [kind]) == clean


@pytest.mark.parametrize("text", USUAL)
def test_usual_text_is_left_as_it_is(text: str) -> None:
    assert odd_characters(text) == ()
    assert cleaned(text) == cleaned(text, ODD_KINDS) == text


@given(st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3) | st.sampled_from(" .,!?()0123456789%\n")))
def test_korean_comes_out_equal_also_when_it_came_decomposed(text: str) -> None:
    usual = re.sub(r"\n{4,}", "\n\n", re.sub(r" +(?=\n|\Z)", "", text))
    usual = re.sub(r"\n{4,}", "\n\n", usual)
    assert cleaned(unicodedata.normalize("NFD", text)) == usual


@given(TEXTS, KINDS)
@example("가\u200b\u11a8", None)
@example("\ud83d\u200b\ude00", frozenset({"zero-width", "emoji"}))
@example("1\xad\ufe0f\u20e3", frozenset({"soft-hyphen", "emoji"}))
@example("끝 \u200b \u200b", None)
def test_cleaning_what_was_cleaned_changes_nothing(text: str, kinds: Collection[str] | None) -> None:
    once = cleaned(text, kinds)
    assert cleaned(once, kinds) == once == as_counted(once)
    wanted = (set(ODD_KINDS) - ASKING) if kinds is None else set(kinds)
    assert not any(found.kind in wanted for found in odd_characters(once))


@given(TEXTS)
def test_findings_stand_in_order_and_nothing_else_changes(text: str) -> None:
    counted, found, end = as_counted(text), odd_characters(text), 0
    for one in found:
        assert end <= one.start < one.end
        assert counted[one.start : one.end] == one.text and one.replacement != one.text
        assert one.asks == (one.kind in ASKING)
        end = one.end
    if not found:
        assert cleaned(text, ODD_KINDS) == counted


@given(TEXTS)
def test_only_what_asks_is_left_after_cleaning_without_asking(text: str) -> None:
    assert {one.kind for one in odd_characters(cleaned(text))} <= ASKING


def test_two_thousand_odd_texts_are_clean_afterwards() -> None:
    texts = odd_texts(2_000, seed=7)
    assert sum(bool(odd_characters(text)) for text in texts) > 1_000
    assert all(odd_characters(cleaned(text, ODD_KINDS)) == () for text in texts)


@pytest.mark.parametrize(
    "piece",
    [
        " ",
        "\t",
        "\n",
        " \n",
        "\u200b",
        "a\u200b",
        " \u200b",
        "👨‍",
        FAMILY,
        "\ud83d",
        "🏴\U000e0067",
        "\u1100",
        "가나 다\n",
    ],
)
def test_a_hundred_thousand_characters_are_quick(piece: str) -> None:
    text = (piece * 100_000)[:100_000]

    def seconds() -> float:
        start = time.process_time()
        cleaned(text, ODD_KINDS)
        return time.process_time() - start

    assert min(seconds() for _ in range(2)) < 1


def test_halves_that_would_meet_again_and_again_are_quick() -> None:
    start = time.process_time()
    assert cleaned("\ud83d" * 50_000 + "\ude00" * 50_000, ["emoji"]) == ""
    assert time.process_time() - start < 1
