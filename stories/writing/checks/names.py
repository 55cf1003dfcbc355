"""Another company's name left in, of one's other applications or well known, and another position's."""

from collections.abc import Iterator

from stories.companies import same_company
from stories.model.story import TEXTS, Story
from stories.writing.checks.applying import around, is_applying, is_comparing, sentence_at
from stories.writing.checks.companies import Company, bare, company_of
from stories.writing.checks.finding import Finding, Subject
from stories.writing.checks.lists import wordings
from stories.writing.checks.naming import Named, known_spellings, named_in, spellings
from stories.writing.checks.particles import stands_in
from stories.writing.checks.positions import other_positions

CHECK = "other-names"

_ON_COMPANIES = ("motivation", "company", "self-introduction", "closing", "conditions", "reverse")
"""Kinds of questions whose answers speak of the company; in others a name is often part of what one did."""


def other_names(subject: Subject) -> Iterator[Finding]:
    """Find names that belong to another application.

    `another-company`: of one's other applications; `possible-company`: well known, or named in a comparison;
    `another-position`. What the chosen stories tell of may be named, but not where the sentence is about applying.
    """
    yield from _companies(subject)
    yield from other_positions(subject)


def _companies(subject: Subject) -> Iterator[Finding]:
    applied = company_of(subject.application.company)
    if not applied.names:
        return
    mine = spellings((applied, Company(applied.group)))
    others = spellings(_others(subject, applied))
    text = subject.text
    for named in named_in(text, mine, others, known_spellings()):
        name, sentence = text[named.start : named.end], sentence_at(subject.sentences, named.start)
        if _is(applied, named, name):
            continue
        own = any(named.company is company for row in others.values() for _, company in row)
        code = _code_of_own(subject, named, name, sentence) if own else _code_of_known(subject, named, name, sentence)
        if code:
            yield Finding(CHECK, code, named.start, named.end, {"name": name})


def _is(applied: Company, named: Named, name: str) -> bool:
    """Tell whether the name is that of the company itself, its group, or a beginning or part of its name."""
    ours = [bare(one) for one in (*applied.names, *applied.group)]
    if bare(name) in ours or any(bare(one) in ours[: len(applied.names)] for one in named.company.names):
        return True
    related = bool(named.company.group) and named.company.group == applied.group
    return any(one.startswith(bare(name)) or (related and bare(name).startswith(one)) for one in ours[:1])


def _others(subject: Subject, applied: Company) -> Iterator[Company]:
    ours = {bare(one) for one in applied.names}
    for one in subject.library.applications.values():
        if one.id == subject.application.id or same_company(one.company, subject.application.company):
            continue
        company = company_of(one.company)
        if company.names and not ours & {bare(name) for name in company.names}:
            yield company


def _code_of_own(subject: Subject, named: Named, name: str, sentence: str) -> str:
    told = named.everyday or _told(name, subject.stories)
    if told and not is_applying(sentence):
        return ""
    return "possible-company" if is_comparing(sentence) else "another-company"


def _code_of_known(subject: Subject, named: Named, name: str, sentence: str) -> str:
    if is_comparing(sentence) or wordings("applying", "product").match(subject.text, named.end):
        return ""
    on_companies, applying = subject.kind in _ON_COMPANIES, is_applying(sentence)
    employer = _is_employer(subject, named)
    beside = employer or (
        not named.everyday and wordings("applying", "of_company").match(subject.text, named.end) is not None
    )
    if named.company.abroad:
        meant = (employer and applying) or (beside and on_companies)
    else:
        meant = applying or (beside and on_companies and not named.everyday)
    if meant and (named.company.abroad or not applying):
        meant = not _is_known_here(subject, name)
    return "possible-company" if meant and not _told(name, subject.stories) else ""


def _is_employer(subject: Subject, named: Named) -> bool:
    """Tell whether the words beside the name are those that stand beside an employer's."""
    before, _ = around(subject.sentences, named.start)
    return bool(
        wordings("applying", "employer_before").search(before)
        or wordings("applying", "employer_behind").match(subject.text, named.end)
    )


def _is_known_here(subject: Subject, name: str) -> bool:
    """Tell whether the posting, the question or any story of the library has the name."""
    given = (subject.application.posting, subject.asked.question)
    return any(stands_in(name, text) for text in given) or _told(name, tuple(subject.library.stories.values()))


def _told(name: str, stories: tuple[Story, ...]) -> bool:
    return any(stands_in(name, text) for story in stories for text in _texts(story))


def _texts(story: Story) -> Iterator[str]:
    yield from (story.title, story.headline, story.role, *story.skills, *story.aliases)
    yield from (getattr(story, field) for field in TEXTS)
