"""Every sentence of a draft is traced to the sentence of the files that it comes from, edited or not."""

import random
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from stories.files.library import read_library
from stories.model.story import Claim, FollowUp, Story
from stories.writing.origins import Origin, Passage, origins, outdated, passages
from stories.writing.sentences import sentences
from stories.writing.style import polite
from tests.stories.writing.odd_texts import odd_texts

STORY = Story(
    id="cafe",
    title="카페 아르바이트",
    headline="주문 실수를 한 달 만에 절반으로 줄였다",
    situation="점심마다 주문이 40건씩 몰려 음료가 자주 바뀌어 나갔다.\n단골손님이 두 번이나 그냥 돌아가는 것을 봤음",
    task="실수를 줄이는 것이 내 목표였다.",
    action="한 주 동안 잘못 나간 음료를 표에 적어 시간대별로 세었다. 컵에 번호를 붙이고 부르는 순서를 바꾸자고 제안함",
    result="실수가 하루 12건에서 6건으로 줄었다.",
    learned="눈으로 본 것보다 세어 본 것이 정확하다는 걸 배움",
    since_then="지금도 문제가 생기면 먼저 센다.",
    claims=[Claim(text="실수가 절반으로 줄었다", say_instead="한 달 동안 실수가 12건에서 6건이 되었다")],
    follow_ups=[FollowUp(question="왜 번호였나요?", answer="이름은 비슷한 손님이 많았다. 번호는 겹치지 않는다.")],
)
FOUND = passages(STORY)


def origin(sentence: str) -> Origin:
    (only,) = origins(sentence, FOUND)
    return only


def test_the_passages_are_the_sentences_of_all_texts_of_a_story() -> None:
    assert [passage.field for passage in FOUND] == [
        *("headline", "situation", "situation", "task", "action", "action", "result", "learned", "since_then"),
        *("claims", "claims", "follow_ups", "follow_ups"),
    ]
    assert FOUND[2] == Passage("cafe", "situation", "단골손님이 두 번이나 그냥 돌아가는 것을 봤음")
    assert FOUND[10] == Passage("cafe", "claims", "한 달 동안 실수가 12건에서 6건이 되었다")
    assert passages(Story(id="empty", title="제목만 있다")) == ()


@pytest.mark.parametrize("passage", FOUND, ids=lambda passage: passage.text)
def test_a_sentence_in_polite_style_is_the_same_as_the_note(passage: Passage) -> None:
    found = origin(polite(passage.text).text)
    assert found.passage == passage
    assert (found.alike, found.same) == (100.0, True)


def test_white_space_marks_case_and_decomposed_hangul_make_no_difference() -> None:
    found = origin(unicodedata.normalize("NFD", "실수가 하루  12건에서 “6건”으로 줄었습니다!"))
    assert found.same
    assert found.passage == Passage("cafe", "result", "실수가 하루 12건에서 6건으로 줄었다.")


def test_a_note_that_was_left_is_the_same_whatever_ending_it_was_given() -> None:
    found = (Passage("elice", "result", "데이터 챌린지에서 10위를 달성"),)
    (given_an_ending,) = origins("데이터 챌린지에서 10위를 달성했습니다.", found)
    assert given_an_ending.same
    (edited,) = origins("데이터 챌린지에서 12위를 달성했습니다.", found)
    assert edited.passage == found[0]
    assert not edited.same


@pytest.mark.parametrize(
    ("edited", "source"),
    [
        ("저는 일주일 동안 잘못 나간 음료를 표에 적고 시간대별로 세었습니다.", 4),
        ("주문 실수를 두 달 만에 절반으로 줄였습니다.", 0),
        ("그 결과 실수가 하루 12건에서 3건으로 크게 줄었습니다.", 6),
        ("컵마다 번호를 붙이고 부르는 순서도 바꾸자고 점장님께 제안했습니다.", 5),
        ("점심마다 주문이 40건씩 몰렸습니다.", 1),
        ("특히 단골손님이 그냥 돌아가는 것을 두 번이나 봤습니다.", 2),
    ],
)
def test_an_edited_sentence_is_still_traced(edited: str, source: int) -> None:
    found = origin(edited)
    assert found.passage == FOUND[source]
    assert not found.same
    assert 55 <= found.alike < 100


@pytest.mark.parametrize(
    "own",
    [
        "귀사의 데이터 플랫폼에서 함께 성장하고 싶습니다.",
        "저는 고객의 목소리를 듣는 개발자입니다.",
        "대학에서는 통계를 전공했습니다.",
        "실수를 했습니다.",
        "번호를 셌습니다.",
        "지금도 문제를 풉니다.",
        "번호는 많습니다.",
        "저는 점심마다 주문을 받고 음료를 만들었습니다.",
        "지금도 문제를 먼저 찾는 습관이 있습니다.",
        "문제가 생기면 먼저 기록하고 원인을 함께 찾는 사람이 되겠습니다.",
        "We reduced the error by half.",
        "이 경험은 제가 데이터를 대하는 태도를 바꾸었습니다.",
        "감사합니다.",
    ],
)
def test_a_sentence_that_the_person_wrote_has_no_origin(own: str) -> None:
    assert origin(own) == Origin(sentences(own)[0], None, 0.0, False)


