"""Counting by rule, against oracles that are made another way."""

import re
import time
import unicodedata
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from stories.model.application import CountingRule
from stories.writing.count import AIM, Count, count, fill, newlines_may_overflow, spoken_zone, zone
from tests.stories.writing.odd_texts import ASSIGNED, PIECES, odd_texts

TEXTS = st.lists(
    st.sampled_from(PIECES) | st.sampled_from(ASSIGNED).map(chr) | st.integers(0xD800, 0xDFFF).map(chr), max_size=30
).map("".join)
NOT_IN_CODECS = "\u3164\u212b" + "".join(map(chr, range(0xF900, 0xFB00)))
"""A filler that Python's codec takes for syllables; a sign and ideographs that NFC turns into others."""
FAMILY = "👨‍👩‍👧‍👦"


def _units(text: str) -> list[int]:
    """Return the UTF-16 units of the text as a portal gets it, by arithmetic on code points (Unicode 3.9, D91)."""
    found: list[int] = []
    for number in map(ord, _composed(text)):
        if number > 0xFFFF:
            found += [0xD800 + ((number - 0x10000) >> 10), 0xDC00 + ((number - 0x10000) & 0x3FF)]
        else:
            found.append(number)
    return found


def _composed(text: str) -> str:
    """Join the halves that meet, compose, and make every line end LF, each in a way of its own."""
    joined = re.sub(
        "([\ud800-\udbff])([\udc00-\udfff])",
        lambda pair: chr(0x10000 + ((ord(pair[1]) - 0xD800) << 10) + ord(pair[2]) - 0xDC00),
        text,
    )
    return unicodedata.normalize("NFC", joined).replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize(
    ("text", "characters", "without_spaces", "portal", "utf8", "lines"),
    [
        ("", 0, 0, 0, 0, 0),
        ("지원 동기\n저는", 8, 6, 14, 20, 2),
        ("펲시", 2, 2, 4, 6, 1),
        ("—", 1, 1, 2, 3, 1),
        ("\xa0", 1, 0, 2, 2, 1),
        ("\u200b", 1, 1, 2, 3, 1),
        ("ㅋㅋ ㅠ", 4, 3, 7, 10, 1),
        ("😀", 2, 2, 4, 4, 1),
        (FAMILY, 11, 11, 22, 25, 1),
        ("\ud83d", 1, 1, 2, 3, 1),
        ("\ud83d\ude00", 2, 2, 4, 4, 1),
        ("\ude00\ud83d", 2, 2, 4, 6, 1),
        ("a\r\nb\rc\n\nd\n", 9, 4, 9, 9, 5),
        ("\n", 1, 0, 1, 1, 1),
    ],
)
def test_texts_whose_count_is_known(
    text: str, characters: int, without_spaces: int, portal: int, utf8: int, lines: int
) -> None:
    found = count(text)
    assert (found.characters, found.characters_without_spaces) == (characters, without_spaces)
    assert (found.portal_bytes, found.utf8_bytes, found.lines) == (portal, utf8, lines)


@settings(max_examples=500)
@given(TEXTS)
@example("\ud834\udd5e")
def test_every_rule_agrees_with_arithmetic_on_units(text: str) -> None:
    found, units = count(text), _units(text)
    assert found.characters == len(units)
    assert found.portal_bytes == sum(1 if unit < 0x80 else 2 for unit in units)
    sizes = [1 if ord(one) < 0x80 else 2 if ord(one) < 0x800 else 3 if ord(one) < 0x10000 else 4
             for one in _composed(text)]  # fmt: skip
    assert found.utf8_bytes == sum(sizes)
    assert found.newlines == units.count(10)
    assert found.lines == len(re.findall("[^\n]*\n|[^\n]+", _composed(text)))


@settings(max_examples=500)
@given(TEXTS)
def test_spaces_are_those_of_javascript(text: str) -> None:
    """ECMAScript: tab, VT, FF, U+FEFF, every character of category Zs, and LF, CR, U+2028, U+2029."""
    spaces = {"\t", "\v", "\f", "\ufeff", "\n", "\r", "\u2028", "\u2029"}
    kept = [one for one in _composed(text) if one not in spaces and unicodedata.category(one) != "Zs"]
    assert count(text).characters_without_spaces == sum(2 if one > "\uffff" else 1 for one in kept)


@settings(max_examples=300)
@given(TEXTS)
def test_composed_and_decomposed_text_and_every_line_end_count_alike(text: str) -> None:
    text = _composed(text)
    expected = count(text)
    for form in ("NFC", "NFD"):
        for end in ("\n", "\r\n", "\r"):
            assert count(unicodedata.normalize(form, text).replace("\n", end)) == expected


