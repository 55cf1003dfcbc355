"""Numbers and terms that the stories do not hold are found; those that they hold in other words are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stories.model.profile import Profile
from stories.model.story import Story
from stories.model.term import Term
from stories.writing.checks.finding import Finding, Subject
from stories.writing.checks.numbers import unsupported_numbers
from tests.stories.writing.checks.experiences import (
    BACKEND,
    CAFE,
    CHURN,
    EXPERIENCES,
    FUNNEL,
    LAB,
    MOTIVATION,
    Experience,
    subject,
    told,
)

FAULTS = [(one, right, wrong) for one in EXPERIENCES for right, wrong in one.wrong]


def _codes(given_: Subject) -> list[tuple[str, str]]:
    return told(given_, list(unsupported_numbers(given_)))


def _said(text: str, one: Experience = CAFE, **changes: object) -> list[tuple[str, str]]:
    return _codes(subject(one, text, **changes))


def _only(text: str, one: Experience = CAFE, **changes: object) -> Finding:
    (found,) = unsupported_numbers(subject(one, text, **changes))
    return found


@pytest.mark.parametrize("one", EXPERIENCES, ids=lambda one: one.story.id)
def test_an_answer_that_keeps_to_its_notes_has_no_findings(one: Experience) -> None:
    assert _codes(subject(one)) == []


@pytest.mark.parametrize("one", EXPERIENCES, ids=lambda one: one.story.id)
def test_with_no_story_chosen_all_stories_are_looked_up(one: Experience) -> None:
    assert _codes(subject(one, chosen=False)) == []


@pytest.mark.parametrize(("one", "right", "wrong"), FAULTS, ids=[f"{one.story.id} {wrong}" for one, _, wrong in FAULTS])
def test_a_wrong_number_or_term_is_found_and_nothing_else(one: Experience, right: str, wrong: str) -> None:
    assert one.text.count(right) >= 1
    text = one.text.replace(right, wrong, 1)
    place = text.index(wrong)
    found = list(unsupported_numbers(subject(one, text)))
    assert [each for each in found if place <= each.start < place + len(wrong)] == found != []


def test_enough_faults_are_planted() -> None:
    assert len(EXPERIENCES) >= 8 and len(FAULTS) >= 60


def test_the_place_is_the_number_with_its_unit() -> None:
    text = "폐기율을 77%로 낮추었습니다."
    found = _only(text)
    assert (found.check, found.code, found.replacement) == ("numbers", "number-not-in-story", None)
    assert text[found.start : found.end] == found.details["number"] == "77%"


@pytest.mark.parametrize(
    ("text", "calculation"),
    [
        ("그 결과 26명이 매출의 대부분을 만들었습니다.", "40,000 × 0.065% = 26"),
        ("나머지 89%는 작았습니다.", "100% − 11% = 89%"),
        ("폐기율은 58% 줄었습니다.", "(5% − 12%) ÷ 12% = 58%"),
        ("폐기율은 7%p 내려갔습니다.", "12% − 5% = 7%p"),
    ],
)
def test_a_number_that_follows_from_the_story_comes_with_its_calculation(text: str, calculation: str) -> None:
    found = _only(text, CHURN if "매출" in text or "나머지" in text else CAFE)
    assert (found.code, found.details["calculation"]) == ("number-follows", calculation)


def test_a_small_number_must_come_out_exactly() -> None:
    notes = Story(id="notes", title="설문", result="신청 35명, 그중 8%가 참석")
    assert _said("3명이 왔습니다.", story=notes) == [("number-not-in-story", "3명")]


def test_a_calculation_that_the_answer_shows_itself_needs_no_word() -> None:
    assert _said("폐기율을 12%에서 5%로 낮추었으니 7%p입니다.") == []


def test_a_share_of_two_counts_follows() -> None:
    notes = Story(
        id="notes", title="멘토링", result="학생 4명 중 3명이 합격. 20건에서 30건으로 늘었다. 문제 120개를 3회."
    )
    for text, calculation in (
        ("합격률은 75%였습니다.", "3 ÷ 4 = 75%"),
        ("상담은 50% 늘었습니다.", "(30 − 20) ÷ 20 = 50%"),
        ("상담은 1.5배로 늘었습니다.", "30 ÷ 20 = 1.5"),
        ("상담은 모두 50건이었습니다.", "20 + 30 = 50"),
        ("모두 360개를 풀었습니다.", "120 × 3 = 360"),
    ):
        assert _only(text, story=notes).details["calculation"] == calculation


def test_the_same_number_with_another_unit_is_told_apart() -> None:
    found = _only("전체의 412%가 답했습니다.", story=Story(id="one", title="설문", result="설문 412명"))
    assert (found.code, found.details["told"]) == ("number-other-unit", "412명")


def test_a_number_of_another_story_is_named_with_it() -> None:
    found = _only("p95를 3.4%로 낮추었습니다.", CAFE)
    assert (found.code, found.details["story"]) == ("number-in-other-story", BACKEND.story.title)
    assert _said("결제 장애를 맡아 오류율을 3.4%로 낮추었습니다.", CAFE) == []


@pytest.mark.parametrize(
    "text",
    [
        "1. 폐기를 줄였습니다.\n2) 발주표를 만들었습니다.\n(3) 확인했습니다.",
        "한 가지를 배웠습니다. 하나씩 고쳤습니다. 두 가지 방법을 찾았습니다.",
        "첫째로 기록했고 두 번째로 나눴습니다.", "3학년 2학기 때 4층에서 일했습니다.",
        "2학년이던 2022년 3월에 시작했습니다.", "100% 공감했습니다.",
        "24시간 고민했습니다. 365일 열려 있습니다.", "두 번 다시 버리지 않았습니다.",
        "두 사람의 뜻이 갈렸습니다. 두 마리 토끼를 잡았습니다.",
        "A4와 갤럭시24, 3D와 코로나19를 보았습니다.", "010-1234-5678로 전화했습니다.",
        "몇 명, 여러 명, 두세 명, 수십 명이 있었습니다.",
        "일주일 만에 바꿨습니다. 1주일, 한 시간, 하루면 됩니다.", "이 점을 고치고 이 주에 알렸습니다.",
        "절반의 성공이었습니다. 4차 산업혁명 시대입니다.",
        "3년 안에 최고의 매니저가 되겠습니다. 10년 뒤에는 5개 지점을 맡고 싶습니다.",
        "귀사는 지난해 매출 3조 원, 점유율 40%를 달성했습니다.",
        "I learned two things. First, one person can change a lot. Half of it was luck.",
    ],
)  # fmt: skip
def test_numbers_that_claim_nothing_are_left_alone(text: str) -> None:
    assert _said(text) == []


@pytest.mark.parametrize(
    "text",
    ["약 400명이 답했습니다.", "400여 명이 답했습니다.", "400명이 넘게 답했습니다.", "만족도는 5점에 가까웠습니다."],
)
def test_a_round_number_stands_for_the_exact_one(text: str) -> None:
    notes = Story(id="notes", title="설문", result="설문 412명, 만족도 4.8점, 5점 만점")
    assert _said(text, story=notes) == []
    assert _said("900명이 답했습니다.", story=notes) == [("number-not-in-story", "900명")]


def test_profile_question_and_posting_may_be_repeated() -> None:
    text = "학점 3.87을 받았고, 12개월 과정을 마쳤으며 토익 905점을 받았습니다. 신입 25명을 뽑는다고 보았습니다."
    assert len(_said(text)) == 3
    profile = Profile(education="학점 3.87/4.5", introduction="토익 905점")
    assert _said(text, profile=profile, application={"posting": "신입 25명 채용"}) == []


def test_about_a_company_only_what_one_has_done_must_be_in_the_story() -> None:
    done = "저는 수문 90곳을 점검했습니다."
    assert _said(done, MOTIVATION) == [("number-not-in-story", "90곳")]
    assert _said("한국농어촌공사는 90곳을 점검했습니다.", MOTIVATION) == []
    assert _said(done, MOTIVATION, chosen=False) == []
    assert _said("Kafka를 써 보고 싶습니다.", MOTIVATION) == []


def test_with_no_story_chosen_only_what_stands_nowhere_is_found() -> None:
    text = "폐기율을 12%에서 77%로 바꾸었고 Kafka와 Redis를 썼습니다."
    assert _said(text, chosen=False) == [("number-not-in-library", "77%"), ("term-not-in-library", "Kafka")]


def test_where_nothing_is_written_nothing_can_be_missing() -> None:
    text = "폐기율을 77%로 바꾸었고 Kafka를 썼습니다."
    assert _said(text, story=Story(id="empty", title="빈 이야기")) == []
    assert _said(text, chosen=False, stories={}) == []


def test_a_number_that_was_taken_back_does_not_count() -> None:
    claim = {"text": "매출을 30% 올렸다", "status": "retracted", "say_instead": "매출을 12% 올렸다"}
    notes = Story(id="notes", title="가게", action="진열을 바꿈", claims=[claim])
    assert _said("매출을 30% 올렸습니다.", story=notes) == [("number-not-in-story", "30%")]
    assert _said("매출을 12% 올렸습니다.", story=notes) == []


@pytest.mark.parametrize(
    ("text", "one", "terms"),
    [
        ("RNN을 쓰고 XGBoost와 비교했습니다.", CHURN, ["XGBoost"]),
        ("텐서플로우로 만들었습니다.", CHURN, ["텐서플로우"]),
        ("엘에스티엠으로 예측했습니다.", CHURN, []),
        ("배포하고 백업하고 문서화했습니다.", CHURN, []),
        ("I built it with PyTorch and sparked a discussion; I react calmly.", LAB, ["PyTorch"]),
        ("We used SQL and Tableau.", FUNNEL, ["Tableau"]),
        ("I tested it with JAWS, and the CEO liked the UI.", FUNNEL, ["JAWS"]),
        ("FMEA를 하고 LSTM과 EDA를 썼습니다.", CHURN, ["FMEA"]),
        ("it came to spark and react to them", FUNNEL, []),
    ],
)  # fmt: skip
def test_a_tool_that_the_story_does_not_name_is_found(text: str, one: Experience, terms: list[str]) -> None:
    found = [each for each in unsupported_numbers(subject(one, text)) if each.code == "term-not-in-story"]
    assert [text[each.start : each.end] for each in found] == [each.details["term"] for each in found] == terms


def test_terms_that_a_user_added_are_looked_up_too() -> None:
    own = (Term(id="zap", ko=["재핑"], en=["zapping"]),)
    given_ = subject(CHURN, "재핑을 적용했습니다.")
    assert _codes(given_) == []
    library = given_.library.__class__(**{**given_.library.__dict__, "terms": own})
    assert _codes(Subject(**{**given_.__dict__, "library": library})) == [("term-not-in-story", "재핑")]


@given(st.text(max_size=60) | st.text("0123456789,.%만천명위 했습니다LSTM반절half\n\ud800", max_size=40))
def test_no_text_is_too_odd(text: str) -> None:
    for chosen in (True, False):
        for one in unsupported_numbers(subject(CHURN, text, chosen=chosen)):
            assert 0 <= one.start < one.end <= len(text)
            assert text[one.start : one.end] == one.details.get("number", one.details.get("term"))
