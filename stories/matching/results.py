"""How much of a good result a story shows."""

import re

from stories.figures import has_number, without_dates
from stories.model.story import Story

UNMEASURED = 0.3
"""What a result counts without a figure in it, beside one with a figure."""
_WHEN = re.compile(r"(?:19|20)\d\d(?!\d)|\d+\s*(?:학년|월|학기|기\b)")
_TIMES = re.compile(
    r"[두세네]\s*배|절반|반으로|\b(?:doubl|tripl|halv)(?:e|ed|ing)\b|\b(?:twice|thrice|half)\b", re.IGNORECASE
)


def measured(text: str) -> bool:
    """Tell whether the text says how much: a number that is no time, or how many times as much."""
    return bool(_TIMES.search(text)) or has_number(_WHEN.sub(" ", without_dates(text)))


def result_worth(story: Story) -> float:
    """Return how much of a good result the story shows, 0 to 1: one that is measured shows most.

    A figure that was retracted measures nothing.
    """
    text = story.result
    for claim in story.retracted:
        text = text.replace(claim.text, "")
    if not text.strip():
        return 0.0
    return 1.0 if measured(text) else UNMEASURED
