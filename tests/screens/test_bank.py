"""The question bank on the find screen: browsed by kind and competency, asked by a click."""

import pytest

from languages import LANGUAGES, sentences
from screens.parts.browsing import PAGE_SIZE
from stories import bank
from stories.files.library import read_library
from stories.files.places import SAMPLE
from stories.model.question import KINDS
from tests.screens.conftest import Open
from tests.screens.seen import of, plain, screen

ALL = (*read_library(SAMPLE).questions, *bank.questions())


def _shown(app) -> list[str]:
    return [plain(button.label) for button in app.button if (button.key or "").startswith("bank_")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_bank_opens_with_its_first_questions_and_more_on_demand(language, open_app: Open, sample_copy) -> None:
    app, say = open_app(sample_copy, "find", language), sentences(language)
    assert say("bank.count", count=len(ALL)) in of(app.caption)
    assert _shown(app) == [one.text(language) for one in ALL[:PAGE_SIZE]]
    label = say("bank.more", count=len(ALL) - PAGE_SIZE)
    next(button for button in app.button if button.label == label).click().run()
    assert _shown(app) == [one.text(language) for one in ALL]


def test_each_kind_and_each_competency_shows_its_questions_only(open_app: Open, sample_copy) -> None:
    app, say = open_app(sample_copy, "find"), sentences("ko")
    for kind in KINDS:
        app.selectbox(key="bank_kind").set_value(kind).run()
        wanted = [one.text("ko") for one in ALL if one.kind == kind]
        assert wanted and _shown(app) == wanted[:PAGE_SIZE], kind
        assert say("bank.count", count=len(wanted)) in of(app.caption)
    app.selectbox(key="bank_kind").set_value("").run()
    for competency in (one.id for one in bank.competencies()):
        app.selectbox(key="bank_competency").set_value(competency).run()
        wanted = [one.text("ko") for one in ALL if competency in one.competencies]
        assert wanted and _shown(app) == wanted[:PAGE_SIZE], competency
        assert say("bank.count", count=len(wanted)) in of(app.caption)


def test_both_filters_work_together_and_survive_another_screen(open_app: Open, sample_copy) -> None:
    app = open_app(sample_copy, "find")
    app.selectbox(key="bank_kind").set_value("story").run()
    app.selectbox(key="bank_competency").set_value("conflict").run()
    wanted = [one.text("ko") for one in ALL if one.kind == "story" and "conflict" in one.competencies]
    assert wanted and _shown(app) == wanted[:PAGE_SIZE]
    app.switch_page("screens/home.py").run()
    app.switch_page("screens/find.py").run()
    assert _shown(app) == wanted[:PAGE_SIZE]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_click_asks_the_question(language: str, open_app: Open, sample_copy) -> None:
    app, say = open_app(sample_copy, "find", language), sentences(language)
    app.selectbox(key="bank_competency").set_value("challenge").run()
    app.button(key="bank_hardest-challenge").click().run()
    assert not app.exception
    assert not _shown(app)
    assert say("find.understood") in screen(app)
    assert app.button(key="edit_big-contest-churn")


def test_a_library_without_stories_says_honestly_that_none_fits(open_app: Open, tmp_path) -> None:
    for folder in ("stories", "questions"):
        (tmp_path / "mine" / folder).mkdir(parents=True)
    app, say = open_app(tmp_path / "mine", "find"), sentences("ko")
    app.selectbox(key="bank_competency").set_value("challenge").run()
    app.button(key="bank_hardest-challenge").click().run()
    assert not app.exception
    assert say("find.none_story") in of(app.warning)
