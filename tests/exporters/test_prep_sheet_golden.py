"""The whole prep sheet, compared line by line with what was looked at and found good.

`UPDATE_GOLDEN=1 python -m pytest tests/exporters` writes the files anew; read the difference before you commit it.
"""

import os
from pathlib import Path

import pytest

from tests.exporters.building import document, sample
from tests.exporters.reading import readable

GOLDEN = Path(__file__).parent.parent / "golden"
SHEETS = [("kt-2019", "ko"), ("kt-2019", "en"), ("cuai-2023", "ko"), (None, "ko")]


@pytest.mark.parametrize(("application", "language"), SHEETS)
def test_the_word_sheet_reads_as_it_did(application: str | None, language: str):
    found = readable(document("prep-sheet", sample(), application, language))
    _compare(found, f"prep-sheet-{application or 'all-stories'}.{language}.txt")


@pytest.mark.parametrize(("application", "language"), SHEETS)
def test_the_markdown_sheet_reads_as_it_did(application: str | None, language: str):
    found = document("prep-sheet-markdown", sample(), application, language).decode("utf-8")
    _compare(found, f"prep-sheet-{application or 'all-stories'}.{language}.md")


def _compare(found: str, name: str) -> None:
    path = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(found, encoding="utf-8", newline="\n")
    assert found == path.read_text(encoding="utf-8")
