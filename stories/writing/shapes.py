"""The shapes of an answer, as data: which parts follow each other, and how the room is shared between them."""

from dataclasses import dataclass
from typing import Literal, get_args

ShapeId = Literal["star", "car", "prep", "chronological"]
SHAPE_IDS: tuple[ShapeId, ...] = get_args(ShapeId)

LEAD: None = None
"""The share of a stretch that takes what it needs before the others share the rest."""


@dataclass(frozen=True)
class Part:
    """One part of an answer: its name and the fields of the story whose sentences it tells, in order.

    `opens`: it begins a paragraph. `ends`: where its own fields are empty, it takes the last sentence of this field,
    unless that is the only one.
    """

    name: str
    fields: tuple[str, ...]
    opens: bool = False
    ends: str = ""


@dataclass(frozen=True)
class Stretch:
    """Parts that follow each other and have a share of the room in common.

    `share`: 0 to 1 of what the lead leaves, LEAD, or 0: only what the other stretches cannot fill.
    """

    share: float | None
    parts: tuple[Part, ...]


def _field(name: str, opens: bool = False) -> Part:
    return Part(name, (name,), opens)


_TAIL = (_field("learned"), _field("since_then"))

SHAPES: dict[ShapeId, tuple[Stretch, ...]] = {
    "star": (
        Stretch(LEAD, (_field("headline"),)),
        Stretch(0.18, (_field("situation"), _field("task"))),
        Stretch(0.72, (_field("action", opens=True), _field("result", opens=True))),
        Stretch(0.10, _TAIL),
    ),
    "car": (
        Stretch(0.0, (_field("headline"),)),
        Stretch(0.20, (Part("challenge", ("situation", "task")),)),
        Stretch(0.80, (_field("action", opens=True), _field("result", opens=True))),
        Stretch(0.0, _TAIL),
    ),
    "prep": (
        Stretch(LEAD, (Part("point", ("headline",)),)),
        Stretch(0.20, (Part("reason", ("learned",)),)),
        Stretch(0.13, (Part("example", ("situation", "task"), opens=True),)),
        Stretch(0.52, (Part("example", ("action", "result"), opens=True),)),
        Stretch(0.15, (Part("point-again", ("since_then",), opens=True, ends="learned"),)),
    ),
    "chronological": (
        Stretch(0.18, (_field("situation"), _field("task"))),
        Stretch(0.72, (_field("action", opens=True), _field("result", opens=True))),
        Stretch(0.10, _TAIL),
        Stretch(0.0, (_field("headline"),)),
    ),
}
"""두괄식 STAR, CAR, PREP for opinions, and the order of time. Where situation, task, action and result stand, S+T and
A+R share their room 20 to 80. Source: conventions.md, "자기소개서"; issue 4. Every shape tells every field of a story,
so that one with little text still fills its room."""
