"""What a row of the table is, and what trying it many times gave."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

EXAMPLES = 5
"""Examples of what went wrong that are kept."""


@dataclass
class Outcome:
    """How many were tried, how many went wrong, the first of these in words, and what else is worth telling."""

    tried: int = 0
    wrong: int = 0
    examples: list[str] = field(default_factory=list)
    seen: dict[str, int] = field(default_factory=dict)

    def add(self, wrong: str = "") -> None:
        """Count one try, and what went wrong with it."""
        self.tried += 1
        if wrong:
            self.fault(wrong)

    def fault(self, wrong: str) -> None:
        """Count something wrong that is not a try of its own."""
        self.wrong += 1
        if len(self.examples) < EXAMPLES:
            self.examples.append(wrong)

    def see(self, what: str, times: int = 1) -> None:
        """Count something that shows what the tries reached."""
        self.seen[what] = self.seen.get(what, 0) + times

    def take(self, other: "Outcome") -> None:
        """Add what other tries gave."""
        self.tried += other.tried
        self.wrong += other.wrong
        self.examples = [*self.examples, *other.examples][:EXAMPLES]
        for what, times in other.seen.items():
            self.see(what, times)


@dataclass(frozen=True)
class Task:
    """How often to try (0 = all there are), from which seed, in which empty folder; `tell` is called after every try.

    Where several processes share a row, `number` counts them from 0 and `of` is how many there are.
    """

    tries: int
    seed: int
    folder: Path
    tell: Callable[[], None]
    number: int = 0
    of: int = 1


@dataclass(frozen=True)
class Row:
    """One row of the table. Sizes: of a test that takes a second or two, in CI, and of the full run; 0 = all there are.

    `shared` tells that several processes can divide the tries; `missing` says what cannot be tried yet, and why.
    """

    name: str
    what: str
    run: Callable[[Task], Outcome]
    small: int
    ci: int
    full: int
    shared: bool = True
    allowed: int = 0
    missing: str = ""
