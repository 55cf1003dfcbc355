"""Home: what is missing, what cannot be read, the next interview, and text that is not saved yet."""

import datetime
import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from languages import LANGUAGES, sentences
from stories.files.drafts import keep_draft
from stories.files.history import history
from stories.files.library import read_library
from stories.files.saving import save_fields
from stories.files.starting import start_library
from tests.screens.conftest import Open
from tests.screens.seen import number_of, of, screen, tiles

TODAY = datetime.date.today()


def _application(library: Path, name: str, days: int | None, rest: str = "") -> None:
    date = "" if days is None else (TODAY + datetime.timedelta(days=days)).isoformat()
    text = f"company: {name}\ninterview_date: '{date}'\n{rest}"
    (library / "applications" / f"{name}.yaml").write_text(text, encoding="utf-8")


def _next_date(app) -> tuple[str, str]:
    return tiles(app)[-1]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    start_library(tmp_path / "mine")
    (tmp_path / "mine" / "stories" / "one.yaml").write_text("title: 하나\nresult: 10% 늘었다\n", encoding="utf-8")
    return tmp_path / "mine"


@pytest.mark.parametrize("language", LANGUAGES)
def test_missing_results_and_motivations_are_named(language: str, open_app: Open, library: Path) -> None:
    say = sentences(language)
    headline = "headline: 앞 문장\naction: 했다\ncompetencies: [failure]\n"
    (library / "stories" / "no-result.yaml").write_text(f"title: 결과가 없는 이야기\n{headline}", encoding="utf-8")
    _application(library, "가나전자", None, "questions:\n  - question: 지원 동기\n    kind: motivation\n")
    _application(
        library, "다라전자", None, "questions:\n  - question: 지원 동기\n    kind: motivation\n    draft: 이유\n"
    )
    lines = of(open_app(library, language=language).get("html")).splitlines()
    assert any("결과가 없는 이야기" in line and say("advice.no-result") in line for line in lines)
    assert any("가나전자" in line and say("advice.no-motivation") in line for line in lines)
    assert not any("다라전자" in line and say("advice.no-motivation") in line for line in lines)


def test_the_days_to_the_next_date_are_counted(open_app: Open, library: Path) -> None:
    _application(library, "지난곳", -3)
    assert sentences("ko")("home.no_date") == _next_date(open_app(library))[1]
    _application(library, "먼곳", 40)
    _application(library, "가까운곳", 7)
    label, value = _next_date(open_app(library))
    assert value == "D-7" and "가까운곳" in label
    _application(library, "오늘", 0)
    label, value = _next_date(open_app(library))
    assert value == "D-DAY" and "오늘" in label


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_cannot_be_read_is_named_with_line_and_remedy_and_hides_nothing_else(
    language: str, open_app: Open, library: Path
) -> None:
    say = sentences(language)
    (library / "stories" / "broken.yaml").write_text("title: 탭\nclaims:\n\t- text: x\n", encoding="utf-8")
    (library / "stories" / "old.yaml").write_bytes("title: 옛 인코딩\n".encode("cp949"))
    (library / "stories" / "no-title.yaml").write_text("headline: 제목 없이\n", encoding="utf-8")
    app = open_app(library, language=language)
    told = of(app.error)
    assert say("home.broken_files", count=2) in told
    place = say("problems.place", file="stories/broken.yaml", line=3)
    assert f"{place}: {say('problems.tab')}" in told
    assert f"stories/old.yaml: {say('problems.cp949')}" in told
    assert f"stories/no-title.yaml: {say('problems.title-missing')}" in screen(app)
    assert number_of(app, say("home.stories")) == "2"
    assert "하나" in screen(app) and "no-title" in screen(app)


def test_a_library_without_stories_leads_to_the_first_one(open_app: Open, tmp_path: Path) -> None:
    start_library(tmp_path / "mine")
    app, say = open_app(tmp_path / "mine"), sentences("ko")
    assert say("home.no_stories") in of(app.info)
    next(button for button in app.button if button.label == say("home.write_first")).click().run()
    assert not app.exception
    assert app.title[0].value == say("story.new")


def test_a_story_in_need_opens_from_home(open_app: Open, library: Path) -> None:
    app = open_app(library)
    app.button(key="missing_stories_one").click().run()
    assert not app.exception
    assert app.title[0].value == "하나"


