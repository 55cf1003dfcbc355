"""What to cut first: the least that is lost, until the text is inside the limit."""

import random
import time
from collections.abc import Sequence
from typing import get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from stories.model.application import CountingRule
from stories.writing.count import as_counted, count
from stories.writing.cuts import Cut, cuts, without
from stories.writing.dispensable import CUT_REASONS, judged
from stories.writing.sentences import Sentence, sentences
from tests.stories.writing.odd_texts import PIECES

RULES: tuple[CountingRule, ...] = get_args(CountingRule)
KOREAN = (
    "데이터로 문제를 찾아 푸는 엔지니어가 되려고 지원했습니다. 최근 많은 기업이 디지털 전환을 추진하고 있습니다. "
    "데이터의 중요성은 날로 커지고 있습니다.\n대학에서 팀을 이루어 이탈 예측 대회에 나갔습니다. "
    "저는 40,000명의 데이터에서 0.065%의 사용자가 매출의 11%를 차지함을 찾았습니다. "
    "팀원들에게 편향을 설명하고 전처리 방법을 제안했습니다. 팀 분위기는 매우 좋았습니다. 그 결과 10위를 달성했습니다. "
    "저는 40,000명의 데이터에서 0.065%의 사용자가 매출의 11%를 차지한다는 점을 찾았습니다. "
    "정말 소중한 경험이었습니다.\n\n앞으로도 최선을 다하겠습니다."
)
ENGLISH = (
    "I find what moves the numbers in messy data. The market is changing quickly these days. "
    "Data is everywhere around us. I cut the nightly batch from 90 to 12 minutes. "
    "I cut our nightly batch from 90 to 12 minutes. The mood in the team was nice. It was a valuable experience. "
    "We won first place with it. I look forward to hearing from you."
)
REASONS = [
    (KOREAN, "최근 많은 기업이", "background"),
    (KOREAN, "데이터의 중요성은", "background"),
    (KOREAN, "저는 40,000명의 데이터에서 0.065%의 사용자가 매출의 11%를 차지함을", "detail"),
    (KOREAN, "저는 40,000명의 데이터에서 0.065%의 사용자가 매출의 11%를 차지한다는", "repeats"),
    (KOREAN, "팀원들에게 편향을", "detail"),
    (KOREAN, "팀 분위기는", "no-fact"),
    (KOREAN, "그 결과 10위를", "detail"),
    (KOREAN, "정말 소중한", "filler"),
    (KOREAN, "앞으로도 최선을", "filler"),
    (ENGLISH, "The market", "background"),
    (ENGLISH, "I cut the nightly", "detail"),
    (ENGLISH, "I cut our nightly", "repeats"),
    (ENGLISH, "The mood", "no-fact"),
    (ENGLISH, "It was a valuable", "filler"),
    (ENGLISH, "We won", "detail"),
    (ENGLISH, "I look forward", "filler"),
]
PARTS = [
    *(
        "저는 3명과 함께 10위를 했습니다. ",
        "저는 표를 만들었습니다. ",
        "앞으로도 최선을 다하겠습니다. ",
        "그래서 배웠습니다. ",
    ),
    *(
        "날씨가 좋았습니다.\n",
        "\n\n",
        "- ",
        "끝. ",
        "I built it. ",
        "정말 좋은 경험이었습니다! ",
        "[소제목]\n",
        "  ",
        "가",
        "A",
        "1) ",
    ),
]
TEXTS = st.lists(st.sampled_from(PARTS) | st.sampled_from(PIECES), max_size=40).map("".join)


def _order(text: str, limit: int, rule: CountingRule = "characters") -> list[str]:
    return [one.reason for one in cuts(text, limit, rule)]


@pytest.mark.parametrize(("text", "start", "reason"), REASONS)
def test_each_sentence_is_judged_by_what_is_lost_with_it(text: str, start: str, reason: str) -> None:
    (found,) = [one for one in judged(sentences(text)) if one.sentence.text.startswith(start)]
    assert found.reason == reason


def test_every_reason_is_given() -> None:
    assert {reason for *_, reason in REASONS} == set(CUT_REASONS)


@pytest.mark.parametrize("text", [KOREAN, ENGLISH], ids=["Korean", "English"])
def test_repetition_and_commonplaces_go_first_and_facts_last(text: str) -> None:
    order = _order(text, 60)
    assert set(order) == set(CUT_REASONS)
    assert [reason for place, reason in enumerate(order) if reason not in order[:place]] == list(CUT_REASONS)


@pytest.mark.parametrize(
    ("over", "reasons"),
    [(0, []), (1, ["filler"]), (30, ["repeats"]), (80, ["repeats", "filler", "filler"])],
)
def test_the_smallest_good_set_is_cut(over: int, reasons: list[str]) -> None:
    whole = count(KOREAN).characters
    found = cuts(KOREAN, whole - over, "characters")
    assert [one.reason for one in found] == reasons
    assert 0.85 * (whole - over) <= count(without(KOREAN, found)).characters <= whole - over


def test_no_paragraph_runs_into_the_next() -> None:
    text = (
        "첫 문장입니다. 둘째 문장은 3건입니다.\n\n앞으로도 최선을 다하겠습니다. 넷째는 4건입니다.\n다섯째는 5건입니다."
    )
    assert without(text, _cut(text, 1)) == text.replace(" 둘째 문장은 3건입니다.", "")
    assert without(text, _cut(text, 2)) == text.replace("앞으로도 최선을 다하겠습니다. ", "")
    assert without(text, _cut(text, 1, 2, 3)) == "첫 문장입니다.\n\n다섯째는 5건입니다."
    assert without(text, _cut(text, 2, 3, 4)) == "첫 문장입니다. 둘째 문장은 3건입니다."


