"""Starting a library of one's own, and where it is."""

import os
from pathlib import Path

import pytest

from stories.errors import CannotWrite, FolderNotEmpty, LibraryNotAFolder
from stories.files import starting
from stories.files.library import FOLDERS, read_library
from stories.files.places import SAMPLE, is_named, is_sample, library_folder, state_folder
from stories.files.saving import create_record, save_fields
from stories.files.schemas import schema_texts
from stories.files.starting import start_library


def test_an_empty_library_has_its_folders_a_profile_and_schemas_and_can_be_used(tmp_path: Path) -> None:
    folder = tmp_path / "새 폴더" / "storybank"
    start_library(folder)
    assert sorted(path.name for path in folder.iterdir()) == sorted([*FOLDERS, "profile.yaml", "schemas"])
    library = read_library(folder)
    assert (library.problems, library.stories) == ((), {})
    save_fields(library, "profile", "profile", {"name": "이름"})
    create_record(library, "stories", "첫 이야기", {"title": "첫 이야기"})
    library = read_library(folder)
    assert (library.profile.name, list(library.stories), library.problems) == ("이름", ["첫-이야기"], ())
    assert not [path for path in folder.rglob("*") if path.name.startswith(".")]


def test_a_library_with_the_sample_has_every_file_of_it_and_can_be_written(tmp_path: Path) -> None:
    start_library(tmp_path / "own", with_sample=True)
    for path in SAMPLE.rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            assert (tmp_path / "own" / path.relative_to(SAMPLE)).read_bytes() == path.read_bytes()
    library = read_library(tmp_path / "own")
    assert library.problems == ()
    save_fields(library, "stories", "big-contest-churn", {"title": "내 것"})


def test_a_sample_that_was_installed_as_read_only_gives_files_that_can_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sample_copy: Path
) -> None:
    for path in sample_copy.rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    monkeypatch.setattr(starting, "SAMPLE", sample_copy)
    start_library(tmp_path / "own", with_sample=True)
    assert all(path.stat().st_mode & 0o200 for path in (tmp_path / "own").rglob("*"))
    for path in sample_copy.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)


@pytest.mark.parametrize("with_sample", [False, True])
def test_a_folder_with_files_is_refused_and_stays_as_it_is(with_sample: bool, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "이력서.docx").write_bytes(b"x")
    with pytest.raises(FolderNotEmpty):
        start_library(tmp_path / "own", with_sample)
    assert [path.name for path in (tmp_path / "own").iterdir()] == ["이력서.docx"]


def test_a_folder_that_holds_only_what_git_or_the_finder_put_there_is_empty(tmp_path: Path) -> None:
    (tmp_path / "own" / ".git").mkdir(parents=True)
    (tmp_path / "own" / ".DS_Store").write_bytes(b"x")
    start_library(tmp_path / "own")
    assert read_library(tmp_path / "own").problems == ()


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "own").write_text("메모", encoding="utf-8")
    with pytest.raises(LibraryNotAFolder):
        start_library(tmp_path / "own")
    with pytest.raises(CannotWrite):
        start_library(tmp_path / "own" / "inside")
    assert (tmp_path / "own").read_text(encoding="utf-8") == "메모"


def test_a_disk_that_refuses_is_told_with_its_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: object, mode: int = 0o777) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "mkdir", full)
    with pytest.raises(CannotWrite) as raised:
        start_library(tmp_path / "own")
    assert raised.value.details["reason"] == "full"


def test_the_schemas_are_those_of_the_models(tmp_path: Path) -> None:
    start_library(tmp_path)
    assert {path.name for path in (tmp_path / "schemas").iterdir()} == set(schema_texts())


def test_the_library_is_where_the_option_or_the_variable_says_or_at_home(tmp_path: Path) -> None:
    assert library_folder(Path("named"), {}) == Path.cwd() / "named"
    assert library_folder(None, {"STORYBANK_LIBRARY": "~/mine"}) == Path.home() / "mine"
    assert library_folder(None, {}) == Path.home() / "storybank"
    assert (is_named(None, {}), is_named(None, {"STORYBANK_LIBRARY": "x"}), is_named(Path("x"), {})) == (
        False,
        True,
        True,
    )


def test_a_test_cannot_reach_the_real_home(tmp_path_factory: pytest.TempPathFactory) -> None:
    for place in (Path.home(), library_folder(), state_folder(library_folder()), state_folder(SAMPLE, {})):
        assert place.is_relative_to(tmp_path_factory.getbasetemp())


def test_the_state_of_a_library_is_outside_of_it_and_one_for_all_its_paths(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "own")
    assert state_folder(tmp_path / "link") == state_folder(tmp_path / "own")
    assert state_folder(tmp_path / "own") != state_folder(tmp_path / "other")
    assert not state_folder(tmp_path / "own", {}).is_relative_to(tmp_path / "own")


def test_the_sample_is_known_by_any_path(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(SAMPLE)
    assert is_sample(SAMPLE) and is_sample(tmp_path / "link") and is_sample(SAMPLE / ".." / SAMPLE.name)
    assert not is_sample(tmp_path)


@pytest.mark.parametrize("with_sample", [False, True])
def test_a_start_that_stopped_half_way_can_be_done_again_and_nothing_else_is_taken_for_one(
    with_sample: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start_library(tmp_path / "whole", with_sample)
    whole = {path.relative_to(tmp_path / "whole") for path in (tmp_path / "whole").rglob("*")}
    create, made = starting.disk.create, list[Path]()

    def full(path: Path, content: bytes) -> None:
        if len(made) == 5:
            raise CannotWrite(file=path.name, folder="", reason="full", detail="")
        made.append(path)
        create(path, content)

    with monkeypatch.context() as patch, pytest.raises(CannotWrite):
        patch.setattr(starting.disk, "create", full)
        start_library(tmp_path / "own", with_sample)
    start_library(tmp_path / "own", with_sample)
    assert {path.relative_to(tmp_path / "own") for path in (tmp_path / "own").rglob("*")} == whole
    (tmp_path / "own" / "profile.yaml").write_text("name: 나\n", encoding="utf-8")
    with pytest.raises(FolderNotEmpty):
        start_library(tmp_path / "own", with_sample)
    assert (tmp_path / "own" / "profile.yaml").read_text(encoding="utf-8") == "name: 나\n"


@pytest.mark.parametrize("name", ["stories/x.yaml", "photos/a.jpg", "photos", "notes.md", "profile.yaml"])
def test_a_folder_in_which_others_have_something_is_no_start_that_stopped(name: str, tmp_path: Path) -> None:
    path = tmp_path / "own" / name
    path.parent.mkdir(parents=True)
    path.write_bytes(b"x") if "." in name else path.mkdir()
    with pytest.raises(FolderNotEmpty):
        start_library(tmp_path / "own")
    assert [one.name for one in path.parent.iterdir()] == [path.name]
