"""The figures: how well one ranking answers one question, and means over questions with their intervals."""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from benchmarks.matching.judged import Question

Values = NDArray[np.float64]
DEPTH = 3
ROUNDS = 2000
"""Resamples of a bootstrap."""


@dataclass(frozen=True)
class Ranking:
    """What a method answers: ids best first, the score of the first, and whether it is offered as an answer.

    `sure` is what orders questions by how surely they are answered; where a method has but a score, it is that.
    `understood` is the kind of answer that storybank thinks is wanted.
    """

    ids: Sequence[str]
    score: float
    sure: float
    offered: bool = True
    understood: str = ""


@dataclass(frozen=True)
class Outcome:
    """One question with the ranking that a method gave."""

    question: Question
    ranking: Ranking
    top1: float = field(init=False)
    ndcg: float = field(init=False)
    mrr: float = field(init=False)

    def __post_init__(self) -> None:
        """Work out the figures of an answerable question; of others they are not a number."""
        relevant, ids = self.question.relevant, self.ranking.ids
        rank = reciprocal_rank(relevant, ids) if relevant else math.nan
        object.__setattr__(self, "mrr", rank)
        object.__setattr__(self, "top1", float(rank == 1) if relevant else math.nan)
        object.__setattr__(self, "ndcg", ndcg(relevant, ids) if relevant else math.nan)


def ndcg(relevant: Mapping[str, int], ids: Sequence[str], depth: int = DEPTH) -> float:
    """Return the normalised discounted cumulative gain, 0 to 1.

    Gains 2^grade - 1, discounts log2(rank + 1) (Järvelin and Kekäläinen 2002; Burges et al. 2005).
    """
    best = sorted(relevant.values(), reverse=True)[:depth]
    return _gain(relevant.get(one, 0) for one in ids[:depth]) / _gain(best)


def _gain(grades: Iterable[int]) -> float:
    return sum((2.0**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades))


def reciprocal_rank(relevant: Mapping[str, int], ids: Sequence[str]) -> float:
    """Return 1 / the rank of the first story that has the question's best grade; 0 where none is found."""
    best = max(relevant.values())
    return next((1 / (place + 1) for place, one in enumerate(ids) if relevant.get(one, 0) == best), 0.0)


def values(outcomes: Iterable[Outcome], of: Callable[[Outcome], float], *, answerable: bool = True) -> Values:
    """Return a figure of every answerable question, or of every unanswerable one."""
    return np.array([of(one) for one in outcomes if one.question.answerable == answerable], dtype=np.float64)


def mean(found: Values) -> float:
    """Return the mean, or not-a-number for none."""
    return float(found.mean()) if len(found) else math.nan


def auroc(answerable: Values, unanswerable: Values) -> float:
    """Return the chance that an answerable question scores above an unanswerable one; ties count half.

    Area under the receiver operating characteristic as the Mann-Whitney statistic (Hanley and McNeil 1982).
    """
    if not len(answerable) or not len(unanswerable):
        return math.nan
    ordered = np.sort(unanswerable)
    below = np.searchsorted(ordered, answerable, side="left")
    not_above = np.searchsorted(ordered, answerable, side="right")
    return float((below + not_above).mean() / 2 / len(unanswerable))


def false_at(kept: float, answerable: Values, unanswerable: Values) -> float:
    """Return the share of unanswerable questions at or above the threshold that keeps that share of the answerable."""
    if not len(answerable) or not len(unanswerable):
        return math.nan
    least = math.ceil(kept * len(answerable) - 1e-9)
    threshold = np.sort(answerable)[len(answerable) - max(least, 1)]
    return float((unanswerable >= threshold).mean())


@dataclass(frozen=True)
class Interval:
    """A figure with the ends of its 95 % interval."""

    value: float
    low: float
    high: float


def interval(found: Values, rounds: int = ROUNDS) -> Interval:
    """Return the mean with its percentile bootstrap interval over questions (Efron 1979)."""
    if not len(found):
        return Interval(math.nan, math.nan, math.nan)
    picked = np.random.default_rng(7).integers(len(found), size=(rounds, len(found)))
    return _around(mean(found), found[picked].mean(axis=1))


def interval_of_two(
    statistic: Callable[[Values, Values], float], answerable: Values, unanswerable: Values, rounds: int = ROUNDS
) -> Interval:
    """Return a figure of two groups of questions with its interval; each group is resampled by itself."""
    if not len(answerable) or not len(unanswerable):
        return Interval(math.nan, math.nan, math.nan)
    dice = np.random.default_rng(7)
    resampled = [
        statistic(dice.choice(answerable, len(answerable)), dice.choice(unanswerable, len(unanswerable)))
        for _ in range(rounds)
    ]
    return _around(statistic(answerable, unanswerable), np.array(resampled))


def _around(value: float, resampled: Values) -> Interval:
    low, high = np.quantile(resampled, (0.025, 0.975))
    return Interval(value, float(low), float(high))
