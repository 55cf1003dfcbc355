"""Print what could be lost: a table of rows, each with how many were tried and how many went wrong.

python -m benchmarks.durability                      the sizes of CI
python -m benchmarks.durability --full               the full sizes; hours
python -m benchmarks.durability --no-browser         without the rows that need a Chromium
python -m benchmarks.durability --only kills names   some rows; with --tries N and --seed N in pieces
"""

import argparse
import importlib.util
import os
import subprocess
import sys
import time

from benchmarks.durability import outcome
from benchmarks.durability.outcome import Outcome, Row
from benchmarks.durability.rows import ROWS
from benchmarks.durability.spreading import run_row


def main() -> int:
    """Print the table; return 1 where more went wrong in a row than is allowed."""
    options = _options()
    outcome.EXAMPLES = options.examples
    rows = [row for row in ROWS if not options.only or row.name in options.only]
    print(f"{'row':10} {'what':60} {'tried':>10} {'wrong':>6} {'allowed':>8} {'seconds':>8}", flush=True)
    above = [row.name for row in rows if _printed(row, options) > row.allowed]
    if options.browser and not options.only and options.tries is None:
        above += ["browser"] * bool(_in_the_browser(options))
    return int(bool(above))


def _in_the_browser(options: argparse.Namespace) -> int:
    """Print the rows of benchmarks.durability_browser below; return its exit code, 0 where it cannot run."""
    if importlib.util.find_spec("playwright") is None:
        print(" " * 11 + "not run: the rows in a browser, which need the package playwright")
        return 0
    command = [sys.executable, "-m", "benchmarks.durability_browser", "--below", "--seed", str(options.seed)]
    return subprocess.run([*command, *(["--full"] if options.full else [])]).returncode


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.durability")
    parser.add_argument("--full", action="store_true", help="the full sizes")
    parser.add_argument("--only", nargs="+", choices=[row.name for row in ROWS], metavar="ROW")
    parser.add_argument("--tries", type=int, help="so many of each row")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--examples", type=int, default=outcome.EXAMPLES, help="of what went wrong, so many in words")
    parser.add_argument("--no-browser", dest="browser", action="store_false", help="without the rows in a browser")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    return parser.parse_args()


def _printed(row: Row, options: argparse.Namespace) -> int:
    tries = options.tries if options.tries is not None else row.full if options.full else row.ci
    start = time.monotonic()
    found = run_row(row, tries, options.seed, options.processes, progress=sys.stderr.isatty())
    seconds = time.monotonic() - start
    numbers = f"{found.tried:>10,} {found.wrong:>6,} {row.allowed:>8,} {seconds:>8.1f}"
    print(f"{row.name:10} {row.what:60} {numbers}", flush=True)
    _explain(row, found)
    return found.wrong


def _explain(row: Row, found: Outcome) -> None:
    if found.seen:
        print(" " * 11 + ", ".join(f"{what}: {times:,}" for what, times in sorted(found.seen.items())))
    if row.missing:
        print(" " * 11 + row.missing)
    for example in found.examples:
        print(" " * 11 + "! " + example[:2_000].replace("\n", "\n" + " " * 13))


if __name__ == "__main__":
    sys.exit(main())
