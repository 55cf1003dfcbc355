"""A window of the browser as its screens keep it: what the file said when it was read, and what was typed since."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

from screens.parts.editing import Choice, Editing, choose, follow_file, keep_form, start, take_beside
from stories.errors import ChangedOnDisk, StoryBankError
from stories.files.answers import save_answer
from stories.files.drafts import read_draft
from stories.files.library import Library, LibraryReader
from stories.files.saving import save_fields

During = Callable[[Callable[[], None]], None]
"""Runs a save, with something that happens meanwhile."""


@dataclass
class Window:
    """The form of one story in one window; the steps are those of screens/parts/editor.py, without the screen."""

    folder: Path
    seen: set[tuple[str, str, str]] = field(default_factory=set)
    """Story, field and text of what any window was shown that another one had typed: it went on with it, or not."""
    editing: Editing | None = None
    reader: LibraryReader = field(init=False)

    def __post_init__(self) -> None:
        self.reader = LibraryReader(self.folder)

    def open(self, story_id: str) -> None:
        """Open the story as it is now, with the draft that was kept of it."""
        library = self.reader.read()
        state, story = library.files.get(("stories", story_id)), library.stories.get(story_id)
        if state is None or story is None:
            self.editing = None
            return
        draft = read_draft(self.folder, "stories", story_id)
        self.editing = start(story, state.version, draft, self.folder)
        self.seen.update((story_id, name, str(text)) for name, text in (draft.fields if draft else {}).items())

    def look(self) -> Library:
        """Bring the form up to what the file holds now, as every run of the screen does."""
        library, editing = self.reader.read(), self.editing
        if editing is not None:
            state, story = library.files.get(("stories", editing.story_id)), library.stories.get(editing.story_id)
            editing.gone = state is None or story is None
            if state is not None and story is not None and state.version != editing.version:
                follow_file(editing, story, state.version)
        return library

    def type(self, name: str, text: str) -> None:
        """Type a text into a box; it is kept outside of the library at once."""
        assert self.editing is not None
        self.editing.fields[name] = text
        self.keep()

    def choose(self, chance: random.Random) -> None:
        """End one conflict, or one text of another window, with mine, theirs or both."""
        assert self.editing is not None
        choice: Choice = chance.choice(get_args(Choice))
        if self.editing.conflicts:
            choose(self.editing, chance.choice(sorted(self.editing.conflicts)), choice)
        else:
            name = chance.choice(sorted(self.editing.beside))
            self.seen.add((self.editing.story_id, name, str(self.editing.beside[name][0])))
            take_beside(self.editing, name, choice)
        self.keep()

    def save(self, during: During = lambda save: save()) -> StoryBankError | None:
        """Press the button; return what stopped the save. It is disabled where a conflict is open."""
        library, editing = self.look(), self.editing
        assert editing is not None

        def press() -> None:
            editing.version = save_fields(library, "stories", editing.story_id, editing.changes(), editing.version)

        try:
            during(press)
        except StoryBankError as error:
            return error
        editing.saved = editing.values()
        self.keep()
        return None

    def keep(self) -> None:
        """Keep what is not saved; what another window of the story has kept there stays."""
        assert self.editing is not None
        keep_form(self.editing)


@dataclass
class AnswerBox:
    """The box of one answer that saves by itself, as in screens/parts/autosaved.py."""

    folder: Path
    number: int
    was: str = ""
    text: str = ""
    theirs: str | None = None
    reader: LibraryReader = field(init=False)

    def __post_init__(self) -> None:
        self.reader = LibraryReader(self.folder)

    def now(self, library: Library) -> str:
        """Return the answer in the file."""
        return library.applications["kt"].questions[self.number - 1].draft

    def look(self) -> None:
        """Take the file's text over where nothing else is typed; otherwise both stand side by side."""
        now = self.now(self.reader.read())
        if now == self.was:
            return
        if self.text == self.was:
            self.was, self.text, self.theirs = now, now, None
        elif self.text == now:
            self.was, self.theirs = now, None
        else:
            self.theirs = now

    def type(self, text: str) -> bool:
        """Type a text, which is saved at once; return whether it was. It stays in the box where it was not."""
        self.text = text
        library = self.reader.read()
        row: Any = library.applications["kt"].questions[self.number - 1]
        if text == self.was:
            return False
        try:
            save_answer(library, "kt", self.number, row.model_copy(update={"draft": self.was}), {"draft": text})
        except ChangedOnDisk:
            return False
        self.was, self.theirs = text, None
        return True

    def choose(self, chance: random.Random) -> bool:
        """End the conflict; return whether the chosen text was saved."""
        theirs = self.theirs or ""
        chosen = chance.choice((self.text, theirs, f"{self.text}\n\n{theirs}".strip()))
        self.was, self.theirs = theirs, None
        return self.type(chosen)
