"""The room for an answer, in characters, bytes or seconds: what a text takes of it, and what a sentence weighs."""

from collections.abc import Callable
from dataclasses import dataclass

from stories.model.application import CountingRule
from stories.writing.count import AIM, count
from stories.writing.spoken import SYLLABLES_A_MINUTE, spoken_time

_FAST_AND_SLOW = 20
"""Tenths of a second in a second, for two speakers."""
_FINE = 20_000
"""Units of a room that has a limit and seconds: fine enough that rounding up wastes nothing."""


@dataclass(frozen=True)
class Room:
    """How much may be written: at most `limit` in the unit of `rule`, at most `seconds` aloud, both, or any length.

    Seconds count at the middle between a fast and a slow speaker, as in count.spoken_zone.
    """

    limit: int | None
    rule: CountingRule = "characters"
    seconds: int | None = None


@dataclass(frozen=True)
class Scale:
    """What a sentence with the space behind it weighs, in whole units; how many the room holds, and the aim in it."""

    weigh: Callable[[str], int]
    capacity: int
    aim: tuple[int, int]


def taken(text: str, room: Room) -> float:
    """Return how full the room is: 0 for nothing or a room without bounds, 1 for exactly full, more for over."""
    of_limit = 0.0 if room.limit is None else _share(count(text).by(room.rule), room.limit)
    of_time = 0.0 if room.seconds is None else _share(_tenths(text), _FAST_AND_SLOW * room.seconds)
    return max(of_limit, of_time)


def scale(room: Room, whole: str = "") -> Scale | None:
    """Return the scale of the room for sentences of the whole text, None where it has no bounds.

    The weights of sentences add up to what their text takes; only time is rounded for each sentence, and told by the
    language of the whole.
    """
    space = count(" ").by(room.rule)
    limit, tenths = room.limit, None if room.seconds is None else _FAST_AND_SLOW * room.seconds
    if (limit is not None and limit < 1) or (tenths is not None and tenths < 1):
        return Scale(lambda text: 1, 0, (0, 0))

    def written(text: str) -> int:
        return count(text).by(room.rule) + space

    aloud = _tenths if tenths is None else _aloud(whole)
    if limit is not None and tenths is not None:
        return Scale(lambda text: max(_fine(written(text), limit + space), _fine(aloud(text), tenths)), *_aimed(_FINE))
    if limit is not None:
        return Scale(written, *_aimed(limit, space))
    return None if tenths is None else Scale(aloud, *_aimed(tenths))


def _aimed(whole: int, space: int = 0) -> tuple[int, tuple[int, int]]:
    """Return the units that a room holds and the aim in it; the last sentence needs no space."""
    return whole + space, (-(-AIM[0] * whole // 100) + space, AIM[1] * whole // 100 + space)


def _fine(part: int, whole: int) -> int:
    return -(-_FINE * part // whole)


def _aloud(whole: str) -> Callable[[str], int]:
    """Return what tells the tenths of seconds of a sentence: in Korean by its syllables, though it be English alone."""
    slow, fast = SYLLABLES_A_MINUTE
    said = spoken_time(whole)
    if abs(said.seconds_low - 60 * said.syllables / fast) > 0.1:
        return _tenths
    return lambda text: round(600 / slow * (heard := spoken_time(text).syllables) + 600 / fast * heard)


def _tenths(text: str) -> int:
    """Return the seconds of a fast and of a slow speaker together, in tenths."""
    said = spoken_time(text)
    return round(10 * said.seconds_low) + round(10 * said.seconds_high)


def _share(part: int, whole: int) -> float:
    """Return the share; something in no room at all is over."""
    return part / whole if whole > 0 else 2.0 * (part > 0)
