"""Which application is next: by the day of its interview, or by what must be done next."""

import datetime
import re
from collections.abc import Iterable
from typing import Literal

from stories.model.application import Application

_DATE = re.compile(r"(\d{4})\s*[-./년]\s*(\d{1,2})\s*[-./월]\s*(\d{1,2})(?!\d)")


def day_of(text: str) -> datetime.date | None:
    """Return the first day in a text such as 2026-11-28, 2026.11.28 or 2026년 11월 28일 14시; None without one."""
    found = _DATE.search(text)
    try:
        return datetime.date(*(int(part) for part in found.groups())) if found else None
    except ValueError:
        return None


def days_until(application: Application, today: datetime.date) -> int | None:
    """Return the days until the interview; negative once it is past, None where no day is written."""
    day = day_of(application.interview_date)
    return (day - today).days if day else None


def in_order(applications: Iterable[Application], today: datetime.date) -> list[Application]:
    """Return the applications as one needs them: the next interview first, then those without a day, past ones last."""

    def place(application: Application) -> tuple[int, int]:
        days = days_until(application, today)
        if days is None:
            return 1, 0
        return (0, days) if days >= 0 else (2, -days)

    return sorted(applications, key=place)


DueDate = Literal["deadline", "interview_date"]
_OPEN = ("", "preparing")
"""Statuses in which the form is still to be sent."""


def days_to(text: str, today: datetime.date) -> int | None:
    """Return the days until the first day in a text; negative once it is past, None without one."""
    day = day_of(text)
    return (day - today).days if day else None


def due(application: Application, today: datetime.date) -> tuple[DueDate, int] | None:
    """Return what comes next, the end of the form or the interview, with the days until then; None for nothing.

    A deadline counts while the form is not sent.
    """
    dates: tuple[tuple[DueDate, str], ...] = (("interview_date", application.interview_date),)
    if application.status in _OPEN:
        dates = (("deadline", application.deadline), *dates)
    found = [(name, days) for name, text in dates if (days := days_to(text, today)) is not None and days >= 0]
    return min(found, key=lambda one: one[1], default=None)


def by_due_date(applications: Iterable[Application], today: datetime.date) -> list[Application]:
    """Return the applications as one works on them: what is due soonest first, then those without a day, then ended."""

    def place(application: Application) -> tuple[bool, float]:
        coming = due(application, today)
        return application.status in ("rejected", "withdrawn", "offer"), coming[1] if coming else float("inf")

    return sorted(applications, key=place)
