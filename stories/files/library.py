"""The library as it stands on disk now: every record, every problem, and the version of every file."""

import os
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from stories.errors import LibraryMissing, LibraryNotAFolder, NotFound
from stories.files.between import problems_between
from stories.files.content import ContentError, Stamp, decode, inside, read_bytes, stamp_of
from stories.files.names import composed, copied_from, is_safe, name_in
from stories.files.reading import Reading, read_record
from stories.model.application import Application
from stories.model.competency import Competency, OwnCompetencies
from stories.model.concept import Concept
from stories.model.interview import Interview
from stories.model.profile import Profile
from stories.model.question import OwnQuestions, Question
from stories.model.record import Record
from stories.model.story import Story
from stories.model.term import OwnTerms, Term
from stories.problems import Problem
from stories.text import without_unstorable

R = TypeVar("R", bound=Record)

MODELS: Mapping[str, type[Record]] = MappingProxyType(
    {
        "stories": Story,
        "concepts": Concept,
        "applications": Application,
        "interviews": Interview,
        "questions": OwnQuestions,
        "profile": Profile,
        "competencies": OwnCompetencies,
        "glossary": OwnTerms,
    }
)
"""The model of each kind of file; the first five are folders, the last three single files at the top."""
FOLDERS = ("stories", "concepts", "applications", "interviews", "questions")
SINGLE_FILES = ("profile", "competencies", "glossary")
ENDINGS = (".yaml", ".yml")


@dataclass(frozen=True)
class FileState:
    """One file as it was read: where, which version (empty = not readable), and fields not to be written.

    `newer`: a newer program made it, and nothing is written into a library that holds such a file.
    """

    path: Path
    version: str
    unreadable: frozenset[str] = frozenset()
    newer: bool = False


@dataclass(frozen=True)
class Library:
    """Everything in the user's folder. Records by id, in the order of their ids; archived stories apart."""

    folder: Path
    stories: Mapping[str, Story] = field(default_factory=dict)
    archived: Mapping[str, Story] = field(default_factory=dict)
    concepts: Mapping[str, Concept] = field(default_factory=dict)
    applications: Mapping[str, Application] = field(default_factory=dict)
    interviews: Mapping[str, Interview] = field(default_factory=dict)
    questions: tuple[Question, ...] = ()
    competencies: tuple[Competency, ...] = ()
    terms: tuple[Term, ...] = ()
    profile: Profile = field(default_factory=Profile)
    problems: tuple[Problem, ...] = ()
    files: Mapping[tuple[str, str], FileState] = field(default_factory=dict)
    read_at: float = 0.0
    """When reading it began, in seconds of `time.monotonic`."""

    @property
    def newer(self) -> str:
        """Return the name of a file that a newer program made, or nothing."""
        return next((name_in(self.folder, state.path) for state in self.files.values() if state.newer), "")

    def story(self, story_id: str) -> Story:
        """Return the story, archived or not. Raises NotFound."""
        story = self.stories.get(story_id) or self.archived.get(story_id)
        if story is None:
            raise NotFound(id=story_id[:80])
        return story

    def application(self, application_id: str) -> Application:
        """Return the application. Raises NotFound."""
        if application_id not in self.applications:
            raise NotFound(id=application_id[:80])
        return self.applications[application_id]


_Found = dict[tuple[str, str], tuple[FileState, Reading[Record]]]
_SETTLED_NANOSECONDS = 3_000_000_000
"""A file changed later than this ago is parsed again: a second change could hide in the same tick of its clock."""


