"""A file of an older format is understood and kept; a library of a newer one is read and never written."""

from collections.abc import Callable
from pathlib import Path

import pytest

from stories.errors import MadeByNewer
from stories.files.answers import add_questions, save_answer
from stories.files.copies import copies, drop_copy, take_copy
from stories.files.deleting import delete_record
from stories.files.formats import FORMAT, UPGRADES, upgraded
from stories.files.history import history
from stories.files.library import MODELS, Library, read_library
from stories.files.renaming import rename_story
from stories.files.restoring import restore
from stories.files.saving import archive_story, create_record, save_fields

STEPS = Path(__file__).parent / "formats"
BEFORE = sorted(STEPS.glob("*/before/*.yaml"))


def _after(before: Path) -> Path:
    return before.parent.parent / "after" / before.name


def _written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    return path


@pytest.mark.parametrize("before", BEFORE, ids=lambda path: f"{path.parent.parent.name} {path.stem}")
def test_an_older_text_becomes_one_of_now_and_nothing_else_of_it_moves(before: Path) -> None:
    model = MODELS[before.stem]
    old, new = before.read_text(encoding="utf-8"), _after(before).read_text(encoding="utf-8")
    version = int(before.parent.parent.name.split("-")[0])
    assert UPGRADES[version](model, old) == new != old
    assert UPGRADES[version](model, new) == new
    assert upgraded(model, old.replace("\n", "\r\n")) == upgraded(model, old).replace("\n", "\r\n")


def test_every_step_has_a_text_before_and_one_after() -> None:
    assert {path.parent.parent.name for path in BEFORE} == {f"{one}-to-{one + 1}" for one in range(1, FORMAT)}
    assert sorted(UPGRADES) == list(range(1, FORMAT))
    assert all(_after(path).exists() for path in BEFORE)


def test_what_an_older_file_names_is_read_without_a_word_of_trouble_and_the_file_stays(tmp_path: Path) -> None:
    text = (STEPS / "1-to-2" / "before" / "interviews.yaml").read_text(encoding="utf-8")
    path = _written(tmp_path, "interviews/x.yaml", text)
    library = read_library(tmp_path)
    assert [asked.stories for asked in library.interviews["x"].asked] == [
        ["big-contest-churn"],
        [],
        ["study-group"],
        ["study-group"],
    ]
    assert [asked.concepts for asked in library.interviews["x"].asked] == [[], ["pca"], [], ["pca", "ffm"]]
    keys = [(one.line, one.details["key"]) for one in library.problems if one.code.startswith("unknown-key")]
    assert keys == [(14, "story")]
    assert path.read_text(encoding="utf-8") == text


def test_a_file_becomes_one_of_now_when_it_is_saved_and_says_so(tmp_path: Path) -> None:
    before = STEPS / "1-to-2" / "before" / "interviews.yaml"
    path = _written(tmp_path, "interviews/x.yaml", before.read_text(encoding="utf-8"))
    save_fields(read_library(tmp_path), "interviews", "x", {"organisation": "CUAI 학회"})
    after = _after(before).read_text(encoding="utf-8").replace("CUAI\n", "CUAI 학회\n")
    assert path.read_text(encoding="utf-8") == f"{after}version: {FORMAT}\n"
    assert history(tmp_path, "interviews", "x")[-1].content == before.read_bytes()


def test_saving_what_is_there_already_leaves_an_older_file_alone(tmp_path: Path) -> None:
    text = (STEPS / "1-to-2" / "before" / "interviews.yaml").read_text(encoding="utf-8")
    path = _written(tmp_path, "interviews/x.yaml", text)
    save_fields(read_library(tmp_path), "interviews", "x", {"organisation": "CUAI"})
    assert path.read_text(encoding="utf-8") == text


def test_a_file_without_a_version_gets_none_where_nothing_in_it_is_older(tmp_path: Path) -> None:
    path = _written(tmp_path, "stories/x.yaml", "title: 하나\n")
    save_fields(read_library(tmp_path), "stories", "x", {"title": "둘"})
    assert path.read_text(encoding="utf-8") == "title: 둘\n"


def test_a_new_file_says_its_format(tmp_path: Path) -> None:
    made = create_record(read_library(tmp_path), "stories", "하나", {"title": "하나"})
    assert f"\nversion: {FORMAT}\n" in (tmp_path / "stories" / f"{made}.yaml").read_text(encoding="utf-8")


def test_the_story_of_a_question_in_an_older_form_survives_an_answer(tmp_path: Path) -> None:
    text = (STEPS / "1-to-2" / "before" / "applications.yaml").read_text(encoding="utf-8")
    path = _written(tmp_path, "applications/kt.yaml", text)
    library = read_library(tmp_path)
    asked = library.application("kt").questions[1]
    assert asked.stories == ["study-group"]
    save_answer(library, "kt", 2, asked, {"draft": "새 글"})
    assert read_library(tmp_path).application("kt").questions[1].stories == ["study-group"]
    assert f"version: {FORMAT}\n" in path.read_text(encoding="utf-8")


