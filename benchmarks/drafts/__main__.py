"""Print how good first drafts are: 500 random stories, rooms and shapes, each figure beside the bar of the product."""

import random
import statistics
from collections.abc import Callable, Sequence
from typing import TypeVar

from benchmarks.drafts.figures import can_be_filled, draw, filled, is_full, own_words, says, setting_share
from benchmarks.drafts.random_stories import DOUBTED, TAKEN_BACK
from stories.model.story import Claim, Story
from stories.writing.first_draft import first_draft
from stories.writing.room import Room

T = TypeVar("T")
PAIRS = 500
SEED = 20_260_401
LONGER = 10
"""Sentences from which on a draft can keep its shares closely; a short one has two or three to choose."""


def main() -> None:
    """Print the table."""
    first_draft(_taken_back(), "star", Room(500))
    drawn = [draw(dice) for dice in map(random.Random, range(SEED, SEED + PAIRS))]
    enough = [one for one in drawn if can_be_filled(one)]
    times = sorted(one.milliseconds for one in drawn)
    shares = sorted(share for one in drawn if (share := setting_share(one)) is not None)
    longer = sorted(
        share for one in drawn if len(one.draft.sentences) >= LONGER and (share := setting_share(one)) is not None
    )
    doubted = [sentence for one in drawn for sentence in one.draft.sentences if says(sentence.passage.text, DOUBTED)]
    rows = (
        ("never over the limit", _share(drawn, lambda one: filled(one) <= 1), "100 %"),
        ("only the user's words and listed styles", _share(drawn, own_words), "100 %"),
        (f"85 to 100 % full ({len(enough)} with enough text)", _share(enough, is_full), "100 %"),
        ("85 to 95 % full, of the same", _share(enough, lambda one: filled(one) <= 0.95), "most"),
        ("no retracted claim", _share(drawn, lambda one: not says(one.draft.text, TAKEN_BACK)), "100 %"),
        (
            f"unconfirmed claims marked ({len(doubted)})",
            _share(doubted, lambda one: "unconfirmed" in one.marks),
            "100 %",
        ),
        (f"S+T of S+T+A+R, median ({len(shares)} with both)", f"{statistics.median(shares):.0%}", "20 %"),
        ("   the middle 80 of 100", _middle(shares), "20 %"),
        (
            f"   of {LONGER} sentences and more ({len(longer)})",
            _middle(longer),
            "20 %",
        ),
        ("first draft, median", f"{statistics.median(times):.1f} ms", "100 ms"),
        ("first draft, slowest", f"{times[-1]:.1f} ms", "100 ms"),
    )
    print(f"first drafts of {PAIRS} random stories in random rooms")
    print(f"{'':52}{'storybank':>14}{'bar':>10}")
    for name, figure, bar in rows:
        print(f"{name:52}{figure:>14}{bar:>10}")


def _taken_back() -> Story:
    """Return a story with a retracted claim, so that what the matcher knows is read before the clock starts."""
    return Story(action=f"{TAKEN_BACK[0]}.", claims=[Claim(text=TAKEN_BACK[0], status="retracted")])


def _middle(ordered: Sequence[float]) -> str:
    """Return from where to where the middle eight of ten reach."""
    last = len(ordered) - 1
    return f"{ordered[round(0.1 * last)]:.0%} to {ordered[round(0.9 * last)]:.0%}"


def _share(of: Sequence[T], holds: Callable[[T], bool]) -> str:
    return f"{sum(map(holds, of)) / len(of):.1%}"


if __name__ == "__main__":
    main()
