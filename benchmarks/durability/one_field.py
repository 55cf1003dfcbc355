"""One field of a file written by hand is edited: every other byte stays, in any encoding and with any line end."""

from dataclasses import dataclass
from pathlib import Path

from hypothesis import HealthCheck, Phase, assume, given, seed, settings
from hypothesis import strategies as st

from benchmarks.durability.handwritten import (
    ROW_FIELDS,
    TEXT_FIELDS,
    WORD_FIELDS,
    HandWritten,
    hand_written,
)
from benchmarks.durability.outcome import Outcome, Task
from benchmarks.durability.random_texts import NASTY, cleaned, storable
from stories.files.library import read_library
from stories.files.saving import save_fields
from stories.files.tree import Plain
from stories.model.story import Story

TEXTS = st.sampled_from(NASTY) | st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
ROWS: dict[str, st.SearchStrategy[Plain]] = {
    "claims": st.fixed_dictionaries({"text": TEXTS, "evidence": TEXTS}).map(dict),
    "follow_ups": st.fixed_dictionaries({"question": TEXTS, "answer": TEXTS}).map(dict),
}
ENCODINGS = ("utf-8", "utf-8", "utf-8-sig", "utf-16-le with mark", "utf-16-be with mark")


@dataclass(frozen=True)
class Edited:
    """A file before and after a save: its text, and the story that is read from it."""

    before: Story
    text: str
    after: Story


@st.composite
def edits(draw: st.DrawFn, several: bool = False) -> tuple[HandWritten, dict[str, Plain]]:
    """Draw a file and the new values of one field, or of up to four; most often of fields that it has."""
    file = draw(hand_written())
    fields = st.sampled_from((*TEXT_FIELDS, *WORD_FIELDS, *ROW_FIELDS))
    there = [key for key in file.keys if key in (*TEXT_FIELDS, *WORD_FIELDS, *ROW_FIELDS)]
    names = st.sampled_from(there) | fields if there else fields
    changes: dict[str, Plain] = {}
    for name in draw(st.lists(names, min_size=1, max_size=4 if several else 1, unique=True)):
        value: Plain = draw(TEXTS) if name in TEXT_FIELDS else list(draw(st.lists(ROWS.get(name, TEXTS), max_size=3)))
        assume(storable(value))
        changes[name] = value
    return file, changes


def one_field(task: Task) -> Outcome:
    """Edit one field of so many files."""
    outcome = Outcome()

    @seed(task.seed)
    @settings(
        max_examples=task.tries,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(edits(), st.sampled_from(ENCODINGS))
    def edit(drawn: tuple[HandWritten, dict[str, Plain]], encoding: str) -> None:
        file, changes = drawn
        [(name, value)] = changes.items()
        edited = save(task.folder, file.text, changes, encoding)
        wrong = wrong_after(file, name, value, edited)
        outcome.add(f"{file.text!r} with {name} = {value!r}, {encoding}: {wrong}" if wrong else "")
        outcome.see(encoding)
        task.tell()

    edit()
    return outcome


def as_read(name: str, value: Plain) -> object:
    """Return what a story has in the field when this value was saved."""
    return getattr(Story.model_validate({name: cleaned(value)}), name)


def save(folder: Path, text: str, changes: dict[str, Plain], encoding: str = "utf-8") -> Edited:
    """Save the changes into the story x of this text; nothing is raised for an encoding that does not stay."""
    path = folder / "stories" / "x.yaml"
    path.parent.mkdir(exist_ok=True)
    name, _, marked = encoding.partition(" ")
    path.write_bytes((("\ufeff" if marked else "") + text).encode(name))
    before = read_library(folder)
    save_fields(before, "stories", "x", changes)
    raw = path.read_bytes()
    written = raw.decode(name).removeprefix("\ufeff") if marked else raw.decode(name)
    return Edited(before.stories["x"], written, read_library(folder).stories["x"])


def wrong_after(file: HandWritten, name: str, value: Plain, edited: Edited) -> str:
    """Return what is wrong after one field was saved, or nothing."""
    if getattr(edited.after, name) != as_read(name, value):
        return f"it reads back as {getattr(edited.after, name)!r}"
    if edited.after.model_copy(update={name: getattr(edited.before, name)}) != edited.before:
        return "another field is read otherwise"
    if file.newline != "\n" and "\n" in edited.text.replace(file.newline, ""):
        return "there are two kinds of line ends"
    return _outside(file, name, edited.text)


def _outside(file: HandWritten, name: str, text: str) -> str:
    """Return what has changed outside of the field."""
    if name not in file.keys:
        return "" if _is_insertion(file, text, name) else f"it is no block of its own in {text!r}"
    place = next(place for place, segment in enumerate(file.segments) if segment.key == name)
    before, after = file.before(place), file.after(place)
    if not text.startswith(before) or not text.endswith(after):
        return f"bytes outside of it changed: {text!r}"
    block = text[len(before) : len(text) - len(after)]
    return "" if file.segments[place].comment.strip() in block else f"its comment is gone from {block!r}"


def _is_insertion(file: HandWritten, text: str, name: str) -> bool:
    """Tell whether the text is the file with one block of whole lines more, between two fields or at an end."""
    whole = file.text if file.closed else file.text + file.newline
    new = text if file.closed else text + file.newline
    boundaries = [len(file.before(place)) for place in range(len(file.segments))] + [len(whole)]
    return any(
        new.startswith(whole[:at] + name) and new.endswith(whole[at:]) and len(new) > len(whole) for at in boundaries
    )
