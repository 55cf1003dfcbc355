"""What is measured on one draft, each figure by its own arithmetic."""

import random
import time
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.drafts.random_stories import TAKEN_BACK, random_room, random_story
from stories.model.story import STAR, TEXTS, Story
from stories.writing.composition import FirstDraft
from stories.writing.first_draft import first_draft
from stories.writing.room import Room, scale
from stories.writing.sentences import sentences
from stories.writing.shapes import SHAPE_IDS, ShapeId
from stories.writing.spoken import spoken_time
from stories.writing.style import polite

LEAST, MOST = 0.85, 1.0
"""The share of the room that a draft fills where its story has enough text."""
SETTING, DOING = STAR[:2], STAR[2:]


@dataclass(frozen=True)
class Drawn:
    """One story with a room and a shape, and the draft that was made of them in so many milliseconds."""

    story: Story
    shape: ShapeId
    room: Room
    draft: FirstDraft
    milliseconds: float


def draw(dice: random.Random) -> Drawn:
    """Make a story, a room and a shape, and draft."""
    story, room, shape = random_story(dice), random_room(dice), dice.choice(SHAPE_IDS)
    start = time.perf_counter()
    draft = first_draft(story, shape, room)
    return Drawn(story, shape, room, draft, 1000 * (time.perf_counter() - start))


def own_words(one: Drawn) -> bool:
    """Tell whether the draft is the user's sentences as they are or in polite style, and spaces between."""
    texts = [one.story.headline, *(getattr(one.story, name) for name in TEXTS)]
    texts += [claim.say_instead for claim in one.story.claims]
    rest = one.draft.text
    for sentence in one.draft.sentences:
        words = sentence.passage.text
        if not any(words in text for text in texts) or sentence.text not in (words, polite(words).text):
            return False
        if not rest.startswith(sentence.text):
            return False
        rest = rest[len(sentence.text) :]
        rest = rest[1:] if rest[:1] in (" ", "\n") else rest
    return not rest


def filled(one: Drawn) -> float:
    """Return the share of the room that the draft takes, counted without the product's own rules."""
    text, room = one.draft.text, one.room
    written = {
        "characters": len(text.encode("utf-16-le")) // 2,
        "characters-without-spaces": len("".join(text.split())),
        "portal-bytes": len(text.encode("cp949")),
        "utf8-bytes": len(text.encode("utf-8")),
    }
    said = spoken_time(text)
    of_limit = written[room.rule] / room.limit if room.limit else 0.0
    return max(of_limit, (said.seconds_low + said.seconds_high) / 2 / room.seconds if room.seconds else 0.0)


def is_full(one: Drawn) -> bool:
    """Tell whether the draft fills its room."""
    return LEAST <= filled(one) <= MOST


def can_be_filled(one: Drawn) -> bool:
    """Tell whether some of the story's sentences together fill the room: every sum of their weights is tried."""
    texts = {sentence.text for sentence in one.draft.sentences}
    texts |= {polite(passage.text).text for passage in one.draft.left_out if not says(passage.text, TAKEN_BACK)}
    measured = scale(one.room, " ".join(texts))
    assert measured is not None
    sums = 1
    for text in texts:
        sums |= sums << measured.weigh(text)
    wanted = (1 << (measured.capacity + 1)) - (1 << measured.aim[0])
    return bool(sums & wanted)


def setting_share(one: Drawn) -> float | None:
    """Return the share of situation and task among the four of STAR; None where the story has too little of either."""
    measured = scale(one.room, one.story.action)
    assert measured is not None
    if one.shape == "prep":
        return None
    for fields, share in ((SETTING, 0.2), (DOING, 0.8)):
        own = {found.text for name in fields for found in sentences(getattr(one.story, name))}
        if sum(map(measured.weigh, own)) < share * measured.aim[1]:
            return None
    told = {
        fields: sum(len(found.text) for found in one.draft.sentences if found.passage.field in fields)
        for fields in (SETTING, DOING)
    }
    whole = sum(told.values())
    return told[SETTING] / whole if whole else None


def says(text: str, claims: Sequence[str]) -> bool:
    """Tell whether the text holds one of the claims that were put into stories, in any ending."""
    return any(claim.removesuffix("다") in text for claim in claims)
