"""The index follows the library: an edit shows at the next question, and only what changed is prepared again."""

import time
from pathlib import Path

import pytest

from stories.files.library import Library, LibraryReader, read_library
from stories.matching.index import LibraryIndex, completeness
from stories.matching.ranking import find
from stories.model.story import Story
from tests.stories.matching.conftest import Make

QUESTIONS = (
    "가장 어려웠던 도전은?",
    "PCA 설명해 주세요",
    "팀에서 갈등을 해결한 경험",
    "추천 시스템",
    "Tell me about a failure.",
)


@pytest.fixture
def reader(sample_copy: Path, monkeypatch: pytest.MonkeyPatch) -> LibraryReader:
    """Return a reader of a copy of the sample that trusts the times of files at once."""
    later = time.time_ns
    monkeypatch.setattr("stories.files.library.time.time_ns", lambda: later() + 60_000_000_000)
    return LibraryReader(sample_copy)


def _same_answers(one: LibraryIndex, other: LibraryIndex) -> bool:
    return all(find(text, one, limit=None) == find(text, other, limit=None) for text in QUESTIONS)


def test_after_an_edit_the_index_answers_like_a_fresh_one_and_keeps_the_other_stories(reader: LibraryReader) -> None:
    before = LibraryIndex(reader.read())
    path = reader.folder / "stories" / "pca-study.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("title:", "title: 판다곰과", 1), encoding="utf-8")
    after = reader.read()
    index = LibraryIndex(after, before)
    assert find("판다곰", index).stories[0].story.id == "pca-study"
    assert _same_answers(index, LibraryIndex(after))
    kept = {one.story.id: one for one in before.profiles}
    assert [one.story.id for one in index.profiles if one is not kept[one.story.id]] == ["pca-study"]


def test_a_new_a_removed_and_an_archived_story_show_at_once(reader: LibraryReader) -> None:
    before = LibraryIndex(reader.read())
    folder = reader.folder / "stories"
    (folder / "panda.yaml").write_text("title: 판다곰 사육장\n", encoding="utf-8")
    (folder / "pca-study.yaml").unlink()
    with (folder / "spark-study.yaml").open("a", encoding="utf-8") as file:
        file.write("archived: 2026-01-02\n")
    after = reader.read()
    index = LibraryIndex(after, before)
    ids = {one.story.id for one in index.profiles}
    assert "panda" in ids and not ids & {"pca-study", "spark-study"}
    assert _same_answers(index, LibraryIndex(after))


def test_a_question_that_was_asked_about_a_story_prepares_that_story_again(reader: LibraryReader) -> None:
    before = LibraryIndex(reader.read())
    text = "organisation: x\nasked:\n  - question: 판다곰을 왜 씻겼나요?\n    stories: [pca-study]\n"
    (reader.folder / "interviews" / "2026-01-02-x.yaml").write_text(text, encoding="utf-8")
    after = reader.read()
    index = LibraryIndex(after, before)
    kept = {one.story.id: one for one in before.profiles}
    assert [one.story.id for one in index.profiles if one is not kept[one.story.id]] == ["pca-study"]
    assert find("판다곰을 왜 씻겼나요?", index).stories[0].story.id == "pca-study"
    assert _same_answers(index, LibraryIndex(after))


def test_a_competency_of_one_s_own_prepares_every_story_again(reader: LibraryReader) -> None:
    before = LibraryIndex(reader.read())
    text = "competencies:\n  - id: stamina\n    ko: 체력\n    words:\n      ko: [공모전, 스터디]\n"
    (reader.folder / "competencies.yaml").write_text(text, encoding="utf-8")
    after = reader.read()
    index = LibraryIndex(after, before)
    assert not set(map(id, index.profiles)) & set(map(id, before.profiles))
    assert _same_answers(index, LibraryIndex(after))


def test_without_any_change_nothing_is_prepared_again(reader: LibraryReader) -> None:
    before = LibraryIndex(reader.read())
    index = LibraryIndex(reader.read(), before)
    assert all(new is old for new, old in zip(index.profiles, before.profiles, strict=True))


def test_an_index_of_nothing_can_be_followed_by_one_of_something(make: Make, tmp_path: Path) -> None:
    empty = LibraryIndex(Library(tmp_path))
    index = LibraryIndex(make(stories={"one": {"title": "판다곰"}}), empty)
    assert [match.story.id for match in find("판다곰", index).stories] == ["one"]


def test_of_a_star_action_and_result_count_double() -> None:
    assert completeness(Story(title="x")) == 0
    assert completeness(Story(situation="x", task="x")) == pytest.approx(1 / 3)
    assert completeness(Story(action="x")) == pytest.approx(1 / 3)
    assert completeness(Story(situation="x", task="x", action="x", result="x")) == 1


def test_a_fuller_story_comes_before_an_emptier_one_that_says_the_same(make: Make) -> None:
    text = "판다곰 사육장을 청소했다"
    stories = {
        "a-empty": {"title": "가", "situation": text},
        "b-full": {"title": "가", "situation": text, "result": "끝"},
    }
    found = find("판다곰 사육장", LibraryIndex(make(stories=stories))).stories
    assert [match.story.id for match in found] == ["b-full", "a-empty"]


def test_a_story_cannot_be_found_by_the_id_of_its_file_alone(make: Make) -> None:
    index = LibraryIndex(make(stories={"panda-bear": {"title": "가"}}))
    assert find("panda-bear", index).stories == ()


def test_a_story_that_answers_a_question_from_now_on_is_known_to(sample_copy: Path) -> None:
    before = LibraryIndex(read_library(sample_copy))
    find("최고 어려웠던 도전", before)
    path = sample_copy / "applications" / "kt-2019.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("[big-contest-churn]", "[spark-study]"), encoding="utf-8")
    library = read_library(sample_copy)
    after, fresh = LibraryIndex(library, before), LibraryIndex(library)
    scores = [
        {one.story.id: one.score for one in find("최고 어려웠던 도전", index, limit=None).stories}
        for index in (before, after, fresh)
    ]
    assert scores[1] == scores[2] != scores[0]
