"""Values become sentences: where, what, and what to do; in both languages and without a gap."""

from pathlib import Path

import pytest

from languages import LANGUAGES, sentences
from screens.parts.telling import (
    advice_sentence,
    error_sentence,
    problem_sentence,
    reason_sentence,
    record_name,
)
from stories.errors import CannotWrite, FileNotReadable, NameTaken, NotFound
from stories.files import disk
from stories.files.library import read_library
from stories.files.places import SAMPLE
from stories.matching.reasons import Reason
from stories.problems import Problem
from stories.writing.advice import Advice

KO, EN = sentences("ko"), sentences("en")


def test_a_problem_names_its_file_and_line() -> None:
    problem = Problem("stories/kt.yaml", 7, "duplicate-key", {"key": "action", "first": "3"})
    assert problem_sentence(KO, problem) == (
        "stories/kt.yaml 7번째 줄: ‘action’ 항목이 두 번 있습니다. 3번째 줄과 이 줄 가운데 하나를 지워 주세요."
    )
    assert problem_sentence(EN, problem) == (
        "stories/kt.yaml line 7: “action” is there twice. Remove it from line 3 or from this one."
    )


def test_a_problem_of_a_whole_file_names_no_line() -> None:
    for say in (KO, EN):
        assert problem_sentence(say, Problem("stories/kt.yaml", 0, "cp949")).startswith("stories/kt.yaml: ")


@pytest.mark.parametrize("reason", sorted({*disk._REASONS.values(), "in-use", "other"}))
def test_why_the_disk_refused_is_put_in_words(reason: str) -> None:
    for language in LANGUAGES:
        say = sentences(language)
        told = error_sentence(say, CannotWrite(file="a.yaml", folder="/곳", reason=reason, detail="EIO"))
        assert say(f"reasons.{reason}", detail="EIO") in told
        assert "/곳" in told and f" {reason} " not in told


def test_a_reason_without_words_of_its_own_is_not_shown_as_a_code() -> None:
    for language in LANGUAGES:
        told = error_sentence(sentences(language), FileNotReadable(file="a.yaml", reason="duplicate-key", line=3))
        assert "a.yaml" in told and "duplicate-key" not in told


def test_curly_brackets_in_a_user_s_text_are_text() -> None:
    for say in (KO, EN):
        assert "{id} {x" in error_sentence(say, NotFound(id="{id} {x"))
        assert "{0}" in error_sentence(say, NameTaken(id="{0}", file="x"))
        assert "{text}" in reason_sentence(say, Reason("retracted", {"text": "{text}", "say_instead": "{y}"}, True))
        advice = Advice("stories", "x", "claims", "retracted-without-words", {"text": "{text}"})
        assert "{text}" in advice_sentence(say, advice)


def test_what_was_taken_back_without_other_words_leaves_no_empty_quotes() -> None:
    for say in (KO, EN):
        told = reason_sentence(say, Reason("retracted", {"text": "혼자 했다", "say_instead": ""}, True))
        assert "혼자 했다" in told and "“”" not in told


def test_a_record_is_called_by_its_title() -> None:
    library = read_library(SAMPLE)
    assert record_name(library, "stories", "kaggle-study") == "Kaggle study"
    assert record_name(library, "applications", "kt-2019") == "KT"
    assert record_name(library, "concepts", "pca") == "PCA"
    assert record_name(library, "interviews", "2023-02-19-cuai") == library.interviews["2023-02-19-cuai"].name


@pytest.mark.parametrize("kind", ["stories", "applications", "concepts", "interviews", "questions", "profile"])
def test_a_record_that_is_not_there_is_called_by_its_id(kind: str, tmp_path: Path) -> None:
    (tmp_path / "stories").mkdir()
    assert record_name(read_library(tmp_path), kind, "gone") == "gone"
