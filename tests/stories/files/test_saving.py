"""Saving and making records: what is written, and what stops it with the file as it was."""

import datetime
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from stories.errors import (
    ChangedOnDisk,
    FileNotReadable,
    LibraryMissing,
    NameTaken,
    NotFound,
    NotStorable,
    SampleIsReadOnly,
    StoryBankError,
    UnknownField,
    UnsafeName,
    Vanished,
)
from stories.files import mapping_lines, places
from stories.files.disk import version_of
from stories.files.history import history
from stories.files.library import FOLDERS, MODELS, Library, read_library
from stories.files.renaming import rename_story
from stories.files.saving import archive_story, create_record, keep_unsaved, save_fields
from stories.files.yaml_writer import dump
from tests.stories.files.faults import FAULTS, UNREADABLE, Fault

TEXT = "# 위\ntitle: 처음   # 제목\nsituation: |\n  상황\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the file of the story x in a library."""
    (tmp_path / "library" / "stories").mkdir(parents=True)
    path = tmp_path / "library" / "stories" / "x.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def library_of(path: Path) -> Library:
    return read_library(path.parent.parent)


def refused(error: type[StoryBankError], path: Path, library: Library, *given: object) -> dict[str, str | int]:
    """Return the details of the error with which a save stops; the file and the folder are as they were."""
    before = path.read_bytes() if path.exists() else None
    with pytest.raises(error) as raised:
        save_fields(library, "stories", "x", *given)  # type: ignore[arg-type]
    assert (path.read_bytes() if path.exists() else None) == before
    assert [entry.name for entry in path.parent.iterdir()] == (["x.yaml"] if before is not None else [])
    return raised.value.details


def test_a_save_gives_the_version_for_the_next_save(path: Path) -> None:
    library = library_of(path)
    first = save_fields(library, "stories", "x", {"title": "둘째"})
    second = save_fields(library, "stories", "x", {"title": "셋째"}, first)
    assert library_of(path).files["stories", "x"].version == second == version_of(path.read_bytes())
    assert library_of(path).stories["x"].title == "셋째"


def test_a_save_of_the_same_text_does_not_write(path: Path) -> None:
    before = path.stat()
    version = save_fields(library_of(path), "stories", "x", {"title": "처음"})
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert version == version_of(path.read_bytes())


def test_a_save_into_a_file_that_was_edited_meanwhile_is_refused(path: Path) -> None:
    library = library_of(path)
    path.write_text(TEXT + "role: 편집기에서 쓴 것\n", encoding="utf-8")
    assert refused(ChangedOnDisk, path, library, {"title": "내 것"}) == {"file": "x.yaml", "id": "x"}


def test_a_save_on_the_version_of_another_tab_is_refused(path: Path) -> None:
    old = library_of(path).files["stories", "x"].version
    save_fields(library_of(path), "stories", "x", {"title": "다른 탭"})
    refused(ChangedOnDisk, path, library_of(path), {"title": "이 탭"}, old)


def test_a_change_with_the_old_time_and_size_is_noticed(path: Path) -> None:
    library, times = library_of(path), (path.stat().st_atime_ns, path.stat().st_mtime_ns)
    with path.open("r+", encoding="utf-8") as file:
        file.write(TEXT.replace("처음", "나중"))
    os.utime(path, ns=times)
    refused(ChangedOnDisk, path, library, {"title": "내 것"})


def test_a_save_into_a_file_that_is_gone_says_so(path: Path) -> None:
    library = library_of(path)
    path.unlink()
    assert refused(Vanished, path, library, {"title": "내 것"}) == {"file": "x.yaml", "id": "x"}


@pytest.mark.parametrize("fault", UNREADABLE, ids=[fault.name for fault in UNREADABLE])
def test_a_file_that_did_not_parse_is_never_written(fault: Fault, path: Path) -> None:
    path.write_bytes(fault.content)
    for version in ((), ("",), (version_of(fault.content),)):
        assert refused(FileNotReadable, path, library_of(path), {"title": "내 것"}, *version)["file"] == "x.yaml"


