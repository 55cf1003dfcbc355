"""Which library is open: a folder that is not there, one that is a file, and the ways to start one's own."""

from pathlib import Path

import pytest

from languages import LANGUAGES, sentences
from stories.files.library import read_library
from stories.files.places import SAMPLE
from tests.screens.conftest import Open, go
from tests.screens.seen import everything, number_of, of

SAMPLE_STORIES = len(list((SAMPLE / "stories").glob("*.yaml")))


def _bytes(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _stories(app) -> str:
    return number_of(app, sentences("ko")("home.stories"))


def _click(app, label: str):
    return next(button for button in app.button if button.label == label).click().run()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_missing_folder_is_named_with_what_can_be_done(language: str, open_app: Open, tmp_path: Path) -> None:
    app, say = open_app(tmp_path / "없는 폴더", language=language), sentences(language)
    for screen in ("home", "find", "story", "export"):
        go(app, screen)
        assert say("errors.library-missing", folder=tmp_path / "없는 폴더") in of(app.error)
        labels = [button.label for button in app.main.button]
        assert labels == [say("library.start_empty"), say("library.start_with_sample"), say("library.look_at_sample")]
    assert not (tmp_path / "없는 폴더").exists()


def test_an_empty_library_starts_in_the_missing_folder(open_app: Open, tmp_path: Path) -> None:
    app = open_app(tmp_path / "mine")
    app.button(key="missing_start_empty").click().run()
    assert not app.exception and not app.error
    assert sentences("ko")("home.no_stories") in of(app.info)
    library = read_library(tmp_path / "mine")
    assert not library.stories and not library.problems


def test_a_copy_of_the_sample_starts_in_the_missing_folder(open_app: Open, tmp_path: Path) -> None:
    app = open_app(tmp_path / "mine")
    app.button(key="missing_start_with_sample").click().run()
    assert not app.exception and not app.error
    assert _stories(app) == str(SAMPLE_STORIES)
    library = read_library(tmp_path / "mine")
    assert len(library.stories) == SAMPLE_STORIES and not library.problems


def test_from_a_missing_folder_one_can_look_at_the_sample(open_app: Open, tmp_path: Path) -> None:
    app = open_app(tmp_path / "mine")
    app.button(key="missing_sample").click().run()
    assert not app.error
    assert _stories(app) == str(SAMPLE_STORIES)
    assert sentences("ko")("library.this_is_sample") in of(app.sidebar)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_in_the_place_of_the_folder_is_named_and_left_alone(
    language: str, open_app: Open, tmp_path: Path
) -> None:
    (tmp_path / "mine").write_text("내 글", encoding="utf-8")
    app, say = open_app(tmp_path / "mine", language=language), sentences(language)
    for screen in ("home", "find", "story", "export"):
        go(app, screen)
        assert say("errors.library-not-a-folder", folder=tmp_path / "mine") in of(app.error)
    _click(app, say("library.look_at_sample"))
    assert not app.error
    assert say("library.this_is_sample") in of(app.sidebar)
    assert (tmp_path / "mine").read_text(encoding="utf-8") == "내 글"


@pytest.mark.parametrize(("button", "stories"), [("menu_start_empty", 0), ("menu_start_with_sample", SAMPLE_STORIES)])
def test_from_the_sample_to_ones_own_library_and_back(button: str, stories: int, open_app: Open) -> None:
    before = _bytes(SAMPLE)
    app, say = open_app(None), sentences("ko")
    own = Path.home() / "storybank"
    assert say("library.will_be_at", folder=own) in everything(app)
    assert not own.exists()
    app.button(key=button).click().run()
    assert not app.exception and not app.error
    assert _stories(app) == str(stories)
    assert str(own) in of(app.sidebar)
    _click(app, say("library.look_at_sample"))
    assert _stories(app) == str(SAMPLE_STORIES)
    _click(app, say("library.back_to_own"))
    assert _stories(app) == str(stories)
    assert len(read_library(own).stories) == stories
    assert _bytes(SAMPLE) == before


def test_a_library_cannot_start_where_a_file_is(open_app: Open, tmp_path: Path) -> None:
    app = open_app(tmp_path / "mine")
    app.button(key="missing_sample").click().run()
    (tmp_path / "mine").write_text("논문", encoding="utf-8")
    app.button(key="menu_start_empty").click().run()
    assert not app.exception
    assert sentences("ko")("errors.library-not-a-folder", folder=tmp_path / "mine") in everything(app)
    assert (tmp_path / "mine").read_text(encoding="utf-8") == "논문"


@pytest.mark.skipif("os.getuid() == 0", reason="the administrator may write everywhere")
def test_a_place_that_cannot_be_written_is_told(open_app: Open, tmp_path: Path) -> None:
    (tmp_path / "locked").mkdir(mode=0o500)
    app = open_app(tmp_path / "locked" / "mine")
    app.button(key="missing_start_empty").click().run()
    assert not app.exception
    assert sentences("ko")("reasons.no-permission") in of(app.error)


def test_the_folder_can_vanish_while_the_app_is_open(open_app: Open, sample_copy: Path) -> None:
    app = open_app(sample_copy)
    sample_copy.rename(sample_copy.with_name("elsewhere"))
    go(app, "story")
    assert not app.exception
    assert sentences("ko")("errors.library-missing", folder=sample_copy) in of(app.error)
    sample_copy.with_name("elsewhere").rename(sample_copy)
    go(app, "home")
    assert not app.error
    assert _stories(app) == str(SAMPLE_STORIES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_library_of_a_newer_program_is_shown_and_never_written(
    language: str, open_app: Open, sample_copy: Path
) -> None:
    (sample_copy / "stories" / "앞날.yaml").write_text("title: 앞날의 이야기\nversion: 99\n", encoding="utf-8")
    before = _bytes(sample_copy)
    app, say = open_app(sample_copy, language=language), sentences(language)
    for screen in ("home", "find", "story", "application", "export", "library"):
        go(app, screen)
        assert not app.exception
        assert say("library.newer", file="stories/앞날.yaml") in of(app.error), screen
    app.session_state.open_story = "titanic-lgbm"
    go(app, "story")
    _click(app, say("editor.archive"))
    assert say("errors.made-by-newer", file="stories/앞날.yaml") in of(app.error)
    assert _bytes(sample_copy) == before
