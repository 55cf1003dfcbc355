"""Answers of one application agree with each other, and no story is told too often."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stories.model.application import AskedByForm
from stories.model.story import Story
from stories.writing.checks.across import conflicting_numbers, same_story
from stories.writing.checks.finding import Finding
from stories.writing.checks.numbers import unsupported_numbers
from tests.stories.writing.checks.experiences import CAFE, EXPERIENCES, FUNNEL, Experience, subject

CONTEST = Story(
    id="contest",
    title="데이터 챌린지",
    headline="10위를 했다",
    action="팀원 4명과 예측 모델을 만듦. 심사위원 5명.",
    result="정확도 91%로 10위",
    aliases=["챌린지"],
)

CONFLICTS = (
    ("팀원 4명과 함께했습니다.", "팀원 5명을 이끌었습니다.", "4명"),
    ("4명의 팀원과 함께했습니다.", "팀원은 모두 다섯 명이었습니다.", "4명"),
    ("우리 팀은 4명이었습니다.", "조원 여섯 명이 모였습니다.", "4명"),
    ("4명으로 구성된 팀에서 배웠습니다.", "팀원 3명과 일했습니다.", "4명"),
    ("챌린지에서 10위를 했습니다.", "데이터 챌린지에서 12위에 올랐습니다.", "10위"),
    ("대회에서 10위를 했습니다.", "챌린지에서 1등을 했습니다.", "10위"),
    ("정확도 91%를 얻었습니다.", "정확도를 93%로 높였습니다.", "91%"),
    ("정확도가 91%였습니다.", "정확도는 최종 89%였습니다.", "91%"),
    ("정확도를 85%에서 91%로 높였습니다.", "정확도 90%를 얻었습니다.", "91%"),
    ("매출이 30% 늘었습니다.", "매출을 40% 올렸습니다.", "30%"),
    ("개발 기간은 3개월이었습니다.", "개발 기간 5개월 동안 배웠습니다.", "3개월"),
    ("We reached an accuracy of 91%.", "Our accuracy was 93%.", "91%"),
    ("We reached 91% accuracy.", "The accuracy rose to 93%.", "91%"),
    ("I led four teammates.", "I worked with 5 teammates.", "four teammates"),
)
AGREEMENTS = (
    ("팀원 4명과 함께했습니다.", "네 명의 팀원이 모였습니다."),
    ("정확도 91%를 얻었습니다.", "정확도를 85%에서 91%로 높였습니다."),
    ("정확도를 85%에서 91%로 높였습니다.", "정확도 91%를 얻었습니다."),
    ("팀원 4명과 함께했습니다.", "심사위원 5명 앞에서 발표했습니다."),
    ("정확도 91%를 얻었습니다.", "재현율 80%를 얻었습니다."),
    ("팀원 4명과 함께했습니다.", "팀원 4명 가운데 2명이 떠났습니다."),
    ("챌린지에서 10위를 했습니다.", "전교 3등을 한 적이 있습니다."),
    ("참여한 4명이 도왔습니다.", "참여한 12명이 답했습니다."),
    ("매출이 30% 늘었습니다.", "비용이 40% 줄었습니다."),
    ("2학기에 시작해 3학년 때 마쳤습니다.", "1학기에 시작해 4학년 때 마쳤습니다."),
    ("Accuracy rose to 91%.", "Revenue rose to 30%."),
    ("팀원 4명과 함께했습니다.", ""),
)


def _conflicts(
    here: str, there: str, story: Story = CONTEST, *, other_stories: tuple[str, ...] = ("contest",)
) -> list[Finding]:
    others = [AskedByForm(question="다른 질문", stories=list(other_stories), draft=there)]
    return list(conflicting_numbers(subject(CAFE, here, story=story, others=others)))


@pytest.mark.parametrize(("here", "there", "number"), CONFLICTS)
def test_another_number_for_the_same_thing_in_another_answer_is_found(here: str, there: str, number: str) -> None:
    (found,) = _conflicts(here, there)
    assert (found.check, found.code, found.replacement) == ("conflicting-numbers", "conflicting-number", None)
    assert here[found.start : found.end] == found.details["number"] == number
    assert found.details["other"] in there and found.details["question"] == "2"
    (back,) = _conflicts(there, here)
    assert back.details["other"] == number


@pytest.mark.parametrize(("here", "there"), AGREEMENTS)
def test_answers_that_agree_or_speak_of_other_things_are_left_alone(here: str, there: str) -> None:
    assert _conflicts(here, there) == []


def test_answers_about_different_stories_may_have_different_numbers() -> None:
    assert _conflicts("팀원 4명과 함께했습니다.", "팀원 9명을 이끌었습니다.", other_stories=("cafe",)) == []
    named = "데이터 챌린지에서 팀원 9명을 이끌었습니다."
    assert len(_conflicts("팀원 4명과 함께했습니다.", named, other_stories=("cafe",))) == 1


def test_an_answer_that_tells_the_numbers_of_the_story_is_about_it() -> None:
    story = Story(id="contest", title="데이터 챌린지", action="설문 412명, 보고서 35건. 팀원 4명")
    here, there = "팀원 4명과 함께했습니다.", "설문 412명과 보고서 35건을 모으고 팀원 9명을 이끌었습니다."
    assert [one.details["other"] for one in _conflicts(here, there, story, other_stories=("cafe",))] == ["9명"]


def test_how_long_one_worked_is_compared_where_the_sentences_share_enough() -> None:
    here = "생산기술 엔지니어로 3년 동안 일했습니다."
    there = "생산기술 엔지니어로 일한 2년 동안 배웠습니다."
    assert [one.details["number"] for one in _conflicts(here, there, other_stories=("cafe",))] == ["3년"]
    assert _conflicts(here, "동아리에서 보낸 2년 동안 배웠습니다.", other_stories=("cafe",)) == []


def test_an_earlier_version_of_the_same_answer_is_no_other_answer() -> None:
    saved = Experience(CONTEST, "팀원 9명을 이끌었습니다.", ())
    assert list(conflicting_numbers(subject(saved, "팀원 4명과 함께했습니다."))) == []


def test_numbers_that_the_story_holds_both_do_not_conflict() -> None:
    both = Story(id="contest", title="데이터 챌린지", action="예선 팀원 4명, 본선 팀원 5명")
    assert _conflicts("팀원 4명과 함께했습니다.", "팀원 5명을 이끌었습니다.", both) == []


def test_a_number_that_the_story_gives_to_something_else_is_found() -> None:
    (found,) = _conflicts("팀원 5명과 함께했습니다.", "")
    assert (found.code, found.details["told"], found.details["story"]) == (
        "conflicts-with-story",
        "4명",
        "데이터 챌린지",
    )
    assert _conflicts("심사위원 5명 앞에서 발표했습니다.", "") == []


def test_a_number_that_the_story_does_not_hold_is_left_to_the_check_of_numbers() -> None:
    given_ = subject(CAFE, "팀원 8명과 함께했습니다.", story=CONTEST)
    assert list(conflicting_numbers(given_)) == []
    assert [one.code for one in unsupported_numbers(given_)] == ["number-not-in-story"]


@pytest.mark.parametrize("one", EXPERIENCES, ids=lambda one: one.story.id)
def test_a_careful_answer_does_not_conflict_with_itself_or_its_story(one: Experience) -> None:
    others = [AskedByForm(question="다시", stories=[one.story.id], draft=one.text)]
    assert list(conflicting_numbers(subject(one, others=others))) == []
    others = [
        AskedByForm(question="다른", stories=[each.story.id], draft=each.text)
        for each in EXPERIENCES
        if each is not one
    ]
    assert list(conflicting_numbers(subject(one, others=others))) == []


def _chosen(*stories: str) -> list[AskedByForm]:
    return [AskedByForm(question=f"{number}번", stories=[story]) for number, story in enumerate(stories)]


def test_a_story_told_three_times_is_found_on_the_whole_answer() -> None:
    (found,) = same_story(subject(CAFE, others=_chosen("cafe", "churn", "cafe")))
    assert (found.check, found.code, found.start, found.end, found.replacement) == (
        "same-story",
        "same-story",
        0,
        0,
        None,
    )
    assert found.details == {"story": "카페 재고 관리", "count": "3", "questions": "1, 2, 4"}


def test_a_story_told_twice_is_fine() -> None:
    assert list(same_story(subject(CAFE, others=_chosen("cafe", "churn", "churn", "churn")))) == []
    assert list(same_story(subject(CAFE, chosen=False, others=_chosen("cafe", "cafe", "cafe")))) == []


def test_a_story_that_only_stands_beside_the_main_one_does_not_count() -> None:
    others = [AskedByForm(question="다른", stories=["churn", "cafe"]) for _ in range(3)]
    assert list(same_story(subject(CAFE, others=others))) == []


@given(st.text(max_size=50) | st.text("팀원 4명의 정확도 91%에서 10위를 of accuracy.\n\ud800", max_size=40))
def test_no_text_is_too_odd(text: str) -> None:
    for one in (CAFE, FUNNEL):
        others = [
            AskedByForm(question="다른", stories=[one.story.id], draft="팀원 4명, 정확도 90%, accuracy of 80%, 3위")
        ]
        for found in conflicting_numbers(subject(one, text, others=others)):
            assert text[found.start : found.end] == found.details["number"] != ""
