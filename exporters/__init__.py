"""Documents out: the list of them. One module makes one document: content in, bytes out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import datetime

    from exporters.sheet.content import PrepSheet
    from languages import Sentences
    from stories.files.library import Library


class Build(Protocol):
    """What makes the bytes of a document. Raises NotFound where the application does not exist."""

    def __call__(
        self,
        library: Library,
        application_id: str | None,
        *,
        best_story: Callable[[str], str | None],
        today: datetime.date,
        say: Sentences,
        kind_of: Callable[[str], str] | None = None,
    ) -> bytes:
        """Return the document; same input, same bytes."""


@dataclass(frozen=True)
class Document:
    """One document that people can take out: its id, the file's ending and type, and what builds it."""

    id: str
    ending: str
    mime: str
    build: Build

    def file_name(self, library: Library, application_id: str | None, say: Sentences) -> str:
        """Return a safe name for the file, from the document's title and the company and position."""
        from stories.files.names import id_from

        about = library.application(application_id).name if application_id is not None else ""
        return id_from(f"{say('prep_sheet.title')} {about}") + self.ending


def _prep_sheet(
    laid_out: Callable[[PrepSheet], bytes],
    library: Library,
    application_id: str | None,
    *,
    best_story: Callable[[str], str | None],
    today: datetime.date,
    say: Sentences,
    kind_of: Callable[[str], str] | None = None,
) -> bytes:
    from exporters.sheet.prepare import prepare

    return laid_out(prepare(library, application_id, best_story=best_story, today=today, say=say, kind_of=kind_of))


def _in_word(sheet: PrepSheet) -> bytes:
    from exporters.prep_sheet import word_file  # Word takes long to import; the command line must start fast

    return word_file(sheet)


def _in_markdown(sheet: PrepSheet) -> bytes:
    from exporters.prep_sheet_markdown import markdown

    return markdown(sheet).encode("utf-8")


DOCUMENTS: tuple[Document, ...] = (
    Document(
        "prep-sheet",
        ".docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        partial(_prep_sheet, _in_word),
    ),
    Document("prep-sheet-markdown", ".md", "text/markdown; charset=utf-8", partial(_prep_sheet, _in_markdown)),
)
