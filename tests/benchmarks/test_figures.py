"""The figures against values worked out by hand."""

import math

import numpy as np
import pytest

from benchmarks.matching.figures import (
    Outcome,
    Ranking,
    auroc,
    false_at,
    interval,
    interval_of_two,
    mean,
    ndcg,
    reciprocal_rank,
    values,
)
from benchmarks.matching.judged import Question


def question(**relevant: int) -> Question:
    return Question("q", "somebody", "ko", "direct", "무엇을 했나요?", relevant)


@pytest.mark.parametrize(
    ("ids", "expected"),
    [
        (["a", "b", "c"], 1.0),
        # Gains 3 and 1; the ideal is 3 / log2(2) + 1 / log2(3) = 3.63093.
        (["b", "a", "c"], (1 + 3 / math.log2(3)) / 3.63093),
        (["c", "d", "a"], (3 / 2) / 3.63093),
        (["c", "d", "e", "a"], 0.0),
        ([], 0.0),
    ],
)
def test_ndcg_is_the_one_worked_out_by_hand(ids: list[str], expected: float) -> None:
    assert ndcg({"a": 2, "b": 1}, ids) == pytest.approx(expected, abs=1e-5)


def test_ndcg_is_whole_where_more_stories_are_best_than_are_looked_at() -> None:
    assert ndcg({"a": 2, "b": 2, "c": 2, "d": 2}, ["d", "c", "b"]) == pytest.approx(1.0)


def test_the_reciprocal_rank_counts_only_stories_of_the_best_grade() -> None:
    assert reciprocal_rank({"a": 2, "b": 1}, ["b", "c", "a"]) == pytest.approx(1 / 3)
    assert reciprocal_rank({"b": 1}, ["b"]) == 1.0
    assert reciprocal_rank({"a": 2}, ["b"]) == 0.0


def test_an_outcome_is_right_at_the_top_only_with_a_best_story() -> None:
    best, usable = (Outcome(question(a=2, b=1), Ranking([first, "c"], 1.0, 1.0)) for first in ("a", "b"))
    assert (best.top1, usable.top1) == (1.0, 0.0)
    assert math.isnan(Outcome(question(), Ranking(["a"], 1.0, 1.0)).ndcg)


def test_figures_are_of_the_answerable_or_of_the_others() -> None:
    found = [Outcome(question(a=2), Ranking(["a"], 3.0, 3.0)), Outcome(question(), Ranking(["a"], 1.0, 1.0))]
    assert values(found, lambda one: one.ranking.score).tolist() == [3.0]
    assert values(found, lambda one: one.ranking.score, answerable=False).tolist() == [1.0]


def test_the_area_under_the_curve_counts_pairs_and_ties_half() -> None:
    # Pairs: 3 > 1, 3 > 2, 2 > 1, 2 = 2: 3.5 of 4.
    assert auroc(np.array([3.0, 2.0]), np.array([1.0, 2.0])) == pytest.approx(3.5 / 4)
    assert auroc(np.array([1.0]), np.array([1.0])) == 0.5
    assert math.isnan(auroc(np.array([]), np.array([1.0])))


@pytest.mark.parametrize(("kept", "expected"), [(1.0, 0.75), (0.95, 0.75), (0.8, 0.5), (0.2, 0.0)])
def test_false_is_counted_at_the_threshold_that_keeps_enough(kept: float, expected: float) -> None:
    answerable, others = np.array([10.0, 8.0, 6.0, 4.0, 2.0]), np.array([1.0, 3.0, 5.0, 9.0])
    assert false_at(kept, answerable, others) == expected


def test_an_interval_holds_its_figure_and_is_the_same_every_time() -> None:
    found = np.array([0.0, 1.0] * 50)
    first = interval(found, rounds=300)
    assert first == interval(found, rounds=300)
    assert first.value == 0.5
    # The normal interval of a share of one half over 100 is 0.5 -+ 0.098.
    assert first.low == pytest.approx(0.402, abs=0.03)
    assert first.high == pytest.approx(0.598, abs=0.03)


def test_the_interval_of_two_groups_holds_its_figure() -> None:
    dice = np.random.default_rng(1)
    found = interval_of_two(auroc, dice.normal(1, 1, 60), dice.normal(0, 1, 60), rounds=100)
    assert 0.5 < found.low < found.value < found.high < 1.0


def test_nothing_has_no_mean_and_no_interval() -> None:
    nothing = np.array([])
    assert math.isnan(mean(nothing))
    assert math.isnan(interval(nothing).low)
    assert math.isnan(interval_of_two(auroc, nothing, nothing).value)
