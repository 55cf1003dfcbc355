"""The file changes, moves or goes while its story is open in the editor: no text is lost or overwritten."""

import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from stories.files.library import read_library
from stories.files.places import SAMPLE
from tests.browser.conftest import Server
from tests.browser.driving import (
    KO,
    box,
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
    settled,
    title,
    told,
    unfold,
    write,
)

pytestmark = pytest.mark.browser
BIBLE = "성경의 문체를 따라하는 seq2seq 모델"


@pytest.fixture(scope="module")
def library_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(SAMPLE, tmp_path_factory.mktemp("library") / "mine"))


def _rewrite(library_folder: Path, story_id: str, name: str, text: str) -> Path:
    """Change one field of a story as an editor outside would; the field has one line."""
    file = library_folder / "stories" / f"{story_id}.yaml"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    place = next(number for number, line in enumerate(lines) if line.startswith(f"{name}:"))
    lines[place] = f"{name}: {text}\n"
    file.write_text("".join(lines), encoding="utf-8")
    return file


def _try_to_save(page: Page) -> None:
    """Press the upper save button, whether or not the page has seen by now that it must not be pressed."""
    page.locator(".st-key-save_top button").click(force=True)


def _story(library_folder: Path, story_id: str):
    return read_library(library_folder).stories[story_id]


def test_another_field_is_merged_and_told(page: Page, app_url: str, library_folder: Path) -> None:
    open_story(page, app_url, "pca-study")
    write(page, "headline", "여기서 쓴 한 줄")
    _rewrite(library_folder, "pca-study", "role", "밖에서 쓴 역할")
    field(page, "headline").press("End")
    page.keyboard.type(" 답")
    expect(told(page, KO("editor.taken_over"))).to_be_visible()
    expect(field(page, "role")).to_have_value("밖에서 쓴 역할")
    expect(field(page, "headline")).to_have_value("여기서 쓴 한 줄 답")
    save(page)
    is_saved(page)
    story = _story(library_folder, "pca-study")
    assert (story.headline, story.role) == ("여기서 쓴 한 줄 답", "밖에서 쓴 역할")


def test_what_another_program_writes_shows_without_a_click(page: Page, app_url: str, library_folder: Path) -> None:
    (library_folder / "stories" / "watched.yaml").write_text("title: 보고 있는 이야기\nrole: 처음\n", encoding="utf-8")
    open_story(page, app_url, "watched")
    write(page, "headline", "여기서 쓰던 글")
    _rewrite(library_folder, "watched", "role", "밖에서 쓴 역할")
    expect(told(page, KO("editor.taken_over"))).to_be_visible()
    expect(field(page, "role")).to_have_value("밖에서 쓴 역할")
    expect(field(page, "headline")).to_have_value("여기서 쓰던 글")
    expect(field(page, "headline")).to_be_focused()
    with (library_folder / "stories" / "watched.yaml").open("a", encoding="utf-8") as file:
        file.write("headline: 밖에서 쓴 한 줄\n")
    expect(told(page, KO("editor.conflict"))).to_be_visible()
    expect(field(page, "headline")).to_have_value("여기서 쓰던 글")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets a test take the disk from a server")
def test_a_story_that_the_disk_refuses_stays_on_screen_and_can_be_downloaded(
    page: Page, server: Server, library_folder: Path
) -> None:
    (library_folder / "stories" / "full.yaml").write_text("title: 꽉 찬 디스크\n", encoding="utf-8")
    open_story(page, server.url, "full")
    with server.without_disk():
        fill(field(page, "headline"), "사라지면 안 되는 글")
        rescue = page.get_by_test_id("stDownloadButton").get_by_role("button", name=KO("autosave.download"))
        expect(rescue).to_be_visible()
        settled(page)
        with page.expect_download() as download:
            click(rescue)
        text = download.value.path().read_text(encoding="utf-8")
        assert text == f"{KO('story.field_headline')}\n사라지면 안 되는 글"
        save(page)
        expect(told(page, "mine/stories")).to_be_visible()
        expect(field(page, "headline")).to_have_value("사라지면 안 되는 글")
        assert _story(library_folder, "full").headline == ""
    save(page)
    is_saved(page)
    expect(rescue).to_have_count(0)
    assert _story(library_folder, "full").headline == "사라지면 안 되는 글"


