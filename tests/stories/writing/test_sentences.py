"""A text of notes or of finished answers falls into its sentences, each with its place."""

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from stories.writing.sentences import sentences
from tests.stories.writing.odd_texts import PIECES, odd_texts

SAMPLES = Path(__file__).parents[3] / "samples"
OUTSIDE = re.compile(
    r"^(?:\W|_|[①-⑳]|\d{1,2}(?:[.-]\d{1,2})*[.)](?=\s|$)|\(\d{1,2}\)|\[(?:\d{1,2}|[xX])\]|[가-하][.)](?=\s|$)"
    r"|[A-Za-z]\)(?=\s|$)|[QA]\d{0,2}[.:)](?=\s|$))*"
)
MARKS = [
    ". ",
    "! ",
    "? ",
    "… ",
    ".",
    "\n",
    "- ",
    "• ",
    "1. ",
    "2) ",
    "=> ",
    "했다",
    "습니다",
    "음",
    "e.g. ",
    "3.5",
    "U.S. ",
]
MARKS += ['"', "'", "(", ")", "”", "저는 ", "The ", "라고 ", "# ", "Q1. ", "2019. 10. 21. ", *PIECES]


def texts(text: str) -> list[str]:
    return [sentence.text for sentence in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # line ends and marks
        ("데이터를 합쳤다\n모델을 만들었다", ["데이터를 합쳤다", "모델을 만들었다"]),
        ("데이터를 합쳤다.\r\n\r\n모델을 만들었다.\u2028끝", ["데이터를 합쳤다.", "모델을 만들었다.", "끝"]),
        ("처음에는 실패했습니다. 그래서 다시 했습니다!", ["처음에는 실패했습니다.", "그래서 다시 했습니다!"]),
        ("왜 그랬을까? 시간이 없었다。 그래도 끝냈다！", ["왜 그랬을까?", "시간이 없었다。", "그래도 끝냈다！"]),
        ("정말?! 그랬다… 끝", ["정말?!", "그랬다…", "끝"]),
        ("We failed. Then we tried again.", ["We failed.", "Then we tried again."]),
        ("한다.그런데 어려웠다.", ["한다.", "그런데 어려웠다."]),
        # numbers, dates, versions, names with dots
        ("매출의 11%는 0.065%가 냈다. 점수는 3.5점이다.", ["매출의 11%는 0.065%가 냈다.", "점수는 3.5점이다."]),
        ("정확도는 0.92. 이후 올랐다.", ["정확도는 0.92.", "이후 올랐다."]),
        ("2019.10.21 면접을 봤다. 2019. 10. 21. 에 썼다.", ["2019.10.21 면접을 봤다.", "2019. 10. 21. 에 썼다."]),
        ("2019.10.21. 에 냈다. 2020.03. 까지였다.", ["2019.10.21. 에 냈다.", "2020.03. 까지였다."]),
        ("이유는 둘이다. 1. 시간이 없었다.", ["이유는 둘이다.", "1. 시간이 없었다."]),
        ("10. 21. 면접을 봤다", ["10. 21. 면접을 봤다"]),
        ("단계는 1. 수집 2. 전처리다. 끝", ["단계는 1. 수집 2. 전처리다.", "끝"]),
        ("v1.2를 last.fm과 train.py로 만들었다.", ["v1.2를 last.fm과 train.py로 만들었다."]),
        ("https://a.kr/b.html?x=1.5 를 봤다. 좋았다.", ["https://a.kr/b.html?x=1.5 를 봤다.", "좋았다."]),
        ("It grew to 85. Then it fell.", ["It grew to 85.", "Then it fell."]),
        # abbreviations
        ("We used tools, e.g. Spark, i.e. a lot.", ["We used tools, e.g. Spark, i.e. a lot."]),
        ("Dr. Kim of Acme Inc. led it vs. us.", ["Dr. Kim of Acme Inc. led it vs. us."]),
        ("I studied in the U.S. for a year. See No. 3.", ["I studied in the U.S. for a year.", "See No. 3."]),
        ("I worked at Acme Inc. The team was small.", ["I worked at Acme Inc.", "The team was small."]),
        ("Python, SQL, etc. 를 썼다.", ["Python, SQL, etc. 를 썼다."]),
        ("Nor did I. Then J. Park came.", ["Nor did I.", "Then J. Park came."]),
        # ellipses
        ("음... 그런데 했다", ["음... 그런데 했다"]),
        ("연관이 있고.. - 이정도까지만 말했다", ["연관이 있고.. - 이정도까지만 말했다"]),
        ("빨리 끝내야겠다.... 그러면서 정리하자", ["빨리 끝내야겠다....", "그러면서 정리하자"]),
        ("이야기했음..", ["이야기했음.."]),
        # quotes and brackets
        ('그는 "끝났다." 라고 말했다. 끝', ['그는 "끝났다." 라고 말했다.', "끝"]),
        ("'해 보자. 할 수 있다.'라고 믿었다. 끝", ["'해 보자. 할 수 있다.'라고 믿었다.", "끝"]),
        ("“왜 그럴까?” 하는 생각이 들었다.", ["“왜 그럴까?” 하는 생각이 들었다."]),
        ("할 수 있을까? 라는 질문이었다.", ["할 수 있을까? 라는 질문이었다."]),
        ("He said “No.” Then he left.", ["He said “No.”", "Then he left."]),
        ("참여하고 있다(2019. 10. 21.). 끝", ["참여하고 있다(2019. 10. 21.).", "끝"]),
        ("(정말 좋았다.) 그리고 끝났다.", ["(정말 좋았다.)", "그리고 끝났다."]),
        ("안전성 확보 (없다면 실패다! 정말.) 와 해석력", ["안전성 확보 (없다면 실패다! 정말.) 와 해석력"]),
        ("I don't know. It's the users' data. Fine.", ["I don't know.", "It's the users' data.", "Fine."]),
        # Korean without a full stop: only where that is certain
        (
            "안녕하세요 저는 분석가입니다 그리고 개발자입니다",
            ["안녕하세요", "저는 분석가입니다", "그리고 개발자입니다"],
        ),
        ("데이터가 중요하다 생각했다", ["데이터가 중요하다 생각했다"]),
        ("감사합니다 라는 말을 들었다", ["감사합니다 라는 말을 들었다"]),
        ("pose를 estimation함 => landmark로 평가", ["pose를 estimation함", "landmark로 평가"]),
        ("null => 0 으로 바꿨다", ["null => 0 으로 바꿨다"]),
        # bullets and numbering
        ("- 데이터\n  • 모델\n=> 결과\n> 인용\n-붙임", ["데이터", "모델", "결과", "인용", "붙임"]),
        ("1. 동기\n2) 과정\n(3) 결과\n① 배움\n가. 처음\n1.1. 세부", ["동기", "과정", "결과", "배움", "처음", "세부"]),
        ("### 1. 자소서\n[x] 제출\nQ1. 동기는?\nA. 없다.", ["자소서", "제출", "동기는?", "없다."]),
        ("-5도였다\n3명이 했다\n2.5배가 됐다", ["-5도였다", "3명이 했다", "2.5배가 됐다"]),
        ("끝났다. - 그리고 시작했다.", ["끝났다.", "그리고 시작했다."]),
        # nothing
        ("", []),
        (" \n\t\n---\n- \n1.\n...\n😀", []),
        ("좋았다. 😀", ["좋았다."]),
    ],
)
def test_a_text_falls_into_its_sentences(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_the_sample_stories_fall_into_one_sentence_for_each_full_stop() -> None:
    found = [path.read_text(encoding="utf-8") for path in SAMPLES.rglob("stories/*.yaml")]
    assert len(found) > 5
    for text in found:
        for line in text.splitlines():
            if re.fullmatch(r"  [^.]*다\.", line):
                assert texts(line) == [line.strip()]


@given(some.lists(some.sampled_from(MARKS), max_size=30).map("".join) | some.text(max_size=60))
def test_every_letter_and_digit_stands_in_exactly_one_sentence_but_for_numbering(text: str) -> None:
    end = 0
    for sentence in sentences(text):
        assert sentence.text == text[sentence.start : sentence.end] == sentence.text.strip()
        assert any(letter.isalnum() for letter in sentence.text)
        assert "\n" not in sentence.text
        assert not [letter for letter in _without_numbering(text, end, sentence.start) if letter.isalnum()]
        end = sentence.end
    assert not [letter for letter in _without_numbering(text, end, len(text)) if letter.isalnum()]


def _without_numbering(text: str, start: int, end: int) -> str:
    """Return what lies between two sentences, without the numbering at the start of its lines."""
    lines = text[start:end].splitlines()
    first = [] if start and text[start - 1 : start] not in "\n\r" and lines else [""]
    kept = lines[: 1 - len(first)] + [OUTSIDE.sub("", line) for line in lines[1 - len(first) :]]
    return "".join(kept)


@given(some.text(alphabet="뭐이음했 .!?…\n", max_size=60))
def test_a_sentence_is_not_split_again(text: str) -> None:
    for sentence in sentences(text):
        assert texts(sentence.text) == [sentence.text]


def test_any_text_is_split_quickly_and_raises_nothing() -> None:
    for text in odd_texts(2_000, seed=5):
        sentences(text)
    long = [
        "a. ",
        "다. ",
        "(",
        '"',
        "'a",
        "- ",
        "1. ",
        " ",
        ".",
        ". ",
        "1.1",
        "함 => ",
        "니다 저는 ",
        "\ud800",
        "1-",
        "“",
        "!)",
    ]
    started = time.perf_counter()
    for piece in long:
        sentences(piece * (30_000 // len(piece)))
    sentences("니다" + " " * 30_000)
    sentences(("함" + " " * 3_000) * 10)
    assert time.perf_counter() - started < 5


@pytest.mark.parametrize("mark", [".", "!", "?!", "…"])
@pytest.mark.parametrize("closing", ["", ")", '"'])
@pytest.mark.parametrize("behind", ["X", "가", "X. 끝"])
def test_a_long_row_of_marks_before_a_letter_is_passed_over_once(mark: str, closing: str, behind: str) -> None:
    row = mark * 10_000 + closing * 100
    started = time.perf_counter()
    assert "".join(texts(row + behind)).endswith(behind[-1])
    assert time.perf_counter() - started < 0.5


def test_a_row_of_marks_ends_one_sentence_with_all_of_them() -> None:
    assert texts("정말 그랬다?!?! 그다음은 달랐다!!!) 끝") == ["정말 그랬다?!?!", "그다음은 달랐다!!!)", "끝"]
    assert texts("X...X. Then it ended.") == ["X...X.", "Then it ended."]
