"""A long item of a form is understood by its core: what only instructs is off, what is asked stays."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stories.matching.cores import LEAST_LETTERS, core, sentences
from stories.matching.understanding import understand
from stories.matching.vocabulary import bank_vocabulary

FORMS = [
    ("1. 지원 동기를 쓰시오. (1,000자 이내, 공백 포함)", "지원 동기를 쓰시오."),
    ("문항 2. 갈등을 푼 경험 [500자 내외]", "갈등을 푼 경험"),
    ("질문3) 갈등을 푼 경험【필수】", "갈등을 푼 경험"),
    ("Q1. 갈등을 푼 경험（선택사항）", "갈등을 푼 경험"),
    ("1-2. 갈등을 푼 경험", "갈등을 푼 경험"),
    ("(3) 갈등을 푼 경험", "갈등을 푼 경험"),
    ("500~800자로 갈등을 푼 경험을 쓰시오.", "갈등을 푼 경험을 쓰시오."),
    ("갈등을 푼 경험을 1000자 이내로 쓰시오.", "갈등을 푼 경험을 쓰시오."),
    ("갈등을 푼 경험을 최소 300자 이상, 최대 2,000 Bytes 이하로 쓰시오.", "갈등을 푼 경험을 , 쓰시오."),
    ("핵심을 요약 700자로 쓰시오.", "핵심을 요약 쓰시오."),
    ("갈등을 푼 경험을 쓰시오.\n※ 다른 회사의 이름을 쓰면 불이익이 있습니다.", "갈등을 푼 경험을 쓰시오."),
    ("* 공백 포함\n갈등을 푼 경험", "갈등을 푼 경험"),
    ("Describe a failure. Maximum 200 words", "Describe a failure."),
    ("Describe a failure (max. 300 words).", "Describe a failure ."),
    ("Describe a failure [required] (up to 1500 characters incl. spaces)", "Describe a failure"),
    ("2) Describe a failure in 250 words or less", "Describe a failure"),
    ("In no more than 200 words, describe a failure", "In , describe a failure"),
]  # fmt: skip
WHOLE = [
    "가장 어려웠던 도전은?",
    "0.065%를 찾은 이야기",
    "3.5배 빨라진 까닭은?",
    "1:1 멘토링 경험",
    "3-way 핸드셰이크",
    "2019년 대회에서 4만 명의 기록을 보았다",
    "다섯 글자로, 아니 5글자로 자신을 소개해 주세요",
    "Describe yourself in 3 words",
    "친구들이 (부모님도) 뭐라고 하나요?",
    "80/20 rule, 24/7 on call",
]
ODD = st.text("0123456789,.()[]【】~-자글 \n공백포함필수wordsmaxQ1※*가나다니다.?！")


@pytest.mark.parametrize(("item", "asked"), FORMS)
def test_what_a_form_only_instructs_is_taken_off(item: str, asked: str) -> None:
    assert " ".join(core(item).split()) == asked


@pytest.mark.parametrize("question", WHOLE)
def test_a_number_or_a_bracket_that_belongs_to_the_question_stays(question: str) -> None:
    assert core(question) == question


@pytest.mark.parametrize("item", [item for item, _ in FORMS[1:9]])
def test_an_item_of_a_form_is_understood_like_the_bare_question(item: str) -> None:
    words = bank_vocabulary()
    bare, formed = understand("갈등을 푼 경험을 쓰시오", words), understand(item, words)
    assert formed.main_competency == bare.main_competency == "conflict"
    assert formed.kind == bare.kind == "story"


@pytest.mark.parametrize("text", ["1,000자 이내", "Maximum 200 words", "※ 공백 포함", "1.", "(필수)", "500자 600자"])
def test_a_text_of_nothing_but_instructions_stays_as_it_is(text: str) -> None:
    assert core(text).strip("※ ") == text.strip("※ ")


@given(st.one_of(ODD, st.text()))
def test_nothing_that_has_letters_becomes_empty(text: str) -> None:
    assert any(map(str.isalnum, core(text))) == any(map(str.isalnum, text))


@given(st.one_of(ODD, st.text()))
def test_a_core_and_its_sentences_hold_only_letters_of_the_text_in_their_order(text: str) -> None:
    letters = iter(text)
    assert all(letter in letters for letter in core(text) if letter.isalnum())
    pieces = sentences(text)
    assert len(set(pieces)) == len(pieces)
    assert all(piece in text and piece == piece.strip() for piece in pieces)
    assert all(sum(map(str.isalnum, piece)) >= LEAST_LETTERS for piece in pieces)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("무엇을 했나요? 그래서 무엇을 배웠나요?", ["무엇을 했나요?", "그래서 무엇을 배웠나요?"]),
        ("경험을 쓰시오 그리고 결과도 쓰시오", ["경험을 쓰시오", "그리고 결과도 쓰시오"]),
        ("첫째 질문입니다\n\n둘째 질문입니다", ["첫째 질문입니다", "둘째 질문입니다"]),
        ("What did you do? And why?", ["What did you do?", "And why?"]),
        ("정확도 0.93은 어떻게?", ["정확도 0.93은 어떻게?"]),
        ("왜요? 왜요? 갈등을 풀었나요? 갈등을 풀었나요?", ["갈등을 풀었나요?"]),
        ("", []),
        ("네.", []),
    ],
)
def test_sentences_stand_apart_each_once(text: str, found: list[str]) -> None:
    assert sentences(text) == found


NORMAL = "1. 갈등을 푼 경험을 상황과 행동이 드러나게 쓰시오. (1,000자 이내, 공백 포함)\n"
HARD = [
    "(",
    "1",
    "1자",
    "(11자",
    "(11자 ",
    "[공백",
    "1~",
    "10~10 ",
    " ",
    "\n",
    ". ",
    "니다 ",
    "문항 1",
    "-",
    "최대 ",
    "가",
]


@pytest.mark.parametrize("piece", [*HARD, "mixed"])
def test_two_thousand_odd_characters_take_no_longer_than_many_usual_ones(piece: str) -> None:
    mixed = "".join(random.Random(3).choices(HARD, k=2000))
    odd = (mixed if piece == "mixed" else piece * 2000)[:2000]
    usual = (NORMAL * 2000)[:2000]

    def seconds(text: str) -> float:
        start = time.process_time()
        sentences(core(text))
        return time.process_time() - start

    assert min(seconds(odd) for _ in range(3)) < 0.005 + 30 * min(seconds(usual) for _ in range(3))
