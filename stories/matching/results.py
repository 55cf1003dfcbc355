"""How much of a good result a story shows."""

import re

from stories.model.story import Story

UNMEASURED = 0.3
"""What a result counts without a figure in it, beside one with a figure."""
_DATES = re.compile(
    r"(?:19|20)\d\d(?!\d)(?:\s*[년./-]\s*\d{1,2}(?:\s*[월./-]\s*\d{1,2}일?)?)?|\d+\s*(?:학년|월|학기|기\b)"
)
_FIGURES = re.compile(
    r"\d|[두세네]\s*배|절반|반으로|\b(?:doubl|tripl|halv)(?:e|ed|ing)\b|\b(?:twice|thrice|half)\b", re.IGNORECASE
)


def measured(text: str) -> bool:
    """Tell whether the text has a figure that is no date."""
    return bool(_FIGURES.search(_DATES.sub(" ", text)))


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
