"""Numbers are read with their units, in digits and in words; digits in names are no numbers."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stories.writing.checks.quantities import Quantity, quantities
from stories.writing.checks.units import BEHIND, UNITS


def _read(text: str) -> list[tuple[str, str, str]]:
    return [(text[one.start : one.end], f"{one.value.normalize():f}", one.unit) for one in quantities(text)]


def _only(text: str) -> Quantity:
    (found,) = quantities(text)
    return found


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("40,000명", "40000", "person"), ("4만 명", "40000", "person"), ("40000", "40000", ""),
        ("사만 명", "40000", "person"),
        ("1억 2천만 원", "120000000", "won"), ("4만 5천 명", "45000", "person"), ("3천5백 건", "3500", "thing"),
        ("1.5억 원", "150000000", "won"),
        ("0.065%", "0.065", "percent"), ("５０％", "50", "percent"), ("이십 퍼센트", "20", "percent"),
        ("3%p", "3", "point"),
        ("10위", "10", "rank"), ("10등", "10", "rank"), ("10th place", "10", "rank"), ("3번째", "3", "ordinal"),
        ("2학기", "2", "term"),
        ("두 배", "2", "fold"), ("2배", "2", "fold"), ("twice", "2", "times"), ("three times", "3", "times"),
        ("세 번", "3", "times"),
        ("스무 명", "20", "person"), ("스물다섯 명", "25", "person"), ("열두 명", "12", "person"),
        ("십 년", "10", "year"),
        ("twenty-five people", "25", "person"), ("40k users", "40000", "person"),
        ("1.2 million users", "1200000", "person"),
        ("반년", "6", "month"), ("절반", "50", "percent"), ("2분의 1", "50", "percent"), ("3/4", "75", "percent"),
        ("Half", "50", "percent"),
        ("2시간", "2", "hour"), ("2시", "2", "clock"), ("5개월", "5", "month"), ("5개", "5", "thing"),
        ("3분기", "3", "quarter"), ("3분", "3", "minute"),
        ("30여 명", "30", "person"), ("18회로", "18", "times"), ("3배포", "3", "fold"), ("3 배포", "3", ""),
        ("two-week test", "2", "week"), ("사흘 만에", "3", "day"), ("상반기에", "6", "month"),
        ("2019년", "2019", "calendar"), ("1,800ms", "1800", "millisecond"), ("3명씩", "3", "person"),
        ("16GB", "16", "gigabyte"), ("30팩이", "30", "팩"), ("12그루를", "12", "그루"), ("0.91이었고", "0.91", ""),
    ],
)  # fmt: skip
def test_a_number_is_read_with_its_unit(text: str, value: str, unit: str) -> None:
    found = _only(text)
    assert (f"{found.value.normalize():f}", found.unit) == (value, unit)
    assert found.start == 0


@pytest.mark.parametrize(
    "text",
    [
        "GPT-4", "ResNet50", "3D", "5G", "코로나19", "Python 3", "010-1234-5678", "버전 3.11.2", "12:30", "3 대 1",
        "1대1", "S3",
        "두세 명", "서너 번", "1" * 19, "1" * 5000, "이 문장", "세계", "네트워크", "한국", "열정", "일상", "오늘",
        "만족", "제3회", "24/7",
        "half-finished", "behalf", "once", "three weekends", "often", "someone", "tenth",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_number_is_none(text: str) -> None:
    assert quantities(text) == ()


def test_a_range_has_one_unit_and_a_date_is_a_date() -> None:
    assert _read("3~5명이 20에서 30건을") == [
        ("3", "3", "person"), ("5명", "5", "person"), ("20", "20", "thing"), ("30건", "30", "thing"),
    ]  # fmt: skip
    assert [unit for _, _, unit in _read("We ranked 3rd on the 3rd day.")] == ["rank", "ordinal"]
    assert _read("from 52 hours to 9")[1] == ("9", "9", "hour")
    assert [unit for _, _, unit in _read("2019년 10월 21일, 2019-06-02")] == ["calendar", "date", "date"] * 2


def test_every_unit_can_be_found_behind_a_number() -> None:
    found = {match.lastgroup for text in _UNIT_TEXTS for match in [BEHIND.match(text)] if match}
    assert found == set(UNITS)


_UNIT_TEXTS = (
    "%p", "%", "명", "위", "점", "배", "분기", "학기", "학년", "번째", "살", "대", "개월", "월", "주", "시간", "시",
    "분", "초", "년", "일", "원",
    "달러", "번", "개", "곳", "팀", "쪽", "장", "권", "편", "ms", "KB", "MB", "GB", "TB", "km", "m", "cm", "mm", "kg",
    "g", "톤", "℃",
)  # fmt: skip


@given(st.text(st.characters(), max_size=60) | st.text("0123456789,.%만천억명위 /-:분의한두three", max_size=40))
def test_no_text_is_too_odd(text: str) -> None:
    places = [(one.start, one.end) for one in quantities(text)]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert places == sorted(places)
    assert all(end <= start for (_, end), (start, _) in pairwise(places))
