"""Which sentences fit: as good as trying every choice, for few and for many, and never heavier than the room."""

import random
import time
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from stories.writing.selection import ABOVE, CORE, Item, selection

items = st.lists(
    st.builds(
        lambda weight, value, alone: Item(weight, value * weight, value * alone * weight),
        st.integers(1, 30), st.sampled_from((0.5, 1.0, 1.5, 2.0)), st.sampled_from((0.4, 1.0)),
    ),
    max_size=9,
)  # fmt: skip


def _worth(chosen: tuple[int, ...] | list[int], given_items: list[Item]) -> float:
    return sum(given_items[place].value if place - 1 in chosen else given_items[place].alone for place in chosen)


@given(items, st.integers(0, 120))
def test_it_chooses_as_well_as_trying_everything(found: list[Item], capacity: int) -> None:
    aim = (-(-85 * capacity // 100), 95 * capacity // 100)
    chosen = selection(found, capacity, aim)
    weight = sum(found[place].weight for place in chosen)
    assert weight <= capacity and chosen == sorted(set(chosen))
    fitting = [place for place, item in enumerate(found) if item.weight <= capacity]
    if sum(found[place].weight for place in fitting) <= aim[1]:
        assert chosen == fitting
        return
    every = [
        (size, sum(found[place].weight for place in size))
        for number in range(len(fitting) + 1)
        for size in combinations(fitting, number)
    ]
    possible = [(one, heavy) for one, heavy in every if heavy <= capacity]
    full = [(one, heavy) for one, heavy in possible if heavy >= aim[0]]
    if full:
        best = max(_worth(one, found) * (ABOVE if heavy > aim[1] else 1) for one, heavy in full)
        assert weight >= aim[0]
        assert abs(_worth(chosen, found) * (ABOVE if weight > aim[1] else 1) - best) < 1e-6
    else:
        assert weight == max(heavy for _, heavy in possible)


def test_of_many_it_fills_the_aim_and_takes_the_better_ones() -> None:
    dice = random.Random(1)
    found = [Item(dice.randrange(20, 90), 0.0, 0.0) for _ in range(20 * CORE)]
    found = [Item(one.weight, worth := one.weight * dice.choice((1.0, 3.0)), worth) for one in found]
    capacity = sum(one.weight for one in found) // 4
    chosen = selection(found, capacity, (85 * capacity // 100, 95 * capacity // 100))
    assert 0.85 * capacity <= sum(found[place].weight for place in chosen) <= 0.95 * capacity
    better = [place for place in chosen if found[place].value > 2 * found[place].weight]
    assert len(better) > 0.98 * len(chosen)


def test_short_sentences_fill_a_gap_that_long_ones_leave() -> None:
    found = [Item(400, 4000.0, 4000.0)] * 200 + [Item(30, 3.0, 3.0)] * 200
    chosen = selection(found, 1000, (850, 950))
    assert 850 <= sum(found[place].weight for place in chosen) <= 950


def test_a_huge_room_is_filled_quickly() -> None:
    dice = random.Random(2)
    found = [Item(weight, float(weight), float(weight)) for weight in (dice.randrange(1, 9000) for _ in range(400))]
    start = time.perf_counter()
    chosen = selection(found, 1_000_000, (850_000, 950_000))
    assert 850_000 <= sum(found[place].weight for place in chosen) <= 1_000_000
    assert time.perf_counter() - start < 1