def test_a_story_renamed_is_renamed_in_older_files_too(tmp_path: Path) -> None:
    _written(tmp_path, "stories/study-group.yaml", "title: 스터디\n")
    text = (STEPS / "1-to-2" / "before" / "applications.yaml").read_text(encoding="utf-8")
    _written(tmp_path, "applications/kt.yaml", text)
    rename_story(read_library(tmp_path), "study-group", "our-group")
    library = read_library(tmp_path)
    assert library.application("kt").questions[1].stories == ["our-group"]
    assert not [problem for problem in library.problems if problem.code == "unknown-id"]


@pytest.mark.parametrize("written", ["초안 2", "0", "-1", "2.0", "[2]", "99999999999"])
def test_a_version_that_is_none_of_ours_is_named_kept_and_keeps_nothing_from_being_saved(
    written: str, tmp_path: Path
) -> None:
    path = _written(tmp_path, "stories/x.yaml", f"title: 하나\nversion: {written}\n")
    library = read_library(tmp_path)
    assert [(one.line, one.code, one.severity) for one in library.problems] == [(2, "not-a-version", "warning")]
    save_fields(library, "stories", "x", {"title": "둘"})
    assert path.read_text(encoding="utf-8") == f"title: 둘\nversion: {written}\n"


NEWER = "title: 앞날의 이야기\nmood: 밝음\nclaims: 새 모양\nversion: 99\n"


def test_a_newer_file_is_shown_as_far_as_it_is_understood_and_named_once(tmp_path: Path) -> None:
    _written(tmp_path, "stories/new.yaml", NEWER)
    library = read_library(tmp_path)
    assert library.story("new").title == "앞날의 이야기"
    assert [(one.file, one.line, one.code, one.details) for one in library.problems] == [
        ("stories/new.yaml", 4, "newer-version", {"version": "99", "known": str(FORMAT)})
    ]
    assert library.newer == "stories/new.yaml"


def _restore(library: Library) -> None:
    text = history(library.folder, "stories", "old")[-1]
    restore(library, "stories", "old", text.version, library.files["stories", "old"].version)


WRITES: dict[str, Callable[[Library], object]] = {
    "save": lambda library: save_fields(library, "stories", "old", {"title": "새 제목"}),
    "save the newer one": lambda library: save_fields(library, "stories", "new", {"title": "새 제목"}),
    "create": lambda library: create_record(library, "stories", "셋", {}),
    "delete": lambda library: delete_record(library, "stories", "old", library.files["stories", "old"].version),
    "rename": lambda library: rename_story(library, "old", "other"),
    "archive": lambda library: archive_story(library, "old"),
    "answer": lambda library: save_answer(library, "kt", 1, library.application("kt").questions[0], {"draft": "글"}),
    "add a question": lambda library: add_questions(library, "kt", [{"question": "?"}]),
    "restore": _restore,
    "take a copy": lambda library: take_copy(library, copies(library)[0]),
    "drop a copy": lambda library: drop_copy(library, copies(library)[0]),
}


def _old_library(folder: Path) -> Library:
    _written(folder, "stories/old.yaml", "title: 하나\n")
    _written(folder, "stories/old (conflicted copy 2026-11-01).yaml", "title: 하나 둘\n")
    _written(folder, "applications/kt.yaml", "company: KT\nquestions:\n  - question: 지원 동기\n")
    save_fields(read_library(folder), "stories", "old", {"title": "고친 제목"})
    return read_library(folder)


def _bytes(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize("write", list(WRITES))
def test_a_library_with_a_newer_file_is_not_written(write: str, tmp_path: Path) -> None:
    _old_library(tmp_path)
    _written(tmp_path, "stories/new.yaml", NEWER)
    library, before = read_library(tmp_path), _bytes(tmp_path)
    with pytest.raises(MadeByNewer) as caught:
        WRITES[write](library)
    assert caught.value.details == {"file": "stories/new.yaml"}
    assert _bytes(tmp_path) == before


@pytest.mark.parametrize("write", [name for name in WRITES if name != "save the newer one"])
def test_the_same_is_written_where_no_file_is_newer(write: str, tmp_path: Path) -> None:
    library = _old_library(tmp_path)
    before = _bytes(tmp_path)
    WRITES[write](library)
    assert _bytes(tmp_path) != before


def test_a_file_that_became_newer_since_it_was_read_is_not_written_over(tmp_path: Path) -> None:
    path = _written(tmp_path, "stories/x.yaml", "title: 하나\n")
    library = read_library(tmp_path)
    path.write_text("title: 하나\nversion: 99\n", encoding="utf-8")
    version = read_library(tmp_path).files["stories", "x"].version
    with pytest.raises(MadeByNewer):
        save_fields(library, "stories", "x", {"title": "둘"}, version)
    assert path.read_text(encoding="utf-8") == "title: 하나\nversion: 99\n"


def test_a_newer_file_of_every_kind_is_noticed(tmp_path: Path) -> None:
    kinds = list(MODELS)
    assert len(kinds) == 8
    for kind in kinds:
        folder = tmp_path / kind
        single = kind in ("profile", "competencies", "glossary")
        _written(folder, f"{kind}.yaml" if single else f"{kind}/x.yaml", "version: 99\n")
        assert read_library(folder).newer, kind
