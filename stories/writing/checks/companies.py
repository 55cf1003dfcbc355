"""The companies that a text may name: well-known employers with their spellings, and those that a user wrote down."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from stories.writing.checks.lists import listed

_LEGAL_FORM = re.compile(
    r"\((?:주|유|재|사)\)|[㈜㈐]|(?:주식|유한)회사|,?\s*(?:Inc|Corp|Co|Ltd)\.?(?:,?\s*Ltd\.?)?$", re.I
)
_BRACKETED = re.compile(r"[(\[（［]([^()\[\]（）［］]{1,60})[)\]）］]")


@dataclass(frozen=True)
class Company:
    """One company with its spellings; `group` holds those of the group that it belongs to.

    `abroad`: known here more for what it makes than as an employer.
    """

    names: tuple[str, ...]
    group: tuple[str, ...] = ()
    abroad: bool = False


@cache
def known() -> tuple[Company, ...]:
    """Return the well-known employers; a group is one too."""
    return tuple(_known())


def company_of(name: str) -> Company:
    """Return the company as a user wrote it, with the other spellings where it is well known; no names for nothing.

    '(주)네이버', '네이버(NAVER)' and 'NAVER' are one; of '삼성전자 DS부문' the beginning is well known and counts too.
    """
    plain = " ".join(_LEGAL_FORM.sub(" ", _BRACKETED.sub(" ", _LEGAL_FORM.sub(" ", _seen(name)))).split())
    inside = [text for text in _BRACKETED.findall(_seen(name)) if _find(text)]
    parts = plain.split()
    beginnings = (" ".join(parts[:length]) for length in range(len(parts), 0, -1))
    found = next((one for text in (*beginnings, *inside) if (one := _find(text))), None)
    names = dict.fromkeys((plain, *inside, *(found.names if found else ())))
    return Company(tuple(one for one in names if len(one) > 1), found.group if found else ())


def bare(name: str) -> str:
    """Return the name without case and spaces."""
    return "".join(_seen(name).casefold().split())


def is_everyday(name: str) -> bool:
    """Tell whether the name of a company is a word of every day too (우리, 라인): only its sentence can tell."""
    return bare(name) in listed("companies")["everyday"]


def _seen(name: str) -> str:
    return unicodedata.normalize("NFKC", name.replace("㈜", " "))[:200]


def _find(name: str) -> Company | None:
    return _by_name().get(bare(name))


@cache
def _by_name() -> dict[str, Company]:
    return {bare(name): company for company in known() for name in company.names}


def _known() -> Iterator[Company]:
    for item in listed("companies")["companies"]:
        group = tuple(item["group"])
        if group:
            yield Company(group, group)
        for names in item["members"]:
            yield Company(tuple(names), group, "abroad" in item)
