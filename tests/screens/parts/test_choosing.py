"""Whoever chooses one of two things of the same name gets the one that was chosen."""

from hypothesis import given
from hypothesis import strategies as st

from screens.parts.choosing import distinct


@given(
    st.lists(st.tuples(st.integers(), st.sampled_from(["이름", "이름 (2)", "이름 (a)", ""])), unique=True),
    st.booleans(),
)
def test_no_two_labels_are_alike(options: list[tuple[int, str]], with_id: bool) -> None:
    label = distinct(options, lambda one: one[1], (lambda one: str(one[0])) if with_id else None)
    assert len({label(one) for one in options}) == len(options)


def test_what_has_a_name_of_its_own_is_shown_by_it_alone() -> None:
    label = distinct(["a", "b", "c"], {"a": "이름", "b": "이름", "c": "다른 이름"}.__getitem__, str)
    assert [label(one) for one in "abc"] == ["이름 (a)", "이름 (b)", "다른 이름"]


def test_numbers_stay_when_something_newer_comes_before_them() -> None:
    before = distinct(["b", "a"], lambda one: "12:01")
    after = distinct(["c", "b", "a"], lambda one: "12:01")
    assert [before(one) for one in "ab"] == [after(one) for one in "ab"] == ["12:01", "12:01 (2)"]
