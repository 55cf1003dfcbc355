"""Every text of a library carries markup, links and images: all is shown as typed, nothing runs, nobody is asked."""

import os
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import HOST
from tests.browser.driving import KO, box, click, fill, go, open_story, press, settled, told, warm_up
from tests.hostile import HOSTILE_NAME, WORD, Hostile, write_hostile

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(os.name == "nt", reason="the names of the files are not possible there"),
]
JOINER = "\u2060"
Checked = Callable[..., None]

LOOK = """
(whole) => {
  const foreign = "script, iframe, img, object, embed, base, meta, link, form, strong, em, code, .katex, del, a";
  const own = ".sb-diff del, a[href^='#'], a[href^='/']";
  const found = [];
  for (const place of whole.querySelectorAll("[data-testid$=Main], [data-testid$=UserContent], [data-baseweb]")) {
    for (const one of place.querySelectorAll(foreign)) if (!one.matches(own)) found.push(one.outerHTML);
    for (const one of place.querySelectorAll("*"))
      for (const { name } of one.attributes) if (name.startsWith("on")) found.push(one.outerHTML);
  }
  // A text that a user's text has turned from right to left: its second character stands left of its first.
  const walker = document.createTreeWalker(whole, NodeFilter.SHOW_TEXT);
  const place = (node, at) => {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return range.getBoundingClientRect();
  };
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const at = node.data.search(/\\S\\S/);
    if (at < 0 || /[\\u202a-\\u202e\\u2066-\\u2069]/.test(node.data)) continue;
    const [first, second] = [place(node, at), place(node, at + 1)];
    if (first.width && Math.abs(first.top - second.top) < 2 && second.left < first.left) found.push(node.data);
  }
  return found.map((one) => one.slice(0, 300));
}
"""
"""What is on the screen that is neither text nor the app's own."""
UNFOLD = """(main) => {
  const closed = [...main.querySelectorAll("details:not([open]) > summary")].filter((one) => one.checkVisibility());
  closed.forEach((one) => one.click());
  return closed.length;
}"""


@dataclass
class Canary:
    """A server on this machine that the page must never ask."""

    port: int = 0
    asked: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def canary() -> Iterator[Canary]:
    bird = Canary()

    class Listening(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            bird.asked.append(self.path)
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer((HOST, 0), Listening) as server:
        bird.port = server.server_address[1]
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield bird
        server.shutdown()


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory, canary: Canary) -> Hostile:
    return write_hostile(tmp_path_factory.mktemp("hostile"), f"http://{HOST}:{canary.port}")


@pytest.fixture(scope="module")
def surroundings(hostile: Hostile) -> dict[str, str | None]:
    return {"STORYBANK_LIBRARY": str(hostile.folder), "STORYBANK_STATE": str(hostile.state)}


@pytest.fixture(scope="module", autouse=True)
def ready(browser: Browser, app_url: str) -> None:
    warm_up(browser, app_url)


@pytest.fixture
def dialogs(page: Page) -> list[str]:
    """Take note of every dialog that opens."""
    seen: list[str] = []

    def note(dialog) -> None:
        seen.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", note)
    return seen


@pytest.fixture
def checked(page: Page, canary: Canary, hostile: Hostile, dialogs: list[str]) -> Checked:
    """Return what unfolds everything on the screen and checks that it is harmless and, where asked, as typed."""

    def checked(shows: bool = True, place: Locator | None = None) -> None:
        main = page.get_by_test_id("stMain")
        settled(page)
        while main.evaluate(UNFOLD):
            settled(page)
        if shows:
            expect(place or main).to_contain_text(WORD)
            text = " ".join((place or main).inner_text().replace(JOINER, "").split())
            assert [payload for payload in hostile.payloads if payload not in text] == []
        assert page.evaluate("window.hurt") is None
        assert page.locator("body").evaluate(LOOK) == []
        assert not dialogs
        assert not canary.asked

    return checked


