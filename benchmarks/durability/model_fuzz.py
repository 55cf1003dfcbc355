"""Three windows, three boxes, an editor, a sync client and a killer in one library, step by step, beside a model."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

from benchmarks.durability.calls import Given, watched
from benchmarks.durability.fuzz_world import STORIES, World
from benchmarks.durability.outcome import Outcome, Task
from benchmarks.durability.outsiders import FIELDS, texts_in
from benchmarks.durability.windows import During, Window
from stories.errors import CannotWrite, ChangedOnDisk, Vanished
from stories.files import disk

ALL_EVERY = 25
"""Steps after which all files are compared with the model; in between, some."""
KILLED_WITHIN = 60
MEANWHILE_WITHIN = 30
"""Calls of a save from which one is drawn, at which it is killed or somebody else writes."""


class _Steps:
    """What people and programs do, one step at a time."""

    def __init__(self, world: World) -> None:
        self.world, self.chance, self.outcome = world, world.chance, world.outcome

    def step(self) -> None:
        """Let somebody do something, and look whether the files say what they must."""
        window = self.chance.choice(self.world.windows)
        steps: tuple[tuple[Callable[[], None], int], ...] = (
            (lambda: self._write(window), 26), (lambda: self._save(window), 22), (self._box, 16),
            (self.world.edit_outside, 10), (self.world.sync, 10), (lambda: self._save(window, meanwhile=True), 8),
            (lambda: self._close(window), 5), (lambda: self._kill(window), 5),
        )  # fmt: skip
        [action] = self.chance.choices([one for one, _ in steps], [weight for _, weight in steps])
        action()
        self.world.compare(everywhere=self.outcome.tried % ALL_EVERY == 0)

    def _write(self, window: Window) -> None:
        """Type into a field of the story that is open, or open one."""
        if window.editing is None or self.chance.random() < 0.05:
            self._open(window)
            return
        self.world.look_in(window)
        window.type(self.chance.choice(FIELDS), self.world.new_text())

    def _open(self, window: Window) -> None:
        if window.editing is not None:
            window.keep()
        self.world.open(window, self.chance.choice(STORIES))

    def _save(self, window: Window, meanwhile: bool = False) -> None:
        """Save as the person would: first choose where both have changed a field."""
        if window.editing is None:
            self._open(window)
            return
        self.world.look_in(window)
        editing, truth = window.editing, self.world.truth
        if editing.conflicts or editing.beside:
            window.choose(self.chance)
            return
        mine, seen, version = editing.changes(), dict(editing.saved), editing.version
        if editing.gone or not mine:
            return
        path, landed = self.world.paths[editing.story_id], list[bool]()

        def land() -> None:
            before = truth[path] or {}
            if any(before.get(name) not in (seen[name], text) for name, text in mine.items()):
                self.outcome.fault(f"lost update: {mine!r} over {before!r}, seen was {seen!r}")
            truth[path] = {**before, **mine}
            landed.append(True)

        stopped = window.save(self._interrupted(path, land) if meanwhile else lambda save: save())
        if stopped is None:
            self.outcome.see("saved")
            if not landed:
                land()
        elif isinstance(stopped, ChangedOnDisk) and disk.version_of(path.read_bytes()) != version:
            self.outcome.see("told of a change on disk")
        elif not (isinstance(stopped, Vanished | CannotWrite) and truth[path] is None):
            self.outcome.fault(f"refused without a reason: {stopped!r}")

    def _interrupted(self, path: Path, land: Callable[[], None]) -> During:
        """Let the editor or the sync client write at some call of a save; the save lands when the file is replaced.

        Not between its last look at the file and the renaming: no program can do these two in one.
        """
        at, calls = self.chance.randrange(MEANWHILE_WITHIN), 0

        def before(name: str, given: Given) -> None:
            nonlocal calls
            calls += name != "replace"
            if calls == at and name != "replace":
                calls += 1
                self._write_meanwhile(path)

        def after(name: str, given: Given, found: object) -> None:
            if name == "replace" and Path(given[1]) == path and Path(given[0]).name.startswith(disk.TEMPORARY_PREFIX):
                land()

        def during(save: Callable[[], None]) -> None:
            with watched(self.world.folder, before, after):
                save()

        return during

    def _write_meanwhile(self, path: Path) -> None:
        if path.exists() and self.chance.random() < 0.5:
            self.world.editor.open(path)
            self.outcome.see("somebody at the file during its save")
        self.chance.choice((self.world.edit_outside, self.world.edit_outside, self.world.sync))()

    def _box(self) -> None:
        """Type into the box of an answer, or choose where it has a conflict."""
        box = self.chance.choice(self.world.boxes)
        seen = box.was
        box.look()
        truth = self.world.truth[self.world.application]
        assert truth is not None
        before, was, chosen = truth[str(box.number)], box.was, box.theirs is not None
        if chosen and (box.theirs != before or before in (seen, box.text)):
            self.outcome.fault(f"false conflict: the answer is {before!r}, was {seen!r}, shown {box.theirs!r}")
        saved = box.choose(self.chance) if chosen else box.type(self.world.new_text())
        if saved:
            if not chosen and before not in (was, box.text):
                self.outcome.fault(f"lost update of an answer: {before!r} under {box.text!r}")
            truth[str(box.number)] = box.text
            self.outcome.see("answers saved")
        elif before == was != box.text:
            self.outcome.fault(f"refused without a reason: the answer {box.text!r} over {before!r}")

    def _close(self, window: Window) -> None:
        """Close the window without saving and open it again: what was typed stands there."""
        if window.editing is None:
            return
        self.world.look_in(window)
        window.keep()
        story_id, typed = window.editing.story_id, window.editing.changes()
        self.world.open(window, story_id)
        self._find_again(window, story_id, typed)

    def _find_again(self, window: Window, story_id: str, typed: dict[str, str]) -> None:
        if window.editing is None:  # its file is away
            return
        there, beside = window.editing.values(), window.editing.beside
        for name, text in typed.items():
            if text == there[name]:
                self.outcome.see("drafts found again")
            elif any(text.strip() in str(one) for one in (there[name], *beside.get(name, ()))):
                self.outcome.see("drafts found beside that of another window")
            elif (story_id, name, text) in window.seen:
                self.outcome.see("drafts that another window went on with")
            else:
                self.outcome.fault(f"typed text lost: {name} = {text!r}; there is {there[name]!r}, beside {beside}")

    def _kill(self, window: Window) -> None:
        """Kill the server at some call of a save; opened anew, the file is old or new, and what was typed is there."""
        if window.editing is None:
            return
        self.world.look_in(window)
        editing, at = window.editing, self.chance.randrange(KILLED_WITHIN)
        mine = editing.changes()
        if editing.conflicts or editing.gone or not mine:
            return
        path = self.world.paths[editing.story_id]
        child = os.fork()
        if child == 0:
            try:
                with watched(self.world.folder.parent, _killing(at)):
                    window.save()
            finally:
                os._exit(0)
        _, status = os.waitpid(child, 0)
        self.outcome.see("killed in mid-save" if os.WIFSIGNALED(status) else "saved by a child")
        found, old = texts_in(path), self.world.truth[path]
        if found not in (old, {**(old or {}), **mine}):
            self.outcome.fault(f"after a kill: {found!r}, neither {old!r} nor with {mine!r}")
        self.world.truth[path] = found
        self.world.open(window, editing.story_id)
        self._find_again(window, editing.story_id, mine)


def _killing(at: int) -> Callable[[str, Given], None]:
    calls = 0

    def before(name: str, given: Given) -> None:
        nonlocal calls
        calls += 1
        if calls > at:
            os.kill(os.getpid(), signal.SIGKILL)

    return before


def model_fuzz(task: Task) -> Outcome:
    """Go so many steps."""
    steps = _Steps(World(task))
    for _ in range(task.tries):
        steps.step()
        steps.outcome.add()
        task.tell()
    disk.sweep(task.folder, older_than_seconds=-1)
    left = list(task.folder.rglob(f"*{disk.TEMPORARY_SUFFIX}"))
    if left:
        steps.outcome.fault(f"left: {left}")
    return steps.outcome
