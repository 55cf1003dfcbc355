"""A limit is understood as people type it, and what is no limit is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stories.model.application import AskedByForm
from stories.writing.limits import LARGEST, LONGEST, limit_of, rule_of, seconds_of


@pytest.mark.parametrize(
    ("typed", "limit", "seconds"),
    [
        ("1000", 1000, None),
        ("1,000자 이내", 1000, None),
        ("１０００", 1000, None),
        ("2000바이트", 2000, None),
        ("1500 Bytes", 1500, None),
        ("1분", None, 60),
        ("1분 30초", None, 90),
        ("1분 반", None, 90),
        ("90초", None, 90),
        ("2 min", None, 120),
        ("0", None, None),
        ("-5", None, None),
        ("", None, None),
        ("없음", None, None),
        ("300 words", None, None),
        ("300단어", None, None),
        ("9" * 39, LARGEST, None),
        ("999분", None, LONGEST),
    ],
)
def test_a_typed_limit_is_a_number_or_a_time(typed: str, limit: int | None, seconds: int | None) -> None:
    asked = AskedByForm(limit=typed)
    assert (limit_of(asked), seconds_of(asked)) == (limit, seconds)


def test_a_limit_in_bytes_is_counted_in_bytes_unless_another_rule_is_chosen() -> None:
    assert rule_of(AskedByForm(limit="2000바이트")) == "portal-bytes"
    assert rule_of(AskedByForm(limit="2000 bytes", counts="utf8-bytes")) == "utf8-bytes"
    assert rule_of(AskedByForm(limit="2000자")) == "characters"


@given(st.text())
def test_nothing_that_is_typed_raises(typed: str) -> None:
    asked = AskedByForm.model_construct(limit=typed)
    assert limit_of(asked) is None or 1 <= limit_of(asked) <= LARGEST
    assert seconds_of(asked) is None or 1 <= seconds_of(asked) <= LONGEST