class LibraryReader:
    """Reads one library again and again; a file whose time, size and inode are unchanged is not parsed twice."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._kept: dict[Path, tuple[Stamp, FileState, Reading[Record]]] = {}

    def read(self) -> Library:
        """Return the library as it is on disk now. Raises LibraryMissing or LibraryNotAFolder."""
        if not os.path.isdir(self.folder):  # noqa: PTH112 - unlike Path.is_dir, it never raises
            error = LibraryNotAFolder if os.path.lexists(self.folder) else LibraryMissing
            raise error(folder=str(self.folder))
        problems: list[Problem] = []
        found: _Found = {}
        begun = time.monotonic()
        paths = list(self._paths(problems))
        ids = {(kind, composed(path.stem)) for kind, path in paths}
        for kind, path in paths:
            record_id = composed(path.stem)
            problem = self._odd_name(kind, path, record_id, ids, found)
            if problem:
                problems.append(problem)
            else:
                found[kind, record_id] = self._one(kind, path, record_id)
                problems.extend(found[kind, record_id][1].problems)
        self._kept = {state.path: self._kept[state.path] for state, _ in found.values() if state.path in self._kept}
        library = _assembled(self.folder, found)
        return replace(library, problems=(*problems, *problems_between(library)), read_at=begun)

    def _paths(self, problems: list[Problem]) -> Iterator[tuple[str, Path]]:
        for kind in FOLDERS:
            try:
                paths = sorted((self.folder / kind).iterdir())
            except FileNotFoundError:
                continue
            except OSError:
                problems.append(Problem(f"{kind}/", 0, "folder-not-readable"))
                continue
            for path in paths:
                if path.name.lower().endswith(ENDINGS) and not path.name.startswith("."):
                    yield kind, path
        for kind in SINGLE_FILES:
            for path in (self.folder / f"{kind}{ending}" for ending in ENDINGS):
                if os.path.lexists(path):
                    yield kind, path

    def _odd_name(
        self, kind: str, path: Path, record_id: str, ids: set[tuple[str, str]], found: _Found
    ) -> Problem | None:
        """Return why a file of this name is not read as a record, or None."""
        name, original = name_in(self.folder, path), copied_from(record_id)
        if original and (kind, original) in ids:
            return Problem(name, 0, "conflicted-copy", {"id": original})
        if not is_safe(record_id):
            return Problem(name, 0, "unsafe-file-name", {"id": without_unstorable(record_id)})
        if (kind, record_id) in found:
            return Problem(name, 0, "same-id", {"id": record_id})
        return None

    def _one(self, kind: str, path: Path, record_id: str) -> tuple[FileState, Reading[Record]]:
        stamp = stamp_of(path)
        kept = self._kept.get(path)
        if kept and kept[0] == stamp:
            return kept[1], kept[2]
        name = name_in(self.folder, path)
        try:
            content = decode(read_bytes(inside(self.folder, path)))
        except ContentError as error:
            return FileState(path, ""), Reading(None, (Problem(name, 0, error.code, error.details),))
        reading: Reading[Record] = read_record(MODELS[kind], content.text, name, record_id)
        state = FileState(path, content.version if reading.record else "", reading.unreadable, reading.newer)
        if stamp and time.time_ns() - stamp.changed > _SETTLED_NANOSECONDS:
            self._kept[path] = stamp, state, reading
        return state, reading


def read_library(folder: Path) -> Library:
    """Return the library in the folder, read once. Raises LibraryMissing or LibraryNotAFolder."""
    return LibraryReader(folder).read()


def _assembled(folder: Path, found: _Found) -> Library:
    def records(kind: str, model: type[R]) -> dict[str, R]:
        read = {key: reading.record for (of, key), (_, reading) in found.items() if of == kind}
        return {key: record for key, record in read.items() if isinstance(record, model)}

    stories = records("stories", Story)
    own = records("questions", OwnQuestions).values()
    added = records("competencies", OwnCompetencies).values()
    return Library(
        folder=folder,
        stories={key: story for key, story in stories.items() if not story.archived},
        archived={key: story for key, story in stories.items() if story.archived},
        concepts=records("concepts", Concept),
        applications=records("applications", Application),
        interviews=records("interviews", Interview),
        questions=tuple(question for file in own for question in file.questions),
        competencies=tuple(competency for file in added for competency in file.competencies),
        terms=tuple(term for file in records("glossary", OwnTerms).values() for term in file.terms),
        profile=records("profile", Profile).get("profile", Profile(id="profile")),
        files={key: state for key, (state, _) in found.items()},
    )
