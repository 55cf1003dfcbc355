"""Everything that writes: each action on a small library, with what stands on the disk before and after it."""

import contextlib
import io
import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import cli
from benchmarks.durability.ground import AT, GONE
from stories.files.answers import save_answer
from stories.files.backup import Backup
from stories.files.backup_restoring import restore_backup
from stories.files.copies import Copy, copies, drop_copy, take_copy
from stories.files.deleting import delete_record
from stories.files.disk import version_of
from stories.files.drafts import forget_draft, keep_draft, keep_of_window
from stories.files.library import Library, read_library
from stories.files.mending import mend
from stories.files.places import STATE_VARIABLE
from stories.files.renaming import rename_story
from stories.files.restoring import restore
from stories.files.saving import archive_story, create_record, save_fields
from stories.files.schemas import write_schemas
from stories.files.starting import start_library
from stories.files.versions import keep_version

X = ("stories", "x")


@dataclass(frozen=True)
class Action:
    """One thing that a person does. `many` tells that it changes several files, each of which is old or new."""

    name: str
    run: Callable[[Library], object]
    many: bool = False
    only: str = ""
    """The folder in which calls are watched; nothing = everywhere."""


def _export(library: Library) -> None:
    """Export as the command line does; what stops it is raised and not printed."""
    arguments = ["--library", str(library.folder), "--language", "ko", "export", "prep-sheet-markdown", "kt"]
    said = io.StringIO()
    output = str(library.folder.parent / "out" / "sheet.md")
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        code = cli.main([*arguments, "--output", output])
    if code:
        raise Told(said.getvalue())


class Told(Exception):
    """The command line told in a sentence what stopped it."""


def _answer(library: Library) -> None:
    save_answer(library, "kt", 1, library.applications["kt"].questions[0], {"draft": "새 답\n둘째 줄"})


def _keep_draft(library: Library) -> None:
    keep_draft(library.folder, "stories", "y", {"action": "아직 저장하지 않은 글"}, "version", {"action": ""})


def _keep_draft_again(library: Library) -> None:
    keep_draft(library.folder, "stories", "x", {"action": "다시 쓴 글"}, "version", {"action": ""})


def _keep_of_window(library: Library) -> None:
    keep_of_window(library.folder, "stories", "x", {"action": "창 둘의 글"}, "version", {"action": ""})


@cache
def _copy(folder: Path) -> Copy:
    """Return the second version as the person sees it: it is read once, before any call fails."""
    return copies(read_library(folder))[0]


def _keep_version(application: str) -> Callable[[Library], None]:
    return lambda library: keep_version(library.folder, application, "지원 동기", "새 답", now=AT)


def _first_save(library: Library) -> None:
    """Save on a machine that has no state of the library yet."""
    before = os.environ[STATE_VARIABLE]
    os.environ[STATE_VARIABLE] = str(library.folder.parent / "fresh")
    try:
        save_fields(library, *X, {"situation": "처음 저장한 상황"})
    finally:
        os.environ[STATE_VARIABLE] = before


def _restore_backup(library: Library) -> None:
    restore_backup(Backup({"stories/b.yaml": GONE}), library.folder)


def _restore_anew(library: Library) -> None:
    restore_backup(Backup({"stories/b.yaml": GONE, "profile.yaml": GONE}), library.folder.parent / "new")


ACTIONS: tuple[Action, ...] = (
    Action("save", lambda library: save_fields(library, "stories", "x", {"situation": "새 상황\n둘째 줄"})),
    Action("save for the first time", _first_save),
    Action("save an answer", _answer),
    Action("create", lambda library: create_record(library, "stories", "새 이야기", {"title": "새 이야기"})),
    Action("rename", lambda library: rename_story(library, "x", "z"), many=True),
    Action("delete", lambda library: delete_record(library, "stories", "y", library.files["stories", "y"].version)),
    Action("restore", lambda library: restore(library, *X, version_of(GONE), library.files[X].version)),
    Action("bring back", lambda library: restore(library, "stories", "gone", version_of(GONE), "")),
    Action("restore a backup", _restore_backup, many=True),
    Action("restore a backup in a new folder", _restore_anew, many=True),
    Action("archive", lambda library: archive_story(library, "x", today=AT.date())),
    Action("keep a draft", _keep_draft),
    Action("keep a draft again", _keep_draft_again),
    Action("forget a draft", lambda library: forget_draft(library.folder, "stories", "x")),
    Action("keep what a window typed", _keep_of_window),
    Action("mend an old encoding", lambda library: mend(library, "stories", "old", "utf-8")),
    Action("take a second version", lambda library: take_copy(library, _copy(library.folder)), many=True),
    Action("drop a second version", lambda library: drop_copy(library, _copy(library.folder)), many=True),
    Action("keep a version", _keep_version("kt")),
    Action("keep the first version", _keep_version("naver")),
    Action("write schemas", lambda library: write_schemas(library.folder), many=True),
    Action("start", lambda library: start_library(library.folder.parent / "started", True), many=True),
    Action("export", _export, only="out"),
)
"""Importing of notes from elsewhere stands here as soon as it writes."""
