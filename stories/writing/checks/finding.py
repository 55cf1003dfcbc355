"""What a check of a draft is given, and what it finds."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from stories.files.library import Library
from stories.model.application import Application, AskedByForm
from stories.model.question import QuestionKind
from stories.model.story import Story
from stories.writing.sentences import Sentence, sentences


@dataclass(frozen=True)
class Subject:
    """One answer of one application, and what it is checked against.

    `text` is as counted (NFC, LF), `number` that of the question from 1, `kind` as understood, `stories` those chosen
    for the question, `limit` in the unit of `rule_of(asked)`, None where the form sets none.
    """

    text: str
    application: Application
    number: int
    asked: AskedByForm
    kind: QuestionKind
    stories: tuple[Story, ...]
    library: Library
    limit: int | None

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the text, split once for all checks."""
        return sentences(self.text)


@dataclass(frozen=True)
class Finding:
    """One thing to look at again: advice, never an error.

    `check` is the id of the check, `code` names the sentence in languages (`checks.<code>`). The place is in code
    points of the text; start == end == 0 is the whole answer. `replacement` is what to put there, where it is certain.
    """

    check: str
    code: str
    start: int
    end: int
    details: Mapping[str, str] = field(default_factory=dict)
    replacement: str | None = None


Check = Callable[[Subject], Iterator[Finding]]
"""A check: nothing raises on any text, and one pass is linear in it."""
