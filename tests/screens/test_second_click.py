"""What takes something away asks first: the button that does it lies behind another one, and no address presses it."""

from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.screens.conftest import Open, go

STORY, APPLICATION = "titanic-lgbm", "kt-2019"


def _blocks_around(node: Any, key: str, around: tuple[str, ...] = ()) -> tuple[str, ...] | None:
    """Return what one must look into to see the button of this key; None where there is no such button."""
    if getattr(node, "key", None) == key:
        return around
    found = (_blocks_around(child, key, (*around, child.type)) for child in getattr(node, "children", {}).values())
    return next((one for one in found if one is not None), None)


def _story(open_app: Open, library: Path) -> AppTest:
    app = open_app(library)
    app.session_state.open_story = STORY
    return go(app, "story")


def _application(open_app: Open, library: Path) -> AppTest:
    app = open_app(library)
    app.query_params["application"] = APPLICATION
    return go(app, "application")


def test_deleting_lies_behind_a_second_click(open_app: Open, sample_copy: Path) -> None:
    story = _story(open_app, sample_copy).main
    assert "popover" in (_blocks_around(story, f"delete_stories_{STORY}") or ())
    assert "popover" not in (_blocks_around(story, "save_top") or ("popover",))
    application = _application(open_app, sample_copy).main
    assert "popover" in (_blocks_around(application, f"delete_applications_{APPLICATION}") or ())


@pytest.mark.parametrize(
    "typed", [{"delete": "1"}, {f"delete_stories_{STORY}": "true"}, {"save_top": "1", "open": "1"}], ids=" ".join
)
def test_no_address_presses_a_button(typed: dict[str, str], open_app: Open, sample_copy: Path) -> None:
    before = {path: path.read_bytes() for path in sample_copy.rglob("*") if path.is_file()}
    app = open_app(sample_copy)
    for name, value in {"story": STORY, **typed}.items():
        app.query_params[name] = value
    go(app, "story")
    assert not app.exception
    assert {path: path.read_bytes() for path in sample_copy.rglob("*") if path.is_file()} == before
