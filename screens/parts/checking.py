"""What is to be looked at again in a library, for the shell: problems of files, advice, and the checks of answers."""

from collections.abc import Iterator

from languages import Sentences
from screens.parts.telling import advice_sentence, finding_sentence, problem_sentence, record_name
from stories.files.library import Library
from stories.matching.index import LibraryIndex
from stories.matching.plan import plan
from stories.text import one_line
from stories.writing.advice import advise
from stories.writing.checks import check
from stories.writing.checks.finding import Finding, Subject
from stories.writing.limits import limit_of

PLACE = 60
"""Characters of the place of a finding that are shown."""


def printed_check(library: Library, say: Sentences) -> Iterator[str]:
    """Yield one line for each problem, each piece of advice and each finding in an answer that is written."""
    for problem in library.problems:
        yield problem_sentence(say, problem)
    for advice in advise(library):
        yield f"{record_name(library, advice.kind, advice.record_id)}: {advice_sentence(say, advice)}"
    yield from _answers(library, say)
    if not library.problems:
        yield say("cli.no_problems", count=len(library.stories))


def _answers(library: Library, say: Sentences) -> Iterator[str]:
    written = [one for one in library.applications.values() if any(row.draft.strip() for row in one.questions)]
    index = LibraryIndex(library) if written else None
    for application in written:
        for planned in plan(application, library, index).questions if index else ():
            text = planned.asked.draft
            if not text.strip():
                continue
            stories = tuple(one.story for one in planned.chosen)
            limit = limit_of(planned.asked)
            subject = Subject(text, application, planned.number, planned.asked, planned.kind, stories, library, limit)
            where = say("cli.answer", name=application.name, number=planned.number)
            for finding in check(subject):
                yield f"{where}: {finding_sentence(say, finding)}{_place(text, finding)}"


def _place(text: str, finding: Finding) -> str:
    """Return the words that the finding is about; nothing for what concerns the whole answer."""
    words = one_line(text[finding.start : finding.end])
    return f" [{words if len(words) <= PLACE else words[:PLACE] + '…'}]" if words else ""
