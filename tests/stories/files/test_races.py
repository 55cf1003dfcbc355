"""Windows, processes and sync programs that use one library at once."""

import multiprocessing
import os
import time
from functools import partial
from pathlib import Path

import pytest

from benchmarks.durability.racers import RACERS, race, write_slowly
from stories.files import disk
from stories.files.drafts import keep_draft, read_draft
from stories.files.library import Library, read_library
from stories.files.saving import create_record, save_fields

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a library with the story x."""
    (tmp_path / "library" / "stories").mkdir(parents=True)
    (tmp_path / "library" / "stories" / "x.yaml").write_text("title: 처음\n", encoding="utf-8")
    return tmp_path / "library"


def test_of_six_saves_at_once_exactly_one_wins_and_its_text_is_there_whole(folder: Path) -> None:
    for turn in range(5):
        results = race(partial(save_as, read_library(folder), turn))
        assert results[:-1] == ["changed-on-disk"] * (RACERS - 1)
        story = read_library(folder).stories["x"]
        assert story.title == results[-1]
        assert story.action == story.title * 500
        assert [path.name for path in (folder / "stories").iterdir()] == ["x.yaml"]


def save_as(library: Library, turn: int, number: int) -> str:
    title = f"제목 {turn} {number}"
    save_fields(library, "stories", "x", {"title": title, "action": title * 500})
    return title


def test_of_six_new_stories_of_one_title_each_has_its_own_file(folder: Path) -> None:
    library = read_library(folder)
    assert race(lambda number: create_record(library, "stories", "x", {"title": str(number)})) == [
        f"x-{number}" for number in range(2, RACERS + 2)
    ]
    stories = read_library(folder).stories
    assert sorted(stories[f"x-{number}"].title for number in range(2, RACERS + 2)) == list("012345")


def test_of_six_new_files_of_one_name_exactly_one_is_written(folder: Path) -> None:
    def create(number: int) -> str:
        disk.create(folder / "stories" / "y.yaml", f"title: '{number}'\n".encode())
        return str(number)

    results = race(create)
    assert results[1:] == ["name-taken"] * (RACERS - 1)
    assert read_library(folder).stories["y"].title == results[0]


def test_six_windows_that_keep_one_draft_leave_one_whole_draft(folder: Path) -> None:
    def keep(number: int) -> str:
        for _ in range(3):
            keep_draft(folder, "stories", "x", {"action": str(number) * 5000}, "version")
        return "kept"

    assert race(keep) == ["kept"] * RACERS
    draft = read_draft(folder, "stories", "x")
    assert draft is not None
    assert draft.fields["action"] in {str(number) * 5000 for number in range(RACERS)}


def test_a_reader_never_sees_half_a_file(folder: Path) -> None:
    texts = {letter * 5000 for letter in "가나"}
    save_fields(read_library(folder), "stories", "x", {"action": "가" * 5000})

    def save_for_ever() -> None:
        write_slowly()
        while True:
            for text in sorted(texts):
                save_fields(read_library(folder), "stories", "x", {"action": text})

    saver = multiprocessing.get_context("fork").Process(target=save_for_ever)
    saver.start()
    try:
        seen, end = set(), time.monotonic() + 10
        while len(seen) < 2 and time.monotonic() < end:
            for _ in range(20):
                library = read_library(folder)
                assert library.problems == ()
                seen.add(library.stories["x"].action)
    finally:
        saver.kill()
        saver.join()
    assert seen == texts
