"""One story while it is being edited: what stands in the form, what the file holds, and what differs. No screen."""

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from stories.errors import StoryBankError
from stories.files.drafts import Draft, keep_of_window
from stories.files.tree import Plain
from stories.model.story import Claim, FollowUp, Story
from stories.text import clean

EDITING, CHOOSING, FIRST_ROUND = "editing", "editor_choosing", "editor_first_round"
"""Where a session keeps the form, whether it asks where to keep a text of the sample, and the next first round."""
ROWS: Mapping[str, tuple[str, ...]] = {
    "claims": tuple(Claim.model_fields),
    "follow_ups": tuple(FollowUp.model_fields),
}
ONE_LINE = ("title", "headline", "role", "period")
"""The fields whose box has one line."""
Choice = Literal["mine", "theirs", "both"]
_EMPTY: Mapping[str, Mapping[str, str]] = {"claims": Claim().model_dump(), "follow_ups": FollowUp().model_dump()}
_numbers = itertools.count(1_000)
"""Numbers of rows that are added; those of the file count from 0 and are the same after a restart."""


@dataclass
class Editing:
    """The form of one story. A field's round grows whenever the program, not the person, puts text into it."""

    library: Path
    story_id: str
    version: str
    saved: dict[str, Any]
    fields: dict[str, Any]
    rounds: dict[str, int]
    conflicts: dict[str, Any] = field(default_factory=dict)
    gone: bool = False
    drafted: dict[str, list[Plain]] = field(default_factory=dict)
    """The texts by field that this form has put into the draft on disk, or given up; others are other windows'."""
    not_saved: StoryBankError | None = None
    not_kept: StoryBankError | None = None
    """Why the last save, or keeping what is unsaved, did not work; nothing where it did."""
    beside: dict[str, list[Plain]] = field(default_factory=dict)
    """What other windows have typed into the same fields, as it was when the form was made."""

    @property
    def round(self) -> int:
        """Return the round of the field that the program filled last."""
        return max(self.rounds.values())

    def renew(self, *names: str) -> None:
        """Begin another round for these fields: their boxes take the text of the form, others keep what is typed."""
        self.rounds.update(dict.fromkeys(names, self.round + 1))

    def changes(self) -> dict[str, Any]:
        """Return the fields that differ from the file, as they would be saved."""
        return {name: value for name, value in self.values().items() if value != self.saved[name]}

    def settle(self) -> None:
        """End each conflict in which one's own text has become that of the file."""
        mine = self.values()
        self.conflicts = {name: theirs for name, theirs in self.conflicts.items() if theirs != mine[name]}

    def values(self) -> dict[str, Any]:
        """Return all fields of the form as they would be saved: clean texts, rows without empty ones."""
        return {name: _as_saved(name, value) for name, value in self.fields.items()}


def start(story: Story, version: str, draft: Draft | None, library: Path, first_round: int = 0) -> Editing:
    """Return the form for a story; an unsaved draft of it is put back in.

    The first round is the same after a restart of the server, so that a browser may hand in what was typed meanwhile;
    where the form is made anew on purpose, a greater one lets the boxes take its text.
    """
    saved = saved_fields(story)
    editing = Editing(library, story.id, version, saved, _form(saved), dict.fromkeys(saved, first_round))
    if draft is not None:
        known = {name: value for name, value in draft.fields.items() if name in saved}
        mine = {name: value for name, value in known.items() if isinstance(value, type(saved[name]))}
        editing.fields.update(_form(mine))
        editing.drafted = {name: [value] for name, value in known.items()}
        editing.beside = _beside(draft, saved)
        if draft.based_on != version:
            editing.conflicts = {
                name: saved[name]
                for name in mine
                if _as_saved(name, editing.fields[name]) != saved[name] and draft.was.get(name) != saved[name]
            }
    return editing


def _beside(draft: Draft, saved: Mapping[str, Any]) -> dict[str, list[Plain]]:
    """Return the texts of other windows that stand neither in the form nor in the file."""
    found = {
        name: [one.text for one in texts if isinstance(one.text, type(saved[name])) and one.text != saved[name]]
        for name, texts in draft.beside.items()
        if name in saved
    }
    return {name: texts for name, texts in found.items() if texts}


def saved_fields(story: Story) -> dict[str, Any]:
    """Return the story's fields as plain values, rows without their empty keys."""
    plain = story.model_dump(mode="json", exclude={"archived"})
    return {name: _as_saved(name, value) for name, value in plain.items()}


