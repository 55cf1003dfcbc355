"""Backups: everything comes back byte for byte, nothing is overwritten, and what is hostile is refused at once."""

import hashlib
import os
import random
import stat
import sys
import time
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from languages import LANGUAGES, sentences
from screens.parts.telling import error_sentence
from stories.errors import (
    BackupTooLarge,
    CannotWrite,
    FolderNotEmpty,
    LibraryMissing,
    LibraryNotAFolder,
    NotABackup,
    SampleIsReadOnly,
)
from stories.files import backup as making
from stories.files import backup_restoring, places, zips
from stories.files.backup import LARGEST, UPLOAD, Backup, backup, left_out, read_backup
from stories.files.backup_restoring import Comparison, compare, restore_backup
from stories.files.library import read_library
from stories.files.places import SAMPLE
from tests.stories.files.disks import bad_disk
from tests.stories.files.hostile_zips import HOSTILE, LIST, STORY, Hostile, zipped

KEYS = sentences("ko").keys()
ALL = {
    "profile.yaml": b"name: me\n",
    "practice.jsonl": b"{}\n",
    "notes.md": b"",
    "stories/x.yaml": STORY,
    "stories/y.yml": "title: 가\r\n".encode("utf-16"),
    "stories/x (conflicted copy).yaml": b"{{{",
    "stories/메모.txt": b"\xff\0",
    "versions/kt.jsonl": b"{}\n{",
    "mine/of/2019/deep.csv": b"a,b\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a library with files of every kind that a backup holds."""
    return written(tmp_path / "library", ALL)


def written(folder: Path, files: dict[str, bytes]) -> Path:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def state(folder: Path) -> dict[str, bytes]:
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def without_schemas(folder: Path) -> dict[str, bytes]:
    return {name: content for name, content in state(folder).items() if not name.startswith("schemas/")}


def test_everything_comes_back_byte_for_byte_into_a_new_folder(folder: Path, tmp_path: Path) -> None:
    new = tmp_path / "somewhere" / "new"
    found = restore_backup(read_backup(backup(folder)), new)
    assert found == Comparison(tuple(sorted(ALL)), (), ())
    assert without_schemas(new) == ALL
    assert left_out(folder) == ()


def test_the_sample_comes_back_as_a_library_that_is_the_same(tmp_path: Path) -> None:
    restore_backup(read_backup(backup(SAMPLE)), tmp_path / "new")
    assert state(tmp_path / "new") == state(SAMPLE)
    new, old = read_library(tmp_path / "new"), read_library(SAMPLE)
    assert (new.stories, new.applications, new.problems) == (old.stories, old.applications, old.problems)


def test_the_same_library_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    first = backup(folder)
    time.sleep(0.01)
    other = written(tmp_path / "other", dict(reversed(ALL.items())))
    for path in other.rglob("*.yaml"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
        path.chmod(0o600)
    assert backup(other) == first == backup(folder)


def test_people_can_unpack_it_and_check_it_themselves(folder: Path) -> None:
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(backup(folder))) as found:
        assert found.testzip() is None
        assert found.namelist() == [LIST, *sorted(ALL)]
        assert {info.date_time for info in found.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        lines = found.read(LIST).decode().splitlines()
    assert lines[0] == "# storybank backup, format 1"
    assert lines[1:] == [f"{hashlib.sha256(ALL[name]).hexdigest()}  {name}" for name in sorted(ALL)]


@pytest.mark.skipif(os.name == "nt", reason="links and pipes")
def test_what_is_not_backed_up_is_named_and_what_is_hidden_is_not(folder: Path, tmp_path: Path) -> None:
    written(
        folder,
        {
            "exports/sheet.docx": b"PK", "recordings/a.wav": b"", "no ending": b"", "stories/a:b.yaml": b"",
            "stories/X.yaml": b"title: other\n", f"stories/{'가' * 80}.yaml": b"",
            "a/b/c/d/e.md": b"", "a/b/c/d/e/f/g.md": b"",
            ".git/config": b"", "stories/.~0123456789abcdef.tmp": b"", ".hidden.md": b"", "schemas/story.json": b"{}",
            "stories/line\nend.yaml": b"", LIST: b"mine",
        },
    )  # fmt: skip
    (tmp_path / "outside").mkdir()
    (folder / "interviews").symlink_to(tmp_path / "outside")
    (folder / "concepts").mkdir()
    (folder / "concepts" / "link.yaml").symlink_to(folder / "stories" / "x.yaml")
    os.mkfifo(folder / "concepts" / "pipe.yaml")
    Path(os.fsdecode(os.fsencode(folder / "stories") + b"/\xff.yaml")).write_bytes(b"")
    expected = {
        "exports/sheet.docx", "recordings/a.wav", "no ending", "stories/a:b.yaml", "stories/x.yaml", "a/b/c/d/e.md",
        "a/b/c/d/e/", "interviews", "concepts/link.yaml", "concepts/pipe.yaml", "stories/\ufffd.yaml",
        "stories/line\ufffdend.yaml", LIST,
    }  # fmt: skip
    assert set(left_out(folder)) == expected
    found = read_backup(backup(folder))
    assert set(found.left_out) == expected
    assert set(found.files) == (set(ALL) - {"stories/x.yaml"}) | {"stories/X.yaml", f"stories/{'가' * 80}.yaml"}


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_cannot_be_read_is_named(folder: Path) -> None:
    (folder / "stories" / "x.yaml").chmod(0)
    assert left_out(folder) == ("stories/x.yaml",) == read_backup(backup(folder)).left_out


def test_a_decomposed_name_is_composed_in_the_backup(tmp_path: Path) -> None:
    folder = written(tmp_path / "library", {"stories/\u110c\u1175.yaml": STORY})
    assert list(read_backup(backup(folder)).files) == ["stories/지.yaml"]


def test_a_library_that_is_missing_or_a_file_is_told(folder: Path) -> None:
    for refused in (backup, left_out):
        with pytest.raises(LibraryMissing):
            refused(folder / "nothing")
        with pytest.raises(LibraryNotAFolder):
            refused(folder / "profile.yaml")


def test_an_empty_library_has_a_backup_too(tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    assert read_backup(backup(tmp_path / "library")) == Backup({}, ())


def test_what_is_more_than_a_backup_holds_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (folder / "versions" / "long.jsonl").open("wb") as file:
        file.truncate(making.MOST_BYTES)
    with pytest.raises(BackupTooLarge) as raised:
        backup(folder)
    assert raised.value.details == {"reason": "backup-bytes", "size": 25, "limit": 25, "file": "versions/long.jsonl"}
    told(raised.value)
    (folder / "versions" / "long.jsonl").unlink()
    monkeypatch.setattr(zips, "MOST_FILES", 5)
    for refused in (backup, left_out):
        with pytest.raises(BackupTooLarge) as raised:
            refused(folder)
        assert raised.value.details == {"reason": "backup-files", "limit": 5}
        told(raised.value)


def test_the_largest_backup_there_can_be_is_read_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "MOST_BYTES", 3 * 2**20)
    (folder / "notes.md").write_bytes(random.Random(1).randbytes(3 * 2**20 - 1000))
    raw = backup(folder)
    assert read_backup(raw).files["notes.md"] == (folder / "notes.md").read_bytes()
    lists = making._LONGEST_LINE * (zips.MOST_FILES + making._MOST_LEFT_OUT + 1)
    assert lists + 25 * 2**20 <= zips.MOST_BYTES
    assert zips.MOST_BYTES + zips.MOST_FILES * (76 + 2 * zips.LONGEST_NAME) < LARGEST


def test_files_that_change_while_they_are_read_are_read_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, turns = making.read_bytes, [0]

    def reading(path: Path, largest: int) -> bytes:
        turns[0] += 1
        if turns[0] == 5:  # a story is renamed: it was not listed under its new name
            (folder / "stories" / "y.yml").rename(folder / "stories" / "a.yml")
        return real(path, largest)

    monkeypatch.setattr(making, "read_bytes", reading)
    found = read_backup(backup(folder))
    assert found.files["stories/a.yml"] == ALL["stories/y.yml"]
    assert "stories/y.yml" not in found.files
    assert found.left_out == ()


def test_into_a_library_only_what_is_missing_is_added(folder: Path, tmp_path: Path) -> None:
    taken = read_backup(backup(folder))
    mine = {"profile.yaml": b"name: other\n", "stories/X.yml": b"title: other\n", "stories/y.yml": ALL["stories/y.yml"]}
    library = written(tmp_path / "mine", mine)
    expected = Comparison(
        tuple(sorted(set(ALL) - {"profile.yaml", "stories/x.yaml", "stories/y.yml"})),
        ("stories/y.yml",),
        ("profile.yaml", "stories/x.yaml"),
    )
    assert compare(taken, library) == expected
    assert state(library) == mine
    assert restore_backup(taken, library) == expected
    assert without_schemas(library) == {**{name: ALL[name] for name in expected.missing}, **mine}
    after = state(library)
    assert restore_backup(taken, library).missing == ()
    assert state(library) == after


def test_a_folder_of_other_things_is_left_alone(folder: Path, tmp_path: Path) -> None:
    taken = read_backup(backup(folder))
    other = written(tmp_path / "other", {"photo.txt": b""})
    with pytest.raises(FolderNotEmpty):
        restore_backup(taken, other)
    with pytest.raises(LibraryNotAFolder):
        restore_backup(taken, other / "photo.txt")
    assert state(other) == {"photo.txt": b""}
    hidden = written(tmp_path / "hidden", {".DS_Store": b""})
    assert restore_backup(taken, hidden).missing == tuple(sorted(ALL))


def test_the_sample_is_never_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken = Backup({"stories/new.yaml": STORY})
    monkeypatch.setattr(places, "SAMPLE", folder)
    with pytest.raises(SampleIsReadOnly):
        restore_backup(taken, folder)
    assert state(folder) == ALL


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_nothing_is_written_through_a_link_out_of_the_library(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (folder / "concepts").symlink_to(outside)
    with pytest.raises(CannotWrite):
        restore_backup(Backup({"concepts/pca.yaml": STORY, "stories/new.yaml": STORY}), folder)
    assert list(outside.iterdir()) == []
    assert state(folder) == ALL
    (folder / "concepts").unlink()
    (folder / "stories" / "new.yaml").symlink_to(outside / "new.yaml")
    assert restore_backup(Backup({"stories/new.yaml": STORY}), folder).differing == ("stories/new.yaml",)
    assert list(outside.iterdir()) == []


def test_a_file_that_comes_while_it_is_restored_is_not_overwritten(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new, real = tmp_path / "new", backup_restoring.disk.create

    def create(path: Path, content: bytes) -> None:
        if path.name == "y.yml":
            path.write_bytes(b"title: from elsewhere\n")
        real(path, content)

    monkeypatch.setattr(backup_restoring.disk, "create", create)
    found = restore_backup(read_backup(backup(folder)), new)
    assert found.differing == ("stories/y.yml",)
    assert "stories/y.yml" not in found.missing
    assert (new / "stories" / "y.yml").read_bytes() == b"title: from elsewhere\n"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_kill_in_the_middle_leaves_whole_files_and_the_next_try_adds_the_rest(folder: Path, tmp_path: Path) -> None:
    taken = read_backup(backup(folder))
    for killed_at in range(1, len(ALL), 3):
        new = tmp_path / f"new {killed_at}"
        child = os.fork()
        if child == 0:
            restore_until(taken, new, killed_at)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
        there = state(new)
        assert len(there) == killed_at - 1
        assert there.items() <= ALL.items()
        assert len(restore_backup(taken, new).missing) == len(ALL) - len(there)
        assert without_schemas(new) == ALL


def restore_until(taken: Backup, new: Path, number: int) -> None:
    """Restore and end the process when the file of this number would be written."""
    real, made = backup_restoring.disk.create, [0]

    def create(path: Path, content: bytes) -> None:
        made[0] += 1
        if made[0] == number:
            os._exit(9)
        real(path, content)

    backup_restoring.disk.create = create
    try:
        restore_backup(taken, new)
    finally:
        os._exit(1)


def told(error: NotABackup | BackupTooLarge) -> None:
    """See that the error is one sentence that says why, in every language, with nothing left to fill in."""
    for language in LANGUAGES:
        sentence = error_sentence(sentences(language), error)
        assert sentences(language)(f"reasons.{error.details['reason']}", **error.details) in sentence
        assert "{" not in sentence and len(sentence) < 300


@cache
def made(hostile: Hostile) -> bytes:
    return hostile.make()


@pytest.mark.parametrize("hostile", HOSTILE, ids=[one.name for one in HOSTILE])
def test_what_is_no_backup_is_refused_in_one_sentence(hostile: Hostile) -> None:
    raw = made(hostile)
    fastest = 9.0
    for _ in range(3):
        start = time.process_time()
        with pytest.raises(NotABackup) as raised:
            read_backup(raw)
        fastest = min(fastest, time.process_time() - start)
    assert raised.value.details["reason"] == hostile.reason
    told(raised.value)
    assert fastest < 0.1


def test_there_are_many_hostile_files_of_every_reason() -> None:
    assert len(HOSTILE) >= 25
    said = {key.removeprefix("reasons.") for key in KEYS if key.startswith("reasons.zip-")}
    assert {one.reason for one in HOSTILE} == said


@pytest.mark.skipif(sys.platform != "linux", reason="memory is bounded by the process there")
def test_what_is_refused_takes_little_memory() -> None:
    import resource

    raws = [made(one) for one in HOSTILE]
    child = os.fork()
    if child == 0:
        for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
            if line.startswith("VmSize"):
                resource.setrlimit(resource.RLIMIT_AS, ((int(line.split()[1]) + 50 * 1024) * 1024,) * 2)
        code = 0
        for raw in raws:
            try:
                read_backup(raw)
                code = 2
            except NotABackup:
                continue
            except BaseException:  # noqa: BLE001 - above all MemoryError
                code = 3
        os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


@settings(max_examples=10_000 if os.environ.get("STORYBANK_FULL") else 300)
@given(st.data())
def test_a_backup_in_which_anything_is_changed_is_refused_or_says_the_same(data: st.DataObject) -> None:
    files = {"profile.yaml": b"name: me\n", "stories/x.yaml": STORY * 20, "stories/지원.yaml": b"title: y\n"}
    raw = bytearray(zipped(files))
    for _ in range(data.draw(st.integers(1, 3))):
        match data.draw(st.sampled_from(["flip", "cut", "insert", "copy"])):
            case "flip":
                raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
            case "cut":
                start = data.draw(st.integers(0, len(raw) - 1))
                del raw[start : start + data.draw(st.integers(1, 60))]
            case "insert":
                place = data.draw(st.integers(0, len(raw)))
                raw[place:place] = data.draw(st.binary(min_size=1, max_size=30))
            case _:
                start, place = data.draw(st.integers(0, len(raw))), data.draw(st.integers(0, len(raw)))
                raw[place:place] = raw[start : start + 80]
        raw = raw or bytearray(b"P")
    start = time.process_time()
    try:
        assert read_backup(bytes(raw)).files == files  # a date or a right in it, which nobody reads
    except NotABackup as error:
        told(error)
    assert time.process_time() - start < 1


@settings(max_examples=200)
@given(st.text(min_size=1, max_size=40))
def test_a_name_of_any_letters_stays_below_the_folder(name: str) -> None:
    if zips.is_portable(name):
        parts = Path(name).parts
        assert not Path(name).is_absolute() and ".." not in parts and "\\" not in name and ":" not in name
        assert all(not part.startswith(".") for part in parts)
        assert name.encode()


def test_a_backup_that_is_too_large_for_a_page_is_read_from_a_file(tmp_path: Path) -> None:
    folder = written(tmp_path / "library", {"notes.md": random.Random(1).randbytes(UPLOAD + 1000)})
    raw = backup(folder)
    with pytest.raises(NotABackup) as raised:
        read_backup(raw)
    assert raised.value.details == {"reason": "zip-too-large", "limit": 5}
    assert read_backup(raw, LARGEST).files == state(folder)


@pytest.mark.skipif(os.name == "nt", reason="modes")
def test_a_restored_file_is_a_plain_file(folder: Path, tmp_path: Path) -> None:
    with bad_disk():
        restore_backup(read_backup(backup(folder)), tmp_path / "new")
    umask = os.umask(0)
    os.umask(umask)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "new").rglob("*.yaml")}
    assert modes == {0o666 & ~umask}
