"""The sentences that an answer may tell, in pools that share the room, and what each is worth there."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from stories.writing.origins import Passage

OUTSIDE = 0.25
"""What a sentence beyond the share of its pool is worth, beside one inside."""
FIRST = 2.0
"""What the best sentence of a field is worth, beside its others: so that every field is told."""
MOSTLY = 0.3
"""How much of it (0 to 1) must be inside for that."""
BEFORE_ALL = 4.0
"""What a sentence of the lead is worth, beside the others."""


@dataclass(frozen=True)
class Candidate:
    """A sentence that may be told: as it would stand in the draft, where it comes from, and how much it is preferred.

    `opens`: its part begins a paragraph. `leans`: it is understood with the sentence before it. `barred`: it may not be
    told (a retracted claim), and is only listed.
    """

    text: str
    passage: Passage
    part: str = ""
    marks: tuple[str, ...] = ()
    preference: float = 1.0
    opens: bool = False
    leans: bool = False
    barred: bool = False


@dataclass(frozen=True)
class Pool:
    """The candidates of one stretch in the order of the answer, and its share of the room as in shapes.Stretch."""

    share: float | None
    candidates: tuple[Candidate, ...]


def values(pools: Sequence[Pool], weights: Sequence[int], room: int) -> list[float]:
    """Return what each candidate of the pools is worth in a room of so many units.

    That is its weight, more where it is preferred, less beyond its pool's share of the room; `weights` are in units.
    """
    found: list[float] = []
    for pool, share in zip(pools, _shares(pools, weights, room), strict=True):
        found += _values_in(pool, weights[len(found) : len(found) + len(pool.candidates)], share)
    return found


def _values_in(pool: Pool, weights: Sequence[int], share: float) -> list[float]:
    """Return the values in one pool: its share goes to the best sentence of each field, then to the preferred ones.

    Of two that are preferred alike the longer one says more.
    """
    found = [0.0] * len(weights)
    best_first = sorted(range(len(weights)), key=lambda place: (-pool.candidates[place].preference, -weights[place]))
    firsts: dict[str, int] = {}
    for place in best_first:
        firsts.setdefault(pool.candidates[place].passage.field, place)
    before = 0.0
    for place in dict.fromkeys([*firsts.values(), *best_first]):
        one, weight = pool.candidates[place], weights[place]
        inside = min(1.0, max(0.0, (share - before) / weight)) if weight else 1.0
        worth = inside + OUTSIDE * (1 - inside)
        worth *= FIRST if inside >= MOSTLY and firsts[one.passage.field] == place else 1.0
        found[place] = weight * one.preference * worth * (BEFORE_ALL if pool.share is None else 1.0)
        before += weight
    return found


def _shares(pools: Sequence[Pool], weights: Sequence[int], room: int) -> list[float]:
    """Return the units of the room for each pool: the lead's own, then by share; what one cannot use goes to others."""
    ends = [0]
    for pool in pools:
        ends.append(ends[-1] + len(pool.candidates))
    needs = [float(sum(weights[start:stop])) for start, stop in pairwise(ends)]
    given = [need if pool.share is None else 0.0 for pool, need in zip(pools, needs, strict=True)]
    left = max(0.0, room - sum(given))
    open_ = [place for place, pool in enumerate(pools) if pool.share]
    while open_ and left > 0:
        whole = sum(pools[place].share or 0 for place in open_)
        offered = {place: left * (pools[place].share or 0) / whole for place in open_}
        full = [place for place in open_ if needs[place] <= offered[place]]
        for place in full or open_:
            given[place] = needs[place] if full else offered[place]
            left -= given[place]
        open_ = [place for place in open_ if place not in full] if full else []
    return given
