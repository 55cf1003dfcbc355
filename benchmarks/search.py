"""How long a question takes: storybank's `find` beside rapidfuzz's WRatio and token_set_ratio over the same texts.

python -m benchmarks.search            prints one table
"""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import replace

from rapidfuzz import fuzz, process

from stories import bank
from stories.files.library import Library, read_library
from stories.files.places import SAMPLE
from stories.matching.index import LibraryIndex
from stories.matching.ranking import find
from stories.model.story import TEXTS, Story

SIZES = (12, 1_000, 10_000)
QUESTIONS = 24
ROUNDS = 3


def main() -> None:
    """Print the table."""
    sample = read_library(SAMPLE)
    asked = [question.text(language) for question in bank.questions()[::25] for language in ("ko", "en")][:QUESTIONS]
    print(f"{len(asked)} questions, median of {ROUNDS} rounds, milliseconds a question (and as a ratio)")
    print(f"{'stories':>8} {'index s':>8} {'find':>10} {'WRatio':>18} {'token_set_ratio':>18}")
    for size in SIZES:
        library = grown(sample, size)
        texts = [whole_text(story) for story in library.stories.values()]
        start = time.perf_counter()
        index = LibraryIndex(library)
        find("준비", index)
        built = time.perf_counter() - start
        own = per_question(asked, lambda question, index=index: find(question, index))  # type: ignore[misc]
        row = f"{size:>8} {built:>8.2f} {own:>10.2f}"
        for scorer in (fuzz.WRatio, fuzz.token_set_ratio):
            sample_of = asked if size < 10_000 else asked[:3]
            other = per_question(
                sample_of,
                lambda question, scorer=scorer, texts=texts: process.extract(question, texts, scorer=scorer, limit=5),  # type: ignore[misc]
                rounds=ROUNDS if size < 10_000 else 1,
            )
            row += f" {other:>10.2f} ({other / own:>4.1f}x)"
        print(row)


def grown(library: Library, size: int) -> Library:
    """Return a library of the size, made of the sample's stories with their words in another order."""
    originals = list(library.stories.values())
    stories = {}
    for number in range(size):
        story = originals[number % len(originals)]
        stories[f"s{number}"] = story if number < len(originals) else varied(story, number)
    return replace(library, stories=stories)


def varied(story: Story, number: int) -> Story:
    """Return the story with the words of its texts rotated, so that no two texts are the same."""
    changes: dict[str, str] = {"id": f"s{number}"}
    for name in TEXTS:
        words = getattr(story, name).split()
        turn = number % len(words) if words else 0
        changes[name] = " ".join([*words[turn:], *words[:turn]])
    return story.model_copy(update=changes)


def whole_text(story: Story) -> str:
    """Return everything of a story that a plain search would look through."""
    return " ".join((story.title, story.headline, *story.skills, *story.aliases, *(getattr(story, n) for n in TEXTS)))


def per_question(asked: Sequence[str], run: Callable[[str], object], rounds: int = ROUNDS) -> float:
    """Return the median over the rounds of the mean milliseconds that a question takes."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        for question in asked:
            run(question)
        times.append((time.perf_counter() - start) * 1000 / len(asked))
    return statistics.median(times)


if __name__ == "__main__":
    main()
