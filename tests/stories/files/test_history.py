"""Earlier texts of a record: each save can be undone, the history stays bounded, and it stops no save."""

import base64
import datetime
import json
import multiprocessing
import os
import random
import signal
import time
import zlib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stories.errors import CannotWrite, UnsafeName
from stories.files import history, line_files
from stories.files.disk import MAX_BYTES, version_of
from stories.files.history import LARGEST, MOST, PAUSE, RECENT, Kept, deleted_at, keep, keep_deleted, kept_ids
from stories.files.library import read_library
from stories.files.places import state_folder
from stories.files.renaming import rename_story
from stories.files.restoring import restore
from stories.files.saving import archive_story, create_record, locked, save_fields
from tests.stories.files.disks import Disk, SlowDisk, bad_disk

AT = datetime.datetime(2026, 11, 21, 17, 5, 3, tzinfo=datetime.timezone(datetime.timedelta(hours=9)))
SAVES = 500 if os.environ.get("STORYBANK_FULL") else 50


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a library with the story x."""
    (tmp_path / "library" / "stories").mkdir(parents=True)
    (tmp_path / "library" / "stories" / "x.yaml").write_text("title: 처음\n", encoding="utf-8")
    return tmp_path / "library"


def file_of(folder: Path, story_id: str = "x") -> Path:
    return state_folder(folder) / "history" / f"stories.{story_id}.jsonl"


def texts(folder: Path, story_id: str = "x") -> list[bytes]:
    return [kept.content for kept in history.history(folder, "stories", story_id)]


def story(folder: Path, story_id: str = "x") -> bytes:
    return (folder / "stories" / f"{story_id}.yaml").read_bytes()


def lines_of(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def test_every_save_can_be_undone_and_the_undoing_too(folder: Path) -> None:
    with bad_disk():  # a good one that does not sync
        version, held = read_library(folder).files["stories", "x"].version, [story(folder)]
        for number in range(SAVES):
            version = save_fields(read_library(folder), "stories", "x", {"title": f"제목 {number}"}, version)
            held.append(story(folder))
        assert len(set(held)) == SAVES + 1
        assert texts(folder) == held[::-1]
        for content in random.Random(5).sample(held, len(held)):
            before = story(folder)
            version = restore(read_library(folder), "stories", "x", version_of(content), version)
            assert story(folder) == content
            assert before in texts(folder)
        assert set(texts(folder)) == set(held)


def test_what_an_editor_wrote_is_kept_before_it_is_saved_over(folder: Path) -> None:
    save_fields(read_library(folder), "stories", "x", {"title": "둘째"})
    by_hand = "# 편집기에서\ntitle: 셋째\n".encode()
    (folder / "stories" / "x.yaml").write_bytes(by_hand)
    save_fields(read_library(folder), "stories", "x", {"title": "넷째"})
    assert texts(folder) == [story(folder), by_hand, "title: 둘째\n".encode(), "title: 처음\n".encode()]


def test_each_way_to_write_a_record_is_kept(folder: Path) -> None:
    made = create_record(read_library(folder), "stories", "새 글", {"title": "새 글", "led_to": ["x"]})
    first = story(folder, made)
    assert texts(folder, made) == [first]
    archive_story(read_library(folder), made)
    assert texts(folder, made) == [story(folder, made), first]
    before = texts(folder, made)
    rename_story(read_library(folder), "x", "엑스")
    assert texts(folder, made) == [story(folder, made), *before]
    assert b"led_to: [x]" in before[0].replace(b"\n  - x", b" [x]") and "엑스".encode() in texts(folder, made)[0]


def test_a_save_that_failed_leaves_no_text_that_the_file_never_had(folder: Path) -> None:
    for title in ("둘째", "셋째"):
        library = read_library(folder)
        with bad_disk() as calls:
            save_fields(library, "stories", "x", {"title": title})
    library, before = read_library(folder), texts(folder)
    with bad_disk(calls.index("replace")), pytest.raises(CannotWrite):
        save_fields(library, "stories", "x", {"title": "넷째"})
    assert texts(folder) == before
    assert len(before) == 3


def test_any_bytes_come_back_with_the_time_when_they_were_kept(folder: Path) -> None:
    contents = [b"", b"\0\xff\r\n", os.urandom(MAX_BYTES), "가\ufeff\u2028".encode("utf-16")]
    for number, content in enumerate(contents):
        keep(folder, "stories", "x", content, AT + datetime.timedelta(seconds=number))
    found = history.history(folder, "stories", "x")
    assert [kept.content for kept in found] == contents[::-1]
    assert [kept.version for kept in found] == [version_of(content) for content in contents[::-1]]
    assert [kept.time - AT for kept in found] == [datetime.timedelta(seconds=number) for number in (3, 2, 1, 0)]
    assert history.history(folder, "stories", "x", most=2) == found[:2]


def test_what_was_kept_last_is_not_kept_twice_and_what_comes_again_is(folder: Path) -> None:
    for content in (b"a", b"a", b"b", b"a"):
        keep(folder, "stories", "x", content)
    assert texts(folder) == [b"a", b"b", b"a"]


@settings(max_examples=40)
@given(st.binary(max_size=200), st.integers(0, 400))
def test_a_torn_line_takes_no_other_with_it(tmp_path: Path, junk: bytes, cut: int) -> None:
    path = file_of(tmp_path)
    path.unlink(missing_ok=True)
    keep(tmp_path, "stories", "x", b"first")
    whole = path.read_bytes()
    path.write_bytes(whole + whole[: cut % len(whole)] + junk)
    keep(tmp_path, "stories", "x", b"second")
    found = texts(tmp_path)
    assert found[0] == b"second" and found[-1] == b"first"
    assert set(found) == {b"first", b"second"}


def fields(content: bytes = b"x", **other: object) -> bytes:
    packed = base64.b64encode(zlib.compress(content)).decode()
    line = {"at": AT.isoformat(), "number": 1, "version": version_of(content), "zlib": packed}
    return json.dumps({**line, **other}).encode()


FOREIGN = (
    b"", b"{", b"[]", b"null", b"3", b"\xff\xfe\x00", b"[" * 100_000, b"9" * 5000, b"<<<<<<< HEAD",
    fields(at="gestern"), fields(at=3), fields(at="2026-11-21T17:05:03"), fields(version=version_of(b"y")),
    fields(version=None), fields(zlib="?"), fields(zlib=base64.b64encode(b"no zlib").decode()), fields(number="x"),
    fields(number=None), fields(b"\0" * 50_000_000),
)  # fmt: skip


def test_a_line_that_is_damaged_or_not_ours_is_passed_over(folder: Path) -> None:
    keep(folder, "stories", "x", b"first")
    with file_of(folder).open("ab") as file:
        file.write(fields(b"good") + b"\n" + b"\n".join(FOREIGN) + b"\n")
    assert texts(folder) == [b"good", b"first"]
    keep(folder, "stories", "x", b"second")
    assert texts(folder) == [b"second", b"good", b"first"]


def test_a_history_stays_bounded_in_number_and_keeps_the_newest(folder: Path) -> None:
    with bad_disk():
        for number in range(MOST + 300):
            keep(folder, "stories", "x", str(number).encode(), AT + datetime.timedelta(seconds=number))
    found = history.history(folder, "stories", "x", most=10_000)
    assert RECENT <= len(found) <= MOST
    assert [kept.content for kept in found[:RECENT]] == [str(MOST + 299 - number).encode() for number in range(RECENT)]
    older = [kept.time for kept in found[RECENT + 300 :]]
    assert older == sorted(older, reverse=True)


def test_of_older_texts_one_in_a_while_is_kept(folder: Path) -> None:
    with bad_disk():
        for number in range(MOST):
            keep(folder, "stories", "x", str(number).encode(), AT + datetime.timedelta(seconds=20 * number))
    found = history.history(folder, "stories", "x")
    older = [kept.time for kept in found[RECENT - 1 :]]
    assert 10 < len(older) < 30
    assert all(abs((a - b).total_seconds()) >= PAUSE for a, b in pairwise(older))


def test_a_clock_that_runs_backwards_thins_no_more_than_another(folder: Path) -> None:
    with bad_disk():
        for number in range(MOST):
            keep(folder, "stories", "x", str(number).encode(), AT - datetime.timedelta(hours=number))
    assert len(texts(folder)) == MOST * 3 // 4


def test_a_history_stays_bounded_in_bytes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "LARGEST", 200_000)
    noise = random.Random(1)
    with bad_disk():
        for _ in range(60):
            keep(folder, "stories", "x", noise.randbytes(10_000))
            assert file_of(folder).stat().st_size <= 200_000
    assert len(texts(folder)) >= 10
    newest = noise.randbytes(140_000)  # more than is left after thinning: the newest text stays all the same
    keep(folder, "stories", "x", newest)
    assert texts(folder)[0] == newest


def test_a_history_that_cannot_be_thinned_is_kept_on(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "MOST", 3)

    def fails(name: str, given: tuple[object, ...]) -> None:
        if name == "replace":
            raise OSError(28, "full")

    monkeypatch.setattr(history.disk, "os", Disk(fails))
    for number in range(6):
        keep(folder, "stories", "x", str(number).encode())
    assert texts(folder)[0] == b"5"
    assert len(lines_of(file_of(folder))) == 6


def test_a_long_history_makes_no_save_slow(folder: Path) -> None:
    keep(folder, "stories", "x", b"first")
    line = file_of(folder).read_bytes()
    noise = random.Random(2)
    with file_of(folder).open("ab") as file:
        while file.tell() < LARGEST - 400_000:
            file.write(fields(noise.randbytes(100_000), number=7) + b"\n")
        file.write(line)
    reads: list[int] = []

    class Counting(Disk):
        def fdopen(self, *given: object) -> object:
            file = os.fdopen(*given)  # type: ignore[call-overload]
            real = file.read
            file_read = lambda size: reads.append(size) or real(size)  # noqa: E731
            return type("File", (), {
                "__enter__": lambda self: self, "__exit__": lambda self, *error: file.close(),
                "seek": lambda self, place: file.seek(place), "fileno": lambda self: file.fileno(),
                "read": lambda self, size: file_read(size),
            })()  # fmt: skip

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(line_files, "os", Counting())
        keep(folder, "stories", "x", b"second")
    assert 0 < sum(reads) <= line_files.BLOCK
    assert texts_of_newest(folder) == b"second"


def texts_of_newest(folder: Path) -> bytes:
    return history.history(folder, "stories", "x", most=1)[0].content


def test_a_record_has_a_history_of_its_own(folder: Path) -> None:
    keep(folder, "stories", "x", b"story")
    keep(folder, "concepts", "x", b"concept")
    keep(folder, "stories", "x.y", b"other")
    keep(folder, "stories", "\u110c\u1175\u110b\u116f\u11ab", b"NFD")
    assert texts(folder) == [b"story"]
    assert kept_ids(folder, "stories") == ("x", "x.y", "지원")
    assert kept_ids(folder, "concepts") == ("x",)
    assert kept_ids(folder, "applications") == ()
    (folder.parent / "other").mkdir()
    assert texts(folder.parent / "other") == []


@pytest.mark.parametrize("name", ["../x", "a/b", "..", "", "con", "a\0", "a b"])
def test_a_name_that_leaves_the_folder_is_refused(name: str, folder: Path) -> None:
    for refused in (
        lambda: keep(folder, "stories", name, b""),
        lambda: history.history(folder, "stories", name),
        lambda: history.move(folder, "stories", "x", name),
        lambda: history.forget(folder, "stories", name),
    ):
        with pytest.raises(UnsafeName):
            refused()
    assert not state_folder(folder).exists()


def test_the_history_of_a_renamed_story_moves_along(folder: Path) -> None:
    save_fields(read_library(folder), "stories", "x", {"title": "둘째"})
    before = texts(folder)
    rename_story(read_library(folder), "x", "y")
    assert (texts(folder, "y"), kept_ids(folder, "stories")) == (before, ("y",))
    save_fields(read_library(folder), "stories", "y", {"title": "셋째"})
    assert texts(folder, "y") == [story(folder, "y"), *before]


def test_a_history_that_the_new_name_has_already_stays_before_it(folder: Path) -> None:
    keep(folder, "stories", "y", b"gone")
    save_fields(read_library(folder), "stories", "x", {"title": "둘째"})
    before = texts(folder)
    rename_story(read_library(folder), "x", "y")
    assert texts(folder, "y") == [*before, b"gone"]
    assert [line["number"] for line in lines_of(file_of(folder, "y"))] == [1, 2, 3]


def test_a_deletion_is_noted_until_there_is_a_text_again(folder: Path) -> None:
    assert deleted_at(folder, "stories", "x") == ""
    keep(folder, "stories", "x", b"text")
    assert deleted_at(folder, "stories", "x") == ""
    keep_deleted(folder, "stories", "x", AT)
    assert datetime.datetime.fromisoformat(deleted_at(folder, "stories", "x")) == AT
    assert texts(folder) == [b"text"]
    keep(folder, "stories", "x", b"text")
    assert (deleted_at(folder, "stories", "x"), texts(folder)) == ("", [b"text", b"text"])


def test_what_is_forgotten_is_gone(folder: Path) -> None:
    keep(folder, "stories", "x", b"text")
    history.forget(folder, "stories", "x")
    history.forget(folder, "stories", "x")
    assert (texts(folder), kept_ids(folder, "stories")) == ([], ())


@pytest.mark.skipif(os.name == "nt", reason="modes")
def test_the_texts_are_nobody_elses_to_read_and_no_part_of_the_library(folder: Path) -> None:
    save_fields(read_library(folder), "stories", "x", {"title": "둘째"})
    assert file_of(folder).stat().st_mode & 0o077 == 0
    assert not file_of(folder).is_relative_to(folder)
    assert sorted(path.name for path in folder.rglob("*")) == ["stories", "x.yaml"]


def test_what_is_kept_shows_no_text_where_it_is_printed(folder: Path) -> None:
    keep(folder, "stories", "x", b"text")
    assert "packed" not in repr(history.history(folder, "stories", "x")[0])
    assert Kept(AT.isoformat(), "").content == b""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_two_processes_that_save_keep_every_text_of_both(folder: Path) -> None:
    def save_some(letter: str) -> None:
        line_files.os = SlowDisk()  # type: ignore[assignment]
        for number in range(8):
            with locked(folder):
                keep(folder, "stories", "x", f"{letter} {number} {letter * 2000}".encode())

    savers = [multiprocessing.get_context("fork").Process(target=save_some, args=(letter,)) for letter in "ab"]
    for saver in savers:
        saver.start()
    for saver in savers:
        saver.join()
    assert [saver.exitcode for saver in savers] == [0, 0]
    assert sorted(content[:3] for content in texts(folder)) == sorted(
        f"{letter} {number}".encode() for letter in "ab" for number in range(8)
    )
    assert [line["number"] for line in lines_of(file_of(folder))] == list(range(1, 17))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_kill_in_mid_save_loses_no_text_that_the_file_had(folder: Path) -> None:
    noise, seen = random.Random(3), set[bytes]()
    torn = 0
    for turn in range(30):
        child = os.fork()
        if child == 0:
            try:
                line_files.os = SlowDisk()  # type: ignore[assignment]
                for number in range(1000):
                    save_fields(
                        read_library(folder),
                        "stories",
                        "x",
                        {"title": f"{turn} {number}", "action": os.urandom(6000).hex()},
                    )
            finally:
                os._exit(1)
        time.sleep(noise.uniform(0.02, 0.09))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        raw = file_of(folder).read_bytes() if file_of(folder).exists() else b""
        torn += bool(raw) and not raw.endswith(b"\n")
        seen.add(story(folder))
        save_fields(read_library(folder), "stories", "x", {"title": f"after {turn}"})
        kept = texts(folder)
        assert seen <= set(kept)
        assert kept[0] == story(folder)
        seen.add(story(folder))
    assert len(seen) > 30
    assert torn
