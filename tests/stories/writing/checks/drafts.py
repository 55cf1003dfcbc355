"""Clean, natural answers of different jobs in both languages, and what they are checked against."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from stories.files.library import Library
from stories.model.application import Application, AskedByForm
from stories.model.profile import Profile
from stories.model.question import QuestionKind
from stories.model.story import Story
from stories.writing.checks import CHECKS, Subject
from stories.writing.limits import limit_of

OWN = ("other-names", "blind", "unfinished", "length", "first-sentence", "we-only", "no-number", "repeats")
"""The checks that these drafts are clean of; what a number may be depends on the rest of the story's file."""
OTHERS = (("한빛솔루션", "영업 관리"), ("LG CNS", "클라우드 엔지니어"), ("토스", "Product Designer"))
"""The other applications: company and position."""
PROFILE = Profile(name="한서윤", email="seoyun.han@example.com", education="가온대학교 통계학과 졸업")


@dataclass(frozen=True)
class Draft:
    """One answer as a careful person would hand it in."""

    name: str
    company: str
    position: str
    question: str
    kind: QuestionKind
    text: str
    story: dict[str, Any] = field(default_factory=dict)
    limit: str = ""


DRAFTS = tuple(
    Draft(**item)
    for item in yaml.load((Path(__file__).parent / "clean.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
)
BY_NAME = {draft.name: draft for draft in DRAFTS}
NURSE, MARKETING, BACKEND, TEACHER = (BY_NAME[name] for name in ("nurse", "marketing", "backend", "teacher"))
DATA, PUBLIC, STRENGTHS, HEADED = (BY_NAME[name] for name in ("data", "public", "strengths", "headed"))
INTRODUCTION, SALES = BY_NAME["introduction"], BY_NAME["sales"]
ENGLISH_PRODUCT, ENGLISH_NURSE = BY_NAME["english-product"], BY_NAME["english-nurse"]
ENGLISH_MOTIVATION = BY_NAME["english-motivation"]


def subject(draft: Draft, text: str | None = None, blind: bool = False, **changes: Any) -> Subject:
    """Return the draft as the subject of checks, in a library with applications elsewhere and a profile."""
    counts, limit = changes.pop("counts", ""), changes.pop("limit", draft.limit)
    asked = AskedByForm(question=draft.question, limit=limit, counts=counts)
    application = Application(
        id="this",
        company=changes.pop("company", draft.company),
        position=draft.position,
        questions=[asked],
        blind="yes" if blind else "",
        posting=changes.pop("posting", ""),
    )
    story = changes.pop("story", draft.story)
    stories = (Story(id="told", **story),) if story else ()
    applications = {"this": application} | {
        f"other-{number}": Application(id=f"other-{number}", company=company, position=position)
        for number, (company, position) in enumerate(changes.pop("others", OTHERS))
    }
    library = Library(
        folder=Path("library"),
        stories={one.id: one for one in (*stories, *changes.pop("stories", ()))},
        applications=applications,
        profile=changes.pop("profile", PROFILE),
    )
    assert not changes, changes
    given = draft.text if text is None else text
    return Subject(given, application, 1, asked, draft.kind, stories, library, limit_of(asked))


def with_sentence(draft: Draft, sentence: str, at: str = "end") -> str:
    """Return the draft with one more sentence: at its 'start', before its last sentence ('middle'), or at its 'end'."""
    if at == "start":
        return f"{sentence} {draft.text}"
    if at == "end":
        return f"{draft.text} {sentence}"
    place = draft.text.rstrip().rfind(". ") + 2
    return f"{draft.text[:place]}{sentence} {draft.text[place:]}"


def codes(given: Subject, check: str) -> list[str]:
    """Return the codes that one check finds."""
    return [found.code for found in CHECKS[check](given)]


def marked(given: Subject, check: str, code: str = "") -> list[str]:
    """Return the places that one check finds, as they stand in the text."""
    return [given.text[one.start : one.end] for one in CHECKS[check](given) if code in ("", one.code)]
