"""One story or concept prepared for questions: its words, what it shows, and what stories like it answer."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from stories.matching.cores import sentences
from stories.matching.grams import Grams, Scores, grams
from stories.matching.meanings import each_once, read
from stories.matching.preparation import cased, normal
from stories.matching.spotting import Spotted
from stories.matching.taught import taught
from stories.matching.vocabulary import Vocabulary, longest, pointed
from stories.model.concept import EXPLANATIONS, Concept
from stories.model.story import STAR, TEXTS, Story

GROUPS = ("names", "text", "asked")
NAMES, TEXT, ASKED = range(len(GROUPS))
"""Groups of fields that are compared apart: names people use, the STAR prose, and what was asked about it."""

DECLARED = (1.0, 0.95, 0.85, 0.75)
"""What a competency counts that the user wrote down, by its place in the list; later ones count the last."""
INFERRED_TOP = 0.85
"""How sure a competency is at most that is only found in the words of the story."""
POINTED, POINTERS = 0.1, 4.0
"""What a word that points to a competency adds to how sure it is, and how many such words count."""
TEXT_LIMIT = 8000
"""Characters of the prose of a story that are read."""
TOGETHER = 32
"""Stories that are prepared at a time."""
CALM = 0.25
"""What evidence is multiplied by before it is taken for odds: neighbouring grams are no independent witnesses."""


@dataclass(frozen=True, eq=False)
class StoryProfile:
    """One story prepared: its competencies (0 to 1) and its terms (0 to 1), with the grams of each group.

    `told` is how likely, for each question that the bank has tellings of, a sentence of the story answers it (0 to 1).
    """

    story: Story
    competencies: Mapping[str, float]
    terms: Mapping[str, float]
    grams: Mapping[str, Grams]
    told: Scores


@dataclass(frozen=True, eq=False)
class ConceptProfile:
    """One concept prepared."""

    concept: Concept
    terms: frozenset[str]
    grams: Grams


def story_profiles(stories: Sequence[tuple[Story, Sequence[str]]], words: Vocabulary) -> list[StoryProfile]:
    """Return each story prepared; with each come the questions that it answered before.

    Stories are prepared many at a time, because most of the work is arithmetic on long rows of numbers.
    """
    found: list[StoryProfile] = []
    for start in range(0, len(stories), TOGETHER):
        found.extend(_prepared([_Laid.of(*one) for one in stories[start : start + TOGETHER]], words))
    return found


@dataclass(frozen=True)
class _Laid:
    """The texts of a story one after the other, and which group each belongs to; `spoken` are the told ones."""

    story: Story
    texts: list[str]
    groups: list[int]
    spoken: list[bool]

    @classmethod
    def of(cls, story: Story, asked: Sequence[str]) -> "_Laid":
        told = sentences("\n".join(getattr(story, name) for name in TEXTS)[:TEXT_LIMIT], least=1)
        claims = " \n ".join(claim.text for claim in story.claims if claim.status != "retracted")
        questions = " \n ".join((*(one.question for one in story.follow_ups), *asked))
        texts = [story.title, story.headline, *told, " \n ".join((*story.aliases, *story.skills)), claims, questions]
        groups = [NAMES, NAMES, *([TEXT] * len(told)), NAMES, TEXT, ASKED]
        return cls(story, texts, groups, [True] * (2 + len(told)) + [False] * 3)


def _prepared(laid: Sequence[_Laid], words: Vocabulary) -> Iterator[StoryProfile]:
    pieces = read([cased(text) for one in laid for text in one.texts], words)
    sizes = [len(one.texts) for one in laid]
    story_of = np.repeat(np.arange(len(laid)), sizes)
    group_of = np.array([group for one in laid for group in one.groups])
    spoken_of = np.array([spoken for one in laid for spoken in one.spoken])
    by_group = each_once(pieces.grams, (story_of * len(GROUPS) + group_of)[pieces.rows])
    bounds = np.searchsorted(by_group[1], np.arange(len(laid) * len(GROUPS) + 1))
    grams, rows = pieces.features()
    spoken = grams[spoken_of[rows]], rows[spoken_of[rows]]
    known = taught().told.known_in(spoken)
    told = _shares(taught().told.evidence_of(known, len(group_of)))
    shown = _shares(taught().shown.evidence_of(known, len(group_of)))
    whole = _shares(taught().shown.evidence_of(each_once(known[0], story_of[known[1]]), len(laid)))
    last = np.cumsum(sizes)
    for place, one in enumerate(laid):
        here = range(last[place] - sizes[place], last[place])
        said = [row for row in here if spoken_of[row]]
        spotted = {
            name: [spot for row in here if group_of[row] == group for spot in pieces.spotted[row]]
            for group, name in enumerate(GROUPS)
        }
        chances = dict(zip(taught().shown_of, (_any(shown[said]) * np.sqrt(whole[place])).tolist(), strict=True))
        yield StoryProfile(
            story=one.story,
            competencies=_competencies(one.story, _inferred(chances, [*spotted["names"], *spotted["text"]])),
            terms=_terms(spotted),
            grams={
                name: by_group[0][bounds[number] : bounds[number + 1]]
                for number, name in enumerate(GROUPS, place * len(GROUPS))
            },
            told=_any(told[said]),
        )


def concept_profile(concept: Concept, words: Vocabulary) -> ConceptProfile:
    """Return the concept prepared."""
    names = cased(" \n ".join((concept.name, *concept.aliases)))
    text = normal(" \n ".join((concept.name, *concept.aliases, *(getattr(concept, name) for name in EXPLANATIONS))))
    return ConceptProfile(concept, frozenset(one.meaning for one in words.terms(names)), grams(text))


def completeness(story: Story) -> float:
    """Return how much of the STAR is written, 0 to 1; action and result count double."""
    worth = {"situation": 1, "task": 1, "action": 2, "result": 2}
    return sum(worth[part] for part in STAR if getattr(story, part)) / sum(worth.values())


def _competencies(story: Story, inferred: Mapping[str, float]) -> dict[str, float]:
    """Return how far the story shows each competency: what its owner wrote down first, then what its words show."""
    found = {competency: min(INFERRED_TOP, sure) for competency, sure in inferred.items() if sure >= 0.05}
    for place, competency in enumerate(story.competencies):
        found[competency] = DECLARED[min(place, len(DECLARED) - 1)] + 0.1 * (found.get(competency, 0.0) - 0.5)
    return {competency: min(max(weight, 0.0), 1.0) for competency, weight in found.items()}


def _inferred(chances: Mapping[str, float], spots: Iterable[Spotted]) -> dict[str, float]:
    """Return how sure it is, 0 to 1, that the story shows each competency, from how it speaks.

    `chances`: that any sentence shows it, times the root of what the whole story shows; pointing words add to it.
    On the declared stories of the tuning libraries these numbers were near the shares that they predict.
    """
    found = dict(chances)
    for competency, weight in pointed(dict.fromkeys(spots)).items():
        found[competency] = found.get(competency, 0.0) + POINTED * min(weight, POINTERS)
    return found


def _shares(evidence: Scores) -> Scores:
    """Return the evidence of each row as shares that sum to 1 (softmax); none where nothing was known."""
    odds = np.exp(CALM * (evidence - evidence.max(axis=1, keepdims=True)))
    return np.asarray(odds / odds.sum(axis=1, keepdims=True) * evidence.any(axis=1, keepdims=True))


def _any(shares: Scores) -> Scores:
    """Return for each class the chance that at least one of the rows is of it."""
    return np.asarray(1 - np.prod(1 - shares, axis=0), dtype=np.float32)


def _terms(spotted: Mapping[str, Iterable[Spotted]]) -> dict[str, float]:
    """Return the terms of the story: what it is named for counts 1, what its text or its questions mention less."""
    found: dict[str, float] = {}
    for group, worth in (("text", 0.7), ("asked", 0.8), ("names", 1.0)):
        for one in longest(dict.fromkeys(spotted[group])):
            found[one.meaning] = worth
    return found
