"""What is asked: the nearest questions of the bank, the kind of question, its competencies and its terms."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

import numpy as np

from stories import bank
from stories.matching.asked import ANSWER_KINDS, LEAST_BELIEF, AnswerKind, Asked, own_question
from stories.matching.beliefs import NearQuestion, beliefs_in, near_questions
from stories.matching.cores import core, sentences
from stories.matching.grams import Scores, grams
from stories.matching.initials import initials, initials_in
from stories.matching.keyboard import retyped
from stories.matching.misspelt import is_sense, misspelt
from stories.matching.preparation import QUERY_LIMIT, cased, normal, one_spaced
from stories.matching.preparation import words as words_in
from stories.matching.spotting import Spotted
from stories.matching.subjects import abbreviated, is_subject, meant_terms
from stories.matching.taught import is_written, taught
from stories.matching.vocabulary import Vocabulary, is_everyday, longest, pointed
from stories.matching.wordings import WordingIndex
from stories.model.question import KINDS, Question, QuestionKind
from stories.text import one_line

SURE_FROM = 0.6
"""Belief from which it is sure whether an experience answers the question, or what one wants, knows or asks."""
POINTED, POINTED_OWN = 0.6, 2.0
"""What a word that points to a competency counts beside the beliefs in questions that test it, and what one counts
that points to a competency of the user's own: no question of the bank tests that."""
RANKS = (1.0, 0.6, 0.4)
"""What the first, second and third competency of a question count."""
PARTS = 8
"""Sentences of a long text that are understood one by one."""


def wording_index(questions: Sequence[Question]) -> WordingIndex[Question]:
    """Return the index of one's own questions by all their wordings."""
    return WordingIndex.of(
        [(text, question) for question in questions for text in question.wordings], taught().question_weights
    )


def understand(
    query: str,
    words: Vocabulary,
    own: WordingIndex[Question] | None = None,
    is_known: Callable[[str], bool] = lambda word: False,
) -> Asked:
    """Return what the question asks. Empty text gives an Asked with nothing in it; nothing raises.

    `is_known` tells of a normal word whether the library has it, beside what the bank knows.
    """
    lines = one_spaced(query)
    typed = retyped(lines, lambda word: is_written(word) or is_known(word))
    told = core(typed)
    text = normal(told, QUERY_LIMIT)
    weighed = taught().weights.weighed(grams(text))
    spots = words.spot(cased(told, QUERY_LIMIT))
    spotted = longest(spots)
    named = dict.fromkeys([one.meaning for one in spotted] + abbreviated(text)).keys()
    parts = sentences(told)[:PARTS]
    near = near_questions(text, parts, named)
    pointed_at = _pointed(text, spots, words)
    beliefs = beliefs_in([told, *parts] if len(parts) > 1 else [told], near, pointed_at)
    if own is not None:
        near += [NearQuestion(question, score) for question, score in own.nearest(text)]
    near.sort(key=lambda one: -one.score)
    terms = dict.fromkeys((one for one in named if not is_everyday(one)), 1.0)
    terms = terms or misspelt(words_in(text), lambda word: is_written(word) or is_known(word) or is_sense(word, spots))
    kind, sure = _kind(beliefs, near)
    if subject := is_subject(text, spotted):
        kind, sure = "technical", False
    return Asked(
        query=query,
        text=text,
        grams=weighed,
        kind=kind,
        sure=sure,
        competencies=_competencies(beliefs * (not subject), pointed_at),
        terms=terms,
        meant={} if subject else meant_terms(beliefs, terms),
        senses=tuple(one for one in named if is_everyday(one)),
        near=tuple(near[:6]),
        beliefs=beliefs,
        subject=subject,
        retyped=typed if typed != lines else "",
        cut=len(one_line(query)) > QUERY_LIMIT,
    )


def _pointed(text: str, spots: Iterable[Spotted], words: Vocabulary) -> dict[str, float]:
    """Return how much the text points to each competency; initial consonants (ㄹㄷㅅ) point to the names they begin."""
    found = pointed(spots)
    for typed in initials_in(text):
        for competency in words.all:
            if len(typed) > 2 and initials(competency.ko).startswith(typed):
                found[competency.id] = found.get(competency.id, 0.0) + 1.0
    return found


def _kind(beliefs: Scores, near: Sequence[NearQuestion]) -> tuple[QuestionKind, bool]:
    """Return the kind that is believed most, and whether it is sure that a story or no story answers it."""
    sums = np.bincount(_kind_numbers(), weights=beliefs, minlength=len(KINDS))
    by_kind = dict(zip(KINDS, sums.tolist(), strict=True))
    by_answer: dict[AnswerKind, float] = defaultdict(float)
    for one, belief in by_kind.items():
        by_answer[ANSWER_KINDS[one]] += belief
    if not near:
        return "story", False
    if own := own_question(near):
        return own.kind, True
    told = by_answer["story"] + by_answer["concept"]
    asks = [one for one in KINDS if (ANSWER_KINDS[one] in ("story", "concept")) == (told >= 0.5)]
    kind = max(asks, key=lambda one: (by_answer[ANSWER_KINDS[one]], by_kind[one]))
    return kind, max(told, 1 - told) >= SURE_FROM


@cache
def _kind_numbers() -> list[int]:
    return [KINDS.index(question.kind) for question in bank.questions()]


@cache
def _of_bank() -> frozenset[str]:
    return frozenset(one.id for one in bank.competencies())


def _competencies(beliefs: Scores, pointed_at: Mapping[str, float]) -> dict[str, float]:
    """Return the competencies and how sure each is, 0 to 1: from believed questions and from pointing words."""
    found: dict[str, float] = defaultdict(float)
    questions = bank.questions()
    for place in np.flatnonzero(beliefs > LEAST_BELIEF).tolist():
        for rank, competency in zip(RANKS, questions[place].competencies, strict=False):
            found[competency] += rank * float(beliefs[place])
    for competency, worth in pointed_at.items():
        found[competency] += POINTED * min(worth, 2.0) if competency in _of_bank() else POINTED_OWN * min(worth, 1.0)
    top = max(found.values(), default=0.0)
    scale = max(top, 1.0)
    return {
        one: round(weight / scale, 3)
        for one, weight in sorted(found.items(), key=lambda item: -item[1])
        if weight >= 0.3 * top and weight / scale >= 0.1
    }
