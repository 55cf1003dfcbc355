"""An experience told without oneself, or without a number, is found."""

import re

import pytest

from stories.writing.checks.telling import LEAST_CHARACTERS, LEAST_ENGLISH
from tests.stories.writing.checks.drafts import (
    DRAFTS,
    ENGLISH_NURSE,
    ENGLISH_PRODUCT,
    PUBLIC,
    SALES,
    STRENGTHS,
    TEACHER,
    codes,
    marked,
    subject,
)

WE = (
    "우리는 지역 축제의 쓰레기를 40% 줄였습니다. 팀은 세 조로 나뉘어 동선을 조사했고, 저희는 분리 배출대의 "
    "위치를 바꾸었습니다. 우리 팀이 만든 안내판 덕분에 봉사자도 절반이면 충분했습니다. 함께 노력하면 어떤 문제도 "
    "해결할 수 있음을 배웠습니다."
)
ENGLISH_WE = (
    "We cut the waste of a local festival by 40%. Our team split into three groups and studied how people "
    "walked. We moved the bins and put up new signs. The team learned that small changes work."
)


@pytest.mark.parametrize("draft", [SALES, STRENGTHS], ids=lambda draft: draft.name)
def test_an_experience_in_which_only_we_act_is_found(draft) -> None:
    assert marked(subject(draft, WE), "we-only") == ["우리는"]
    assert marked(subject(draft, ENGLISH_WE), "we-only") == ["We"]


@pytest.mark.parametrize(
    "mine",
    [
        "저는 동선을 그렸습니다.",
        "제가 안내판을 썼습니다.",
        "제 역할은 설득이었습니다.",
        "내가 맡은 것은 조사였다.",
        "나는 조사했다.",
    ],
)
def test_one_word_of_oneself_is_enough(mine: str) -> None:
    assert codes(subject(SALES, f"{WE} {mine}"), "we-only") == []


@pytest.mark.parametrize("mine", ["I drew the map.", "That was my part.", "They asked me.", "I'd drawn the map."])
def test_one_english_word_of_oneself_is_enough(mine: str) -> None:
    assert codes(subject(SALES, f"{ENGLISH_WE} {mine}"), "we-only") == []


@pytest.mark.parametrize(
    "text",
    [
        "동선을 조사하고 분리 배출대의 위치를 바꾸었습니다. 그 결과 쓰레기가 40% 줄었습니다.",
        "우리는 세 조로 나뉘었습니다. 동선을 조사하고 안내판을 만들었습니다.",
        "우리나라의 축제를 조사했고 팀워크를 배웠으며 팀장을 도왔습니다. 우리말 안내판도 만들었습니다.",
    ],
)
def test_dropped_subjects_and_one_we_are_left_alone(text: str) -> None:
    assert codes(subject(SALES, text), "we-only") == []


def test_only_experiences_are_asked_for_oneself_and_a_number() -> None:
    assert codes(subject(PUBLIC, WE), "we-only") == []
    plain = re.sub(r"\d+", "여러", PUBLIC.text)
    assert codes(subject(PUBLIC, plain), "no-number") == []


NO_NUMBER = (
    "거래처의 불만을 줄이기 위해 주문서를 새로 만들었습니다. 납품이 늦어지는 까닭을 알아보니 수량을 손으로 옮겨 "
    "적는 과정에서 실수가 잦았습니다. 저는 창고와 사무실을 오가며 어떤 정보가 빠지는지 살폈고, 담당자와 "
    "이야기하며 꼭 필요한 항목만 남겼습니다. 처음에는 익숙하지 않다는 반응이 많았지만 사용법을 직접 설명하며 "
    "설득했습니다. 그 결과 실수가 크게 줄었고 거래처의 신뢰도 되찾았습니다. 작은 불편을 지나치지 않는 태도가 "
    "중요하다는 것을 배웠습니다. 앞으로도 현장의 목소리를 듣고 개선하는 사람이 되겠습니다."
)
ENGLISH_NO_NUMBER = (
    "I rebuilt the order form because customers complained about late deliveries. Quantities were copied by "
    "hand, and mistakes were common. I walked between the warehouse and the office, asked what was missing, and "
    "kept only what people needed. Colleagues were sceptical at the start, so I showed them how it worked and "
    "listened to what they disliked. Mistakes became rare and customers trusted us again. I learned that small "
    "annoyances deserve attention, and I want to keep improving what people use every day."
)


@pytest.mark.parametrize("text", [NO_NUMBER, ENGLISH_NO_NUMBER])
def test_a_long_experience_without_a_number_is_found(text: str) -> None:
    assert codes(subject(SALES, text), "no-number") == ["no-number"]
    assert marked(subject(SALES, text), "no-number") == [""]


@pytest.mark.parametrize(
    "date",
    [
        "2022년 3월의 일입니다.",
        "2021-05-03에 시작했습니다.",
        "3학년 2학기였습니다.",
        "5월 12일에 끝났습니다.",
        "오후 3시에 모였습니다.",
    ],
)
def test_a_date_is_no_number(date: str) -> None:
    assert codes(subject(SALES, f"{NO_NUMBER} {date}"), "no-number") == ["no-number"]


@pytest.mark.parametrize("name", ["GA4를 썼습니다.", "word2vec을 배웠습니다.", "I used GPT-2 and S3."])
def test_a_digit_in_a_name_is_no_number(name: str) -> None:
    assert codes(subject(SALES, f"{NO_NUMBER} {name}"), "no-number") == ["no-number"]


@pytest.mark.parametrize(
    "number",
    [
        "실수가 30% 줄었습니다.",
        "비용은 1.5배였습니다.",
        "두 배로 늘었습니다.",
        "세 번 시도했습니다.",
        "열 명이 함께했습니다.",
        "절반으로 줄었습니다.",
        "수십 건을 처리했습니다.",
        "첫 번째 성과였습니다.",
        "사흘 만에 끝냈습니다.",
        "12개월 동안 일했습니다.",
        "3년간 이어졌습니다.",
        "200ms로 줄였습니다.",
        "한 명도 빠지지 않았습니다.",
        "백 개를 팔았습니다.",
        "$300 saved.",
        "Twelve people came.",
        "Costs were halved.",
    ],
)
def test_any_number_is_one(number: str) -> None:
    assert codes(subject(SALES, f"{NO_NUMBER} {number}"), "no-number") == []


def test_a_short_answer_needs_no_number() -> None:
    for text, least in ((NO_NUMBER, LEAST_CHARACTERS), (ENGLISH_NO_NUMBER, LEAST_ENGLISH)):
        assert codes(subject(SALES, text[: least - 1]), "no-number") == []
        assert codes(subject(SALES, text[:least]), "no-number") == ["no-number"]


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft.name)
@pytest.mark.parametrize("check", ["we-only", "no-number"])
def test_clean_drafts_say_i_and_give_numbers(draft, check: str) -> None:
    assert codes(subject(draft), check) == []


def test_the_clean_drafts_speak_of_we_too() -> None:
    assert any("저희" in draft.text for draft in DRAFTS) and "we" in ENGLISH_PRODUCT.text and "us" in ENGLISH_NURSE.text
    assert "팀" in SALES.text or "반" in TEACHER.text
