"""Slips of Korean are found with what is right and why; what may be right is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from languages import LANGUAGES, sentences
from stories.writing.checks.finding import Finding
from stories.writing.checks.korean_slips import korean_slips, rules
from tests.stories.writing.checks.drafts import DRAFTS
from tests.stories.writing.checks.drafts import subject as drafted
from tests.stories.writing.checks.experiences import CHURN, EXPERIENCES, subject

PARTICLES = (
    ("회의을 준비했습니다.", "회의를"), ("결과을 냈습니다.", "결과를"), ("사람를 만났습니다.", "사람을"),
    ("데이터은 많았습니다.", "데이터는"),
    ("경험와 지식을 쌓았습니다.", "경험과"), ("분석로 풀었습니다.", "분석으로"),
    ("추천시스템는 어려웠습니다.", "추천시스템은"),
    ("모델가 좋았습니다.", "모델이"), ("문제이 생겼습니다.", "문제가"), ("동료과 함께했습니다.", "동료와"),
    ("데이터으로 말했습니다.", "데이터로"),
    ("서울으로 갔습니다.", "서울로"), ("리더으로서 일했습니다.", "리더로서"), ("이미지을 모았습니다.", "이미지를"),
    ("마을를 도왔습니다.", "마을을"),
    ("팀을를 꾸렸습니다.", "팀을"), ("자료를를 모았습니다.", "자료를"), ("65%을 넘겼습니다.", "65%를"),
    ("65%으로 올렸습니다.", "65%로"),
    ("LSTM를 썼습니다.", "LSTM을"), ("AUC을 높였습니다.", "AUC를"), ("KT은 큽니다.", "KT는"),
    ("SQL으로 짰습니다.", "SQL로"),
    ("팀는 바빴습니다.", "팀은"), ("CNN로 풀었습니다.", "CNN으로"), ("NLP이 좋았습니다.", "NLP가"),
)  # fmt: skip
KEPT = (
    "가을을 좋아합니다. 우리 마을은 작습니다. 저녁노을이 집니다. 힘을 모을 때입니다.",
    "결론지을 수 있습니다. 이을 사람이 나을 것입니다.",
    "있는 그대로 읽는 사람, 찾는 사람, 좋은 사람, 작은 마을, 지은 이, 나은 방법입니다.",
    "분석가와 기획가가 활동가를 만났습니다. 제품가와 판매가를 정했습니다.",
    "도로와 진로, 효과와 결과를 보았습니다. 대학로에서 만났습니다.",
    "AUC를, LSTM을, SQL로, CNN으로, KT는, ERP가, UXR를, CDR을, CDR를, R을, R로, SAP을, SAP를 썼습니다.",
    "서울로, 교실로, 3을 4로, 7로, 65%를 넘었습니다.",
    "되도록 빨리 되었고, 돼서, 돼요, 되면, 되니, 됩니다. 됐습니다. 돼지가 돼라.",
    "실수 없이 마쳤습니다. 필수 있는 과목입니다. 점수가 올랐습니다. 할수록 늘었습니다. 물수건을 썼습니다.",
    "그 때문에 이 때문에 힘들었습니다. 이것과 그것, 아무것도 아닙니다. 은은한 빛과 가을의 의의를 보았습니다.",
    "머지않아 마지못해 못지않게 했습니다. 어린이였고, 높이였습니다.",
    "가격은 성격은 자격은 합격은 같습니다. 깍지를 꼈습니다.",
    "서두르지 않되 꾸준히 합니다. 안하무인이 되지 않겠습니다. 미안했습니다. 불안하지 않았습니다.",
    "확률과 법률, 능률, 비율, 효율, 환율, 전율, 자율, 규율, 합격률, 참여율, 재현율입니다. 체육율동을 했습니다.",
    "선생님들께 드렸습니다. 아들께도 인사했습니다. 얼마나 좋던지 말도 못했습니다. 어제 갔던 곳입니다.",
    "1,000명, 3.5점, 10:30, a.b.c, 사과 3개, 2019.06.01, https://example.com/a.html, .NET을 썼습니다... 정말?! 네!!",
    "회장으로서, 노력함으로써, 사람으로서, 책임으로서의 일, 결함으로서 본 것입니다.",
    "하는데 어려움이 있었지만, 열심히 하는데 집중이 안 됐습니다. 갑과 을이 만났습니다. 2019년도 자료입니다.",
    "요금새로 고침, 대구지점, 준비로서, 수록곡, 여러분, 은연중에, 무의식중에, 실수하던 때, 그때그때 합니다.",
    "“왜요?”라고 물었습니다. ‘팀’을 만들었습니다. (데이터)를 보았습니다. 첫 번째, 두 번째로 세 사람이 왔습니다.",
)


def _found(text: str) -> list[Finding]:
    return list(korean_slips(subject(CHURN, text)))


def _mended(text: str) -> str:
    for one in reversed(_found(text)):
        assert one.replacement is not None
        text = text[: one.start] + one.replacement + text[one.end :]
    return text


def test_there_are_rules_for_most_slips() -> None:
    assert len(rules()) >= 300
    assert len({rule.pattern.pattern for rule in rules()}) == len(rules())


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.wrong)
def test_each_rule_mends_its_example_and_says_why(rule) -> None:
    assert rule.pattern.search(rule.wrong) and not rule.pattern.search(rule.right)
    assert all(rule.sign in match.group() or rule.sign in rule.wrong for match in rule.pattern.finditer(rule.wrong))
    assert _mended(rule.wrong) == rule.right != rule.wrong
    assert rule.reason in [one.details["reason"] for one in _found(rule.wrong)]
    assert _found(rule.right) == []


@pytest.mark.parametrize(("text", "right"), PARTICLES)
def test_a_particle_that_does_not_fit_is_found(text: str, right: str) -> None:
    (found,) = _found(text)
    assert found.replacement == found.details["right"] == right
    assert found.details["reason"].startswith("particle-")
    assert _found(_mended(text)) == []


@pytest.mark.parametrize("text", KEPT)
def test_what_only_looks_wrong_is_left_alone(text: str) -> None:
    assert [dict(one.details) for one in _found(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_has_its_sentence(language: str) -> None:
    reasons = {rule.reason for rule in rules()} | {
        one.details["reason"] for text, _ in PARTICLES for one in _found(text)
    }
    say = sentences(language)
    assert {key.removeprefix("slips.") for key in say.keys() if key.startswith("slips.")} == reasons  # noqa: SIM118
    assert "checks.slip" in say


def test_two_slips_of_one_word_are_one_finding() -> None:
    (found,) = _found("그렇게 됬읍니다.")
    assert (found.details["wrong"], found.replacement) == ("됬읍니다", "됐습니다")


def test_the_place_is_the_whole_word() -> None:
    text = "저는 프로젝트에 적용되서 기뻤습니다."
    (found,) = _found(text)
    assert text[found.start : found.end] == found.details["wrong"] == "적용되서"


def test_careful_answers_have_no_slips() -> None:
    assert len(DRAFTS) >= 8
    assert [(one.name, list(korean_slips(drafted(one)))) for one in DRAFTS if list(korean_slips(drafted(one)))] == []
    assert [one.story.id for one in EXPERIENCES if _found(one.text)] == []


@given(
    st.text(max_size=80)
    | st.text("됬되돼않안 할수있없것때을를은는이가과와으로.,  %AUCLSTM팀데이터경험회의웍던지하\n\ud800", max_size=50)
)
def test_no_text_is_too_odd(text: str) -> None:
    end = 0
    for one in _found(text):
        assert end <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.details["wrong"] != one.replacement == one.details["right"]
        end = one.end
