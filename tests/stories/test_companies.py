"""Which names mean one company, and which interviews and applications belong to it."""

from pathlib import Path

import pytest

from stories.companies import applications_beside, interviews_at, same_company
from stories.files.library import Library
from stories.model.application import Application
from stories.model.interview import Interview


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("KT", "kt ", True),
        ("㈜카카오", "(주) 카카오", True),
        ("주식회사 카카오", "카카오", True),
        ("KT", "KT", True),
        ("\u110f\u1161\u110f\u1161\u110b\u1169", "카카오", True),
        ("KT", "KT&G", False),
        ("카카오", "카카오뱅크", False),
        ("", "", False),
        ("㈜", "주식회사", False),
    ],
)
def test_one_company_is_known_by_its_name_however_it_is_written(one: str, other: str, same: bool) -> None:
    assert same_company(one, other) is same_company(other, one) is same


HERE = Application(id="here", company="KT")
BESIDE = Application(id="beside", company="㈜ kt")
ELSEWHERE = Application(id="elsewhere", company="LG")
NAMELESS = Application(id="nameless")
APPLICATIONS = {one.id: one for one in (HERE, BESIDE, ELSEWHERE, NAMELESS)}
INTERVIEWS = {
    one.id: one
    for one in (
        Interview(id="a", date="2025-01-01", application="here"),
        Interview(id="b", date="2026-01-01", organisation="kt"),
        Interview(id="c", date="2024-01-01", application="beside"),
        Interview(id="d", date="2026-02-01", organisation="LG", application="elsewhere"),
        Interview(id="e", date="2026-03-01"),
    )
}
LIBRARY = Library(applications=APPLICATIONS, interviews=INTERVIEWS, folder=Path())


def test_interviews_belong_by_their_application_or_their_organisation_newest_first() -> None:
    assert [one.id for one in interviews_at(LIBRARY, HERE)] == ["b", "a", "c"]
    assert [one.id for one in interviews_at(LIBRARY, ELSEWHERE)] == ["d"]


def test_an_application_without_a_company_has_only_its_own_interviews() -> None:
    assert interviews_at(LIBRARY, NAMELESS) == ()
    assert applications_beside(LIBRARY, NAMELESS) == ()


def test_the_other_applications_to_a_company_leave_out_this_one() -> None:
    assert [one.id for one in applications_beside(LIBRARY, HERE)] == ["beside"]
