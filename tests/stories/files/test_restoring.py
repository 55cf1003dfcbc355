"""Putting an earlier text back: whole, only over what the person saw, and so that it can be undone."""

import errno
import os
from pathlib import Path

import pytest

from stories.errors import (
    CannotWrite,
    ChangedOnDisk,
    FileNotReadable,
    LibraryMissing,
    NameTaken,
    NotFound,
    SampleIsReadOnly,
    StoryBankError,
)
from stories.files import history, line_files, places
from stories.files.disk import MAX_BYTES, version_of
from stories.files.library import Library, read_library
from stories.files.places import state_folder
from stories.files.restoring import restore, version_on_disk
from stories.files.saving import save_fields
from tests.stories.files.disks import Disk
from tests.stories.files.faults import UNREADABLE
from tests.stories.files.test_races import RACERS, race

OLD, NOW = "# 옛 글\ntitle: 처음\n".encode(), "title: 지금\n".encode()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the file of the story x, of which an earlier text is kept."""
    (tmp_path / "library" / "stories").mkdir(parents=True)
    path = tmp_path / "library" / "stories" / "x.yaml"
    path.write_bytes(NOW)
    history.keep(tmp_path / "library", "stories", "x", OLD)
    return path


def library_of(path: Path) -> Library:
    return read_library(path.parent.parent)


def back(path: Path, based_on: bytes | None = NOW, content: bytes = OLD, record_id: str = "x") -> str:
    library = library_of(path)
    return restore(library, "stories", record_id, version_of(content), "" if based_on is None else version_of(based_on))


def refused(error: type[StoryBankError], path: Path, based_on: bytes | None) -> None:
    folder = path.parent
    before = {one.name: one.read_bytes() for one in folder.iterdir() if one.is_file()}
    with pytest.raises(error):
        back(path, based_on)
    assert {one.name: one.read_bytes() for one in folder.iterdir() if one.is_file()} == before


def test_a_text_comes_back_byte_for_byte_and_what_stood_there_can_come_back_too(path: Path) -> None:
    assert back(path) == version_of(OLD)
    assert path.read_bytes() == OLD
    assert library_of(path).files["stories", "x"].version == version_of(OLD)
    assert [kept.content for kept in history.history(path.parent.parent, "stories", "x")] == [OLD, NOW, OLD]
    assert back(path, OLD, NOW) == version_of(NOW)
    assert path.read_bytes() == NOW


def test_after_a_text_is_back_it_can_be_saved_over(path: Path) -> None:
    version = back(path)
    save_fields(library_of(path), "stories", "x", {"title": "다음"}, version)
    assert path.read_text(encoding="utf-8") == "# 옛 글\ntitle: 다음\n"


def test_a_deleted_record_comes_back_where_its_folder_is_gone_too(path: Path) -> None:
    path.unlink()
    path.parent.rmdir()
    assert back(path, None) == version_of(OLD)
    assert path.read_bytes() == OLD


def test_a_single_file_comes_back_to_the_top_of_the_library(path: Path) -> None:
    folder = path.parent.parent
    history.keep(folder, "profile", "profile", b"name: me\n")
    restore(read_library(folder), "profile", "profile", version_of(b"name: me\n"), "")
    assert (folder / "profile.yaml").read_bytes() == b"name: me\n"


def test_the_text_that_is_there_already_is_not_written_again(path: Path) -> None:
    back(path)
    before = path.stat()
    assert back(path, OLD) == version_of(OLD)
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_text_over_one_that_another_window_wrote_meanwhile_is_refused(path: Path) -> None:
    path.write_bytes(b"title: elsewhere\n")
    refused(ChangedOnDisk, path, NOW)
    path.unlink()
    refused(ChangedOnDisk, path, NOW)


@pytest.mark.parametrize("name", ["x.yaml", "x.yml", "X.yaml"])
def test_what_came_where_a_deleted_record_was_is_never_overwritten(name: str, path: Path) -> None:
    path.unlink()
    path.with_name(name).write_bytes(b"title: new\n")
    refused(NameTaken, path, None)


def test_a_file_with_the_other_ending_is_the_one_that_is_written(path: Path) -> None:
    other = path.rename(path.with_suffix(".yml"))
    back(path)
    assert (other.read_bytes(), path.exists()) == (OLD, False)


@pytest.mark.parametrize("fault", UNREADABLE, ids=[fault.name for fault in UNREADABLE])
def test_a_file_that_cannot_be_read_as_a_record_is_mended_by_an_earlier_text_and_kept(
    fault: object, path: Path
) -> None:
    content = fault.content  # type: ignore[attr-defined]
    path.write_bytes(content)
    if len(content) > MAX_BYTES:
        with pytest.raises(FileNotReadable):
            version_on_disk(library_of(path), "stories", "x")
        return refused(FileNotReadable, path, content)
    assert version_on_disk(library_of(path), "stories", "x") == version_of(content)
    back(path, content)
    assert path.read_bytes() == OLD
    assert content in [kept.content for kept in history.history(path.parent.parent, "stories", "x")]
    return None


def test_the_version_on_disk_is_empty_where_there_is_no_file(path: Path) -> None:
    assert version_on_disk(library_of(path), "stories", "x") == version_of(NOW)
    library = library_of(path)
    path.unlink()
    assert version_on_disk(library, "stories", "x") == ""
    for kind, record_id in (("stories", "../x"), ("nothing", "x"), ("profile", "x"), ("stories", "")):
        with pytest.raises(NotFound):
            version_on_disk(library, kind, record_id)


@pytest.mark.parametrize(
    ("kind", "record_id", "content"),
    [("stories", "x", b"never"), ("stories", "y", OLD), ("stories", "../x", OLD), ("what", "x", OLD)],
)  # fmt: skip
def test_a_text_that_is_not_kept_cannot_come_back(kind: str, record_id: str, content: bytes, path: Path) -> None:
    with pytest.raises(NotFound):
        restore(library_of(path), kind, record_id, version_of(content), version_of(NOW))
    assert path.read_bytes() == NOW


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_out_of_the_library_is_not_followed(path: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_bytes(NOW)
    path.unlink()
    path.symlink_to(outside)
    with pytest.raises(FileNotReadable):
        back(path)
    assert outside.read_bytes() == NOW


def test_the_sample_is_never_written_and_no_library_is_made(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = path.parent.parent
    with monkeypatch.context() as patch:
        patch.setattr(places, "SAMPLE", folder)
        refused(SampleIsReadOnly, path, NOW)
    library = library_of(path)
    path.unlink()
    path.parent.rmdir()
    folder.rmdir()
    with pytest.raises(LibraryMissing):
        restore(library, "stories", "x", version_of(OLD), "")
    assert not folder.exists()


def test_a_text_that_cannot_be_kept_is_not_overwritten(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(name: str, given: tuple[object, ...]) -> None:
        if name == "write":
            raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patch:
        patch.setattr(line_files, "os", Disk(full))
        refused(CannotWrite, path, NOW)
    back(path)
    assert path.read_bytes() == OLD


def test_a_text_whose_history_cannot_be_read_cannot_come_back(path: Path) -> None:
    folder = state_folder(path.parent.parent) / "history"
    folder.rename(folder.with_name("moved"))
    folder.write_bytes(b"")
    refused(NotFound, path, NOW)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_of_six_windows_that_restore_at_once_exactly_one_wins(path: Path) -> None:
    texts = [f"title: {number}\n".encode() for number in range(RACERS)]
    for text in texts:
        history.keep(path.parent.parent, "stories", "x", text)
    library = library_of(path)
    results = race(lambda number: restore(library, "stories", "x", version_of(texts[number]), version_of(NOW)))
    assert results.count("changed-on-disk") == RACERS - 1
    assert version_of(path.read_bytes()) in results
