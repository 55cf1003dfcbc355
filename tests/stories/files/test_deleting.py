"""Deleting: nothing is removed that cannot come back, and what is gone is listed, whoever took it away."""

import ast
import datetime
import os
from pathlib import Path

import pytest

import stories
from stories.errors import CannotWrite, ChangedOnDisk, FileNotReadable, NotFound, SampleIsReadOnly, StoryBankError
from stories.files import deleting, history, places
from stories.files.deleting import delete_record, deleted_records
from stories.files.disk import MAX_BYTES, version_of
from stories.files.library import read_library
from stories.files.places import state_folder
from stories.files.renaming import rename_story
from stories.files.restoring import restore, version_on_disk
from stories.files.saving import create_record, save_fields
from tests.stories.files.disks import bad_disk
from tests.stories.files.faults import UNREADABLE

TEXT = "# 위\ntitle: 제목\n".encode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a library with the story x."""
    (tmp_path / "library" / "stories").mkdir(parents=True)
    (tmp_path / "library" / "stories" / "x.yaml").write_bytes(TEXT)
    return tmp_path / "library"


def delete(folder: Path, story_id: str = "x", based_on: str | None = None) -> None:
    library = read_library(folder)
    version = version_on_disk(library, "stories", story_id) if based_on is None else based_on
    delete_record(library, "stories", story_id, version)


def gone(folder: Path) -> list[str]:
    return [one.id for one in deleted_records(read_library(folder))]


def refused(error: type[StoryBankError], folder: Path, based_on: str | None = None) -> None:
    path = folder / "stories" / "x.yaml"
    before = path.read_bytes()
    with pytest.raises(error):
        delete(folder, "x", based_on)
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == ["x.yaml"]


def test_a_deleted_story_is_listed_with_its_title_and_comes_back_as_it_was(folder: Path) -> None:
    start = datetime.datetime.now().astimezone() - datetime.timedelta(seconds=1)
    delete(folder)
    assert list((folder / "stories").iterdir()) == []
    (one,) = deleted_records(read_library(folder))
    assert (one.kind, one.id, one.name, one.version) == ("stories", "x", "제목", version_of(TEXT))
    assert start < datetime.datetime.fromisoformat(one.at) < start + datetime.timedelta(minutes=1)
    restore(read_library(folder), one.kind, one.id, one.version, "")
    assert (folder / "stories" / "x.yaml").read_bytes() == TEXT
    assert gone(folder) == []


def test_what_came_back_can_be_deleted_and_come_back_again(folder: Path) -> None:
    for _ in range(3):
        delete(folder)
        assert gone(folder) == ["x"]
        (one,) = deleted_records(read_library(folder))
        restore(read_library(folder), one.kind, one.id, one.version, "")
        assert gone(folder) == []


def test_every_kind_of_record_can_be_deleted_and_come_back(sample_copy: Path) -> None:
    (sample_copy / "glossary.yaml").write_bytes(b"terms: []\n")
    library = read_library(sample_copy)
    before = {path: path.read_bytes() for path in sample_copy.rglob("*.yaml")}
    assert {kind for kind, _ in library.files} >= {"stories", "concepts", "applications", "interviews", "profile"}
    with bad_disk():  # a good one that does not sync
        for (kind, record_id), state in library.files.items():
            delete_record(library, kind, record_id, state.version)
        assert list(sample_copy.rglob("*.yaml")) == []
        listed = deleted_records(read_library(sample_copy))
        assert {(one.kind, one.id) for one in listed} == set(library.files)
        assert {one.name for one in listed} >= {story.title for story in library.stories.values()}
        for one in listed:
            restore(read_library(sample_copy), one.kind, one.id, one.version, "")
    assert {path: path.read_bytes() for path in sample_copy.rglob("*.yaml")} == before


@pytest.mark.parametrize("fault", UNREADABLE, ids=[fault.name for fault in UNREADABLE])
def test_a_file_that_cannot_be_read_is_deleted_and_comes_back_too(fault: object, folder: Path) -> None:
    content = fault.content  # type: ignore[attr-defined]
    (folder / "stories" / "x.yaml").write_bytes(content)
    if len(content) > MAX_BYTES:
        return refused(FileNotReadable, folder, version_of(content))
    delete(folder)
    (one,) = deleted_records(read_library(folder))
    assert one.name
    restore(read_library(folder), one.kind, one.id, one.version, "")
    assert (folder / "stories" / "x.yaml").read_bytes() == content
    return None


def test_a_story_that_was_changed_since_it_was_seen_is_not_deleted(folder: Path) -> None:
    refused(ChangedOnDisk, folder, version_of(b"title: seen\n"))
    refused(ChangedOnDisk, folder, "")


def test_what_is_not_there_cannot_be_deleted(folder: Path) -> None:
    library = read_library(folder)
    for name in ("y", "../x", ""):
        with pytest.raises(NotFound):
            delete_record(library, "stories", name, version_of(TEXT))
    (folder / "stories" / "x.yaml").unlink()
    with pytest.raises(NotFound):
        delete_record(library, "stories", "x", version_of(TEXT))


def test_a_text_that_cannot_be_kept_is_not_deleted(folder: Path) -> None:
    state_folder(folder).mkdir(parents=True)
    (state_folder(folder) / "history").write_bytes(b"")
    refused(CannotWrite, folder)


def test_a_text_that_another_program_writes_at_the_last_moment_is_not_deleted(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, real = folder / "stories" / "x.yaml", history.keep

    def keep(*given: object) -> None:
        real(*given)  # type: ignore[arg-type]
        path.write_bytes(b"title: elsewhere\n")

    monkeypatch.setattr(history, "keep", keep)
    with pytest.raises(ChangedOnDisk):
        delete(folder)
    assert path.read_bytes() == b"title: elsewhere\n"


def test_a_text_is_on_the_disk_before_its_file_is_removed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def removing(path: Path, expected: bytes) -> None:
        assert [kept.content for kept in history.history(folder, "stories", "x")] == [TEXT]
        assert path.read_bytes() == expected == TEXT
        path.unlink()

    monkeypatch.setattr(deleting.disk, "remove", removing)
    delete(folder)
    assert gone(folder) == ["x"]


def test_a_file_marked_as_read_only_and_the_sample_are_not_deleted(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(os, "access", lambda path, mode: False)
        refused(CannotWrite, folder)
    with monkeypatch.context() as patch:
        patch.setattr(places, "SAMPLE", folder)
        refused(SampleIsReadOnly, folder)


def test_what_another_program_deleted_is_listed_if_its_text_is_known(folder: Path) -> None:
    (folder / "stories" / "y.yaml").write_bytes(b"title: never kept\n")
    save_fields(read_library(folder), "stories", "x", {"title": "새 제목"})
    for name in ("x", "y"):
        (folder / "stories" / f"{name}.yaml").unlink()
    (one,) = deleted_records(read_library(folder))
    assert (one.id, one.name) == ("x", "새 제목")
    restore(read_library(folder), one.kind, one.id, one.version, "")
    assert read_library(folder).stories["x"].title == "새 제목"


def test_what_got_another_name_is_not_listed_as_deleted(folder: Path) -> None:
    save_fields(read_library(folder), "stories", "x", {"title": "새 제목"})
    rename_story(read_library(folder), "x", "y")
    assert gone(folder) == []
    (folder / "stories" / "y.yaml").rename(folder / "stories" / "z.yaml")
    assert gone(folder) == []
    delete(folder, "z")
    assert gone(folder) == ["z"] or gone(folder) == ["z", "y"]


@pytest.mark.parametrize("name", ["x.yml", "X.yaml"])
def test_what_has_a_file_in_another_form_of_its_name_is_not_listed(name: str, folder: Path) -> None:
    delete(folder)
    (folder / "stories" / name).write_bytes(b"title: new\n")
    assert gone(folder) == []


def test_a_new_story_of_the_same_title_takes_no_deleted_one_away(folder: Path) -> None:
    made = create_record(read_library(folder), "stories", "제목 하나", {"title": "제목 하나"})
    delete(folder, made)
    again = create_record(read_library(folder), "stories", "제목 하나", {"title": "제목 하나"})
    assert again != made
    assert gone(folder) == [made]


def test_those_deleted_last_come_first_in_any_zone(folder: Path) -> None:
    zones = [datetime.timezone(datetime.timedelta(hours=hours)) for hours in (9, 0, -8)]
    for number, zone in enumerate(zones):
        at = datetime.datetime(2026, 11, 21, 12, number, tzinfo=datetime.UTC).astimezone(zone)
        history.keep(folder, "stories", f"y{number}", f"title: {number}\n".encode(), at)
        history.keep_deleted(folder, "stories", f"y{number}", at)
    assert gone(folder) == ["y2", "y1", "y0"]


def test_a_folder_that_cannot_be_listed_has_lost_nothing(folder: Path) -> None:
    save_fields(read_library(folder), "stories", "x", {"title": "새 제목"})
    (folder / "stories" / "x.yaml").rename(folder / "x.yaml")
    (folder / "stories").rmdir()
    assert gone(folder) == ["x"]
    (folder / "stories").write_bytes(b"")
    assert gone(folder) == []


def test_of_many_deleted_by_wish_the_first_go_and_a_lost_folder_takes_none(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deleting, "MOST", 3)
    with bad_disk():
        for number in range(6):
            create_record(read_library(folder), "stories", "", {"title": str(number)}, f"y{number}")
        for number in range(6):
            (folder / "stories" / f"y{number}.yaml").unlink()  # not by wish: a drive that is not there
        for number in range(5):
            create_record(read_library(folder), "stories", "", {"title": str(number)}, f"z{number}")
        for number in range(5):
            delete(folder, f"z{number}")
    assert set(gone(folder)) == {f"y{number}" for number in range(6)} | {"z2", "z3", "z4"}
    assert "z0" not in history.kept_ids(folder, "stories")


def test_five_hundred_deleted_ones_are_listed_in_no_time(folder: Path) -> None:
    library = read_library(folder)
    with bad_disk():
        for number in range(500):
            history.keep(folder, "stories", f"y{number}", f"title: {number}\n".encode())
            history.keep_deleted(folder, "stories", f"y{number}")
    start = datetime.datetime.now()
    assert len(deleted_records(library)) == 500
    assert datetime.datetime.now() - start < datetime.timedelta(seconds=3)


ALLOWED = {
    "backup_restoring": {"create"},  # what a backup holds is kept in the backup
    "copies": {"remove"},
    "deleting": {"remove"},
    "drafts": {"create", "replace"},
    "history": {"replace"},
    "kept": {"create"},
    "renaming": {"move"},
    "saving": {"create", "replace"},
    "schemas": {"create", "replace"},
    "seen": {"create", "replace"},
    "starting": {"create"},
    "versions": {"create"},
}
"""Who writes through stories.files.disk, and how; records only through `saving.write_record`, which keeps them."""


def test_no_record_is_written_or_removed_past_its_history() -> None:
    found: dict[str, set[str]] = {}
    for path in Path(stories.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            of_disk = isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "disk"
            if of_disk and node.attr in ("create", "replace", "move", "remove"):
                found.setdefault(path.stem, set()).add(node.attr)
    assert found == ALLOWED