def _opened(page: Page, key: str) -> Locator:
    """Open the popover with this key; return what is in it."""
    click(page.locator(f"[class*='st-key-{key}'] button").first)
    body = page.get_by_test_id("stPopoverBody")
    expect(body).to_be_visible()
    settled(page)
    return body


def test_home_and_the_stories(page: Page, app_url: str, hostile: Hostile, checked: Checked) -> None:
    go(page, app_url)
    checked()
    go(page, app_url, "story")
    expect(box(page, KO("story.search"))).to_be_visible()
    checked()
    press(page, KO("story.new"))
    expect(box(page, KO("story.field_title"))).to_have_value(hostile.text)
    press(page, KO("story.create"))
    expect(page.get_by_role("heading", level=1)).to_contain_text([WORD])
    checked(shows=False)


def test_find(page: Page, app_url: str, hostile: Hostile, checked: Checked) -> None:
    go(page, app_url, "find")
    checked()
    for question, shows in ((WORD, True), ("지원 동기가 무엇인가요?", False), (hostile.text, True)):
        fill(box(page, KO("find.label")), question)
        expect(page.get_by_text(KO("find.understood"))).to_be_visible()
        checked(shows)


def test_the_editor_and_its_conflict(page: Page, app_url: str, hostile: Hostile, checked: Checked) -> None:
    open_story(page, app_url, "one")
    assert box(page, KO("story.field_headline")).input_value() == hostile.text
    expect(page.get_by_role("heading", level=1)).to_contain_text("<script>window.hurt=1;alert(1)</script>")
    checked()
    open_story(page, app_url, "two")
    expect(told(page, KO("editor.conflict"))).to_be_visible()
    checked()


def test_an_application_its_cards_and_answers(page: Page, app_url: str, hostile: Hostile, checked: Checked) -> None:
    go(page, app_url, "application")
    checked()
    page.goto(f"{app_url}/application?application=firm")
    expect(page.locator(".st-key-question_card_1")).to_be_visible()
    checked()
    body = _opened(page, "stories_of_1")
    checked(place=body)
    page.keyboard.press("Escape")
    page.goto(f"{app_url}/application?application=past")
    expect(told(page, KO("autosave.conflict"))).to_have_count(1)
    checked()
    for number, panels in ((1, ("checks", "first_draft", "cuts", "versions", "reuse")), (6, ("first_draft",))):
        page.goto(f"{app_url}/application?application=firm&question={number}")
        expect(box(page, KO("answer.label"))).to_be_visible()
        for panel in panels:
            settled(page)
            click(page.get_by_role("radio", name=KO(f"answer.{panel}")))
            settled(page)
            checked()


def test_the_sheet(page: Page, app_url: str, hostile: Hostile, checked: Checked) -> None:
    go(page, app_url, "export")
    expect(page.locator(".sb-paper")).to_be_visible()
    checked()
    click(page.get_by_role("combobox", name=KO("export.application")))
    shown = page.get_by_role("option", name=WORD).first.inner_text()
    assert all(payload in shown for payload in hostile.payloads)
    checked()
    click(page.get_by_role("option", name=KO("export.no_application")))
    checked()


def test_the_library_its_history_and_a_backup(
    page: Page, app_url: str, hostile: Hostile, checked: Checked, tmp_path: Path
) -> None:
    go(page, app_url, "library")
    expect(page.locator(".sb-diff").first).to_be_visible()
    checked()
    packed = tmp_path / f"{HOSTILE_NAME}.zip"
    packed.write_bytes(hostile.zip)
    page.locator("input[type=file]").set_input_files(packed)
    expect(page.get_by_test_id("stMain")).to_contain_text("only-in-the-backup")
    assert HOSTILE_NAME in page.get_by_test_id("stMain").inner_text()
    checked()
    click(page.get_by_role("combobox", name=KO("backup.compare")))
    option = page.get_by_role("option", name=WORD).first
    expect(option).to_be_visible()
    checked()
    click(option)
    expect(page.get_by_role("button", name=KO("backup.take_text"))).to_be_visible()
    checked()
