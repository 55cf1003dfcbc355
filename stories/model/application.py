"""An application: one company and position, with its questions and their limits, the answers and the dates."""

from typing import Annotated, Literal

from stories.model.question import QuestionKind
from stories.model.record import Date, EmptyIs, Part, Record, Rows, Text, Words

CountingRule = Literal["characters", "characters-without-spaces", "portal-bytes", "utf8-bytes"]
AskedKind = Literal["", QuestionKind]
ApplicationStatus = Literal["", "preparing", "submitted", "interview", "offer", "rejected", "withdrawn"]
Blind = Literal["", "yes", "no"]


class AskedByForm(Part):
    """One question of the application. `limit` is text as typed; `kind` empty = let the matcher tell."""

    question: Text = ""
    kind: Annotated[AskedKind, EmptyIs("")] = ""
    limit: Text = ""
    counts: Annotated[CountingRule, EmptyIs("characters")] = "characters"
    stories: Words = []
    draft: Text = ""


class Application(Record):
    """One application; dates are text (YYYY-MM-DD where they are known to the day).

    `blind` yes: the form forbids school, region, family, age and name (블라인드 채용).
    """

    company: Text = ""
    position: Text = ""
    status: Annotated[ApplicationStatus, EmptyIs("")] = ""
    outcome: Text = ""
    deadline: Date = ""
    submitted: Date = ""
    interview_date: Date = ""
    blind: Annotated[Blind, EmptyIs("")] = ""
    posting: Text = ""
    concepts: Words = []
    questions: Rows[AskedByForm] = []

    @property
    def name(self) -> str:
        """What people see: the company and the position, or the id where there is neither."""
        return " ".join(part for part in (self.company, self.position) if part) or self.id
