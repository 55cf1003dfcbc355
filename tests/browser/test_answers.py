"""From the form to the answer in a real browser: paste, plan, draft, cut, check, and nothing typed is lost."""

import re
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from languages import sentences
from stories.files.library import read_library
from stories.files.places import SAMPLE
from stories.files.versions import versions_of
from stories.model.application import Application, AskedByForm
from stories.writing.count import count
from tests.browser.conftest import Server
from tests.browser.driving import box, click, fill, go, press, settled, told, unfold

pytestmark = pytest.mark.browser
KO = sentences("ko")
FORM = """1. 지원한 이유와 입사 후 이루고 싶은 것을 적어 주십시오. (700자 이내)
2. 가장 어려웠던 도전과 그 과정에서 배운 점을 적어 주십시오. (1500자 이내)
3. 새로운 것을 끊임없이 공부한 경험을 적어 주십시오. (1000자 이내)
4. 스스로 계획하고 실행한 프로젝트를 적어 주십시오. (1000자 이내)
"""


@pytest.fixture(scope="module")
def library_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(SAMPLE, tmp_path_factory.mktemp("own") / "library"))


@pytest.fixture
def application(library_folder: Path) -> Callable[[str], Path]:
    """Return what writes a new application with one question about the hardest challenge."""

    def application(name: str, draft: str = "", limit: str = "500") -> Path:
        text = "".join(f"      {line}\n" for line in draft.splitlines())
        written = f"    draft: |\n{text}" if draft else "    draft:\n"
        path = library_folder / "applications" / f"{name}.yaml"
        path.write_text(
            f"company: 한빛데이터\nposition: {name}\nquestions:\n"
            f"  - question: 최고 어려웠던 도전\n    limit: '{limit}'\n"
            f"    stories: [big-contest-churn]\n{written}",
            encoding="utf-8",
        )
        return path

    return application


def read(library_folder: Path, name: str) -> Application:
    return read_library(library_folder).applications[name]


def asked(library_folder: Path, name: str) -> AskedByForm:
    return read(library_folder, name).questions[0]


def open_answer(page: Page, url: str, name: str, number: int = 1) -> Locator:
    """Open the editor of an answer by its address; return its box."""
    page.goto(f"{url}/application?application={name}&question={number}")
    expect(box(page, KO("answer.label"))).to_be_visible()
    settled(page)
    return box(page, KO("answer.label"))


def panel(page: Page, name: str) -> None:
    """Choose one of the tools below the text."""
    click(page.get_by_role("radio", name=KO(f"answer.{name}")))
    settled(page)


