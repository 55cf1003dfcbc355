"""Numbers that follow from other numbers: a share of an amount, a rise in percent, a sum, a ratio."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import permutations

from stories.writing.checks.amounts import rounds_to
from stories.writing.checks.quantities import Quantity
from stories.writing.checks.units import PASSING

_MOST = 24
"""Numbers of one story that are tried with each other."""
_LEAST_ROUNDED = 10
"""A smaller whole number must come out exactly: a rounded 2 comes out of nearly anything."""
_SHARES = ("percent", "point")
_COUNTED = frozenset({"person", "thing", "times", "place", "day", "week", "month", "hour", "sheet", "volume"})
_NEVER = PASSING | {"rank", "age", "year", "month", "week", "day", "degree"}
"""Units of amounts that are not reckoned."""
_WHOLE = Quantity(0, 0, Decimal(100), "percent")
_SIGNS: Mapping[str, str] = {
    **{sign: f"{{0}} {sign} {{1}}" for sign in "×÷+−"},
    "rise": "({1} − {0}) ÷ {0}",
}
_Result = tuple[Decimal, str, Quantity, Quantity]
"""A value, how it comes out, and of which two numbers."""


@dataclass(frozen=True)
class Calculation:
    """How a number follows from others: as it is written (40,000 × 0.065% = 26), and of which values."""

    written: str
    values: tuple[Decimal, ...]


def calculation(sought: Quantity, told: Iterable[Quantity]) -> Calculation | None:
    """Return how the quantity follows from two numbers of one story, or None.

    Rounded as the quantity is written. Only what has a meaning is tried: amounts of one unit are added, compared and
    divided; a share is taken of an amount; amounts of two units are multiplied and divided.
    """
    if sought.unit in _NEVER or (not sought.unit and sought.value < _LEAST_ROUNDED):
        return None
    known = (one for one in told if one.unit not in _NEVER and one.value > 0)
    for value, sign, first, second in _results(sought, list(dict.fromkeys(map(_bare, known)))[:_MOST]):
        if value > 0 and _comes_out(value, sought):
            written = f"{_SIGNS[sign].format(_written(first), _written(second))} = {_written(sought)}"
            return Calculation(written, tuple(one.value for one in (first, second) if one is not _WHOLE))
    return None


def _comes_out(value: Decimal, sought: Quantity) -> bool:
    if sought.decimals or sought.value >= _LEAST_ROUNDED or sought.unit in _SHARES:
        return rounds_to(value, sought)
    return value == sought.value


def _bare(one: Quantity) -> Quantity:
    return Quantity(0, 0, one.value, one.unit)


def _results(sought: Quantity, numbers: Sequence[Quantity]) -> Iterator[_Result]:
    """Return all that can be reckoned in the unit of the quantity, with how and of what."""
    if sought.unit in _SHARES:
        yield from _shares(numbers)
        return
    alike = [one for one in numbers if one.unit == sought.unit]
    shares = [one for one in numbers if one.unit == "percent"]
    counted = [one for one in numbers if one.unit in _COUNTED and one.unit != sought.unit and one.value > 1]
    for one in alike:
        yield from ((one.value * share.value / 100, "×", one, share) for share in shares)
        for other in alike:
            if one.value > other.value:
                yield one.value + other.value, "+", other, one
                yield one.value - other.value, "−", one, other
        if sought.value >= _LEAST_ROUNDED:
            for other in counted:
                yield one.value * other.value, "×", one, other
                yield one.value / other.value, "÷", one, other
    if sought.unit in ("fold", "times"):
        pairs = permutations(numbers, 2)
        yield from ((one.value / other.value, "÷", one, other) for one, other in pairs if one.unit == other.unit)


def _shares(numbers: Sequence[Quantity]) -> Iterator[_Result]:
    for one in numbers:
        if one.unit == "percent":
            yield 100 - one.value, "−", _WHOLE, one
    for one, other in permutations(numbers, 2):
        if one.unit != other.unit:
            continue
        if one.unit == "percent":
            yield one.value - other.value, "−", one, other
            yield one.value * other.value / 100, "×", one, other
        if one.value < other.value:
            yield 100 * one.value / other.value, "÷", one, other
        yield abs(100 * (other.value - one.value) / one.value), "rise", one, other


def _written(one: Quantity) -> str:
    """Return the number with separators, and % where it is a share."""
    value = one.value.normalize()
    text = f"{value:,f}" if abs(value.as_tuple().exponent) < 30 else str(value)  # type: ignore[arg-type]
    return text + ("%" if one.unit == "percent" else "%p" if one.unit == "point" else "")
