"""The app in a real browser: a server for each test module, one Chromium, a page that stays on this machine."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from stories.files.faults import NAME

ROOT = Path(__file__).resolve().parents[2]
HOST = "127.0.0.1"
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE = 20_000
"""Milliseconds that a page has for what a test waits for; the machine may be busy."""
expect.set_options(timeout=PATIENCE)


def compose(page: Page, steps: list[str], final: str | None) -> None:
    """Type one piece of Hangul as an input method does: each step while composing, then `final` as it stands.

    With None the last step stays in composition.
    """
    session = page.context.new_cdp_session(page)
    for step in steps:
        place = {"selectionStart": len(step), "selectionEnd": len(step)}
        session.send("Input.imeSetComposition", {"text": step, **place})
    if final is not None:
        session.send("Input.insertText", {"text": final})


@pytest.fixture(name="compose")
def compose_fixture() -> Callable[[Page, list[str], str | None], None]:
    return compose


@pytest.fixture(scope="module")
def library_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty library; a test module overrides this fixture to start from another one."""
    return tmp_path_factory.mktemp("library")


@pytest.fixture(scope="module")
def surroundings(library_folder: Path) -> dict[str, str | None]:
    """What the server finds in its environment, None for nothing; a test module overrides it to name no library."""
    return {"STORYBANK_LIBRARY": str(library_folder)}


@pytest.fixture(scope="module")
def server(surroundings: dict[str, str | None], tmp_path_factory: pytest.TempPathFactory) -> Iterator["Server"]:
    with Server(tmp_path_factory.mktemp("server"), surroundings) as running:
        yield running


@pytest.fixture(scope="module")
def app_url(server: "Server") -> str:
    return server.url


def chromium_path() -> str | None:
    """Return where a Chromium is: the one that STORYBANK_CHROMIUM names, or one of NAMES on the path."""
    return os.environ.get("STORYBANK_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium_path()
    if path is None:
        reason = "no Chromium found; name one in STORYBANK_CHROMIUM"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Return what opens a page in a browser of its own; the test fails if one asked anything of another machine."""
    contexts: list[BrowserContext] = []
    asked: list[str] = []

    def open_page(locale: str = "ko-KR", width: int = 1280, height: int = 900) -> Page:
        context = browser.new_context(locale=locale, viewport={"width": width, "height": height})
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        context.on("request", lambda request: asked.append(request.url))
        page = context.new_page()
        page.on("websocket", lambda socket: asked.append(socket.url))
        return page

    yield open_page
    for context in contexts:
        context.close()
    foreign = [url for url in asked if urlsplit(url).hostname not in (HOST, None)]
    assert not foreign, f"asked of other machines: {foreign}"


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    """A fresh page in Korean."""
    return open_page()


class Server:
    """The app's server: starts, can be killed and started again on its port."""

    STREAMLIT = ("streamlit", "run", "app.py", "--server.headless", "true", "--server.port")
    CONSOLE = ("cli", "--no-browser", "--port")

    def __init__(
        self,
        folder: Path,
        surroundings: Mapping[str, str | None],
        command: Sequence[str] = STREAMLIT,
        working_folder: Path = ROOT,
    ) -> None:
        self.port = free_port()
        self.folder = folder
        self._command, self._working_folder = command, working_folder
        self.url = f"http://{HOST}:{self.port}"
        self._output = folder / "output.txt"
        found: dict[str, str | None] = {**os.environ, "STORYBANK_STATE": str(folder / "state"), **surroundings}
        self._environment = {name: text for name, text in found.items() if text is not None}
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "Server":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
        noted = self.folder / "state" / NAME
        assert not noted.exists(), noted.read_text(encoding="utf-8")

    def start(self) -> None:
        command = [sys.executable, "-m", *self._command, str(self.port)]
        with self._output.open("ab") as log:
            self._process = subprocess.Popen(
                command, cwd=self._working_folder, env=self._environment, stdout=log, stderr=log
            )
        wait_until_healthy(self.url, self._process, self._output)

    def kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    @contextmanager
    def without_disk(self) -> Iterator[None]:
        """Let the server write no byte into any file meanwhile, as on a full disk (Linux only)."""
        import resource  # not on Windows

        assert self._process is not None
        limits = resource.prlimit(self._process.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(self._process.pid, resource.RLIMIT_FSIZE, (0, limits[1]))
        try:
            yield
        finally:
            resource.prlimit(self._process.pid, resource.RLIMIT_FSIZE, limits)

    def output(self) -> str:
        """Return what the server has printed."""
        return self._output.read_text(encoding="utf-8", errors="replace")


def free_port() -> int:
    with socket.socket() as free:
        free.bind((HOST, 0))
        port: int = free.getsockname()[1]
    return port


def wait_until_healthy(url: str, server: subprocess.Popen[bytes], output: Path, seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end and server.poll() is None:
        try:
            with urlopen(f"{url}/_stcore/health", timeout=1) as answer:
                if answer.read() == b"ok":
                    return
        except (URLError, TimeoutError, ConnectionError):
            time.sleep(0.05)
    pytest.fail(f"the app did not start:\n{output.read_text(encoding='utf-8', errors='replace')}")
