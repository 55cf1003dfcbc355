"""A count for the shell: as lines to read, and as JSON that other programs read."""

import json
from collections.abc import Mapping
from math import ceil, floor
from pathlib import Path
from typing import BinaryIO

from languages import Sentences
from stories.errors import BadCommand
from stories.files.given import read_given
from stories.model.application import CountingRule
from stories.writing.count import Count, count, fill, newlines_may_overflow, zone

RULES: Mapping[CountingRule, str] = {
    "characters": "count.characters",
    "characters-without-spaces": "count.characters_without_spaces",
    "portal-bytes": "count.portal_bytes",
    "utf8-bytes": "count.utf8_bytes",
}
"""How each rule's count is told, in the order in which people ask for them."""


def printed_count(
    path: Path, standard_input: BinaryIO, limit: int | None, rule: CountingRule, say: Sentences, *, as_json: bool
) -> str:
    """Return the count of the file, or of standard input for `-`. Raises BadCommand for a limit below 1."""
    if limit is not None and limit < 1:
        raise BadCommand(detail=say("cli.limit_from_1"), usage="storybank count --help")
    counted = count(read_given(path, standard_input))
    return _as_json(counted, limit, rule) if as_json else _as_text(counted, limit, rule, say)


def _as_json(counted: Count, limit: int | None, rule: CountingRule) -> str:
    """Return the count as one line of JSON; the keys are stable. `rule`, `limit` and `left` only with a limit."""
    whole: dict[str, int | float | str] = {
        "characters": counted.characters,
        "characters_without_spaces": counted.characters_without_spaces,
        "portal_bytes": counted.portal_bytes,
        "utf8_bytes": counted.utf8_bytes,
        "syllables": counted.spoken.syllables,
        "seconds_low": counted.spoken.seconds_low,
        "seconds_high": counted.spoken.seconds_high,
    }
    if limit is not None:
        whole |= {"rule": rule, "limit": limit, "left": limit - counted.by(rule)}
    return json.dumps(whole)


def _as_text(counted: Count, limit: int | None, rule: CountingRule, say: Sentences) -> str:
    """Return the count as lines, the chosen rule with its limit first."""
    lines = [say(RULES[rule], count=f"{counted.by(rule):,}")]
    lines += _against(counted, limit, rule, say) if limit is not None else []
    lines += [say(key, count=f"{counted.by(other):,}") for other, key in RULES.items() if other != rule]
    lines.append(say("count.lines", count=f"{counted.lines:,}"))
    spoken = counted.spoken
    low, high = floor(spoken.seconds_low), ceil(spoken.seconds_high)
    lines.append(say("count.spoken", low=f"{low:,}", high=f"{high:,}", syllables=f"{spoken.syllables:,}"))
    if counted.newlines >= max(counted.lines, 1):
        lines.append(say("count.last_newline"))
    return "\n".join(lines)


def _against(counted: Count, limit: int, rule: CountingRule, say: Sentences) -> list[str]:
    """Return how the count stands to the limit, and what to look at."""
    left, found = limit - counted.by(rule), zone(counted.by(rule), limit)
    if found == "over":
        return [say("count.over", limit=f"{limit:,}", over=f"{-left:,}")]
    percent = int(100 * fill(counted.by(rule), limit))
    lines = [say("count.left", limit=f"{limit:,}", left=f"{left:,}", percent=percent)]
    lines += [say("count.short")] if found == "short" else []
    lines += [say("count.newlines", count=counted.newlines)] if newlines_may_overflow(counted, limit, rule) else []
    return lines
