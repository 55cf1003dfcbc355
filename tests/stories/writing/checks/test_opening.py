"""A first sentence that does not answer is found; one that does is left alone."""

import pytest

from tests.stories.writing.checks.drafts import (
    BACKEND,
    DATA,
    DRAFTS,
    ENGLISH_NURSE,
    ENGLISH_PRODUCT,
    HEADED,
    INTRODUCTION,
    PUBLIC,
    SALES,
    codes,
    marked,
    subject,
    with_sentence,
)

CHECK = "first-sentence"

FILLERS = [
    "안녕하세요, 영업 직무에 지원한 지원자입니다.",
    "안녕하십니까?",
    "우선 저는 이 경험을 말씀드리고 싶습니다.",
    "이 질문에 대해 많은 고민을 했습니다.",
    "질문에 답하기 전에 저를 소개하겠습니다.",
    "제가 실패를 극복한 경험에 대해 말씀드리겠습니다.",
    "지금부터 저의 경험을 소개하겠습니다.",
    "저는 평범한 가정에서 태어나 자랐습니다.",
    "부족하지만 제 경험을 적어 보겠습니다.",
    "제 이름은 한서윤입니다.",
    "글쎄, 어려운 물음입니다.",
]
ENGLISH_FILLERS = [
    "Hello, I am applying for this role.",
    "My name is Seoyun.",
    "To answer this question, I looked back.",
    "Let me tell you about a time at work.",
    "I would like to share an experience.",
    "First of all, thank you for reading.",
    "Thank you for the opportunity.",
]
BACKGROUNDS = [
    "2022년 여름, 저는 유통 회사에서 일하고 있었습니다.",
    "대학교 3학년 때 저는 학과 학생회에서 활동했습니다.",
    "작년에 저는 작은 가게에서 근무했습니다.",
    "인턴 시절 저는 본사 2층에서 근무했습니다.",
    "어릴 때부터 저는 운동을 좋아했습니다.",
    "평소 저는 산책을 즐깁니다.",
]
ENGLISH_BACKGROUNDS = [
    "In 2021, I was a student in my third year.",
    "Two years ago I worked on the fourth floor of a hospital.",
    "When I was younger, I loved the sea.",
]


@pytest.mark.parametrize("sentence", FILLERS)
def test_a_greeting_an_excuse_or_an_announcement_is_found(sentence: str) -> None:
    given = subject(SALES, with_sentence(SALES, sentence, "start"))
    assert codes(given, CHECK) == ["first-filler"]
    assert marked(given, CHECK) == [sentence]


@pytest.mark.parametrize("sentence", ENGLISH_FILLERS)
def test_an_english_greeting_or_announcement_is_found(sentence: str) -> None:
    assert codes(subject(ENGLISH_NURSE, with_sentence(ENGLISH_NURSE, sentence, "start")), CHECK) == ["first-filler"]


@pytest.mark.parametrize("sentence", BACKGROUNDS)
@pytest.mark.parametrize("draft", [SALES, BACKEND, DATA], ids=lambda draft: draft.name)
def test_a_first_sentence_of_background_is_found(draft, sentence: str) -> None:
    found = codes(subject(draft, with_sentence(draft, sentence, "start")), CHECK)
    assert found == ["first-background"]


@pytest.mark.parametrize("sentence", ENGLISH_BACKGROUNDS)
@pytest.mark.parametrize("draft", [ENGLISH_PRODUCT], ids=lambda draft: draft.name)
def test_a_first_english_sentence_of_background_is_found(draft, sentence: str) -> None:
    assert codes(subject(draft, with_sentence(draft, sentence, "start")), CHECK) == ["first-background"]


@pytest.mark.parametrize(
    ("draft", "sentence"),
    [
        (SALES, "저는 등산을 자주 갑니다."),
        (SALES, "요즘 날씨가 무척 덥습니다."),
        (DATA, "커피는 오전에 마시는 편입니다."),
        (PUBLIC, "어느 봄날 창밖을 보았습니다."),
        (PUBLIC, "저는 등산을 자주 갑니다."),
        (ENGLISH_NURSE, "The weather that autumn was mild."),
    ],
)
def test_a_first_sentence_on_something_else_is_found(draft, sentence: str) -> None:
    assert codes(subject(draft, with_sentence(draft, sentence, "start")), CHECK) == ["first-off"]


def test_a_long_first_sentence_is_found_from_one_character_over() -> None:
    start = "거래처를 되돌린 경험은 "
    for length, expected in ((120, []), (121, ["first-long"])):
        sentence = start + "가" * (length - len(start) - 1) + "."
        assert codes(subject(SALES, f"{sentence} {SALES.text}"), CHECK) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "대학교 3학년 때 학생회비 장부를 새로 만들어 잔액 오류를 없앴습니다.",
        "2022년 겨울, 납품 지연으로 거래처를 잃을 뻔했습니다.",
        "먼저 다가가는 태도로 거래처의 마음을 되돌렸습니다.",
        "우선순위를 정하는 습관이 저를 실패에서 꺼냈습니다.",
        "저의 가장 큰 실패는 수량을 한 자리 틀리게 적은 일입니다.",
        "실패를 숨기지 않는 것이 회복의 시작이었습니다.",
        "인턴 때 재고를 잘못 세어 손해를 낸 적이 있습니다. 그러나 사흘 만에 바로잡았습니다.",
        "이번 일을 겪으며 신뢰는 사흘 안에 결정된다는 것을 배웠습니다.",
        "사실을 먼저 말하는 것이 거래처를 지킨다고 믿습니다.",
    ],
)
def test_a_first_sentence_that_answers_is_left_alone(sentence: str) -> None:
    assert codes(subject(SALES, with_sentence(SALES, sentence, "start")), CHECK) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "A missed dressing taught me how to hand over.",
        "Last year I rebuilt our handover checklist.",
        "During my first month I disagreed with a colleague about handovers.",
        "The conflict started with a signature.",
    ],
)
def test_a_first_english_sentence_that_answers_is_left_alone(sentence: str) -> None:
    assert codes(subject(ENGLISH_NURSE, with_sentence(ENGLISH_NURSE, sentence, "start")), CHECK) == []


def test_a_self_introduction_may_greet() -> None:
    assert INTRODUCTION.text.startswith("안녕하세요")
    assert codes(subject(INTRODUCTION), CHECK) == []


@pytest.mark.parametrize(
    "headline", ["[사흘의 신뢰]\n", "<사흘의 신뢰>\n\n", "'사흘의 신뢰'\n", "사흘의 신뢰\n\n", "[사흘의 신뢰] "]
)
def test_a_headline_is_passed_over(headline: str) -> None:
    assert codes(subject(SALES, headline + SALES.text), CHECK) == []
    assert codes(subject(SALES, f"{headline}작년에 저는 작은 가게에서 근무했습니다."), CHECK) == []
    assert codes(subject(SALES, f"{headline}안녕하세요. {SALES.text}"), CHECK) == ["first-filler"]
    assert marked(subject(SALES, f"{headline}안녕하세요. {SALES.text}"), CHECK) == ["안녕하세요."]


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft.name)
def test_clean_drafts_begin_with_the_answer(draft) -> None:
    assert codes(subject(draft), CHECK) == []


@pytest.mark.parametrize("text", ["", " \n ", "[제목]", "…"])
def test_an_answer_without_a_sentence_is_left_alone(text: str) -> None:
    assert codes(subject(HEADED, text), CHECK) == []
