"""The Word file in a program of others: LibreOffice opens it, and all that stands in it is there."""

import shutil
import subprocess
from pathlib import Path

import pytest

from stories.model.application import AskedByForm
from stories.model.story import Story
from tests.exporters.building import about, asking, document, library, sample
from tests.exporters.reading import word_text

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = pytest.mark.skipif(OFFICE is None, reason="no LibreOffice here")
HOSTILE = '<w:p/> & ]]> \\ {x} %s =1+1 "인용" <script> 0.065% 😀'


def test_the_sheets_open_in_libreoffice_with_every_word(tmp_path: Path) -> None:
    story = Story(id="s", title=HOSTILE, headline=HOSTILE, action=HOSTILE, result=HOSTILE)
    odd = library(story, asking(about("s"), AskedByForm(question=HOSTILE, kind="closing", draft=HOSTILE)))
    made = {
        "sample": document("prep-sheet", sample(), "kt-2019"),
        "all": document("prep-sheet", sample(), None, "en"),
        "odd": document("prep-sheet", odd),
        "empty": document("prep-sheet", library(), None),
    }
    for name, content in made.items():
        (tmp_path / f"{name}.docx").write_bytes(content)
    command = [
        str(OFFICE), "--headless", f"-env:UserInstallation={(tmp_path / 'office').as_uri()}",
        "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path),
    ]  # fmt: skip
    files = [str(tmp_path / f"{name}.docx") for name in made]
    subprocess.run([*command, *files], capture_output=True, timeout=180, check=True)
    for name, content in made.items():
        words = set((tmp_path / f"{name}.txt").read_text(encoding="utf-8-sig").split())
        missing = [word for word in word_text(content).split() if word not in words]
        assert words and not missing, (name, missing[:5])
