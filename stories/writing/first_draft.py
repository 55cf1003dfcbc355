"""The first draft of an answer: a story's own sentences, in a shape, inside the room, without any service."""

from dataclasses import replace

from stories.model.story import TEXTS, Story
from stories.writing.candidates import Candidates, named, without_repeats
from stories.writing.composition import Drafted, FirstDraft, compose
from stories.writing.pools import Candidate, Pool
from stories.writing.room import Room
from stories.writing.shapes import SHAPES, Part, ShapeId

__all__ = ["Drafted", "FirstDraft", "Room", "ShapeId", "first_draft"]

ASKED_FOR = ("action", "result")
"""Fields whose absence a code tells: no-action, no-result."""


def first_draft(story: Story, shape: ShapeId, room: Room) -> FirstDraft:
    """Draft an answer from the story in the shape: whole sentences, 85 to 95 % of the room where they allow it.

    It is never over the room. The title is no sentence of an answer. A sentence that says a retracted claim is left
    out, or gives its place to what is to be said instead; one that says an unconfirmed claim is marked. Nothing raises.
    Source: issue 4.
    """
    stretches = SHAPES[shape]
    parts = [part for stretch in stretches for part in stretch.parts]
    candidates = Candidates(story.claims)
    fields = {name: candidates.of(story.id, name, getattr(story, name)) for name in ("headline", *TEXTS)}
    written = {name for name, found in fields.items() if any(not one.barred for one in found)}
    _lend(parts, fields)
    pools = [Pool(one.share, tuple(told for part in one.parts for told in _told(part, fields))) for one in stretches]
    drafted = compose(without_repeats(pools), room)
    missing = tuple(f"no-{name}" for name in ASKED_FOR if written and name not in written)
    return replace(drafted, codes=(*drafted.codes, *missing))


def _told(part: Part, fields: dict[str, list[Candidate]]) -> tuple[Candidate, ...]:
    """Return the sentences of the part's fields."""
    return named(part.name, (one for name in part.fields for one in fields[name]), part.opens)


def _lend(parts: list[Part], fields: dict[str, list[Candidate]]) -> None:
    """Give a part without text the last sentence of the field that it ends, where that field has more than one."""
    for part in parts:
        lender = fields[part.ends] if part.ends else []
        if len(lender) > 1 and not any(fields[name] for name in part.fields):
            fields[part.fields[-1]] = [lender.pop()]
