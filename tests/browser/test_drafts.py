"""Text that is typed and not saved: no other screen, reload, second window or dead server takes it away."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from benchmarks.durability_browser.drafts import ENDS, drafts
from stories.files.library import read_library
from stories.files.places import SAMPLE
from tests.browser.conftest import Server
from tests.browser.driving import (
    KO,
    card,
    choose_story,
    click,
    field,
    fill,
    go,
    is_saved,
    menu,
    open_story,
    press,
    save,
    title,
    told,
    write,
)

pytestmark = pytest.mark.browser
UNSAVED_HEADLINE = KO("editor.unsaved", fields=KO("story.field_headline"))


@pytest.fixture(scope="module")
def library_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(SAMPLE, tmp_path_factory.mktemp("library") / "mine"))


def _file(library_folder: Path, story_id: str) -> Path:
    return library_folder / "stories" / f"{story_id}.yaml"


def test_it_survives_another_screen_and_the_list(page: Page, app_url: str, library_folder: Path) -> None:
    before = _file(library_folder, "pca-study").read_bytes()
    open_story(page, app_url, "pca-study")
    write(page, "headline", "쓰다 만 한 줄")
    menu(page, "home")
    expect(told(page, "저장하지 않은 글이 있습니다")).to_contain_text("MML 스터디와 PCA")
    menu(page, "story")
    expect(field(page, "headline")).to_have_value("쓰다 만 한 줄")
    press(page, KO("story.back"))
    title(page, KO("story.title"))
    expect(page.get_by_text(KO("story.unsaved_mark"))).to_have_count(1)
    choose_story(page, "MML 스터디와 PCA")
    expect(field(page, "headline")).to_have_value("쓰다 만 한 줄")

    # The last letters are kept, too, when one leaves at once.
    field(page, "headline").press("End")
    page.keyboard.type(" 끝까지")
    menu(page, "home")
    menu(page, "story")
    expect(field(page, "headline")).to_have_value("쓰다 만 한 줄 끝까지")
    assert _file(library_folder, "pca-study").read_bytes() == before


def test_a_second_story_has_a_draft_of_its_own(page: Page, app_url: str) -> None:
    open_story(page, app_url, "xai-course")
    write(page, "headline", "하나의 초안")
    open_story(page, app_url, "kaggle-study")
    expect(told(page, KO("editor.saved")).first).to_be_visible()
    write(page, "headline", "둘째 초안")
    open_story(page, app_url, "xai-course")
    expect(field(page, "headline")).to_have_value("하나의 초안")


def test_it_survives_a_reload_and_is_said_to_be_unsaved(page: Page, app_url: str, library_folder: Path) -> None:
    before = _file(library_folder, "elice-challenge").read_bytes()
    open_story(page, app_url, "elice-challenge")
    write(page, "headline", "새로 고쳐도 남는 글")
    page.reload()
    expect(field(page, "headline")).to_have_value("새로 고쳐도 남는 글")
    expect(told(page, KO("editor.restored"))).to_be_visible()
    expect(told(page, UNSAVED_HEADLINE)).to_have_count(2)
    save(page)
    is_saved(page)
    assert read_library(library_folder).stories["elice-challenge"].headline == "새로 고쳐도 남는 글"
    assert before != _file(library_folder, "elice-challenge").read_bytes()
    page.reload()
    is_saved(page)


def test_two_windows_keep_the_drafts_of_both_for_a_third(open_page: Callable[..., Page], app_url: str) -> None:
    first, second = open_page(), open_page()
    open_story(first, app_url, "ppt-pose-trainer")
    open_story(second, app_url, "ppt-pose-trainer")
    write(first, "headline", "첫 창의 한 줄 답")
    write(second, "task", "둘째 창의 과제")
    for page in (first, second):
        page.context.close()

    # They are there in another browser, too.
    third = open_page()
    open_story(third, app_url, "ppt-pose-trainer")
    expect(field(third, "headline")).to_have_value("첫 창의 한 줄 답")
    expect(field(third, "task")).to_have_value("둘째 창의 과제")
    expect(told(third, KO("editor.restored"))).to_be_visible()


def test_saving_with_the_cursor_in_the_box_saves_all_of_it(page: Page, app_url: str, library_folder: Path) -> None:
    open_story(page, app_url, "cnn-in-tensorflow")
    write(page, "headline", "커서가")
    page.keyboard.type(" 상자 안에 있는 채로")
    click(page.locator(".st-key-save_top button"))
    is_saved(page)
    assert read_library(library_folder).stories["cnn-in-tensorflow"].headline == "커서가 상자 안에 있는 채로"
    is_saved(page)


def test_a_text_that_is_taken_back_leaves_no_draft(page: Page, app_url: str, library_folder: Path) -> None:
    open_story(page, app_url, "lastfm-pipeline")
    was = read_library(library_folder).stories["lastfm-pipeline"].headline
    write(page, "headline", "잠깐 쓴 글")
    fill(field(page, "headline"), was)
    is_saved(page)
    go(page, app_url, "story")
    expect(card(page, "last.fm")).not_to_contain_text(KO("story.unsaved_mark"))


def test_it_survives_the_death_of_the_server(page: Page, server: Server, library_folder: Path) -> None:
    file = _file(library_folder, "bible-seq2seq")
    before = file.read_bytes()
    open_story(page, server.url, "bible-seq2seq")
    write(page, "headline", "서버가 죽기 전에 쓴 글")
    server.kill()
    server.start()

    # The tab that stayed open finds the server again, with its text, and does not say that it is saved.
    expect(told(page, KO("editor.restored"))).to_be_visible()
    expect(field(page, "headline")).to_have_value("서버가 죽기 전에 쓴 글")
    expect(told(page, UNSAVED_HEADLINE)).to_have_count(2)
    assert file.read_bytes() == before

    # So does a new tab; and what is saved then is that text.
    server.kill()
    server.start()
    page.reload()
    expect(field(page, "headline")).to_have_value("서버가 죽기 전에 쓴 글")
    save(page)
    is_saved(page)
    assert read_library(library_folder).stories["bible-seq2seq"].headline == "서버가 죽기 전에 쓴 글"


def test_what_is_typed_while_the_server_is_dead_is_not_lost(page: Page, server: Server, library_folder: Path) -> None:
    file = _file(library_folder, "titanic-lgbm")
    before = file.read_bytes()
    open_story(page, server.url, "titanic-lgbm")
    write(page, "headline", "죽기 전")
    server.kill()
    expect(page.get_by_test_id("stApp")).not_to_have_attribute("data-test-connection-state", "CONNECTED")
    page.keyboard.type(" 그리고 죽은 동안", delay=700)  # long enough for Streamlit's dialog, which takes the cursor
    expect(field(page, "headline")).to_have_value("죽기 전 그리고 죽은 동안")
    expect(field(page, "headline")).to_be_focused()
    expect(page.get_by_role("dialog")).to_have_count(0)
    server.start()
    expect(told(page, KO("editor.restored"))).to_be_visible()
    expect(field(page, "headline")).to_have_value("죽기 전 그리고 죽은 동안")
    expect(told(page, UNSAVED_HEADLINE)).to_have_count(2)
    assert file.read_bytes() == before
    save(page)
    is_saved(page)
    assert read_library(library_folder).stories["titanic-lgbm"].headline == "죽기 전 그리고 죽은 동안"


def test_no_letter_older_than_three_seconds_is_lost_and_saved_means_saved(
    browser: Browser, server: Server, library_folder: Path
) -> None:
    rounds = 20 if os.environ.get("CI") else len(ENDS)
    found = drafts(browser, server, library_folder, rounds)
    assert found.tried == rounds
    assert not found.wrong, found.examples
    assert all(any(seen.startswith(f"{end}, ") for seen in found.seen) for end in ENDS)
