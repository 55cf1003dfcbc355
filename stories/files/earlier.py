"""What a story said before: its earlier texts, read as stories."""

from stories.files.content import ContentError, decode
from stories.files.history import history
from stories.files.library import Library
from stories.files.reading import read_record
from stories.model.story import Story

MOST = 20
"""Earlier texts that are looked at, newest first."""


def earlier_stories(library: Library, story_id: str) -> tuple[Story, ...]:
    """Return the story as it was before, newest first; a text that cannot be read is left out. Raises UnsafeName."""
    now = library.stories.get(story_id)
    found = []
    for kept in history(library.folder, "stories", story_id, MOST):
        try:
            then = read_record(Story, decode(kept.content).text, f"{story_id}.yaml", story_id).record
        except ContentError:
            continue
        if then is not None and then != now:
            found.append(then)
    return tuple(found)
