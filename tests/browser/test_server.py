"""The server, however it was started: on this machine only, for its own pages only, and with the same settings."""

import http.client
import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from languages import LANGUAGES, sentences
from stories.files.places import SAMPLE
from tests.browser.conftest import HOST, ROOT, Server
from tests.browser.driving import KO, click, field, go, menu, open_story, settled, title

pytestmark = pytest.mark.browser
FOREIGN_CONFIG = """
[server]
address = "0.0.0.0"
enableXsrfProtection = true
allowedHosts = ["*"]
[browser]
gatherUsageStats = true
[client]
toolbarMode = "developer"
showErrorDetails = "full"
"""


@pytest.fixture(scope="module", params=["streamlit", "console"])
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app as `streamlit run` starts it, and as the command does in a folder with settings of another app."""
    folder = tmp_path_factory.mktemp("server")
    library = shutil.copytree(SAMPLE, folder / "mine")
    if request.param == "streamlit":
        started = Server(folder, {"STORYBANK_LIBRARY": str(library)})
    else:
        elsewhere = folder / "elsewhere"
        (elsewhere / ".streamlit").mkdir(parents=True)
        (elsewhere / ".streamlit" / "config.toml").write_text(FOREIGN_CONFIG, encoding="utf-8")
        surroundings = {"PYTHONPATH": str(ROOT), "STORYBANK_LIBRARY": str(library)}
        started = Server(folder, surroundings, Server.CONSOLE, elsewhere)
    with started:
        yield started


def _listening(port: int) -> list[str]:
    """Return the addresses on which the port is open, as the system lists them."""
    found = []
    for table in ("tcp", "tcp6"):
        for line in Path(f"/proc/net/{table}").read_text(encoding="ascii").splitlines()[1:]:
            address, state = line.split()[1], line.split()[3]
            if state == "0A" and address.endswith(f":{port:04X}"):
                found.append(address.split(":")[0])
    return found


def _other_addresses() -> list[str]:
    """Return other addresses of this machine; asking for them sends nothing."""
    found = ["127.0.0.2"]
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
            found.append(probe.getsockname()[0])
        except OSError:
            pass
    return found


def _handshake(port: int, **headers: str) -> int:
    """Return the answer to a page that wants to talk to the app."""
    upgrade = {
        "Upgrade": "websocket",
        "Connection": "Upgrade",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "c3Rvcnliay1hLXRlc3QtMQ==",
    }
    connection = http.client.HTTPConnection(HOST, port, timeout=10)
    try:
        connection.request("GET", "/_stcore/stream", headers=upgrade | headers)
        return connection.getresponse().status
    finally:
        connection.close()


@pytest.mark.skipif(not Path("/proc/net/tcp").exists(), reason="only Linux lists open ports in /proc/net")
def test_it_listens_on_this_machine_only(server: Server) -> None:
    assert _listening(server.port) == ["0100007F"]
    for address in _other_addresses():
        with socket.socket() as other:
            other.settimeout(2)
            assert other.connect_ex((address, server.port)) != 0, address


def test_it_refuses_other_hosts_and_pages(server: Server) -> None:
    here = f"{HOST}:{server.port}"
    own = {"Host": here, "Origin": f"http://{here}"}
    assert _handshake(server.port, **own) == 101
    assert _handshake(server.port, **own | {"Host": f"localhost:{server.port}"}) == 101
    for foreign in ("rebound.example", f"rebound.example:{server.port}", "127.0.0.1.example", "0.0.0.0"):
        assert _handshake(server.port, **own | {"Host": foreign}) == 403, foreign
    for foreign in ("http://rebound.example", f"https://rebound.example:{server.port}", "null"):
        assert _handshake(server.port, **own | {"Origin": foreign}) == 403, foreign


def test_it_has_its_look_and_no_menu_of_a_developer(page: Page, server: Server) -> None:
    go(page, server.url)
    button = page.get_by_role("button", name=KO("home.ask"))
    expect(button).to_have_css("background-color", "rgb(15, 118, 110)")
    click(page.get_by_test_id("stMainMenuButton"))
    expect(page.get_by_test_id("stMainMenuPopover")).not_to_contain_text(re.compile("Rerun|Deploy|Clear cache"))


def test_a_session_asks_no_other_machine_and_never_breaks(page: Page, server: Server) -> None:
    """The fixture of the page fails the test where anything was asked of another machine."""
    broken: list[str] = []
    page.on("pageerror", lambda error: broken.append(str(error)))
    go(page, server.url)
    for screen in ("find", "story", "export", "home"):
        menu(page, screen)
    open_story(page, server.url, "titanic-lgbm")
    expect(field(page, "headline")).to_be_visible()
    assert not broken
    assert "Traceback" not in server.output()


def test_an_address_that_is_none_of_the_screens_harms_nothing(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/story?story=../../profile&story=x&open=%3Cscript%3E")
    title(page, KO("story.title"))
    settled(page)
    expect(page.get_by_test_id("stMain")).to_contain_text("타이타닉")
    page.goto(f"{server.url}/no-such-screen")
    expect(page.get_by_role("heading", level=1)).to_have_text([KO("home.greeting")])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_taken_port_is_told_in_a_sentence(language: str, server: Server, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "cli", "--language", language, "--no-browser", "--port", str(server.port)]
    done = subprocess.run(
        command,
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert done.returncode == 2
    say = sentences(language)
    assert done.stderr.strip() == say("errors.port-taken", port=server.port, address=server.url)
    assert not done.stdout
