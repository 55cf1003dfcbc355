"""The text box as Streamlit calls it: a call for each answer of the server, of which it may end one too early."""

from importlib.resources import files
from itertools import permutations

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser
SOURCES = ("counting.js", "gauge.js", "live_text.js")

OPENED = """async source => {
  const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const component = (await import(url)).default;
  window.reports = [];
  const parentElement = document.body;
  const data = {
    label: "글", text: "처음", generation: "0", turn: 0, known: "처음", rows: 3, placeholder: "", hint: "",
    counter: "{count}", limit: null, gauge: null, delay: 0, store: "kept", state: { settled: "", waiting: "" },
  };
  const setStateValue = (name, { text }) => window.reports.push(text);
  window.answer = known => component({ data: { ...data, known }, parentElement, setStateValue });
}"""


@pytest.fixture(name="box_page")
def box_page_fixture(page: Page) -> Page:
    page.route("**/*", lambda route: route.fulfill(body="<!doctype html><body></body>", content_type="text/html"))
    page.goto("http://127.0.0.1/")  # a page that may keep something for its tab
    page.evaluate(OPENED, "\n".join(files("screens.parts").joinpath(name).read_text("utf-8") for name in SOURCES))
    return page


def _typed(page: Page, text: str) -> Locator:
    """Type behind what the box holds; return the box."""
    field = page.locator("#field")
    field.press("End")
    page.keyboard.insert_text(text)
    return field


def _reported(page: Page) -> str:
    page.wait_for_timeout(50)
    reports: list[str] = page.evaluate("window.reports")
    return reports[-1] if reports else ""


@pytest.mark.parametrize("order", [one for one in permutations("123e") if "".join(one).replace("e", "") == "123"])
def test_a_call_that_was_overtaken_ends_and_the_box_still_hears(box_page: Page, order: tuple[str, ...]) -> None:
    """Streamlit ends the first call (e) once the second is on its way, which may have come by then or not."""
    if order.index("e") == 0:
        order = ("1", "e", "2", "3")
    box_page.evaluate(
        """order => {
          const ends = [];
          for (const one of order) one === "e" ? ends[0]() : ends.push(window.answer("처음"));
        }""",
        list(order),
    )
    field = _typed(box_page, " 쓴 글")
    expect(field).to_have_value("처음 쓴 글")
    assert _reported(box_page) == "처음 쓴 글"


def test_what_is_typed_between_the_end_of_one_call_and_the_next_is_heard(box_page: Page) -> None:
    box_page.evaluate("""window.answer("처음")()""")
    field = _typed(box_page, " 그사이")
    assert _reported(box_page) == ""
    box_page.evaluate("void (window.end = window.answer('처음'))")
    expect(field).to_have_value("처음 그사이")
    assert _reported(box_page) == "처음 그사이"
    assert "처음 그사이" in box_page.evaluate("sessionStorage.getItem('kept')")


def test_a_box_that_is_gone_hands_in_its_text_and_hears_nothing_more(box_page: Page) -> None:
    box_page.evaluate("void (window.end = window.answer('처음'))")
    field = _typed(box_page, " 끝")
    box_page.evaluate("window.end()")
    assert _reported(box_page) == "처음 끝"
    field.evaluate("field => { field.value = '다른 글'; field.dispatchEvent(new Event('input')); }")
    assert _reported(box_page) == "처음 끝"


def test_a_server_that_has_forgotten_the_text_gets_it_again_at_once(box_page: Page) -> None:
    box_page.evaluate("void window.answer('처음')")
    field = _typed(box_page, " 쓴 글")
    assert _reported(box_page) == "처음 쓴 글"
    box_page.evaluate("void window.answer('처음 쓴 글')")
    assert len(box_page.evaluate("window.reports")) == 1
    box_page.evaluate("void window.answer('처음')")  # started anew
    assert box_page.evaluate("window.reports") == ["처음 쓴 글"] * 2
    expect(field).to_have_value("처음 쓴 글")


def test_a_server_that_never_knows_the_text_is_not_asked_without_end(box_page: Page) -> None:
    box_page.evaluate("void window.answer('처음')")
    _typed(box_page, " 쓴 글")
    for _ in range(20):
        box_page.evaluate("void window.answer('처음')")
    assert len(box_page.evaluate("window.reports")) <= 2


def test_a_letter_taken_back_is_handed_in_when_one_presses_something_or_leaves(box_page: Page) -> None:
    box_page.evaluate("void (window.end = window.answer('처음'))")
    _typed(box_page, " 쓴")
    assert _reported(box_page) == "처음 쓴"
    box_page.evaluate(
        """() => {
          const field = document.querySelector("#field");
          field.value = "처음";
          field.dispatchEvent(new Event("input"));
          window.kept = sessionStorage.getItem("kept");
          window.end();
        }"""
    )
    assert _reported(box_page) == "처음"
    assert "처음" in box_page.evaluate("window.kept")