def test_typing_goes_on_while_messages_come_and_go(page: Page, app_url: str, library_folder: Path) -> None:
    open_story(page, app_url, "lastfm-pipeline")
    headline = field(page, "headline")
    write(page, "headline", "하나")
    save(page)
    expect(told(page, KO("editor.just_saved"))).to_be_visible()
    headline.press("End")
    page.keyboard.type(" 둘 셋 넷 다섯", delay=100)
    expect(told(page, KO("editor.just_saved"))).to_have_count(0)
    expect(headline).to_have_value("하나 둘 셋 넷 다섯")
    settled(page)
    _rewrite(library_folder, "lastfm-pipeline", "role", "밖에서 쓴 역할")
    page.keyboard.type(" 여섯 일곱 여덟", delay=100)
    expect(field(page, "role")).to_have_value("밖에서 쓴 역할")
    expect(headline).to_have_value("하나 둘 셋 넷 다섯 여섯 일곱 여덟")
    expect(headline).to_be_focused()

    # Suggestions appear below the box in which one types.
    task = "갈등을 풀고 리더로 이끌며 고객을 위해 LightGBM으로 예측했다"
    fill(field(page, "task"), "")
    page.keyboard.type(task, delay=60)
    expect(page.get_by_role("button", name="리더십", exact=True)).to_be_visible()
    expect(field(page, "task")).to_have_value(task)
    expect(field(page, "task")).to_be_focused()


def test_a_change_right_before_saving_is_not_overwritten(page: Page, app_url: str, library_folder: Path) -> None:
    open_story(page, app_url, "spark-study")
    write(page, "headline", "여기서 쓴 한 줄 답")
    _rewrite(library_folder, "spark-study", "headline", "밖에서 쓴 한 줄 답")
    _try_to_save(page)
    expect(told(page, KO("editor.conflict"))).to_be_visible()
    assert _story(library_folder, "spark-study").headline == "밖에서 쓴 한 줄 답"
    expect(page.get_by_test_id("stMain")).to_contain_text("밖에서 쓴 한 줄 답")
    expect(field(page, "headline")).to_have_value("여기서 쓴 한 줄 답")
    expect(page.locator(".st-key-save_top button")).to_be_disabled()


@pytest.mark.parametrize(("choice", "wanted"), [("take_mine", "내 글 <b>&amp;"), ("take_theirs", "파일의 글")])
def test_the_same_field_shows_both_texts_and_the_choice_holds(
    choice: str, wanted: str, page: Page, app_url: str, library_folder: Path
) -> None:
    _rewrite(library_folder, "xai-course", "headline", "처음 글")
    open_story(page, app_url, "xai-course")
    write(page, "headline", "내 글 <b>&amp;")
    _rewrite(library_folder, "xai-course", "headline", "파일의 글")
    menu(page, "home")
    menu(page, "story")
    expect(told(page, KO("editor.conflict"))).to_be_visible()
    texts = page.get_by_test_id("stHtml")
    expect(texts.filter(has_text=re.compile("^내 글 <b>&amp;$"))).to_be_visible()
    expect(texts.filter(has_text=re.compile("^파일의 글$"))).to_be_visible()
    press(page, KO(f"editor.{choice}"))
    expect(told(page, KO("editor.conflict"))).to_have_count(0)
    expect(field(page, "headline")).to_have_value(wanted)
    if choice == "take_mine":
        assert _story(library_folder, "xai-course").headline == "파일의 글"
        save(page)
        is_saved(page)
    else:
        is_saved(page)
    assert _story(library_folder, "xai-course").headline == wanted


