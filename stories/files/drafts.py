"""Text that is typed but not saved yet: kept on disk outside the library, so that no crash or reload loses it."""

import contextlib
import json
import os
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from stories.errors import NameTaken
from stories.files import disk
from stories.files.names import require_safe
from stories.files.places import state_folder
from stories.files.tree import Plain

MOST_BESIDE = 4
"""Texts of other windows that are kept for one field."""
_NOTHING: Mapping[str, Sequence[Plain]] = {}
_ONE_AT_A_TIME = threading.Lock()


class Beside(NamedTuple):
    """What another window has typed into the same field, and what the file held there then."""

    text: Plain
    was: Plain


@dataclass(frozen=True)
class Draft:
    """Unsaved fields of one record, what the file held there then and its version, and when they were kept.

    `fields` is what was typed last; `beside` what other windows typed into the same fields, the newest first.
    """

    fields: Mapping[str, Plain]
    based_on: str
    kept_at: float
    was: Mapping[str, Plain] = field(default_factory=dict)
    beside: Mapping[str, tuple[Beside, ...]] = field(default_factory=dict)


def _path(library: Path, kind: str, record_id: str) -> Path:
    return state_folder(library) / "drafts" / f"{kind}.{require_safe(record_id)}.json"


def keep_draft(
    library: Path,
    kind: str,
    record_id: str,
    fields: Mapping[str, Plain],
    based_on: str,
    was: Mapping[str, Plain] | None = None,
    beside: Mapping[str, Sequence[Beside]] | None = None,
) -> None:
    """Keep the unsaved fields, in place of all that was kept before. Raises UnsafeName or CannotWrite.

    `was` holds what the file says in these fields, so that a later change elsewhere in it is no conflict.
    """
    path = _path(library, kind, record_id)
    # Escapes, so that even half a surrogate pair, which no file can hold, comes back as it was typed.
    kept = {
        "fields": dict(fields),
        "based_on": based_on,
        "kept_at": time.time(),
        "was": dict(was or {}),
        "beside": dict(beside or {}),
    }
    raw = json.dumps(kept).encode("ascii")
    is_there = os.path.exists(path)  # noqa: PTH110 - unlike Path.exists, it never raises
    try:
        (disk.replace if is_there else disk.create)(path, raw)
    except NameTaken:  # another window was quicker
        disk.replace(path, raw)


def keep_of_window(
    library: Path,
    kind: str,
    record_id: str,
    mine: Mapping[str, Plain],
    based_on: str,
    was: Mapping[str, Plain],
    mine_before: Mapping[str, Sequence[Plain]] = _NOTHING,
) -> None:
    """Keep the unsaved fields of one window; what other windows have kept of the record stays.

    `mine_before` are texts by field that this window has kept before or given up: they are forgotten, and so is what
    `mine` contains whole. Without anything unsaved the draft is forgotten. Raises UnsafeName or CannotWrite.
    """
    with _ONE_AT_A_TIME:
        draft = read_draft(library, kind, record_id) or Draft({}, based_on, 0.0)
        kept: dict[str, list[Beside]] = {}
        for name in {**draft.fields, **draft.beside, **mine}:
            there = [Beside(draft.fields[name], draft.was.get(name, ""))] if name in draft.fields else []
            others = [
                one
                for one in (*there, *draft.beside.get(name, ()))
                if one.text not in mine_before.get(name, ()) and not _holds(mine.get(name), one.text)
            ]
            kept[name] = [Beside(mine[name], was.get(name, "")), *others] if name in mine else others
        found = {name: texts for name, texts in kept.items() if texts}
        if not found:
            forget_draft(library, kind, record_id)
            return
        only_mine = all(name in mine and len(texts) == 1 for name, texts in found.items())
        keep_draft(
            library,
            kind,
            record_id,
            {name: texts[0].text for name, texts in found.items()},
            based_on if only_mine else draft.based_on,
            {name: texts[0].was for name, texts in found.items()},
            {name: texts[1 : MOST_BESIDE + 1] for name, texts in found.items() if len(texts) > 1},
        )


def _holds(text: Plain | None, other: Plain) -> bool:
    """Tell whether nothing of the other text is lost where this one is kept."""
    return text == other or (isinstance(text, str) and isinstance(other, str) and other.strip() in text)


def read_draft(library: Path, kind: str, record_id: str) -> Draft | None:
    """Return the unsaved fields that were kept, or None where there are none or they cannot be read."""
    try:
        kept = json.loads(_path(library, kind, record_id).read_text(encoding="utf-8"))
        was, beside = kept.get("was", {}), kept.get("beside", {})
        others = {name: tuple(Beside(*one) for one in texts) for name, texts in beside.items()}
        return Draft(dict(kept["fields"]), str(kept["based_on"]), float(kept["kept_at"]), dict(was), others)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def drafts_of(library: Path, kind: str) -> tuple[str, ...]:
    """Return the ids of the records that have unsaved fields."""
    folder = state_folder(library) / "drafts"
    prefix = f"{kind}."
    return tuple(sorted(path.name[len(prefix) : -len(".json")] for path in folder.glob(f"{prefix}*.json")))


def forget_draft(library: Path, kind: str, record_id: str) -> None:
    """Remove what was kept, once it is saved or given up."""
    with contextlib.suppress(OSError):
        _path(library, kind, record_id).unlink(missing_ok=True)


def move_draft(library: Path, kind: str, record_id: str, to_library: Path, to_id: str, based_on: str) -> None:
    """Carry unsaved fields over to another record or library: from the sample to one's own, or after a rename."""
    draft = read_draft(library, kind, record_id)
    if draft is not None:
        keep_draft(to_library, kind, to_id, draft.fields, based_on, draft.was, draft.beside)
        if _path(library, kind, record_id) != _path(to_library, kind, to_id):
            forget_draft(library, kind, record_id)
