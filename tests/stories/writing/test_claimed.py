"""Which sentences say a claim: retracted ones in any spelling and ending, and what touches an unconfirmed one."""

import unicodedata

import pytest

from stories.model.story import Claim, ClaimStatus
from stories.writing.claimed import Claims


def _claims(text: str, status: ClaimStatus, instead: str = "") -> Claims:
    return Claims([Claim.model_validate({"text": text, "status": status, "say_instead": instead})])


def _retracted(text: str, sentence: str, instead: str = "") -> bool:
    return _claims(text, "retracted", instead).retracted_in([sentence]) != [None]


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("매출을 37% 올렸다", "매출을 37% 올렸습니다."),
        ("매출을 37% 올렸다", "매출을37%올렸음"),
        ("매출을 37% 올렸다", "저는 매출을 ３７％ 올렸고 팀을 이끌었다"),
        ("매출을 37% 올렸다", unicodedata.normalize("NFD", "매출을 37% 올렸다.")),
        ("매출을 37% 올렸다", "매출이 37퍼센트 올랐습니다."),
        ("1위", "교내 대회에서 1위를 했습니다."),
        ("대상 수상", "대상을 수상했다"),
        ("LSTM을 직접 구현함", "LSTM을 직접 구현했습니다."),
        ("LSTM을 직접 구현함", "LSTM 구현을 직접 했다."),
        ("정확도 0.95를 달성", "정확도를 0.95까지 달성했다."),
        ("I led the whole migration alone", "I LED the whole migration — alone!"),
    ],
)
def test_a_retracted_claim_is_recognised(claim: str, sentence: str) -> None:
    assert _retracted(claim, sentence)


@pytest.mark.parametrize(
    ("claim", "instead", "sentence"),
    [
        ("매출을 37% 올렸다", "", "매출을 137% 올렸다"),
        ("매출을 37% 올렸다", "", "매출을 조금 올렸다"),
        ("1위", "", "11위를 했다"),
        ("1위", "1위가 아니라 3위였다", "1위가 아니라 3위였습니다"),
        ("정확도 0.95를 달성", "", "정확도 0.9를 달성"),
        ("전처리는 어렵지 않았다", "전처리가 가장 어려웠다", "전처리가 가장 어려웠습니다"),
        ("전처리는 어렵지 않았다", "", "모델링은 쉬웠다"),
        ("", "", "아무 말이나 했다"),
    ],
)
def test_another_statement_is_left_alone(claim: str, instead: str, sentence: str) -> None:
    assert not _retracted(claim, sentence, instead)


def test_among_many_sentences_each_is_told_apart() -> None:
    said = ["화면을 고쳤다."] * 40
    said[3] = said[37] = "매출을 37% 올렸습니다."
    found = _claims("매출을 37% 올렸다", "retracted").retracted_in(said)
    assert [place for place, claim in enumerate(found) if claim] == [3, 37]


@pytest.mark.parametrize("status", ["unconfirmed", "cannot-confirm"])
@pytest.mark.parametrize(
    ("sentence", "doubted"),
    [
        ("40,000명 중 0.065%의 사람이 매출의 11%를 차지하고 있음을 보았다.", True),
        ("0.065%가 매출을 가르는 것을 보았다.", True),
        ("40000명 중 0.065%를 찾았다.", True),
        ("매출을 살펴보았다.", False),
        ("11% 할인을 했다.", False),
        ("11월에 매출을 보았다.", False),
        ("seq2seq를 썼다.", False),
    ],
)
def test_a_sentence_with_the_claims_number_or_words_is_doubted(
    status: ClaimStatus, sentence: str, doubted: bool
) -> None:
    assert (
        _claims("40000명의 data 중 오직 0.065%의 사람이 매출의 11%를 차지한다", status).doubted_in(sentence) == doubted
    )


def test_a_claim_without_numbers_is_told_by_most_of_its_words() -> None:
    claims = _claims("성능이 그렇게 나쁘지는 않았다", "unconfirmed")
    assert claims.doubted_in("성능이 그렇게 나쁘지는 않았으나 아쉬웠다.")
    assert not claims.doubted_in("성능을 높였다.")


@pytest.mark.parametrize("status", ["confirmed", "supported"])
def test_a_claim_that_stands_is_no_doubt(status: ClaimStatus) -> None:
    claims = _claims("응답이 4초에서 2초로 줄었다", status)
    assert claims.standing_in("응답이 4초에서 2초로 줄었습니다.") and not claims.standing_in("응답이 줄었다.")
    assert not claims.doubted_in("응답이 4초에서 2초로 줄었습니다.")
    assert claims.retracted_in(["응답이 4초에서 2초로 줄었습니다."]) == [None]
