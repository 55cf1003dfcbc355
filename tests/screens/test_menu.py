"""Every screen opens through the menu, in both languages, on every kind of library, and never shows an error trace."""

import re
import shutil
from pathlib import Path

import pytest

from languages import LANGUAGES, sentences
from stories.files.places import SAMPLE
from stories.files.starting import start_library
from tests.screens.conftest import ROOT, Open, go
from tests.screens.seen import everything, of

NOT_SCREENS = ("__init__", "serving")
SCREENS = sorted(path.stem for path in (ROOT / "screens").glob("*.py") if path.stem not in NOT_SCREENS)
HANGUL = re.compile(r"[가-힣]")


def _empty(folder: Path) -> Path:
    start_library(folder)
    return folder


def _bare(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _sample(folder: Path) -> Path:
    return Path(shutil.copytree(SAMPLE, folder))


def _damaged(folder: Path) -> Path:
    _sample(folder)
    (folder / "stories" / "broken.yaml").write_text("title: 열린 따옴표\naction: 'x\n", encoding="utf-8")
    (folder / "stories" / "old.yaml").write_bytes("title: 옛 인코딩\n".encode("cp949"))
    (folder / "stories" / "no-title.yaml").write_text("headline: 제목 없이 시작한 글\n", encoding="utf-8")
    (folder / "profile.yaml").write_text("- a list\n", encoding="utf-8")
    (folder / "applications" / "kt-2019.yaml").write_text("company: [a, b]\nquestions: x\n", encoding="utf-8")
    return folder


def _missing(folder: Path) -> Path:
    return folder


def _file(folder: Path) -> Path:
    folder.write_text("not a folder", encoding="utf-8")
    return folder


LIBRARIES = (_empty, _bare, _sample, _damaged, _missing, _file)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("make", LIBRARIES, ids=lambda make: make.__name__.strip("_"))
def test_every_screen_opens_without_a_trace_of_an_error(make, language, open_app: Open, tmp_path: Path) -> None:
    app = open_app(make(tmp_path / "mine"), language=language)
    for name in (*SCREENS, "home"):
        go(app, name)
        assert not app.exception, name
        shown = everything(app)
        assert "Traceback" not in shown and "Error:" not in shown
        assert shown.count("\n") > 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_screen_opens_on_the_sample_where_no_library_was_named(language: str, open_app: Open) -> None:
    app, say = open_app(None, language=language), sentences(language)
    for name in (*SCREENS, "home"):
        go(app, name)
        assert not app.exception, name
        assert say("home.greeting" if name == "home" else f"{name}.title") in of(app.title)
        assert say("library.this_is_sample") in of(app.sidebar)


def test_there_is_a_screen_for_each_file() -> None:
    assert {"home", "find", "story", "export"} <= set(SCREENS)


def test_in_english_nothing_on_an_empty_library_is_korean(open_app: Open, tmp_path: Path) -> None:
    app = open_app(_empty(tmp_path / "mine"), language="en")
    korean = sentences("ko")("language")
    for name in (*SCREENS, "home"):
        go(app, name)
        lines = [line for line in everything(app).replace(korean, "").splitlines() if HANGUL.search(line)]
        assert not lines, name


def test_the_switch_changes_the_language_and_it_stays(open_app: Open, tmp_path: Path) -> None:
    app = open_app(_empty(tmp_path / "mine"), language="ko")
    assert sentences("ko")("home.greeting") in of(app.title)
    app.sidebar.button_group[0].set_value("en").run()
    assert sentences("en")("home.greeting") in of(app.title)
    go(app, "find")
    assert sentences("en")("find.title") in of(app.title)
    go(app, "home")
    assert sentences("en")("home.greeting") in of(app.title)


@pytest.mark.parametrize(("locale", "language"), [("ko", "ko"), ("en-GB", "en"), ("ja-JP", "ko"), ("", "ko")])
def test_the_first_language_is_that_of_the_browser(locale: str, language: str, open_app: Open, tmp_path: Path) -> None:
    app = open_app(_empty(tmp_path / "mine"), language=locale)
    assert sentences(language)("home.greeting") in of(app.title)


def test_a_story_id_from_elsewhere_opens_nothing(open_app: Open, sample_copy: Path) -> None:
    outside = sample_copy.parent / "outside.yaml"
    outside.write_text("title: 밖에 있는 글\n", encoding="utf-8")
    app = open_app(sample_copy)
    for wanted in ("../../outside", "../outside", str(outside), "no-such-story", "profile"):
        app.session_state.open_story = wanted
        go(app, "story")
        assert not app.exception
        assert "밖에 있는 글" not in everything(app)
        assert app.title[0].value == sentences("ko")("story.title")
