"""What has changed between two texts, for people: taken out in red and put in in green, in the text itself."""

from languages import Sentences
from screens.parts.inert import as_html
from stories.writing.differences import differences

_TAGS = {"same": "span", "gone": "del", "new": "ins"}


def difference_html(say: Sentences, before: str, now: str, told: bool = True) -> str:
    """Return the text as it was, with what was taken out since and what was put in; `told`: say so above."""
    pieces = "".join(f"<{_TAGS[kind]}>{as_html(piece)}</{_TAGS[kind]}>" for kind, piece in differences(before, now))
    about = f"<small>{as_html(say('answer.difference'))}</small>" if told else ""
    return f'{about}<div class="sb-diff">{pieces}</div>'
