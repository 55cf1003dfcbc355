"""What the words of a question are called in a story: as they stand there, and not as they were typed."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from rapidfuzz import fuzz

from stories.matching.preparation import cased, words
from stories.matching.profiles import TEXT_LIMIT
from stories.matching.vocabulary import Vocabulary, is_everyday
from stories.model.story import TEXTS, Story

ENDING = 2
"""Syllables at the end of a Korean word that are taken for its ending."""


def prose(story: Story) -> str:
    """Return what is written in the story, with its names, as far as it is read."""
    parts = (story.title, story.headline, *story.aliases, *story.skills, *(getattr(story, one) for one in TEXTS))
    return cased("\n".join(parts), TEXT_LIMIT)


def begun(typed: Iterable[str], story: Story) -> list[str]:
    """Return the words that a word of the story begins like: in the midst of one (콘테스트) stands another (테스트).

    A slip of the keys (tensorfow) gives the word as it stands in the story.
    """
    there, found = dict.fromkeys(words(prose(story).casefold())), list[str]()
    for word in typed:
        near = [one for one in there if one.startswith(word[: 3 if word.isascii() else 2])]
        stem = word if word.isascii() else word[: max(2, len(word) - ENDING)]
        if any(one.startswith(stem) for one in near):
            found.append(word)
        elif near:
            found.append(max(near, key=lambda one: fuzz.ratio(one, word)))
    return found


@lru_cache(maxsize=16)
def as_written(text: str, vocabulary: Vocabulary) -> Mapping[str, str]:
    """Return each term that stands in the text as it is written there, with the rest of its word if it is a stem.

    Of texts just looked at it is kept: several reasons of one story ask for the same.
    """
    found: dict[str, str] = {}
    for one in vocabulary.terms(text):
        stem = one.surface.rstrip("*")
        ending = ("[a-z]*" if stem.isascii() else r"\w*") if is_everyday(one.meaning) or stem != one.surface else ""
        written = re.search(re.escape(stem) + ending, text, re.IGNORECASE)
        found.setdefault(one.meaning, written.group() if written else stem)
    return found
