"""An answer that says what was taken back, or what is not confirmed, is told so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stories.model.story import Story
from stories.writing.checks.claims import retracted_claims
from stories.writing.checks.finding import Finding
from tests.stories.writing.checks.drafts import DRAFTS
from tests.stories.writing.checks.drafts import subject as drafted
from tests.stories.writing.checks.experiences import CAFE, EXPERIENCES, FESTIVAL, subject

CRAWLING = Story(
    id="crawling",
    title="크롤링",
    claims=[
        {"text": "CICD는 밤 12시마다 데이터를 새로 불러오는 것이라 어렵지 않았다", "status": "retracted",
        "say_instead": "스키마에 맞추는 일이 가장 어려웠다"},
        {"text": "전처리는 어렵지 않았다", "status": "retracted"},
        {"text": "I led the whole migration alone", "status": "retracted",
        "say_instead": "I took part in the migration"},
        {"text": "정확도 93%를 확인했다", "status": "confirmed"},
    ],
)  # fmt: skip


def _found(text: str, story: Story = FESTIVAL.story) -> list[Finding]:
    return list(retracted_claims(subject(CAFE, text, stories={story.id: story})))


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("저는 예산을 혼자서 모두 관리했습니다.", "retracted-claim-instead"),
        ("학생회 예산을 혼자서 모두 관리하였습니다.", "retracted-claim-instead"),
        ("예산을 혼자서 모두 관리함.", "retracted-claim-instead"),
        ("그해 축제 방문객은 5천 명이었습니다.", "unconfirmed-claim"),
        ("지역 축제 가운데 만족도가 가장 높았습니다.", "cannot-confirm-claim"),
    ],
)
def test_a_claim_in_other_endings_is_found_at_its_sentence(said: str, code: str) -> None:
    text = f"축제를 맡았습니다. {said} 많이 배웠습니다."
    (found,) = _found(text)
    assert (found.check, found.code, found.replacement) == ("claims", code, None)
    assert text[found.start : found.end] == said
    assert found.details["story"] == "축제 예산"


@pytest.mark.parametrize(
    ("said", "claim"),
    [
        ("CICD는 밤 12시마다 데이터를 새로 불러오는 것이라 어렵지 않았습니다.", 0),
        ("전처리는 어렵지 않았습니다.", 1),
        ("전처리는 그다지 어렵지 않았다고 생각합니다.", 1),
        ("I led the whole migration alone.", 2),
    ],
)
def test_what_to_say_instead_comes_with_it(said: str, claim: int) -> None:
    (found,) = _found(said, CRAWLING)
    expected = CRAWLING.claims[claim]
    assert found.details["text"] == expected.text
    assert found.details.get("instead", "") == expected.say_instead
    assert found.code == ("retracted-claim-instead" if expected.say_instead else "retracted-claim")


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        ("교육 자료를 혼자서 전부 만들었다", "저는 혼자 교육 자료를 전부 만든 사람입니다."),
        ("축제에 5천 명이 다녀갔다", "그 축제에는 5,000명이 다녀가셨습니다."),
        ("연간 2억 원을 아꼈다", "이 일로 2억 원을 연간 비용에서 절감했습니다."),
    ],
)
def test_a_claim_in_other_words_is_found(claim: str, said: str) -> None:
    story = Story(id="one", title="일", claims=[{"text": claim, "status": "retracted"}])
    assert [one.details["text"] for one in _found(said, story)] == [claim]
    assert _found("교육 자료를 동료와 만들었습니다. 축제에 3천 명이 왔습니다. 연간 비용을 아꼈습니다.", story) == []


def test_an_amount_that_the_story_gives_elsewhere_does_not_tell() -> None:
    claims = [{"text": "연간 20억 원을 아꼈다", "status": "retracted"}]
    story = Story(id="one", title="일", situation="연간 예산 20억 원", claims=claims)
    assert _found("연간 20억 원의 예산을 맡았습니다.", story) == []


@pytest.mark.parametrize(
    "text",
    [
        "예산은 회계 두 명과 나누어 관리했습니다.", "축제 방문객은 3천 명이었습니다.", "만족도를 조사했습니다.",
        "스키마에 맞추는 일이 가장 어려웠습니다.",
        "I took part in the migration.", "정확도 93%를 확인했습니다.", "", " \n",
    ],
)  # fmt: skip
def test_the_truth_and_other_numbers_are_left_alone(text: str) -> None:
    assert _found(text) == _found(text, CRAWLING) == []


def test_a_claim_of_an_archived_story_must_not_be_said_either() -> None:
    given_ = subject(CAFE, "전처리는 어렵지 않았습니다.", stories={})
    library = given_.library.__class__(**{**given_.library.__dict__, "archived": {"crawling": CRAWLING}})
    assert [one.code for one in retracted_claims(given_.__class__(**{**given_.__dict__, "library": library}))] == [
        "retracted-claim"
    ]


def test_a_sentence_that_is_taken_back_is_not_also_unconfirmed() -> None:
    claims = [{"text": "매출을 30% 올렸다", "status": status} for status in ("retracted", "unconfirmed")]
    assert [one.code for one in _found("매출을 30% 올렸습니다.", Story(id="one", title="가게", claims=claims))] == [
        "retracted-claim"
    ]


def test_what_was_taken_back_comes_first_even_where_another_claim_is_said_more() -> None:
    claims = [
        {"text": "매출을 30% 올렸다", "status": "retracted"},
        {"text": "가게에서 매출을 30% 올렸고 손님도 늘었다", "status": "unconfirmed"},
    ]
    story = Story(id="one", title="가게", claims=claims)
    assert [one.code for one in _found("가게에서 매출을 30% 올렸고 손님도 늘었습니다.", story)] == ["retracted-claim"]


def test_a_long_claim_is_shown_short() -> None:
    claim = {"text": "매출을 크게 올렸다 " * 20, "status": "retracted"}
    (found,) = _found("매출을 크게 올렸다 " * 20, Story(id="one", title="가게", claims=[claim]))
    assert len(found.details["text"]) <= 80 and found.details["text"].endswith("…")


def test_careful_answers_say_nothing_that_was_taken_back() -> None:
    assert [one.story.id for one in EXPERIENCES if list(retracted_claims(subject(one)))] == []
    assert [one.name for one in DRAFTS if list(retracted_claims(drafted(one)))] == []


@given(st.text(max_size=60) | st.text("예산을 혼자서 모두 관리했다.\n\ud800", max_size=40))
def test_no_text_is_too_odd(text: str) -> None:
    assert all(0 <= one.start < one.end <= len(text) for one in _found(text))
