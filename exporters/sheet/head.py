"""The head of the sheet: for whom, when, and how many days are left."""

import datetime
import re

from exporters.sheet.content import Head
from exporters.sheet.cues import NAME_WIDTH, tidy
from languages import Sentences
from stories.files.library import Library
from stories.model.application import Application

_DATE = re.compile(r"\s*(\d{4})\s?[-./]\s?(\d{1,2})\s?[-./]\s?(\d{1,2})(?!\d)")


def head_of(application: Application, today: datetime.date, say: Sentences) -> Head:
    """Return the head for an application; a date that cannot be read stands as typed, without a countdown."""
    typed = tidy(application.interview_date, NAME_WIDTH)
    date = _date(typed)
    return Head(
        kind=say("prep_sheet.title"),
        title=tidy(application.company, NAME_WIDTH) or tidy(application.name, NAME_WIDTH),
        subtitle=tidy(application.position, NAME_WIDTH) if application.company else "",
        countdown=_countdown((date - today).days, say) if date else "",
        date=say("prep_sheet.interview_on", date=_with_weekday(typed, date, say)) if typed else "",
        as_of=say("prep_sheet.as_of", date=today.isoformat()) if date else "",
        blanks=(say("prep_sheet.time_and_place"),) if typed else _blanks("interview_date", "time_and_place", say=say),
    )


def head_of_all(library: Library, say: Sentences) -> Head:
    """Return the head of the sheet over all stories."""
    count = say("prep_sheet.story_count", count=len(library.stories)) if library.stories else ""
    blanks = _blanks("company", "interview_date", "time_and_place", say=say)
    return Head(say("prep_sheet.title"), say("prep_sheet.all_stories"), count, blanks=blanks)


def _blanks(*names: str, say: Sentences) -> tuple[str, ...]:
    return tuple(say(f"prep_sheet.{name}") for name in names)


def _date(typed: str) -> datetime.date | None:
    found = _DATE.match(typed)
    try:
        return datetime.date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _with_weekday(typed: str, date: datetime.date | None, say: Sentences) -> str:
    found = _DATE.match(typed)
    if date is None or found is None:
        return typed
    weekday = say("prep_sheet.weekdays").split()[date.weekday()]
    return f"{found.group().strip()} ({weekday}){typed[found.end() :]}"


def _countdown(days: int, say: Sentences) -> str:
    if days == 0:
        return say("prep_sheet.d_day")
    return say("prep_sheet.days_left" if days > 0 else "prep_sheet.days_past", days=abs(days))
