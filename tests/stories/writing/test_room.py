"""The room: what a text takes of it, and weights of sentences that add up to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stories.writing.count import count
from stories.writing.room import Room, scale, taken

SENTENCES = st.lists(
    st.text("가나다 ab%19.😀", min_size=1, max_size=20).map(lambda text: f"{text}."), min_size=1, max_size=6
)
RULES = ("characters", "characters-without-spaces", "portal-bytes", "utf8-bytes")


@given(SENTENCES, st.sampled_from(RULES), st.integers(1, 300))
def test_weights_add_up_to_what_the_text_takes(sentences: list[str], rule: str, limit: int) -> None:
    measured = scale(Room(limit, rule))
    assert measured
    fits = sum(map(measured.weigh, sentences)) <= measured.capacity
    assert (
        fits == (count(" ".join(sentences)).by(rule) <= limit) == (taken(" ".join(sentences), Room(limit, rule)) <= 1)
    )


@given(SENTENCES, st.sampled_from(RULES), st.integers(1, 300), st.integers(1, 60))
def test_what_fits_a_limit_and_a_time_is_over_neither(
    sentences: list[str], rule: str, limit: int, seconds: int
) -> None:
    measured = scale(Room(limit, rule, seconds))
    assert measured
    if sum(map(measured.weigh, sentences)) <= measured.capacity:
        assert count(" ".join(sentences)).by(rule) <= limit


@pytest.mark.parametrize("limit", [1, 10, 300, 301, 333, 1000, 9999])
def test_the_aim_is_85_to_95_percent_of_what_is_written(limit: int) -> None:
    measured = scale(Room(limit))
    assert measured
    lowest, highest = (units - 1 for units in measured.aim)  # the last sentence has no space behind it
    assert lowest - 1 < 0.85 * limit <= lowest and highest <= 0.95 * limit < highest + 1


def test_seconds_count_in_the_middle_of_slow_and_fast() -> None:
    said = count("가" * 280).spoken
    assert taken("가" * 280, Room(None, seconds=60)) == pytest.approx((said.seconds_low + said.seconds_high) / 120)


def test_the_fuller_of_two_bounds_counts() -> None:
    assert taken("가" * 28, Room(100, seconds=60)) == 0.28
    assert taken("가" * 28, Room(1000, seconds=60)) == pytest.approx(0.1, abs=0.01)


def test_without_bounds_nothing_is_full() -> None:
    assert taken("가" * 1000, Room(None)) == 0 and scale(Room(None)) is None


@pytest.mark.parametrize("room", [Room(0), Room(-1), Room(None, seconds=0), Room(0, seconds=60), Room(100, seconds=0)])
def test_no_room_holds_nothing(room: Room) -> None:
    measured = scale(room)
    assert measured and measured.weigh("가") > measured.capacity
    assert taken("", room) == 0 and taken("가", room) > 1
