"""The list of documents: quick to load, each with a name that every system can store."""

import subprocess
import sys

import pytest

from exporters import DOCUMENTS
from languages import LANGUAGES, sentences
from stories.errors import NotFound
from stories.files.names import is_safe
from stories.model.application import Application
from tests.exporters.building import document, library, sample


def test_the_documents_have_ids_of_their_own_and_endings():
    assert [(one.id, one.ending) for one in DOCUMENTS] == [("prep-sheet", ".docx"), ("prep-sheet-markdown", ".md")]


def test_the_list_loads_without_word():
    code = "import sys, exporters; print([n for n in ('docx', 'lxml', 'pydantic', 'yaml') if n in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


@pytest.mark.parametrize("one", DOCUMENTS, ids=lambda one: one.id)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("application", [*sample().applications, None])
def test_every_document_is_built_for_every_application_in_every_language(one, language: str, application: str | None):
    assert len(document(one.id, sample(), application, language)) > 500


@pytest.mark.parametrize("one", DOCUMENTS, ids=lambda one: one.id)
def test_an_application_that_does_not_exist_is_not_found(one):
    with pytest.raises(NotFound):
        document(one.id, library(), "nothing")


@pytest.mark.parametrize("company", ["KT", "../../etc/passwd", "con", "A/B:C*?", "한빛 (주)", "가" * 300, ""])
def test_the_file_has_a_safe_name_with_the_company_in_it(company: str):
    content = library(Application(id="job", company=company))
    name = DOCUMENTS[0].file_name(content, "job", sentences("ko"))
    assert name.startswith("면접-준비-시트") and name.endswith(".docx")
    assert is_safe(name.removesuffix(".docx"))


def test_the_file_over_all_stories_has_a_name_too():
    assert DOCUMENTS[1].file_name(library(), None, sentences("en")) == "interview-prep-sheet.md"