def test_of_two_longer_sentences_the_nearer_is_the_origin() -> None:
    near = Passage("a", "action", "그날 저녁에 재고를 날짜별로 정리했다")
    far = Passage(
        "b", "action", "재고를 날짜별로 정리했고, 남은 재료로 새 메뉴를 만들어 점장님께 보여 드렸으며 다음 달에 팔았다"
    )
    (found,) = origins("재고를 날짜별로 정리했습니다.", (far, near))
    assert found.passage == near


def test_of_sentences_that_are_alike_the_first_is_the_origin() -> None:
    twice = (Passage("a", "headline", "10위를 했다"), Passage("b", "result", "10위를 했다."))
    assert origins("10위를 했습니다.", twice)[0].passage == twice[0]


def test_the_sentences_keep_their_places_in_the_draft() -> None:
    draft = "  실수가 하루 12건에서 6건으로 줄었습니다. 저는 데이터를 믿습니다.\n- 지금도 문제가 생기면 먼저 셉니다."
    found = origins(draft, FOUND)
    assert [one.sentence for one in found] == list(sentences(draft))
    assert [one.passage.field if one.passage else None for one in found] == ["result", None, "since_then"]


def test_without_files_every_sentence_is_the_persons_own() -> None:
    assert [one.passage for one in origins("했습니다. 갔습니다.", ())] == [None, None]
    assert origins("", FOUND) == ()


def test_sample_sentences_with_three_words_changed_are_traced_to_their_story_and_those_of_others_are_not() -> None:
    library = read_library(Path(__file__).parents[3] / "samples" / "data-science-student")
    stories = list(library.stories.values())
    assert len(stories) > 5
    dice = random.Random(3)
    other = [word for passage in FOUND for word in passage.text.split()]
    kept = all_of_them = 0
    for passage in (passage for story in stories for passage in passages(story)):
        words = passage.text.split()
        if len(words) < 7:
            continue
        for _ in range(3):
            words[dice.randrange(len(words))] = dice.choice(other)
        (found,) = origins(" ".join(words).replace(".", ""), [one for story in stories for one in passages(story)])
        all_of_them += 1
        kept += found.passage is not None
    assert all_of_them > 50
    assert kept / all_of_them >= 0.85
    for passage in FOUND:
        assert origins(passage.text, [one for story in stories for one in passages(story)])[0].passage is None


@given(some.text(max_size=80), some.lists(some.text(max_size=30), max_size=4))
def test_any_text_has_an_origin_of_its_own_sentences_and_its_figures_are_in_range(text: str, others: list[str]) -> None:
    found = tuple(Passage("a", "action", other) for other in others)
    traced_ones = origins(text, found)
    assert [one.sentence for one in traced_ones] == list(sentences(text))
    for one in traced_ones:
        assert (one.passage is None) == (one.alike == 0)
        assert 0 <= one.alike <= 100
        assert one.passage is not None or not one.same


def test_a_draft_of_2000_characters_is_traced_to_three_stories_within_20_milliseconds() -> None:
    found = [Passage(f"s{n % 3}", "action", f"{FOUND[n % 13].text.rstrip('.')} {n}번째로 적었다") for n in range(180)]
    draft = " ".join(f"{one.text.rstrip('.')} 그래서 {n}번을 했습니다." for n, one in enumerate(FOUND * 6))[:2_000]
    best = 1.0
    for _ in range(5):
        started = time.perf_counter()
        assert len(origins(draft, found)) > 30
        best = min(best, time.perf_counter() - started)
    assert best < 0.020


def test_a_very_long_draft_and_odd_texts_raise_nothing_and_take_seconds_at_most() -> None:
    for text in odd_texts(300, seed=11):
        origins(text, FOUND)
    started = time.perf_counter()
    origins("가" * 100_000, [Passage("a", "action", "가" * 100_000)])
    origins("한 것.\n" * 20_000, FOUND)
    assert time.perf_counter() - started < 5


def test_a_sentence_that_the_story_has_changed_since_is_outdated_and_one_of_the_persons_own_is_not() -> None:
    then = FOUND
    now = passages(STORY.model_copy(update={"result": "실수가 하루 12건에서 7건으로 줄었다."}))
    answer = "실수가 하루 12건에서 6건으로 줄었습니다. 실수를 줄이는 것이 제 목표였습니다. 저는 커피를 아주 좋아합니다."
    [old] = outdated(origins(answer, now), then)
    assert old.sentence.text == "실수가 하루 12건에서 6건으로 줄었습니다."
    assert old.passage == Passage("cafe", "result", "실수가 하루 12건에서 6건으로 줄었다.")
    assert outdated(origins(answer, then), then) == ()
    assert outdated(origins(answer, now), ()) == ()
    assert outdated(origins("이유는 두 가지입니다. 1.", now), then) == ()