def test_a_bullet_goes_with_its_sentence() -> None:
    text = "한 일입니다.\n- 표를 만들었습니다.\n- 날씨가 좋았습니다.\n- 10위를 했습니다.\n"
    assert without(text, _cut(text, 2)) == "한 일입니다.\n- 표를 만들었습니다.\n- 10위를 했습니다.\n"
    assert without(text, _cut(text, 1, 2, 3)) == "한 일입니다.\n"


def test_the_answer_below_a_headline_goes_last() -> None:
    text = (
        "[문제를 찾는 사람]\n저는 문제를 찾습니다. 저는 3일 만에 100건을 고쳤습니다. 저는 4일 만에 200건을 고쳤습니다."
    )
    first = sentences(text)[1]
    for limit in (25, 34):  # the second would be fuller with another sentence
        assert first not in [one.sentence for one in cuts(text, limit, "characters")]
    assert cuts(text, 20, "characters")[-1].sentence == first


def test_a_sentence_that_no_longer_stands_there_is_left_alone() -> None:
    chosen = cuts(KOREAN, 200, "characters")
    assert chosen
    assert without("다른 글입니다. 이 글은 그대로 남습니다.", chosen) == "다른 글입니다. 이 글은 그대로 남습니다."
    assert without(KOREAN, [Cut(Sentence("없는 문장.", 0, 6), 6, "detail")]) == KOREAN


@pytest.mark.parametrize("text", ["", " \n", "!!!", "문장 하나뿐인 글입니다."])
@pytest.mark.parametrize("limit", [-1, 0, 1, 1_000_000])
def test_a_text_without_a_second_sentence_has_nothing_to_cut(text: str, limit: int) -> None:
    assert cuts(text, limit, "characters") == ()
    assert without(text, ()) == text


@given(TEXTS, st.integers(0, 400), st.sampled_from(RULES))
@example("가. 나.\n\n다.", 4, "characters")
def test_the_text_is_inside_the_limit_whenever_its_first_sentence_allows(
    text: str, limit: int, rule: CountingRule
) -> None:
    found, all_sentences = cuts(text, limit, rule), sentences(as_counted(text))
    left = without(text, found)
    assert (found == ()) == (count(text).by(rule) <= limit or len(all_sentences) < 2)
    assert all_sentences[:1] == () or all_sentences[0] not in [one.sentence for one in found]
    assert count(left).by(rule) <= limit or len(found) == max(0, len(all_sentences) - 1)
    assert all(as_counted(text)[one.sentence.start : one.sentence.end] == one.sentence.text for one in found)


@given(TEXTS, st.data())
def test_a_cut_saves_what_it_says(text: str, data: st.DataObject) -> None:
    rule = data.draw(st.sampled_from(RULES))
    for one in cuts(text, 0, rule):
        assert count(text).by(rule) - count(without(text, [one])).by(rule) >= one.saves > 0


@given(st.lists(st.sampled_from(PARTS[:4]), min_size=2, max_size=30), st.integers(10, 300))
def test_nothing_is_cut_that_could_have_stayed(parts: list[str], limit: int) -> None:
    text = "".join(parts).rstrip()
    found = cuts(text, limit, "characters")
    for one in found:
        assert count(without(text, [other for other in found if other is not one])).characters > limit


def _answer(dice: random.Random, number: int) -> str:
    words = ["데이터를", "정리해", "모델을", "고쳤고", "팀과", "나누어", "결과를", "보았으며", "다시", "시험했습니다"]
    return " ".join(
        f"저는 {dice.randrange(10**6)}건의 {' '.join(dice.sample(words, dice.randrange(2, 9)))}." for _ in range(number)
    )


def test_as_much_as_possible_is_kept() -> None:
    dice = random.Random(4)
    for _ in range(50):
        text = _answer(dice, 40)
        limit = dice.randrange(300, count(text).characters)
        left = count(without(text, cuts(text, limit, "characters"))).characters
        assert 0.85 * limit <= left <= limit


def test_a_hundred_sentences_take_less_than_50_milliseconds() -> None:
    text = _answer(random.Random(5), 100)
    assert len(sentences(text)) == 100

    def seconds() -> float:
        start = time.process_time()
        assert cuts(text, 1000, "characters")
        return time.process_time() - start

    assert min(seconds() for _ in range(5)) < 0.05


@pytest.mark.parametrize("piece", ["가나. ", "가", ". ", "\n", "- ", "저는 3건을 했습니다. ", "“", "가나다\n\n"])
def test_a_hundred_thousand_characters_are_cut_in_a_moment(piece: str) -> None:
    text = (piece * 100_000)[:100_000]
    start = time.process_time()
    found: Sequence[Cut] = cuts(text, 1000, "characters")
    assert count(without(text, found)).characters <= 1000 or len(found) == max(0, len(sentences(text)) - 1)
    assert time.process_time() - start < 5


def _cut(text: str, *places: int) -> list[Cut]:
    found = sentences(text)
    return [Cut(found[place], 0, "detail") for place in places]
