"""Known questions are found by any of their wordings, with slips, and each once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stories.matching.grams import GramWeights, grams
from stories.matching.preparation import normal
from stories.matching.wordings import WordingIndex

WORDINGS = [
    ("가장 어려웠던 도전은 무엇이었나요?", "challenge"),
    ("힘들었던 목표를 이룬 경험", "challenge"),
    ("Tell me about your hardest challenge", "challenge"),
    ("팀에서 갈등을 푼 적이 있나요?", "conflict"),
    ("How did you settle a conflict?", "conflict"),
    ("희망 연봉은 얼마인가요?", "salary"),
]


def _index(wordings: list[tuple[str, str]]) -> WordingIndex[str]:
    return WordingIndex.of(wordings, GramWeights.learned([grams(normal(text)) for text, _ in wordings]))


@pytest.fixture(scope="module")
def index() -> WordingIndex[str]:
    """Return the index of a few questions."""
    return _index(WORDINGS)


@pytest.mark.parametrize(("text", "owner"), WORDINGS)
def test_a_question_asked_in_a_wording_of_its_own_is_found_for_sure(
    text: str, owner: str, index: WordingIndex[str]
) -> None:
    assert index.nearest(normal(text))[0] == (owner, 100.0)


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("가장 어려웟던 도전은 무엇이엇나요", "challenge"),
        ("가장어려웠던도전은무엇이었나요", "challenge"),
        ("tell me abuot your hardest chalenge", "challenge"),
        ("희망연봉은 얼마 인가요", "salary"),
    ],
)
def test_slips_and_missing_spaces_cost_little(text: str, owner: str, index: WordingIndex[str]) -> None:
    found, score = index.nearest(normal(text))[0]
    assert found == owner and score >= 85


def test_each_question_is_given_once_best_first_and_no_more_than_wanted(index: WordingIndex[str]) -> None:
    text = normal("팀에서 가장 어려웠던 갈등을 이룬 경험은? hardest conflict")
    found = index.nearest(text)
    assert len({owner for owner, _ in found}) == len(found)
    assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)
    assert index.nearest(text, 1) == found[:1]


@pytest.mark.parametrize("text", ["", "?!", "쭉정이 뗏목", "zzz"])
def test_what_shares_nothing_finds_nothing(text: str, index: WordingIndex[str]) -> None:
    assert index.nearest(normal(text)) == []


def test_no_wordings_find_nothing() -> None:
    assert _index([]).nearest("가장 어려웠던 도전은?") == []
    assert _index([("", "empty"), ("?", "sign")]).nearest("가장 어려웠던 도전은?") == []


@given(
    st.lists(st.tuples(st.text("가나다 ab?", max_size=12), st.sampled_from("xyz")), max_size=8), st.text(max_size=12)
)
def test_any_wordings_and_any_question_give_scores_from_0_to_100(wordings: list[tuple[str, str]], text: str) -> None:
    index = _index(wordings)
    for question in (text, *(wording for wording, _ in wordings)):
        assert all(0 <= score <= 100 for _, score in index.nearest(normal(question)))
