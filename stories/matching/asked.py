"""A question as understood: its kind, what it tests, its terms and which question of the bank it may be."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from stories import bank
from stories.matching.beliefs import NearQuestion, places
from stories.matching.cores import core
from stories.matching.grams import Scores, Weighed
from stories.matching.preparation import QUERY_LIMIT, cased, one_spaced
from stories.model.question import Question, QuestionKind

AnswerKind = Literal["story", "concept", "company", "conditions", "closing"]
ANSWER_KINDS: dict[QuestionKind, AnswerKind] = {
    "story": "story",
    "strengths": "story",
    "self-introduction": "company",
    "motivation": "company",
    "company": "company",
    "technical": "concept",
    "closing": "closing",
    "reverse": "closing",
    "conditions": "conditions",
}
"""What kind of answer each kind of question wants; `find` tells the latter."""

SUBJECT_STORY = 0.9
"""How sure it is that an experience answers the mere name of a subject."""
LEAST_BELIEF = 0.01
"""Belief in a question below which it is left out."""
OWN_FROM = 70.0
"""Score from which a question surely is one of the user's own."""
SURELY_MEANT = 0.5
"""How sure a term must be meant to count as named."""


@dataclass(frozen=True)
class Asked:
    """A question as understood. `beliefs` tells for each question of the bank how sure it is the one, in all 1."""

    query: str
    text: str
    grams: Weighed = field(compare=False)
    kind: QuestionKind
    sure: bool
    competencies: dict[str, float]
    terms: dict[str, float]
    meant: dict[str, float]
    """Terms that it does not name but may be about, and how sure that is."""
    senses: tuple[str, ...]
    near: tuple[NearQuestion, ...]
    beliefs: Scores = field(compare=False)
    subject: bool = False
    """It is hardly more than the name of a subject: what is asked of it is not said."""
    retyped: str = ""
    """The question as it would be on the other keyboard, where it made sense only there."""
    cut: bool = False

    @property
    def answer_kind(self) -> AnswerKind:
        """The kind of answer that is wanted."""
        return ANSWER_KINDS[self.kind]

    @property
    def as_typed(self) -> str:
        """The normal text with its capitals."""
        return cased(core(self.retyped or one_spaced(self.query)), QUERY_LIMIT)

    @property
    def subjects(self) -> frozenset[str]:
        """The terms that it names or surely means."""
        return frozenset((*self.terms, *(term for term, sure in self.meant.items() if sure >= SURELY_MEANT)))

    @property
    def own(self) -> Question | None:
        """The user's own question that it surely is, if it is one."""
        return own_question(self.near)

    @property
    def unlike(self) -> dict[str, float]:
        """Competencies whose stories answer it badly (a failure for the proudest hour), and how sure that is."""
        found: dict[str, float] = defaultdict(float)
        for place, competencies in _unlike().items():
            for competency in competencies:
                found[competency] += float(self.beliefs[place])
        found.update(dict.fromkeys(self.own.unlike if self.own else (), 1.0))
        return {competency: sure for competency, sure in found.items() if sure >= LEAST_BELIEF}

    @property
    def by_result(self) -> float:
        """How sure it is, 0 to 1, that it asks for a good result, whichever competency brought it."""
        if self.own:
            return float(self.own.by_result)
        beliefs = self.beliefs[_by_result()]
        return float(beliefs[beliefs >= LEAST_BELIEF].sum())

    @property
    def for_story(self) -> float:
        """How sure it is, 0 to 1, that an experience answers it: told in a story, or used to explain a concept."""
        return max(float(self.beliefs[of_kind("story", "technical", "strengths")].sum()), SUBJECT_STORY * self.subject)

    @property
    def for_experience(self) -> float:
        """How sure it is, 0 to 1, that it asks for something one has lived through, and not also for knowledge."""
        return float(self.beliefs[of_kind("story")].sum())

    @property
    def for_knowledge(self) -> float:
        """How sure it is, 0 to 1, that it asks to explain a subject."""
        return float(self.beliefs[of_kind("technical")].sum())

    @property
    def main_competency(self) -> str:
        """The competency that the question tests most, or an empty text."""
        return max(self.competencies, key=lambda one: self.competencies[one], default="")


def own_question(near: Sequence[NearQuestion]) -> Question | None:
    """Return the user's own question that surely is asked; `near` are the questions that are like it, best first."""
    if near and near[0].question.id not in places() and near[0].score >= OWN_FROM:
        return near[0].question
    return None


@cache
def _unlike() -> Mapping[int, Sequence[str]]:
    return {place: one.unlike for place, one in enumerate(bank.questions()) if one.unlike}


@cache
def _by_result() -> list[int]:
    return [place for place, question in enumerate(bank.questions()) if question.by_result]


@cache
def of_kind(*kinds: QuestionKind) -> list[int]:
    """Return the places in the bank of the questions of these kinds."""
    return [place for place, question in enumerate(bank.questions()) if question.kind in kinds]
