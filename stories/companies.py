"""Which interviews and applications belong to the same company."""

import re
import unicodedata

from stories.files.library import Library
from stories.model.application import Application
from stories.model.interview import Interview

_LEGAL_FORM = re.compile(r"\((?:주|유)\)|(?:주식|유한)회사")


def same_company(one: str, other: str) -> bool:
    """Tell whether two names mean one company: case, spaces and the Korean legal form (㈜, 주식회사) do not count."""
    return bool(_bare(one)) and _bare(one) == _bare(other)


def _bare(name: str) -> str:
    return "".join(_LEGAL_FORM.sub(" ", unicodedata.normalize("NFKC", name).casefold()).split())


def interviews_at(library: Library, application: Application) -> tuple[Interview, ...]:
    """Return the interviews for this application or at its company, newest first."""
    others = {application.id, *(one.id for one in applications_beside(library, application))}
    found = [
        one
        for one in library.interviews.values()
        if (one.application and one.application in others) or same_company(one.organisation, application.company)
    ]
    return tuple(sorted(found, key=lambda one: (one.date, one.id), reverse=True))


def applications_beside(library: Library, application: Application) -> tuple[Application, ...]:
    """Return the other applications to the same company."""
    return tuple(
        one
        for one in library.applications.values()
        if one.id != application.id and same_company(one.company, application.company)
    )
