"""A file that a crash or another program has spoiled: it is named, and its earlier text comes back with two clicks."""

from pathlib import Path

import pytest

from languages import sentences
from stories.files import history
from stories.files.library import read_library
from tests.screens.conftest import Open, go
from tests.screens.seen import everything, of

KO, STORY = sentences("ko"), "titanic-lgbm"


@pytest.mark.parametrize(
    ("spoiled", "problem"),
    [
        (b"\0" * 4096, "empty-file"),
        (b"\x89PNG\r\n\x1a\n\0\0", "not-a-text-file"),
        ("title: 옛 인코딩\n".encode("cp949"), "cp949"),
        (b"title: [\n", "special-start"),
        (b"<<<<<<< HEAD\ntitle: a\n=======\ntitle: b\n>>>>>>> x\n", "conflict-markers"),
    ],
)
def test_what_stood_in_a_spoiled_file_is_brought_back_from_its_earlier_texts(
    spoiled: bytes, problem: str, open_app: Open, sample_copy: Path
) -> None:
    path = sample_copy / "stories" / f"{STORY}.yaml"
    before = path.read_bytes()
    history.keep(sample_copy, "stories", STORY, before)
    path.write_bytes(spoiled)
    app = open_app(sample_copy)
    assert f"stories/{STORY}.yaml" in of(app.error)
    assert problem in [one.code for one in read_library(sample_copy).problems]
    go(app, "library")
    app.selectbox(key="history_file").set_value(("stories", STORY)).run()
    app.button(key="restore_text").click().run()
    assert not app.exception and not app.error
    assert path.read_bytes() == before
    assert f"stories/{STORY}.yaml" not in everything(go(app, "home"))
