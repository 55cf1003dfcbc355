"""The assignment problem against every possible assignment."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stories.matching.assignment import assign


@st.composite
def _tables(draw: st.DrawFn) -> list[list[int]]:
    rows = draw(st.integers(1, 4))
    columns = draw(st.integers(rows, 6))
    worth = draw(st.sampled_from([st.integers(-3, 3), st.integers(-(10**9), 10**9)]))
    return draw(st.lists(st.lists(worth, min_size=columns, max_size=columns), min_size=rows, max_size=rows))


@given(table=_tables())
def test_no_other_assignment_has_a_greater_sum(table: list[list[int]]) -> None:
    found = assign(np.array(table, dtype=np.int64))
    assert len(set(found)) == len(table), "each row has a column of its own"
    best = max(
        sum(table[row][column] for row, column in enumerate(columns))
        for columns in permutations(range(len(table[0])), len(table))
    )
    assert sum(table[row][column] for row, column in enumerate(found)) == best


def test_a_row_gives_way_to_one_that_has_less_to_choose_from() -> None:
    assert assign(np.array([[9, 8, 0], [9, 0, 0], [9, 8, 1]], dtype=np.int64)) == [1, 0, 2]


def test_nothing_is_assigned_to_no_rows() -> None:
    assert assign(np.zeros((0, 3), dtype=np.int64)) == []


def test_a_large_table_is_as_good_as_its_own_bound() -> None:
    """Each row has a column where it is the greatest of all: the sum of those is a bound that is reached."""
    worth = np.random.default_rng(1).integers(0, 1000, (120, 400))
    worth[np.arange(120), np.arange(120) * 3] = 1000
    assert assign(worth) == [3 * row for row in range(120)]


def test_more_rows_than_columns_is_a_slip_of_ours() -> None:
    with pytest.raises(ValueError, match="more rows"):
        assign(np.zeros((2, 1), dtype=np.int64))
