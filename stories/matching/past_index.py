"""Past questions ready for questions: how alike each is to the one asked, by its wording, its meaning and its texts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache

import numpy as np

from stories import bank
from stories.files.library import Library
from stories.matching.asked import Asked
from stories.matching.beliefs import EVIDENCE
from stories.matching.cores import core
from stories.matching.grams import GramIndex, Grams, Scores, grams
from stories.matching.meanings import read
from stories.matching.past_questions import PastQuestion, past_questions
from stories.matching.preparation import QUERY_LIMIT, cased, normal
from stories.matching.retractions import Retractions
from stories.matching.spotting import Spotted
from stories.matching.taught import taught
from stories.matching.understanding import RANKS
from stories.matching.vocabulary import TERM, bank_vocabulary, is_everyday
from stories.matching.wordings import CANDIDATES, WordingIndex
from stories.model.question import KINDS, QuestionKind

IN_TEXTS, TERM_ASKED, TERM_IN_TEXTS = 40.0, 60.0, 45.0
"""Points for a question whose words all stand in the texts, whose terms were all asked about, or stand in the texts."""
ONE_ANSWER: Set[QuestionKind] = {"self-introduction", "motivation", "company", "closing", "reverse"}
SAME_MEANING = 95.0
"""Points for surely being the same question of the bank; only the same wording is surer."""
SAME_KIND = 50.0
"""Points for being of the same kind, where one prepares but one or two answers for the whole kind."""
SAME_COMPETENCIES, LEAST_SHARED = 50.0, 0.3
"""Points for testing the same competencies, and how much of them both must test."""
TEXT_LIMIT = 100_000
"""Characters of what was written about a question that are read."""
TOGETHER = 8
"""Questions that are prepared at a time."""


@dataclass(frozen=True, eq=False)
class Prepared:
    """One past question prepared: which question of the bank it is (0 to 1 each), its terms and all its grams."""

    beliefs: Scores
    asked_terms: frozenset[str]
    text_terms: frozenset[str]
    grams: Grams


class PastIndex:
    """The past questions of a library; `earlier` saves preparing again those that are the same."""

    def __init__(self, library: Library, earlier: "PastIndex | None" = None) -> None:
        self.questions = tuple(past_questions(library))
        known = dict(earlier.prepared) if earlier else {}
        fresh = [one for one in dict.fromkeys(self.questions) if one not in known]
        known.update(zip(fresh, _prepare(fresh), strict=True))
        self.prepared: Mapping[PastQuestion, Prepared] = {one: known[one] for one in self.questions}
        laid = [known[one] for one in self.questions]
        self._beliefs = np.array([one.beliefs for one in laid], dtype=np.float32).reshape(len(laid), len(_kind_table()))
        self._kinds = _kinds(self._beliefs, self.questions)
        self._competencies = _competencies(self._beliefs, self.questions)
        self._wordings = WordingIndex.of(
            [(text, place) for place, one in enumerate(self.questions) for text in _ways_to_ask(one)],
            taught().question_weights,
        )
        self._grams: GramIndex = GramIndex([one.grams for one in laid], earlier._grams if earlier else None)
        self._terms = (
            _by_term([one.asked_terms for one in laid], TERM_ASKED),
            _by_term([one.text_terms for one in laid], TERM_IN_TEXTS),
        )
        told = (*library.stories.values(), *library.archived.values())
        self.retractions = Retractions(claim for story in told for claim in story.retracted)
        self.retracting = frozenset(one for one in self.questions if self.retractions.perhaps_in(known[one].grams))

    def scores(self, asked: Asked) -> Scores:
        """Return how alike each past question is to the one asked, 0 to 100, in the order of `questions`.

        The greatest of several likenesses counts: the same wording, the same question of the bank in any language,
        the same kind, competencies or terms, and its words in the texts. The points were set by hand, on questions
        of the sample and some of other lives.
        """
        found = IN_TEXTS * self._grams.containment(asked.grams)
        for place, score in self._wordings.nearest(asked.text, CANDIDATES):
            found[place] = max(found[place], score)
        found = np.maximum(found, SAME_MEANING * np.sqrt(self._beliefs @ asked.beliefs))
        if asked.sure and asked.kind in ONE_ANSWER:
            found = np.maximum(found, SAME_KIND * self._kinds[:, KINDS.index(asked.kind)])
        subjects = {term: weight for term, weight in asked.terms.items() if not is_everyday(term)}
        if asked.kind == "story" and not subjects:
            found = np.maximum(found, self._same_competencies(asked))
        return np.asarray(np.maximum(found, self._same_terms(subjects)), dtype=np.float32)

    def _same_competencies(self, asked: Asked) -> Scores:
        """Return the points of questions that ask for stories of the same: the cosine of how much each is tested."""
        wanted = np.array([asked.competencies.get(one, 0.0) for one in _competency_ids()], dtype=np.float32)
        shared = np.minimum(self._competencies, wanted).sum(axis=1)
        length = np.linalg.norm(self._competencies, axis=1) * np.linalg.norm(wanted)
        cosine = (self._competencies @ wanted) / np.maximum(length, 1e-6)
        points = SAME_COMPETENCIES * cosine * self._kinds[:, KINDS.index("story")]
        return np.where(shared >= LEAST_SHARED, points, 0.0).astype(np.float32)

    def _same_terms(self, subjects: Mapping[str, float]) -> Scores:
        """Return the points of questions about the same terms, or with the terms in what was answered."""
        total, best = sum(subjects.values()), np.zeros(len(self.questions), dtype=np.float32)
        for by_term in self._terms:
            points = np.zeros(len(self.questions), dtype=np.float32)
            for term, weight in subjects.items():
                places, worth = by_term.get(term, ([], 0.0))
                points[places] += worth * weight / total
            best = np.maximum(best, points)
        return best


def _prepare(questions: Sequence[PastQuestion]) -> Iterator[Prepared]:
    lexicon = bank_vocabulary()
    for start in range(0, len(questions), TOGETHER):
        some = questions[start : start + TOGETHER]
        asked = read([cased(core(one.question), QUERY_LIMIT) for one in some], lexicon)
        told = read([cased("\n".join(one.texts), TEXT_LIMIT) for one in some], lexicon)
        found = EVIDENCE * taught().asked.evidence(asked.features(), len(some))
        odds = np.exp(found - found.max(axis=1, keepdims=True))
        beliefs = np.asarray(odds / odds.sum(axis=1, keepdims=True), dtype=np.float32)
        for place, one in enumerate(some):
            words = normal("\n".join((one.question, *one.texts)), TEXT_LIMIT)
            yield Prepared(beliefs[place], _terms(asked.spotted[place]), _terms(told.spotted[place]), grams(words))


def _ways_to_ask(past: PastQuestion) -> tuple[str, ...]:
    return tuple(text for text in dict.fromkeys((core(past.question), *past.wordings)) if text)


def _terms(spots: Iterable[Spotted]) -> frozenset[str]:
    return frozenset(one.meaning for one in spots if one.space == TERM)


def _by_term(terms: Sequence[Set[str]], worth: float) -> dict[str, tuple[list[int], float]]:
    """Return for each term the places that have it, and what that is worth."""
    found: dict[str, tuple[list[int], float]] = {}
    for place, having in enumerate(terms):
        for term in having:
            found.setdefault(term, ([], worth))[0].append(place)
    return found


def _kinds(beliefs: Scores, questions: Sequence[PastQuestion]) -> Scores:
    """Return how sure it is that each question is of each kind; what the user wrote down is sure."""
    found = beliefs @ _kind_table()
    for place, one in enumerate(questions):
        if one.kind:
            found[place] = [one.kind == kind for kind in KINDS]
    return np.asarray(found)


def _competencies(beliefs: Scores, questions: Sequence[PastQuestion]) -> Scores:
    """Return how much each question tests each competency, 0 to 1; what the user wrote down comes first."""
    found = beliefs @ _competency_table()
    for place, one in enumerate(questions):
        if one.competencies:
            found[place] = _tested(one.competencies)
    return np.asarray(found)


@cache
def _kind_table() -> Scores:
    """Return which question of the bank (row) is of which kind (column)."""
    return np.array([[one.kind == kind for kind in KINDS] for one in bank.questions()], dtype=np.float32)


@cache
def _competency_table() -> Scores:
    """Return how much each question of the bank (row) tests each competency (column)."""
    return np.array([_tested(one.competencies) for one in bank.questions()], dtype=np.float32)


@cache
def _competency_ids() -> tuple[str, ...]:
    return tuple(one.id for one in bank.competencies())


def _tested(competencies: Sequence[str]) -> list[float]:
    ranks = dict(zip(competencies, RANKS, strict=False))
    return [ranks.get(one, 0.0) for one in _competency_ids()]
