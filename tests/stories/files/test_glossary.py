"""The words that a user adds in glossary.yaml: read like every other file, with problems where they stand."""

from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from yaml import safe_load

from stories.files.library import LibraryReader, read_library
from stories.files.reading import read_record
from stories.model.term import OwnTerms, Term

GOOD = "terms:\n  - id: drip\n    ko: [점적관수]\n    en: [drip irrigation]\n    related: [pca]\n"
DRIP = Term(id="drip", ko=["점적관수"], en=["drip irrigation"], related=["pca"])


@pytest.fixture
def glossary(tmp_path: Path) -> Path:
    """Return the path of the glossary of a library with one story."""
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories" / "x.yaml").write_text("title: 이야기\n", encoding="utf-8")
    return tmp_path / "glossary.yaml"


def test_the_terms_of_the_file_are_those_of_the_library(glossary: Path) -> None:
    glossary.write_text(GOOD, encoding="utf-8")
    found = read_library(glossary.parent)
    assert (found.terms, found.problems) == ((DRIP,), ())
    assert found.files["glossary", "glossary"].version


def test_a_library_without_the_file_has_no_terms_and_no_problem(glossary: Path) -> None:
    found = read_library(glossary.parent)
    assert (found.terms, found.problems) == ((), ())


@pytest.mark.parametrize("ending", [".yaml", ".yml"])
def test_both_endings_are_read_and_of_two_files_the_first(ending: str, glossary: Path) -> None:
    glossary.with_suffix(ending).write_text(GOOD, encoding="utf-8")
    assert read_library(glossary.parent).terms == (DRIP,)
    (glossary.parent / "glossary.yaml").write_text(GOOD, encoding="utf-8")
    (glossary.parent / "glossary.yml").write_text("terms: []\n", encoding="utf-8")
    found = read_library(glossary.parent)
    assert found.terms == (DRIP,)
    assert [(problem.file, problem.code) for problem in found.problems] == [("glossary.yml", "same-id")]


@pytest.mark.parametrize(
    ("text", "expected", "kept"),
    [
        ("terms:\n  - ko: [가]\n  - id: b\n", (2, "not-a-row", {"field": "id"}), ["b"]),
        ("terms:\n  - id: a\n  - 그냥 글\n  - id: b\n", (3, "not-a-row", {"field": "terms"}), ["a", "b"]),
        ("terms:\n  - id: a\n    ko: 점적관수\n  - id: b\n", (3, "not-list", {"field": "ko"}), ["b"]),
        ("terms:\n  - id: a\n    ko:\n      - 가\n      - {b: c}\n", (5, "not-text", {"field": "ko"}), []),
        ("terms: 가나\n", (1, "not-list", {"field": "terms"}), []),
        ("terms:\n  - id: a\n    note: y\n", (3, "unknown-key", {"key": "note"}), ["a"]),
        ("terms:\n  - id: a\n    realted:\n", (3, "unknown-key-meant", {"key": "realted", "meant": "related"}), ["a"]),
        ("term:\n  - id: a\n", (1, "unknown-key-meant", {"key": "term", "meant": "terms"}), []),
        ("- id: a\n", (1, "list-at-top", {}), []),
        ("", (0, "empty-file", {}), []),
    ],
)  # fmt: skip
def test_a_problem_is_told_at_its_line_and_the_rest_is_read(
    text: str, expected: tuple[int, str, dict[str, str]], kept: list[str], glossary: Path
) -> None:
    glossary.write_text(text, encoding="utf-8")
    found = read_library(glossary.parent)
    assert [(one.file, one.line, one.code, one.details) for one in found.problems] == [("glossary.yaml", *expected)]
    assert [term.id for term in found.terms] == kept
    assert list(found.stories) == ["x"]


@pytest.mark.parametrize("text", ["terms:\n", "terms: []\n", "terms:\n  - id: a\n    ko:\n    en:\n    related:\n"])
def test_what_is_left_empty_is_no_problem(text: str, glossary: Path) -> None:
    glossary.write_text(text, encoding="utf-8")
    found = read_library(glossary.parent)
    assert found.problems == ()
    assert [(term.ko, term.en, term.related) for term in found.terms] in ([], [([], [], [])])


def test_a_word_that_yaml_takes_for_something_else_stays_as_typed() -> None:
    reading = read_record(OwnTerms, "terms:\n  - id: no\n    ko: [1.10]\n    en: [yes, 0x1F, null]\n", "x.yaml", "x")
    assert reading.record is not None
    assert reading.record.terms == [Term(id="no", ko=["1.10"], en=["yes", "0x1F", "null"])]


def test_a_term_added_in_an_editor_is_there_at_the_next_reading(glossary: Path) -> None:
    reader = LibraryReader(glossary.parent)
    assert reader.read().terms == ()
    glossary.write_text(GOOD, encoding="utf-8")
    assert reader.read().terms == (DRIP,)
    glossary.unlink()
    assert reader.read().terms == ()


def test_an_editor_checks_the_file_by_its_schema() -> None:
    checked = Draft202012Validator(OwnTerms.model_json_schema())
    assert checked.is_valid(safe_load(GOOD))
    assert not checked.is_valid(safe_load("terms:\n  - ko: [가]\n"))
    assert not checked.is_valid(safe_load("terms: 가나\n"))
