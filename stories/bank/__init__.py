"""Data that comes with storybank: common questions with examples, competencies, and the Korean-English glossary."""

import json
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter

from stories.bank.kept import kept
from stories.model.competency import Competency
from stories.model.examples import Examples
from stories.model.form import Form
from stories.model.question import Question
from stories.model.record import Part
from stories.model.term import Term

P = TypeVar("P", bound=Part)
_FOLDER = Path(__file__).parent


@cache
def questions() -> tuple[Question, ...]:
    """Return the common questions in the order of their files."""
    return _items("questions", Question)


@cache
def examples() -> tuple[Examples, ...]:
    """Return the examples for common questions, at most one for each."""
    return _items("examples", Examples)


@cache
def competencies() -> tuple[Competency, ...]:
    """Return the competencies in the order in which they are shown."""
    return _items("competencies", Competency)


@cache
def kinds() -> tuple[Competency, ...]:
    """Return the words that point to each kind of question, in the form of competencies."""
    return _items("kinds", Competency)


@cache
def forms() -> tuple[Form, ...]:
    """Return the examples of forms in the order in which they are shown."""
    return _items("forms", Form)


@cache
def terms() -> tuple[Term, ...]:
    """Return the terms of the glossary, and the senses of everyday words of the thesaurus."""
    raw = [item for name in ("glossary", "thesaurus") for item in json.loads(_kept(name, Term))]
    return tuple(Term.model_construct(**item) for item in raw)  # checked when they were kept, and there are thousands


def sources() -> tuple[Path, ...]:
    """Return the files of the bank, in their order."""
    return tuple(sorted(_FOLDER.rglob("*.yaml")))


def _items(name: str, model: type[P]) -> tuple[P, ...]:
    return tuple(TypeAdapter(list[model]).validate_json(_kept(name, model)))  # type: ignore[valid-type]


def _kept(name: str, model: type[Part]) -> bytes:
    """Return the items of a file, or of all files of a folder, as JSON: parsed and checked once on this machine."""
    single = _FOLDER / f"{name}.yaml"
    paths = [single] if single.is_file() else sorted((_FOLDER / name).glob("*.yaml"))
    code = Path(sys.modules[model.__module__].__file__ or "")

    def made() -> bytes:
        items = TypeAdapter(list[model])  # type: ignore[valid-type]
        return items.dump_json(items.validate_python(list(_parsed(paths))))

    return kept(name, [*paths, code], made)


def _parsed(paths: Iterable[Path]) -> Iterable[object]:
    import yaml  # seldom needed, and it takes a while

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    for path in paths:
        yield from yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
