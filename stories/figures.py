"""Figures in texts: the numbers that say how much, and not when or of what name."""

import re

_DATE = re.compile(r"\d{4}년(?: ?\d{1,2}월)?(?: ?\d{1,2}일)?|\d{4}[-./] ?\d{1,2}(?:[-./] ?\d{1,2})?")
_NUMBER = re.compile(r"(?<![A-Za-z\d_])\d")


def without_dates(text: str) -> str:
    """Return the text with each date left out."""
    return _DATE.sub(" ", text)


def has_number(text: str) -> bool:
    """Tell whether the text holds a number; dates and digits inside names (seq2seq) are none."""
    return bool(_NUMBER.search(without_dates(text)))
