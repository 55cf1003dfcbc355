"""A text that says what was taken back is noticed; one that says the truth, or other numbers, is left alone."""

import pytest

from stories.matching.retractions import Retractions, without
from stories.model.story import Claim

NUMBER = Claim(text="매출을 30% 올렸다", status="retracted")
INSTEAD = Claim(text="전처리는 어렵지 않았다", status="retracted", say_instead="전처리가 가장 어려웠고 끝내지 못했다")
ENGLISH = Claim(text="I led the whole migration alone", status="retracted", say_instead="I took part in the migration")
LONG = Claim(text="서버를 혼자 옮겼다.\n한 번도 멈추지 않았다.", status="retracted")


def _said(text: str, *claims: Claim) -> list[str]:
    return [text[one.start : one.end] for one in Retractions(claims).within(text)]


@pytest.mark.parametrize(
    ("claim", "text", "said"),
    [
        (NUMBER, "가게를 맡았습니다. 매출을 30% 올렸습니다. 즐거웠습니다.", ["매출을 30% 올렸습니다."]),
        (INSTEAD, "전처리는 어렵지 않았다고 했다", ["전처리는 어렵지 않았다고 했다"]),
        (ENGLISH, "It went well. I led the whole migration alone!", ["I led the whole migration alone!"]),
        (LONG, "서버를 혼자 옮겼다고 했다.\n재미있었다.", ["서버를 혼자 옮겼다고 했다."]),
    ],
)
def test_a_sentence_that_says_it_is_found(claim: Claim, text: str, said: list[str]) -> None:
    assert _said(text, claim) == said


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        (NUMBER, "매출을 12% 올렸습니다."),
        (NUMBER, "매출을 올렸습니다."),
        (INSTEAD, "전처리가 가장 어려웠고 끝내지 못했다."),
        (INSTEAD, "전처리를 했다."),
        (ENGLISH, "I took part in the migration."),
        (NUMBER, ""),
    ],
)
def test_a_sentence_that_says_something_else_is_left_alone(claim: Claim, text: str) -> None:
    assert _said(text, claim) == []


def test_of_two_claims_the_one_that_is_said_more_is_named() -> None:
    (found,) = Retractions((NUMBER, INSTEAD)).within("전처리는 어렵지 않았다")
    assert found.claim is INSTEAD


def test_without_claims_nothing_is_retracted() -> None:
    assert _said("매출을 30% 올렸다") == [] and _said("매출을 30% 올렸다", Claim(status="retracted")) == []


def test_at_the_end_of_a_long_text_it_is_found_too() -> None:
    text = "가게를 맡았습니다. " * 2000 + "매출을 30% 올렸습니다."
    assert _said(text, NUMBER) == ["매출을 30% 올렸습니다."]


def test_a_text_without_it_keeps_its_other_lines() -> None:
    text = "가게를 맡았다.\n매출을 30% 올렸다. 즐거웠다.\n\n끝."
    assert without(text, Retractions((NUMBER,)).within(text)) == "가게를 맡았다.\n즐거웠다.\n끝."
    assert without("매출을 30% 올렸다.", Retractions((NUMBER,)).within("매출을 30% 올렸다.")) == ""
