"""The signals: each one reason why a story fits, from 0 to 100, computed for all stories and kept apart."""

import math
from collections.abc import Mapping, Sequence

import numpy as np

from stories.matching.asked import Asked, typical_grams
from stories.matching.grams import Scores
from stories.matching.index import LibraryIndex
from stories.matching.vocabulary import related_terms

WEIGHTS: Mapping[str, float] = {
    "names": 0.85,
    "wording": 0.55,
    "meaning": 0.35,
    "asked": 0.75,
    "competency": 0.67,
    "term": 0.8,
}
"""How far each signal alone can carry a story (1 = to the top). They combine as evidence does: what one leaves
open another may close, 1 - (1 - w1 s1)(1 - w2 s2)... (noisy or, Pearl 1988)."""
NEAR_FROM = 35.0
"""Score of a near question (0 to 100) from which it stands for the one asked."""
RELATED = 0.6
"""What a related term counts beside the term itself."""
SECOND_CHOICE = 0.85
"""What a past question counts for a story that was not its first choice."""


def compute(asked: Asked, index: LibraryIndex) -> dict[str, Scores]:
    """Return each signal for every story of the index, 0 to 100, in the order of its profiles."""
    return {
        "names": _names(asked, index),
        "wording": 100 * index.groups["text"].containment(asked.grams),
        "meaning": _meaning(asked, index),
        "asked": _asked_before(asked, index),
        "competency": _competency(asked, index),
        "term": _term(asked, index),
    }


def _names(asked: Asked, index: LibraryIndex) -> Scores:
    """How much of the question stands in the story's title, other names, skills and headline."""
    scores = 100 * index.groups["names"].containment(asked.grams)
    named = {spotted.meaning for spotted in index.names.spot(asked.as_typed)}
    return _raised(scores, index, named, 55.0)


def _raised(scores: Scores, index: LibraryIndex, named: set[str], floor: float) -> Scores:
    if named:
        hit = np.array([profile.story.id in named for profile in index.profiles], dtype=bool)
        share = floor if hit.sum() <= 3 else floor * 3 / float(hit.sum())
        scores = np.where(hit, np.maximum(scores, share), scores).astype(np.float32)
    return scores


def _meaning(asked: Asked, index: LibraryIndex) -> Scores:
    """How much the story speaks as people do around such a question, in either language, beside the other stories."""
    scores = np.zeros(len(index.profiles), dtype=np.float32)
    for near in asked.near[:2]:
        if near.score < NEAR_FROM:
            continue
        shared = index.groups["text"].containment(typical_grams(near.question.id))
        top = float(shared.max(initial=0.0))
        if top > 0:
            scores = np.maximum(scores, near.score * shared / top)
    return scores


def _asked_before(asked: Asked, index: LibraryIndex) -> Scores:
    """How much the question is like one that this story answered before, or one of its follow-up questions."""
    scores = 85 * index.groups["asked"].containment(asked.grams)
    for near in asked.near[:2]:
        for story_ids, score in index.answered.get(near.question.id, ()) if near.score >= NEAR_FROM else ():
            _raise_chosen(scores, index, story_ids, near.score * score / 100)
    for story_ids, score in index.told.nearest(asked.text, asked.grams):
        _raise_chosen(scores, index, story_ids, score)
    return scores


def _raise_chosen(scores: Scores, index: LibraryIndex, story_ids: Sequence[str], score: float) -> None:
    """Raise the signal of the stories that were chosen for a question like this one."""
    places = {profile.story.id: place for place, profile in enumerate(index.profiles)}
    for rank, story_id in enumerate(story_ids):
        if story_id in places:
            place = places[story_id]
            scores[place] = max(scores[place], score if rank == 0 else SECOND_CHOICE * score)


def _competency(asked: Asked, index: LibraryIndex) -> Scores:
    """How well the story shows what the question tests: its best competency and the weighted share of all."""
    total = sum(asked.competencies.values())
    if not total:
        return np.zeros(len(index.profiles), dtype=np.float32)
    shown = [
        [weight * profile.competencies.get(one, 0.0) for one, weight in asked.competencies.items()]
        for profile in index.profiles
    ]
    sure = max(asked.competencies.values())
    return 100 * np.array([0.6 * max(one) + 0.4 * sure * sum(one) / total for one in shown], dtype=np.float32)


def _term(asked: Asked, index: LibraryIndex) -> Scores:
    """How much the story has to do with the technical terms of the question, or with what stands next to them."""
    scores = np.zeros(len(index.profiles), dtype=np.float32)
    weights = {term: weight * _rarity(term, index) for term, weight in asked.terms.items()}
    if not weights:
        return scores
    scale = max(asked.terms.values()) / sum(weights.values())
    for place, profile in enumerate(index.profiles):
        scores[place] = 100 * scale * sum(weight * _shown(term, profile.terms) for term, weight in weights.items())
    return scores


def _shown(term: str, terms: Mapping[str, float]) -> float:
    near = max((terms[other] for other in related_terms(term) if other in terms), default=0.0)
    return max(terms.get(term, 0.0), RELATED * near)


def _rarity(term: str, index: LibraryIndex) -> float:
    count = sum(1 for profile in index.profiles if term in profile.terms)
    return 1.0 / (1 + math.log1p(count))
