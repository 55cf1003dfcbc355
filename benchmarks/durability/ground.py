"""A library in which everything can be done that writes, and that is put back as it was each time."""

import datetime
import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import exporters
from benchmarks.durability.libraries import make_library
from stories.files import history, saving, schemas, starting
from stories.files.drafts import keep_draft
from stories.files.library import Library, read_library
from stories.files.places import STATE_VARIABLE
from stories.files.versions import keep_version
from stories.matching import index

AT = datetime.datetime(2026, 11, 21, 17, 5, tzinfo=datetime.UTC)
GONE = "title: 지운 이야기\n".encode()
LOCK_SECONDS = 0.02
_TIMES = re.compile(rb'"(kept_at|at)": ("[^"]*"|[\d.]+)')

Files = dict[str, bytes]


class Ground:
    """The library, with drafts, versions and a history; all that is written besides is small, so that it goes fast."""

    def __init__(self, folder: Path) -> None:
        """Make the library and its state in the folder, for this process."""
        self.folder = folder
        os.environ[STATE_VARIABLE] = str(folder / "state")
        library = make_library(folder / "library")
        (folder / "out").mkdir()
        (library / "stories" / "old.yaml").write_bytes("title: 옛 인코딩\n".encode("cp949"))
        (library / "stories" / "x (conflicted copy).yaml").write_text("title: 사본\n", encoding="utf-8")
        keep_draft(library, "stories", "x", {"action": "전에 쓴 글"}, "version", {"action": ""})
        keep_version(library, "kt", "지원 동기", "옛 답", now=AT)
        history.keep(library, "stories", "x", GONE, AT)
        history.keep(library, "stories", "gone", GONE, AT)
        self._folders = [Path(place) for place, _, _ in os.walk(folder)]
        self._files = {path: Path(path).read_bytes() for path in _paths(folder)}
        self.library = read_library(library)
        self.old = self.files()
        self._spare_time()

    def put_back(self) -> None:
        """Make every file and folder as they were."""
        for path in _paths(self.folder):
            if path not in self._files:
                Path(path).unlink()
        for place, _, _ in os.walk(self.folder, topdown=False):
            if Path(place) not in self._folders:
                Path(place).rmdir()
        for folder in self._folders:
            folder.mkdir(exist_ok=True)
        for path, content in self._files.items():
            if not os.path.exists(path) or Path(path).read_bytes() != content:  # noqa: PTH110 - quicker, of texts
                Path(path).write_bytes(content)

    def files(self) -> Files:
        """Return every file by its name, without locks; times of the clock are made alike."""
        start = len(str(self.folder)) + 1
        return alike({path[start:]: Path(path).read_bytes() for path in _paths(self.folder)})

    def now(self, is_as_it_was: bool) -> Library:
        """Return the library as it is on disk."""
        return self.library if is_as_it_was else read_library(self.library.folder)

    def _spare_time(self) -> None:
        """Let a lock be waited for a moment only, and let what is copied and exported be a small file."""
        few = dict(list(schemas.schema_texts().items())[:2])
        document = exporters.DOCUMENTS[-1]
        small = exporters.Document(document.id, document.ending, document.mime, lambda *_, **__: b"# sheet\n")
        for owner, name, value in (
            (saving, "LOCK_SECONDS", LOCK_SECONDS),
            (schemas, "schema_texts", cache(lambda: few)),
            (starting, "SAMPLE", self.library.folder),
            (exporters, "DOCUMENTS", (small,)),
            (index, "LibraryIndex", lambda library: None),
        ):
            setattr(owner, name, value)


def alike(files: Files) -> Files:
    """Return the files without locks, and with the same time wherever a time of the clock stands."""
    return {name: _TIMES.sub(b'"at": 0', content) for name, content in files.items() if not name.endswith(".lock")}


def _paths(folder: Path) -> Iterator[str]:
    """Return every file below the folder."""
    return (f"{place}/{name}" for place, _, names in list(os.walk(folder)) for name in names)
