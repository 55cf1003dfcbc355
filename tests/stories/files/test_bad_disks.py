"""Whatever call of the disk fails, once or from then on: the old or the new is there whole, and the next try works."""

import errno
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from languages import LANGUAGES, sentences
from screens.parts.telling import error_sentence
from stories.errors import StoryBankError
from stories.files import history, schemas
from stories.files.backup import Backup, backup, read_backup
from stories.files.backup_restoring import restore_backup
from stories.files.deleting import delete_record, deleted_records
from stories.files.library import Library, read_library
from stories.files.places import STATE_VARIABLE, state_folder
from stories.files.renaming import rename_story
from stories.files.restoring import restore
from stories.files.saving import create_record, locked, save_fields
from tests.stories.files.disks import CODES, bad_disk

FILES = {
    "stories/x.yaml": "title: 엑스\nled_to: [y]\n".encode(),
    "stories/y.yaml": "title: 와이\n".encode(),
    "profile.yaml": "name: 나\n".encode(),
}
EARLIER = "title: 처음 엑스\n".encode()
GONE = "title: 지운 글\n".encode()

EVERY = bool(os.environ.get("STORYBANK_FULL"))
"""Whether each call fails with every code for ever too, and not in turn."""
BEGUN: dict[str, bytes] = {}
"""The files of the history as they are at the beginning of each try; made once."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return the place of a library: in memory, where there is such a place, for thousands of tries."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else tmp_path) as place:
        monkeypatch.setenv(STATE_VARIABLE, str(Path(place, "state")))
        yield Path(place, "library")


def begin(folder: Path) -> Library:
    """Write the library and its history anew: x was another text once, and z was deleted."""
    clear(folder)
    clear(state_folder(folder))
    for name, content in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    if not BEGUN:
        with bad_disk():
            history.keep(folder, "stories", "x", EARLIER)
            history.keep(folder, "stories", "z", GONE)
            history.keep_deleted(folder, "stories", "z")
        BEGUN.update(state(state_folder(folder)))
    for name, content in BEGUN.items():
        (state_folder(folder) / name).parent.mkdir(parents=True, exist_ok=True)
        (state_folder(folder) / name).write_bytes(content)
    return read_library(folder)


def clear(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()


def state(folder: Path) -> dict[str, bytes]:
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def whole(folder: Path) -> dict[str, bytes]:
    """Return the files without hidden leftovers, which are swept: where a disk lets nothing be removed, they stay."""
    return {name: content for name, content in state(folder).items() if "/.~" not in f"/{name}"}


def version(library: Library, story_id: str) -> str:
    return library.files["stories", story_id].version


def put_back(library: Library, story_id: str, content: bytes, based_on: str) -> None:
    kept = {one.content: one.version for one in history.history(library.folder, "stories", story_id)}
    restore(library, "stories", story_id, kept.get(content, "not kept"), based_on)


@dataclass(frozen=True)
class Action:
    """What somebody does to the library, and which files change by it, to what (None: gone)."""

    do: Callable[[Library], object]
    changes: dict[str, bytes | None]
    steps: int = 1

    def after(self) -> dict[str, bytes]:
        return {name: content for name, content in {**FILES, **self.changes}.items() if content is not None}


ACTIONS = {
    "save": Action(
        lambda library: save_fields(library, "stories", "y", {"title": "새 와이"}),
        {"stories/y.yaml": "title: 새 와이\n".encode()},
    ),
    "delete": Action(
        lambda library: delete_record(library, "stories", "x", version(library, "x")), {"stories/x.yaml": None}
    ),
    "restore": Action(
        lambda library: put_back(library, "x", EARLIER, version(library, "x")), {"stories/x.yaml": EARLIER}
    ),
    "undelete": Action(lambda library: put_back(library, "z", GONE, ""), {"stories/z.yaml": GONE}),
    "rename": Action(
        lambda library: rename_story(library, "y", "w"),
        {
            "stories/y.yaml": None,
            "stories/w.yaml": FILES["stories/y.yaml"],
            "stories/x.yaml": "title: 엑스\nled_to: [w]\n".encode(),
        },
        steps=2,
    ),
}


def told(action: Callable[[Library], object], library: Library) -> StoryBankError | None:
    """Do it and return what stopped it, which has one sentence in every language."""
    try:
        action(library)
    except StoryBankError as error:
        for language in LANGUAGES:
            assert error_sentence(sentences(language), error)
        return error
    return None


@pytest.mark.parametrize("name", ACTIONS)
@pytest.mark.parametrize("for_ever", [False, True], ids=["once", "for ever"])
def test_the_old_or_the_new_is_there_whole_and_the_next_try_works(name: str, for_ever: bool, folder: Path) -> None:
    action = ACTIONS[name]
    library = begin(folder)
    with bad_disk() as calls:
        action.do(library)
    assert state(folder) == action.after()
    assert len(calls) > 20
    stopped = 0
    for at in range(len(calls)):
        for code in CODES if EVERY or not for_ever else CODES[at % len(CODES) :][:1]:
            library = begin(folder)
            with bad_disk(at, code, for_ever):
                error = told(action.do, library)
            now = whole(folder) if for_ever or calls[at] == "unlink" else state(folder)
            if error is None:
                assert now == action.after(), calls[at]
            elif action.steps == 1:
                assert now == FILES, (calls[at], error)
            else:
                assert all(now.get(path) in (FILES.get(path), action.after().get(path)) for path in now), calls[at]
                assert "stories/y.yaml" in now, calls[at]
            stopped += error is not None
            if error is not None:
                with bad_disk():
                    action.do(read_library(folder))
                assert whole(folder) == action.after(), calls[at]
    assert stopped >= 10


@pytest.mark.parametrize("for_ever", [False, True], ids=["once", "for ever"])
def test_what_is_deleted_comes_back_whatever_failed(for_ever: bool, folder: Path) -> None:
    library = begin(folder)
    with bad_disk() as calls:
        delete_record(library, "stories", "x", version(library, "x"))
    gone = 0
    for at in range(len(calls)):
        library = begin(folder)
        with bad_disk(at, CODES[at % len(CODES)], for_ever):
            told(ACTIONS["delete"].do, library)
        library = read_library(folder)
        if "x" not in library.stories:
            gone += 1
            assert "x" in [one.id for one in deleted_records(library)]
            with bad_disk():
                put_back(library, "x", FILES["stories/x.yaml"], "")
        assert (folder / "stories" / "x.yaml").read_bytes() == FILES["stories/x.yaml"]
    assert gone > 3


@pytest.mark.parametrize("for_ever", [False, True], ids=["once", "for ever"])
def test_a_backup_is_whole_or_says_what_it_lacks(for_ever: bool, folder: Path) -> None:
    begin(folder)
    with bad_disk() as calls:
        whole = read_backup(backup(folder))
    assert whole == Backup(FILES, ())
    assert len(calls) > 10
    lacking = stopped = 0
    for at in range(len(calls)):
        made: list[bytes] = []
        with bad_disk(at, CODES[at % len(CODES)], for_ever):
            error = told(lambda library, made=made: made.append(backup(library.folder)), Library(folder))
        assert state(folder) == FILES
        stopped += error is not None
        if error is None:
            found = read_backup(made[0])
            assert found.files.items() <= FILES.items()
            for name in set(FILES) - set(found.files):
                lacking += 1
                assert any(name.startswith(one) for one in found.left_out), (name, found.left_out, calls[at])
    assert stopped > 1
    assert for_ever or lacking > 2


@pytest.mark.parametrize("there", [False, True], ids=["new folder", "library"])
@pytest.mark.parametrize("for_ever", [False, True], ids=["once", "for ever"])
def test_a_backup_that_cannot_be_restored_leaves_all_as_it_was(
    there: bool, for_ever: bool, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schemas, "schema_texts", lambda: {"story.json": "{}\n"})
    taken = Backup({**FILES, "versions/kt/deep.jsonl": b"{}\n"})
    before = {"stories/x.yaml": b"title: mine\n"} if there else {}

    def again() -> None:
        clear(folder)
        for name, content in before.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)
        if not there and folder.exists():
            folder.rmdir()

    again()
    with bad_disk() as calls:
        restore_backup(taken, folder)
    after = state(folder)
    assert after.items() >= {**taken.files, **before}.items()
    stopped = 0
    for at in range(len(calls)):
        again()
        with bad_disk(at, CODES[at % len(CODES)], for_ever):
            error = told(lambda library: restore_backup(taken, library.folder), Library(folder))
        if error is None:
            assert whole(folder) == after, calls[at]
        else:
            stopped += 1
            left = {name: content for name, content in state(folder).items() if name not in before}
            assert for_ever or left == {}, (calls[at], left)
            assert whole(folder).items() <= after.items()
            assert all((folder / name).read_bytes() == content for name, content in before.items())
            assert for_ever or there or not folder.exists(), calls[at]
        with bad_disk():
            restore_backup(taken, folder)
        assert whole(folder) == after
    assert stopped > 20


def test_a_lock_that_cannot_be_closed_loses_nothing(folder: Path) -> None:
    library = begin(folder)
    with bad_disk() as calls:
        save_fields(library, "stories", "y", {"title": "새 와이"})
    last = max(place for place, name in enumerate(calls) if name == "close")
    library = begin(folder)
    with bad_disk(last):
        save_fields(library, "stories", "y", {"title": "새 와이"})
    save_fields(read_library(folder), "stories", "y", {"title": "noch eins"})
    with locked(folder):
        pass


def test_a_new_story_is_written_though_its_history_cannot_be(folder: Path) -> None:
    library = begin(folder)
    place = history._folder(folder)
    for path in place.iterdir():
        path.unlink()
    place.rmdir()
    place.write_bytes(b"")
    save_fields(library, "stories", "y", {"title": "새 와이"})
    create_record(library, "stories", "q", {"title": "큐"})
    rename_story(read_library(folder), "q", "r")
    assert read_library(folder).stories["r"].title == "큐"
    assert history.history(folder, "stories", "y") == ()
    library = read_library(folder)
    error = told(ACTIONS["delete"].do, library)
    assert error is not None and error.code == "cannot-write"
    assert (folder / "stories" / "x.yaml").exists()


def test_the_bad_disk_is_bad(tmp_path: Path) -> None:
    with bad_disk(0, errno.ENOSPC), pytest.raises(OSError):
        (tmp_path / "a").mkdir()
    with bad_disk(1, errno.ENOSPC) as calls:
        (tmp_path / "a").mkdir()
        with pytest.raises(OSError):
            (tmp_path / "a").rename(tmp_path / "b")
        (tmp_path / "a").rename(tmp_path / "b")
    assert calls[:3] == ["mkdir", "rename", "rename"]
