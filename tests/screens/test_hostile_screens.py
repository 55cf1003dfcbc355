"""A library full of markup on every screen, element by element: all of it is text, nothing of it is alive."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from languages import sentences
from stories.files.library import read_library
from stories.files.places import STATE_VARIABLE
from tests.hostile import HOSTILE_NAME, WORD, Hostile, write_hostile
from tests.screens.conftest import Open, go
from tests.screens.hostile_reading import assert_as_typed, shown_html, shown_markdown, shown_of, turns

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the names of the files are not possible there")
KO = sentences("ko")
QUESTIONS = range(1, 7)
PANELS = {
    "checks": "mend_",
    "first_draft": "take_draft",
    "cuts": "cut_",
    "versions": "restore",
    "reuse": "reuse_",
}
"""The tools below an answer, each with the button that only it has."""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Hostile:
    return write_hostile(tmp_path_factory.mktemp("hostile"))


@pytest.fixture
def app(open_app: Open, hostile: Hostile, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv(STATE_VARIABLE, str(hostile.state))
    return open_app(hostile.folder)


def _at(app: AppTest, screen: str, **state: Any) -> AppTest:
    """Go to a screen with what the session holds."""
    for name, value in state.items():
        app.session_state[name] = value
    return go(app, screen)


def _button(app: AppTest, key: str) -> AppTest:
    return app.button(key=key).click().run()


def test_home(app: AppTest, hostile: Hostile) -> None:
    app.run()  # now with how questions are answered
    assert_as_typed(shown_of(app), hostile.payloads)


def test_find_and_the_bank(app: AppTest, hostile: Hostile) -> None:
    bank = shown_of(_at(app, "find"))
    assert_as_typed(bank, hostile.payloads)
    for question in (hostile.text, WORD, f"{WORD}역량", "지원 동기가 무엇인가요?", f"{WORD} 설명해 주세요"):
        shown_of(_at(app, "find", find_typed=question))
    assert_as_typed(shown_of(_at(app, "find", find_typed=WORD)), hostile.payloads)


def test_the_list_of_stories_and_a_new_one(app: AppTest, hostile: Hostile) -> None:
    assert_as_typed(shown_of(_at(app, "story")), hostile.payloads)
    app.toggle(key="story_archived").set_value(True).run()
    assert_as_typed(shown_of(app), hostile.payloads)
    wish = {"competency": "own", "question": hostile.text}
    assert_as_typed(shown_of(_at(app, "story", open_story=None, new_story_with=wish)), hostile.payloads)


@pytest.mark.parametrize("story", ["one", "two", "three", "lost"])
def test_the_editor_of_a_story_its_conflict_and_its_lost_file(app: AppTest, hostile: Hostile, story: str) -> None:
    shown = shown_of(_at(app, "story", open_story=story))
    assert_as_typed(shown, hostile.payloads)
    if story == "two":
        assert KO("editor.conflict") in [one.value for one in app.error]
    if story == "lost":
        assert KO("editor.gone") in [one.value for one in app.error]


def test_applications_and_each_of_them(app: AppTest, hostile: Hostile) -> None:
    assert_as_typed(shown_of(_at(app, "application")), hostile.payloads)
    for one in ("firm", "past", "bare"):
        assert WORD in shown_of(_at(app, "application", open_application=one, open_question=0))
    assert_as_typed(shown_of(_at(app, "application", open_application="firm")), hostile.payloads)
    assert KO("autosave.conflict") in [one.value for one in _at(app, "application", open_application="past").error]


@pytest.mark.parametrize("panel", PANELS)
def test_every_panel_beside_every_answer(app: AppTest, hostile: Hostile, panel: str) -> None:
    shown, buttons = "", set[str]()
    for number in QUESTIONS:
        opened = {"open_application": "firm", "open_question": number, f"panel_firm_{number}": panel}
        shown += shown_of(_at(app, "application", **opened))
        buttons |= {one.key or "" for one in app.button}
    assert any(one.startswith(PANELS[panel]) for one in buttons)
    assert_as_typed(shown, hostile.payloads)


def test_a_version_without_a_difference_and_every_answer_to_reuse(app: AppTest, hostile: Hostile) -> None:
    _at(app, "application", open_application="firm", open_question=1, panel_firm_1="versions")
    chooser = app.selectbox(key="version_firm_1")
    assert len(chooser.options) == 4
    assert not any(turns(option) for option in chooser.options)
    for place in range(len(chooser.options)):
        assert_as_typed(shown_of(app.selectbox(key="version_firm_1").select_index(place).run()), hostile.payloads)
    _at(app, "application", open_application="bare", open_question=0)
    _at(app, "application", open_application="past", open_question=1, panel_past_1="reuse")
    if any(one.key == "all_answers_past_1" for one in app.selectbox):
        assert_as_typed(shown_of(app.selectbox(key="all_answers_past_1").select_index(0).run()), hostile.payloads)


def test_the_sheet(app: AppTest, hostile: Hostile) -> None:
    for application in ("firm", "past", ""):
        assert_as_typed(shown_of(_at(app, "export", export_application=application)), hostile.payloads)


def test_the_library_its_copies_history_and_trash(app: AppTest, hostile: Hostile) -> None:
    shown = shown_of(_at(app, "library"))
    assert_as_typed(shown, [*hostile.payloads, HOSTILE_NAME])
    assert KO("copies.found", count=1) in [one.value for one in app.warning]
    assert len([one for one in app.button if (one.key or "").startswith("untrash_")]) == 3
    kept = app.selectbox(key="history_file")
    assert len(kept.options) == 2
    for place in range(len(kept.options)):
        assert_as_typed(shown_of(app.selectbox(key="history_file").select_index(place).run()), hostile.payloads)


def test_a_backup_and_what_is_none(app: AppTest, hostile: Hostile) -> None:
    _at(app, "library")
    name = f"{HOSTILE_NAME}.zip"
    app.file_uploader[0].set_value((name, hostile.zip, "application/zip")).run()
    assert "only-in-the-backup" in "".join(one.proto.body for one in app.get("html"))
    shown_of(app)
    differing = app.selectbox(key="backup_differing")
    assert differing.options
    differing.select_index(0).run()
    assert WORD in shown_of(app)
    app.button(key="take_from_backup").click().run()
    assert app.success
    assert WORD in shown_of(app)
    for refused in (b"PK", b"<script>window.hurt=1</script>", hostile.zip[:-30]):
        app.file_uploader[0].set_value((name, refused, "application/zip")).run()
        assert app.error
        shown_of(app)


def _deleted(app: AppTest) -> AppTest:
    return _button(_at(app, "story", open_story="one"), "delete_stories_one")


def _restored(app: AppTest) -> AppTest:
    return _button(_at(app, "library"), "untrash_stories_gone")


def _copy_taken(app: AppTest) -> AppTest:
    return _button(_at(app, "library"), "take_copy_0")


def _renamed(app: AppTest) -> AppTest:
    _at(app, "story", open_story="one")
    app.text_input(key="file_name_one").set_value(HOSTILE_NAME).run()
    return next(one for one in app.button if one.label == KO("editor.rename")).click().run()


@pytest.mark.parametrize("act", [_deleted, _restored, _copy_taken, _renamed])
def test_what_is_said_after_an_act(
    open_app: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, act: Callable[[AppTest], AppTest]
) -> None:
    made = write_hostile(tmp_path)
    monkeypatch.setenv(STATE_VARIABLE, str(made.state))
    app = act(open_app(made.folder))
    said = [*app.success, *app.error]
    assert said
    assert WORD in shown_of(app)


@pytest.mark.parametrize("what", ["nothing", "a file"])
def test_a_library_that_is_not_there(open_app: Open, tmp_path: Path, what: str) -> None:
    place = tmp_path / HOSTILE_NAME
    if what == "a file":
        place.write_text("x", encoding="utf-8")
    app = open_app(place)
    assert app.error
    assert_as_typed(shown_of(app), [HOSTILE_NAME])


def test_the_library_is_as_hostile_as_it_should_be(hostile: Hostile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(STATE_VARIABLE, str(hostile.state))
    library = read_library(hostile.folder)
    assert len(hostile.payloads) >= 11
    assert all(payload in library.stories["one"].title for payload in hostile.payloads)
    codes = {problem.code for problem in library.problems}
    assert codes >= {"syntax", "unsafe-file-name", "unknown-key", "not-a-choice", "conflicted-copy", "unknown-id"}


def test_another_session_of_the_same_server_shows_nothing_of_it(app: AppTest, open_app: Open) -> None:
    assert WORD in shown_of(app.run())
    sample = open_app(None)
    for screen in ("home", "find", "story", "application", "export", "library"):
        assert not sample.exception and WORD not in shown_of(sample)
        go(sample, screen)


@pytest.mark.parametrize("kind", range(13))
def test_without_the_one_place_that_makes_texts_inert_the_tests_see_it(kind: int, hostile: Hostile) -> None:
    payload = f"{WORD} {hostile.payloads[kind]}"
    found = 0
    for look in (shown_html, shown_markdown):
        try:
            shown = look(payload)
            found += turns(shown) or " ".join(shown.split()) != " ".join(payload.split())
        except (AssertionError, pytest.fail.Exception):
            found += 1
    assert found
