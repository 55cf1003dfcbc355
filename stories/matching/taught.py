"""What the bank teaches the matcher, worked out once for each version of the bank and then kept on this machine."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path

import numpy as np

from stories import bank
from stories.bank.kept import kept
from stories.matching.bayes import NaiveBayes
from stories.matching.grams import Grams, GramWeights, Postings, grams, located
from stories.matching.meanings import features
from stories.matching.preparation import normal
from stories.matching.wordings import WordingIndex
from stories.model.question import Question

ASKED_ALPHA, TOLD_ALPHA = 2.0, 40.0
"""How many examples the habit of all texts counts beside a question's own, in ways to ask and in ways to tell."""


@dataclass(frozen=True)
class Taught:
    """The questions of the bank by their wordings; what each gram tells; which question a text asks, or answers."""

    wordings: WordingIndex[Question]
    weights: GramWeights
    """What each gram tells in a text, by how many wordings have it."""
    question_weights: GramWeights
    """What each gram tells about which question is asked, by how many questions have it."""
    asked: NaiveBayes
    told: NaiveBayes
    told_of: tuple[int, ...]
    """The question (its place in the bank) that each class of `told` answers."""
    shown: NaiveBayes
    shown_of: tuple[str, ...]
    """The competency of each class of `shown`: what a telling shows first."""


@cache
def taught() -> Taught:
    """Return what the bank teaches."""
    with np.load(BytesIO(kept("taught", _sources(), _worked_out)), allow_pickle=False) as found:
        arrays = {name: found[name] for name in found.files}
    questions = bank.questions()
    texts = arrays["texts"].tobytes().decode().split("\n")
    owners = [questions[place] for place in arrays["owners"].tolist()]
    for_questions = GramWeights(arrays["grams"], arrays["forquestions"])
    postings = Postings(arrays["grams"], arrays["starts"], arrays["places"], len(texts))
    return Taught(
        WordingIndex(texts, owners, postings, arrays["mass"], for_questions),
        GramWeights(arrays["grams"], arrays["weights"]),
        for_questions,
        NaiveBayes(**{name[6:]: array for name, array in arrays.items() if name.startswith("asked_")}),
        NaiveBayes(**{name[5:]: array for name, array in arrays.items() if name.startswith("told_")}),
        tuple(arrays["toldof"].tolist()),
        NaiveBayes(**{name[6:]: array for name, array in arrays.items() if name.startswith("shown_")}),
        tuple(one.id for one in bank.competencies()),
    )


@lru_cache(maxsize=4096)
def is_written(word: str) -> bool:
    """Tell whether the bank writes such a word: all its grams stand in its texts."""
    found = grams(normal(word))
    return bool(len(found)) and bool(located(taught().asked.known, found)[1].all())


def _sources() -> list[Path]:
    """Return everything that what is taught depends on: the bank, and the code that reads it."""
    code = ("bayes", "beginnings", "grams", "meanings", "preparation", "spotting", "taught", "vocabulary")
    return [*bank.sources(), *(Path(__file__).with_name(f"{name}.py") for name in code)]


def _worked_out() -> bytes:
    wordings = [(text, place) for place, texts in enumerate(ways_to_ask()) for text in texts]
    told = [(text, place) for place, texts in enumerate(_ways_to_tell()) for text in texts]
    told_of = list(dict.fromkeys(place for _, place in told))
    texts = [normal(text) for text, _ in wordings]
    found = [grams(text) for text in texts]
    weights = GramWeights.learned(found)
    for_questions = GramWeights.learned(_by_owner(found, [place for _, place in wordings]))
    postings = Postings.of(found)
    assert np.array_equal(postings.grams, weights.known)
    asked = _learned([text for text, _ in wordings], [place for _, place in wordings], len(ways_to_ask()), ASKED_ALPHA)
    classes = {place: number for number, place in enumerate(told_of)}
    told_by = _learned([text for text, _ in told], [classes[place] for _, place in told], len(told_of), TOLD_ALPHA)
    shown_by = _shown(told)
    assert np.array_equal(told_by.known, shown_by.known)  # so that the grams of a text are located once for both
    out = BytesIO()
    np.savez(
        out,
        allow_pickle=False,
        texts=np.frombuffer("\n".join(texts).encode(), dtype=np.uint8),
        owners=np.array([place for _, place in wordings], dtype=np.int16),
        mass=np.array([for_questions.of(one).sum() for one in found], dtype=np.float32),
        grams=postings.grams,
        starts=postings.starts,
        places=postings.owners,
        weights=weights.weights,
        forquestions=for_questions.weights,
        toldof=np.array(told_of, dtype=np.int16),
        **{f"asked_{name}": array for name, array in asked.arrays().items()},
        **{f"told_{name}": array for name, array in told_by.arrays().items()},
        **{f"shown_{name}": array for name, array in shown_by.arrays().items()},
    )
    return out.getvalue()


def _by_owner(texts: Sequence[Grams], owners: Sequence[int]) -> list[Grams]:
    """Return the grams of each question: what many ways to ask one share is no frame of all of them."""
    found: dict[int, list[Grams]] = {}
    for grams_of_text, owner in zip(texts, owners, strict=True):
        found.setdefault(owner, []).append(grams_of_text)
    return [np.unique(np.concatenate(some)) for some in found.values()]


def _shown(told: Sequence[tuple[str, int]]) -> NaiveBayes:
    """Return what tellings show of each competency: the first that their question tests."""
    competencies = [one.id for one in bank.competencies()]
    first = [question.competencies[:1] for question in bank.questions()]
    pairs = [(text, competencies.index(one)) for text, place in told for one in first[place]]
    return _learned([text for text, _ in pairs], [label for _, label in pairs], len(competencies), TOLD_ALPHA)


def _learned(texts: Sequence[str], labels: Sequence[int], classes: int, alpha: float) -> NaiveBayes:
    return NaiveBayes.learned(features(texts), labels, classes, alpha)


@cache
def ways_to_ask() -> tuple[tuple[str, ...], ...]:
    """Return for each question of the bank all its wordings in both languages, with those of the examples."""
    more = {one.id: one.asked.all for one in bank.examples()}
    return tuple((*question.wordings, *more.get(question.id, ())) for question in bank.questions())


def _ways_to_tell() -> list[tuple[str, ...]]:
    told = {one.id: one.told.all for one in bank.examples()}
    return [told.get(question.id, ()) for question in bank.questions()]