def test_a_file_that_broke_since_it_was_read_is_never_written(path: Path) -> None:
    library = library_of(path)
    for content in (b"", b"\0" * 100, "제목".encode("cp949"), b"title: [\n"):
        path.write_bytes(content)
        with pytest.raises((FileNotReadable, ChangedOnDisk)):
            save_fields(library, "stories", "x", {"title": "내 것"})
        assert path.read_bytes() == content


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("bad_map_in_text", "action"),
        ("bad_list_in_text", "action"),
        ("bad_text_in_rows", "claims"),
        ("bad_text_as_row", "claims"),
        ("bad_map_in_words", "skills"),
        ("bad_null_escape", "headline"),
    ],
)
def test_a_field_that_did_not_read_is_never_written_and_the_others_can_be(name: str, field: str, path: Path) -> None:
    path.write_bytes(next(fault.content for fault in FAULTS if fault.name == name))
    value = [] if field in ("claims", "skills") else "내 것"
    assert refused(FileNotReadable, path, library_of(path), {field: value, "role": "나"}) == {
        "file": "x.yaml",
        "reason": "field",
    }
    old = path.read_bytes()
    save_fields(library_of(path), "stories", "x", {"role": "나"})
    assert path.read_bytes() == old + "role: 나\n".encode() or "role: 나\n" in path.read_text(encoding="utf-8")
    assert library_of(path).files["stories", "x"].unreadable == {field}


def test_a_file_in_one_line_of_braces_is_read_but_not_written(path: Path) -> None:
    path.write_text("{title: 한 줄}\n", encoding="utf-8")
    assert refused(FileNotReadable, path, library_of(path), {"title": "내 것"}) == {"file": "x.yaml", "reason": "flow"}


@pytest.mark.parametrize(
    ("text", "character", "position"),
    [("가\x00나", "U+0000", 2), ("가나\ud800", "U+D800", 3), ("\x1b[31m가", "U+001B", 1), ("가\ufffe나", "U+FFFE", 2)],
)
def test_a_character_that_no_file_holds_is_refused_with_its_field_and_place(
    text: str, character: str, position: int, path: Path
) -> None:
    expected = {"reason": "character", "character": character, "position": position}
    library = library_of(path)
    assert refused(NotStorable, path, library, {"role": "나", "task": text}) == {"field": "task", **expected}
    assert refused(NotStorable, path, library, {"claims": [{"text": text}]}) == {"field": "claims", **expected}
    assert refused(NotStorable, path, library, {"skills": ["EDA", text]}) == {"field": "skills", **expected}


def test_a_text_that_would_make_the_file_too_large_to_read_is_refused(path: Path) -> None:
    assert refused(NotStorable, path, library_of(path), {"role": "나", "action": "가" * 90_000}) == {
        "field": "action",
        "reason": "too-large",
    }
    save_fields(library_of(path), "stories", "x", {"action": "가" * 80_000})
    assert library_of(path).stories["x"].action == "가" * 80_000


def test_a_text_that_is_too_large_in_the_encoding_of_its_file_is_refused(path: Path) -> None:
    path.write_bytes(TEXT.encode("utf-16"))
    assert refused(NotStorable, path, library_of(path), {"action": "a" * 200_000}) == {
        "field": "action",
        "reason": "too-large",
    }
    save_fields(library_of(path), "stories", "x", {"action": "a" * 100_000})
    assert library_of(path).stories["x"].action == "a" * 100_000


def test_a_field_or_a_story_that_does_not_exist_is_named(path: Path) -> None:
    details = refused(UnknownField, path, library_of(path), {"sitaution": "가"})
    assert details["field"] == "sitaution"
    assert "situation" in str(details["fields"]).split(", ")
    refused(UnknownField, path, library_of(path), {"id": "y"})
    for name in ("y", "../x", "stories/x", ""):
        with pytest.raises(NotFound):
            save_fields(library_of(path), "stories", name, {"title": "가"})


