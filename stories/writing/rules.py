"""The rules of counting as data, for the twin of count.py and spoken.py in the browser (screens/parts/counting.js)."""

import re
from typing import Any

from stories.writing import count, spoken


def rules() -> dict[str, Any]:
    """Return every rule that a text is counted by, as JSON can hold it; the twin has no figures of its own.

    Patterns are for JavaScript without the flag u: they name nothing beyond U+FFFF.
    """
    return {
        "line_end": _pattern(count.LINE_END),
        "space": _pattern(count.SPACE),
        "one_byte": _pattern(count.ONE_BYTE),
        "blind_to_newlines": list(count.BLIND_TO_NEWLINES),
        "short": count.SHORT,
        "expected": count.EXPECTED,
        "token": _pattern(spoken.TOKEN),
        "word": _pattern(spoken.WORD),
        "vowels": _pattern(spoken.VOWELS),
        "silent_end": _pattern(spoken.SILENT_END),
        "letters": spoken.LETTERS,
        "signs": spoken.SIGNS,
        "longest_spelled": spoken.LONGEST_SPELLED,
        "digits_a_group": spoken.DIGITS_A_GROUP,
        "most_digits": spoken.MOST_DIGITS,
        "latin_to_hangul": spoken.LATIN_TO_HANGUL,
        "syllables_a_minute": list(spoken.SYLLABLES_A_MINUTE),
        "words_a_minute": list(spoken.WORDS_A_MINUTE),
    }


def _pattern(compiled: re.Pattern[str]) -> str:
    """Return the source of a pattern; names of groups are all that JavaScript writes in another way."""
    return compiled.pattern.replace("(?P<", "(?<")
