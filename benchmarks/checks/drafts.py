"""The clean and the planted answers, and what a check is given for each."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from stories.files.library import Library, read_library
from stories.model.application import Application, AskedByForm
from stories.writing.checks.finding import Finding, Subject
from stories.writing.count import as_counted

Half = Literal["tuning", "test"]
HALVES: tuple[Half, ...] = get_args(Half)
FOLDER = Path(__file__).parent
FAULTS = (
    "other-names", "blind", "repeats", "unfinished", "first-sentence", "we-only", "no-number", "numbers",
    "conflicting-numbers", "claims", "same-story", "korean-slips", "length",
)  # fmt: skip
"""The kinds of planted faults; each is also the id of the check that should find it."""


@dataclass(frozen=True)
class Draft:
    """One answer. `fault` is empty for a clean one; `words` are the faulty ones, empty for the whole answer."""

    library: str
    company: str
    position: str
    blind: str
    half: str
    fault: str
    words: str
    asked: AskedByForm

    @property
    def text(self) -> str:
        """The answer as it is counted."""
        return as_counted(self.asked.draft)

    def meets(self, finding: Finding) -> bool:
        """Tell whether the finding's place touches the faulty words, wherever they stand, or is the whole answer."""
        return not self.words or finding.start == finding.end == 0 or self._shared(finding) > 0

    def is_named_by(self, finding: Finding) -> bool:
        """Tell whether the finding's place and the faulty words are the same by at least half of each."""
        longer = max(finding.end - finding.start, len(self.words))
        return bool(self.words) and 2 * self._shared(finding) >= longer

    def _shared(self, finding: Finding) -> int:
        """Return how many characters of the faulty words, where they stand nearest, lie in the finding's place."""
        size = len(self.words)
        starts = [place for place in range(len(self.text)) if self.text.startswith(self.words, place)]
        return max((min(finding.end, start + size) - max(finding.start, start) for start in starts), default=0)


def read_drafts(name: Literal["clean", "planted"], folder: Path = FOLDER) -> list[Draft]:
    """Return the answers of one file, in its order."""
    lines = (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [_draft(json.loads(line)) for line in lines]


def _draft(row: Mapping[str, object]) -> Draft:
    asked = {key: row[key] for key in ("question", "kind", "counts", "stories")}
    texts = {
        key: str(row.get(key, "")) for key in ("library", "company", "position", "blind", "half", "fault", "words")
    }
    return Draft(
        **texts, asked=AskedByForm.model_validate({**asked, "limit": str(row["limit"]), "draft": str(row["text"])})
    )


@cache
def library_of(name: str) -> Library:
    """Return the library of one person. Raises LibraryMissing."""
    return read_library(FOLDER / "libraries" / name)


def application_of(draft: Draft) -> Application:
    """Return the application of the draft with its question as the last. Raises StopIteration where there is none."""
    library = library_of(draft.library)
    found = next(
        one for one in library.applications.values() if (one.company, one.position) == (draft.company, draft.position)
    )
    return found.model_copy(update={"blind": draft.blind, "questions": [*found.questions, draft.asked]})


def subject_of(draft: Draft) -> Subject:
    """Return what the checks are given. Raises NotFound for a story that the library does not hold."""
    library, application = library_of(draft.library), application_of(draft)
    kind = draft.asked.kind
    if not kind:
        raise ValueError(f"{draft.asked.question}: no kind")
    return Subject(
        text=draft.text,
        application=application,
        number=len(application.questions),
        asked=draft.asked,
        kind=kind,
        stories=tuple(library.story(story) for story in draft.asked.stories),
        library=library,
        limit=int(draft.asked.limit),
    )
