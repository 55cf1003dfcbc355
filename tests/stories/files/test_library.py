"""What a person sees of a library whose folder is not as it should be, or changes under the reader."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from stories.errors import LibraryMissing, LibraryNotAFolder, NotFound
from stories.files import content, library
from stories.files.library import LibraryReader, read_library
from stories.files.places import SAMPLE
from tests.stories.files.faults import situation

GOOD = "title: 좋은 이야기\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a library with the stories x and good."""
    (tmp_path / "library" / "stories").mkdir(parents=True)
    for name in ("x", "good"):
        (tmp_path / "library" / "stories" / f"{name}.yaml").write_text(GOOD, encoding="utf-8")
    return tmp_path / "library"


def refuse(patch: pytest.MonkeyPatch, owner: object, name: str, path: Path, error: OSError) -> None:
    """Let the function raise the error for this one path, as a disk would; the tests may run as root."""
    real: Callable[..., object] = getattr(owner, name)

    def refusing(place: object, *rest: object, **named: object) -> object:
        if os.fspath(place) == os.fspath(path):  # type: ignore[call-overload]
            raise error
        return real(place, *rest, **named)

    patch.setattr(owner, name, refusing)


def test_the_sample_is_read_without_a_problem() -> None:
    found = read_library(SAMPLE)
    assert found.problems == ()
    assert found.stories and found.concepts and found.applications and found.interviews and found.questions
    assert found.stories["big-contest-churn"].name.startswith("빅 콘테스트")
    assert found.interviews["2023-02-19-cuai"].date == "2023-02-19"
    assert all(state.version for state in found.files.values())


def test_a_missing_folder_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(LibraryMissing) as raised:
        read_library(tmp_path / "없는 폴더")
    assert raised.value.details == {"folder": str(tmp_path / "없는 폴더")}


def test_a_file_in_the_place_of_the_library_is_said_to_be_one(tmp_path: Path) -> None:
    (tmp_path / "file").write_text(GOOD, encoding="utf-8")
    with pytest.raises(LibraryNotAFolder):
        read_library(tmp_path / "file")


def test_an_empty_folder_is_an_empty_library(tmp_path: Path) -> None:
    found = read_library(tmp_path)
    assert (found.stories, found.problems, found.files) == ({}, (), {})


def test_a_story_or_an_application_that_is_not_there_is_not_found(folder: Path) -> None:
    found = read_library(folder)
    for ask in (found.story, found.application):
        with pytest.raises(NotFound):
            ask("../../x")


def test_a_folder_that_cannot_be_listed_is_named_and_the_others_are_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "concepts").mkdir()
    (folder / "concepts" / "pca.yaml").write_text("title: PCA\n", encoding="utf-8")
    refuse(monkeypatch, Path, "iterdir", folder / "stories", PermissionError(13, "Permission denied"))
    found = read_library(folder)
    assert found.problems == (situation("folder-not-readable"),)
    assert list(found.concepts) == ["pca"]


def test_a_file_in_the_place_of_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "stories").write_text("메모\n", encoding="utf-8")
    assert read_library(tmp_path).problems == (situation("folder-not-readable"),)


