"""Libraries to ask: the sample, and small ones that a test writes to disk."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from stories.files.library import Library, read_library
from stories.files.places import SAMPLE
from stories.matching.index import LibraryIndex

Fields = Mapping[str, Any]
Make = Callable[..., Library]


@pytest.fixture(scope="session")
def sample() -> Library:
    """Return the sample library."""
    return read_library(SAMPLE)


@pytest.fixture(scope="session")
def sample_index(sample: Library) -> LibraryIndex:
    """Return the index of the sample library."""
    return LibraryIndex(sample)


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Return what writes a library: each kind is a mapping of ids to fields, `own` a list of one's own questions."""

    def written(
        own: list[Fields] | None = None,
        competencies: list[Fields] | None = None,
        terms: list[Fields] | None = None,
        **kinds: Mapping[str, Fields],
    ) -> Library:
        for kind, records in kinds.items():
            for record_id, fields in records.items():
                _write(tmp_path / kind / f"{record_id}.yaml", fields)
        if own:
            _write(tmp_path / "questions" / "own.yaml", {"questions": own})
        if competencies:
            _write(tmp_path / "competencies.yaml", {"competencies": competencies})
        if terms:
            _write(tmp_path / "glossary.yaml", {"terms": terms})
        library = read_library(tmp_path)
        assert not [problem for problem in library.problems if problem.severity == "error"]
        return library

    return written


def _write(path: Path, fields: Fields) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(yaml.safe_dump(dict(fields), allow_unicode=True, sort_keys=False), encoding="utf-8")
