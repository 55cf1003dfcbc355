"""Servers killed, pages reloaded, tabs closed and killed while one types: what is lost of the text."""

import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Error

from benchmarks.durability.outcome import Outcome
from benchmarks.durability_browser.typed import Typed, begin, type_along, write_records
from stories.text import clean
from tests.browser.conftest import Server
from tests.browser.driving import settled

AT_ONCE = 4
"""Texts that are typed at the same time at most, for one end."""
OLD = 3.0
"""Seconds after which a letter must not be lost any more."""
SHORTEST, LONGEST = 3.5, 6.0
"""Seconds of typing before the end comes."""


def _server_killed(typed: Sequence[Typed], server: Server) -> None:
    server.kill()
    server.start()


def _reloaded(typed: Sequence[Typed], server: Server) -> None:
    for one in typed:
        one.page.reload()


def _closed(typed: Sequence[Typed], server: Server) -> None:
    for one in typed:
        one.page.close()
    for one in typed:
        one.open()


def _crashed(typed: Sequence[Typed], server: Server) -> None:
    """The tab dies without a word, as when the browser is killed or the battery is empty."""
    for one in typed:
        with _dying():
            one.page.goto("chrome://crash")
        one.page.close()
    for one in typed:
        one.open()


def _both_killed(typed: Sequence[Typed], server: Server) -> None:
    server.kill()
    for one in typed:
        with _dying():
            one.page.goto("chrome://crash")
        one.page.close()
    server.start()
    for one in typed:
        one.open()


ENDS: Mapping[str, Callable[[Sequence[Typed], Server], None]] = {
    "server killed": _server_killed,
    "page reloaded": _reloaded,
    "tab closed": _closed,
    "tab killed": _crashed,
    "server and tab killed": _both_killed,
}


def drafts(browser: Browser, server: Server, folder: Path, rounds: int, seed: int = 1) -> Outcome:
    """Try so many rounds, each a text of its own; `folder` is the library of the server."""
    outcome, chance = Outcome(), random.Random(seed)
    write_records(folder, rounds)
    ends = list(ENDS)
    at_once = max(1, min(AT_ONCE, rounds // len(ends)))
    for place, first in enumerate(range(0, rounds, at_once)):
        end = ends[place % len(ends)]
        typed = begin(browser, server.url, folder, range(first, min(first + at_once, rounds)))
        _round(typed, server, end, chance, outcome)
        for one in typed:
            one.close()
    return outcome


def _round(typed: Sequence[Typed], server: Server, end: str, chance: random.Random, outcome: Outcome) -> None:
    type_along(typed, chance.uniform(SHORTEST, LONGEST), chance)
    lies = [one.lies() for one in typed]
    ended = time.monotonic()
    ENDS[end](typed, server)
    for one, lied in zip(typed, lies, strict=True):
        try:
            settled(one.page)
            wrong = _wrong(one, ended, outcome)
        except AssertionError as error:
            wrong = f"{one.editor} {one.number}: {str(error).splitlines()[0]}; {one.shown()!r}, file {one.in_file()!r}"
        outcome.add(wrong or ("says saved while it was typed" if lied else ""))
        outcome.see(f"{end}, {one.editor}")


def _wrong(one: Typed, ended: float, outcome: Outcome) -> str:
    """Return what went wrong with a text, or nothing."""
    place = f"{one.editor} {one.number}"
    kept = one.shown()
    if not one.text.startswith(kept):
        return f"{place}: another text: {kept!r} for {one.text!r}"
    if len(kept) < len(one.text):
        age = ended - one.times[len(kept)]
        outcome.see(f"lost letters younger than {int(age) + 1} s", len(one.text) - len(kept))
        if age > OLD:
            return f"{place}: {len(one.text) - len(kept)} letters lost, the oldest {age:.1f} s old"
    if one.lies():
        return f"{place}: says saved, and the file holds {one.in_file()!r}"
    one.save()
    if one.in_file() != clean(one.shown()) or one.shown() != kept:
        return f"{place}: saved {one.in_file()!r} for {one.shown()!r}"
    return ""


@contextmanager
def _dying() -> Iterator[None]:
    try:
        yield
    except Error as error:
        if "crash" not in str(error).lower():
            raise
