"""The gauge below a text box: right inside a syllable, over the limit, by time, in words, and without a server."""

import os
import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import ROOT, Server
from tests.browser.driving import KO, box, click, fill, settled

pytestmark = pytest.mark.browser

PAGE = """
import streamlit as st
from languages import sentences
from screens.parts.gauge import Gauge
from screens.parts.live_text import live_text

say = sentences(st.query_params.get("language", "ko"))
limit = 20 if st.toggle("twice") else 10
measured = not st.toggle("unmeasured")
typed = live_text("answer", key="answer", rows=3, gauge=Gauge("characters", limit, say=say) if measured else None)
live_text("spoken", key="spoken", rows=3, gauge=Gauge("characters", 100, 60, say=say))
live_text("bytes", key="bytes", rows=3, gauge=Gauge("portal-bytes", 6, say=say))
live_text("free", key="free", rows=3, gauge=Gauge("characters-without-spaces", None, say=say))
st.text(f"known: {typed}")
"""
"""Every kind of gauge, without the app around it."""
FAST = 310
"""Syllables of a fast speaker's minute."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("server")
    (folder / "gauges.py").write_text(PAGE, encoding="utf-8")
    options = ("--server.headless", "true", "--server.address", "127.0.0.1", "--browser.gatherUsageStats", "false")
    command = ("streamlit", "run", "gauges.py", *options, "--server.port")
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    with Server(folder, {"PYTHONPATH": path}, command, folder) as running:
        yield running


@pytest.fixture
def gauges(page: Page, app_url: str) -> Page:
    page.goto(app_url)
    expect(box(page, "free")).to_be_visible()
    settled(page)
    return page


def _around(page: Page, label: str) -> Locator:
    return page.get_by_test_id("stBidiComponentIsolated").filter(has=box(page, label))


def _amount(page: Page, label: str) -> Locator:
    return _around(page, label).locator("#amount")


def _figures(page: Page, label: str) -> Locator:
    return _around(page, label).get_by_role("listitem")


def _bar(page: Page, label: str) -> Locator:
    return _around(page, label).get_by_role("meter", name=KO("gauge.label"))


def test_it_counts_a_syllable_that_is_not_finished(gauges: Page, compose: Callable[..., None]) -> None:
    click(box(gauges, "answer"))
    compose(gauges, ["ㅎ"], None)
    expect(_amount(gauges, "answer")).to_have_text("1 / 10자(공백 포함) 아직 짧음 9자 남음")
    expect(_figures(gauges, "answer").last).to_have_text("소리 내어 0초")
    compose(gauges, ["하"], None)
    expect(_figures(gauges, "answer").last).to_have_text("소리 내어 0초~1초")
    compose(gauges, ["한"], None)
    compose(gauges, [], "한")
    compose(gauges, ["ㄱ", "그", "글"], None)
    expect(_amount(gauges, "answer")).to_have_text("2 / 10자(공백 포함) 아직 짧음 8자 남음")
    expect(_figures(gauges, "answer")).to_have_text(
        ["2자(공백 제외)", "4바이트(한글 2)", "6바이트(UTF-8)", "1줄", "소리 내어 0초~1초"]
    )
    assert box(gauges, "answer").input_value() == "한글"
    expect(gauges.get_by_text("known: 한글")).to_be_visible()


def test_a_text_over_the_limit_stays_and_is_told(gauges: Page) -> None:
    answer, bar = box(gauges, "answer"), _bar(gauges, "answer")
    for text, told in (
        ("", "비어 있음 10자 남음"),
        ("가" * 6, "아직 짧음 4자 남음"),
        ("가" * 7, "조금 더 3자 남음"),
        ("가" * 8, "알맞음 2자 남음"),
        ("가" * 10, "알맞음 0자 남음"),
        ("가" * 11, "1자 넘침"),
        ("가" * 1243, "1,233자 넘침"),
    ):
        fill(answer, text)
        expect(_amount(gauges, "answer")).to_have_text(f"{len(text):,} / 10자(공백 포함) {told}")
        expect(bar).to_have_attribute("aria-valuenow", str(min(len(text), 10)))
        expect(bar).to_have_attribute("aria-valuemin", "0")
        expect(bar).to_have_attribute("aria-valuemax", "10")
        words = re.sub(r" (?=\d[\d,]*자 남음)", ", ", told)
        expect(bar).to_have_attribute("aria-valuetext", f"{len(text):,} / 10자(공백 포함), {words}")
    expect(answer).to_have_value("가" * 1243)
    expect(gauges.get_by_text("known: 가가가")).to_contain_text("가" * 1243)


def test_the_bar_is_as_full_as_the_limit(gauges: Page) -> None:
    """Of the whole width: what is filled, and where 70, 80 and 100 % of the limit stand."""
    for typed, places in ((5, [50, 70, 80, 100]), (10, [100, 70, 80, 100]), (20, [100, 35, 40, 50])):
        fill(box(gauges, "answer"), "가" * typed)
        expect(_amount(gauges, "answer")).to_contain_text(f"{typed} / 10")
        shown = _bar(gauges, "answer").evaluate(
            """bar => ["--high", "--short", "--expected", "--full"].map(
              place => parseFloat(bar.style.getPropertyValue(place)))"""
        )
        assert shown == pytest.approx(places)
        drawn = _bar(gauges, "answer").evaluate(
            """bar => {
              const { left, width } = bar.getBoundingClientRect();
              const at = tick => (100 * (bar.querySelector(tick).getBoundingClientRect().left - left)) / width;
              return [at(".tick.short"), at(".tick.expected"), at(".tick.full")];
            }"""
        )
        assert drawn == pytest.approx(places[1:], abs=1)


def test_a_screen_reader_is_told_of_another_zone_once_the_person_rests(gauges: Page) -> None:
    aloud = _around(gauges, "answer").locator("#aloud")
    click(box(gauges, "answer"))
    gauges.keyboard.type("가나다라마바사아", delay=20)
    assert aloud.text_content() == ""
    expect(aloud).to_have_text("8 / 10자(공백 포함), 알맞음, 2자 남음")
    gauges.keyboard.type("자")
    expect(_amount(gauges, "answer")).to_contain_text("9 / 10자")
    gauges.wait_for_timeout(1200)
    expect(aloud).to_have_text("8 / 10자(공백 포함), 알맞음, 2자 남음")


def test_a_spoken_answer_goes_by_its_time(gauges: Page) -> None:
    amount, bar = _amount(gauges, "spoken"), _bar(gauges, "spoken")
    for syllables, told in (
        (FAST // 2, "30초~38초 / 1분 아직 짧음 약 27초 남음"),
        (250, "48초~1분 / 1분 알맞음 약 6초 남음"),
        (FAST, "1분~1분 15초 / 1분 약 8초 넘침"),
    ):
        fill(box(gauges, "spoken"), "가" * syllables)
        expect(amount).to_have_text(f"소리 내어 {told}")
        expect(bar).to_have_attribute("aria-valuemax", "60")
    expect(bar).to_have_attribute("aria-valuenow", "60")
    over = _figures(gauges, "spoken").first
    expect(over).to_have_text(f"{FAST} / 100자(공백 포함)")
    expect(over).to_have_class("over")


def test_each_rule_has_its_unit_and_line_ends_that_may_count_twice_are_told(gauges: Page) -> None:
    fill(box(gauges, "bytes"), "가\n나")
    expect(_amount(gauges, "bytes")).to_have_text("5 / 6바이트(한글 2) 알맞음 1바이트 남음")
    note = _around(gauges, "bytes").locator("#note")
    expect(note).to_have_text("")
    fill(box(gauges, "bytes"), "가\n나a")
    expect(note).to_have_text(KO("count.newlines", count=1))
    fill(box(gauges, "bytes"), "가\n나ab")
    expect(_amount(gauges, "bytes")).to_have_text("7 / 6바이트(한글 2) 1바이트 넘침")
    expect(note).to_have_text("")


def test_without_a_limit_it_only_counts(gauges: Page) -> None:
    fill(box(gauges, "free"), "가 나")
    expect(_amount(gauges, "free")).to_have_text("2자(공백 제외)")
    expect(_figures(gauges, "free").first).to_have_text("3자(공백 포함)")
    expect(_around(gauges, "free").locator("[role=meter]")).to_be_hidden()


def test_another_limit_measures_what_is_typed_and_no_gauge_takes_nothing_away(gauges: Page) -> None:
    fill(box(gauges, "answer"), "가" * 12)
    expect(_amount(gauges, "answer")).to_contain_text("2자 넘침")
    click(gauges.get_by_text("twice", exact=True))
    expect(_amount(gauges, "answer")).to_have_text("12 / 20자(공백 포함) 아직 짧음 8자 남음")
    click(gauges.get_by_text("unmeasured", exact=True))
    expect(_amount(gauges, "answer")).to_be_hidden()
    expect(box(gauges, "answer")).to_have_value("가" * 12)
    gauges.keyboard.press("Tab")
    click(gauges.get_by_text("unmeasured", exact=True))
    expect(_amount(gauges, "answer")).to_contain_text("12 / 20자")


def test_it_speaks_english(page: Page, app_url: str) -> None:
    page.goto(f"{app_url}/?language=en")
    fill(box(page, "answer"), "ten letters")
    expect(_amount(page, "answer")).to_have_text("Characters: 11 / 10 1 over")
    fill(box(page, "spoken"), "word " * 125)
    expect(_amount(page, "spoken")).to_have_text("Aloud: 50 s to 1 min / 1 min Good length about 5 s left")


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_sticks_out_at_the_side(open_page: Callable[..., Page], app_url: str, width: int) -> None:
    page = open_page(width=width)
    page.goto(app_url)
    fill(box(page, "spoken"), "가나다라 " * 2000)
    expect(_amount(page, "spoken")).to_contain_text("넘침")
    assert _around(page, "spoken").evaluate(
        """around => {
          const right = around.getBoundingClientRect().right + 1;
          const shown = [...around.shadowRoot?.querySelectorAll("*") ?? around.querySelectorAll("*")];
          return shown.length > 20 && shown.every(one => one.getBoundingClientRect().right <= right);
        }"""
    )


def test_it_counts_while_the_server_is_away(gauges: Page, server: Server) -> None:
    click(box(gauges, "answer"))
    server.kill()
    gauges.keyboard.type("없어도 센다")
    expect(_amount(gauges, "answer")).to_contain_text("6 / 10자")
    server.start()
    expect(gauges.get_by_text("known: 없어도 센다")).to_be_visible()
