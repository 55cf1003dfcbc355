"""What an answer may rest on: the texts of its stories, and what stands beside them."""

from stories.model.concept import EXPLANATIONS
from stories.model.story import TEXTS, Story
from stories.writing.checks.finding import Subject

_LONGEST = 20_000
"""Characters of a posting and of a question that are read."""


def story_text(story: Story) -> str:
    """Return all that a story says, one thing a line, without what was taken back."""
    claims = [
        text
        for claim in story.claims
        for text in ((claim.say_instead,) if claim.status == "retracted" else (claim.text, claim.evidence))
    ]
    follow_ups = [text for one in story.follow_ups for text in (one.question, one.answer)]
    parts = (story.title, story.headline, story.period, story.role, *(getattr(story, name) for name in TEXTS))
    return "\n".join(part for part in (*parts, *story.skills, *story.aliases, *claims, *follow_ups) if part)


def has_text(story: Story) -> bool:
    """Tell whether the story says more than its names."""
    return any((story.headline, story.role, *(getattr(story, name) for name in TEXTS)))


def beside_text(subject: Subject) -> str:
    """Return what else an answer may repeat: the profile, the question, the application and its concepts."""
    profile, application = subject.library.profile, subject.application
    concepts = [one for key, one in subject.library.concepts.items() if key in application.concepts]
    parts = (
        *(profile.headline, profile.education, profile.introduction),
        *(subject.asked.question[:_LONGEST], application.posting[:_LONGEST]),
        *(application.company, application.position),
        *(application.deadline, application.submitted, application.interview_date),
        *(
            text
            for one in concepts
            for text in (one.name, *one.aliases, *(getattr(one, name) for name in EXPLANATIONS))
        ),
    )
    return "\n".join(part for part in parts if part)
