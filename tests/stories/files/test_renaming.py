"""Renaming a story: its file, and the ids that point to it; nothing else."""

import stat
from pathlib import Path

import pytest

from stories.errors import CannotWrite, ChangedOnDisk, FileNotReadable, NameTaken, NotFound, UnsafeName, Vanished
from stories.files import disk, renaming
from stories.files.content import ContentError, read_bytes
from stories.files.library import read_library
from stories.files.pointers import repointed
from stories.files.renaming import rename_story
from tests.stories.files.disks import Disk

OLD = "big-contest-churn"


def texts(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_renamed_story_is_found_under_its_new_id_everywhere_and_nothing_else_changes(sample_copy: Path) -> None:
    before = texts(sample_copy)
    assert len([name for name, text in before.items() if "pca-study" in text]) > 1
    assert rename_story(read_library(sample_copy), "pca-study", "주성분-공부") == "주성분-공부"
    after = texts(sample_copy)
    assert after.pop("stories/주성분-공부.yaml") == before.pop("stories/pca-study.yaml")
    assert after == {name: text.replace("pca-study", "주성분-공부") for name, text in before.items()}
    library = read_library(sample_copy)
    assert library.problems == ()
    assert "주성분-공부" in library.stories
    assert library.concepts["pca"].stories == ["주성분-공부"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("led_to: [a, old, b] # old\n", "led_to: [a, new-id, b] # old\n"),
        ("led_to: old, old-2 ,  old\n", "led_to: new-id, old-2 ,  new-id\n"),
        ("led_to:\n- 'old' # 하나\n- \"old\"\n- old\n", "led_to:\n- 'new-id' # 하나\n- \"new-id\"\n- new-id\n"),
        ("led_to: [old,\n  old]\n", "led_to: [new-id,\n  new-id]\n"),
        ("stories: old", "stories: new-id"),
        (
            "questions:\n  # old\n  - stories: [old]\n    note: old\n",
            "questions:\n  # old\n  - stories: [new-id]\n    note: old\n",
        ),
        ("asked: [{stories: [old, old]}]\r\n", "asked: [{stories: [new-id, new-id]}]\r\n"),
        ("title: old\nsituation: |\n  old\nmine: [old]\n", "title: old\nsituation: |\n  old\nmine: [old]\n"),
        ("led_to: [older, my-old, old.x, x]\n", "led_to: [older, my-old, old.x, x]\n"),
        ("led_to: 가, old\n", "led_to: 가, new-id\n"),
        ("{led_to: [old]}\n", "{led_to: [new-id]}\n"),
    ],
)
def test_only_the_id_itself_is_replaced_where_stories_are_named(text: str, expected: str) -> None:
    assert repointed(text, "old", "new-id") == expected


def test_a_new_id_with_letters_of_a_pattern_stands_as_it_is() -> None:
    assert repointed("led_to: [a.b, axb]\n", "a.b", "c.d") == "led_to: [c.d, axb]\n"


def test_the_mode_the_ending_and_the_encoding_of_the_file_stay(sample_copy: Path) -> None:
    old = sample_copy / "stories" / f"{OLD}.yaml"
    path = old.with_suffix(".yml")
    old.rename(path)
    path.write_bytes(path.read_text(encoding="utf-8").encode("utf-16"))
    path.chmod(0o600)
    content = path.read_bytes()
    rename_story(read_library(sample_copy), OLD, "new")
    new = sample_copy / "stories" / "new.yml"
    assert (new.read_bytes(), stat.S_IMODE(new.stat().st_mode)) == (content, 0o600)


@pytest.mark.parametrize("new", ["kaggle-study", "Kaggle-Study"])
def test_a_name_of_another_story_is_refused_in_any_case(new: str, sample_copy: Path) -> None:
    before = texts(sample_copy)
    with pytest.raises(NameTaken):
        rename_story(read_library(sample_copy), OLD, new)
    assert texts(sample_copy) == before


def test_a_name_of_a_file_that_cannot_be_read_is_refused(sample_copy: Path) -> None:
    (sample_copy / "stories" / "broken.yml").write_bytes(b"{{{")
    with pytest.raises(NameTaken):
        rename_story(read_library(sample_copy), OLD, "broken")


