"""What sentences are worth: inside their share more than beyond it, and what one pool cannot use goes to others."""

import pytest

from stories.writing.origins import Passage
from stories.writing.pools import BEFORE_ALL, FIRST, OUTSIDE, Candidate, Pool, values
from stories.writing.shapes import LEAD


def _pool(share: float | None, *preferences: float, field: str = "action") -> Pool:
    return Pool(share, tuple(Candidate("문장", Passage("id", field, "문장"), preference=one) for one in preferences))


def test_the_preferred_take_the_share_and_the_best_is_told_first() -> None:
    assert values([_pool(1.0, 1.0, 2.0, 1.5)], [10, 10, 10], 20) == [10 * OUTSIDE, 10 * 2.0 * FIRST, 10 * 1.5]


def test_a_sentence_across_the_border_is_worth_its_part() -> None:
    assert values([_pool(1.0, 2.0, 1.0)], [10, 10], 15)[1] == 10 * (0.5 + 0.5 * OUTSIDE)


def test_of_two_alike_the_longer_takes_the_share() -> None:
    assert values([_pool(1.0, 1.0, 1.0)], [5, 10], 10) == [5 * OUTSIDE, 10 * FIRST]


def test_every_field_has_its_best_inside_before_others() -> None:
    pool = Pool(1.0, (*_pool(1.0, 2.0, 2.0).candidates, *_pool(1.0, 1.0, field="result").candidates))
    assert values([pool], [10, 10, 10], 20) == [10 * 2 * FIRST, 10 * 2 * OUTSIDE, 10 * FIRST]


def test_the_lead_takes_what_it_needs_and_the_others_share_the_rest() -> None:
    found = values([_pool(LEAD, 1.0), _pool(0.5, 2.0, 1.0), _pool(0.5, 2.0, 1.0)], [10, 10, 10, 10, 10], 30)
    assert found[0] == 10 * FIRST * BEFORE_ALL
    assert found[2] == found[4] == 10 * OUTSIDE


@pytest.mark.parametrize("empty", [(), (1.0,)])
def test_what_one_pool_cannot_use_goes_to_the_others(empty: tuple[float, ...]) -> None:
    weights = [2] * len(empty) + [10, 10, 10]
    found = values([_pool(0.8, *empty), _pool(0.1, 2.0, 1.0), _pool(0.1, 1.0)], weights, 32)
    assert found[-2] == 10


def test_a_pool_without_a_share_is_worth_little_even_with_room() -> None:
    assert values([_pool(1.0, 1.0), _pool(0.0, 1.0)], [10, 10], 100) == [10 * FIRST, 10 * OUTSIDE]
