"""Where a name stands in running text: with Korean particles behind it, and not inside a longer word."""

import re
from functools import cache

from stories.writing.checks.lists import listed

_LATIN_BEHIND = re.compile(r"(?![A-Za-z0-9_&@]|[-./][A-Za-z0-9])")


def starts_word(text: str, start: int) -> bool:
    """Tell whether a word may start here: no letter or digit is before it, before a Latin one no part of an address."""
    if start == 0:
        return True
    before = text[start - 1]
    return not (before.isalnum() or (text[start].isascii() and before in "@_&./-"))


def ends_word(text: str, end: int) -> bool:
    """Tell whether a name ends here: the word ends, or only a particle follows (네이버에서, but not 네이버페이)."""
    if end and text[end - 1].isascii() and not _LATIN_BEHIND.match(text, end):
        return False
    return _behind().match(text, end) is not None


def stands_in(name: str, text: str) -> bool:
    """Tell whether the text has the name as a word of its own, in any case."""
    folded, sought = text.casefold(), name.casefold()
    place = folded.find(sought)
    while place >= 0:
        if starts_word(folded, place) and ends_word(folded, place + len(sought)):
            return True
        place = folded.find(sought, place + 1)
    return False


@cache
def _behind() -> re.Pattern[str]:
    particles = "|".join(sorted(listed("particles")["particles"], key=len, reverse=True))
    return re.compile(rf"(?:{particles}|(?:입니|이었|였|이에|예)[가-힣]{{0,4}})?(?![가-힣A-Za-z0-9_])")
