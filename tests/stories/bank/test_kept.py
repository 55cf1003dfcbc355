"""What is worked out once is kept on this machine, and nothing that happens to the copy can do harm."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stories.bank.kept import kept
from stories.files.places import cache_folder


class Work:
    """Something slow to make: counts how often it was made."""

    def __init__(self, content: bytes = b"made") -> None:
        self.content, self.times = content, 0

    def __call__(self) -> bytes:
        self.times += 1
        return self.content


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Return a file that something is worked out from."""
    path = tmp_path / "source.yaml"
    path.write_text("- id: one\n", encoding="utf-8")
    return path


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of copies: one of this test's own, that does not exist yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    if tmp_path not in cache_folder().parents:
        pytest.skip("this system has no variable for the folder of caches")
    return cache_folder()


def _copies(cache: Path) -> list[Path]:
    return sorted(cache.iterdir())


@pytest.mark.parametrize("content", [b"", b"made", "가나\n".encode(), bytes(range(256)) * 500])
def test_what_was_made_is_kept_and_not_made_again(content: bytes, source: Path, cache: Path) -> None:
    work = Work(content)
    assert [kept("words", [source], work) for _ in range(3)] == [content] * 3
    assert work.times == 1
    assert len(_copies(cache)) == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda path: path.write_text("- id: two\n", encoding="utf-8"),
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(path.read_bytes() + b"\n"),
    ],
    ids=["another", "empty", "longer"],
)
def test_after_a_change_of_a_source_it_is_made_again_and_the_old_copy_goes(
    change: Callable[[Path], object], source: Path, cache: Path
) -> None:
    kept("words", [source], Work(b"old"))
    [before] = _copies(cache)
    time = source.stat().st_mtime_ns
    change(source)
    os.utime(source, ns=(time, time))
    work = Work(b"new")
    assert kept("words", [source], work) == kept("words", [source], work) == b"new"
    assert work.times == 1
    assert len(_copies(cache)) == 1 and before not in _copies(cache)


def test_another_source_and_another_order_are_other_sources(source: Path, cache: Path) -> None:
    other = source.with_name("other.yaml")
    other.write_bytes(source.read_bytes())
    results = [
        kept("words", sources, Work(str(number).encode()))
        for number, sources in enumerate(([source], [other], [source, other], [other, source]))
    ]
    assert results == [b"0", b"1", b"2", b"3"]


def test_the_copies_of_other_things_stay(source: Path, cache: Path) -> None:
    for name in ("words", "word", "words-more", "taught"):
        kept(name, [source], Work(name.encode()))
    assert len(_copies(cache)) == 4
    source.write_bytes(b"changed")
    for name in ("word", "words"):
        kept(name, [source], Work())
    assert [path.name.rpartition("-")[0] for path in _copies(cache)] == ["taught", "word", "words", "words-more"]


def _half(raw: bytes) -> bytes:
    return raw[: len(raw) // 2]


@pytest.mark.parametrize(
    "harm",
    [
        lambda raw: b"",
        lambda raw: raw[:10],
        lambda raw: raw[:32],
        _half,
        lambda raw: raw + b"x",
        lambda raw: raw[:-1] + b"?",
        lambda raw: b"?" + raw[1:],
        lambda raw: b"another program wrote this",
    ],
)
def test_a_harmed_copy_is_not_believed_and_made_again(
    harm: Callable[[bytes], bytes], source: Path, cache: Path
) -> None:
    work = Work(b"content " * 20)
    kept("words", [source], work)
    [path] = _copies(cache)
    whole = path.read_bytes()
    path.write_bytes(harm(whole))
    assert kept("words", [source], work) == work.content
    assert (work.times, path.read_bytes()) == (2, whole)


@given(st.integers(0, 10_000), st.integers(1, 255))
def test_a_copy_with_one_wrong_byte_anywhere_is_made_again(
    source: Path, cache: Path, place: int, difference: int
) -> None:
    work = Work(b"content")
    kept("words", [source], work)
    [path] = _copies(cache)
    raw = bytearray(path.read_bytes())
    raw[place % len(raw)] ^= difference
    path.write_bytes(raw)
    assert kept("words", [source], work) == b"content"


def test_where_the_folder_is_a_file_it_is_made_each_time(source: Path, cache: Path) -> None:
    cache.parent.mkdir(parents=True, exist_ok=True)
    cache.write_text("in the way", encoding="utf-8")
    work = Work()
    assert [kept("words", [source], work) for _ in range(2)] == [b"made"] * 2
    assert work.times == 2
    assert cache.read_text(encoding="utf-8") == "in the way"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_where_the_folder_is_read_only_it_is_made_each_time(source: Path, cache: Path) -> None:
    cache.mkdir(parents=True)
    cache.chmod(0o500)
    work = Work()
    try:
        assert [kept("words", [source], work) for _ in range(2)] == [b"made"] * 2
    finally:
        cache.chmod(0o700)
    assert work.times == 2 and _copies(cache) == []


def test_where_the_disk_takes_nothing_it_is_made_each_time(
    source: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object, **named: object) -> int:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(os, "open", refuse)
    work = Work()
    assert kept("words", [source], work) == b"made"
    assert work.times == 1


def test_a_folder_in_the_place_of_a_copy_is_no_error(source: Path, cache: Path) -> None:
    work = Work()
    kept("words", [source], work)
    [path] = _copies(cache)
    path.unlink()
    path.mkdir()
    assert kept("words", [source], work) == b"made"


def test_what_cannot_be_made_says_so_and_leaves_nothing(source: Path, cache: Path) -> None:
    def broken() -> bytes:
        raise ValueError("the bank is not as it should be")

    with pytest.raises(ValueError, match="the bank"):
        kept("words", [source], broken)
    assert kept("words", [source], Work()) == b"made"


def test_a_copy_begins_with_the_checksum_of_the_rest(source: Path, cache: Path) -> None:
    kept("words", [source], Work(b"content"))
    [path] = _copies(cache)
    assert path.read_bytes() == hashlib.sha256(b"content").digest() + b"content"
