"""How long a question, an index and a whole command take, and how much memory, beside rapidfuzz in the same run."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from rapidfuzz import fuzz, process

from benchmarks.matching.baselines import plain
from benchmarks.matching.progress import tell
from benchmarks.matching.texts import grown, varied, whole_text
from stories.files.library import Library, read_library
from stories.files.places import LIBRARY_VARIABLE, SAMPLE, STATE_VARIABLE
from stories.matching.index import LibraryIndex
from stories.matching.ranking import find

ROOT = Path(__file__).parent.parent.parent
SIZES = (12, 1_000, 10_000)
MEMORY_AT = 1_000
ASKED = 60
"""Questions at each size; storybank gets each only once, so that nothing it may remember makes it fast."""
ASKED_SLOWLY = {12: 60, 1_000: 24, 10_000: 10}
"""How many of them rapidfuzz gets."""
RUNS = 5
LIMIT = 5
SCORERS: Mapping[str, Callable[..., float]] = MappingProxyType(
    {"WRatio": fuzz.WRatio, "token_set_ratio": fuzz.token_set_ratio}
)


@dataclass(frozen=True)
class AtSize:
    """Speed at one number of stories: seconds to prepare, milliseconds a question and to follow a changed story."""

    stories: int
    index_seconds: float
    changed: float
    find: float
    find_slowest: float
    others: Mapping[str, float]


@dataclass(frozen=True)
class Command:
    """Seconds of a whole process: the first time, and the median of several more; beside a Python that does nothing."""

    first: float
    find: float
    nothing: float


def at_sizes(questions: Sequence[str], sizes: Sequence[int] = SIZES) -> list[AtSize]:
    """Return the speed at each size; each size gets other questions. What all libraries share is loaded before."""
    sample = read_library(SAMPLE)
    find("준비", LibraryIndex(grown(sample, 1)))
    return [_at_size(grown(sample, size), questions[place :: len(sizes)][:ASKED]) for place, size in enumerate(sizes)]


def _at_size(library: Library, questions: Sequence[str]) -> AtSize:
    size = len(library.stories)
    tell(f"speed at {size} stories")
    start = time.perf_counter()
    index = LibraryIndex(library)
    find("준비", index)
    built = time.perf_counter() - start
    changed = _follow(library, index)
    own = _each(questions, lambda question: find(question, index, limit=LIMIT))
    texts = [plain(whole_text(story)) for story in library.stories.values()]
    others = {name: _others(questions[: ASKED_SLOWLY.get(size, ASKED)], texts, SCORERS[name]) for name in SCORERS}
    return AtSize(size, built, changed, statistics.median(own), _most(own), others)


def _follow(library: Library, index: LibraryIndex) -> float:
    """Return the milliseconds from one changed story to the next answer, median of several changes."""
    times = []
    for number, key in enumerate(list(library.stories)[:RUNS]):
        story = varied(library.stories[key], 20_000 + number).model_copy(update={"id": key})
        library = replace(library, stories={**library.stories, key: story})
        start = time.perf_counter()
        index = LibraryIndex(library, index)
        find("준비", index)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def _others(questions: Sequence[str], texts: Sequence[str], scorer: Callable[..., float]) -> float:
    prepared = [plain(question) for question in questions]
    return statistics.median(
        _each(prepared, lambda question: process.extract(question, texts, scorer=scorer, limit=LIMIT))
    )


def _each(questions: Sequence[str], run: Callable[[str], object]) -> list[float]:
    """Return the milliseconds of each question."""
    times = []
    for question in questions:
        start = time.perf_counter()
        run(question)
        times.append((time.perf_counter() - start) * 1000)
    return times


def _most(times: Sequence[float]) -> float:
    """Return the time that 95 of 100 questions keep within."""
    return sorted(times)[min(int(0.95 * len(times)), len(times) - 1)]


def memory(size: int = MEMORY_AT) -> tuple[float, float]:
    """Return the most megabytes of a process with that many stories, and how many of them the matcher adds."""
    tell(f"memory at {size} stories")
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.matching.memory", str(size)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    before, most = map(float, done.stdout.split())
    return most, most - before


def command() -> Command:
    """Return how long `storybank find` takes on the sample, in turn with a Python that does nothing."""
    tell("storybank find as a process")
    finding = ["-m", "cli", "find", "가장 어려웠던 도전은?", "--json"]
    with tempfile.TemporaryDirectory() as home:
        places = ("HOME", "USERPROFILE", "LOCALAPPDATA", "XDG_CACHE_HOME", "XDG_STATE_HOME", STATE_VARIABLE)
        environment = {**os.environ, **dict.fromkeys(places, home), "PYTHONUTF8": "1"}
        environment.pop(LIBRARY_VARIABLE, None)
        first = _process(finding, environment)
        pairs = [(_process(finding, environment), _process(["-c", "pass"], environment)) for _ in range(RUNS)]
    own, nothing = (statistics.median(column) for column in zip(*pairs, strict=True))
    return Command(first, own, nothing)


def _process(arguments: Sequence[str], environment: Mapping[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start
