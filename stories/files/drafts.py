"""Text that is typed but not saved yet: kept on disk outside the library, so that no crash or reload loses it."""

import contextlib
import json
import os
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from stories.errors import NameTaken
from stories.files import disk
from stories.files.names import require_safe
from stories.files.places import state_folder
from stories.files.tree import Plain


@dataclass(frozen=True)
class Draft:
    """Unsaved fields of one record, what the file held there then and its version, and when they were kept."""

    fields: Mapping[str, Plain]
    based_on: str
    kept_at: float
    was: Mapping[str, Plain] = field(default_factory=dict)


def _path(library: Path, kind: str, record_id: str) -> Path:
    return state_folder(library) / "drafts" / f"{kind}.{require_safe(record_id)}.json"


def keep_draft(
    library: Path,
    kind: str,
    record_id: str,
    fields: Mapping[str, Plain],
    based_on: str,
    was: Mapping[str, Plain] | None = None,
) -> None:
    """Keep the unsaved fields, in place of those kept before. Raises UnsafeName or CannotWrite.

    `was` holds what the file says in these fields, so that a later change elsewhere in it is no conflict.
    """
    path = _path(library, kind, record_id)
    # Escapes, so that even half a surrogate pair, which no file can hold, comes back as it was typed.
    kept = {"fields": dict(fields), "based_on": based_on, "kept_at": time.time(), "was": dict(was or {})}
    raw = json.dumps(kept).encode("ascii")
    is_there = os.path.exists(path)  # noqa: PTH110 - unlike Path.exists, it never raises
    try:
        (disk.replace if is_there else disk.create)(path, raw)
    except NameTaken:  # another window was quicker
        disk.replace(path, raw)


def read_draft(library: Path, kind: str, record_id: str) -> Draft | None:
    """Return the unsaved fields that were kept, or None where there are none or they cannot be read."""
    try:
        kept = json.loads(_path(library, kind, record_id).read_text(encoding="utf-8"))
        was = kept.get("was", {})
        return Draft(dict(kept["fields"]), str(kept["based_on"]), float(kept["kept_at"]), dict(was))
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
        keep_draft(to_library, kind, to_id, draft.fields, based_on, draft.was)
        if _path(library, kind, record_id) != _path(to_library, kind, to_id):
            forget_draft(library, kind, record_id)
