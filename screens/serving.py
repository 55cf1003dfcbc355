"""Start the app's server on this machine only, and open the browser."""

import os
import socket
from pathlib import Path

from stories.errors import PortTaken
from stories.files.places import LIBRARY_VARIABLE

APP = Path(__file__).parent.parent / "app.py"

OPTIONS: dict[str, str | int | bool | list[str]] = {
    "server.address": "127.0.0.1",
    "server.allowedHosts": ["127.0.0.1", "localhost"],
    "server.enableCORS": True,
    "server.enableXsrfProtection": True,
    "server.corsAllowedOrigins": [],
    "server.maxUploadSize": 5,
    "server.fileWatcherType": "none",
    "server.runOnSave": False,
    "browser.gatherUsageStats": False,
    "client.showErrorDetails": "none",
    "client.toolbarMode": "viewer",
    "runner.magicEnabled": False,
    "theme.primaryColor": "#0f766e",
    "theme.baseRadius": "medium",
    "theme.font": "Pretendard, 'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans KR', 'Noto Sans CJK KR', sans-serif",
}
"""The same as in .streamlit/config.toml, which is not read when the command runs in another folder."""


def serve(library: Path | None, *, port: int, open_browser: bool) -> None:
    """Serve the app until it is stopped. Raises PortTaken where the port is in use."""
    if library is not None:
        os.environ[LIBRARY_VARIABLE] = str(library.expanduser().absolute())
    with socket.socket() as probe:
        if probe.connect_ex(("127.0.0.1", port)) == 0:
            raise PortTaken(port=port, address=f"http://127.0.0.1:{port}")
    import streamlit as st

    ask_nobody()
    options = {**OPTIONS, "server.port": port, "server.headless": not open_browser}
    st.App(str(APP)).run(config=options)


def ask_nobody() -> None:
    """Keep Streamlit from looking up this machine's addresses on the internet.

    It does so when a page of a foreign origin knocks, before it refuses that page; and it would let in pages of those
    addresses.
    """
    from streamlit import net_util

    net_util._internal_ip = net_util._external_ip = "127.0.0.1"
