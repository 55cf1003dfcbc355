"""The one-minute introduction (1분 자기소개): the profile, the headlines of some stories, and the motivation."""

from collections.abc import Iterator, Sequence

from stories.model.profile import Profile
from stories.model.story import Story
from stories.writing.candidates import Candidates, named, without_repeats
from stories.writing.composition import FirstDraft, compose
from stories.writing.pools import Pool
from stories.writing.room import Room
from stories.writing.shapes import LEAD

MOST = 3
"""Stories that are told; more are no introduction."""
MORE = ("result", "action")
"""Fields that stand in for a missing headline, and fill what the headlines leave of the room."""
PROFILE, STORIES, MOTIVATION = 0.25, 0.45, 0.30
"""Shares of the room: who I am, what I have done, why I am here. The profile's first sentence is the lead."""


def introduction(profile: Profile, stories: Sequence[Story], motivation: str, room: Room) -> FirstDraft:
    """Draft an introduction in the room: the profile's headline and text, the stories' headlines, and the motivation.

    Of the stories the first three are told, in their order; results and actions follow their headline where room is
    left. The name is not written. Claims are respected as in first_draft. Nothing raises. Source: issue 4.
    """
    told = stories[:MOST]
    candidates = Candidates(claim for story in stories for claim in story.claims)
    me = [candidates.of("profile", name, getattr(profile, name)) for name in ("headline", "introduction")]
    if not me[0]:
        me = [me[1][:1], me[1][1:]]
    pools = [
        Pool(LEAD, named("profile", me[0])),
        Pool(PROFILE, named("profile", me[1])),
        *(pool for story in told for pool in _story(candidates, story, STORIES / len(told))),
        Pool(MOTIVATION, named("motivation", candidates.of("", "motivation", motivation), opens=True)),
    ]
    return compose(without_repeats(pools), room)


def _story(candidates: Candidates, story: Story, share: float) -> Iterator[Pool]:
    """Yield the headline of the story, or what stands in for it, and more of it, used only where room is left."""
    texts = [candidates.of(story.id, "headline", story.headline)]
    texts += [candidates.of(story.id, field, getattr(story, field)) for field in MORE]
    first = next((place for place, found in enumerate(texts) if any(not one.barred for one in found)), 0)
    yield Pool(share, named("story", texts[first]))
    more = (one for place, found in enumerate(texts) if place != first for one in found)
    yield Pool(0.0, named("story", more))