@pytest.mark.parametrize(
    ("code", "error"),
    [("no-permission", PermissionError(13, "Permission denied")), ("not-read", OSError(5, "Input/output error"))],
)
def test_a_file_that_the_disk_does_not_give_is_named_and_the_others_are_read(
    code: str, error: OSError, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse(monkeypatch, content.os, "open", folder / "stories" / "x.yaml", error)
    found = read_library(folder)
    assert found.problems == (situation(code),)
    assert list(found.stories) == ["good"]


def test_a_file_that_goes_between_listing_and_reading_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = library.read_bytes

    def read_bytes(path: Path) -> bytes:
        path.unlink() if path.name == "x.yaml" else None
        return real(path)

    monkeypatch.setattr(library, "read_bytes", read_bytes)
    assert read_library(folder).problems == (situation("vanished"),)


def test_a_file_that_grows_beyond_the_cap_while_it_is_read_is_not_cut(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "stories" / "x.yaml"
    real = os.open

    def grow(place: str, *rest: int) -> int:
        if Path(place) == path:
            path.write_bytes(b"title: x\nsituation: |\n" + b"  abcdefg\n" * 30_000)
        return real(place, *rest)

    monkeypatch.setattr(content.os, "open", grow)
    assert [(p.file, p.code) for p in read_library(folder).problems] == [("stories/x.yaml", "too-large")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_named_like_a_story_does_not_hang(folder: Path) -> None:
    (folder / "stories" / "x.yaml").unlink()
    os.mkfifo(folder / "stories" / "x.yaml")
    start = time.process_time()
    assert read_library(folder).problems == (situation("not-a-file"),)
    assert time.process_time() - start < 1


def test_a_folder_named_like_a_story_is_named(folder: Path) -> None:
    (folder / "stories" / "x.yaml").unlink()
    (folder / "stories" / "x.yaml").mkdir()
    assert read_library(folder).problems == (situation("not-a-file"),)


def test_a_link_out_of_the_library_is_not_followed(folder: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("title: 밖에 있는 글\n", encoding="utf-8")
    (folder / "stories" / "x.yaml").unlink()
    (folder / "stories" / "x.yaml").symlink_to(secret)
    found = read_library(folder)
    assert found.problems == (situation("link-outside"),)
    assert list(found.stories) == ["good"]


def test_a_link_in_a_loop_is_named(folder: Path) -> None:
    (folder / "stories" / "x.yaml").unlink()
    (folder / "stories" / "x.yaml").symlink_to(folder / "stories" / "x.yaml")
    assert read_library(folder).problems == (situation("link-outside"),)


def test_a_link_inside_the_library_is_read(folder: Path) -> None:
    (folder / "stories" / "x.yaml").unlink()
    (folder / "stories" / "x.yaml").symlink_to(folder / "stories" / "good.yaml")
    assert read_library(folder).stories["x"].title == "좋은 이야기"


def test_a_link_to_nothing_is_named(folder: Path) -> None:
    (folder / "stories" / "x.yaml").unlink()
    (folder / "stories" / "x.yaml").symlink_to(folder / "stories" / "gone.yaml")
    assert read_library(folder).problems == (situation("vanished"),)


def test_two_files_with_one_id_are_told_and_the_first_stays(folder: Path) -> None:
    (folder / "stories" / "x.yml").write_text("title: 둘째\n", encoding="utf-8")
    found = read_library(folder)
    assert found.problems == (situation("same-id"),)
    assert found.stories["x"].title == "좋은 이야기"


def test_a_name_that_cannot_be_an_id_is_told(folder: Path) -> None:
    (folder / "stories" / "나의 이야기.yaml").write_text(GOOD, encoding="utf-8")
    assert read_library(folder).problems == (situation("unsafe-file-name"),)


@pytest.mark.parametrize(
    "name",
    [
        "x (conflicted copy 2019-10-21)",
        "x (민지의 충돌된 사본 2019-10-21)",
        "x (1)",
        "x 2",
        "x - 복사본",
        "x.sync-conflict-20191021-101010-ABCDEFG",
        "x_conflict-20191021-101010",
    ],
)
def test_a_second_version_that_a_sync_program_left_is_no_new_story(name: str, folder: Path) -> None:
    (folder / "stories" / f"{name}.yaml").write_text(GOOD, encoding="utf-8")
    found = read_library(folder)
    assert [(p.file, p.code, p.details) for p in found.problems] == [
        (f"stories/{name}.yaml", "conflicted-copy", {"id": "x"})
    ]
    assert list(found.stories) == ["good", "x"]


@pytest.mark.parametrize("name", ["y.sync-conflict-1", "x_conflict-of-interest"])
def test_a_name_that_only_looks_like_that_of_a_copy_is_a_story(name: str, folder: Path) -> None:
    (folder / "stories" / f"{name}.yaml").write_text(GOOD, encoding="utf-8")
    assert name in read_library(folder).stories


def test_a_decomposed_file_name_gives_the_composed_id(folder: Path) -> None:
    (folder / "stories" / "\u110c\u1175\u110b\u116f\u11ab.yaml").write_text(GOOD, encoding="utf-8")
    found = read_library(folder)
    assert found.problems == ()
    assert found.stories["지원"].id == "지원"


def test_a_name_that_is_no_unicode_is_told_and_can_be_shown(folder: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(folder / "stories") + b"/\xff\xfe.yaml")).write_text(GOOD, encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes no such name")
    [problem] = read_library(folder).problems
    assert (problem.file, problem.code) == ("stories/\ufffd\ufffd.yaml", "unsafe-file-name")
    assert problem.details["id"].encode() == "\ufffd\ufffd".encode()


def test_what_is_no_yaml_file_and_what_is_hidden_is_left_alone(folder: Path) -> None:
    for name in (".hidden.yaml", ".~0123456789abcdef.tmp", "메모.txt", "x.yaml.bak", "x.yaml~", ".x.yaml.swp"):
        (folder / "stories" / name).write_text("{{{", encoding="utf-8")
    found = read_library(folder)
    assert (list(found.stories), found.problems) == (["good", "x"], ())


def test_an_ending_in_capitals_is_an_ending(folder: Path) -> None:
    (folder / "stories" / "y.YAML").write_text(GOOD, encoding="utf-8")
    assert "y" in read_library(folder).stories


def test_an_id_that_leads_nowhere_is_told_once(folder: Path) -> None:
    (folder / "stories" / "x.yaml").write_text("title: x\nled_to: [good, 없는-이야기, 없는-이야기]\n", encoding="utf-8")
    assert read_library(folder).problems == (situation("unknown-id"),)


def test_every_field_that_names_another_file_is_looked_after(folder: Path) -> None:
    texts = {
        "concepts/pca": "title: PCA\nstories: [gone]\n",
        "applications/kt": "concepts: [gone]\nquestions:\n  - question: 왜?\n    stories: [gone, good]\n",
        "interviews/one": "application: gone\nasked:\n  - stories: [gone]\n    concepts: [pca, gone]\n",
    }
    for name, text in texts.items():
        (folder / name).parent.mkdir()
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    assert [(p.file.split("/")[0], p.details["field"]) for p in read_library(folder).problems] == [
        ("concepts", "stories"),
        ("applications", "concepts"),
        ("applications", "stories"),
        ("interviews", "application"),
        ("interviews", "stories"),
        ("interviews", "concepts"),
    ]


def test_an_id_of_a_file_that_cannot_be_read_does_lead_somewhere(folder: Path) -> None:
    (folder / "stories" / "good.yaml").write_text("title: [\n", encoding="utf-8")
    (folder / "stories" / "x.yaml").write_text("title: x\nled_to: [good]\n", encoding="utf-8")
    assert {problem.file for problem in read_library(folder).problems} == {"stories/good.yaml"}


def test_an_archived_story_is_apart_and_found_by_its_id(folder: Path) -> None:
    (folder / "stories" / "x.yaml").write_text("title: x\narchived: 2019-10-21\n", encoding="utf-8")
    found = read_library(folder)
    assert (list(found.stories), list(found.archived)) == (["good"], ["x"])
    assert found.story("x").archived == "2019-10-21"


def test_an_edit_in_an_editor_shows_at_the_next_reading(folder: Path) -> None:
    reader = LibraryReader(folder)
    path = folder / "stories" / "x.yaml"
    before = reader.read()
    path.write_text("title: 새 제목\n", encoding="utf-8")
    after = reader.read()
    assert after.stories["x"].title == "새 제목"
    assert after.files["stories", "x"].version != before.files["stories", "x"].version
    path.unlink()
    assert list(reader.read().stories) == ["good"]


def test_edits_of_one_size_in_one_tick_of_the_clock_are_all_seen(folder: Path) -> None:
    reader = LibraryReader(folder)
    path = folder / "stories" / "x.yaml"
    for number in range(1000, 1300):
        with path.open("r+b") as file:
            file.write(f"title: {number}\n".encode())
            file.truncate()
        assert reader.read().stories["x"].title == str(number)


def test_a_file_with_an_old_time_is_read_again_when_it_changed(folder: Path) -> None:
    path = folder / "stories" / "x.yaml"
    os.utime(path, (1_000_000_000, 1_000_000_000))
    reader = LibraryReader(folder)
    reader.read()
    path.write_text("title: 다른 이야기\n".ljust(len(GOOD)), encoding="utf-8")
    os.utime(path, (1_000_000_000, 1_000_000_000))
    assert reader.read().stories["x"].title == "다른 이야기"


def test_a_change_that_the_clock_of_the_disk_does_not_show_is_seen_while_the_file_is_young(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    young = content.Stamp(time.time_ns(), 0, len(GOOD), 1)
    monkeypatch.setattr(library, "stamp_of", lambda path: young)
    reader = LibraryReader(folder)
    reader.read()
    (folder / "stories" / "x.yaml").write_text("title: 새 제목\n", encoding="utf-8")
    assert reader.read().stories["x"].title == "새 제목"


def test_files_at_rest_are_parsed_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []
    real = library.read_record
    monkeypatch.setattr(library, "read_record", lambda *given: calls.append(given) or real(*given))
    monkeypatch.setattr(library, "_SETTLED_NANOSECONDS", -1)
    reader = LibraryReader(folder)
    assert reader.read().stories == reader.read().stories
    assert len(calls) == 2


def test_a_thousand_stories_are_read_in_less_than_three_seconds(tmp_path: Path) -> None:
    text = (SAMPLE / "stories" / "big-contest-churn.yaml").read_text(encoding="utf-8")
    (tmp_path / "stories").mkdir()
    for number in range(1000):
        (tmp_path / "stories" / f"story-{number}.yaml").write_text(text, encoding="utf-8")
    start = time.process_time()
    assert len(read_library(tmp_path).stories) == 1000
    assert time.process_time() - start < 3
