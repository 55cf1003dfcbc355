"""The library of the fuzz, those who write into it, and a model of what each file must say."""

import os
import random

from benchmarks.durability.outcome import Outcome, Task
from benchmarks.durability.outsiders import FIELDS, Editor, SyncClient, texts_in
from benchmarks.durability.windows import AnswerBox, Window
from stories.files.drafts import read_draft
from stories.files.library import LibraryReader
from stories.files.places import STATE_VARIABLE

STORY = (
    "# 손으로 쓴 이야기\ntitle: 이야기 {0}\nheadline: 처음   # 한 줄\nsituation: |\n  처음\nmood: {0}\naction: 처음\n"
)
APPLICATION = "company: KT\nquestions:\n  - question: 지원 동기\n    draft: 처음\n    memo: 3\n  - question: 협업\n"
STORIES = ("a", "b")


class World:
    """The library, those who write into it, and `truth`: what each file must say now, None where it is away."""

    def __init__(self, task: Task) -> None:
        """Make the library and open the windows."""
        self.chance, self.outcome, self.folder = random.Random(task.seed), Outcome(), task.folder / "library"
        self.number = 0
        os.environ[STATE_VARIABLE] = str(task.folder / "state")
        stories = {f"stories/{one}": STORY.format(one) for one in STORIES}
        for name, text in {**stories, "applications/kt": APPLICATION}.items():
            path = self.folder / f"{name}.yaml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        self.paths = {one: self.folder / "stories" / f"{one}.yaml" for one in STORIES}
        self.application = self.folder / "applications" / "kt.yaml"
        self.truth = {path: texts_in(path) for path in (*self.paths.values(), self.application)}
        seen: set[tuple[str, str, str]] = set()
        self.windows = [Window(self.folder, seen) for _ in range(3)]
        self.boxes = [AnswerBox(self.folder, 1 + number % 2) for number in range(3)]
        self.editor, self.client = Editor(), SyncClient(self.folder / "stories")
        self.reader = LibraryReader(self.folder)

    def new_text(self) -> str:
        """Return a text that was never there before, now and then one of several lines, or one that others type too."""
        self.number += 1
        return self.chance.choice(("{0}번째 글", "{0}번째 글\n둘째 줄: # 그대로", "", "같은 글")).format(self.number)

    def edit_outside(self) -> None:
        """Let the editor open a file, or change the one that it opened some time ago."""
        there = [path for path in self.paths.values() if path.exists()]
        if self.editor.path is None or self.chance.random() < 0.3:
            if there:
                self.editor.open(self.chance.choice(there))
            return
        self.editor.write(self.chance, self.chance.choice(FIELDS), self.new_text())
        self.client.away.pop(self.editor.path, None)
        self.truth[self.editor.path] = texts_in(self.editor.path)
        self.outcome.see("editor writes")

    def sync(self) -> None:
        """Let the sync client do one thing."""
        path = self.client.step(self.chance, [*self.paths.values(), self.application])
        self.truth[path] = texts_in(path)

    def look_in(self, window: Window) -> None:
        """Bring a window up to date; what it then calls a conflict must be one that it did not see coming."""
        editing = window.editing
        assert editing is not None
        seen, known = dict(editing.saved), set(editing.conflicts)
        window.look()
        for name in set(editing.conflicts) - known:
            self._judge(window, name, seen[name])

    def open(self, window: Window, story_id: str) -> None:
        """Open a story with its draft; a conflict is one where the file says something else than when it was typed."""
        draft = read_draft(self.folder, "stories", story_id)
        window.open(story_id)
        for name in window.editing.conflicts if window.editing else ():
            self._judge(window, name, str(draft.was.get(name)) if draft else "")

    def _judge(self, window: Window, name: str, seen: str) -> None:
        """Count a fault where nobody has changed the field, or both say the same."""
        editing = window.editing
        assert editing is not None
        self.outcome.see("conflicts")
        now = (self.truth[self.paths[editing.story_id]] or {}).get(name)
        mine, theirs = editing.values()[name], editing.conflicts[name]
        if now in (seen, mine) or theirs != now:
            self.outcome.fault(f"false conflict: {name} was {seen!r} and is {now!r}; typed {mine!r}, shown {theirs!r}")

    def compare(self, everywhere: bool) -> None:
        """Compare the files with the model; copies are never records, and nobody touches them."""
        for path, truth in self.truth.items():
            if everywhere or self.chance.random() < 0.3:
                found = texts_in(path)
                if found != truth:
                    self.outcome.fault(f"{path.name} says {found!r}, and must say {truth!r}")
                    self.truth[path] = found
        if everywhere:
            stories, there = set(self.reader.read().stories), {one for one, path in self.paths.items() if path.exists()}
            wrong = {name for name in stories ^ there if name.partition(".")[0] in there}
            if wrong or self.client.touched():  # a copy whose original is away is a story of its own until it is back
                self.outcome.fault(f"{wrong} are or are not stories; {self.client.touched()} changed")
