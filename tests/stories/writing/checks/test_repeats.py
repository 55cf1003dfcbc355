"""Words, phrases and sentences that come again are found; the subject of an answer may be named often."""

import pytest

from stories.writing.checks.repeated_words import LEAST
from tests.stories.writing.checks.drafts import (
    BACKEND,
    DATA,
    DRAFTS,
    ENGLISH_NURSE,
    ENGLISH_PRODUCT,
    MARKETING,
    NURSE,
    SALES,
    TEACHER,
    codes,
    marked,
    subject,
    with_sentence,
)

CHECK = "repeats"


def _sentence(text: str, number: int) -> str:
    sentences = [one.strip() for one in text.replace("\n", " ").split(". ")]
    return sentences[number].rstrip(".") + "."


@pytest.mark.parametrize(
    "draft", [NURSE, MARKETING, BACKEND, TEACHER, DATA, SALES, ENGLISH_PRODUCT, ENGLISH_NURSE], ids=lambda one: one.name
)
@pytest.mark.parametrize("number", [0, 2, 3])
def test_a_sentence_that_comes_again_is_found_where_it_comes_again(draft, number: int) -> None:
    again = _sentence(draft.text, number)
    given = subject(draft, with_sentence(draft, again))
    assert marked(given, CHECK, "repeated-sentence") == [again]
    assert "repeated-phrase" not in codes(given, CHECK)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("작은 불편을 지나치지 않는 태도를 배웠습니다.", "작은 불편도 지나치지 않는 태도를 배웠습니다."),
        ("이를 통해 소통의 중요성을 깨달을 수 있었습니다.", "이를 통해 소통의 중요성을 깨닫게 되었습니다."),
        ("현장의 목소리를 듣는 사원이 되겠습니다.", "현장의 목소리를 듣는 사원이 되고 싶습니다."),
    ],
)
def test_a_sentence_that_nearly_comes_again_is_found(one: str, other: str) -> None:
    assert marked(subject(SALES, f"{one} {SALES.text} {other}"), CHECK, "repeated-sentence") == [other]


@pytest.mark.parametrize(
    "text",
    [
        "첫째, 고객의 말을 끝까지 듣겠습니다. 둘째, 동료의 일을 먼저 돕겠습니다. 셋째, 기록을 남기겠습니다.",
        "1학년 때는 회계를 배웠습니다. 2학년 때는 통계를 배웠습니다. 3학년 때는 마케팅을 배웠습니다.",
        "매출은 3월에 12% 늘었습니다. 매출은 4월에 18% 늘었습니다.",
        "감사합니다. 감사합니다.",
        "At the end of the shift I counted the stock. Nobody had told us that at the end of the month it changes.",
    ],
)
def test_parallel_and_short_sentences_are_left_alone(text: str) -> None:
    assert codes(subject(SALES, text), CHECK) == []


def test_a_phrase_of_five_words_that_comes_again_is_found_once_and_whole() -> None:
    phrase = "고객이 무엇을 불편해하는지 현장에서 직접 듣고 기록하는"
    text = f"저의 강점은 {phrase} 자세입니다. {SALES.text} 앞으로도 {phrase} 사원이 되겠습니다."
    given = subject(SALES, text)
    assert marked(given, CHECK) == [phrase]
    assert given.text.rfind(phrase) > given.text.find(phrase)


def test_four_words_may_come_again() -> None:
    phrase = "현장에서 직접 듣고 기록하는"
    text = f"저의 강점은 {phrase} 자세입니다. {SALES.text} 앞으로도 {phrase} 사원이 되겠습니다."
    assert codes(subject(SALES, text), CHECK) == []


@pytest.mark.parametrize(
    ("word", "sentences"),
    [
        (
            "노력",
            "저는 노력했습니다. 노력을 멈추지 않았고 노력하는 동료를 보며 더 노력하였습니다. 노력은 배신하지 않습니다.",
        ),
        ("열정", "열정을 가지고 일했습니다. 열정이 있으면 됩니다. 열정적인 태도로 열정을 다했습니다."),
        ("책임감", "책임감이 강합니다. 책임감을 가지고 임했고, 책임감으로 마쳤으며, 책임감은 저의 힘입니다."),
        ("열심히", "열심히 준비하고 열심히 배우고 열심히 일했습니다. 늘 열심히 했습니다."),
        ("passion", "My passion is service. With passion I work, with passion I learn, and passion leads me."),
        ("teamwork", "Teamwork matters. Through teamwork I learned teamwork, and teamwork wins."),
    ],
)
@pytest.mark.parametrize("draft", [NURSE, SALES], ids=lambda draft: draft.name)
def test_a_word_that_comes_too_often_is_found_in_all_its_forms(draft, word: str, sentences: str) -> None:
    given = subject(draft, with_sentence(draft, sentences))
    assert [one.casefold() for one in marked(given, CHECK, "repeated-word")] == [word]


def test_a_word_spread_over_the_answer_is_found() -> None:
    sentences = [one for one in SALES.text.replace("\n", " ").split(". ") if one]
    text = ". ".join(f"소중한 기회를 살려 {one}" if number % 2 else one for number, one in enumerate(sentences))
    assert "기회" in marked(subject(SALES, text + " 기회를 얻었고 기회가 되었습니다. 큰 기회였습니다."), CHECK)


def test_a_word_that_says_little_is_found_sooner() -> None:
    sentences = SALES.text.replace("\n", " ").split(". ")
    for word, expected in (("노력", ["노력"]), ("창고", [])):
        text = ". ".join(
            f"{word}에 관해 {one}" if number in (0, 2, 4, 6, 8) else one for number, one in enumerate(sentences)
        )
        assert marked(subject(SALES, text), CHECK, "repeated-word") == expected


def test_the_subject_of_the_answer_may_be_named_more_often() -> None:
    more = "주문서를 바꾸고 주문서를 나누어 주문서 한 장에 모았습니다. 주문서에 서명란도 두었습니다."
    text = f"{SALES.text} {more} 새 주문서와 옛 주문서를 견주기도 했습니다."
    assert text.count("주문서") > LEAST
    assert codes(subject(SALES, text, story={"title": "납품", "headline": "되돌렸다"}), CHECK) == ["repeated-word"]
    assert codes(subject(SALES, text, story={"title": "주문서 개선"}), CHECK) == []
    told = {"title": "납품", "action": "주문서를 고쳤다. 주문서를 나눴다. 주문서를 모았다."}
    assert codes(subject(SALES, text, story=told), CHECK) == []


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft.name)
def test_clean_drafts_repeat_nothing(draft) -> None:
    assert [(one, marked(subject(draft), CHECK)) for one in codes(subject(draft), CHECK)] == []
