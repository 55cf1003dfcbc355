"""A term typed with a slip of the keys is understood as the one that was meant, and other words stay what they are."""

import pytest

from stories.matching.misspelt import MOST_WORDS, misspelt
from stories.matching.understanding import understand
from stories.matching.vocabulary import bank_vocabulary


def _terms(text: str) -> dict[str, float]:
    return understand(text, bank_vocabulary()).terms


@pytest.mark.parametrize(
    ("typed", "term"),
    [
        ("how does gradeint desecnt work", "gradient-descent"),
        ("과젹합", "overfitting"),
        ("하이퍼파라매터 튜닝", "hyperparameter-tuning"),
        ("cold statr problme", "cold-start"),
    ],
)
def test_a_slip_of_the_keys_still_names_the_term(typed: str, term: str) -> None:
    found = _terms(typed)
    assert list(found) == [term]
    assert 0.75 < found[term] <= 1


@pytest.mark.parametrize(
    "text", ["가장 힘들었던 경험은?", "Tell me about a conflict in your team.", "김철수 씨와 싸운 일", "", "zxqv wqrt"]
)
def test_words_that_are_far_from_every_term_name_none(text: str) -> None:
    assert misspelt(text.casefold().split(), lambda word: False) == {}


def test_words_that_the_bank_knows_are_not_bent_into_terms() -> None:
    assert misspelt(["gradeint", "descent"], lambda word: True) == {}


def test_a_long_text_is_not_searched_for_slips() -> None:
    assert misspelt(["gradeint", "descent"] + ["word"] * MOST_WORDS, lambda word: word == "word") == {}


def test_the_name_of_a_subject_alone_asks_for_stories_about_it() -> None:
    for text in ("컴퓨터 비전", "computer vision", "딥러닝"):
        asked = understand(text, bank_vocabulary())
        assert asked.for_story >= 0.9 and max(asked.competencies.values(), default=0) < 0.5 and asked.terms, text


def test_a_word_that_means_something_is_no_slip_of_a_term() -> None:
    assert _terms("이룬 일 중에 제일 뿌듯한 것") == {}  # 빠듯한 is a form of a term
