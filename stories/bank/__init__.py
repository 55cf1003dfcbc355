"""Data that comes with storybank: common questions, competencies, and the Korean-English glossary."""

from functools import cache
from pathlib import Path
from typing import TypeVar

import yaml

from stories.model.competency import Competency
from stories.model.question import Question
from stories.model.record import Part
from stories.model.term import Term

P = TypeVar("P", bound=Part)
_FOLDER = Path(__file__).parent


@cache
def questions() -> tuple[Question, ...]:
    """Return the common questions in the order of their files."""
    return tuple(item for path in sorted((_FOLDER / "questions").glob("*.yaml")) for item in _items(path, Question))


@cache
def competencies() -> tuple[Competency, ...]:
    """Return the competencies in the order in which they are shown."""
    return tuple(_items(_FOLDER / "competencies.yaml", Competency))


@cache
def kinds() -> tuple[Competency, ...]:
    """Return the words that point to each kind of question, in the form of competencies."""
    return tuple(_items(_FOLDER / "kinds.yaml", Competency))


@cache
def terms() -> tuple[Term, ...]:
    """Return the terms of the glossary."""
    return tuple(_items(_FOLDER / "glossary.yaml", Term))


def _items(path: Path, model: type[P]) -> list[P]:
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return [model.model_validate(item) for item in yaml.load(path.read_text(encoding="utf-8"), Loader=loader)]
