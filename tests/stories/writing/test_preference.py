"""Which sentences are preferred: with a number, in the first person, with a claim that stands."""

import pytest

from stories.figures import has_number
from stories.writing.preference import first_person, leans, preference


@pytest.mark.parametrize(
    "sentence",
    ["10위를 했다.", "0.065%를 보았다.", "1,200건을 읽었다.", "데이터를 2 stage로 모았다.", "It took 3 hours."],
)
def test_a_number_is_seen(sentence: str) -> None:
    assert has_number(sentence)


@pytest.mark.parametrize(
    "sentence",
    ["seq2seq를 썼다.", "2019년 10월 21일에 시작했다.", "2023-02-19에 냈다.", "ResNet50을 썼다.", "많이 늘었다."],
)
def test_dates_and_names_are_no_numbers(sentence: str) -> None:
    assert not has_number(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "제가 맡았습니다.",
        "그때 저는 말했다.",
        "제 생각을 적었다.",
        "직접 구현했다.",
        "혼자 남아 고쳤다.",
        "I wrote it.",
        "It was my idea.",
    ],
)
def test_the_first_person_is_seen(sentence: str) -> None:
    assert first_person(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "우리는 했다.",
        "문제가 있었다.",
        "제 3회 대회였다.",
        "간접 효과",
        "We did it.",
        "AI로 했다.",
        "I/O가 느렸다.",
        "신나는 일이었다.",
    ],
)
def test_others_are_not_the_first_person(sentence: str) -> None:
    assert not first_person(sentence)


@pytest.mark.parametrize(
    "sentence",
    ["이때 알았다.", "그 결과 줄었다.", "하지만 늦었다.", "특히 어려웠다.", "However, it failed.", "이를 고쳤다."],
)
def test_a_sentence_that_points_back_leans(sentence: str) -> None:
    assert leans(sentence)


@pytest.mark.parametrize(
    "sentence", ["이탈을 막았다.", "그림을 그렸다.", "제가 했다.", "Itself a test.", "이론을 배웠다."]
)
def test_other_sentences_stand_alone(sentence: str) -> None:
    assert not leans(sentence)


def test_what_is_preferred_is_worth_more_and_what_is_doubted_less() -> None:
    plain, doubted = preference("화면을 고쳤다."), preference("화면을 고쳤다.", unconfirmed=True)
    numbered, own = preference("화면 3개를 고쳤다."), preference("제가 화면을 고쳤다.")
    assert 0 < doubted < plain < min(numbered, own)
    assert (
        preference("제가 화면 3개를 고쳤다.", supported=True)
        > preference("제가 화면 3개를 고쳤다.")
        > max(numbered, own)
    )
