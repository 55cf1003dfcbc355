"""Naive Bayes over grams: the numbers by hand, and by the formula of its docstring for any examples."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stories.matching.bayes import LEAST_GRAMS, Features, NaiveBayes

Texts = list[set[int]]
TEXTS = st.lists(st.sets(st.integers(1, 9), max_size=7), min_size=1, max_size=8)


def features(texts: Texts) -> Features:
    pairs = [(gram, row) for row, text in enumerate(texts) for gram in sorted(text)]
    return np.array([gram for gram, _ in pairs], dtype=np.uint64), np.array([row for _, row in pairs], dtype=np.intp)


def test_a_small_case_by_hand() -> None:
    """Class 0 shows gram 1 twice and gram 2 once, class 1 shows gram 3 once; one more example counts as seen."""
    bayes = NaiveBayes.learned(features([{1, 2}, {1}, {3}]), [0, 0, 1], 2, alpha=1.0)
    share_1, share_2, share_3 = 2.5 / 4, 1.5 / 4, 1.5 / 4
    in_0 = [math.log((2 + share_1) / 3 / share_1), math.log((1 + share_2) / 3 / share_2), math.log(1 / 3)]
    in_1 = [math.log(1 / 2), math.log(1 / 2), math.log((1 + share_3) / 2 / share_3)]
    found = bayes.evidence(features([{1}, {2, 3}, {1, 2, 3}]), 3)
    expected = [[one[0] / 2, (one[1] + one[2]) / 2, sum(one) / 2] for one in (in_0, in_1)]
    assert found == pytest.approx(np.array(expected).T, abs=1e-5)


def _slowly(texts: Texts, labels: list[int], classes: int, alpha: float, asked: Texts) -> list[list[float]]:
    """Return log P(gram | class) / P(gram), summed over the grams that an example has, per root of their number."""
    rows = []
    for text in asked:
        known = [gram for gram in text if any(gram in one for one in texts)]
        row = []
        for label in range(classes):
            own = [one for one, of in zip(texts, labels, strict=True) if of == label]
            total = 0.0
            for gram in known:
                share = (sum(gram in one for one in texts) + 0.5) / (len(texts) + 1)
                probability = (sum(gram in one for one in own) + alpha * share) / (len(own) + alpha)
                total += math.log(probability / share)
            row.append(total / math.sqrt(max(len(known), LEAST_GRAMS)))
        rows.append(row)
    return rows


@given(TEXTS, st.data(), st.integers(1, 4), st.sampled_from([0.5, 2.0, 20.0]), TEXTS)
def test_the_evidence_is_that_of_the_formula(
    texts: Texts, data: st.DataObject, classes: int, alpha: float, asked: Texts
) -> None:
    labels = data.draw(st.lists(st.integers(0, classes - 1), min_size=len(texts), max_size=len(texts)))
    found = NaiveBayes.learned(features(texts), labels, classes, alpha).evidence(features(asked), len(asked))
    assert found.shape == (len(asked), classes)
    assert found == pytest.approx(np.array(_slowly(texts, labels, classes, alpha, asked)), abs=1e-4)


def test_grams_that_no_example_has_say_nothing() -> None:
    bayes = NaiveBayes.learned(features([{1, 2}, {3}]), [0, 1], 2, alpha=2.0)
    assert bayes.evidence(features([{70, 80}, set()]), 2).tolist() == [[0.0, 0.0], [0.0, 0.0]]
    assert (bayes.evidence(features([{1, 70, 80}]), 1) == bayes.evidence(features([{1}]), 1)).all()


def test_no_texts_give_no_rows() -> None:
    bayes = NaiveBayes.learned(features([{1}]), [0], 3, alpha=2.0)
    assert bayes.evidence(features([]), 0).shape == (0, 3)


def test_one_lucky_word_decides_less_than_many() -> None:
    bayes = NaiveBayes.learned(features([{1, 2, 3, 4}, {5, 6, 7, 8}]), [0, 1], 2, alpha=2.0)
    one, many = bayes.evidence(features([{1}, {1, 2, 3, 4}]), 2)
    assert 0 < one[0] - one[1] < many[0] - many[1]


def test_what_is_kept_gives_the_same_evidence_again() -> None:
    bayes = NaiveBayes.learned(features([{1, 2}, {2, 3}, {4}]), [0, 1, 1], 2, alpha=2.0)
    asked = features([{1, 2, 3, 4}])
    assert (NaiveBayes(**bayes.arrays()).evidence(asked, 1) == bayes.evidence(asked, 1)).all()  # type: ignore[arg-type]
