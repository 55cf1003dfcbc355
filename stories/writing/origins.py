"""Tell where each sentence of a draft comes from: which sentence of the user's files it is."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import LCSseq

from stories.model.story import TEXTS, Story
from stories.writing.sentences import Sentence, sentences
from stories.writing.style import polite

_LONGEST = 400
"""Letters of a sentence that are compared; the rest of a longer one is not looked at."""
_ALIKE = 55.0
"""From here on a sentence is an edited one. Measured on the sample stories: of sentences with three words put in,
taken out or replaced 95 % score 58 or more; the most alike of 900,000 unrelated pairs scores 48."""
_SHORT, _ALIKE_SHORT = 10, 70.0
"""Sentences below so many letters are alike by chance; they must be more so."""
_PART, _PART_COUNTS, _NEARER_COUNTS = 0.8, 85.0, 0.1
"""A sentence is a part of a longer one from this share of its letters in order (unrelated: below 0.6). All of them in
order count 85, and a tenth of the ratio, so that of two longer ones the nearer is the origin."""
_AT_ONCE = 100
"""Sentences that are compared at once: fast, and little memory for a long draft."""
_ENDING = re.compile("(?:습니다|니다)$")
_NOTE_ENDING = re.compile("(?:함|합|했|하였|됨|됩|됐|되었|임|입)$")


@dataclass(frozen=True)
class Passage:
    """One sentence of the user's files: the record (story id, "profile" or application id), its field, its text."""

    record: str
    field: str
    text: str


@dataclass(frozen=True)
class Origin:
    """Where one sentence of a draft comes from.

    `passage` None: the person wrote it. `alike` is 0 to 100. `same`: the words are the same but for the ending's style.
    """

    sentence: Sentence
    passage: Passage | None
    alike: float
    same: bool


def passages(story: Story) -> tuple[Passage, ...]:
    """Return the sentences of the story: headline, texts, claims and what to say instead, answers to follow-ups."""
    texts = [("headline", story.headline), *((field, getattr(story, field)) for field in TEXTS)]
    texts += [("claims", text) for claim in story.claims for text in (claim.text, claim.say_instead)]
    texts += [("follow_ups", one.answer) for one in story.follow_ups]
    return tuple(Passage(story.id, field, found.text) for field, text in texts for found in sentences(text))


def origins(text: str, found: Sequence[Passage]) -> tuple[Origin, ...]:
    """Return the origin of each sentence of the text, in order; of passages that are as much alike the first.

    `alike` is the share of letters in the same order (the normalised indel similarity), or how much of the shorter
    sentence stands in the longer one.
    """
    parts, choices = sentences(text), [_compared(passage.text) for passage in found]
    return tuple(
        origin
        for start in range(0, len(parts), _AT_ONCE)
        for origin in _origins(parts[start : start + _AT_ONCE], found, choices)
    )


def outdated(found: Sequence[Origin], earlier: Sequence[Passage]) -> tuple[Origin, ...]:
    """Return, for each sentence that the stories no longer say but an earlier text of them said, where it came from."""
    changed = [one for one in found if not one.same]
    if not changed or not earlier:
        return ()
    said = _origins([one.sentence for one in changed], earlier, [_compared(passage.text) for passage in earlier])
    return tuple(one for one in said if one.same)


def _origins(some: Sequence[Sentence], found: Sequence[Passage], choices: list[str]) -> Iterator[Origin]:
    queries = [_compared(sentence.text) for sentence in some]
    alike = _alike(queries, choices) if choices else np.zeros((len(queries), 1))
    for sentence, query, row in zip(some, queries, alike, strict=True):
        place = int(row.argmax())
        if row[place]:
            same = _is_same(query, choices[place], found[place])
            yield Origin(sentence, found[place], round(float(row[place]), 1), same)
        else:
            yield Origin(sentence, None, 0.0, False)


def _alike(queries: list[str], choices: list[str]) -> NDArray[np.float64]:
    """Return how much alike each query and choice are, 0 where the choice is not the origin."""
    common = process.cdist(queries, choices, scorer=LCSseq.similarity, dtype=np.uint32).astype(np.float64)
    lengths, others = np.array([len(text) for text in queries])[:, None], np.array([len(text) for text in choices])
    shorter = np.minimum(lengths, others)
    ratio = 200 * common / np.maximum(lengths + others, 1)
    edited = np.where(ratio < np.where(shorter < _SHORT, _ALIKE_SHORT, _ALIKE), 0, ratio)
    share = common / np.maximum(shorter, 1)
    part = np.where((share < _PART) | (shorter < _SHORT), 0, _PART_COUNTS * share + _NEARER_COUNTS * ratio)
    alike: NDArray[np.float64] = np.maximum(edited, part)
    return alike


def _is_same(query: str, choice: str, passage: Passage) -> bool:
    """Tell whether the words are the same; the ending that a person gave to an uncertain note may be any."""
    if query == choice:
        return True
    return not polite(passage.text).certain and _NOTE_ENDING.sub("", query) == _NOTE_ENDING.sub("", choice)


@lru_cache(maxsize=4096)
def _compared(text: str) -> str:
    """Return what is compared: NFC, in polite style without its ending, casefolded, letters and digits only."""
    folded = polite(unicodedata.normalize("NFC", text)).text.casefold()
    return _ENDING.sub("", "".join(letter for letter in folded if letter.isalnum()))[:_LONGEST]
