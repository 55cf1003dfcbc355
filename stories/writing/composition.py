"""Compose a draft of whole sentences: choose those that fill the room best, and put them in the order of the shape."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from stories.writing.count import SHORT
from stories.writing.origins import Passage
from stories.writing.pools import Candidate, Pool, values
from stories.writing.room import Room, Scale, scale, taken
from stories.writing.selection import Item, selection

ALONE = 0.4
"""What a sentence that leans on the one before (그 결과, 이때) is worth without it, beside with it."""
INSISTED = 8.0
"""How much more a sentence of the main pool is worth, where a draft would else tell nothing of it."""
_ENDS = re.compile("[.!?。…~][\"'”’」』)\\]]*$")


@dataclass(frozen=True)
class Drafted:
    """One sentence of the draft: its text there, its own words, its part, and marks: unconfirmed, style-unsure."""

    text: str
    passage: Passage
    part: str
    marks: tuple[str, ...]


@dataclass(frozen=True)
class FirstDraft:
    """A draft: its text, its sentences in order, the passages left out (no room, or retracted) in order, and codes.

    Codes: nothing-written, too-small (the room for every sentence), not-enough (below 70 % with all that is written),
    no-action, no-result.
    """

    text: str
    sentences: tuple[Drafted, ...]
    left_out: tuple[Passage, ...]
    codes: tuple[str, ...]


def compose(pools: Sequence[Pool], room: Room) -> FirstDraft:
    """Return the draft that fills the room best with whole sentences of the pools, never over it.

    Between 85 and 95 % where sentences allow, up to 100 % otherwise. Nothing raises.
    """
    everything = [one for pool in pools for one in pool.candidates]
    told = [one for one in everything if not one.barred]
    chosen = _chosen([_told(pool) for pool in pools], room)
    kept = [told[place] for place in chosen]
    places = {id(one) for one in kept}
    left_out = tuple(one.passage for one in everything if id(one) not in places)
    sentences = tuple(Drafted(one.text, one.passage, one.part, one.marks) for one in kept)
    text = joined(kept)
    return FirstDraft(text, sentences, left_out, _codes(len(told), len(kept), taken(text, room), room))


def joined(sentences: Sequence[Candidate]) -> str:
    """Return the sentences as one text: a line end before a paragraph and behind a sentence without its mark."""
    pieces: list[str] = []
    for place, one in enumerate(sentences):
        if place:
            before = sentences[place - 1]
            begins = one.opens and one.part != before.part
            pieces.append("\n" if begins or not _ENDS.search(before.text) else " ")
        pieces.append(one.text)
    return "".join(pieces)


def _told(pool: Pool) -> Pool:
    return Pool(pool.share, tuple(one for one in pool.candidates if not one.barred))


def _codes(written: int, kept: int, full: float, room: Room) -> tuple[str, ...]:
    if not written:
        return ("nothing-written",)
    if not kept:
        return ("too-small",)
    bounded = room.limit is not None or room.seconds is not None
    return ("not-enough",) if bounded and kept == written and 100 * full < SHORT else ()


def _chosen(pools: Sequence[Pool], room: Room) -> list[int]:
    """Return the places of the candidates to tell, among all of the pools."""
    told = [one for pool in pools for one in pool.candidates]
    measured = scale(room, joined(told))
    if measured is None:
        return list(range(len(told)))
    weights = [measured.weigh(one.text) for one in told]
    worth = values(pools, weights, measured.aim[1])
    chosen = _fitting(told, weights, worth, room, measured)
    main = _main(pools)
    if not main.intersection(chosen):
        insisted = [value * INSISTED if place in main else value for place, value in enumerate(worth)]
        chosen = _fitting(told, weights, insisted, room, measured)
    return chosen


def _main(pools: Sequence[Pool]) -> set[int]:
    """Return the places of the candidates of the pool with the largest share."""
    largest = max(range(len(pools)), key=lambda place: pools[place].share or 0)
    start = sum(len(pool.candidates) for pool in pools[:largest])
    return set(range(start, start + len(pools[largest].candidates)))


def _fitting(
    told: Sequence[Candidate], weights: Sequence[int], worth: Sequence[float], room: Room, measured: Scale
) -> list[int]:
    """Return the places of the candidates to tell, whose text is surely not over the room."""
    items = [
        Item(weight, value, value * (ALONE if one.leans else 1.0))
        for one, weight, value in zip(told, weights, worth, strict=True)
    ]
    capacity = measured.capacity
    while True:
        chosen = selection(items, capacity, (min(measured.aim[0], capacity), min(measured.aim[1], capacity)))
        over = taken(joined([told[place] for place in chosen]), room) - 1
        if over <= 0:
            return chosen
        capacity = max(0, min(capacity - 1, int(capacity * (1 - over))))  # rounded times may add up to a little more
