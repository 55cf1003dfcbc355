"""What a process saves again and again until it is killed, and which of these saves can be read afterwards."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from stories.files.answers import save_answer
from stories.files.drafts import keep_draft, read_draft
from stories.files.library import Library, read_library
from stories.files.saving import create_record, save_fields
from stories.files.versions import keep_version, versions_of

QUESTION = "지원 동기"


def _text(number: int) -> str:
    """Return a text that tells its number wherever it is torn."""
    return "\n".join([f"{number} 번째로 저장한 글"] * 60)


def _number(text: str) -> int:
    """Return the number of a whole text; -1 for a torn one, 0 for the text of the beginning."""
    word = text.split(" ", 1)[0]
    if not word.isdigit():
        return 0
    return int(word) if text == _text(int(word)) else -1


@dataclass(frozen=True)
class Target:
    """Something that is saved again and again: how, and which number it says now."""

    name: str
    save: Callable[[Path, int], None]
    read: Callable[[Library], int]


def _save_story(folder: Path, number: int) -> None:
    save_fields(read_library(folder), "stories", "x", {"situation": _text(number)})


def _save_answer(folder: Path, number: int) -> None:
    library = read_library(folder)
    save_answer(library, "kt", 1, library.applications["kt"].questions[0], {"draft": _text(number)})


def _create(folder: Path, number: int) -> None:
    create_record(read_library(folder), "stories", "", {"title": str(number), "action": _text(number)}, f"new-{number}")


def _keep_draft(folder: Path, number: int) -> None:
    keep_draft(folder, "stories", "x", {"action": _text(number)}, "version")


def _keep_version(folder: Path, number: int) -> None:
    keep_version(folder, "kt", QUESTION, _text(number))


def _created(library: Library) -> int:
    """Return the number of the last new story; -1 where one is torn or one before it is missing."""
    new = {story.title: story for name, story in library.stories.items() if name.startswith("new-")}
    whole = all(_number(story.action) == int(title) for title, story in new.items())
    return max(map(int, new), default=0) if whole else -1


def _drafted(library: Library) -> int:
    draft = read_draft(library.folder, "stories", "x")
    return _number(str(draft.fields["action"])) if draft else 0


def _kept(library: Library) -> int:
    versions = versions_of(library.folder, "kt", QUESTION)
    return _number(versions[0].text) if versions else 0


TARGETS = (
    Target("save", _save_story, lambda library: _number(library.stories["x"].situation)),
    Target("answer", _save_answer, lambda library: _number(library.applications["kt"].questions[0].draft)),
    Target("create", _create, _created),
    Target("draft", _keep_draft, _drafted),
    Target("version", _keep_version, _kept),
)