def follow_file(editing: Editing, story: Story, version: str) -> list[str]:
    """Take in what another program has written meanwhile; return the fields taken over.

    A field that only the file has changed is taken over. One that both have changed becomes a conflict: the text in
    the form stays, the file's stands in `conflicts` until the person has chosen.
    """
    theirs, mine = saved_fields(story), editing.changes()
    moved = [name for name in theirs if theirs[name] != editing.saved[name]]
    for name in moved:
        if name not in mine or mine[name] == theirs[name]:
            editing.fields[name] = _form({name: theirs[name]})[name]
            editing.conflicts.pop(name, None)
        else:
            editing.conflicts[name] = theirs[name]
    editing.saved, editing.version = theirs, version
    taken = [name for name in moved if name not in editing.conflicts]
    if taken:
        editing.renew(*taken)
    return taken


def choose(editing: Editing, name: str, choice: Choice) -> None:
    """End a conflict with one's own text, with the file's, or with both, one's own first."""
    mine, theirs = editing.values()[name], editing.conflicts.pop(name)
    if choice != "mine":
        editing.fields[name] = _form({name: theirs if choice == "theirs" else _both(name, mine, theirs)})[name]
        editing.renew(name)


def take_beside(editing: Editing, name: str, choice: Choice) -> None:
    """End the first text of another window for the field: leave it away, take it, or both, one's own first."""
    mine, theirs = editing.values()[name], editing.beside[name].pop(0)
    if not editing.beside[name]:
        del editing.beside[name]
    editing.drafted.setdefault(name, []).append(theirs)
    if choice != "mine":
        editing.fields[name] = _form({name: theirs if choice == "theirs" else _both(name, mine, theirs)})[name]
        editing.renew(name)


def keep_form(editing: Editing) -> None:
    """Keep the unsaved fields on disk, outside the library, beside those of other windows; note what prevents it."""
    editing.settle()
    changes = editing.changes()
    was = {name: editing.saved[name] for name in changes}
    editing.not_saved = editing.not_saved if changes else None
    editing.not_kept = None
    try:
        _keep(editing, changes, was, editing.drafted)
        editing.drafted = {name: [text] for name, text in changes.items()}
    except StoryBankError as error:
        editing.not_kept = error


def give_up(editing: Editing) -> None:
    """Forget what this form has not saved, and what it shows of other windows. Raises CannotWrite."""
    given_up = {
        name: [*editing.drafted.get(name, ()), *editing.beside.get(name, ()), value]
        for name, value in editing.values().items()
    }
    _keep(editing, {}, {}, given_up)


def _keep(
    editing: Editing, changes: Mapping[str, Plain], was: Mapping[str, Plain], before: Mapping[str, list[Plain]]
) -> None:
    keep_of_window(editing.library, "stories", editing.story_id, changes, editing.version, was, before)


def _both(name: str, mine: Any, theirs: Any) -> Any:
    """Return both texts, as paragraphs or in one line, or the words or rows of both, each once."""
    if isinstance(mine, list):
        return [*mine, *(one for one in theirs if one not in mine)]
    return (" / " if name in ONE_LINE else "\n\n").join(filter(None, (mine, theirs)))


def new_row(name: str) -> dict[str, Any]:
    """Return an empty row for the field, with a number of its own for the screen."""
    return {"number": next(_numbers), **_EMPTY[name]}


def _form(values: Mapping[str, Plain]) -> dict[str, Any]:
    """Return values as the form holds them: rows with every key and a number."""
    formed: dict[str, Any] = {}
    for name, value in values.items():
        if name in ROWS and isinstance(value, list):
            rows = [row for row in value if isinstance(row, dict)]
            formed[name] = [{"number": number, **_EMPTY[name], **row} for number, row in enumerate(rows)]
        else:
            formed[name] = list(value) if isinstance(value, list) else value
    return formed


def _as_saved(name: str, value: Any) -> Any:
    if name in ROWS:
        return [row for one in value if (row := _row(one, ROWS[name]))]
    if isinstance(value, list):
        return _unique(clean(word) for word in value)
    return clean(value)


def _row(row: Mapping[str, Any], keys: Iterable[str]) -> dict[str, str]:
    """Return the row without empty keys; a row with nothing but a status is none."""
    kept = {key: text for key in keys if (text := clean(str(row.get(key) or "")))}
    return kept if set(kept) - {"status"} else {}


def _unique(words: Iterable[str]) -> list[str]:
    return [word for word in dict.fromkeys(words) if word]
