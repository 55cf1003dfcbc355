"""A question of the bank or one's own, in either language, with its other wordings."""

from typing import Annotated, Literal, get_args

from pydantic import Field

from stories.model.record import EmptyIs, Part, Record, Rows, Text, Words

QuestionKind = Literal[
    "story", "self-introduction", "motivation", "company", "strengths", "technical", "closing", "conditions",
    "reverse",
]  # fmt: skip
KINDS: tuple[QuestionKind, ...] = get_args(QuestionKind)
Kind = Annotated[QuestionKind, EmptyIs("story")]


class Wording(Part):
    """A question in one language: its main wording, others, likely follow-ups, and what the interviewer wants."""

    question: Text = ""
    wordings: Rows[Text] = []
    follow_ups: Rows[Text] = []
    wants: Text = ""


class Question(Part):
    """One question; `ko` or `en` may be missing in one's own questions."""

    id: Text
    kind: Kind = "story"
    competencies: Words = []
    unlike: Words = Field(default=[], description="이런 이야기는 답이 아님 / what answers it badly")
    by_result: bool = Field(default=False, description="결과가 답을 정함 / its result makes the answer")
    ko: Annotated[Wording | None, EmptyIs(None)] = None
    en: Annotated[Wording | None, EmptyIs(None)] = None

    @property
    def wordings(self) -> tuple[str, ...]:
        """All ways to ask it that the question itself holds, in both languages."""
        return tuple(text for one in (self.ko, self.en) if one for text in (one.question, *one.wordings) if text)

    def text(self, language: str) -> str:
        """Return the main wording in the language ('ko' or 'en'), or in the other where there is none."""
        return self.wording(language).question

    def wording(self, language: str) -> Wording:
        """Return the wordings in the language, or in the other where there are none."""
        first, second = (self.en, self.ko) if language == "en" else (self.ko, self.en)
        return first or second or Wording()


class OwnQuestions(Record):
    """The file of one's own questions."""

    questions: Rows[Question] = []
