"""Git merges what two people saved into one story: both texts are there, or the conflict is told and left alone."""

import itertools
import random
import shutil
import subprocess
from pathlib import Path

import pytest

from stories.errors import FileNotReadable
from stories.files.library import read_library
from stories.files.saving import create_record, save_fields
from stories.model.story import Story

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="no git here")
ONE_LINE = ("title", "headline", "period", "role")
BLOCKS = ("situation", "task", "action", "result", "learned", "since_then")
FIELDS = (*ONE_LINE, *BLOCKS)
TEXTS = ("한 줄", "첫 줄\n둘째 줄", "첫 줄\n\n셋째 줄: # 그대로", "0.065%", "no", "", "뒤의 빈 줄\n\n")


def saved(folder: Path, base: bytes, field: str, text: str) -> Path:
    """Save the text into a library of its own that has the story x as it was; return its file."""
    path = folder / "stories" / "x.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(base)
    save_fields(read_library(folder), "stories", "x", {field: text})
    return path


def merged(folder: Path, base: bytes, mine: tuple[str, str], theirs: tuple[str, str]) -> bytes:
    """Return the file as git merges two saves of one text."""
    (folder / "base.yaml").write_bytes(base)
    files = [saved(folder / name, base, *change) for name, change in (("mine", mine), ("theirs", theirs))]
    command = ["git", "merge-file", "-p", str(files[0]), str(folder / "base.yaml"), str(files[1])]
    return subprocess.run(command, capture_output=True, timeout=20, check=False).stdout


def read(folder: Path, content: bytes) -> Story:
    path = folder / "merged" / "stories" / "x.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    library = read_library(folder / "merged")
    assert not [one for one in library.problems if one.severity == "error"], content.decode()
    return library.stories["x"]


@pytest.fixture
def base(tmp_path: Path) -> bytes:
    """Return the file of a new story with a text in every field; those that tell the story have two lines."""
    fields = {name: f"처음 {name}" + "\n둘째 줄" * (name in BLOCKS) for name in FIELDS}
    create_record(read_library(tmp_path), "stories", "x", fields, "x")
    return (tmp_path / "stories" / "x.yaml").read_bytes()


def is_merged(folder: Path, base: bytes, mine: tuple[str, str], theirs: tuple[str, str]) -> bool:
    """Tell whether both texts are there and all else is as it was."""
    before, now = read(folder, base), read(folder, merged(folder, base, mine, theirs))
    wanted = {name: getattr(Story(**{name: text}), name) for name, text in (mine, theirs)}
    return now.model_dump() == {**before.model_dump(), **wanted}


def test_what_two_people_saved_into_fields_that_stand_apart_is_merged(base: bytes, tmp_path: Path) -> None:
    assert base.endswith(b"\n") and not base.endswith(b"\n\n")
    chance = random.Random(46)
    pairs = [pair for pair in itertools.combinations(FIELDS, 2) if FIELDS.index(pair[1]) - FIELDS.index(pair[0]) > 1]
    for names in chance.sample(pairs, len(pairs)):
        mine, theirs = ((name, chance.choice(TEXTS)) for name in names)
        assert is_merged(tmp_path, base, mine, theirs), (mine, theirs)


@pytest.mark.parametrize("names", list(itertools.pairwise(BLOCKS)), ids=" and ".join)
def test_texts_of_several_lines_are_merged_where_they_stand_one_after_the_other(
    names: tuple[str, str], base: bytes, tmp_path: Path
) -> None:
    assert is_merged(tmp_path, base, (names[0], "내 글\n내 둘째 줄\n셋째"), (names[1], "남의 글\n\n남의 셋째 줄"))


def test_what_git_cannot_merge_is_named_and_never_written_over(base: bytes, tmp_path: Path) -> None:
    content = merged(tmp_path, base, ("headline", "내 글"), ("headline", "남의 글"))
    assert "내 글".encode() in content and "남의 글".encode() in content
    path = tmp_path / "stories" / "x.yaml"
    path.write_bytes(content)
    library = read_library(tmp_path)
    assert [(one.file, one.code) for one in library.problems] == [("stories/x.yaml", "conflict-markers")]
    assert content.splitlines()[library.problems[0].line - 1].startswith(b"<<<<<<<")
    with pytest.raises(FileNotReadable):
        save_fields(library, "stories", "x", {"title": "내 것"})
    assert path.read_bytes() == content
