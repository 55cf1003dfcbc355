"""The tables of words that decide how a sentence may end, and how a word is looked up in them."""

from functools import cache
from pathlib import Path

import yaml

_LONGEST = 6


@cache
def table(name: str) -> frozenset[str]:
    """Return the words of the table."""
    return frozenset(_tables()[name].split())


@cache
def pairs(name: str) -> dict[str, str]:
    """Return the table as pairs of a word and what it becomes."""
    words = _tables()[name].split()
    return dict(zip(words[::2], words[1::2], strict=True))


def ends_in(word: str, name: str, shortest: int = 2) -> bool:
    """Tell whether the word is in the table, or ends in a word of it that has at least so many letters."""
    words = table(name)
    return word in words or any(word[-length:] in words for length in range(shortest, _LONGEST + 1))


@cache
def _tables() -> dict[str, str]:
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    loaded: dict[str, str] = yaml.load(Path(__file__).with_name("words.yaml").read_text(encoding="utf-8"), loader)
    return loaded
