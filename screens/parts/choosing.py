"""Labels to choose from, no two alike: the browser sends back the label, and of two equal ones another is taken."""

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

T = TypeVar("T", bound=Hashable)


def distinct(
    options: Sequence[T], shown: Callable[[T], str], told: Callable[[T], str] | None = None
) -> Callable[[T], str]:
    """Return what shows each option. Of options that look alike each also tells `told`, or else its number.

    Numbers count from the last option, so that those that stand there keep theirs when new ones come before them.
    """
    labels: dict[T, str] = {}
    plain = [shown(option) for option in options]
    times = Counter(plain)
    taken = set[str]()
    for option, label in zip(reversed(options), reversed(plain), strict=True):
        if told is not None and times[label] > 1:
            label = f"{label} ({told(option)})"
        number, numbered = 2, label
        while numbered in taken:
            numbered, number = f"{label} ({number})", number + 1
        taken.add(numbered)
        labels[option] = numbered
    return lambda option: labels.get(option) or shown(option)
