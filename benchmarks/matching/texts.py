"""The texts that every method looks through, and a library grown to any size."""

import random
from dataclasses import replace

from stories.files.library import Library
from stories.model.story import TEXTS, Story

RESPELLED = 10
"""Every tenth word of a grown story is spelled anew, so that its words are not all known from the others."""


def whole_text(story: Story) -> str:
    """Return everything of a story that a plain search would look through."""
    prose = (getattr(story, name) for name in TEXTS)
    claims = (claim.text for claim in story.claims if claim.status != "retracted")
    asked = (one.question for one in story.follow_ups)
    parts = (story.title, story.headline, *story.competencies, *story.skills, *story.aliases, *prose, *claims, *asked)
    return " ".join(" ".join(parts).split())


def grown(library: Library, size: int) -> Library:
    """Return the library with `size` stories: its own, then the same with their words turned and some respelled.

    Every word occurs in every twelfth story or so: more to compare for a question than in a real library.
    """
    originals = list(library.stories.values())
    copies = (varied(originals[number % len(originals)], number) for number in range(len(originals), size))
    stories = [*originals, *copies][:size]
    return replace(library, stories={story.id: story for story in stories})


def varied(story: Story, number: int) -> Story:
    """Return the story under another id, with words that no other number gives."""
    dice = random.Random(number)
    changes = {name: _turned(getattr(story, name), number, dice) for name in ("title", "headline", *TEXTS)}
    return story.model_copy(update={**changes, "title": f"{changes['title']} {number}", "id": f"{story.id}-{number}"})


def _turned(text: str, number: int, dice: random.Random) -> str:
    words = text.split()
    turn = number % len(words) if words else 0
    words = [*words[turn:], *words[:turn]]
    for place in range(number % RESPELLED, len(words), RESPELLED):
        words[place] = "".join(dice.sample(words[place], len(words[place])))
    return " ".join(words)
