"""Small libraries to make documents from, and strategies for hostile text."""

import datetime
import unicodedata
from collections.abc import Callable
from pathlib import Path

from hypothesis import strategies as given

from exporters import DOCUMENTS
from exporters.sheet.content import PrepSheet
from exporters.sheet.prepare import prepare
from languages import sentences
from stories.files.library import Library, read_library
from stories.files.places import SAMPLE
from stories.model.application import Application, AskedByForm
from stories.model.record import Record
from stories.model.story import Story

TODAY = datetime.date(2019, 10, 21)
SUGGESTIONS = {"data에 대한 나의 태도": "big-contest-churn"}

hostile_text = given.text(alphabet=given.characters(), max_size=60) | given.sampled_from(
    [
        "# 제목", "- 목록", "1. 번호", "> 인용", "***", "---", "===", "```", "    네 칸", "`코드`", "$x$ $$y$$",
        "[링크](http://example.org)", "![그림](http://example.org/a.png)", "<script>alert(1)</script>", "<!-- -->",
        "&lt;b&gt; &amp;", "www.example.org http://example.org a@example.org", "]]> <w:p/> </w:t>", "{title} %s {0}",
        "a\r\nb\rc", "\x00\x07\x0b\x0c\x1b", "\ud800 \udfff \ufffe \uffff", "\u1112\u1161\u11ab\u110b", "==강조==",
        "* [ ] _밑줄_ ~~선~~ **굵게** num_leaves __init__", '=HYPERLINK("http://x")', "\u202e거꾸로", "[^1]: 주",
        "| 표 | 두 칸 |\n|---|---|", "0.065%의 40,000명이 11%를", "10%5명-30%", "**", "_", "~", "\\", "\\\\*", "#", "!",
        "C# C++ #1", "+", "-", "1)", "\U0001f469\u200d\U0001f469\u200d\U0001f467 \U0001f1f0\U0001f1f7", "%%주석%%",
    ]
)  # fmt: skip


def sample() -> Library:
    """Return the sample library."""
    return read_library(SAMPLE)


def library(*records: Record, **fields: object) -> Library:
    """Return a library of these stories and applications, without files."""
    return Library(
        folder=Path("library"),
        stories={one.id: one for one in records if isinstance(one, Story)},
        applications={one.id: one for one in records if isinstance(one, Application)},
        **fields,
    )


def asking(*questions: AskedByForm, **fields: object) -> Application:
    """Return an application with these questions."""
    return Application(id="job", **{"company": "한빛", "questions": list(questions), **fields})


def about(story_id: str, question: str = "가장 어려웠던 경험은?", **fields: object) -> AskedByForm:
    """Return a question for which the story was chosen."""
    return AskedByForm(question=question, kind="story", stories=[story_id], **fields)


def nothing_fits(question: str) -> str | None:
    """Stand for a match that finds nothing."""
    return None


def sheet(
    content: Library,
    application_id: str | None = "job",
    best_story: Callable[[str], str | None] = nothing_fits,
    today: datetime.date = TODAY,
    language: str = "ko",
    **more: object,
) -> PrepSheet:
    """Return what stands on the prep sheet."""
    return prepare(content, application_id, best_story=best_story, today=today, say=sentences(language), **more)


def document(document_id: str, content: Library, application_id: str | None = "job", language: str = "ko") -> bytes:
    """Return a document as people download it."""
    found = next(one for one in DOCUMENTS if one.id == document_id)
    return found.build(content, application_id, best_story=SUGGESTIONS.get, today=TODAY, say=sentences(language))


def bypassing_checks(model: type[Record], **fields: object) -> Record:
    """Return a record with text that no file could hold, as if a check had been forgotten."""
    return model.model_construct(**{**model().__dict__, **fields})


def cleaned(text: str) -> str:
    """Return the text as it must stand in every document: one line, NFC, lost characters shown."""
    words = " ".join(unicodedata.normalize("NFC", text).split())
    lost = [chr(code) for code in (*range(0x20), 0x7F, 0xFFFE, 0xFFFF)]
    return "".join("\ufffd" if one in lost or 0xD800 <= ord(one) <= 0xDFFF else one for one in words)
