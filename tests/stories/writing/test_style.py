"""A note becomes polite Korean only where that is certain: its end, and the words for oneself, and nothing else."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as some

from stories.writing.style import Styled, polite
from stories.writing.style.plain import from_plain
from stories.writing.style.words import pairs, table
from tests.stories.writing.odd_texts import odd_texts
from tests.stories.writing.sentence_ends import CERTAIN, HUMBLE, LEFT, NOT_ONESELF, POLITE

VERBS = """
가다 나가다 나아가다 만나다 일어나다 바라다 자라다 사다 자다 잠자다 차다 타다 보내다
해내다 지내다 배우다 싸우다 채우다 세우다 키우다 나누다 다루다 이루다 미루다 바꾸다
가꾸다 꿈꾸다 주다 보여주다 추다 멈추다 갖추다 맞추다 던지다 가지다 만지다 이어지다
나아지다 느끼다 즐기다 이기다 옮기다 남기다 맡기다 고치다 마치다 가르치다 펼치다 합치다
거치다 올리다 내리다 그리다 기다리다 살리다 알리다 견디다 다니다 지니다 마시다 꾸미다
누비다 지키다 익히다 밝히다 넓히다 굳히다 보이다 쓰이다 모이다 줄이다 높이다 붙이다
기울이다 움직이다 받아들이다 끌어들이다 보다 해보다 돌보다 오다 나오다 쏘다 서다 나서다
일어서다 앞서다 건너다 켜다 펴다 베다 세다 건네다 부르다 흐르다 따르다 고르다 오르다
쓰다 뜨다 끄다 담그다 잠그다 되다 뵈다 쉬다 뛰다 바뀌다 사귀다 먹다 읽다 찾다 얻다
받다 쌓다 잡다 뽑다 돕다 듣다 걷다 짓다 낳다 만들다 이끌다 알다 풀다 열다 하다
개발하다 도전하다 성장하다 설치다 망치다 다투다 기대다 시키다 일구다 부수다 이러다 그러다
없애다 보태다 설레다 여위다 야위다
"""
ALL = [*CERTAIN, *CERTAIN.values(), *LEFT, *POLITE, *HUMBLE, *HUMBLE.values(), *NOT_ONESELF]
ONESELF = (
    "나는 ",
    "내 ",
    "내가 ",
    "나에게 ",
    ", 나는 ",
    "그래서 나는 ",
    "나를 ",
    "내게 ",
    "팀 내 ",
    "제가 ",
    "'",
    "“",
    "”",
)
TEXTS = some.lists(some.sampled_from(ONESELF) | some.text(max_size=6), max_size=6).map("".join)


def test_the_table_of_real_sentence_ends_is_large() -> None:
    assert len(CERTAIN) + len(LEFT) + len(POLITE) >= 150
    assert len(LEFT) >= 50


@pytest.mark.parametrize("note", CERTAIN)
def test_a_note_becomes_polite_where_that_is_certain(note: str) -> None:
    assert polite(note) == Styled(CERTAIN[note], certain=True, changed=True)


@pytest.mark.parametrize("note", LEFT)
def test_a_sentence_is_left_as_it_is_and_marked_where_the_change_is_not_certain(note: str) -> None:
    assert polite(note) == Styled(note, certain=False, changed=False)


@pytest.mark.parametrize("sentence", POLITE)
def test_what_is_polite_or_english_stays_as_it_is(sentence: str) -> None:
    assert polite(sentence) == Styled(sentence, certain=True, changed=False)


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("모델을 학습시켰습니다", "모델을 학습시켰습니다."),
        ("정말 재미있었어요 ", "정말 재미있었어요."),
        ("공부하고 있습니다(2019년 10월 21일)", "공부하고 있습니다(2019년 10월 21일)."),
        ("정말 즐거웠습니다~", "정말 즐거웠습니다~"),
        ("정말 즐거웠습니다 😀", "정말 즐거웠습니다 😀"),
        ("잘 될 수 있을까요", "잘 될 수 있을까요"),
        ("We shipped it", "We shipped it"),
    ],
)
def test_a_full_stop_is_added_to_certain_korean_without_an_end_mark(note: str, text: str) -> None:
    assert polite(note).text == text


@pytest.mark.parametrize("sentence", ALL)
def test_a_second_pass_changes_nothing_more(sentence: str) -> None:
    once = polite(sentence)
    assert polite(once.text) == Styled(once.text, once.certain, changed=False)


@pytest.mark.parametrize("sentence", HUMBLE)
def test_words_for_oneself_go_with_a_polite_ending(sentence: str) -> None:
    assert polite(sentence) == Styled(HUMBLE[sentence], certain=True, changed=True)


@pytest.mark.parametrize("sentence", NOT_ONESELF)
def test_what_may_be_another_word_or_was_said_by_another_stays(sentence: str) -> None:
    assert polite(sentence).text == sentence


@given(before=TEXTS, ending=some.sampled_from(ALL), after=some.text(max_size=8))
def test_a_second_pass_changes_nothing_more_in_any_text(before: str, ending: str, after: str) -> None:
    once = polite(before + ending + after)
    again = polite(once.text)
    assert (again.text, again.certain) == (once.text, once.certain)


@given(before=TEXTS, ending=some.sampled_from(ALL), after=some.text(max_size=8))
def test_only_oneself_and_the_last_word_change_and_no_digit_or_latin_letter(
    before: str, ending: str, after: str
) -> None:
    sentence = before + ending + after
    styled = polite(sentence)
    assert styled.changed == (styled.text != sentence)
    assert styled.certain or not styled.changed
    assert re.findall("[0-9A-Za-z]+", styled.text) == re.findall("[0-9A-Za-z]+", sentence)
    assert _kept_words(_oneself(sentence).split(), _oneself(styled.text).split()) >= len(sentence.split()) - 1


def _oneself(text: str) -> str:
    """Return the text with one spelling for the words for oneself."""
    return text.replace("저", "나").replace("제", "내")


def _kept_words(old: list[str], new: list[str]) -> int:
    """Count the words that are the same at the start and, but for an added full stop, at the end."""
    start = next((place for place, (one, two) in enumerate(zip(old, new, strict=False)) if one != two), len(old))
    backwards = list(zip(reversed(old[start:]), reversed(new[start:]), strict=False))
    return start + next(
        (place for place, (one, two) in enumerate(backwards) if two not in (one, one + ".")), len(backwards)
    )


@pytest.mark.parametrize("quoted", ["'해 보자. 했다'라고 말했다", '"무조건 된다"라는 말을 들었음'])
def test_a_quotation_inside_stays_as_it_was_said(quoted: str) -> None:
    assert quoted.rsplit(maxsplit=1)[0] in polite(quoted).text


def test_dictionary_forms_of_verbs_are_never_taken_for_sentences() -> None:
    verbs = VERBS.split()
    assert len(verbs) > 100
    assert [verb for verb in verbs if from_plain(verb, "끝까지 ") is not None] == []


def test_no_word_stands_in_two_tables_that_say_different_things() -> None:
    states = table("states") | table("predicates")
    assert states
    assert states & (table("actions") | table("either") | table("short_actions")) == frozenset()
    assert table("acted_nouns") <= set(pairs("acted"))
    assert table("containers") & table("either") == frozenset()


def test_any_text_is_styled_quickly_and_raises_nothing() -> None:
    for text in odd_texts(2_000, seed=7):
        polite(text)
    started = time.perf_counter()
    long = ["했음" * 50_000, "(" * 100_000, "했음" + ")" * 100_000, "했음" + "." * 100_000, "가 " * 50_000]
    long += ["\ud800" * 100_000, "a" * 100_000 + " 사용함", "9" * 100_000 + "위다", "을 " * 50_000 + "사용함"]
    long += ["나를 '가' 했습니다 " * 8_000, "나는, " * 20_000 + "했다", "<" * 100_000 + "했다", "내 " * 50_000 + "했다"]
    for text in [*long, "을" + " " * 100_000 + "높다", "(가)" * 30_000 + "했다"]:
        polite(text)
    assert time.perf_counter() - started < 3
