"""Quality of the matcher beside rapidfuzz over the same texts.

    python -m benchmarks.matching [tuning|test]        prints one table (default: test)

Grades: 2 = a best story, 1 = usable, absent = not; an empty `relevant` = no story answers the question.
top-1: the first story has the question's best grade. nDCG@3: gains 2^grade - 1, discounts log2(rank + 1) (Järvelin and
Kekäläinen 2002). kept / false: answerable and unanswerable questions whose first story is more than a stretch.
"""

import json
import math
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz, process

from benchmarks.search import whole_text
from stories.files.library import Library, read_library
from stories.files.places import SAMPLE
from stories.matching.index import LibraryIndex
from stories.matching.ranking import find

FOLDER = Path(__file__).parent
Question = Mapping[str, Any]
Ranking = tuple[Sequence[str], float]
SCORERS = {"WRatio": fuzz.WRatio, "token_set_ratio": fuzz.token_set_ratio, "partial_ratio": fuzz.partial_ratio}


def main() -> None:
    """Print the table."""
    part = sys.argv[1] if len(sys.argv) > 1 else "test"
    questions = read_questions(part)
    libraries = {person: read_library(folder_of(person)) for person in dict.fromkeys(q["person"] for q in questions)}
    indexes = {person: LibraryIndex(library) for person, library in libraries.items()}
    own = [ranked(question, indexes[question["person"]]) for question in questions]
    print(f"{part}: {len(questions)} questions over {len(libraries)} libraries")
    print(f"{'':34} {'n':>4} {'top-1':>6} {'nDCG@3':>7} {'kept':>6} {'false':>6}")
    for name, chosen in groups(questions):
        print_row(f"storybank, {name}", questions, own, chosen)
    for name, scorer in SCORERS.items():
        plain = [
            (plainly_ranked(question["query"], libraries[question["person"]], scorer), math.nan)
            for question in questions
        ]
        print_row(f"rapidfuzz {name}, all", questions, plain, lambda question: True)


def read_questions(part: str) -> list[Question]:
    """Return the judged questions of one half."""
    lines = (FOLDER / f"questions-{part}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def folder_of(person: str) -> Path:
    """Return the folder of a person's library; 'sample' is the one that comes with storybank."""
    return SAMPLE if person == "sample" else FOLDER / "libraries" / person


def ranked(question: Question, index: LibraryIndex) -> Ranking:
    """Return the ids of the stories best first, and whether the first is more than a stretch."""
    answer = find(question["query"], index, limit=None)
    return [match.story.id for match in answer.stories], answer.best is not None


def plainly_ranked(query: str, library: Library, scorer: Callable[..., float]) -> list[str]:
    """Return the ids of the stories by rapidfuzz over their whole texts."""
    texts = {story.id: whole_text(story) for story in library.stories.values()}
    return [found[2] for found in process.extract(query, texts, scorer=scorer, limit=None)]


def groups(questions: Iterable[Question]) -> list[tuple[str, Callable[[Question], bool]]]:
    """Return the groups of questions that get a row: all, by language, across languages, by person."""
    people = list(dict.fromkeys(question["person"] for question in questions))
    english = {"product-junior"}
    return [
        ("all", lambda question: True),
        ("Korean", lambda question: question["lang"] == "ko"),
        ("English", lambda question: question["lang"] == "en"),
        ("across languages", lambda question: (question["lang"] == "en") != (question["person"] in english)),
        ("typed badly", lambda question: question["kind"] == "typo"),
        *((person, lambda question, person=person: question["person"] == person) for person in people),
    ]


def print_row(
    name: str, questions: Sequence[Question], rankings: Sequence[Ranking], chosen: Callable[[Question], bool]
) -> None:
    """Print the figures of one group."""
    pairs = [(question, ranking) for question, ranking in zip(questions, rankings, strict=True) if chosen(question)]
    yes = [(question["relevant"], ids, good) for question, (ids, good) in pairs if question["relevant"]]
    no = [good for question, (_, good) in pairs if not question["relevant"]]
    top = mean(relevant.get(ids[0], 0) == max(relevant.values()) if ids else False for relevant, ids, _ in yes)
    gain = mean(ndcg(relevant, ids) for relevant, ids, _ in yes)
    kept, false = mean(good for *_, good in yes), mean(no)
    print(f"{name:34} {len(yes):>4} {top:>6.2f} {gain:>7.2f} {kept:>6.2f} {false:>6.2f}")


def ndcg(relevant: Mapping[str, int], ids: Sequence[str], depth: int = 3) -> float:
    """Return the normalised discounted cumulative gain, 0 to 1."""
    best = sorted(relevant.values(), reverse=True)[:depth]
    return _gain(relevant.get(one, 0) for one in ids[:depth]) / _gain(best)


def _gain(grades: Iterable[int]) -> float:
    return sum((2.0**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades))


def mean(values: Iterable[float]) -> float:
    """Return the mean, or not-a-number for none."""
    found = list(values)
    return sum(found) / len(found) if found else math.nan


if __name__ == "__main__":
    main()
