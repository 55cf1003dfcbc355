"""The signals: each one reason why a story fits, from 0 to 100, computed for all stories and kept apart."""

import math
from collections.abc import Mapping, Sequence

import numpy as np

from stories.matching.asked import Asked
from stories.matching.grams import Scores
from stories.matching.index import LibraryIndex
from stories.matching.taught import taught

WEIGHTS: Mapping[str, float] = {
    "names": 2.6,
    "wording": 1.9,
    "told": 2.8,
    "asked": 2.0,
    "competency": 3.7,
    "term": 3.4,
    "meant": 3.0,
    "sense": 1.8,
    "result": 1.2,
}
"""What a full signal adds to the evidence for a story, in logits; see `ranking`. `asked` is set by hand: libraries of
the benchmark hold next to no past questions, and who has chosen a story before knows better. `meant` and `result`
are where nDCG@3 of the tuning half is greatest."""
NEAR_FROM = 35.0
"""Score of a near question (0 to 100) from which it stands for the one asked."""
RELATED = 0.6
"""What a related term counts beside the term itself."""
LEAST_RARITY = 0.7
"""What a term's inverse document frequency is measured by: above it a term tells all that it can."""
SECOND_CHOICE = 0.85
"""What a past question counts for a story that was not its first choice."""
NAMED, NAMED_WHOLE = 55.0, 0.5
"""Points of a story whose name is in the question, where at most three share the name, and the share of the question
that a name must be to give all points: the question is about the story, not about something of that name."""
BY_RESULT = 0.25
"""What a competency counts where a good result is asked for, whichever competency brought it."""
TOLD_FULL = 0.25
"""Chance that a story answers a question from which it counts as sure: among so many questions none gets near 1."""


def compute(asked: Asked, index: LibraryIndex) -> dict[str, Scores]:
    """Return each signal for every story of the index, 0 to 100, in the order of its profiles."""
    return {
        "names": _names(asked, index),
        "wording": 100 * index.groups["text"].containment(asked.grams),
        "told": _told(asked, index),
        "asked": _asked_before(asked, index),
        "competency": _competency(asked, index),
        "term": _term(asked.terms, index),
        "meant": _term(asked.meant, index),
        "sense": _term(dict.fromkeys(asked.senses, 1.0), index),
        "result": (100 * asked.by_result * index.results).astype(np.float32),
    }


def competency_counts(asked: Asked) -> float:
    """Return what a competency counts for the question, 0 to 1: little where a good result is asked for."""
    return 1 - (1 - BY_RESULT) * asked.by_result


def against(asked: Asked, index: LibraryIndex) -> Scores:
    """Return how much each story shows what answers the question badly, 0 to 1."""
    found = _nothing(index)
    for competency, sure in asked.unlike.items():
        found = np.maximum(found, sure * index.shown.get(competency, _nothing(index)))
    return found


def _nothing(index: LibraryIndex) -> Scores:
    return np.zeros(len(index.profiles), dtype=np.float32)


def _names(asked: Asked, index: LibraryIndex) -> Scores:
    """How much of the question stands in the story's title, other names, skills and headline."""
    scores = 100 * index.groups["names"].containment(asked.grams)
    for places, share in index.named_in(asked.as_typed):
        points = NAMED + (100 - NAMED) * min(share / NAMED_WHOLE, 1.0)
        scores[places] = np.maximum(scores[places], points * min(1.0, 3 / len(places)))
    return scores


def _told(asked: Asked, index: LibraryIndex) -> Scores:
    """How much the story speaks like those that answer the questions this may be."""
    if asked.subject:
        return _nothing(index)
    beliefs = asked.beliefs[list(taught().told_of)]
    believed = np.flatnonzero(beliefs > 0.02)
    if not len(believed):
        return _nothing(index)
    chance = float(beliefs[believed].sum()) / len(beliefs)
    likely = index.told[:, believed] @ beliefs[believed]
    return np.asarray(100 * np.clip((likely - chance) / TOLD_FULL, 0.0, 1.0), dtype=np.float32)


def _asked_before(asked: Asked, index: LibraryIndex) -> Scores:
    """How much the question is like one that this story answered before, or one of its follow-up questions."""
    scores = 85 * index.groups["asked"].containment(asked.grams)
    for near in asked.near[:2]:
        for story_ids, score in index.answered.get(near.question.id, ()) if near.score >= NEAR_FROM else ():
            _raise_chosen(scores, index, story_ids, near.score * score / 100)
    for story_ids, score in index.past.nearest(asked.text):
        _raise_chosen(scores, index, story_ids, score)
    return scores


def _raise_chosen(scores: Scores, index: LibraryIndex, story_ids: Sequence[str], score: float) -> None:
    """Raise the signal of the stories that were chosen for a question like this one."""
    for rank, story_id in enumerate(story_ids):
        if story_id in index.places:
            place = index.places[story_id]
            scores[place] = max(scores[place], score if rank == 0 else SECOND_CHOICE * score)


def _competency(asked: Asked, index: LibraryIndex) -> Scores:
    """How well the story shows what the question tests: its best competency and the weighted share of all."""
    total = sum(asked.competencies.values())
    best, shared = _nothing(index), _nothing(index)
    if not total:
        return best
    for competency, weight in asked.competencies.items():
        shown = weight * index.competencies.get(competency, shared * 0)
        best = np.maximum(best, shown)
        shared += shown
    sure = max(asked.competencies.values())
    return np.asarray(100 * competency_counts(asked) * (0.6 * best + 0.4 * sure * shared / total), dtype=np.float32)


def _term(asked: Mapping[str, float], index: LibraryIndex) -> Scores:
    """How much the story has to do with the terms of the question, or with what stands next to them.

    A term that many stories have tells little: it counts its inverse document frequency.
    """
    scores, total = _nothing(index), 0.0
    for term, weight in asked.items():
        shown = _shown(term, index)
        rarity = _rarity(float(shown.sum()), len(shown))
        scores += weight * rarity * shown
        total += weight * max(rarity, LEAST_RARITY)
    sure = max(asked.values(), default=1.0)
    return np.asarray(100 * sure * scores / max(total, LEAST_RARITY), dtype=np.float32)


def _shown(term: str, index: LibraryIndex) -> Scores:
    """Return how much each story has of the term, 0 to 1."""
    shown = _nothing(index)
    for other in index.words.related(term) & index.terms.keys():
        places, worths = index.terms[other]
        shown[places] = np.maximum(shown[places], RELATED * worths)
    if term in index.terms:
        places, worths = index.terms[term]
        shown[places] = np.maximum(shown[places], worths)
    return shown


def _rarity(having: float, stories: int) -> float:
    """Return what a term tells, 0 to 1, that so many of the stories have."""
    return max(0.0, math.log((stories + 2) / (having + 1)) / math.log(stories + 2))
