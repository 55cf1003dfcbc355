"""How much a finding matters: what may cost the job, what to make sure of, and what makes the text better."""

from typing import Literal

from stories.writing.checks.finding import Finding

Weight = Literal["grave", "sure", "better"]
WEIGHTS: tuple[Weight, ...] = ("grave", "sure", "better")
_OF_CHECK: dict[str, Weight] = {
    "other-names": "grave",
    "blind": "grave",
    "claims": "grave",
    "unfinished": "grave",
    "conflicting-numbers": "sure",
    "numbers": "sure",
    "same-story": "sure",
}
_OF_CODE: dict[str, Weight] = {
    "possible-company": "sure",
    "unconfirmed-claim": "sure",
    "cannot-confirm-claim": "sure",
    "note-style": "better",
    "double-mark": "better",
    "unpaired-mark": "better",
    "over-characters": "grave",
    "over-bytes": "grave",
}


def weight(finding: Finding) -> Weight:
    """Return how much the finding matters."""
    return _OF_CODE.get(finding.code) or _OF_CHECK.get(finding.check, "better")
