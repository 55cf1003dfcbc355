"""What is wrong between the files of a library: titles that are missing, and ids that lead nowhere."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from stories.files.names import name_in
from stories.problems import Problem

if TYPE_CHECKING:
    from stories.files.library import Library


def problems_between(library: "Library") -> Iterator[Problem]:
    """Name every story and concept without a title, and every id of a file that is not there."""
    yield from _titles_missing(library)
    told: set[tuple[str, str, str, str]] = set()
    for kind, record_id, field, wanted_kind, wanted in _pointers(library):
        if (wanted_kind, wanted) not in library.files and (kind, record_id, field, wanted) not in told:
            told.add((kind, record_id, field, wanted))
            yield Problem(_file(library, kind, record_id), 0, "unknown-id", {"field": field, "id": wanted[:80]})


def _titles_missing(library: "Library") -> Iterator[Problem]:
    for kind, records in (("stories", {**library.stories, **library.archived}), ("concepts", library.concepts)):
        for record_id, record in records.items():
            if not record.title and "title" not in library.files[kind, record_id].unreadable:
                yield Problem(_file(library, kind, record_id), 0, "title-missing")


def _pointers(library: "Library") -> Iterator[tuple[str, str, str, str, str]]:
    """Return every pointer: the kind and id of the record, its field, and the kind and id it names."""
    for story in (*library.stories.values(), *library.archived.values()):
        yield from (("stories", story.id, "led_to", "stories", wanted) for wanted in story.led_to)
    for concept in library.concepts.values():
        yield from (("concepts", concept.id, "stories", "stories", wanted) for wanted in concept.stories)
    for application in library.applications.values():
        yield from (("applications", application.id, "concepts", "concepts", one) for one in application.concepts)
        for question in application.questions:
            yield from (("applications", application.id, "stories", "stories", wanted) for wanted in question.stories)
    for interview in library.interviews.values():
        if interview.application:
            yield "interviews", interview.id, "application", "applications", interview.application
        for asked in interview.asked:
            yield from (("interviews", interview.id, "stories", "stories", wanted) for wanted in asked.stories)
            yield from (("interviews", interview.id, "concepts", "concepts", wanted) for wanted in asked.concepts)


def _file(library: "Library", kind: str, record_id: str) -> str:
    return name_in(library.folder, library.files[kind, record_id].path)
