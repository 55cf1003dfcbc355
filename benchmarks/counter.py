"""How fast the counter follows typing in a real browser: from the keystroke to the new count on the screen.

python -m benchmarks.counter           prints one table, for a text of 5,000 characters; beside it a plain st.text_area,
                                       which counts only after Ctrl+Enter
"""

import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import CDPSession, Locator, Page, sync_playwright

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "samples" / "data-science-student" / "stories"
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "chrome")
CHARACTERS = 5_000
KEYSTROKES = 200
PAUSE = 40
"""Milliseconds between two keystrokes: a fast typist."""
BAR = 100
"""Milliseconds that the counter may take at most."""
SYLLABLE = ("ㅎ", "하", "한", "하")
"""What an input method shows while one presses ㅎ, ㅏ, ㄴ and then ㅏ, which takes the ㄴ along."""

SCRIPT = """
from pathlib import Path

import streamlit as st

from languages import sentences
from screens.parts.gauge import Gauge
from screens.parts.live_text import live_text
from stories.writing.count import count

text = Path("text.txt").read_text(encoding="utf-8")
if "plain" in st.query_params:
    st.text(f"{count(st.text_area('box', text)).characters} characters")
else:
    live_text("box", key="box", text=text, rows=8, gauge=Gauge("characters", 6000, say=sentences("en")))
"""
WATCH = """(counter, events) => {
  const box = counter.getRootNode();
  let pressed = null;
  window.waits = [];
  for (const event of events)
    window.addEventListener(event, ({ timeStamp }) => (pressed = timeStamp), { capture: true });
  new MutationObserver(() => {
    const from = pressed;
    if (from === null) return;
    pressed = null;
    requestAnimationFrame(() => {
      const painted = new MessageChannel();
      painted.port1.onmessage = () => window.waits.push(performance.now() - from);
      painted.port2.postMessage(null);
    });
  }).observe(counter, { childList: true, characterData: true, subtree: true });
}"""
"""The time runs from the event, as the browser stamps it, until the frame that shows another count is drawn."""


def main() -> None:
    """Print the table, or why there is none."""
    chromium = os.environ.get("STORYBANK_CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUM)), None)
    if chromium is None:
        print("Not measured: no Chromium was found. Install one, or name it in STORYBANK_CHROMIUM.")
        return
    with tempfile.TemporaryDirectory() as folder, _serving(Path(folder)) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        measured = {
            "storybank, a letter": _letters(page, url),
            "storybank, inside a syllable": _syllables(page, url),
            "beside it: st.text_area, Ctrl+Enter": _after_ctrl_enter(page, url),
        }
        browser.close()
    print(f"milliseconds until the count stands on the screen; {CHARACTERS:,} characters, {KEYSTROKES} keystrokes")
    print(f"{'':40} {'median':>8} {'95 %':>8} {'worst':>8} {f'under {BAR}':>11} {'ratio':>7}")
    beside = statistics.median([*measured.values()][-1])
    for name, waits in measured.items():
        median, high = statistics.median(waits), statistics.quantiles(waits, n=20)[-1]
        under = f"{sum(wait < BAR for wait in waits)}/{len(waits)}"
        print(f"{name:40} {median:>8.1f} {high:>8.1f} {max(waits):>8.1f} {under:>11} {median / beside:>6.2f}x")


def _letters(page: Page, url: str) -> list[float]:
    """Return the milliseconds of each of the letters that are typed at the end of the text."""
    _open(page, url, "#amount", ["keydown"])
    return _waits(page, lambda place: page.keyboard.press("abcdefgh "[place % 9]))


def _syllables(page: Page, url: str) -> list[float]:
    """Return the milliseconds of each step of syllables that are being composed."""
    _open(page, url, "#figures", ["compositionstart", "compositionupdate"])
    method = page.context.new_cdp_session(page)
    return _waits(page, lambda place: _compose(method, place))


def _compose(method: CDPSession, place: int) -> None:
    shown = SYLLABLE[place % len(SYLLABLE)]
    if place and place % len(SYLLABLE) == 0:
        method.send("Input.insertText", {"text": "하나"})
    method.send("Input.imeSetComposition", {"text": shown, "selectionStart": 1, "selectionEnd": 1})


def _after_ctrl_enter(page: Page, url: str) -> list[float]:
    """Return the milliseconds from Ctrl+Enter in a plain text box until its count stands there."""
    _open(page, f"{url}/?plain=1", "[data-testid=stText]", ["keydown"])

    def type_and_send(place: int) -> None:
        page.keyboard.press("a")
        page.keyboard.press("Control+Enter")

    return _waits(page, type_and_send)


def _open(page: Page, url: str, counter: str, events: list[str]) -> None:
    page.goto(url)
    box: Locator = page.get_by_label("box", exact=True)
    page.locator(counter).wait_for()
    page.wait_for_timeout(1000)
    box.click()
    page.keyboard.press("ControlOrMeta+End")
    page.locator(counter).evaluate(WATCH, events)


def _waits(page: Page, stroke: Callable[[int], None]) -> list[float]:
    """Make every keystroke once the one before has been counted; return the milliseconds of each."""
    for place in range(KEYSTROKES):
        stroke(place)
        page.wait_for_function("least => window.waits.length > least", arg=place)
        page.wait_for_timeout(PAUSE)
    waits: list[float] = page.evaluate("window.waits")
    return waits[:KEYSTROKES]


@contextmanager
def _serving(folder: Path) -> Iterator[str]:
    """Run the page on a free port of this machine; give its address."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(SAMPLE.glob("*.yaml")))
    (folder / "text.txt").write_text(text[:CHARACTERS], encoding="utf-8")
    (folder / "page.py").write_text(SCRIPT, encoding="utf-8")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = {"address": "127.0.0.1", "port": port, "headless": "true", "fileWatcherType": "none"}
    command = [sys.executable, "-m", "streamlit", "run", "page.py", "--browser.gatherUsageStats", "false"]
    command += [part for name, value in options.items() for part in (f"--server.{name}", str(value))]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(folder)}
    server = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _wait_for(f"http://127.0.0.1:{port}/_stcore/health")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.kill()
        server.wait()


def _wait_for(address: str) -> None:
    start = time.perf_counter()
    while True:
        try:
            urllib.request.urlopen(address, timeout=1).close()
            return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            if time.perf_counter() - start > 60:
                raise
            time.sleep(0.05)


if __name__ == "__main__":
    main()
