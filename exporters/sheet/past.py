"""What earlier interviews at the same company teach: what was asked, and what to say next time."""

from collections.abc import Iterator

from exporters.sheet.content import PastInterview, Row
from exporters.sheet.cues import lines_of, tidy
from exporters.sheet.rows import retracted_rows
from languages import Sentences
from stories.companies import interviews_at
from stories.files.library import Library
from stories.model.application import Application
from stories.model.interview import Asked, Interview


def past_interviews(
    library: Library, application: Application, warned: set[str], say: Sentences
) -> tuple[PastInterview, ...]:
    """Return the interviews of this application and company, newest first.

    `warned` holds the stories whose retracted claims stand on the sheet already; the ones shown here are added.
    """
    return tuple(_past(library, one, warned, say) for one in interviews_at(library, application))


def _past(library: Library, interview: Interview, warned: set[str], say: Sentences) -> PastInterview:
    action = lines_of(interview.next_action)
    name = "  ·  ".join(part for part in map(tidy, (interview.name, interview.panel)) if part)
    return PastInterview(
        name=name,
        asked_title=say("prep_sheet.asked"),
        next_time_title=say("prep_sheet.next_time"),
        asked=tuple(row for one in interview.asked for row in _asked(library, one, warned, say)),
        next_action_title=say("prep_sheet.next_action") if action else "",
        next_action=action,
    )


def _asked(library: Library, asked: Asked, warned: set[str], say: Sentences) -> Iterator[Row]:
    question = tidy(asked.question)
    if not question:
        return
    next_time = tidy(asked.next_time)
    yield Row(question, (next_time,) if next_time else ())
    for story_id in dict.fromkeys(asked.stories):
        story = library.stories.get(story_id) or library.archived.get(story_id)
        if story and story_id not in warned and story.retracted:
            warned.add(story_id)
            yield from retracted_rows(story, say)
