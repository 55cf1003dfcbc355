"""What is asked: the nearest questions of the bank, the kind of question, its competencies and its terms."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from typing import Literal

from stories import bank
from stories.matching.grams import GramWeights
from stories.matching.preparation import QUERY_LIMIT, cased, grams, normal
from stories.matching.vocabulary import CompetencyWords, spot_kinds, spot_terms
from stories.matching.wordings import WordingIndex
from stories.model.question import KINDS, Question, QuestionKind
from stories.text import one_line

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

KIND_WORD, TERM_VOTE = 0.08, 0.04
"""Votes for a kind that a pointing word and a technical term give, beside (score / 100) cubed of near questions."""
SURE_FROM = 50.0
"""Score of a near question (0 to 100) from which its kind is sure."""
TERMS_FROM = 35.0
"""Score of a near technical question from which its terms are meant where the question names none itself."""
NAMED_TERM = 25.0
"""Points that a technical question gains for being about a term that is named."""
POINTED = 0.35
"""What a word that points to a competency counts beside (score / 100) squared of near questions."""
LEAST_MASS = 0.2
"""Evidence below which no competency is sure."""
RANKS = (1.0, 0.7, 0.5)
"""What the first, second and third competency of a question count."""


@dataclass(frozen=True)
class NearQuestion:
    """A question of the bank (or one's own) that is like the one asked; `score` 0 to 100."""

    question: Question
    score: float


@dataclass(frozen=True)
class Asked:
    """A question as understood."""

    query: str
    text: str
    grams: dict[str, float]
    kind: QuestionKind
    sure: bool
    competencies: dict[str, float]
    terms: dict[str, float]
    near: tuple[NearQuestion, ...]
    cut: bool = False

    @property
    def answer_kind(self) -> AnswerKind:
        """The kind of answer that is wanted."""
        return ANSWER_KINDS[self.kind]

    @property
    def as_typed(self) -> str:
        """The normal text with its capitals."""
        return cased(self.query, QUERY_LIMIT)

    @property
    def main_competency(self) -> str:
        """The competency that the question tests most, or an empty text."""
        return max(self.competencies, key=lambda one: self.competencies[one], default="")


def wording_index(questions: Sequence[Question]) -> WordingIndex[Question]:
    """Return the index of questions by all their wordings."""
    return WordingIndex([(text, question) for question in questions for text in _wordings(question)], bank_weights())


@cache
def _bank_index() -> WordingIndex[Question]:
    return WordingIndex([(text, question) for question in bank.questions() for text in _wordings(question)])


def bank_weights() -> GramWeights:
    """Return what each gram tells in a question: frames such as 'tell me about a time' next to nothing."""
    return _bank_index().weights


def _wordings(question: Question) -> list[str]:
    found = (question.ko, question.en)
    return [text for one in found if one is not None for text in (one.question, *one.wordings)]


@cache
def typical_grams(question_id: str) -> Mapping[str, float]:
    """Return what people say around a question of the bank: the grams of all its wordings in both languages.

    A gram weighs what it tells, times the root of the share of wordings that have it. Empty for one's own questions.
    """
    question = _bank_by_id().get(question_id)
    if question is None:
        return {}
    counts: dict[str, int] = defaultdict(int)
    texts = _wordings(question)
    for text in texts:
        for gram in grams(normal(text)):
            counts[gram] += 1
    weights = bank_weights()
    return {gram: weights[gram] * (count / len(texts)) ** 0.5 for gram, count in counts.items()}


@cache
def _bank_by_id() -> Mapping[str, Question]:
    return {question.id: question for question in bank.questions()}


def nearest_questions(text: str, limit: int = 6) -> list[NearQuestion]:
    """Return the questions of the bank most like the text, best first."""
    prepared = normal(text, QUERY_LIMIT)
    weighed = bank_weights().weighed(grams(prepared))
    return [NearQuestion(question, score) for question, score in _bank_index().nearest(prepared, weighed, limit)]


def understand(query: str, words: CompetencyWords, own: WordingIndex[Question] | None = None) -> Asked:
    """Return what the question asks. Empty text gives an Asked with nothing in it; nothing raises."""
    text = normal(query, QUERY_LIMIT)
    weighed = bank_weights().weighed(grams(text))
    named = dict.fromkeys(spotted.meaning for spotted in spot_terms(cased(query, QUERY_LIMIT))).keys()
    near = [_with_named_term(one, named) for one in nearest_questions(query, limit=12)]
    if own is not None:
        near += [NearQuestion(question, score) for question, score in own.nearest(text, weighed)]
    near.sort(key=lambda one: -one.score)
    pointed = words.weights(text)
    terms = _terms(named, near)
    kind, sure = _kind(near, spot_kinds(text), terms)
    return Asked(
        query=query,
        text=text,
        grams=weighed,
        kind=kind,
        sure=sure,
        competencies=_competencies(near, pointed),
        terms=terms,
        near=tuple(near[:6]),
        cut=len(one_line(query)) > QUERY_LIMIT,
    )


def _kind(
    near: Sequence[NearQuestion], spotted: Sequence[str], terms: Mapping[str, float]
) -> tuple[QuestionKind, bool]:
    """Return the kind with the most evidence, and whether it is sure: near questions, pointing words, terms."""
    votes: dict[QuestionKind, float] = defaultdict(float)
    for one in near[:5]:
        votes[one.question.kind] += (one.score / 100) ** 3
    for kind in KINDS:
        if kind in spotted:
            votes[kind] += KIND_WORD
    if terms:
        votes["technical"] += TERM_VOTE
    kind = max(votes, key=lambda one: votes[one], default="story")
    sure = kind in spotted or (bool(near) and near[0].score >= SURE_FROM and near[0].question.kind == kind)
    return kind, sure


def _terms(named: Iterable[str], near: Sequence[NearQuestion]) -> dict[str, float]:
    """Return the terms of the question (1), or where it names none those of the nearest technical question."""
    found = dict.fromkeys(named, 1.0)
    if not found and near and near[0].question.kind == "technical" and near[0].score >= TERMS_FROM:
        found = dict.fromkeys(sorted(_terms_of(near[0].question.id)), near[0].score / 100)
    return found


def _with_named_term(near: NearQuestion, named: Set[str]) -> NearQuestion:
    """Return the near question with a higher score if it is technical and about a term that the question names."""
    if near.question.kind != "technical" or not named & _terms_of(near.question.id):
        return near
    return NearQuestion(near.question, min(100.0, near.score + NAMED_TERM))


@cache
def _terms_of(question_id: str) -> frozenset[str]:
    """Return the terms that a question of the bank is about."""
    question = _bank_by_id().get(question_id)
    texts = " ".join(question.text(language) for language in ("ko", "en")) if question else ""
    return frozenset(spotted.meaning for spotted in spot_terms(cased(texts)))


def _competencies(near: Sequence[NearQuestion], pointed: Mapping[str, float]) -> dict[str, float]:
    """Return the competencies and how sure each is, 0 to 1: from near questions and from pointing words."""
    found: dict[str, float] = defaultdict(float)
    mass = 0.0
    for one in near[:4]:
        worth = (one.score / 100) ** 2
        mass += worth
        for rank, competency in zip(RANKS, one.question.competencies, strict=False):
            found[competency] += rank * worth
    for competency, worth in pointed.items():
        found[competency] += POINTED * min(worth, 2.0)
    top = max(found.values(), default=0.0)
    scale = max(top, mass, LEAST_MASS)
    return {
        one: round(weight / scale, 3)
        for one, weight in sorted(found.items(), key=lambda item: -item[1])
        if weight >= 0.3 * top and weight / scale >= 0.1
    }
