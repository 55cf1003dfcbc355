"""Print what could be lost or let out in a real browser: rows of benchmarks/durability, which runs them too.

python -m benchmarks.durability_browser              the sizes of CI
python -m benchmarks.durability_browser --full       the full sizes; some twenty minutes
python -m benchmarks.durability_browser --only drafts --rounds 40 --seed 7
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import sync_playwright

from benchmarks.durability.outcome import Outcome
from benchmarks.durability_browser.drafts import drafts
from stories.files.places import SAMPLE
from tests.browser.conftest import QUIET, ROOT, Server, chromium_path

CI, FULL = 20, 200
"""Texts that are typed, in CI and in the full run."""
TEXT = ("tests/screens/test_hostile_screens.py", "tests/browser/test_hostile_library.py")
WEB = ("tests/browser/test_server.py",)
WHAT = {
    "drafts": "killed while typing: letters older than 3 s lost; lied",
    "text": "hostile texts on every screen: requests, links, scripts",
    "web": "other interface, host, origin; what page and server ask",
}


def main() -> int:
    """Print the table; return 1 where something went wrong."""
    options = _options()
    rounds = options.rounds or (FULL if options.full else CI)
    rows: dict[str, Callable[[], Outcome]] = {
        "drafts": lambda: _drafts(rounds, options.seed),
        "text": lambda: _tests(TEXT),
        "web": lambda: _tests(WEB),
    }
    if not options.below:
        print(f"{'row':10} {'what':60} {'tried':>10} {'wrong':>6} {'allowed':>8} {'seconds':>8}", flush=True)
    wrong = [_printed(name, row) for name, row in rows.items() if not options.only or name in options.only]
    return int(any(wrong))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.durability_browser")
    parser.add_argument("--full", action="store_true", help="the full sizes")
    parser.add_argument("--only", nargs="+", choices=list(WHAT), metavar="ROW")
    parser.add_argument("--rounds", type=int, help="so many texts that are typed")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--below", action="store_true", help="without the head of the table")
    return parser.parse_args()


def _printed(name: str, row: Callable[[], Outcome]) -> int:
    start = time.monotonic()
    found = row()
    seconds = time.monotonic() - start
    print(f"{name:10} {WHAT[name]:60} {found.tried:>10,} {found.wrong:>6,} {0:>8,} {seconds:>8.1f}", flush=True)
    for what, times in sorted(found.seen.items()):
        print(f"{'':11}{what}: {times:,}")
    for example in found.examples:
        print(f"{'':11}! {example[:2_000]}")
    return found.wrong


def _drafts(rounds: int, seed: int) -> Outcome:
    path = chromium_path()
    if path is None:
        sys.exit("no Chromium found; name one in STORYBANK_CHROMIUM")
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        folder = Path(shutil.copytree(SAMPLE, Path(place) / "mine"))
        chromium = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        with Server(Path(place), {"STORYBANK_LIBRARY": str(folder), "HOME": place}) as server:
            return drafts(chromium, server, folder, rounds, seed)


def _tests(files: tuple[str, ...]) -> Outcome:
    """Run tests; each is one try."""
    command = [sys.executable, "-m", "pytest", "-q", "--tb=line", "-p", "no:cacheprovider", *files]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8")
    counts = {what: int(count) for count, what in re.findall(r"(\d+) (passed|failed|errors?|skipped)", done.stdout)}
    outcome = Outcome(tried=sum(counts.values()) - counts.get("skipped", 0))
    for line in done.stdout.splitlines():
        if line.startswith(("FAILED", "ERROR")):
            outcome.fault(line)
    if done.returncode and not outcome.wrong:
        outcome.fault(done.stdout[-500:] + done.stderr[-500:])
    return outcome


if __name__ == "__main__":
    sys.exit(main())
