"""The list of stories: filters, archived ones, what is not saved yet, and the way to a new one."""

from pathlib import Path

import pytest

from languages import LANGUAGES, sentences
from stories.files.drafts import Beside, keep_draft, read_draft
from stories.files.library import read_library
from stories.files.saving import archive_story
from stories.model.story import STAR
from tests.screens.conftest import Open, go
from tests.screens.seen import of, screen


def _listed(app) -> list[str]:
    return [button.key[len("open_") :] for button in app.button if (button.key or "").startswith("open_")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_stories_are_listed_with_their_headline(language: str, open_app: Open, sample_copy: Path) -> None:
    app, stories = open_app(sample_copy, "story", language), read_library(sample_copy).stories
    assert sorted(_listed(app)) == sorted(stories)
    assert sentences(language)("story.count", count=len(stories)) in of(app.caption)
    assert stories["big-contest-churn"].headline in screen(app)


def test_the_competency_filter(open_app: Open, sample_copy: Path) -> None:
    app, stories = open_app(sample_copy, "story"), read_library(sample_copy).stories
    app.selectbox(key="story_competency").set_value("failure").run()
    wanted = [one.id for one in stories.values() if "failure" in one.competencies]
    assert wanted and sorted(_listed(app)) == sorted(wanted)


@pytest.mark.parametrize("part", STAR)
def test_the_filter_by_what_is_empty(part: str, open_app: Open, sample_copy: Path) -> None:
    app, stories = open_app(sample_copy, "story"), read_library(sample_copy).stories
    app.selectbox(key="story_lacking").set_value(part).run()
    wanted = [one.id for one in stories.values() if not getattr(one, part)]
    assert sorted(_listed(app)) == sorted(wanted)
    assert sentences("ko")("story.count", count=len(wanted)) in of(app.caption)


def test_the_filters_survive_another_screen(open_app: Open, sample_copy: Path) -> None:
    app = open_app(sample_copy, "story")
    app.selectbox(key="story_competency").set_value("failure").run()
    before = _listed(app)
    go(app, "export")
    assert _listed(go(app, "story")) == before


def test_archived_stories_are_listed_apart_and_come_back(open_app: Open, sample_copy: Path) -> None:
    archive_story(read_library(sample_copy), "titanic-lgbm")
    app, say = open_app(sample_copy, "story"), sentences("ko")
    assert "titanic-lgbm" not in _listed(app)
    app.toggle(key="story_archived").set_value(True).run()
    assert _listed(app) == ["titanic-lgbm"]
    app.button(key="open_titanic-lgbm").click().run()
    assert not app.exception
    next(button for button in app.button if button.label == say("editor.unarchive")).click().run()
    assert not app.exception
    assert "titanic-lgbm" in read_library(sample_copy).stories
    app.toggle(key="story_archived").set_value(False).run()
    assert "titanic-lgbm" in _listed(app)


def test_archiving_takes_a_story_out_of_the_list_and_keeps_its_file(open_app: Open, sample_copy: Path) -> None:
    app, say = open_app(sample_copy, "story"), sentences("ko")
    app.button(key="open_titanic-lgbm").click().run()
    next(button for button in app.button if button.label == say("editor.archive")).click().run()
    assert not app.exception
    assert "titanic-lgbm" not in _listed(app)
    assert (sample_copy / "stories" / "titanic-lgbm.yaml").is_file()


def test_a_story_with_unsaved_text_is_marked(open_app: Open, sample_copy: Path) -> None:
    mark = sentences("ko")("story.unsaved_mark")
    assert mark not in screen(open_app(sample_copy, "story"))
    keep_draft(sample_copy, "stories", "titanic-lgbm", {"headline": "쓰다 만 문장"}, "")
    assert screen(open_app(sample_copy, "story")).count(mark) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_for_a_new_story_needs_a_title(language: str, open_app: Open, sample_copy: Path) -> None:
    app, say = open_app(sample_copy, "story", language), sentences(language)
    before = sorted((sample_copy / "stories").iterdir())
    next(button for button in app.button if button.label == say("story.new")).click().run()
    next(button for button in app.button if button.label == say("story.create")).click().run()
    assert not app.exception
    assert say("story.title_needed") in of(app.error)
    assert sorted((sample_copy / "stories").iterdir()) == before


def test_a_question_that_was_given_up_is_not_in_the_next_new_story(open_app: Open, sample_copy: Path) -> None:
    app, say = open_app(sample_copy), sentences("ko")
    app.session_state.new_story_with = {"competency": "conflict", "question": "갈등을 푼 경험은?"}
    app.session_state.open_story = None
    go(app, "story")
    assert "갈등을 푼 경험은?" in of(app.info)
    next(button for button in app.button if button.label == say("story.back")).click().run()
    next(button for button in app.button if button.label == say("story.new")).click().run()
    assert "갈등을 푼 경험은?" not in screen(app)
    assert not app.multiselect(key="new_competencies").value


@pytest.mark.parametrize("title", ["", "   ", "\n", "    <b>", "# 1", "\ud800", "\x00", "가" * 5000])
def test_the_editor_opens_with_any_title_that_was_typed(title: str, open_app: Open, sample_copy: Path) -> None:
    version = read_library(sample_copy).files["stories", "titanic-lgbm"].version
    keep_draft(sample_copy, "stories", "titanic-lgbm", {"title": title}, version)
    app, say = open_app(sample_copy), sentences("ko")
    assert not app.exception
    app.session_state.open_story = "titanic-lgbm"
    go(app, "story")
    assert not app.exception
    assert say("story.field_title") in of(app.warning) or not title
    assert app.title[0].value


def test_a_text_that_another_window_typed_is_shown_beside_ones_own_and_one_chooses(
    open_app: Open, sample_copy: Path
) -> None:
    version = read_library(sample_copy).files["stories", "titanic-lgbm"].version
    beside = {"headline": [Beside("창 하나에서 쓰던 문장", "")]}
    keep_draft(sample_copy, "stories", "titanic-lgbm", {"headline": "창 둘에서 쓰던 문장"}, version, {}, beside)
    app, say = open_app(sample_copy), sentences("ko")
    app.session_state.open_story = "titanic-lgbm"
    go(app, "story")
    assert say("editor.beside") in of(app.warning)
    shown = screen(app).replace(" ", "")
    assert "창하나에서쓰던문장" in shown and "창둘에서쓰던문장" in shown
    next(button for button in app.button if button.label == say("editor.take_both")).click().run()
    assert say("editor.beside") not in of(app.warning)
    draft = read_draft(sample_copy, "stories", "titanic-lgbm")
    assert draft is not None and draft.beside == {}
    assert draft.fields["headline"] == "창 둘에서 쓰던 문장 / 창 하나에서 쓰던 문장"


def test_of_very_many_stories_the_list_opens_in_steps_and_hides_none(open_app: Open, tmp_path: Path) -> None:
    (tmp_path / "stories").mkdir()
    for number in range(150):
        (tmp_path / "stories" / f"s{number:03}.yaml").write_text(f"title: 이야기 {number}\n", encoding="utf-8")
    app, say = open_app(tmp_path, "story"), sentences("ko")
    assert say("story.count", count=150) in of(app.caption)
    assert len(_listed(app)) == 60
    app.button(key="story_more").click().run()
    assert len(_listed(app)) == 120
    app.button(key="story_more").click().run()
    assert len(set(_listed(app))) == 150
    assert "story_more" not in {button.key for button in app.button}
    app.selectbox(key="story_lacking").set_value("action").run()
    assert len(_listed(app)) == 60