def in_file(library_folder: Path, name: str, text: str, seconds: float = 2) -> None:
    """Wait until the file holds the text."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and asked(library_folder, name).draft != text:
        time.sleep(0.05)
    assert asked(library_folder, name).draft == text


def test_a_form_is_pasted_planned_drafted_and_saved_in_one_sitting(
    page: Page, app_url: str, library_folder: Path
) -> None:
    go(page, app_url, "application")
    unfold(page, KO("application.new"))
    fill(box(page, KO("application.company")), "한빛데이터")
    fill(box(page, KO("application.position")), "데이터 분석")
    settled(page)
    press(page, KO("application.create"))
    expect(page.get_by_role("heading", level=1)).to_have_text("한빛데이터 데이터 분석")
    settled(page)
    fill(box(page, KO("application.paste_label")), FORM)
    button = page.get_by_role("button", name=KO("application.add_pasted", count=4))
    expect(button).to_be_visible()
    settled(page)
    click(button)
    expect(page.locator("[class*='st-key-question_card_']")).to_have_count(4)
    settled(page)
    made = read(library_folder, "한빛데이터-데이터-분석")
    assert [one.limit for one in made.questions] == ["700", "1500", "1000", "1000"]
    expect(page.locator(".st-key-question_card_2")).to_contain_text("빅 콘테스트")

    click(page.locator(".st-key-write_2 button"))
    expect(box(page, KO("answer.label"))).to_be_visible()
    settled(page)
    press(page, KO("first_draft.take"))
    expect(box(page, KO("answer.label"))).not_to_have_value("")
    settled(page)
    written = box(page, KO("answer.label")).input_value()
    in_application = read(library_folder, "한빛데이터-데이터-분석").questions[1]
    assert in_application.draft == written
    assert 0 < count(written).characters <= 1500

    page.reload()
    expect(box(page, KO("answer.label"))).to_have_value(written)


def test_what_is_typed_stands_in_the_file_within_two_seconds_and_after_a_reload(
    page: Page, app_url: str, library_folder: Path, application: Callable[..., Path]
) -> None:
    application("typed")
    answer = open_answer(page, app_url, "typed")
    answer.click()
    page.keyboard.type("제가 가장 어려웠던 도전은 빅 콘테스트였습니다.", delay=5)
    in_file(library_folder, "typed", "제가 가장 어려웠던 도전은 빅 콘테스트였습니다.")
    page.reload()
    expect(box(page, KO("answer.label"))).to_have_value("제가 가장 어려웠던 도전은 빅 콘테스트였습니다.")


def test_the_gauge_counts_a_syllable_that_is_still_being_composed(
    page: Page, app_url: str, application: Callable[..., Path], compose: Callable[..., None]
) -> None:
    application("composed", limit="10")
    answer = open_answer(page, app_url, "composed")
    answer.click()
    compose(page, ["ㅎ", "하", "한"], None)
    expect(page.get_by_role("meter")).to_have_attribute("aria-valuetext", re.compile("^1 / 10"))
    compose(page, ["한"], "한빛데이터에지원했습니다")
    expect(page.get_by_role("meter")).to_have_attribute("aria-valuetext", re.compile("^12 / 10"))
    expect(answer).to_have_value("한빛데이터에지원했습니다")


def test_an_answer_changed_in_two_windows_shows_both_texts_and_loses_none(
    open_page: Callable[..., Page], app_url: str, library_folder: Path, application: Callable[..., Path]
) -> None:
    application("both", "처음 글입니다.")
    one, two = open_page(), open_page()
    first, second = open_answer(one, app_url, "both"), open_answer(two, app_url, "both")
    fill(first, "한 창의 글입니다.")
    in_file(library_folder, "both", "한 창의 글입니다.")
    fill(second, "다른 창의 글입니다.")
    expect(told(two, KO("autosave.conflict"))).to_be_visible()
    assert asked(library_folder, "both").draft == "한 창의 글입니다."
    settled(two)
    press(two, KO("editor.take_both"))
    expect(second).to_have_value("다른 창의 글입니다.\n\n한 창의 글입니다.")
    in_file(library_folder, "both", "다른 창의 글입니다.\n\n한 창의 글입니다.")


def test_an_edit_in_another_program_shows_in_the_open_answer(
    page: Page, app_url: str, application: Callable[..., Path]
) -> None:
    path = application("outside", "처음 글입니다.")
    answer = open_answer(page, app_url, "outside")
    path.write_text(path.read_text(encoding="utf-8").replace("처음 글", "밖에서 고친 글"), encoding="utf-8")
    panel(page, "versions")
    expect(answer).to_have_value("밖에서 고친 글입니다.")


def test_what_was_typed_while_the_server_was_gone_is_saved_when_it_is_back(
    page: Page, server: Server, app_url: str, library_folder: Path, application: Callable[..., Path]
) -> None:
    application("gone")
    answer = open_answer(page, app_url, "gone")
    fill(answer, "서버가 있을 때 쓴 글")
    in_file(library_folder, "gone", "서버가 있을 때 쓴 글")
    server.kill()
    answer.press("End")
    page.keyboard.type("과 없을 때 쓴 글")
    server.start()
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-connection-state", "CONNECTED")
    wanted = "서버가 있을 때 쓴 글과 없을 때 쓴 글"
    in_file(library_folder, "gone", wanted, seconds=20)


def test_over_the_limit_the_sentences_to_cut_are_shown_and_cut(
    page: Page, app_url: str, library_folder: Path, application: Callable[..., Path]
) -> None:
    short = "제가 가장 어려웠던 도전은 40000명의 데이터를 다룬 빅 콘테스트였습니다."
    long = f"{short} 앞으로도 언제나 최선을 다하는 사람이 되겠습니다."
    application("cut", long, limit="50")
    answer = open_answer(page, app_url, "cut")
    panel(page, "cuts")
    press(page, KO("answer.cut_one"))
    expect(answer).to_have_value(short)
    settled(page)
    assert long in [one.text for one in versions_of(library_folder, "cut", "최고 어려웠던 도전")]


def test_a_finding_shows_its_place_and_is_mended_with_one_click(
    page: Page, app_url: str, application: Callable[..., Path]
) -> None:
    application("mend", "제가 가장 어려웠던 도전은 빅 콘테스트가 됬습니다.")
    answer = open_answer(page, app_url, "mend")
    expect(page.locator(".sb-place mark", has_text="됬")).to_be_visible()
    click(page.locator("[class*='st-key-mend_korean-slips'] button").first)
    expect(answer).to_have_value("제가 가장 어려웠던 도전은 빅 콘테스트가 됐습니다.")


def test_an_earlier_text_is_named_compared_and_brought_back(
    page: Page, app_url: str, library_folder: Path, application: Callable[..., Path]
) -> None:
    application("back", "제출하려던 글입니다.")
    answer = open_answer(page, app_url, "back")
    panel(page, "versions")
    fill(box(page, KO("answer.version_name")), "제출한 글")
    settled(page)
    press(page, KO("answer.keep_version"))
    expect(page.get_by_text(KO("answer.version_same"))).to_be_visible()
    assert [one.name for one in versions_of(library_folder, "back", "최고 어려웠던 도전")] == ["제출한 글"]
    fill(answer, "새로 쓴 글입니다.")
    in_file(library_folder, "back", "새로 쓴 글입니다.")
    expect(page.locator(".sb-diff del").first).to_be_visible()
    settled(page)
    press(page, KO("answer.restore"))
    expect(answer).to_have_value("제출하려던 글입니다.")
    in_file(library_folder, "back", "제출하려던 글입니다.")
    assert "새로 쓴 글입니다." in [one.text for one in versions_of(library_folder, "back", "최고 어려웠던 도전")]
