"""Texts that are typed into the editors of a story and of an answer, letter by letter, each with its time."""

import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from languages import sentences
from stories.files.library import read_library
from stories.text import clean
from tests.browser.driving import box, is_saved, save, settled, told

Editor = Literal["story", "answer"]
KO = sentences("ko")
WORDS = (
    "제가",
    "맡은",
    "일은",
    "데이터를",
    "모아",
    "모델을",
    "고르는",
    "것이었습니다.",
    "3주",
    "동안",
    "0.065%",
    "다시",
)
LONGEST_PAUSE = 0.12
"""Seconds between two letters at most, but for a rest now and then."""
REST = 0.7


def write_records(folder: Path, rounds: int) -> None:
    """Write a story and an application for each round, so that no round meets the text of another."""
    for number in range(rounds):
        story = folder / "stories" / f"round-{number}.yaml"
        story.write_text(f"title: {number}번째 이야기\n", encoding="utf-8")
        application = folder / "applications" / f"round-{number}.yaml"
        application.write_text(
            f"company: 한빛{number}\nquestions:\n  - question: 어려웠던 일\n    limit: '700'\n    draft:\n",
            encoding="utf-8",
        )


@dataclass
class Typed:
    """One text in one box: what was typed and when (monotonic seconds, one for each letter)."""

    context: BrowserContext
    editor: Editor
    number: int
    url: str
    folder: Path
    page: Page = field(init=False)
    text: str = ""
    times: list[float] = field(default_factory=list)

    def open(self) -> None:
        """Open the editor in a tab and put the cursor into its box."""
        self.page = self.context.new_page()
        self.page.goto(f"{self.url}/{self._address}")
        expect(self.box).to_be_visible()
        settled(self.page)

    @property
    def _address(self) -> str:
        if self.editor == "story":
            return f"story?story=round-{self.number}"
        return f"application?application=round-{self.number}&question=1"

    @property
    def box(self) -> Locator:
        """The box that is typed into."""
        return box(self.page, KO("story.field_situation" if self.editor == "story" else "answer.label"))

    def type(self, letter: str) -> None:
        """Type one letter."""
        self.page.keyboard.insert_text(letter)
        self.text += letter
        self.times.append(time.monotonic())

    def shown(self) -> str:
        """Return what stands in the box."""
        return self.box.input_value()

    def in_file(self) -> str:
        """Return what the file holds."""
        library, name = read_library(self.folder), f"round-{self.number}"
        return (
            library.stories[name].situation if self.editor == "story" else library.applications[name].questions[0].draft
        )

    def says_saved(self) -> bool:
        """Tell whether the page says that all is saved."""
        if self.editor == "story":
            return told(self.page, KO("editor.saved")).count() == 2
        return self.page.get_by_text(KO("answer.saved"), exact=True).count() > 0

    def save(self) -> None:
        """Save the story; wait until the page says that the text is saved, which the answer is by itself."""
        if self.editor == "answer":
            expect(self.page.get_by_text(KO("answer.saved"), exact=True)).to_be_visible(timeout=60_000)
        elif not self.says_saved():
            save(self.page)
            is_saved(self.page)

    def lies(self) -> bool:
        """Tell whether the page says that it is saved, and the file holds another text than the box."""
        return self.says_saved() and clean(self.shown()) != self.in_file()

    def close(self) -> None:
        """Close what belongs to it."""
        self.context.close()


def begin(browser: Browser, url: str, folder: Path, numbers: Sequence[int]) -> list[Typed]:
    """Open an editor for each number, stories and answers in turn, each in a browser of its own."""
    editors: tuple[Editor, ...] = ("answer", "story")
    opened = []
    for number in numbers:
        context = browser.new_context(locale="ko-KR", viewport={"width": 1280, "height": 900})
        context.set_default_timeout(60_000)
        opened.append(Typed(context, editors[number % 2], number, url, folder))
    for one in opened:
        one.open()
        one.box.click()
    return opened


def type_along(typed: Sequence[Typed], seconds: float, chance: random.Random) -> None:
    """Type into all of them in turn for so many seconds, with a rest now and then."""
    letters = {id(one): iter(" ".join(chance.choices(WORDS, k=400))) for one in typed}
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        for one in typed:
            one.type(next(letters[id(one)]))
        time.sleep(REST if chance.random() < 0.03 else chance.uniform(0, LONGEST_PAUSE))
