"""Amounts are the same however they are written, and a text is asked whether it tells one."""

from decimal import Decimal

import pytest

from stories.writing.checks.amounts import Amounts, related_units, rounds_to, same_amount
from stories.writing.checks.quantities import Quantity, quantities
from stories.writing.checks.units import UNITS


def _only(text: str) -> Quantity:
    (found,) = quantities(text)
    return found


@pytest.mark.parametrize(
    ("sought", "told"),
    [
        ("4만 명", "40,000명"), ("4만 명", "40000"), ("사만 명", "4만 사람"), ("50%", "0.5"), ("50%", "절반"),
        ("91%", "0.91"), ("33%", "1/3"),
        ("10위", "10등"), ("두 배", "2배"), ("두 배", "twice"), ("three times", "3번"), ("두 달", "2개월"),
        ("120분", "2시간"), ("2주", "14일"),
        ("1년", "12개월"), ("반년", "6개월"), ("1.8초", "1800ms"), ("3%p", "3%"), ("2km", "2000m"), ("91.0%", "91%"),
        ("스무 명", "20 people"),
    ],
)  # fmt: skip
def test_amounts_are_the_same_however_they_are_written(sought: str, told: str) -> None:
    assert same_amount(_only(sought), _only(told))


@pytest.mark.parametrize(
    ("sought", "told"),
    [
        ("65명", "65%"), ("65%", "65명"), ("2명", "2"), ("3배", "3명"), ("50", "50%"), ("10위", "10점"),
        ("2년", "2개월"), ("40%", "4"),
        ("16GB", "16MB"), ("30분", "30초"), ("5명", "6명"), ("절반", "40%"), ("0.5", "0.6"),
    ],
)  # fmt: skip
def test_the_same_number_of_something_else_is_another_amount(sought: str, told: str) -> None:
    assert not same_amount(_only(sought), _only(told))


def test_rounding_goes_by_the_digits_that_are_written() -> None:
    assert rounds_to(Decimal("91.24"), _only("91.2%")) and rounds_to(Decimal("91.4"), _only("91%"))
    assert not rounds_to(Decimal("91.24"), _only("91.3%"))


def test_units_of_one_amount_are_related_both_ways() -> None:
    assert set(related_units("hour")) >= {"hour", "minute", "day", ""}
    assert set(related_units("percent")) == {"percent", "point", ""}
    assert all(unit in related_units(other) for unit in UNITS for other in related_units(unit) if other)


@pytest.mark.parametrize(
    ("text", "sought", "told"),
    [
        ("설문 412명", "412명", True), ("설문 412명", "약 400명", False), ("정확도 91.24%", "91%", True),
        ("정확도 91.24%", "92%", False),
        ("40,213명", "4만 명", True), ("43,000명", "4만 명", False), ("6.4시간", "6시간", False),
        ("2시간", "120분", True), ("", "3명", False),
    ],
)  # fmt: skip
def test_a_text_tells_an_amount_also_where_the_quantity_rounds_it(text: str, sought: str, told: bool) -> None:
    assert Amounts.of(text).tell(_only(sought)) is told


def test_a_hedge_allows_more() -> None:
    assert Amounts.of("설문 412명").tell(_only("400명"), hedged=True)
    assert not Amounts.of("설문 512명").tell(_only("400명"), hedged=True)
    assert not Amounts.of("설문 412명").tell(_only("401명"), hedged=True)


def test_a_period_tells_how_many_months_it_takes() -> None:
    amounts = Amounts.of("", "2019-06 ~ 2019-09")
    assert [number for number in range(1, 9) if amounts.tell(_only(f"{number}개월"))] == [3, 4]
    assert Amounts.of("", "2022.03 - 2023.02").tell(_only("1년"))
    assert not Amounts.of("", "2022년 3월부터").quantities


def test_the_same_number_with_another_unit_is_quoted_as_it_is_written() -> None:
    amounts = Amounts.of("1.2만 건, 12000")
    assert amounts.elsewhere(_only("12,000명")) == "1.2만 건"
    assert amounts.elsewhere(_only("13,000명")) == ""
    assert amounts.has(_only("12,000건")) and not amounts.has(_only("12,000명"))
    assert amounts.with_unit("thing") and not amounts.with_unit("person")
