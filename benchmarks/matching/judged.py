"""The judged questions and their libraries, as they are read from disk."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from benchmarks.matching.texts import whole_text
from stories.files.library import Library, read_library
from stories.files.places import SAMPLE

Part = Literal["tuning", "test"]
PARTS: tuple[Part, ...] = get_args(Part)
FOLDER = Path(__file__).parent
KOREAN_FROM = 0.5
"""Share of Hangul among the letters of a library from which it is Korean: its skills and tools are named in Latin."""


@dataclass(frozen=True)
class Question:
    """One question of a person and the grades of the stories that answer it: 2 = a best one, 1 = usable.

    `relevant` is empty where no story answers it.
    """

    qid: str
    person: str
    language: str
    kind: str
    query: str
    relevant: Mapping[str, int]

    @property
    def answerable(self) -> bool:
        """Tell whether any story answers it."""
        return bool(self.relevant)


def question_files(part: Part, folder: Path = FOLDER) -> list[Path]:
    """Return the files of one part: questions-test.jsonl, questions-test-2.jsonl and so on."""
    return sorted(folder.glob(f"questions-{part}*.jsonl"))


def read_questions(parts: Sequence[Part], folder: Path = FOLDER) -> list[Question]:
    """Return the judged questions of the parts, in the order of the files."""
    files = [path for part in parts for path in question_files(part, folder)]
    lines = [line for path in files for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [_question(json.loads(line)) for line in lines]


def _question(row: Mapping[str, object]) -> Question:
    relevant = row["relevant"]
    if not isinstance(relevant, dict):
        raise TypeError(f"{row['qid']}: relevant is not a mapping")
    texts = {name: str(row[key]) for name, key in _KEYS.items()}
    return Question(**texts, relevant={str(story): int(grade) for story, grade in relevant.items()})


_KEYS = {"qid": "qid", "person": "person", "language": "lang", "kind": "kind", "query": "query"}


def folder_of(person: str) -> Path:
    """Return the folder of a person's library; 'sample' is the one that comes with storybank."""
    return SAMPLE if person == "sample" else FOLDER / "libraries" / person


def read_libraries(questions: Sequence[Question]) -> dict[str, Library]:
    """Return the library of each person who is asked, in the order of the questions."""
    return {person: read_library(folder_of(person)) for person in dict.fromkeys(one.person for one in questions)}


def main_language(library: Library) -> str:
    """Return the language that the stories are written in, by their letters."""
    letters = [letter for story in library.stories.values() for letter in whole_text(story) if letter.isalpha()]
    hangul = sum("가" <= letter <= "힣" for letter in letters)
    return "ko" if hangul >= KOREAN_FROM * len(letters) else "en"
