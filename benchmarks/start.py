"""How long the start takes: storybank's app beside an empty Streamlit app.

python -m benchmarks.start             prints one table; each figure is the median of several runs in turn
"""

import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
RUNS = 5
Measure = Callable[[], float]
EMPTY = 'import streamlit as st\nst.title("empty")\n'


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "empty.py"
        empty.write_text(EMPTY, encoding="utf-8")
        environment = {**os.environ, "STORYBANK_STATE": folder, "HOME": folder, "PYTHONPATH": str(ROOT)}
        environment.pop("STORYBANK_LIBRARY", None)
        pairs: dict[str, tuple[Measure, Measure]] = {
            "server answers (s)": (lambda: answers(ROOT / "app.py", environment), lambda: answers(empty, environment)),
            "first page is built (s)": (
                lambda: first_page(ROOT / "app.py", environment),
                lambda: first_page(empty, environment),
            ),
        }
        print(f"median of {RUNS} runs, in turn")
        print(f"{'':40} {'storybank':>10} {'beside':>10} {'ratio':>7}")
        for name, (own, other) in pairs.items():
            times = [(own(), other()) for _ in range(RUNS)]
            mine, beside = (statistics.median(column) for column in zip(*times, strict=True))
            print(f"{name:40} {mine:>10.2f} {beside:>10.2f} {mine / beside:>6.1f}x")


def answers(script: Path, environment: dict[str, str]) -> float:
    """Return the seconds from the start of the server to its first answer."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port)]
    start = time.perf_counter()
    server = subprocess.Popen(
        [*command, "--server.headless", "true"], cwd=script.parent, env=environment, stdout=subprocess.DEVNULL
    )
    try:
        while True:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1).close()
                return time.perf_counter() - start
            except (urllib.error.URLError, ConnectionError):
                if time.perf_counter() - start > 60:
                    raise
                time.sleep(0.02)
    finally:
        server.kill()
        server.wait()


def first_page(script: Path, environment: dict[str, str]) -> float:
    """Return the seconds that a new process needs to build the first page, without a browser."""
    code = f"import time; s=time.perf_counter(); {_PAGE.format(script=str(script))}; print(time.perf_counter()-s)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=script.parent, env=environment, capture_output=True, text=True, check=True
    )
    return float(done.stdout.strip().splitlines()[-1])


_PAGE = (
    "from streamlit.testing.v1 import AppTest; at = AppTest.from_file({script!r}, default_timeout=60).run(); "
    "assert not at.exception"
)


if __name__ == "__main__":
    main()