@given(
    st.text(
        st.sampled_from("가각힣똠방펲 abc\n.") | st.characters(codec="euc_kr", exclude_characters=NOT_IN_CODECS),
        max_size=60,
    )
)
def test_codecs_agree_where_they_are_right(text: str) -> None:
    """EUC-KR has 2 bytes for each of its 2350 syllables; CP949 for all 11172. UTF-8 is right for what it encodes."""
    found, composed = count(text), _composed(text)
    assert found.utf8_bytes == len(composed.encode("utf-8"))
    assert found.portal_bytes == len(composed.encode("cp949"))


def test_ten_thousand_random_texts_agree() -> None:
    texts = odd_texts(10_000, seed=4)
    assert [count(one).characters for one in texts] == [len(_units(one)) for one in texts]


def test_a_long_text_is_counted_at_once() -> None:
    """5,000 characters between two key strokes; 100 ms is the bar of issue 4, with the browser's part in it."""
    text = "저는 40,000명의 데이터에서 AUC 0.87을 얻었습니다.\n" * 150
    start = time.perf_counter()
    assert count(text).characters > 4_500
    assert time.perf_counter() - start < 0.1


# rules and limits


def test_a_rule_names_its_count() -> None:
    found = count("가 a")
    counted: dict[CountingRule, int] = {
        "characters": 3, "characters-without-spaces": 2, "portal-bytes": 4, "utf8-bytes": 5,
    }  # fmt: skip
    assert {rule: found.by(rule) for rule in counted} == counted


@pytest.mark.parametrize(
    ("counted", "limit", "expected"),
    [
        (0, 1, "short"), (0, 1_000_000, "short"), (699, 1000, "short"), (700, 1000, "growing"), (799, 1000, "growing"),
        (800, 1000, "expected"), (1000, 1000, "expected"), (1001, 1000, "over"), (1, 1, "expected"), (2, 1, "over"),
        (489, 700, "short"), (490, 700, "growing"),
    ],
)  # fmt: skip
def test_zones_change_where_the_conventions_say(counted: int, limit: int, expected: str) -> None:
    assert zone(counted, limit) == expected


@given(st.integers(1, 1_000_000))
def test_the_zones_follow_one_another_and_the_aim_is_in_the_expected_one(limit: int) -> None:
    order = ["short", "growing", "expected", "over"]
    near = sorted({max(0, limit * percent // 100 + step) for percent in (0, 70, 80, 100) for step in (-1, 0, 1)})
    assert all(order.index(zone(a, limit)) <= order.index(zone(b, limit)) for a, b in pairwise(near))
    assert all(zone(-(-limit * percent // 100), limit) == "expected" for percent in AIM)
    assert fill(0, limit) == 0 and fill(limit, limit) == 1 and fill(limit + 1, limit) > 1


def _double(counted: Count, rule: CountingRule) -> int:
    return counted.by(rule) + counted.newlines


@given(TEXTS, st.integers(1, 100))
def test_a_server_that_counts_line_ends_twice_is_warned_of(text: str, limit: int) -> None:
    found = count(text)
    rules: tuple[CountingRule, ...] = ("characters", "portal-bytes", "utf8-bytes")
    for rule in rules:
        assert newlines_may_overflow(found, limit, rule) == (found.by(rule) <= limit < _double(found, rule))
    assert not newlines_may_overflow(found, limit, "characters-without-spaces")


@pytest.mark.parametrize(
    ("syllables", "expected"),
    [(0, "short"), (190, "short"), (200, "growing"), (225, "expected"), (250, "expected"), (276, "expected"),
     (280, "over"), (310, "over")],
)  # fmt: skip
def test_a_spoken_minute_goes_by_the_middle_of_its_range(syllables: int, expected: str) -> None:
    assert spoken_zone(count("가" * syllables).spoken, 60) == expected


@given(st.integers(0, 2000), st.integers(1, 300))
def test_the_zone_of_a_spoken_answer_is_that_of_its_middle(syllables: int, seconds: int) -> None:
    spoken = count("가" * syllables).spoken
    middle = Fraction(str(spoken.seconds_low)) + Fraction(str(spoken.seconds_high))
    share = middle / (2 * seconds)
    expected = "over" if share > 1 else "expected" if share >= Fraction(8, 10) else "growing"
    assert spoken_zone(spoken, seconds) == (expected if share >= Fraction(7, 10) else "short")
