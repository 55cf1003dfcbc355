"""Too short, too long, and too long where a line end counts as two, by the rule of the form."""

import pytest

from stories.writing.checks import CHECKS
from tests.stories.writing.checks.drafts import NURSE, codes, subject


@pytest.mark.parametrize(
    ("characters", "expected"),
    [(69, ["short-characters"]), (70, []), (100, []), (101, ["over-characters"]), (0, [])],
)
def test_the_zones_begin_exactly_at_70_and_100_percent(characters: int, expected: list[str]) -> None:
    assert codes(subject(NURSE, "가" * characters, limit="100자"), "length") == expected


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        ("portal-bytes", "가" * 51, ["over-bytes"]),
        ("portal-bytes", "가" * 50, []),
        ("utf8-bytes", "가" * 34, ["over-bytes"]),
        ("utf8-bytes", "가" * 23, ["short-bytes"]),
        ("characters-without-spaces", "가 " * 100, []),
        ("characters", "가 " * 100, ["over-characters"]),
    ],
)
def test_the_rule_of_the_form_counts(rule: str, text: str, expected: list[str]) -> None:
    assert codes(subject(NURSE, text, limit="100", counts=rule), "length") == expected


def test_how_much_is_told() -> None:
    (over,) = CHECKS["length"](subject(NURSE, "가" * 1201, limit="1000자"))
    assert (over.start, over.end) == (0, 0)
    assert over.details == {"count": "1,201", "limit": "1,000", "over": "201"}
    (short,) = CHECKS["length"](subject(NURSE, "가" * 697, limit="1000자"))
    assert short.details["percent"] == "69"


def test_line_ends_that_may_not_fit_are_named() -> None:
    text = "가" * 49 + "\n" + "나" * 49
    assert codes(subject(NURSE, text, limit="99"), "length") == ["line-ends"]
    assert codes(subject(NURSE, text, limit="100"), "length") == []


@pytest.mark.parametrize("limit", ["", "0", "없음", "1분"])
def test_without_a_limit_nothing_is_too_long(limit: str) -> None:
    assert codes(subject(NURSE, limit=limit), "length") == []
