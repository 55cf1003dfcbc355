"""How long Home takes with 2,000 stories, in a real browser, beside the twelve of the sample.

python -m benchmarks.large                  prints one table; each figure is the median of several runs in turn
python -m benchmarks.large --stories 5000
"""

import argparse
import re
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from languages import sentences
from stories.files.places import SAMPLE
from tests.browser.conftest import QUIET, Server, chromium_path

RUNS = 5
STEPS = ("new server: numbers", "new server: whole", "reload: numbers", "reload: whole", "one story changed: whole")
"""The first visit after the server's start, a reload, and a reload after an editor wrote into one story.

The numbers are there when one can read and click; the whole page has the pictures of what the stories answer, too.
"""
_TITLE = re.compile(r"^(title: ['\"]?)", re.MULTILINE)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.large")
    parser.add_argument("--stories", type=int, default=2_000)
    stories = parser.parse_args().stories
    path = chromium_path()
    if path is None:
        sys.exit("no Chromium found; name one in STORYBANK_CHROMIUM")
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        large, small = (library(Path(place) / str(count), count) for count in (stories, 12))
        home(chromium, small, Path(place))  # the very first start on a machine works out the bank, whatever the library
        runs = [(home(chromium, large, Path(place)), home(chromium, small, Path(place))) for _ in range(RUNS)]
    print(f"median of {RUNS} runs, in turn; seconds")
    print(f"{'Home':32} {f'{stories:,} stories':>14} {'12 stories':>12} {'ratio':>7}")
    for number, step in enumerate(STEPS):
        mine, beside = (statistics.median(one[number] for one in column) for column in zip(*runs, strict=True))
        print(f"{step:32} {mine:>14.2f} {beside:>12.2f} {mine / beside:>6.1f}x")


def library(folder: Path, count: int) -> Path:
    """Return a library of so many stories: those of the sample again and again, each under a title of its own."""
    shutil.copytree(SAMPLE, folder)
    originals = sorted((folder / "stories").glob("*.yaml"))
    for number in range(len(originals), count):
        original = originals[number % len(originals)]
        text = _TITLE.sub(rf"\g<1>{number}번째 ", original.read_text(encoding="utf-8"), count=1)
        (folder / "stories" / f"{original.stem}-{number}.yaml").write_text(text, encoding="utf-8")
    return folder


def home(browser: Browser, folder: Path, user: Path) -> tuple[float, ...]:
    """Return the seconds of each of STEPS, for a user with this home folder."""
    with tempfile.TemporaryDirectory() as place:
        surroundings: dict[str, str | None] = {"STORYBANK_LIBRARY": str(folder), "HOME": str(user)}
        with Server(Path(place), surroundings) as server:
            context = browser.new_context(locale="ko-KR", viewport={"width": 1280, "height": 900})
            page = context.new_page()
            first = _visit(page, lambda: page.goto(server.url))
            time.sleep(4)  # a file that was written just now is read again, since its time tells little
            page.reload()
            again = _visit(page, page.reload)
            story = next(iter(sorted((folder / "stories").glob("*.yaml"))))
            story.write_bytes(story.read_bytes() + b"\n")
            changed = _visit(page, page.reload)
            context.close()
    return (*first, *again, changed[1])


def _visit(page: Page, go: Callable[[], object]) -> tuple[float, float]:
    """Return the seconds until the numbers of Home are there, and until the page is whole."""
    start = time.perf_counter()
    go()
    page.get_by_text(sentences("ko")("home.stories"), exact=True).first.wait_for(timeout=60_000)
    numbers = time.perf_counter() - start
    page.get_by_text(sentences("ko")("home.common_questions"), exact=True).wait_for(timeout=60_000)
    page.get_by_test_id("stSpinner").wait_for(state="detached", timeout=60_000)
    return numbers, time.perf_counter() - start


if __name__ == "__main__":
    main()
