"""A file in an old encoding or with two sides of a merge is mended in one step, and what it was is kept."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stories.errors import FileNotReadable, NotFound
from stories.files.history import history
from stories.files.library import read_library
from stories.files.mending import mend, mended
from stories.files.restoring import restore, version_on_disk

OLD = "title: 옛 인코딩\naction: |\n  똠방각하를 만나다\n".encode("cp949")
BOTH = "title: 하나\n<<<<<<< HEAD\naction: 내 글\n=======\naction: 남의 글\n>>>>>>> other\nresult: 끝\n"


def _library(folder: Path, raw: bytes) -> Path:
    (folder / "stories").mkdir(parents=True)
    path = folder / "stories" / "x.yaml"
    path.write_bytes(raw)
    return path


def test_a_file_in_cp949_becomes_utf8_and_can_be_what_it_was_again(tmp_path: Path) -> None:
    path = _library(tmp_path, OLD)
    library = read_library(tmp_path)
    assert [one.code for one in library.problems] == ["cp949"]
    mend(library, "stories", "x", "utf-8")
    library = read_library(tmp_path)
    assert library.problems == () and library.story("x").action == "똠방각하를 만나다"
    assert path.read_bytes() == OLD.decode("cp949").encode()
    kept = history(tmp_path, "stories", "x")[-1]
    restore(library, "stories", "x", kept.version, version_on_disk(library, "stories", "x"))
    assert path.read_bytes() == OLD


@pytest.mark.parametrize(("how", "action"), [("first", "내 글"), ("second", "남의 글")])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("base", ["", "||||||| base\naction: 처음 글\n"])
def test_one_side_of_a_merge_is_taken_and_both_are_kept(
    how: str, action: str, newline: str, base: str, tmp_path: Path
) -> None:
    raw = BOTH.replace("=======", f"{base}=======").replace("\n", newline).encode()
    path = _library(tmp_path, raw)
    mend(read_library(tmp_path), "stories", "x", how)  # type: ignore[arg-type]
    assert path.read_bytes() == f"title: 하나{newline}action: {action}{newline}result: 끝{newline}".encode()
    assert read_library(tmp_path).problems == ()
    assert history(tmp_path, "stories", "x")[-1].content == raw


def test_several_places_of_a_merge_are_mended_together(tmp_path: Path) -> None:
    path = _library(tmp_path, (BOTH + BOTH.replace("title", "role").replace("action", "task")).encode())
    mend(read_library(tmp_path), "stories", "x", "second")
    assert "<<<" not in path.read_text(encoding="utf-8") and "내 글" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("raw", [b"title: x\n", b"\x89PNG\r\n\x1a\n\0\0", b"<<<<<<< HEAD\ntitle: x\n"])
def test_where_there_is_nothing_to_mend_the_file_stays(raw: bytes, tmp_path: Path) -> None:
    path = _library(tmp_path, raw)
    for how in ("utf-8", "first", "second"):
        with pytest.raises(FileNotReadable):
            mend(read_library(tmp_path), "stories", "x", how)  # type: ignore[arg-type]
    assert path.read_bytes() == raw
    with pytest.raises(NotFound):
        mend(read_library(tmp_path), "stories", "none", "utf-8")


@given(st.text())
def test_what_can_be_read_is_never_converted(text: str) -> None:
    raw = text.encode("utf-8", "replace")
    assert mended(raw, "utf-8") is None