def test_the_mode_of_the_file_stays(path: Path) -> None:
    for mode in (0o600, 0o640, 0o664):
        path.chmod(mode)
        save_fields(library_of(path), "stories", "x", {"title": f"{mode}"})
        assert stat.S_IMODE(path.stat().st_mode) == mode


def test_a_link_inside_the_library_stays_a_link_and_its_target_is_written(path: Path) -> None:
    target = path.with_name("y.yaml")
    path.rename(target)
    path.symlink_to(target)
    save_fields(library_of(path), "stories", "x", {"title": "둘째"})
    assert path.is_symlink()
    assert "title: 둘째   # 제목" in target.read_text(encoding="utf-8")


def test_an_archived_story_comes_back_with_the_same_bytes_but_for_its_empty_field(path: Path) -> None:
    archive_story(library_of(path), "x", today=datetime.date(2019, 10, 21))
    assert path.read_text(encoding="utf-8") == TEXT + "archived: '2019-10-21'\n"
    assert list(library_of(path).archived) == ["x"]
    archive_story(library_of(path), "x", archived=False)
    assert path.read_text(encoding="utf-8") == TEXT + "archived:\n"
    assert list(library_of(path).stories) == ["x"]


def test_the_sample_that_comes_with_storybank_is_never_written(
    sample_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "SAMPLE", sample_copy)
    before = {path: path.read_bytes() for path in sample_copy.rglob("*.yaml")}
    library = read_library(sample_copy)
    with pytest.raises(SampleIsReadOnly):
        save_fields(library, "stories", "big-contest-churn", {"title": "내 것"})
    with pytest.raises(SampleIsReadOnly):
        create_record(library, "stories", "새 이야기", {"title": "새 이야기"})
    with pytest.raises(SampleIsReadOnly):
        rename_story(library, "big-contest-churn", "new")
    assert {path: path.read_bytes() for path in sample_copy.rglob("*.yaml")} == before


@pytest.mark.parametrize(
    "wrong",
    [
        lambda text: text.replace("가", "나"),
        lambda text: text.replace("가", "가\n나"),
        lambda text: text.replace("role", "task"),
        lambda text: text + "title: 다른 제목\n",
        lambda text: text + "task: 없던 것\n",
        lambda text: "",
        lambda text: text.replace("가", "[가"),
    ],
)
def test_a_writer_that_changes_the_text_or_another_field_is_caught_before_anything_is_written(
    wrong: Callable[[str], str], path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mapping_lines, "dump", lambda given: wrong(dump(given)))
    assert refused(NotStorable, path, library_of(path), {"role": "가"})["field"] == "role"
    with pytest.raises(NotStorable):
        create_record(library_of(path), "stories", "", {"role": "가"}, "y")
    assert [entry.name for entry in path.parent.iterdir()] == ["x.yaml"]


@pytest.mark.parametrize("kind", FOLDERS)
def test_a_new_record_has_every_field_in_its_order_and_no_problem(kind: str, tmp_path: Path) -> None:
    made = create_record(
        read_library(tmp_path),
        kind,
        "나의 첫 기록",
        {"title": "나의 첫 기록"} if kind in ("stories", "concepts") else {},
    )
    text = (tmp_path / kind / f"{made}.yaml").read_text(encoding="utf-8")
    model = MODELS[kind]
    assert made == "나의-첫-기록"
    assert text.splitlines()[0] == f"# yaml-language-server: $schema=../schemas/{model.__name__.lower()}.json"
    assert [line.split(":")[0] for line in text.splitlines()[1:]] == [
        "version",
        *(name for name in model.model_fields if name not in ("id", "archived")),
    ]
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert read_library(tmp_path).problems == ()


def test_a_new_story_reads_back_as_it_was_given(tmp_path: Path) -> None:
    fields = {"title": "가: 나 # 다", "situation": "첫\n\n 둘", "skills": ["a, b", "c"], "claims": [{"text": "no"}]}
    made = create_record(read_library(tmp_path), "stories", fields["title"], fields)  # type: ignore[arg-type]
    story = read_library(tmp_path).stories[made]
    assert (story.title, story.situation, story.skills) == ("가: 나 # 다", "첫\n\n 둘", ["a, b", "c"])
    assert story.claims[0].text == "no"


