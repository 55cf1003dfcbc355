"""Which stories answer a question of the application: the chosen ones, else the best match, else none."""

from collections.abc import Callable
from dataclasses import dataclass

from stories.files.library import Library
from stories.model.application import AskedByForm
from stories.model.story import Story


@dataclass(frozen=True)
class Answering:
    """The main story and the others; `lost` are chosen ids that the library does not have."""

    main: Story | None = None
    others: tuple[Story, ...] = ()
    lost: tuple[str, ...] = ()
    suggested: bool = False

    @property
    def stories(self) -> tuple[Story, ...]:
        """All of them, the main one first."""
        return ((self.main,) if self.main else ()) + self.others


def answering(library: Library, asked: AskedByForm, best_story: Callable[[str], str | None]) -> Answering:
    """Return what answers the question; a match is only asked for where nothing was chosen."""
    chosen = chosen_stories(library, asked)
    if chosen.main or not asked.question.strip():
        return chosen
    best = _find(library, best_story(asked.question) or "")
    return Answering(best, (), chosen.lost, best is not None)


def chosen_stories(library: Library, asked: AskedByForm) -> Answering:
    """Return the stories that the application names for the question, each once."""
    ids = [story_id for story_id in dict.fromkeys(asked.stories) if story_id.strip()]
    found = [story for story in (_find(library, story_id) for story_id in ids) if story]
    lost = tuple(story_id for story_id in ids if _find(library, story_id) is None)
    return Answering(found[0] if found else None, tuple(found[1:]), lost)


def _find(library: Library, story_id: str) -> Story | None:
    return library.stories.get(story_id) or library.archived.get(story_id)
