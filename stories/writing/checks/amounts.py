"""When two quantities are one amount, and whether a quantity is among the amounts that a text tells."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from stories.writing.checks.quantities import Quantity, quantities
from stories.writing.checks.units import MEASURES

_MONTH = re.compile(r"((?:19|20)[0-9]{2})(?:[-./년]\s?|\s)(1[0-2]|0?[1-9])(?![0-9])")
_ABOUT = Decimal("0.08")
_SLIGHTLY = Decimal("0.01")
"""How far off an amount may be that is said to be about so much, and one that is only written round."""
_ALIKE = ({"times", "fold"}, {"percent", "point"}, {"date", "day"}, {"date", "month"})
"""Units that one word may mean: times is 번 and 배, 6월 is a month and 6개월 in notes."""
_SMALL = 10


def same_amount(sought: Quantity, told: Quantity) -> bool:
    """Tell whether what is told is the amount sought: 40000명 for 4만 명, 0.5 for 50%, 2개월 for 두 달.

    A number told without a unit is the amount where it is not small: 40000 for 40000명, but not 2 for 2명.
    """
    if sought.value == told.value and _one_unit(sought, told):
        return True
    if {sought.unit, told.unit} == {"percent", ""}:
        share, bare = (sought, told) if sought.unit == "percent" else (told, sought)
        return bare.decimals > 0 and rounds_to(share.value / 100, bare)
    if sought.unit == told.unit == "percent" and (sought.in_words or told.in_words):
        return abs(sought.value - told.value) < Decimal("0.5")
    if sought.unit == told.unit or told.unit not in related_units(sought.unit):
        return False
    return any(_measured(sought, measure) == _measured(told, measure) != 0 for measure in MEASURES)


@cache
def related_units(unit: str) -> tuple[str, ...]:
    """Return the units in which the same amount may be told: the unit itself, none, and those that it turns into."""
    alike = {other for pair in _ALIKE if unit in pair for other in pair}
    measured = {other for measure in MEASURES if unit in measure for other in measure}
    return tuple({unit, "", *alike, *measured})


def rounds_to(exact: Decimal, one: Quantity) -> bool:
    """Tell whether the exact amount, rounded as the quantity is written, is the quantity."""
    return abs(exact - one.value) <= Decimal("0.5").scaleb(-one.decimals)


def _measured(one: Quantity, measure: Mapping[str, int]) -> Decimal:
    return one.value * measure.get(one.unit, 0)


def _one_unit(sought: Quantity, told: Quantity) -> bool:
    if sought.unit == told.unit:
        return True
    if not told.unit or (not sought.unit and told.unit not in ("percent", "point")):
        return sought.value > _SMALL or sought.value != int(sought.value)
    return {sought.unit, told.unit} in _ALIKE


@dataclass(frozen=True)
class Amounts:
    """Quantities with the texts that they stand in."""

    told: tuple[tuple[Quantity, str], ...]
    _known: frozenset[tuple[Decimal, str]]
    _by_unit: Mapping[str, Sequence[Quantity]]

    @classmethod
    def of(cls, text: str, period: str = "") -> "Amounts":
        """Return the amounts in the text, and how many months the period (2019-06 ~ 2019-09) takes."""
        return _amounts(text, period)

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """The amounts without their texts."""
        return tuple(one for one, _ in self.told)

    def tell(self, sought: Quantity, *, hedged: bool = False) -> bool:
        """Tell whether the amount is told, also in another unit or exactly where the quantity rounds it.

        `hedged`: 'about', 'more than' or the like stands with it.
        """
        if self.has(sought):
            return True
        return any(
            same_amount(sought, one) or _rounded(sought, one, hedged)
            for unit in (related_units(sought.unit) if sought.unit else self._by_unit)
            for one in self._by_unit.get(unit, ())
        )

    def has(self, sought: Quantity) -> bool:
        """Tell whether the number is told as it is, with its unit."""
        return (sought.value, sought.unit) in self._known

    def with_unit(self, unit: str) -> bool:
        """Tell whether any amount has this unit."""
        return unit in self._by_unit

    def elsewhere(self, sought: Quantity) -> str:
        """Return the same number with another unit as it is written, or an empty text."""
        found = (text[one.start : one.end] for one, text in self.told if one.value == sought.value and one.unit)
        return next(found, "")


@lru_cache(maxsize=1024)
def _amounts(text: str, period: str) -> Amounts:
    """Kept, because stories seldom change and drafts often."""
    told = [*((one, text) for one in quantities(text)), *((one, period) for one in _lengths(period))]
    by_unit: dict[str, list[Quantity]] = {}
    for one, _ in told:
        by_unit.setdefault(one.unit, []).append(one)
    return Amounts(tuple(told), frozenset((one.value, one.unit) for one, _ in told), by_unit)


def _rounded(sought: Quantity, exact: Quantity, hedged: bool) -> bool:
    if exact.unit not in (sought.unit, "") or sought.value < 10:
        return False
    if exact.value != int(exact.value) and exact.decimals > sought.decimals and rounds_to(exact.value, sought):
        return True
    off = abs(exact.value - sought.value)
    return sought.value >= 100 and off <= sought.value * (_ABOUT if hedged else _SLIGHTLY) and _is_round(sought.value)


def _is_round(value: Decimal) -> bool:
    """Tell whether at most two digits of a whole number are not zeros at its end."""
    return value == int(value) and len(str(int(value)).rstrip("0")) <= 2


def _lengths(period: str) -> Iterator[Quantity]:
    """Return the months from the first to the last month of a period, counted with and without the last."""
    months = [12 * int(year) + int(month) for year, month in _MONTH.findall(period[:200])]
    if len(months) > 1 and months[-1] >= months[0]:
        for length in (months[-1] - months[0], months[-1] - months[0] + 1):
            yield Quantity(0, len(period), Decimal(length), "month")
