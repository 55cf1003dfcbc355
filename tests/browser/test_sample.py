"""A first run: the sample is open, typing there leads to a library of one's own, and the sample never changes."""

import hashlib
import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from stories.files.library import read_library
from stories.files.places import SAMPLE
from tests.browser.driving import (
    KO,
    box,
    choose_story,
    click,
    field,
    fill,
    go,
    is_saved,
    open_story,
    press,
    save,
    settled,
    title,
    told,
    write,
)

pytestmark = pytest.mark.browser
ROOT_OF_SAMPLES = SAMPLE.parent


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def surroundings(home: Path) -> dict[str, str | None]:
    return {"STORYBANK_LIBRARY": None, "HOME": str(home), "USERPROFILE": str(home)}


@pytest.fixture
def own(home: Path) -> Path:
    """The place of one's own library, where there is none yet."""
    shutil.rmtree(home / "storybank", ignore_errors=True)
    return home / "storybank"


@pytest.fixture(autouse=True)
def untouched():
    """Compare every byte of the samples before and after."""
    before = _marks()
    yield
    assert _marks() == before


def _marks() -> dict[str, str]:
    paths = sorted(path for path in ROOT_OF_SAMPLES.rglob("*") if path.is_file())
    return {str(path.relative_to(ROOT_OF_SAMPLES)): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def _write_and_save(page: Page, url: str, text: str) -> None:
    open_story(page, url, "titanic-lgbm")
    write(page, "headline", text)
    save(page)
    expect(told(page, KO("editor.sample", folder=""))).to_be_visible()
    expect(field(page, "headline")).to_have_value(text)


def _is_saved(page: Page, text: str) -> None:
    expect(page.get_by_test_id("stSidebar")).to_contain_text(KO("library.open"))
    is_saved(page)
    settled(page)
    expect(field(page, "headline")).to_have_value(text)


def test_typed_in_the_sample_and_saved_into_a_copy_of_it(page: Page, app_url: str, own: Path) -> None:
    _write_and_save(page, app_url, "샘플에서 쓴 글")
    assert not own.exists()
    press(page, KO("editor.sample_copy"))
    _is_saved(page, "샘플에서 쓴 글")
    library = read_library(own)
    assert sorted(library.stories) == sorted(path.stem for path in (SAMPLE / "stories").glob("*.yaml"))
    assert library.stories["titanic-lgbm"].headline == "샘플에서 쓴 글"
    assert not library.problems


def test_typed_in_the_sample_and_saved_alone(page: Page, app_url: str, own: Path) -> None:
    _write_and_save(page, app_url, "혼자 옮긴 글")
    press(page, KO("editor.sample_alone"))
    _is_saved(page, "혼자 옮긴 글")
    stories = list(read_library(own).stories.values())
    assert [one.headline for one in stories] == ["혼자 옮긴 글"]
    assert stories[0].learned == read_library(SAMPLE).stories["titanic-lgbm"].learned

    # Back in the sample nothing is left of it.
    press(page, KO("library.look_at_sample"))
    title(page, KO("story.title"))
    choose_story(page, "타이타닉 과제 (lgbm)")
    is_saved(page)


def test_typed_in_the_sample_and_saved_into_the_library_that_is_there(page: Page, app_url: str, own: Path) -> None:
    go(page, app_url)
    press(page, KO("library.start_empty"))
    expect(told(page, KO("home.no_stories"))).to_be_visible()
    press(page, KO("library.look_at_sample"))
    expect(page.get_by_role("button", name=KO("library.back_to_own"))).to_be_visible()
    click(page.get_by_test_id("stSidebarNav").get_by_role("link", name=KO("story.title"), exact=True))
    title(page, KO("story.title"))
    choose_story(page, "MML 스터디와 PCA")
    write(page, "headline", "있던 보관함으로 간 글")
    save(page)
    press(page, KO("editor.sample_into_own"))
    _is_saved(page, "있던 보관함으로 간 글")
    assert [one.headline for one in read_library(own).stories.values()] == ["있던 보관함으로 간 글"]


def test_a_new_story_in_the_sample_starts_a_library_and_keeps_the_title(page: Page, app_url: str, own: Path) -> None:
    go(page, app_url, "story")
    expect(box(page, KO("story.search"))).to_be_visible()
    press(page, KO("story.new"))
    title(page, KO("story.new"))
    fill(field(page, "title"), "내 첫 이야기")
    expect(told(page, KO("story.sample_first"))).to_be_visible()
    click(page.get_by_test_id("stMain").get_by_role("button", name=KO("library.start_empty")))
    expect(page.get_by_role("button", name=KO("story.create"))).to_be_visible()
    expect(field(page, "title")).to_have_value("내 첫 이야기")
    press(page, KO("story.create"))
    title(page, "내 첫 이야기")
    assert [one.title for one in read_library(own).stories.values()] == ["내 첫 이야기"]


def test_on_a_phone_nothing_is_cut_and_the_menu_is_there(open_page, app_url: str, own: Path) -> None:
    page = open_page(width=390, height=844)
    for screen in ("home", "find", "story", "export"):
        go(page, app_url, screen)
        if screen == "find":
            fill(box(page, KO("find.label")), "가장 어려웠던 도전은?")
            expect(page.get_by_text(KO("find.understood"))).to_be_visible()
        settled(page)
        assert _overflow(page) <= 0, screen
    open_story(page, app_url, "big-contest-churn")
    assert _overflow(page) <= 0
    click(page.get_by_role("button", name=re.compile("sidebar", re.IGNORECASE)).first)
    link = page.get_by_test_id("stSidebarNav").get_by_role("link", name=KO("find.title"), exact=True)
    expect(link).to_be_in_viewport()
    click(link)
    title(page, KO("find.title"))
    expect(box(page, KO("find.label"))).to_be_in_viewport()


def _overflow(page: Page) -> int:
    """Return by how many pixels the screen is wider than the window."""
    return page.evaluate(
        """() => Math.max(...[document.scrollingElement, document.querySelector('[data-testid=stMain]')]
            .map((one) => one.scrollWidth - one.clientWidth))"""
    )
