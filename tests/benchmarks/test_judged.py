"""Every judged file is well formed, and the two parts share nothing."""

import json
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from benchmarks.matching.judged import PARTS, Part, folder_of, main_language, question_files, read_questions
from stories.files.library import Library, read_library
from stories.model.story import Story

FILES = [path for part in PARTS for path in question_files(part)]
FIELDS = {"qid", "person", "lang", "kind", "query", "relevant"}


@cache
def of(person: str) -> Library:
    return read_library(folder_of(person))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_line_is_a_question_with_stories_of_its_library(path: Path) -> None:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        assert set(row) == FIELDS, row
        assert row["query"].strip(), row
        assert row["lang"] in ("ko", "en"), row
        assert set(row["relevant"]) <= set(of(row["person"]).stories), row
        assert set(row["relevant"].values()) <= {1, 2}, row
        assert not row["relevant"] or 2 in row["relevant"].values(), row


@pytest.mark.parametrize("part", PARTS)
def test_both_parts_are_large_enough(part: Part) -> None:
    assert len(read_questions([part])) >= 150


def test_no_id_and_no_question_comes_twice() -> None:
    questions = read_questions(PARTS)
    ids = Counter(question.qid for question in questions)
    assert [qid for qid, number in ids.items() if number > 1] == []
    asked = Counter((question.person, _bare(question.query)) for question in questions)
    assert [one for one, number in asked.items() if number > 1] == []


def _bare(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFC", text).casefold() if letter.isalnum())


def test_every_library_is_read_without_a_problem_that_hides_a_story() -> None:
    for person in {question.person for question in read_questions(PARTS)}:
        library = of(person)
        assert library.stories
        assert all(state.version for state in library.files.values()), person


@pytest.mark.parametrize(
    ("texts", "language"),
    [
        (("갈등을 풀었다", "SQL로 지표를 뽑았다"), "ko"),
        (("Settled a quarrel", "한 번 Pulled the figures"), "en"),
        (("",), "ko"),
    ],
)
def test_the_main_language_goes_by_the_letters(texts: tuple[str, ...], language: str) -> None:
    stories = {str(place): Story(id=str(place), title=text) for place, text in enumerate(texts)}
    assert main_language(Library(Path(), stories=stories)) == language
