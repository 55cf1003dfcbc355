"""The libraries that this server has open: read, and laid out for questions, once for all of its windows."""

import threading
from collections.abc import Mapping
from pathlib import Path

from stories.files.library import Library, LibraryReader
from stories.matching.gaps import QuestionFits
from stories.matching.index import LibraryIndex

MOST = 3
"""Folders that are kept open: one's own, the sample, and perhaps another one."""
_ALL_AT_ONCE = threading.Lock()
_open: dict[Path, "OpenLibrary"] = {}


class OpenLibrary:
    """One folder: what was read of it is kept, and so is its index; the files are looked at each time."""

    def __init__(self, folder: Path) -> None:
        self._reader = LibraryReader(folder)
        self._reading, self._preparing = threading.Lock(), threading.Lock()
        self._index: tuple[Mapping[tuple[str, str], str], LibraryIndex] | None = None
        self._fits: tuple[LibraryIndex, dict[str, QuestionFits]] | None = None

    def read(self) -> Library:
        """Return the library as it is on disk now. Raises LibraryMissing or LibraryNotAFolder."""
        with self._reading:
            return self._reader.read()

    def index(self, current: Library) -> LibraryIndex:
        """Return the index of the library; stories that are the same are not prepared again."""
        versions = {key: state.version for key, state in current.files.items()}
        with self._preparing:
            if self._index is None or self._index[0] != versions:
                self._index = versions, LibraryIndex(current, self._index[1] if self._index else None)
            return self._index[1]

    def question_fits(self, index: LibraryIndex, language: str) -> QuestionFits:
        """Return what the library answers of questions in the language; kept with the index that it was found with."""
        with self._preparing:
            if self._fits is None or self._fits[0] is not index:
                self._fits = index, {}
            return self._fits[1].setdefault(language, QuestionFits(index, language))


def open_library(folder: Path) -> OpenLibrary:
    """Return the folder as this server has it open; of more than MOST the one opened first is closed."""
    with _ALL_AT_ONCE:
        found = _open.get(folder)
        if found is None:
            found = _open[folder] = OpenLibrary(folder)
            for earlier in list(_open)[:-MOST]:
                del _open[earlier]
        return found