def test_a_field_emptied_elsewhere_is_a_choice_too(page: Page, app_url: str, library_folder: Path) -> None:
    open_story(page, app_url, "elice-challenge")
    write(page, "headline", "여기서 쓴 글")
    _rewrite(library_folder, "elice-challenge", "headline", "")
    menu(page, "home")
    menu(page, "story")
    expect(told(page, KO("editor.conflict"))).to_be_visible()
    expect(page.get_by_test_id("stHtml").filter(has_text=re.compile("^여기서 쓴 글$"))).to_be_visible()
    press(page, KO("editor.take_theirs"))
    expect(field(page, "headline")).to_have_value("")
    is_saved(page)


def test_two_windows_that_save_one_story(open_page: Callable[..., Page], app_url: str, library_folder: Path) -> None:
    first, second = open_page(), open_page()
    for page in (first, second):
        open_story(page, app_url, "kaggle-study")
    write(first, "headline", "첫 창의 글")
    write(second, "headline", "둘째 창의 글")
    save(first)
    is_saved(first)
    _try_to_save(second)
    expect(told(second, KO("editor.conflict"))).to_be_visible()
    assert _story(library_folder, "kaggle-study").headline == "첫 창의 글"
    press(second, KO("editor.take_mine"))
    save(second)
    is_saved(second)
    assert _story(library_folder, "kaggle-study").headline == "둘째 창의 글"


@pytest.mark.parametrize("seen_by", ["typing", "another screen", "reload"])
def test_a_deleted_file_leaves_the_text_and_it_is_saved_as_new(
    seen_by: str, page: Page, app_url: str, library_folder: Path
) -> None:
    story_id = f"lost-by-{seen_by.replace(' ', '-')}"
    file = library_folder / "stories" / f"{story_id}.yaml"
    file.write_text(f"title: 사라질 이야기 {seen_by}\naction: 했던 일\n", encoding="utf-8")
    open_story(page, app_url, story_id)
    write(page, "headline", "사라지지 않을 글")
    file.unlink()
    if seen_by == "typing":
        page.keyboard.type("!")
    elif seen_by == "reload":
        page.reload()
    else:
        menu(page, "home")
        menu(page, "story")
    expect(told(page, KO("editor.gone"))).to_be_visible()
    expect(field(page, "headline")).to_have_value("사라지지 않을 글" + "!" * (seen_by == "typing"))
    press(page, KO("editor.save_as_new"))
    expect(told(page, KO("editor.gone"))).to_have_count(0)
    is_saved(page)
    saved = [one for one in read_library(library_folder).stories.values() if "사라지지 않을 글" in one.headline]
    assert len(saved) == 1
    if seen_by != "reload":
        assert saved[0].action == "했던 일"
    next((library_folder / "stories").glob(f"{saved[0].id}.yaml")).unlink()


def test_a_file_that_comes_back_can_be_saved_again(page: Page, app_url: str, library_folder: Path) -> None:
    file = library_folder / "stories" / "ppt-pose-trainer.yaml"
    open_story(page, app_url, "ppt-pose-trainer")
    write(page, "headline", "다시 만난 글")
    file.rename(file.with_suffix(".away"))
    page.keyboard.type("!")
    expect(told(page, KO("editor.gone"))).to_be_visible()
    file.with_suffix(".away").rename(file)
    page.keyboard.type("!")
    expect(told(page, KO("editor.gone"))).to_have_count(0)
    save(page)
    is_saved(page)
    assert _story(library_folder, "ppt-pose-trainer").headline == "다시 만난 글!!"


def test_a_file_that_is_broken_meanwhile_is_never_written(page: Page, app_url: str, library_folder: Path) -> None:
    file = library_folder / "stories" / "cnn-in-tensorflow.yaml"
    open_story(page, app_url, "cnn-in-tensorflow")
    write(page, "headline", "내 글")
    broken = file.read_bytes() + b"claims:\n\t- text: x\n"
    file.write_bytes(broken)
    _try_to_save(page)
    expect(told(page, KO("editor.gone"))).to_be_visible()
    expect(field(page, "headline")).to_have_value("내 글")
    assert file.read_bytes() == broken


