"""The whole job in one: a question, the story that answers it, a better headline, and the sheet to take along."""

import difflib
import re
import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Page, expect

from stories.files.library import read_library
from stories.files.places import SAMPLE
from tests.browser.driving import (
    EN,
    KO,
    box,
    choose_story,
    click,
    counter,
    field,
    fill,
    go,
    menu,
    press,
    save,
    settled,
    speak,
    title,
    told,
)

pytestmark = pytest.mark.browser
FOREIGN = "mood: 좋음  # 내가 더한 항목\n"


@pytest.fixture(scope="module")
def library_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = Path(shutil.copytree(SAMPLE, tmp_path_factory.mktemp("library") / "mine"))
    story = folder / "stories" / "big-contest-churn.yaml"
    text = story.read_text(encoding="utf-8").replace("period:\n", "period:  # 나중에 찾아보기\n")
    story.write_text(f"# 내 메모\n{text}{FOREIGN}", encoding="utf-8")
    return folder


def test_from_a_question_to_a_saved_story_and_its_sheet(
    page: Page, app_url: str, library_folder: Path, compose: Callable[..., None]
) -> None:
    story = library_folder / "stories" / "big-contest-churn.yaml"
    before = story.read_bytes()
    everything = {path: path.read_bytes() for path in library_folder.rglob("*.yaml")}
    go(page, app_url)
    menu(page, "find")

    # Results stand while the last syllable is still being composed, and change with it.
    asked = box(page, KO("find.label"))
    click(asked)
    page.keyboard.insert_text("기억에 남는 도")
    understood = page.get_by_test_id("stHtml").filter(has_text=KO("find.understood"))
    expect(understood).to_contain_text("경험")
    expect(understood).not_to_contain_text("도전·성취")
    compose(page, ["ㅈ", "저", "전"], None)
    expect(understood).to_contain_text("도전·성취")
    expect(asked).to_have_value("기억에 남는 도전")
    compose(page, [], "전")
    page.keyboard.insert_text("은?")
    expect(asked).to_have_value("기억에 남는 도전은?")
    fill(asked, "가장 어려웠던 도전은?")

    # The story that answers it comes first, with a reason and the sentence marked.
    stories = page.locator(".sb-reasons")
    first = page.get_by_test_id("stHtml").filter(has=stories).first
    expect(first).to_contain_text("빅 콘테스트 챔피언 리그")
    expect(first).to_contain_text("묻는 역량을 보여 줍니다: 도전·성취")
    settled(page)
    marks = page.locator(".sb-star mark")
    expect(marks.first).to_have_text("나에게 최고 어려웠던 도전은 빅 콘테스트다.")

    # What was taken back is told where it belongs, and nowhere else.
    warned = page.locator(".sb-reasons .against").filter(has_text="철회한 말이 있습니다")
    expect(warned.first).to_be_visible()
    settled(page)
    cards = page.get_by_test_id("stHtml").filter(has=warned)
    warnings = cards.all_inner_texts()
    assert warnings and all("last.fm" in text for text in warnings)
    expect(page.locator(".sb-retracted:visible")).to_have_count(0)
    card = page.get_by_test_id("stVerticalBlock").filter(has=page.locator(".st-key-edit_lastfm-pipeline")).last
    click(card.get_by_text(KO("find.read")))
    expect(page.locator(".sb-retracted:visible").first).to_contain_text("CICD")

    # The editor opens from there; the count follows every letter, over the limit too.
    click(page.locator(".st-key-edit_big-contest-churn button"))
    title(page, "빅 콘테스트 챔피언 리그: 리니지 이탈 유저와 평균 결제액 예측")
    headline = "0.065%가 매출의 11%였다"
    fill(field(page, "headline"), headline)
    expect(counter(page, "headline")).to_have_text(f"{len(headline)} / 50자")
    page.keyboard.type("가" * 40)
    expect(counter(page, "headline")).to_have_text(f"{len(headline) + 40} / 50자")
    expect(counter(page, "headline")).to_have_class("over")
    for _ in range(40):
        page.keyboard.press("Backspace")
    expect(counter(page, "headline")).to_have_text(f"{len(headline)} / 50자")
    expect(told(page, KO("editor.unsaved", fields=KO("story.field_headline")))).to_have_count(2)
    assert story.read_bytes() == before

    # Saving changes the lines of that field only; comments and foreign keys stay, and no other file is touched.
    save(page)
    expect(told(page, KO("editor.just_saved"))).to_be_visible()
    now = story.read_bytes()
    changed = [
        line
        for line in difflib.ndiff(before.decode().splitlines(), now.decode().splitlines())
        if line.startswith(("+", "-"))
    ]
    assert len(changed) == 2
    assert changed[0].startswith("- headline:") and changed[1] == f"+ headline: {headline}"
    assert FOREIGN in now.decode() and "period:  # 나중에 찾아보기" in now.decode()
    assert {path: path.read_bytes() for path in everything if path != story} == {
        path: raw for path, raw in everything.items() if path != story
    }

    # The sheet on the screen and both files say it.
    menu(page, "export")
    click(page.get_by_role("combobox", name=KO("export.application")))
    click(page.get_by_role("option", name="KT", exact=True))
    expect(page.locator(".sb-paper")).to_contain_text(headline)
    settled(page)
    with page.expect_download() as word:
        press(page, KO("export.download_prep-sheet"))
    assert word.value.suggested_filename.endswith("kt.docx")
    document = Document(BytesIO(Path(word.value.path()).read_bytes()))
    text = "\n".join(
        [one.text for one in document.paragraphs]
        + [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    )
    assert headline in text and "최고 어려웠던 도전" in text and "KT" in text
    settled(page)
    with page.expect_download() as markdown:
        press(page, KO("export.download_prep-sheet-markdown"))
    assert markdown.value.suggested_filename.endswith(".md")
    written = Path(markdown.value.path()).read_text(encoding="utf-8")
    assert "최고 어려웠던 도전" in written and re.sub(r"\W", "", headline) in re.sub(r"\W", "", written)
    assert len(read_library(library_folder).stories) == len(list((SAMPLE / "stories").glob("*.yaml")))


def test_english_by_the_switch_and_by_the_browser(open_page: Callable[..., Page], app_url: str) -> None:
    page = open_page(locale="en-US")
    go(page, app_url, say=EN)
    expect(page.get_by_test_id("stSidebarNav")).to_contain_text(EN("find.title"))
    menu(page, "find", EN)
    expect(box(page, EN("find.label"))).to_be_visible()

    page = open_page(locale="ko-KR")
    go(page, app_url, "story")
    speak(page, EN)
    title(page, EN("story.title"))
    menu(page, "export", EN)
    title(page, EN("export.title"))
    with page.expect_download() as word:
        press(page, EN("export.download_prep-sheet"))
    document = Document(BytesIO(Path(word.value.path()).read_bytes()))
    assert EN("prep_sheet.questions") in [one.text for one in document.paragraphs]


def test_what_is_typed_stays_when_the_language_changes(page: Page, app_url: str) -> None:
    go(page, app_url, "find")
    click(box(page, KO("find.label")))
    page.keyboard.type("갈등을 푼 경험은?")
    expect(page.get_by_text(KO("find.understood"))).to_be_visible()
    speak(page, EN)
    title(page, EN("find.title"))
    expect(box(page, EN("find.label"))).to_have_value("갈등을 푼 경험은?")
    expect(page.get_by_text(EN("find.understood"))).to_be_visible()


def test_a_story_is_created_where_none_fits(page: Page, app_url: str, library_folder: Path) -> None:
    folder = library_folder / "stories"
    before = {path.name for path in folder.iterdir()}
    question = "상사의 부당한 지시를 거절한 경험은?"
    go(page, app_url, "find")
    fill(box(page, KO("find.label")), question)
    expect(told(page, KO("find.none_story"))).to_be_visible()
    settled(page)
    button = page.get_by_role("button", name=re.compile("이야기 쓰기"))
    competency = re.search("‘(.+?)’", button.inner_text())
    assert competency
    click(button)
    title(page, KO("story.new"))
    expect(page.get_by_test_id("stAlert")).to_contain_text(question)
    expect(page.get_by_test_id("stMultiSelect")).to_contain_text(competency[1])
    fill(field(page, "title"), "야근 대신 재고표를 고친 일")
    press(page, KO("story.create"))
    title(page, "야근 대신 재고표를 고친 일")
    made = {path.name for path in folder.iterdir()} - before
    assert made == {"야근-대신-재고표를-고친-일.yaml"}
    story = read_library(library_folder).stories["야근-대신-재고표를-고친-일"]
    assert story.title == "야근 대신 재고표를 고친 일" and len(story.competencies) == 1


def test_a_story_far_down_in_the_list_opens_at_its_top(page: Page, app_url: str) -> None:
    go(page, app_url, "story")
    choose_story(page, "타이타닉 과제 (lgbm)")
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    expect(page.get_by_role("heading", level=1)).to_have_text("타이타닉 과제 (lgbm)")


def test_the_question_is_not_in_the_address(page: Page, server, library_folder: Path) -> None:
    addresses: list[str] = []
    page.on("request", lambda request: addresses.append(request.url))
    page.on("framenavigated", lambda frame: addresses.append(frame.url))
    go(page, server.url, "find")
    fill(box(page, KO("find.label")), "zebraquestion 기억에 남는 도전은?")
    expect(page.get_by_text(KO("find.understood"))).to_be_visible()
    menu(page, "story")
    menu(page, "find")
    assert addresses and not [url for url in [page.url, *addresses] if "zebraquestion" in url]
    assert "zebraquestion" not in server.output()
