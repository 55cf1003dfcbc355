"""The app without a browser: entered through app.py, a library of one's choice, in either language."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from stories.files.places import LIBRARY_VARIABLE

ROOT = Path(__file__).resolve().parents[2]
LOCALES = {"ko": "ko-KR", "en": "en-US"}

Open = Callable[..., AppTest]


@pytest.fixture
def open_app(monkeypatch: pytest.MonkeyPatch) -> Open:
    """Return what opens the app on a library (None: the user named none) at one of the screens.

    `language` is one of the app's, or the language tag that the browser sends.
    """

    def open_app(library: Path | None, screen: str = "home", language: str = "ko") -> AppTest:
        if library is None:
            monkeypatch.delenv(LIBRARY_VARIABLE)
        else:
            monkeypatch.setenv(LIBRARY_VARIABLE, str(library))
        monkeypatch.chdir(ROOT)
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        locale = LOCALES.get(language, language)
        app.context = {"locale": locale} if locale else {}
        app.run()
        return app if screen == "home" else go(app, screen)

    return open_app


def go(app: AppTest, screen: str) -> AppTest:
    """Go to another screen, as the menu does."""
    return app.switch_page(f"screens/{screen}.py").run()
