"""Quality and speed of the matcher beside what one would use instead, over the same texts and in one run.

    python -m benchmarks.matching [tuning|test|both] [--quick] [--only SECTION ...]      (default: test, all sections)

top-1: the first story has the question's best grade. nDCG@3 and MRR: see figures.py. kept / false: answerable and
unanswerable questions that are offered a story: storybank's first story is more than a stretch; a baseline's first
score reaches the threshold that keeps 95 % of the answerable. Intervals: 95 %, bootstrap over the questions.
"""

import argparse
import datetime
from collections.abc import Sequence
from dataclasses import replace

from benchmarks.matching import tables
from benchmarks.matching.figures import ROUNDS
from benchmarks.matching.judged import PARTS, Part, Question, main_language, read_libraries, read_questions
from benchmarks.matching.methods import CHANCE, STORYBANK, Answerer, most_used, outcomes, prepared
from benchmarks.matching.noise import NOISES
from benchmarks.matching.progress import tell
from benchmarks.matching.speed import MEMORY_AT, SIZES, at_sizes, command, memory

SECTIONS = ("quality", "groups", "typing", "unanswerable", "speed")
QUICK_ROUNDS = 200


def main() -> None:
    """Print the tables that were asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.matching", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("part", nargs="?", choices=(*PARTS, "both"), default="test")
    parser.add_argument("--quick", action="store_true", help="no 10,000 stories, and coarse intervals")
    parser.add_argument("--only", nargs="+", choices=SECTIONS, default=SECTIONS, metavar="SECTION")
    options = parser.parse_args()
    parts: Sequence[Part] = PARTS if options.part == "both" else (options.part,)
    rounds = QUICK_ROUNDS if options.quick else ROUNDS
    if set(options.only) - {"speed"}:
        print_quality(options.part, read_questions(parts), options.only, rounds)
    if "speed" in options.only:
        print_speed(SIZES[:-1] if options.quick else SIZES)


def print_quality(part: str, questions: Sequence[Question], sections: Sequence[str], rounds: int) -> None:
    """Print what is asked for of how well each method answers the questions."""
    tell(f"reading the libraries of {len(questions)} questions")
    libraries = read_libraries(questions)
    languages = {person: main_language(library) for person, library in libraries.items()}
    tell("preparing them for every method")
    answerers = prepared(libraries)
    everybody = {**answerers, CHANCE: most_used(questions)}
    by_method = {name: outcomes(name, answer, questions) for name, answer in everybody.items()}
    answerable = sum(question.answerable for question in questions)
    today = datetime.date.today().isoformat()
    title = f"{part}: {answerable} answerable and {len(questions) - answerable} unanswerable questions"
    print(f"{title} over {len(libraries)} libraries, {today}")
    if "quality" in sections:
        show("1. Quality", tables.quality(by_method, rounds))
    if "groups" in sections:
        show("2. By group", tables.by_group(by_method, languages, rounds))
    if "typing" in sections:
        tell("typing noise")
        show("3. Typing", noisy(questions, answerers, rounds))
    if "unanswerable" in sections:
        tell("intervals of the unanswerable")
        show("4. No answer, at storybank's own fits", tables.unanswerable(by_method[STORYBANK], rounds))
        show("   and by the top score", tables.curve(by_method, rounds))


def noisy(questions: Sequence[Question], answerers: dict[str, Answerer], rounds: int) -> list[str]:
    """Return the table of typing noise for storybank and the two baselines that are best without it."""
    korean = [question for question in questions if question.language == "ko" and question.answerable]
    clean = {name: outcomes(name, answer, korean) for name, answer in answerers.items()}
    names = [STORYBANK, *tables.best_baselines(clean, 2)]
    by_noise = {"as written": {name: clean[name] for name in names}}
    for label, noise in NOISES.items():
        typed = [replace(question, query=noise(question.query)) for question in korean]
        by_noise[label] = {name: outcomes(f"{name}, {label}", answerers[name], typed) for name in names}
    return tables.typing(by_noise, rounds)


def print_speed(sizes: Sequence[int]) -> None:
    """Print how long everything takes; the questions are those for tuning, in both languages."""
    found = at_sizes([question.query for question in read_questions(("tuning",))], sizes)
    others = list(found[0].others)
    rows = [
        [
            f"{one.stories:,}",
            f"{one.find:.2f}",
            f"{one.find_slowest:.2f}",
            *(f"{one.others[name]:.2f} ({one.others[name] / one.find:.1f}x)" for name in others),
            f"{one.index_seconds:.2f}",
            f"{one.changed:.1f}",
        ]
        for one in found
    ]
    head = ["stories", "storybank", "95 % within", *others, "index (s)", "a changed story (ms)"]
    show("5. Speed: milliseconds a question, median (and how many times storybank's)", tables.table(head, rows))
    most, added = memory()
    print(f"\nmemory at {MEMORY_AT:,} stories: {most:.0f} MB for the whole process, {added:.0f} MB of it for matching")
    process = command()
    print(
        f"`storybank find` as a process: {process.find:.2f} s ({process.first:.2f} s the first time), "
        f"`python -c pass`: {process.nothing:.2f} s"
    )


def show(title: str, lines: Sequence[str]) -> None:
    """Print one table under its title."""
    print(f"\n{title}", *lines, sep="\n", flush=True)


if __name__ == "__main__":
    main()
