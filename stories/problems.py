"""What is wrong in the user's files: values with their place, collected and shown, never raised."""

from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning"]

ERRORS = frozenset(
    {
        "anchor", "colon-inside", "conflict-markers", "control-character", "cp949", "duplicate-key", "empty-file",
        "folder-not-readable", "front-matter", "full-width-colon", "line-without-key", "link-outside", "list-at-top",
        "newer-version", "no-permission", "not-a-file", "not-a-row", "not-a-text-file", "not-list", "not-read",
        "not-text", "odd-space", "plain-text", "same-id", "several-documents", "special-start", "syntax", "tab", "tag",
        "too-deep", "too-large", "unsafe-file-name", "vanished",
    }
)  # fmt: skip
WARNINGS = frozenset(
    {
        "comment-cuts-text", "conflicted-copy", "not-a-choice", "not-a-date", "not-a-version", "title-missing",
        "unknown-id", "unknown-key", "unknown-key-meant",
    }
)  # fmt: skip
CODES = ERRORS | WARNINGS
"""Every code that a problem can have; each has a sentence in every language."""


@dataclass(frozen=True)
class Problem:
    """One finding: the file (relative to the library), its line (1-based; 0 = the whole file) and a code.

    `code` names the sentence in languages/ (`problems.<code>`), `details` fills it.
    """

    file: str
    line: int
    code: str
    details: dict[str, str] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        """An error keeps the file or the field from being read; a warning does not."""
        return "warning" if self.code in WARNINGS else "error"
