"""Advice: what to look at again is named at its place, and nothing is named that is fine."""

import ast
import inspect
from pathlib import Path
from typing import Any

import pytest
import yaml

from languages import LANGUAGES, sentences
from screens.parts.telling import advice_sentence
from stories.files.library import Library, read_library
from stories.model.application import Application
from stories.model.story import HEADLINE_LIMIT, Story
from stories.writing import advice
from stories.writing.advice import Advice, advise

FINE: dict[str, Any] = {
    "id": "fine", "title": "가", "headline": "한 줄", "action": "했다", "result": "3시간 줄었다",
    "competencies": ["growth"],
}  # fmt: skip


def _of_story(**changes: Any) -> list[Advice]:
    story = Story(**{**FINE, **changes})
    return [found for check in advice.STORY_CHECKS for found in check(story)]


def _of_application(*questions: dict[str, Any]) -> list[str]:
    application = Application(id="x", questions=list(questions))
    return [found.code for check in advice.APPLICATION_CHECKS for found in check(application)]


def test_a_story_that_is_fine_gets_no_advice() -> None:
    assert _of_story() == []


@pytest.mark.parametrize("field", ["headline", "action", "result"])
def test_a_part_that_is_empty_is_named(field: str) -> None:
    assert _of_story(**{field: ""}) == [Advice("stories", "fine", field, f"no-{field}")]


def test_a_headline_is_long_from_one_character_over_the_limit() -> None:
    assert _of_story(headline="가" * HEADLINE_LIMIT) == []
    details = {"count": str(HEADLINE_LIMIT + 1), "limit": str(HEADLINE_LIMIT)}
    long = "가" * (HEADLINE_LIMIT + 1)
    assert _of_story(headline=long) == [Advice("stories", "fine", "headline", "long-headline", details)]


@pytest.mark.parametrize("result", ["크게 줄었다", "많은 사람이 좋아했다"])
def test_a_result_without_a_number_is_named(result: str) -> None:
    assert [one.code for one in _of_story(result=result)] == ["no-number-in-result"]


@pytest.mark.parametrize("result", ["0.065%를 찾았다", "１０위", "2배"])
def test_a_result_with_any_digit_has_a_number(result: str) -> None:
    assert _of_story(result=result) == []


def test_a_story_without_a_competency_is_named() -> None:
    assert _of_story(competencies=[]) == [Advice("stories", "fine", "competencies", "no-competency")]


def test_what_was_taken_back_needs_other_words() -> None:
    taken_back = {"text": "가" * 80, "status": "retracted"}
    found = _of_story(claims=[taken_back, {**taken_back, "say_instead": "나"}, {"text": "다", "status": "confirmed"}])
    assert found == [Advice("stories", "fine", "claims", "retracted-without-words", {"text": "가" * 60})]


def test_a_follow_up_question_needs_an_answer() -> None:
    found = _of_story(follow_ups=[{"question": "왜?"}, {"question": "언제?", "answer": "봄"}, {"answer": "답만"}])
    assert found == [Advice("stories", "fine", "follow_ups", "unanswered-follow-up", {"question": "왜?"})]


def test_an_application_needs_its_motivation_and_what_one_brings() -> None:
    assert _of_application() == ["no-motivation", "no-company"]
    assert _of_application({"kind": "motivation"}, {"kind": "company", "draft": "글"}) == ["no-motivation"]
    drafts = [{"kind": "motivation", "draft": "글"}, {"kind": "motivation"}, {"kind": "company", "draft": "글"}]
    assert _of_application(*drafts) == []


def _library(folder: Path, **files: Any) -> Library:
    for name, fields in files.items():
        kind, _, record_id = name.partition("__")
        (folder / kind).mkdir(exist_ok=True)
        (folder / kind / f"{record_id}.yaml").write_text(yaml.safe_dump(fields, allow_unicode=True), encoding="utf-8")
    return read_library(folder)


def test_an_id_that_names_no_story_is_named_wherever_it_stands(tmp_path: Path) -> None:
    library = _library(
        tmp_path,
        stories__here={**FINE, "led_to": ["here", "gone-1"]},
        concepts__pca={"title": "PCA", "stories": ["here", "gone-2"]},
        applications__kt={"company": "KT", "questions": [{"question": "왜?", "stories": ["here", "gone-3"]}]},
        interviews__day={"asked": [{"question": "왜?", "stories": ["here", "gone-4"]}]},
    )
    found = {(one.file, one.details["id"]) for one in library.problems if one.code == "unknown-id"}
    assert found == {
        ("stories/here.yaml", "gone-1"), ("concepts/pca.yaml", "gone-2"), ("applications/kt.yaml", "gone-3"),
        ("interviews/day.yaml", "gone-4"),
    }  # fmt: skip


def test_an_archived_story_and_one_that_cannot_be_read_are_no_unknown_ids(tmp_path: Path) -> None:
    fields = {**FINE, "led_to": ["old", "broken"]}
    _library(tmp_path, stories__here=fields, stories__old={"title": "나", "archived": "2026-01-02"})
    (tmp_path / "stories" / "broken.yaml").write_text("title: [\n", encoding="utf-8")
    library = read_library(tmp_path)
    assert "broken" not in library.stories
    assert [one for one in library.problems if one.code == "unknown-id"] == []


def test_every_advice_can_be_said_in_both_languages() -> None:
    tree = ast.parse(inspect.getsource(advice))
    codes = {
        part.value
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Advice"
        for part in call.args[3:4]
        if isinstance(part, ast.Constant)
    } | {"no-motivation", "no-company"}
    for language in LANGUAGES:
        keys = sentences(language).keys()
        assert {key.removeprefix("advice.") for key in keys if key.startswith("advice.")} == codes


def test_every_advice_that_comes_up_is_told_with_its_details(tmp_path: Path) -> None:
    bad = {
        "title": "가", "led_to": ["gone"], "headline": "가" * 60, "result": "좋았다",
        "claims": [{"text": "{나}", "status": "retracted"}], "follow_ups": [{"question": "{왜}?"}],
    }  # fmt: skip
    library = _library(tmp_path, stories__bad=bad, stories__empty={"title": "나"}, applications__kt={"company": "KT"})
    found = advise(library)
    assert len({one.code for one in found}) == 10
    for language in LANGUAGES:
        for one in found:
            told = advice_sentence(sentences(language), one)
            assert all(value in told for value in one.details.values())