def test_unsaved_text_is_named_and_one_click_away(open_app: Open, library: Path) -> None:
    keep_draft(library, "stories", "one", {"headline": "쓰다 만 문장"}, "")
    app, say = open_app(library), sentences("ko")
    assert say("home.unsaved", title="하나") in of(app.warning)
    app.button(key="unsaved_one").click().run()
    assert not app.exception
    assert say("editor.restored") in of(app.info)
    assert say("story.field_headline") in of(app.warning)


def test_unsaved_text_of_a_story_whose_file_is_gone_is_still_within_reach(open_app: Open, library: Path) -> None:
    keep_draft(library, "stories", "lost", {"title": "잃은 이야기", "headline": "쓰다 만 문장"}, "0" * 64)
    app, say = open_app(library), sentences("ko")
    assert say("home.unsaved", title="잃은 이야기") in of(app.warning)
    app.button(key="unsaved_lost").click().run()
    assert not app.exception
    assert say("editor.gone") in of(app.error)
    next(button for button in app.button if button.label == say("editor.save_as_new")).click().run()
    assert not app.exception
    saved = list((library / "stories").glob("잃은-이야기.yaml"))
    assert len(saved) == 1 and "쓰다 만 문장" in saved[0].read_text(encoding="utf-8")


def test_a_library_that_suddenly_has_no_stories_is_asked_about_and_not_believed(
    open_app: Open, sample_copy: Path
) -> None:
    say = sentences("ko")
    open_app(sample_copy)
    shutil.rmtree(sample_copy / "stories")
    app = open_app(sample_copy)
    told = say("home.emptied", count=12, folder=str(sample_copy))
    assert told in of(app.error)
    next(one for one in app.button if one.label == say("home.emptied_meant")).click().run()
    assert told not in of(app.error)


def test_of_very_many_stories_with_something_missing_home_shows_some_and_more_on_request(
    open_app: Open, tmp_path: Path
) -> None:
    (tmp_path / "stories").mkdir()
    for number in range(60):
        (tmp_path / "stories" / f"s{number:03}.yaml").write_text(f"title: 이야기 {number}\n", encoding="utf-8")
    app = open_app(tmp_path)
    counts = [_missing_shown(app)]
    while "missing_more" in {button.key for button in app.button}:
        app.button(key="missing_more").click().run()
        counts.append(_missing_shown(app))
    assert counts == [26, 46, 60]


def _missing_shown(app: AppTest) -> int:
    return sum((button.key or "").startswith("missing_stories_") for button in app.button)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_folder_in_the_old_encoding_is_converted_in_one_click_and_the_old_files_are_kept(
    language: str, open_app: Open, tmp_path: Path
) -> None:
    say, old = sentences(language), [f"title: 옛 이야기 {number}\n".encode("cp949") for number in range(7)]
    (tmp_path / "stories").mkdir()
    for number, raw in enumerate(old):
        (tmp_path / "stories" / f"s{number}.yaml").write_bytes(raw)
    app = open_app(tmp_path, language=language)
    assert say("home.broken_files", count=7) in of(app.error)
    app.button(key="convert").click().run()
    assert not app.exception
    assert say("broken.converted", count=7) in of(app.success)
    assert number_of(app, say("home.stories")) == "7"
    assert [history(tmp_path, "stories", f"s{number}")[-1].content for number in range(7)] == old


def test_of_two_sides_of_a_merge_one_is_chosen_on_screen(open_app: Open, library: Path) -> None:
    say, path = sentences("ko"), library / "stories" / "one.yaml"
    text = "title: 하나\n<<<<<<< HEAD\naction: 내 글\n=======\naction: 남의 글\n>>>>>>> other\n"
    path.write_text(text, encoding="utf-8")
    app = open_app(library)
    assert say("problems.conflict-markers") in of(app.error)
    assert "남의" in screen(app) and say("broken.sides") in screen(app)
    app.button(key="second_stories_one").click().run()
    assert not app.exception
    assert path.read_text(encoding="utf-8") == "title: 하나\naction: 남의 글\n"


def test_a_file_that_a_crash_emptied_leads_to_its_earlier_texts(open_app: Open, library: Path) -> None:
    save_fields(read_library(library), "stories", "one", {"headline": "지키고 싶은 글"})
    (library / "stories" / "one.yaml").write_bytes(b"\0" * 300)
    app = open_app(library)
    app.button(key="earlier_stories_one").click().run()
    assert not app.exception
    assert app.title[0].value == sentences("ko")("library.title")
    assert "지키고 싶은 글" in screen(app)
    app.button(key="restore_text").click().run()
    assert read_library(library).story("one").headline == "지키고 싶은 글"
