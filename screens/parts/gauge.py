"""What the gauge below a text box needs: the limit, the rules of counting, and its words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from languages import Sentences
from stories.model.application import CountingRule
from stories.writing.rules import rules

TEXTS: Mapping[str, str] = {
    "label": "gauge.label",
    "characters": "gauge.characters",
    "characters-without-spaces": "gauge.characters_without_spaces",
    "portal-bytes": "gauge.portal_bytes",
    "utf8-bytes": "gauge.utf8_bytes",
    "lines": "gauge.lines",
    "spoken": "gauge.spoken",
    "of": "gauge.of",
    "range": "gauge.range",
    "minutes": "gauge.minutes",
    "seconds": "gauge.seconds",
    "minutes_seconds": "gauge.minutes_seconds",
    "empty": "gauge.empty",
    "short": "gauge.short",
    "growing": "gauge.growing",
    "expected": "gauge.expected",
    "over": "gauge.over",
    "left": "gauge.left",
    "newlines": "count.newlines",
}
"""The texts of the gauge by their name in gauge.js."""
AMOUNTS: Mapping[CountingRule, str] = {
    "characters": "gauge.amount_characters",
    "characters-without-spaces": "gauge.amount_characters",
    "portal-bytes": "gauge.amount_bytes",
    "utf8-bytes": "gauge.amount_bytes",
}
"""How an amount is told by each rule; in the order in which people ask for them."""


@dataclass(frozen=True)
class Gauge:
    """How a text is measured while it is typed: by a form's rule and limit, at least 1, or None where none is set.

    `seconds`: it is said aloud and aims at this time; then the time decides the zone.
    """

    rule: CountingRule
    limit: int | None
    seconds: int | None = None
    say: Sentences = field(kw_only=True)

    def data(self) -> dict[str, Any]:
        """Return what gauge.js needs, as JSON can hold it."""
        texts = {name: self.say.raw(key) for name, key in TEXTS.items()}
        texts["amount"] = self.say.raw("gauge.amount_seconds" if self.seconds else AMOUNTS[self.rule])
        return {
            "rule": self.rule,
            "limit": self.limit,
            "seconds": self.seconds,
            "shown": list(AMOUNTS),
            "texts": texts,
            "rules": rules(),
        }
