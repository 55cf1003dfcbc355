"""The library as the matcher sees it: what each story shows, and the grams of its groups of fields."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from stories.files.library import Library
from stories.matching.asked import bank_weights, nearest_questions, wording_index
from stories.matching.grams import GramIndex
from stories.matching.preparation import cased, grams, normal
from stories.matching.spotting import Spotter
from stories.matching.vocabulary import CompetencyWords, competency_words, spot_terms
from stories.matching.wordings import WordingIndex
from stories.model.concept import EXPLANATIONS, Concept
from stories.model.question import Question
from stories.model.story import STAR, TEXTS, Story

GROUPS = ("names", "text", "asked")
"""Groups of fields that are compared apart: names people use, the STAR prose, and what was asked about it."""

DECLARED = (1.0, 0.95, 0.85, 0.75)
"""What a competency counts that the user wrote down, by its place in the list; later ones count the last."""
LIKE_FROM = 45.0
"""Score from which a past question is taken for a question of the bank."""
SPOTTED_TOP = 0.6
"""What a competency counts at most that is only found in the words of the story."""


@dataclass(frozen=True)
class StoryProfile:
    """One story prepared: its competencies (0 to 1) and its terms (0 to 1), with the grams of each group."""

    story: Story
    competencies: Mapping[str, float]
    terms: Mapping[str, float]
    grams: Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class ConceptProfile:
    """One concept prepared."""

    concept: Concept
    terms: frozenset[str]
    grams: frozenset[str]


class LibraryIndex:
    """All stories and concepts, ready for questions. Make a new one when the library changes; `earlier` saves
    preparing again the stories that are the same.
    """

    def __init__(self, library: Library, earlier: "LibraryIndex | None" = None) -> None:
        self.words = competency_words(library.competencies)
        self._asked_about = _asked_about(library)
        kept = {one.story.id: one for one in earlier.profiles} if earlier else {}
        known = earlier._asked_about if earlier else {}
        same_words = earlier is not None and earlier.words is self.words
        self.profiles: tuple[StoryProfile, ...] = tuple(
            kept[key]
            if same_words and key in kept and kept[key].story is story and known.get(key) == self._asked_about.get(key)
            else _story_profile(story, self._asked_about.get(key, ()), self.words)
            for key, story in library.stories.items()
        )
        self._library = library

    @cached_property
    def groups(self) -> Mapping[str, GramIndex]:
        """The grams of each group of fields, in the order of the profiles."""
        return {group: GramIndex([profile.grams[group] for profile in self.profiles]) for group in GROUPS}

    @cached_property
    def names(self) -> Spotter:
        """The names of stories: titles, aliases and skills; they stand for the story's id."""
        return Spotter(
            (
                (name, profile.story.id)
                for profile in self.profiles
                for name in (profile.story.title, *profile.story.aliases, *profile.story.skills)
            ),
            any_case=True,
        )

    @cached_property
    def concepts(self) -> tuple[ConceptProfile, ...]:
        """The concepts, prepared."""
        return tuple(_concept_profile(concept) for concept in self._library.concepts.values())

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
    def told(self) -> WordingIndex[Sequence[str]]:
        """Past questions, with the ids of the stories that answered them."""
        return WordingIndex(_past(self._library), bank_weights())

    @cached_property
    def answered(self) -> Mapping[str, list[tuple[Sequence[str], float]]]:
        """Questions of the bank, with the ids of the stories that answered their like."""
        return _answered(_past(self._library))


def _story_profile(story: Story, asked: Sequence[str], words: CompetencyWords) -> StoryProfile:
    names = " \n ".join((story.title, *story.aliases, *story.skills, story.headline))
    prose = " \n ".join(getattr(story, name) for name in TEXTS)
    claims = " \n ".join(claim.text for claim in story.claims if claim.status != "retracted")
    questions = " \n ".join((*(one.question for one in story.follow_ups), *asked))
    kept = {"names": cased(names), "text": cased(f"{prose} \n {claims}", 8000), "asked": cased(questions)}
    texts = {group: text.casefold() for group, text in kept.items()}
    return StoryProfile(
        story=story,
        competencies=_competencies(story, texts["names"], texts["text"], words),
        terms=_terms(kept),
        grams={group: frozenset(grams(text)) for group, text in texts.items()},
    )


def _competencies(story: Story, names: str, text: str, words: CompetencyWords) -> dict[str, float]:
    found = {
        competency: min(SPOTTED_TOP, 0.15 * weight) for competency, weight in words.weights(f"{names} {text}").items()
    }
    for place, competency in enumerate(story.competencies):
        found[competency] = DECLARED[min(place, len(DECLARED) - 1)] + min(found.get(competency, 0.0), 0.2) * 0.25
    return {competency: min(weight, 1.0) for competency, weight in found.items()}


def _terms(texts: Mapping[str, str]) -> dict[str, float]:
    """Return the terms of the story: what it is named for counts 1, what its text or its questions mention less."""
    found: dict[str, float] = {}
    for group, worth in (("text", 0.7), ("asked", 0.8), ("names", 1.0)):
        for spotted in spot_terms(texts[group]):
            found[spotted.meaning] = worth
    return found


def _concept_profile(concept: Concept) -> ConceptProfile:
    names = cased(" \n ".join((concept.name, *concept.aliases)))
    text = normal(" \n ".join((concept.name, *concept.aliases, *(getattr(concept, name) for name in EXPLANATIONS))))
    return ConceptProfile(concept, frozenset(one.meaning for one in spot_terms(names)), frozenset(grams(text)))


def _asked_about(library: Library) -> dict[str, tuple[str, ...]]:
    """Return for each story the questions that were asked about it in interviews or given to it in applications."""
    found: dict[str, list[str]] = {}
    for text, ids in _past(library):
        for story_id in ids:
            found.setdefault(story_id, []).append(text)
    return {story_id: tuple(texts) for story_id, texts in found.items()}


def _past(library: Library) -> list[tuple[str, Sequence[str]]]:
    asked = [(one.question, one.stories) for interview in library.interviews.values() for one in interview.asked]
    chosen = [
        (one.question, one.stories) for application in library.applications.values() for one in application.questions
    ]
    return [(text, ids) for text, ids in (*asked, *chosen) if text and ids]


def _answered(past: Sequence[tuple[str, Sequence[str]]]) -> dict[str, list[tuple[Sequence[str], float]]]:
    """Return for questions of the bank the stories that answered their like before, with how alike they were."""
    found: dict[str, list[tuple[Sequence[str], float]]] = {}
    for text, ids in past:
        for near in nearest_questions(text, limit=1):
            if near.score >= LIKE_FROM:
                found.setdefault(near.question.id, []).append((ids, near.score))
    return found


def completeness(story: Story) -> float:
    """Return how much of the STAR is written, 0 to 1; action and result count double."""
    worth = {"situation": 1, "task": 1, "action": 2, "result": 2}
    return sum(worth[part] for part in STAR if getattr(story, part)) / sum(worth.values())