def test_a_new_record_never_takes_the_place_of_another(path: Path) -> None:
    library = library_of(path)
    assert create_record(library, "stories", "X", {}) == "x-2"
    assert create_record(library, "stories", "x", {}) == "x-3"
    for taken in ("x", "X", "x-2"):
        with pytest.raises(NameTaken):
            create_record(library, "stories", "", {}, taken)
    assert path.read_text(encoding="utf-8") == TEXT


@pytest.mark.parametrize("name", ["지원.yml", "\u110c\u1175\u110b\u116f\u11ab.yaml", "지원.txt"])
def test_a_name_is_taken_by_any_file_however_it_is_composed(name: str, path: Path) -> None:
    (path.parent / name).write_bytes(b"{{{")
    assert create_record(library_of(path), "stories", "지원", {}) == "지원-2"
    with pytest.raises(NameTaken) as raised:
        create_record(library_of(path), "stories", "", {}, "\u110c\u1175\u110b\u116f\u11ab")
    assert raised.value.details == {"id": "지원", "file": "지원.yaml"}


@pytest.mark.parametrize(
    "name", ["../x", "a/b", "a\\b", "..", ".", ".hidden", "con", "a b", "가" * 50, "a\0", "-a", "NUL.txt"]
)
def test_a_new_record_cannot_leave_its_folder_or_have_a_name_that_some_system_refuses(name: str, path: Path) -> None:
    with pytest.raises(UnsafeName) as raised:
        create_record(library_of(path), "stories", "제목", {}, name)
    assert len(str(raised.value.details["id"])) <= 80
    assert [entry.name for entry in path.parent.iterdir()] == ["x.yaml"]


def test_a_new_record_that_cannot_be_stored_leaves_nothing_behind(path: Path) -> None:
    for given in ({"title": "가\x00"}, {"action": "가" * 90_000}):
        with pytest.raises(NotStorable):
            create_record(library_of(path), "stories", "새 이야기", given)
    with pytest.raises(UnknownField):
        create_record(library_of(path), "stories", "새 이야기", {"sitaution": "가"})
    assert [entry.name for entry in path.parent.iterdir()] == ["x.yaml"]


def test_nothing_is_made_where_the_folder_is_gone(path: Path) -> None:
    library = library_of(path)
    path.parent.parent.rename(path.parent.parent.with_name("moved away"))
    with pytest.raises(LibraryMissing):
        create_record(library, "stories", "새 이야기", {})
    with pytest.raises(Vanished):
        save_fields(library, "stories", "x", {"title": "가"})
    assert not path.parent.parent.exists()


def test_a_text_that_is_given_up_is_among_the_earlier_texts_and_the_file_stays(tmp_path: Path) -> None:
    (tmp_path / "stories").mkdir()
    path = tmp_path / "stories" / "x.yaml"
    path.write_text("title: 하나\naction: 파일의 글\n", encoding="utf-8")
    keep_unsaved(read_library(tmp_path), "stories", "x", {"action": "버린 글"})
    assert path.read_text(encoding="utf-8") == "title: 하나\naction: 파일의 글\n"
    kept = [one.content.decode() for one in history(tmp_path, "stories", "x")]
    assert kept == [
        path.read_text(encoding="utf-8"),
        "title: 하나\naction: 버린 글\n",
        path.read_text(encoding="utf-8"),
    ]


def test_what_cannot_be_kept_when_it_is_given_up_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories" / "x.yaml").write_text("title: 하나\n", encoding="utf-8")
    library = read_library(tmp_path)
    keep_unsaved(library, "stories", "x", {"action": "\ud800"})
    keep_unsaved(library, "stories", "none", {"action": "글"})
    keep_unsaved(library, "stories", "x", {})
    assert history(tmp_path, "stories", "x") == ()
