"""What is on the disk when it fails, when a process is killed, and when another program holds a file."""

import errno
import itertools
import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from stories.errors import CannotWrite, NameTaken, StoryBankError
from stories.files import disk, history
from stories.files.library import read_library
from stories.files.saving import create_record, locked, save_fields
from stories.files.tree import Plain
from tests.stories.files.disks import Disk, FailingDisk, SlowDisk

OLD = "title: 옛 제목\nsituation: |\n  상황\n"
REASONS = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EROFS: "read-only",
    errno.EACCES: "no-permission",
    errno.EIO: "other",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a library with the story x; the histories that saves write to are begun, with calls of their own."""
    (tmp_path / "library" / "stories").mkdir(parents=True)
    (tmp_path / "library" / "stories" / "x.yaml").write_text(OLD, encoding="utf-8")
    for story_id in "xy":
        history.keep(tmp_path / "library", "stories", story_id, b"")
    return tmp_path / "library"


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in (folder / "stories").iterdir())


def save(folder: Path, title: str) -> None:
    save_fields(read_library(folder), "stories", "x", {"title": title})


def make(folder: Path, title: str) -> None:
    create_record(read_library(folder), "stories", title, {"title": title}, "y")


def title_of(folder: Path, story_id: str) -> str:
    library = read_library(folder)
    assert not library.problems
    return library.stories[story_id].title if story_id in library.stories else ""


def calls_of(patch: pytest.MonkeyPatch, action: Callable[[Path, str], None], folder: Path) -> list[str]:
    """Return the calls that the action makes of the disk, by name."""
    recorder = Disk()
    with patch.context() as here:
        here.setattr(disk, "os", recorder)
        action(folder, "처음")
    return [name for name, _ in recorder.calls]


def test_a_save_is_written_synced_renamed_and_the_folder_synced_in_this_order(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorder = Disk()
    monkeypatch.setattr(disk, "os", recorder)
    save(folder, "새 제목")
    done = [(name, given) for name, given in recorder.calls if name in ("open", "write", "fsync", "replace")]
    assert [name for name, _ in done] == ["open", "write", "fsync", "replace", "open", "fsync"]
    (temporary, flags, _), (target, _) = done[0][1], reversed(done[3][1])
    assert flags & os.O_EXCL and flags & os.O_CREAT
    assert Path(temporary).parent == Path(target).parent == folder / "stories"
    assert done[3][1] == (temporary, folder / "stories" / "x.yaml")
    assert done[1][1][0] == done[2][1][0], "what is synced is what was written"
    assert done[4][1][0] == folder / "stories"


def test_a_new_file_is_synced_before_it_has_its_name(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = calls_of(monkeypatch, make, folder)
    assert [name for name in calls if name in ("write", "fsync", "link")] == ["write", "fsync", "link", "fsync"]


def test_every_save_has_a_temporary_file_of_its_own(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    recorder = Disk()
    monkeypatch.setattr(disk, "os", recorder)
    for number in range(5):
        save(folder, str(number))
    assert len({given[0] for name, given in recorder.calls if name == "replace"}) == 5


@pytest.mark.parametrize("code", REASONS, ids=[errno.errorcode[code] for code in REASONS])
@pytest.mark.parametrize(
    ("action", "story_id", "renames"), [(save, "x", "replace"), (make, "y", "link")], ids=["save", "make"]
)
def test_whatever_call_fails_the_old_file_is_whole_and_the_next_save_works(
    action: Callable[[Path, str], None],
    story_id: str,
    renames: str,
    code: int,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    calls = calls_of(monkeypatch, action, folder)
    assert len(calls) > 6
    for number, name in enumerate(calls):
        (folder / "stories" / "y.yaml").unlink(missing_ok=True)
        save(folder, "옛 제목")
        before = names(folder)
        with monkeypatch.context() as patch:
            patch.setattr(disk, "os", FailingDisk(number, OSError(code, os.strerror(code))))
            stopped = outcome(action, folder)
        if number > calls.index(renames):
            assert stopped is None, f"{name} fails after the file has its name: it is saved"
            assert title_of(folder, story_id) == "새 제목"
        else:
            assert isinstance(stopped, CannotWrite), name
            assert stopped.details["reason"] == REASONS[code]
            assert set(stopped.details) == {"file", "folder", "reason", "detail"}
            assert names(folder) == before, name
            assert title_of(folder, "x") == "옛 제목"
            assert title_of(folder, "y") == ""
            action(folder, "새 제목")
            assert title_of(folder, story_id) == "새 제목"


def outcome(action: Callable[[Path, str], None], folder: Path) -> StoryBankError | None:
    try:
        action(folder, "새 제목")
    except StoryBankError as error:
        return error
    return None


def test_a_disk_that_fails_twice_gives_the_same_message_and_hides_its_leftover(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cannot_remove(path: Path, missing_ok: bool = False) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    calls = calls_of(monkeypatch, save, folder)
    with monkeypatch.context() as patch:
        patch.setattr(disk, "os", FailingDisk(calls.index("write"), OSError(errno.ENOSPC, "full"), for_ever=True))
        patch.setattr(Path, "unlink", cannot_remove)
        stopped = outcome(save, folder)
    assert isinstance(stopped, CannotWrite)
    assert stopped.details["reason"] == "full"
    assert len(names(folder)) == 2
    assert title_of(folder, "x") == "처음"
    save(folder, "새 제목")


def test_a_disk_that_takes_one_byte_at_a_time_gets_the_whole_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Mean(Disk):
        def write(self, descriptor: int, content: memoryview) -> int:
            return os.write(descriptor, content[:1])

    monkeypatch.setattr(disk, "os", Mean())
    save(folder, "새 제목")
    assert (folder / "stories" / "x.yaml").read_text(encoding="utf-8") == OLD.replace("옛", "새")


@pytest.mark.parametrize("winerror", [5, 32])
@pytest.mark.parametrize(("times", "saved"), [(3, True), (10_000, False)])
def test_a_file_that_another_program_holds_on_windows_is_tried_again_for_a_while(
    winerror: int, times: int, saved: bool, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = [0]

    def before(name: str, given: tuple[object, ...]) -> None:
        if name == "replace" and held[0] < times:
            held[0] += 1
            error = PermissionError(13, "in use")
            error.winerror = winerror  # type: ignore[attr-defined]
            raise error

    monkeypatch.setattr(disk, "_RETRY_SECONDS", 0.3)
    monkeypatch.setattr(disk, "os", Disk(before))
    stopped = outcome(save, folder)
    assert (stopped is None) == saved
    assert title_of(folder, "x") == ("새 제목" if saved else "옛 제목")
    assert names(folder) == ["x.yaml"]
    if stopped:
        assert stopped.details["reason"] == "in-use"


def test_a_file_that_is_marked_as_read_only_is_not_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Marked(Disk):
        def access(self, path: Path, mode: int) -> bool:
            return not (path.name == "x.yaml" and mode == os.W_OK)

    monkeypatch.setattr(disk, "os", Marked())
    stopped = outcome(save, folder)
    assert isinstance(stopped, CannotWrite)
    assert stopped.details["reason"] == "no-permission"
    assert title_of(folder, "x") == "옛 제목"


@pytest.mark.parametrize("code", [errno.EPERM, errno.ENOTSUP, errno.ENOSYS])
def test_a_file_system_without_hard_links_makes_files_and_never_overwrites(
    code: int, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def before(name: str, given: tuple[object, ...]) -> None:
        if name == "link":
            raise OSError(code, os.strerror(code))

    monkeypatch.setattr(disk, "os", Disk(before))
    make(folder, "새 제목")
    assert title_of(folder, "y") == "새 제목"
    with pytest.raises(NameTaken):
        disk.create(folder / "stories" / "y.yaml", b"title: y\n")
    assert title_of(folder, "y") == "새 제목"
    assert names(folder) == ["x.yaml", "y.yaml"]


def test_a_failed_rename_without_hard_links_leaves_no_empty_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def before(name: str, given: tuple[object, ...]) -> None:
        if name in ("link", "replace"):
            raise OSError(errno.EPERM if name == "link" else errno.EIO, "refused")

    monkeypatch.setattr(disk, "os", Disk(before))
    assert isinstance(outcome(make, folder), CannotWrite)
    assert names(folder) == ["x.yaml"]


def test_a_new_file_never_overwrites_one_that_came_meanwhile(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def before(name: str, given: tuple[object, ...]) -> None:
        if name == "fsync":
            (folder / "stories" / "y.yaml").write_text("title: 다른 프로그램\n", encoding="utf-8")

    with monkeypatch.context() as patch:
        patch.setattr(disk, "os", Disk(before))
        assert isinstance(outcome(make, folder), NameTaken)
    assert title_of(folder, "y") == "다른 프로그램"
    assert names(folder) == ["x.yaml", "y.yaml"]


def test_a_file_in_the_place_of_the_folder_is_no_taken_name(tmp_path: Path) -> None:
    (tmp_path / "stories").write_text("", encoding="utf-8")
    with pytest.raises(CannotWrite):
        disk.create(tmp_path / "stories" / "x.yaml", b"title: x\n")


def save_without_end(folder: Path, changes: list[dict[str, Plain]]) -> None:
    disk.os = SlowDisk()  # type: ignore[assignment]
    for change in itertools.cycle(changes):
        save_fields(read_library(folder), "stories", "x", change)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_kill_in_mid_save_leaves_the_old_or_the_new_file_whole(folder: Path) -> None:
    texts = {letter: letter * 6_000 for letter in "가나"}
    save_fields(read_library(folder), "stories", "x", {"action": texts["가"]})
    chance, kills, in_mid_write = random.Random(7), 0, 0
    while kills < 40 or (not in_mid_write and kills < 400):
        child = os.fork()
        if child == 0:
            try:
                save_without_end(folder, [{"action": text} for text in texts.values()])
            finally:
                os._exit(1)
        time.sleep(chance.uniform(0.01, 0.08))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        library = read_library(folder)
        assert library.problems == ()
        assert library.stories["x"].action in texts.values()
        assert [name for name in names(folder) if not name.startswith(".~")] == ["x.yaml"]
        kills, in_mid_write = kills + 1, len(names(folder)) - 1
    assert in_mid_write
    save(folder, "새 제목")
    assert title_of(folder, "x") == "새 제목"
    disk.sweep(folder, older_than_seconds=0)
    assert names(folder) == ["x.yaml"]


def test_only_old_leftovers_of_storybank_are_swept(folder: Path) -> None:
    stories = folder / "stories"
    old, fresh = stories / ".~0123456789abcdef.tmp", stories / ".~fedcba9876543210.tmp"
    others = [stories / name for name in (".~lock.x.yaml#", ".~notes.tmp", "0123456789abcdef.tmp", ".hidden.yaml")]
    for path in (old, fresh, *others):
        path.write_text("x", encoding="utf-8")
        os.utime(path, (1_000_000_000, 1_000_000_000)) if path != fresh else None
    disk.sweep(folder)
    assert names(folder) == sorted(path.name for path in (fresh, *others, stories / "x.yaml"))


def test_a_library_that_another_process_saves_into_for_long_is_told_to_be_in_use(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("stories.files.saving.LOCK_SECONDS", 0.1)
    with locked(folder), pytest.raises(CannotWrite) as raised:
        save(folder, "새 제목")
    assert raised.value.details["reason"] == "in-use"
    save(folder, "새 제목")


def test_a_place_for_locks_that_cannot_be_written_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder.parent / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("STORYBANK_STATE", str(folder.parent / "file"))
    with pytest.raises(CannotWrite) as raised:
        save(folder, "새 제목")
    assert set(raised.value.details) == {"file", "folder", "reason", "detail"}
    assert (folder / "stories" / "x.yaml").read_text(encoding="utf-8") == OLD
