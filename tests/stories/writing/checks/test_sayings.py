"""A sentence says a claim where it has its words and amounts and does not deny it."""

import pytest

from stories.writing.checks.sayings import SAID_FROM, best_said, saying

CLAIM = "교육 자료를 혼자서 전부 만들었다"


def _best(sentence: str, *claims: tuple[str, str]) -> int | None:
    return best_said(saying(sentence), [(saying(text), instead) for text, instead in claims])


@pytest.mark.parametrize(
    ("claim", "sentence", "said"),
    [
        (CLAIM, "저는 혼자 교육 자료를 전부 만든 사람입니다.", True),
        (CLAIM, "교육 자료를 혼자 전부 만들지 않았습니다.", False),
        (CLAIM, "교육 자료를 동료와 만들었습니다.", False),
        ("축제에 5천 명이 다녀갔다", "그 축제에 5,000명이 다녀가셨습니다.", False),
        ("지역 축제에 5천 명이 다녀갔다", "지역 축제에 5,000명이 다녀가셨습니다.", True),
        ("지역 축제에 5천 명이 다녀갔다", "지역 축제에 3,000명이 다녀가셨습니다.", False),
        ("I managed the whole budget alone", "Alone, I was managing the whole budget.", True),
        ("I managed the whole budget alone", "I never managed the whole budget alone.", False),
        ("", "아무 말", False),
    ],
)
def test_words_amounts_and_denial_must_agree(claim: str, sentence: str, said: bool) -> None:
    assert (saying(claim).said_by(saying(sentence)) >= SAID_FROM) is said


def test_what_is_to_be_said_instead_is_not_the_claim() -> None:
    instead = "교육 자료를 혼자서 전부 만들었다고 했지만 동료와 만들었다"
    assert _best("교육 자료를 혼자서 전부 만들었습니다.", (CLAIM, instead)) == 0
    assert _best("교육 자료를 혼자 전부 만들었다.", (CLAIM, "교육 자료를 혼자 전부 만들었다.")) is None


def test_the_claim_that_is_said_most_is_named() -> None:
    claims = [("교육 자료를 혼자서 전부 만들고 인쇄했다", ""), (CLAIM, "")]
    assert _best("교육 자료를 혼자서 전부 만들었습니다.", *claims) == 1
    assert _best("", *claims) is None


def test_a_large_amount_tells_alone_and_a_smaller_one_with_a_word_beside_it() -> None:
    assert saying("연간 2억 원을 아꼈다").counted_by(saying("연간 비용 2억 원을 절감했다"))
    assert saying("연간 2억 원을 아꼈다").counted_by(saying("예산은 2억 원이었다"))
    assert not saying("30%를 아꼈다").counted_by(saying("예산은 30%였다"))
    assert saying("예산을 30% 아꼈다").counted_by(saying("예산은 30%였다"))
    assert not saying("모두 3명이 했다").counted_by(saying("모두 3명이 떠났다"))