def test_only_the_case_of_a_name_can_change(sample_copy: Path) -> None:
    assert rename_story(read_library(sample_copy), OLD, "Big-Contest-Churn") == "Big-Contest-Churn"
    names = [path.name for path in (sample_copy / "stories").iterdir() if path.stem.casefold() == OLD]
    assert names == ["Big-Contest-Churn.yaml"]


def test_where_two_names_are_one_file_the_file_is_moved(sample_copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.exists
    old, new = (sample_copy / "stories" / f"{name}.yaml" for name in (OLD, OLD.upper()))
    monkeypatch.setattr(Path, "exists", lambda path, **named: real(old if path == new else path, **named))
    monkeypatch.setattr(Path, "samefile", lambda path, other: {path, Path(other)} == {old, new})
    content = old.read_bytes()
    rename_story(read_library(sample_copy), OLD, OLD.upper())
    monkeypatch.undo()
    assert (real(old), new.read_bytes()) == (False, content)


def test_the_name_that_it_has_already_is_no_change(sample_copy: Path) -> None:
    before = texts(sample_copy)
    assert rename_story(read_library(sample_copy), OLD, OLD) == OLD
    assert texts(sample_copy) == before


def test_a_story_that_changed_is_gone_or_never_was_is_not_renamed(sample_copy: Path) -> None:
    library, path = read_library(sample_copy), sample_copy / "stories" / f"{OLD}.yaml"
    with pytest.raises(NotFound):
        rename_story(library, "../x", "new")
    with pytest.raises(UnsafeName):
        rename_story(library, OLD, "../new")
    path.write_text("title: 다른 글\n", encoding="utf-8")
    with pytest.raises(ChangedOnDisk):
        rename_story(library, OLD, "new")
    path.unlink()
    with pytest.raises(Vanished):
        rename_story(library, OLD, "new")
    assert not (sample_copy / "stories" / "new.yaml").exists()


def test_files_that_cannot_be_read_or_changed_meanwhile_are_looked_after(sample_copy: Path) -> None:
    broken = sample_copy / "stories" / "broken.yaml"
    broken.write_text(f"led_to: [{OLD}\n", encoding="utf-8")
    library = read_library(sample_copy)
    other = sample_copy / "stories" / "kaggle-study.yaml"
    other.write_text(f"title: 새 글\nled_to: [{OLD}]\n", encoding="utf-8")
    (sample_copy / "stories" / "pca-study.yaml").unlink()
    rename_story(library, OLD, "new")
    assert other.read_text(encoding="utf-8") == "title: 새 글\nled_to: [new]\n"
    assert broken.read_text(encoding="utf-8") == f"led_to: [{OLD}\n"


def test_a_file_that_the_disk_does_not_give_stops_the_renaming_before_it_begins(
    sample_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library, before = read_library(sample_copy), texts(sample_copy)

    def read(path: Path) -> bytes:
        if path.name == "kaggle-study.yaml":
            raise ContentError("not-read", detail="Input/output error")
        return read_bytes(path)

    with monkeypatch.context() as patch:
        patch.setattr(renaming, "read_bytes", read)
        with pytest.raises(FileNotReadable):
            rename_story(library, OLD, "new")
    assert f"{OLD}.yaml" in [path.name for path in (sample_copy / "stories").iterdir()]
    rename_story(read_library(sample_copy), OLD, "new")
    assert texts(sample_copy) == {name.replace(OLD, "new"): text.replace(OLD, "new") for name, text in before.items()}


@pytest.mark.parametrize("call", ["link", "unlink"])
def test_a_rename_that_stops_half_way_goes_on_when_it_is_tried_again(
    call: str, sample_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(name: str, given: tuple[object, ...]) -> None:
        if name == call:
            raise OSError(5, "Input/output error")

    def unlink(path: Path, missing_ok: bool = False) -> None:
        if path.name == f"{OLD}.yaml":
            raise OSError(5, "Input/output error")
        remove(path, missing_ok)

    with monkeypatch.context() as patch:
        patch.setattr(disk, "os", Disk(fails))
        if call == "unlink":
            remove = Path.unlink
            patch.setattr(Path, "unlink", unlink)
        with pytest.raises(CannotWrite):
            rename_story(read_library(sample_copy), OLD, "new")
    assert [path.name for path in (sample_copy / "stories").glob("new*")] == []
    assert OLD in read_library(sample_copy).stories
    assert rename_story(read_library(sample_copy), OLD, "new") == "new"
    assert read_library(sample_copy).problems == ()