def test_renamed_and_archived(page: Page, app_url: str, library_folder: Path) -> None:
    go(page, app_url, "story")
    choose_story(page, BIBLE)
    write(page, "headline", "이름을 바꿔도 남는 글")
    unfold(page, KO("editor.file"))
    name = page.get_by_label(KO("editor.file_name"))
    expect(name).to_have_value("bible-seq2seq")
    name.fill("../밖")
    name.press("Enter")
    settled(page)
    press(page, KO("editor.rename"))
    expect(told(page, KO("errors.unsafe-name", id="../밖"))).to_be_visible()
    name.fill("성경 문체")
    name.press("Enter")
    settled(page)
    press(page, KO("editor.rename"))
    expect(told(page, KO("errors.unsafe-name", id="성경 문체"))).to_be_visible()
    name.fill("성경-문체")
    name.press("Enter")
    settled(page)
    press(page, KO("editor.rename"))
    expect(page).not_to_have_url(re.compile("bible-seq2seq"))
    settled(page)
    expect(field(page, "headline")).to_have_value("이름을 바꿔도 남는 글")
    stories = library_folder / "stories"
    assert (stories / "성경-문체.yaml").is_file() and not (stories / "bible-seq2seq.yaml").exists()
    save(page)
    is_saved(page)
    assert _story(library_folder, "성경-문체").headline == "이름을 바꿔도 남는 글"

    unfold(page, KO("editor.file"))
    press(page, KO("editor.archive"))
    title(page, KO("story.title"))
    expect(card(page, BIBLE)).to_have_count(0)
    assert "성경-문체" in read_library(library_folder).archived
    click(page.get_by_text(KO("story.archived"), exact=True))
    choose_story(page, BIBLE)
    unfold(page, KO("editor.file"))
    press(page, KO("editor.unarchive"))
    title(page, KO("story.title"))
    assert "성경-문체" in read_library(library_folder).stories


def test_a_story_deleted_in_the_editor_leads_back_to_the_list(page: Page, app_url: str, library_folder: Path) -> None:
    file = library_folder / "stories" / "away.yaml"
    file.write_text("title: 지울 이야기\naction: 했던 일\n", encoding="utf-8")
    go(page, app_url, "story")
    choose_story(page, "지울 이야기")
    unfold(page, KO("editor.file"))
    press(page, KO("trash.delete"))
    press(page, KO("trash.delete_now", name="지울 이야기"))
    title(page, KO("story.title"))
    expect(told(page, KO("trash.deleted", name="지울 이야기"))).to_be_visible()
    expect(page.get_by_test_id("stHtml").filter(has_text="지울 이야기")).to_have_count(0)
    assert not file.exists()


def test_the_folder_that_goes_and_comes_back_is_told_and_the_typed_text_is_there(
    page: Page, app_url: str, library_folder: Path
) -> None:
    (library_folder / "stories" / "moved.yaml").write_text("title: 옮겨 다니는 이야기\n", encoding="utf-8")
    open_story(page, app_url, "moved")
    write(page, "headline", "폴더가 없어도 남는 글")
    away = library_folder.with_name("away")
    library_folder.rename(away)
    expect(told(page, KO("library.typed_is_kept"))).to_be_visible()
    away.rename(library_folder)
    expect(field(page, "headline")).to_have_value("폴더가 없어도 남는 글")


def test_the_list_finds_stories_while_one_types(page: Page, app_url: str, library_folder: Path) -> None:
    go(page, app_url, "story")
    fill(box(page, KO("story.search")), "타이타닉")
    first = page.get_by_test_id("stHtml").filter(has=page.locator(".sb-headline")).first
    expect(first).to_contain_text("타이타닉 과제 (lgbm)")
