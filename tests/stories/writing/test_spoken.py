"""Syllables as they are heard, and the range of seconds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stories.writing.count import count
from stories.writing.spoken import number_syllables, spoken_time

DIGITS = "영일이삼사오육칠팔구"


def _read(number: int) -> str:
    """Return the number as it is written out in Hangul, by division."""
    said = ""
    for unit, name in ((10**16, "경"), (10**12, "조"), (10**8, "억"), (10**4, "만"), (1, "")):
        part, number = divmod(number, unit)
        words = ""
        for size, word in ((1000, "천"), (100, "백"), (10, "십"), (1, "")):
            digit, part = divmod(part, size)
            words += "" if digit == 0 else word if digit == 1 and word else DIGITS[digit] + word
        said += "만" if name == "만" and words == "일" and not said else words + name if words else ""
    return said or "영"


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "영"), (10, "십"), (11, "십일"), (1234, "천이백삼십사"), (10_000, "만"), (40_000, "사만"), (110_000, "십일만"),
     (100_000_000, "일억"), (100_010_000, "일억일만"), (2019, "이천십구")],
)  # fmt: skip
def test_the_oracle_reads_numbers_as_people_do(number: int, said: str) -> None:
    assert _read(number) == said
    assert number_syllables(str(number)) == len(said)


@given(st.integers(0, 10**20 - 1) | st.integers(0, 20_000))
def test_numbers_are_read_aloud(number: int) -> None:
    assert number_syllables(str(number)) == len(_read(number))
    assert spoken_time(f"{number:,}명").syllables == len(_read(number)) + 1


@pytest.mark.parametrize(
    ("text", "syllables"),
    [
        ("", 0),
        ("저는 했습니다.", 6),
        ("40,000", 2),
        ("AUC", 4),
        ("0.065%", 8),  # 영점영육오퍼센트
        ("AUC 0.87", 8),
        ("3.5.1", 4),
        ("010-1234-5678", 3 + 6 + 7),
        ("1,23", 4),
        ("9" * 21, 21),
        ("LSTM을", 6),
        ("kNN", 4),
        ("LightGBM", 4),
        ("sql", 4),
        ("社會", 2),
        ("ㅋㅋㅋ ㅠㅠ 😀 … \u200b \ud800", 0),
        ("\u1112\u1161\u11ab", 1),
        ("don't", 1),
        ("data analysis", 6),
        ("time used wanted table", 6),
    ],
)
def test_syllables_are_those_that_are_heard(text: str, syllables: int) -> None:
    assert count(text).spoken.syllables == syllables


def test_every_letter_has_its_korean_name() -> None:
    names = [
        "에이", "비", "씨", "디", "이", "에프", "지", "에이치", "아이", "제이", "케이", "엘", "엠", "엔", "오", "피",
        "큐", "알", "에스", "티", "유", "브이", "더블유", "엑스", "와이", "제트",
    ]  # fmt: skip
    found = [spoken_time(chr(ord("A") + place)).syllables for place in range(26)]
    assert found == [len(name) for name in names]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("", 0.0, 0.0),
        ("가" * 310, 60.0, 74.4),
        ("가" * 250, 48.4, 60.0),
        ("word " * 150, 60.0, 72.0),
        ("word - " * 125, 50.0, 60.0),
        ("The AUC was 0.87.", 1.6, 1.9),
        ("Python과 Spark로 pipeline을 만들었습니다.", 2.9, 3.6),
    ],
)
def test_the_seconds_are_those_of_the_conventions(text: str, low: float, high: float) -> None:
    found = spoken_time(text)
    assert (found.seconds_low, found.seconds_high) == (low, high)


@given(st.text(), st.text(st.sampled_from("가나다 0189,.%ABCabc\n")))
def test_more_text_takes_no_less_time_and_the_range_is_in_order(first: str, second: str) -> None:
    alone, both = spoken_time(first), spoken_time(f"{first} {'가' * len(first)} {second}")
    assert 0 <= alone.seconds_low <= alone.seconds_high
    assert alone.syllables <= both.syllables


@pytest.mark.parametrize("text", ["1,000" * 20_000, "9" * 100_000, "A" * 100_000, "a'" * 50_000, "1." * 50_000])
def test_no_text_takes_long_to_count(text: str) -> None:
    assert count(text).spoken.syllables > 0
