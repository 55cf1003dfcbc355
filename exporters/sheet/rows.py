"""One story as rows to glance at: cue lines, claims that may be attacked, follow-up questions."""

from collections.abc import Iterable, Iterator

from exporters.sheet.content import Row
from exporters.sheet.cues import CUE_WIDTH, NAME_WIDTH, cue_lines, first_sentence, sentences, shortened, tidy
from languages import Sentences
from stories.model.story import Claim, FollowUp, Story

CUE_LINES = 7
"""At most so many cue lines for one question: what can be scanned on the way to an interview."""
STRONGEST_LINES = 4
"""As many for a story on the sheet over all stories."""


def cue_rows(story: Story, say: Sentences) -> tuple[Row, ...]:
    """Return S, T, A, R and what was learned; a part not written yet says so, A and R with room to write."""
    learned = _learned(story, say)
    taken = sum(1 for text in (story.situation, story.task) if text.strip()) + len(learned)
    action, result = _shares(story, CUE_LINES - taken)
    return (
        _cue("situation", (first_sentence(story.situation),), say),
        _cue("task", (first_sentence(story.task),), say),
        _cue("action", cue_lines(story.action, action), say, room=1),
        _cue("result", cue_lines(story.result, result), say, room=1),
        *learned,
    )


def strongest_rows(story: Story, say: Sentences) -> tuple[Row, ...]:
    """Return only what was done, what came of it and what was learned, as far as it is written."""
    learned = _learned(story, say)
    action, result = _shares(story, STRONGEST_LINES - len(learned))
    rows = (_cue("action", cue_lines(story.action, action), say), _cue("result", cue_lines(story.result, result), say))
    return tuple(row for row in rows if row.lines) + learned


def retracted_rows(story: Story, say: Sentences) -> tuple[Row, ...]:
    """Return what must not be said again, each with what to say instead."""
    return tuple(_retracted(claim, say) for claim in story.retracted if tidy(claim.text))


def claim_rows(story: Story, say: Sentences) -> Iterator[Row]:
    """Yield every other claim with its status and evidence; the ones not confirmed yet have a box to tick."""
    for claim in story.claims:
        if claim.status == "retracted" or not tidy(claim.text):
            continue
        known = claim.status in ("confirmed", "supported")
        evidence = tidy(claim.evidence, CUE_WIDTH)
        remark = say("prep_sheet.evidence", text=evidence) if evidence else ""
        label = say(f"claim.{claim.status}") if known else f"☐ {say(f'claim.{claim.status}')}"
        yield Row(label, (tidy(claim.text),), remark, tone="plain" if known else "soft")


def follow_up_rows(follow_ups: Iterable[FollowUp], say: Sentences) -> Iterator[Row]:
    """Yield each follow-up question with its short answer, or with a line to write one on."""
    label = say("prep_sheet.follow_ups")
    for one in follow_ups:
        if not tidy(one.question):
            continue
        answer = tidy(one.answer)
        yield Row(label, (tidy(one.question), *([answer] if answer else [])), room=0 if answer else 1, tone="lead")
        label = ""


def other_row(story: Story, label: str, shown: str) -> Row:
    """Return a second story for the same question: its name, its headline, the names of its skills."""
    headline = headline_of(story)
    name = f"{tidy(story.name, NAME_WIDTH)} {shown}".rstrip()
    skills = shortened(" · ".join(map(tidy, story.skills)))
    return Row(label, (name, *([headline] if headline else [])), skills, tone="lead")


def headline_of(story: Story) -> str:
    """Return the headline, or nothing."""
    return tidy(story.headline)


def _cue(part: str, lines: tuple[str, ...], say: Sentences, room: int = 0) -> Row:
    written = tuple(line for line in lines if line)
    if written:
        return Row(say(f"star.{part}"), written)
    return Row(say(f"star.{part}"), remark=say("prep_sheet.not_written"), room=room, tone="soft")


def _learned(story: Story, say: Sentences) -> tuple[Row, ...]:
    parts = [first_sentence(story.learned), first_sentence(story.since_then)]
    line = " → ".join(part for part in parts if part)
    return (Row(say("star.learned" if parts[0] else "star.since_then"), (shortened(line),)),) if line else ()


def _shares(story: Story, lines: int) -> tuple[int, int]:
    """Share the lines between action and result: one each in turn, as far as there is something to say."""
    action, result = len(sentences(story.action)), len(sentences(story.result))
    for_result = min(result, max(lines // 2, lines - action))
    return lines - for_result, for_result


def _retracted(claim: Claim, say: Sentences) -> Row:
    instead = tidy(claim.say_instead)
    label = say("claim.retracted")
    remark = "" if instead else say("prep_sheet.nothing_instead")
    return Row(label, (tidy(claim.text),), remark, 0 if instead else 1, "retracted", instead)
