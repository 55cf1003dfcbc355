"""What a screen shows when the app itself is at fault."""

from pathlib import Path

import pytest

from stories.writing import advice
from tests.screens.conftest import Open
from tests.screens.seen import everything


def test_a_fault_of_ours_shows_no_text_of_the_user_and_no_path(
    open_app: Open, sample_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> None:
        raise RuntimeError("비밀스러운 이야기")

    monkeypatch.setattr(advice, "advise", fail)
    app = open_app(sample_copy)
    assert len(app.exception) == 1
    shown = everything(app) + app.exception[0].message + "".join(app.exception[0].stack_trace)
    for trace in ("비밀스러운", "RuntimeError", "Traceback", "/screens/", ".py"):
        assert trace not in shown
    app.switch_page("screens/find.py").run()
    assert not app.exception
