"""The parts of a prep sheet. Everything is text for people already; the documents only lay it out."""

from dataclasses import dataclass
from typing import Literal

Tone = Literal["plain", "lead", "soft", "retracted"]
"""How a row speaks: `lead` = its first line stands out, `retracted` = never say this again."""


@dataclass(frozen=True)
class Row:
    """One labelled row: lines to read, a remark of ours beneath them, and ruled lines to write on by hand.

    `instead` is what to say in place of a retracted line.
    """

    label: str
    lines: tuple[str, ...] = ()
    remark: str = ""
    room: int = 0
    tone: Tone = "plain"
    instead: str = ""


@dataclass(frozen=True)
class Block:
    """One question (or one story where there is no application), with what to say, best line first.

    `rows` are read in one glance and stay on one page; `more` follow them and may run on to the next.
    """

    number: int
    title: str
    headline: str = ""
    note: str = ""
    rows: tuple[Row, ...] = ()
    more: tuple[Row, ...] = ()
    empty: str = ""
    room: int = 0


@dataclass(frozen=True)
class Written:
    """One text of the user's own under the question it answers, or room to write it by hand."""

    question: str = ""
    lines: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    room: int = 0


@dataclass(frozen=True)
class Box:
    """One question that every interview asks, with the texts for it."""

    title: str
    written: tuple[Written, ...]


@dataclass(frozen=True)
class PastInterview:
    """What was asked in one interview and what to say next time, and what was to be done after it."""

    name: str
    asked_title: str
    next_time_title: str
    asked: tuple[Row, ...]
    next_action_title: str = ""
    next_action: tuple[str, ...] = ()


@dataclass(frozen=True)
class Head:
    """The top of the sheet. `blanks` name what is to be filled in by hand."""

    kind: str
    title: str
    subtitle: str = ""
    countdown: str = ""
    date: str = ""
    as_of: str = ""
    blanks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Questions:
    """The questions that are answered with a story."""

    title: str
    note: str = ""
    room: int = 0
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True)
class Rows:
    """A titled list of labelled rows."""

    title: str
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True)
class Lines:
    """A titled list of lines."""

    title: str
    lines: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Marks:
    """Small words that a document puts beside what it lays out."""

    do_not_say: str
    instead: str
    write_here: str


@dataclass(frozen=True)
class PrepSheet:
    """One prep sheet. `name` is the document's title, `footer` stands on every page."""

    name: str
    footer: str
    head: Head
    introduction: Box | None
    questions: Questions
    concepts: Rows
    boxes: tuple[Box, ...]
    past_title: str
    past: tuple[PastInterview, ...]
    checklist: Lines
    left_out: Lines
    marks: Marks
