"""A folder that suddenly empties is noticed, and nothing is concluded from it."""

import shutil
from pathlib import Path

from stories.files.library import read_library
from stories.files.places import SAMPLE
from stories.files.seen import missing_stories, remember_stories
from stories.files.starting import start_library


def _empty(folder: Path) -> None:
    shutil.rmtree(folder / "stories")


def test_a_library_that_lost_all_its_stories_tells_how_many_there_were(sample_copy: Path) -> None:
    remember_stories(read_library(sample_copy))
    assert missing_stories(read_library(sample_copy)) == 0
    _empty(sample_copy)
    emptied = read_library(sample_copy)
    remember_stories(emptied)
    assert missing_stories(emptied) == 12, "what is seen of an emptied folder is not remembered"
    remember_stories(emptied, even_none=True)
    assert missing_stories(emptied) == 0


def test_a_library_that_never_had_stories_and_one_with_a_few_are_nothing_strange(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    start_library(folder)
    assert missing_stories(read_library(folder)) == 0
    for name in ("a", "b"):
        (folder / "stories" / f"{name}.yaml").write_text("title: x\n", encoding="utf-8")
    remember_stories(read_library(folder))
    _empty(folder)
    assert missing_stories(read_library(folder)) == 0


def test_the_sample_is_never_missed() -> None:
    library = read_library(SAMPLE)
    remember_stories(library)
    assert missing_stories(library) == 0
