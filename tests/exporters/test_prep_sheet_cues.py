"""Short lines from long texts: whole sentences, the numbers kept, and no number ever cut in two."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporters.numbers import marked
from exporters.sheet.cues import cue_lines, lines_of, sentences, shortened, tidy, width
from tests.exporters.building import cleaned, hostile_text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("갔다. 왔다.", ["갔다.", "왔다."]),
        ("한 줄\n두 줄\n\n셋", ["한 줄", "두 줄", "셋"]),
        ("2019. 10. 21. 면접을 봤다. 끝.", ["2019. 10. 21. 면접을 봤다.", "끝."]),
        ("1. EDA를 했다. 2. 끝냈다.", ["1. EDA를 했다.", "2. 끝냈다."]),
        ("It fell to 0.34. We won!", ["It fell to 0.34.", "We won!"]),
        ("Tools, e.g. Spark, helped. Dr. K said so.", ["Tools, e.g. Spark, helped.", "Dr. K said so."]),
        ("last.fm을 썼다... 그래서 0.5%다.", ["last.fm을 썼다... 그래서 0.5%다."]),
        ("“좋다.” 그가 말했다.", ["“좋다.”", "그가 말했다."]),
        ("   ", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, found: list[str]):
    assert list(sentences(text)) == found


@given(hostile_text)
def test_sentences_lose_no_word(text: str):
    assert " ".join(sentences(text)).split() == " ".join(lines_of(text)).split()


def test_lines_with_a_number_are_kept_before_the_others():
    assert cue_lines("첫째다. 둘째다. 셋째는 10위다. 넷째다.", 2) == ("첫째다.", "셋째는 10위다. …")


def test_nothing_marks_a_text_that_is_there_whole():
    assert cue_lines("첫째다. 둘째다.", 2) == ("첫째다.", "둘째다.")


@given(st.text(max_size=400), st.integers(min_value=4, max_value=200))
def test_a_shortened_text_fits_and_says_that_it_is_shortened(text: str, limit: int):
    short = shortened(text, limit)
    assert short == text or short.endswith("…")
    assert width(short) <= limit + 2


@given(st.integers(min_value=10**3, max_value=10**9), st.integers(min_value=1, max_value=60))
def test_a_number_is_never_cut_in_two(number: int, limit: int):
    text = f"매출의{number:,}명입니다{number}.{number}%"
    whole = re.findall(r"[\d.,]+", text)
    assert all(found in whole for found in re.findall(r"[\d.,]+", shortened(text, limit).rstrip("…")))


@given(hostile_text)
def test_one_line_of_text_is_cleaned_and_otherwise_kept(text: str):
    assert tidy(text) == cleaned(text)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("40000명의 data 중 0.065%의 사람이 매출의 11%를", "40000명|0.065%|11%"),
        ("40,000 명 4만 명 10위를 5주간 4가지의 12시마다", "40,000 명|4만 명|10위|5주간|4가지|12시"),
        ("-30% +1.5%p 3:1 1/3 20GB 300ms 10x $5,000 31st", "-30%|+1.5%p|3:1|1/3|20GB|300ms|10x|$5,000|31st"),
        ("2 분석, 100여 명", "2|100"),
        ("seq2seq GPT-4 EC2 K8s v1.2.3 last.fm", ""),
        ("2019년 10월 21일, 2019-10-21, 2019.10.21., 2019-06, 1 April, June 2019, May 3rd, 2020", ""),
    ],
)
def test_numbers_are_found_with_their_units_and_names_and_dates_are_not(text: str, numbers: str):
    assert "|".join(piece for piece, is_number in marked(text) if is_number) == numbers


@given(hostile_text)
def test_marking_numbers_changes_no_character(text: str):
    assert "".join(piece for piece, _ in marked(text)) == text
