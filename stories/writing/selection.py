"""Which sentences fit a room best: the knapsack problem, exact around the place where the room is full."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

CORE = 96
"""Sentences that are weighed against each other exactly; of more, the surely better and worse ones are set apart.

The core of a knapsack problem: Balas and Zemel, Operations Research 28(5), 1980."""
SHORTEST = 32
"""Short sentences that join the core, so that its last gap can be filled."""
GRAIN = 20_000
"""Units that the core is weighed in at most; heavier ones are rounded up, never down."""
ABOVE = 0.8
"""What a choice between the aim and the capacity is worth, beside one inside."""

Best = NDArray[np.float64]
"""The most that can be worth for each total weight, first without and then with the last item; -inf: no way."""


@dataclass(frozen=True)
class Item:
    """One sentence: its weight (whole, at least 0), its value, and its value where the one before is not taken."""

    weight: int
    value: float
    alone: float


def selection(items: Sequence[Item], capacity: int, aim: tuple[int, int]) -> list[int]:
    """Return the places of the items to take, in order: never heavier than the capacity, worth as much as possible.

    A total inside the aim (lowest and highest) is wanted, or one between it and the capacity that is worth clearly
    more; where there is neither, the heaviest below. `capacity` is at least 0.
    """
    fitting = [place for place, item in enumerate(items) if item.weight <= capacity]
    if sum(items[place].weight for place in fitting) <= aim[1]:
        return fitting
    fixed, core = _parted(fitting, items, aim[1])
    room = capacity - sum(items[place].weight for place in fixed)
    grain = max(1, -(-room // GRAIN))
    lowest, highest = (limit - capacity + room for limit in aim)
    together = set(core)
    taken = _knapsack(
        [_in_core(items[place], grain, place - 1 in fixed, place - 1 in together) for place in core],
        room // grain,
        (max(0, -(-lowest // grain)), max(0, highest // grain)),
        sum(items[place].value for place in fixed),
    )
    return sorted([*fixed, *(core[place] for place in taken)])


def _in_core(item: Item, grain: int, follows: bool, may_follow: bool) -> Item:
    """Return the item in grains; whether the one before it is taken may be settled already."""
    value, alone = (item.value if follows or may_follow else item.alone), (item.value if follows else item.alone)
    return Item(-(-item.weight // grain), value, alone)


def _parted(places: list[int], items: Sequence[Item], capacity: int) -> tuple[set[int], list[int]]:
    """Return the items that are surely taken, and the core: those near where the room is full, and the shortest."""
    if len(places) <= CORE + SHORTEST:
        return set(), places
    best_first = sorted(places, key=lambda place: items[place].value / (items[place].weight or 1), reverse=True)
    full, held = 0, 0
    while held + items[best_first[full]].weight <= capacity:
        held += items[best_first[full]].weight
        full += 1
    first = max(0, full - CORE // 2)
    rest = sorted(best_first[first + CORE :], key=lambda place: items[place].weight)
    return set(best_first[:first]), sorted([*best_first[first : first + CORE], *rest[:SHORTEST]])


def _knapsack(items: list[Item], capacity: int, aim: tuple[int, int], held: float) -> list[int]:
    """Return the places of the best items by dynamic programming over every total weight, as in `selection`.

    `held` is the value of what is taken already. Two rows are kept, without and with the item before, since some are
    worth less alone; for each item and total it is noted which row it came from.
    """
    without = np.full(capacity + 1, -np.inf)
    without[0] = 0.0
    with_last = np.full(capacity + 1, -np.inf)
    skipped_from = np.zeros((len(items), capacity + 1), dtype=bool)
    taken_from = np.zeros((len(items), capacity + 1), dtype=bool)
    for place, item in enumerate(items):
        stop = max(0, capacity + 1 - item.weight)
        alone, after = without[:stop] + item.alone, with_last[:stop] + item.value
        skipped_from[place] = with_last > without
        taken_from[place, item.weight :] = after > alone
        without = np.maximum(without, with_last)
        with_last = np.full(capacity + 1, -np.inf)
        with_last[item.weight :] = np.maximum(alone, after)
    total = _wanted(np.maximum(without, with_last) + held, aim)
    taken, has_last = [], bool(with_last[total] > without[total])
    for place in range(len(items) - 1, -1, -1):
        if has_last:
            taken.append(place)
            has_last = bool(taken_from[place, total])
            total -= items[place].weight
        else:
            has_last = bool(skipped_from[place, total])
    return taken[::-1]


def _wanted(best: Best, aim: tuple[int, int]) -> int:
    """Return the total to take: the most worth inside the aim or, worth ABOVE as much, above it; else the heaviest."""
    worth = best[aim[0] :].copy()
    worth[max(0, aim[1] + 1 - aim[0]) :] *= ABOVE
    if worth.size and worth.max() > -np.inf:
        return aim[0] + int(worth.argmax())
    return int(np.flatnonzero(best > -np.inf)[-1])
