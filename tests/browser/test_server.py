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
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page, expect

from languages import LANGUAGES, sentences
from stories.files.places import SAMPLE
from tests.browser.conftest import HOST, ROOT, Server
from tests.browser.driving import (
    KO,
    box,
    click,
    fill,
    go,
    is_saved,
    menu,
    open_story,
    press,
    save,
    settled,
    title,
    warm_up,
    write,
)
from tests.browser.watched import LISTENING

pytestmark = pytest.mark.browser
SECRET = "아무에게도 말하지 않은 이야기"
FOREIGN_CONFIG = """
[server]
address = "0.0.0.0"
enableXsrfProtection = false
enableCORS = false
corsAllowedOrigins = ["http://rebound.example"]
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
    for place in ("elsewhere", "home"):  # settings of another app, in the folder and for the whole user
        (folder / place / ".streamlit").mkdir(parents=True)
        (folder / place / ".streamlit" / "config.toml").write_text(FOREIGN_CONFIG, encoding="utf-8")
    surroundings = {
        "HOME": str(folder / "home"),
        "USERPROFILE": str(folder / "home"),
        "PYTHONPATH": str(ROOT),
        "XDG_CACHE_HOME": str(tmp_path_factory.getbasetemp() / "cache"),
        "STORYBANK_LIBRARY": str(library),
    }
    watched = ("tests.browser.watched", str(folder / "connections.txt"))
    if request.param == "streamlit":
        started = Server(folder, surroundings, (*watched, *Server.STREAMLIT))
    else:
        started = Server(folder, surroundings, (*watched, *Server.CONSOLE), folder / "elsewhere")
    with started:
        yield started


@pytest.fixture(scope="module")
def folder(server: Server) -> Path:
    """The folder of the server: its library, and what it connected to."""
    return server.folder


@pytest.fixture(scope="module")
def ready(browser: Browser, server: Server) -> None:
    warm_up(browser, server.url)


def _connections(folder: Path) -> list[str]:
    """Return what the server's process has begun to talk to, each other program that it started too."""
    return (folder / "connections.txt").read_text(encoding="utf-8").splitlines()


def _outside(connections: list[str]) -> list[str]:
    """Return those that do not stay on this machine."""
    return [line for line in connections if not re.search(r"'(127\.0\.0\.1|localhost|::1)'", line)]


def _files(library: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in library.rglob("*") if path.is_file()}


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


def test_it_refuses_other_hosts_and_pages(ready: None, server: Server, folder: Path) -> None:
    """Streamlit would ask another machine for its own address before it refuses a foreign page."""
    # Started by Streamlit itself, the app has a say from its first page on, which is `ready`.
    here = f"{HOST}:{server.port}"
    own = {"Host": here, "Origin": f"http://{here}"}
    assert _handshake(server.port, **own) == 101
    assert _handshake(server.port, **own | {"Host": f"localhost:{server.port}"}) == 101
    for foreign in ("rebound.example", f"rebound.example:{server.port}", "127.0.0.1.example", "0.0.0.0"):
        assert _handshake(server.port, **own | {"Host": foreign}) == 403, foreign
    for foreign in ("http://rebound.example", f"https://rebound.example:{server.port}", "null"):
        assert _handshake(server.port, **own | {"Origin": foreign}) == 403, foreign
    for address in _other_addresses():
        assert _handshake(server.port, **own | {"Origin": f"http://{address}:{server.port}"}) == 403, address
    assert _outside(_connections(folder)) == []


def test_a_foreign_page_can_hand_in_no_file(server: Server) -> None:
    connection = http.client.HTTPConnection(HOST, server.port, timeout=10)
    for origin in ("http://rebound.example", "null"):
        headers = {"Origin": origin, "Content-Type": "multipart/form-data; boundary=x"}
        connection.request("PUT", "/_stcore/upload_file/session/file", body=b"--x--", headers=headers)
        answer = connection.getresponse()
        answer.read()
        assert answer.status == 403
        assert answer.getheader("Access-Control-Allow-Origin") != "*"
    connection.close()


def test_it_has_its_look_and_no_menu_of_a_developer(page: Page, server: Server) -> None:
    go(page, server.url)
    button = page.get_by_role("button", name=KO("home.ask"))
    expect(button).to_have_css("background-color", "rgb(15, 118, 110)")
    click(page.get_by_test_id("stMainMenuButton"))
    expect(page.get_by_test_id("stMainMenuPopover")).not_to_contain_text(re.compile("Rerun|Deploy|Clear cache"))


def test_a_session_asks_no_other_machine_and_never_breaks(page: Page, server: Server, folder: Path) -> None:
    """The fixture of the page fails the test where the page asked anything of another machine."""
    broken: list[str] = []
    addresses: list[str] = []
    page.on("pageerror", lambda error: broken.append(str(error)))
    page.on("request", lambda request: addresses.extend([request.url, request.headers.get("referer", "")]))
    go(page, server.url)
    menu(page, "find")
    fill(box(page, KO("find.label")), SECRET)
    expect(page.get_by_text(KO("find.understood"))).to_be_visible()
    for screen in ("story", "application", "export"):
        menu(page, screen)
    with page.expect_download():
        press(page, KO("export.download_prep-sheet"))
    menu(page, "library")
    with page.expect_download():
        press(page, KO("backup.take"))
    menu(page, "home")
    open_story(page, server.url, "titanic-lgbm")
    write(page, "headline", SECRET)
    save(page)
    is_saved(page)
    page.goto(f"{server.url}/application?application=kt-2019&question=4")
    fill(box(page, KO("answer.label")), SECRET)
    expect(page.get_by_text(KO("answer.saved"))).to_be_visible()
    for panel in ("first_draft", "cuts", "versions", "reuse"):
        settled(page)
        click(page.get_by_role("radio", name=KO(f"answer.{panel}")))
    settled(page)
    assert not broken

    # What was typed stands in no address and in nothing that the server has printed.
    assert SECRET in (folder / "mine" / "applications" / "kt-2019.yaml").read_text(encoding="utf-8")
    assert not [one for one in addresses if SECRET in unquote(one)]
    assert "Traceback" not in server.output() and SECRET not in server.output()
    connections = _connections(folder)
    assert [line for line in connections if line.startswith(LISTENING)]
    assert _outside(connections) == []


def test_an_address_that_is_none_of_the_screens_harms_nothing(page: Page, server: Server, folder: Path) -> None:
    before = _files(folder / "mine")
    page.goto(f"{server.url}/story?story=../../profile&story=x&open=%3Cscript%3E")
    title(page, KO("story.title"))
    settled(page)
    expect(page.get_by_test_id("stMain")).to_contain_text("타이타닉")
    page.goto(f"{server.url}/no-such-screen")
    expect(page.get_by_role("heading", level=1)).to_have_text([KO("home.greeting")])
    page.goto(f"{server.url}/application?application=kt-2019&question=1&round=99999&delete=1&draft=x")
    expect(box(page, KO("answer.label"))).to_be_visible()
    settled(page)
    assert _files(folder / "mine") == before and before


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
