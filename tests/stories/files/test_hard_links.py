"""A file with a second name (a hard link): a save gives the story its new text, the other name keeps the old one."""

import os
from pathlib import Path

import pytest

from stories.files.library import read_library
from stories.files.saving import save_fields

pytestmark = pytest.mark.skipif(not hasattr(os, "link"), reason="no hard links on this system")


def test_a_save_never_reaches_out_of_the_library_by_a_second_name_and_leaves_that_whole(tmp_path: Path) -> None:
    path, second = tmp_path / "library" / "stories" / "x.yaml", tmp_path / "kept elsewhere.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("title: 처음\n", encoding="utf-8")
    os.link(path, second)
    save_fields(read_library(tmp_path / "library"), "stories", "x", {"title": "둘째"})
    assert path.read_text(encoding="utf-8") == "title: 둘째\n"
    assert second.read_text(encoding="utf-8") == "title: 처음\n"
    assert (path.stat().st_nlink, second.stat().st_nlink) == (1, 1)
