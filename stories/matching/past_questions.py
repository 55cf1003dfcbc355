"""What was asked before: in past interviews, in applications, and one's own questions, with what was answered."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from stories.files.library import Library
from stories.model.application import AskedKind
from stories.model.question import Question

Where = Literal["interview", "application", "own"]
PLACES: tuple[Where, ...] = get_args(Where)
ANSWERS = ("draft", "next_time", "said")
"""The texts that may answer, the best first: what to say next time comes before what was said."""
TEXTS = (*ANSWERS, "regret")


@dataclass(frozen=True)
class PastQuestion:
    """One question and where it comes from: the id, name and date of the interview or application.

    One's own questions have their own id, no name and no date; `wordings` are all their ways to ask.
    """

    where: Where
    id: str
    name: str
    date: str
    question: str
    kind: AskedKind = ""
    draft: str = ""
    said: str = ""
    regret: str = ""
    next_time: str = ""
    stories: tuple[str, ...] = ()
    competencies: tuple[str, ...] = ()
    wordings: tuple[str, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """All that was written down about it."""
        return tuple(text for name in TEXTS if (text := getattr(self, name)))


def past_questions(library: Library) -> Iterator[PastQuestion]:
    """Yield what was asked: in interviews, in applications, then one's own questions. Empty rows are left out."""
    return (one for one in _everything(library) if one.question or one.texts)


def _everything(library: Library) -> Iterator[PastQuestion]:
    for interview in library.interviews.values():
        applied = library.applications.get(interview.application)
        name = interview.organisation or (applied.name if applied else interview.id)
        for one in interview.asked:
            yield PastQuestion(
                "interview", interview.id, name, interview.date, one.question,
                said=one.said, regret=one.regret, next_time=one.next_time, stories=tuple(one.stories),
            )  # fmt: skip
    for application in library.applications.values():
        date = application.deadline or application.interview_date
        for item in application.questions:
            yield PastQuestion(
                "application", application.id, application.name, date, item.question,
                kind=item.kind, draft=item.draft, stories=tuple(item.stories),
            )  # fmt: skip
    yield from map(_own, library.questions)


def _own(question: Question) -> PastQuestion:
    return PastQuestion(
        "own", question.id, "", "", next(iter(question.wordings), ""),
        kind=question.kind, competencies=tuple(question.competencies), wordings=question.wordings,
    )  # fmt: skip
