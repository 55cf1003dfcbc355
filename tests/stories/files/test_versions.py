"""Earlier texts of an answer: each comes back as it was, whatever happens to the disk and to the file."""

import datetime
import errno
import json
import os
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from stories.errors import CannotWrite, LibraryMissing, SampleIsReadOnly, UnsafeName
from stories.files import disk, places, versions
from stories.files.library import read_library
from stories.files.saving import locked
from stories.files.versions import MOST, READ_BYTES, Version, keep_version, versions_of
from stories.text import clean
from tests.stories.files.disks import Disk, FailingDisk
from tests.stories.files.test_races import RACERS, race

QUESTION = "지원 동기를 쓰시오."
AT = datetime.datetime(2026, 11, 21, 17, 5, 3, 999, tzinfo=datetime.timezone(datetime.timedelta(hours=9)))


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Return an empty library."""
    (tmp_path / "library").mkdir()
    return tmp_path / "library"


def file_of(library: Path) -> Path:
    return library / "versions" / "kt.jsonl"


def keep(library: Path, text: str, name: str = "", question: str = QUESTION) -> None:
    keep_version(library, "kt", question, text, name, AT)


def texts(library: Path, question: str = QUESTION) -> list[str]:
    return [one.text for one in versions_of(library, "kt", question)]


def test_a_version_is_a_line_that_people_can_read(library: Path) -> None:
    keep(library, "첫 글\n둘째 줄", "첫 초안")
    assert file_of(library).read_text(encoding="utf-8") == (
        '{"at": "2026-11-21T17:05:03+09:00", "question": "지원 동기를 쓰시오.", "name": "첫 초안",'
        ' "text": "첫 글\\n둘째 줄"}\n'
    )
    assert versions_of(library, "kt", QUESTION) == (
        Version("2026-11-21T17:05:03+09:00", QUESTION, "첫 초안", "첫 글\n둘째 줄"),
    )


def test_the_newest_version_comes_first_and_each_question_has_its_own(library: Path) -> None:
    for number in range(3):
        keep(library, f"동기 {number}")
        keep(library, f"포부 {number}", question="포부")
    assert texts(library) == ["동기 2", "동기 1", "동기 0"]
    assert texts(library, "포부") == ["포부 2", "포부 1", "포부 0"]
    assert texts(library, "장점") == [] == list(versions_of(library, "other", QUESTION))


def test_a_question_is_told_by_its_words_and_not_by_its_spaces_or_composition(library: Path) -> None:
    keep(library, "글", question=" 지원  동기를\n쓰시오. ")
    keep(library, "글 둘", question="\u110c\u1175\u110b\u116f\u11ab 동기를 쓰시오.")
    assert texts(library) == ["글 둘", "글"]


def test_the_same_text_is_kept_once_unless_it_is_given_a_name(library: Path) -> None:
    for text, name in (
        ("글", ""),
        ("글", ""),
        ("글\r\n", ""),
        ("글", "최종"),
        ("글", "최종"),
        ("글", ""),
        ("", "빈 글"),
    ):
        keep(library, text, name)
    assert [(one.text, one.name) for one in versions_of(library, "kt", QUESTION)] == [("글", "최종"), ("글", "")]
    keep(library, "다른 글")
    keep(library, "글")
    assert texts(library) == ["글", "다른 글", "글", "글"]


def test_a_time_without_a_zone_is_that_of_this_machine(library: Path) -> None:
    keep_version(library, "kt", QUESTION, "글", now=datetime.datetime(2026, 11, 21, 17, 5))
    keep_version(library, "kt", QUESTION, "글 둘")
    for one in versions_of(library, "kt", QUESTION):
        assert datetime.datetime.fromisoformat(one.at).tzinfo is not None


@settings(max_examples=60)
@given(st.text(max_size=80), st.text(max_size=20), st.text(max_size=20))
@example("가\x00\ud800\r\n\u2028\x85 😀 ", "\ud83d", "\udc00")
def test_any_text_comes_back_as_storybank_keeps_it(tmp_path: Path, text: str, name: str, question: str) -> None:
    before = len(versions_of(tmp_path, "kt", question))
    keep_version(tmp_path, "kt", question, text, name)
    found = versions_of(tmp_path, "kt", question)
    if clean(text):
        assert found[0].text == clean(text)
        assert len(found) in (before, before + 1)
    else:
        assert len(found) == before
    lines = file_of(tmp_path).read_bytes().split(b"\n") if found else []
    assert all(json.loads(line) for line in lines[:-1]) and lines[-1:] in ([], [b""])


FOREIGN = (
    b"", b"\n\n", b"{", b"[]", b"null", b"3", b'"x"', b"\xff\xfe\x00", b"[" * 100_000, b"9" * 5000, b"<<<<<<< HEAD",
    b'{"at": "2026-11-21T17:05:03+09:00"}', b'{"at": 3, "question": "q", "name": "", "text": "x"}',
    b'{"at": "gestern", "question": "q", "name": "", "text": "x"}',
    b'{"at": "2026-11-21", "question": "q", "name": null, "text": "x"}',
    b'{"at": "2026-11-21", "question": "q", "name": "", "text": ["x"]}',
)  # fmt: skip


@pytest.mark.parametrize("line", FOREIGN, ids=range(len(FOREIGN)))
def test_a_torn_or_foreign_line_is_passed_over_and_takes_no_other_with_it(line: bytes, library: Path) -> None:
    keep(library, "첫", question="q")
    for end in (b"\n", b""):
        with file_of(library).open("ab") as file:
            file.write(line + end)
        keep(library, f"둘 {len(end)}", question="q")
    keep(library, "셋", question="q")
    assert texts(library, "q") == ["셋", "둘 0", "둘 1", "첫"]


def test_what_was_written_is_never_changed(library: Path) -> None:
    keep(library, "첫")
    with file_of(library).open("ab") as file:
        file.write(b'{"at": "20')
    before = file_of(library).read_bytes()
    keep(library, "둘")
    assert file_of(library).read_bytes().startswith(before + b"\n{")


def test_a_long_history_is_read_from_its_end(library: Path) -> None:
    lines = [json.dumps({"at": AT.isoformat(), "question": QUESTION, "name": "", "text": str(n)}) for n in range(300)]
    file_of(library).parent.mkdir()
    file_of(library).write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert texts(library) == [str(number) for number in range(299, 299 - MOST, -1)]
    padding = json.dumps({"at": AT.isoformat(), "question": "다른", "name": "", "text": "x" * 1000}) + "\n"
    with file_of(library).open("a", encoding="utf-8") as file:
        file.write(padding * (READ_BYTES // len(padding)))
    assert 0 < len(texts(library)) < 100, "the first of them are further away than is read"
    keep(library, "새 글")
    assert texts(library)[0] == "새 글"


def test_a_line_that_begins_where_reading_begins_is_read(library: Path) -> None:
    file_of(library).parent.mkdir()
    line = json.dumps({"at": AT.isoformat(), "question": QUESTION, "name": "", "text": "x"}).encode() + b"\n"
    filler = b" " * (READ_BYTES - len(line) - 1) + b"\n"
    file_of(library).write_bytes(b"\n" * 10 + line + filler)
    assert texts(library) == ["x"]
    file_of(library).write_bytes(b"\n" * 10 + line + b" " + filler)
    assert texts(library) == []


def test_the_library_does_not_mind_them(sample_copy: Path) -> None:
    before = read_library(sample_copy)
    keep(sample_copy, "글")
    (sample_copy / "versions" / "notes.yaml").write_text("{{{", encoding="utf-8")
    after = read_library(sample_copy)
    assert file_of(sample_copy).exists()
    assert (after.problems, after.files, after.applications) == (before.problems, before.files, before.applications)


def test_the_sample_is_never_written_and_a_library_is_never_made(
    sample_copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "SAMPLE", sample_copy)
    with pytest.raises(SampleIsReadOnly):
        keep(sample_copy, "글")
    assert texts(sample_copy) == []
    assert not (sample_copy / "versions").exists()
    with pytest.raises(LibraryMissing):
        keep(tmp_path / "gone", "글")
    assert not (tmp_path / "gone").exists()


@pytest.mark.parametrize("name", ["../x", "a/b", "..", "", "con", "a\0", "a b"])
def test_a_name_that_leaves_the_folder_is_refused(name: str, library: Path) -> None:
    with pytest.raises(UnsafeName):
        keep_version(library, name, QUESTION, "글")
    with pytest.raises(UnsafeName):
        versions_of(library, name, QUESTION)
    assert list(library.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_is_not_followed_out_of_the_library(library: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (library / "versions").symlink_to(outside)
    with pytest.raises(CannotWrite):
        keep(library, "글")
    line = {"at": AT.isoformat(), "question": QUESTION, "name": "", "text": "남의 글"}
    (outside / "kt.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    assert texts(library) == []
    (library / "versions").unlink()
    (library / "versions").mkdir()
    for target in (outside / "kt.jsonl", outside / "new.jsonl", library / "loop.jsonl", file_of(library)):
        file_of(library).symlink_to(target)
        with pytest.raises(CannotWrite):
            keep(library, "글")
        assert texts(library) == []
        file_of(library).unlink()
    assert [path.name for path in outside.iterdir()] == ["kt.jsonl"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_a_pipe_or_folder_in_its_place_stops_nothing_and_is_told(library: Path) -> None:
    (library / "versions").mkdir()
    os.mkfifo(file_of(library))
    assert texts(library) == []
    with pytest.raises(CannotWrite):
        keep(library, "글")
    file_of(library).unlink()
    file_of(library).mkdir()
    assert texts(library) == []
    with pytest.raises(CannotWrite):
        keep(library, "글")


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES])
@pytest.mark.parametrize("there", [False, True])
def test_a_disk_that_fails_at_any_call_is_told_and_the_file_is_as_it_was(
    number: int, there: bool, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if there:
        keep(library, "첫")
    before = file_of(library).read_bytes() if there else b""
    told, at = 0, 0
    while not told or at < 40:
        failing = FailingDisk(at, OSError(number, os.strerror(number)))
        with monkeypatch.context() as patch:
            patch.setattr(versions, "os", failing)
            patch.setattr(disk, "os", failing)
            try:
                keep(library, "새 글")
            except CannotWrite as error:
                told += 1
                assert error.details["reason"] in ("full", "no-permission", "other")
                now = file_of(library).read_bytes() if file_of(library).exists() else b""
                assert now == before
                assert [one.name for one in library.glob("versions/*")] == (["kt.jsonl"] if there else [])
            else:
                if there:
                    file_of(library).write_bytes(before)
                else:
                    file_of(library).unlink()
        at += 1
    assert told >= 3


def test_a_version_is_on_the_disk_before_it_is_told_kept(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(library, "첫")
    recorder = Disk()
    monkeypatch.setattr(versions, "os", recorder)
    keep(library, "둘")
    done = [(name, given[0]) for name, given in recorder.calls if name in ("write", "fsync", "close")]
    assert [name for name, _ in done] == ["write", "fsync", "close"]
    assert len({descriptor for _, descriptor in done}) == 1


def test_a_line_that_could_not_be_finished_nor_taken_back_loses_no_other(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(library, "첫")

    class Full:
        """A disk that takes half of a line and then nothing more."""

        def __getattr__(self, name: str) -> object:
            return getattr(os, name)

        def write(self, descriptor: int, content: memoryview) -> int:
            if len(content) < 60:
                raise OSError(errno.ENOSPC, "full")
            return os.write(descriptor, content[: len(content) - 50])

        def ftruncate(self, descriptor: int, size: int) -> None:
            raise OSError(errno.EIO, "broken")

    with monkeypatch.context() as patch:
        patch.setattr(versions, "os", Full())
        with pytest.raises(CannotWrite) as raised:
            keep(library, "둘")
    assert raised.value.details["reason"] == "full"
    keep(library, "셋")
    assert texts(library) == ["셋", "첫"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_six_windows_that_keep_versions_at_once_lose_none(library: Path) -> None:
    def keep_some(number: int) -> str:
        for turn in range(5):
            keep(library, f"{number} {turn} " + "글" * 2000)
        return "kept"

    assert race(keep_some) == ["kept"] * RACERS
    assert sorted(text[:3] for text in texts(library)) == sorted(
        f"{n} {turn}" for n in range(RACERS) for turn in range(5)
    )


def test_it_waits_for_a_save_that_is_going_on(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stories.files.saving.LOCK_SECONDS", 0.05)
    with locked(library), pytest.raises(CannotWrite) as raised:
        keep(library, "글")
    assert raised.value.details["reason"] == "in-use"
