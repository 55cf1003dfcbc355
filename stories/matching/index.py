"""The library as the matcher sees it: all stories and concepts prepared and laid out for quick questions."""

from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from stories.files.library import Library
from stories.matching.beliefs import nearest_questions
from stories.matching.grams import GramIndex, Scores, grams
from stories.matching.initials import initials, initials_in
from stories.matching.past_index import PastIndex
from stories.matching.past_questions import past_questions
from stories.matching.preparation import normal, squeezed
from stories.matching.profiles import (
    GROUPS,
    ConceptProfile,
    StoryProfile,
    completeness,
    concept_profile,
    story_profiles,
)
from stories.matching.results import result_worth
from stories.matching.spotting import Spotter
from stories.matching.taught import taught
from stories.matching.understanding import wording_index
from stories.matching.vocabulary import vocabulary
from stories.matching.wordings import WordingIndex
from stories.model.question import Question

LIKE_FROM = 45.0
"""Score from which a past question is taken for a question of the bank."""

UNDECLARED = 0.4
"""The power of how sure a competency is of a story for which none is written down; see LibraryIndex.competencies."""

Places = NDArray[np.int32]
_OF_PAST = ("past", "answered")
"""What depends on nothing but the questions that stories answered before, and is kept while these are the same."""


class LibraryIndex:
    """All stories and concepts, ready for questions. Make a new one when the library changes; `earlier` saves
    preparing again the stories that are the same.
    """

    def __init__(self, library: Library, earlier: "LibraryIndex | None" = None) -> None:
        self.words = vocabulary(library.competencies, library.terms)
        self._answered_by = _past(library)
        self._asked_about = _asked_about(self._answered_by)
        kept = {one.story.id: one for one in earlier.profiles} if earlier else {}
        known = earlier._asked_about if earlier else {}
        same_words = earlier is not None and earlier.words is self.words
        same = {
            key
            for key, story in library.stories.items()
            if same_words and key in kept and kept[key].story is story and known.get(key) == self._asked_about.get(key)
        }
        changed = [(story, self._asked_about.get(key, ())) for key, story in library.stories.items() if key not in same]
        fresh = {one.story.id: one for one in story_profiles(changed, self.words)}
        self.profiles: tuple[StoryProfile, ...] = tuple(
            kept[key] if key in same else fresh[key] for key in library.stories
        )
        self.places: Mapping[str, int] = {one.story.id: place for place, one in enumerate(self.profiles)}
        self._library = library
        self._earlier_groups = earlier.__dict__.get("groups", {}) if earlier else {}
        self._earlier_past: PastIndex | None = earlier.__dict__.get("asked_before") if earlier else None
        if earlier is not None and earlier._answered_by == self._answered_by:
            self.__dict__.update({name: earlier.__dict__[name] for name in _OF_PAST if name in earlier.__dict__})

    @cached_property
    def groups(self) -> Mapping[str, GramIndex]:
        """The grams of each group of fields, in the order of the profiles."""
        earlier = self.__dict__.pop("_earlier_groups", {})
        return {
            group: GramIndex([profile.grams[group] for profile in self.profiles], earlier.get(group))
            for group in GROUPS
        }

    @cached_property
    def shown(self) -> Mapping[str, Scores]:
        """For each competency how sure it is that each story shows it, 0 to 1."""
        found = {one.id: np.zeros(len(self.profiles), dtype=np.float32) for one in self.words.all}
        for place, profile in enumerate(self.profiles):
            for competency, weight in profile.competencies.items():
                if competency in found:
                    found[competency][place] = weight
        return found

    @cached_property
    def competencies(self) -> Mapping[str, Scores]:
        """For each competency how much it speaks for each story, 0 to 1.

        Where the owner wrote down none, what is found in the words is all there is to go by, and counts more.
        """
        roots = np.array([1.0 if one.story.competencies else UNDECLARED for one in self.profiles], dtype=np.float32)
        return {competency: sure**roots for competency, sure in self.shown.items()}

    @cached_property
    def terms(self) -> Mapping[str, tuple[Places, Scores]]:
        """For each term the stories that have it, and how much it counts in each, 0 to 1."""
        found: dict[str, tuple[list[int], list[float]]] = {}
        for place, profile in enumerate(self.profiles):
            for term, worth in profile.terms.items():
                places, worths = found.setdefault(term, ([], []))
                places.append(place)
                worths.append(worth)
        return {
            term: (np.array(places, dtype=np.int32), np.array(worths, dtype=np.float32))
            for term, (places, worths) in found.items()
        }

    @cached_property
    def told(self) -> Scores:
        """How much each story (row) speaks like those that answer each question with tellings (column)."""
        return np.array([one.told for one in self.profiles], dtype=np.float32).reshape(
            len(self.profiles), len(taught().told_of)
        )

    @cached_property
    def completeness(self) -> Scores:
        """How much of each story is written, 0 to 1."""
        return np.array([completeness(one.story) for one in self.profiles], dtype=np.float32)

    @cached_property
    def results(self) -> Scores:
        """How much of a good result each story shows, 0 to 1."""
        return np.array([result_worth(one.story) for one in self.profiles], dtype=np.float32)

    @cached_property
    def named(self) -> Mapping[str, list[int]]:
        """The stories that each name stands for: titles, aliases and skills."""
        found: dict[str, list[int]] = {}
        for place, profile in enumerate(self.profiles):
            for name in dict.fromkeys((profile.story.title, *profile.story.aliases, *profile.story.skills)):
                found.setdefault(name, []).append(place)
        return found

    @cached_property
    def names(self) -> Spotter:
        """The names of stories, each standing for itself."""
        return Spotter(((name, name) for name in self.named), any_case=True)

    def named_in(self, text: str) -> list[tuple[list[int], float]]:
        """Return the stories of each name that stands in the text, or whose initial consonants do (ㅂㅋㅌ), and how
        much of the text, 0 to 1, the name is.
        """
        whole = max(len(squeezed(text)), 1)
        found = [
            (self.named[one.meaning], min(len(squeezed(one.surface)) / whole, 1.0)) for one in self.names.spot(text)
        ]
        for typed in initials_in(text):
            found += [(places, len(typed) / whole) for name, places in self.named.items() if typed in initials(name)]
        return found

    def knows(self, word: str) -> bool:
        """Tell whether all grams of the normal word stand in the names of the library."""
        found = grams(normal(word))
        return bool(len(found)) and self.groups["names"].has_all(found)

    @cached_property
    def concepts(self) -> tuple[ConceptProfile, ...]:
        """The concepts, prepared."""
        return tuple(concept_profile(concept, self.words) for concept in self._library.concepts.values())

    @cached_property
    def concept_names(self) -> Spotter:
        """The names of concepts; they stand for the concept's id."""
        return Spotter(
            ((name, one.concept.id) for one in self.concepts for name in (one.concept.name, *one.concept.aliases)),
            any_case=True,
        )

    @cached_property
    def concept_grams(self) -> GramIndex:
        """The grams of the concepts, in their order."""
        return GramIndex([one.grams for one in self.concepts])

    @property
    def asked_by_user(self) -> tuple[Question, ...]:
        """One's own questions."""
        return self._library.questions

    @cached_property
    def own_questions(self) -> WordingIndex[Question] | None:
        """One's own questions by their wordings."""
        return wording_index(self._library.questions) if self._library.questions else None

    @cached_property
    def asked_before(self) -> PastIndex:
        """All that was asked before, with what was answered."""
        return PastIndex(self._library, self.__dict__.pop("_earlier_past", None))

    @cached_property
    def past(self) -> WordingIndex[Sequence[str]]:
        """Past questions, with the ids of the stories that answered them."""
        return WordingIndex.of(self._answered_by, taught().question_weights)

    @cached_property
    def answered(self) -> Mapping[str, list[tuple[Sequence[str], float]]]:
        """Questions of the bank, with the ids of the stories that answered their like."""
        return _answered(self._answered_by)


def _asked_about(past: Sequence[tuple[str, Sequence[str]]]) -> dict[str, tuple[str, ...]]:
    """Return for each story the questions that were asked about it in interviews or given to it in applications."""
    found: dict[str, list[str]] = {}
    for text, ids in past:
        for story_id in ids:
            found.setdefault(story_id, []).append(text)
    return {story_id: tuple(texts) for story_id, texts in found.items()}


def _past(library: Library) -> list[tuple[str, Sequence[str]]]:
    return [(one.question, one.stories) for one in past_questions(library) if one.question and one.stories]


def _answered(past: Sequence[tuple[str, Sequence[str]]]) -> dict[str, list[tuple[Sequence[str], float]]]:
    """Return for questions of the bank the stories that answered their like before, with how alike they were."""
    found: dict[str, list[tuple[Sequence[str], float]]] = {}
    for text, ids in past:
        for near in nearest_questions(text, limit=1):
            if near.score >= LIKE_FROM:
                found.setdefault(near.question.id, []).append((ids, near.score))
    return found
