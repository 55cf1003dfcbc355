"""Whether the answer fills its limit, by the rule of the form."""

from collections.abc import Iterator

from stories.writing.checks.finding import Finding, Subject
from stories.writing.count import count, newlines_may_overflow, zone
from stories.writing.limits import rule_of

CHECK = "length"


def length(subject: Subject) -> Iterator[Finding]:
    """Find an answer over its limit, below 70 % of it, or over it where a server counts a line end as two.

    `over` and `under` and `line-ends`; an empty answer is no draft yet. The whole answer is the place.
    """
    limit, rule = subject.limit, rule_of(subject.asked)
    if not limit or limit < 1 or not subject.text.strip():
        return
    counted = count(subject.text)
    number = counted.by(rule)
    unit = "bytes" if rule.endswith("bytes") else "characters"
    details = {"count": f"{number:,}", "limit": f"{limit:,}"}
    if number > limit:
        yield Finding(CHECK, f"over-{unit}", 0, 0, {**details, "over": f"{number - limit:,}"})
    elif zone(number, limit) == "short":
        yield Finding(CHECK, f"short-{unit}", 0, 0, {**details, "percent": str(100 * number // limit)})
    elif newlines_may_overflow(counted, limit, rule):
        yield Finding(CHECK, "line-ends", 0, 0, {**details, "newlines": f"{counted.newlines:,}"})
