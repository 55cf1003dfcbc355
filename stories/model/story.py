"""A story: one experience in STAR form, with its claims and the follow-up questions it invites."""

from typing import Annotated, Literal, get_args

from pydantic import Field

from stories.model.record import Date, EmptyIs, Part, Record, Rows, Text, Words

ClaimStatus = Literal["confirmed", "supported", "unconfirmed", "cannot-confirm", "retracted"]
CLAIM_STATUSES: tuple[ClaimStatus, ...] = get_args(ClaimStatus)

STAR: tuple[str, ...] = ("situation", "task", "action", "result")
TEXTS: tuple[str, ...] = (*STAR, "learned", "since_then")
HEADLINE_LIMIT = 50
"""Characters of a headline: the form of companies that ask for a 50자 headline before each answer."""


class Claim(Part):
    """One number or statement that an interviewer may attack."""

    text: Text = ""
    status: Annotated[ClaimStatus, EmptyIs("unconfirmed")] = "unconfirmed"
    evidence: Text = ""
    say_instead: Text = ""


class FollowUp(Part):
    """A question that an answer invites, with its own short answer."""

    question: Text = ""
    answer: Text = ""


class Story(Record):
    """One experience. Every field but the title may be empty: a note becomes a story slowly."""

    title: Text = Field(default="", description="제목 / the title; it may change, the file's name is the id")
    headline: Text = Field(default="", description="두괄식 한 줄, 50자 안팎 / the answer's first line")
    period: Text = ""
    role: Text = Field(default="", description="팀과 구분한 내 역할 / my part, apart from the team's")
    situation: Text = ""
    task: Text = ""
    action: Text = ""
    result: Text = ""
    learned: Text = ""
    since_then: Text = Field(default="", description="그 뒤 달라진 점 / what has changed since")
    competencies: Words = []
    skills: Words = []
    aliases: Words = Field(default=[], description="다른 이름 / other names people use for it")
    led_to: Words = Field(default=[], description="여기서 이어진 이야기의 id / ids of stories that grew out of it")
    claims: Rows[Claim] = []
    follow_ups: Rows[FollowUp] = []
    archived: Date = Field(default="", description="보관한 날짜 / the date it was archived; empty = in use")

    @property
    def name(self) -> str:
        """What people see: the title, or the id where there is none."""
        return self.title or self.id

    @property
    def missing(self) -> tuple[str, ...]:
        """The STAR fields that are still empty, in their order."""
        return tuple(part for part in STAR if not getattr(self, part))

    @property
    def retracted(self) -> tuple[Claim, ...]:
        """The claims that must not be said again."""
        return tuple(claim for claim in self.claims if claim.status == "retracted")
