"""Which question of the bank is asked: the most alike ones, and how sure it is for each that it is the one."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache

import numpy as np

from stories import bank
from stories.matching.grams import Scores
from stories.matching.meanings import features
from stories.matching.preparation import QUERY_LIMIT, cased, normal
from stories.matching.taught import taught
from stories.matching.vocabulary import is_everyday, spot_terms
from stories.model.question import Question

EVIDENCE, ALIKE = 0.6, 10.0
"""What a nat of evidence per root of grams, and the greatest likeness to a wording, add to the belief (in nats) that
this very question of the bank is asked."""
NAMED_TERM = 25.0
"""Points that a technical question gains for being about a term that is named."""
FIRST = (3.0, *[1.0] * 15)
"""What the sentences of a text count beside each other: the first one asks, the others mostly go into detail."""
POINTED = 1.5
"""What a word that points to a competency adds to the belief in questions that test it, in nats."""
CANDIDATES = 40
"""Questions of the bank whose likeness is looked at."""


@dataclass(frozen=True)
class NearQuestion:
    """A question of the bank (or one's own) that is like the one asked; `score` 0 to 100."""

    question: Question
    score: float


def nearest_questions(text: str, limit: int = 6) -> list[NearQuestion]:
    """Return the questions of the bank most like the text, best first."""
    prepared = normal(text, QUERY_LIMIT)
    return [NearQuestion(question, score) for question, score in taught().wordings.nearest(prepared, limit)]


def near_questions(text: str, parts: Sequence[str], named: Set[str]) -> list[NearQuestion]:
    """Return the questions of the bank that are like the whole text, or like one of its sentences."""
    best: dict[str, NearQuestion] = {}
    for piece in [text, *map(normal, parts)] if len(parts) > 1 else [text]:
        for question, score in taught().wordings.nearest(piece, CANDIDATES):
            near = _with_named_term(NearQuestion(question, score), named)
            if question.id not in best or near.score > best[question.id].score:
                best[question.id] = near
    return list(best.values())


def beliefs_in(pieces: Sequence[str], near: Sequence[NearQuestion], pointed: Mapping[str, float]) -> Scores:
    """Return how sure it is for each question of the bank that it is the one asked.

    A softmax over the evidence of the grams (naive Bayes), the likeness to its wordings, and what words that point
    to a competency add to the questions that test it. Of a text of several sentences each has its say: half is for
    the whole, half for the sentences.
    """
    found = taught().asked.evidence(features(pieces, QUERY_LIMIT), len(pieces))
    known = places()
    alike = np.zeros(found.shape[1], dtype=np.float32)
    for one in near:
        alike[known[one.question.id]] = ALIKE * (one.score / 100) ** 2
    for competency, worth in pointed.items():
        alike[_testing(competency)] += POINTED * min(worth, 1.0)
    sums = EVIDENCE * found + alike
    sums = np.exp(sums - sums.max(axis=1, keepdims=True))
    shares = sums / sums.sum(axis=1, keepdims=True)
    if len(shares) == 1:
        return np.asarray(shares[0])
    return np.asarray(0.5 * shares[0] + 0.5 * np.average(shares[1:], axis=0, weights=FIRST[: len(shares) - 1]))


@cache
def _testing(competency: str) -> list[int]:
    """Return the places of the questions that test the competency first or second."""
    return [place for place, question in enumerate(bank.questions()) if competency in question.competencies[:2]]


def _with_named_term(near: NearQuestion, named: Set[str]) -> NearQuestion:
    """Return the near question with a higher score if it is technical and about a term that the question names."""
    if near.question.kind != "technical" or not named & terms_of(near.question.id):
        return near
    return NearQuestion(near.question, min(100.0, near.score + NAMED_TERM))


@cache
def places() -> Mapping[str, int]:
    return {question.id: place for place, question in enumerate(bank.questions())}


@cache
def terms_of(question_id: str) -> frozenset[str]:
    """Return the terms that a question of the bank is about."""
    question = bank.questions()[places()[question_id]]
    texts = " ".join(question.text(language) for language in ("ko", "en"))
    return frozenset(one.meaning for one in spot_terms(cased(texts)) if not is_everyday(one.meaning))
