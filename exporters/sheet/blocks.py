"""The questions of an application that a story answers, one block each; a story is told in full only once."""

from collections.abc import Iterable, Iterator, Mapping

from exporters.sheet.answering import Answering
from exporters.sheet.content import Block, Row
from exporters.sheet.cues import NAME_WIDTH, first_sentence, tidy
from exporters.sheet.rows import (
    claim_rows,
    cue_rows,
    follow_up_rows,
    headline_of,
    other_row,
    retracted_rows,
    strongest_rows,
)
from languages import Sentences
from stories.model.application import AskedByForm
from stories.model.story import Story

EMPTY_ROOM = 4
"""Ruled lines where no story answers a question yet."""


def question_blocks(questions: Iterable[tuple[AskedByForm, Answering]], say: Sentences) -> tuple[Block, ...]:
    """Return one block for each question; a story that an earlier block tells in full is only referred to."""
    blocks: list[Block] = []
    told: dict[str, int] = {}
    for number, (asked, found) in enumerate(questions, start=1):
        blocks.append(_block(number, asked, found, told, say))
        if found.main:
            told.setdefault(found.main.id, number)
    return tuple(blocks)


def story_blocks(stories: Iterable[Story], say: Sentences) -> tuple[Block, ...]:
    """Return one short block for each story: the headline and its strongest parts."""
    return tuple(_story_block(number, story, say) for number, story in enumerate(stories, start=1))


def _block(number: int, asked: AskedByForm, found: Answering, told: Mapping[str, int], say: Sentences) -> Block:
    title = tidy(asked.question) or say("prep_sheet.question_without_text")
    opening = first_sentence(asked.draft)
    lost = tuple(_lost(story_id, say) for story_id in found.lost)
    if found.main is None:
        return Block(
            number, title, opening, more=lost, empty=say("prep_sheet.no_story"), room=0 if opening else EMPTY_ROOM
        )
    headline = headline_of(found.main) or opening or tidy(found.main.name, NAME_WIDTH)
    rows = [Row(say("prep_sheet.opening"), (opening,))] if opening and opening != headline else []
    if not headline_of(found.main) and not opening:
        rows.append(Row(say("prep_sheet.headline"), remark=say("prep_sheet.not_written"), room=1, tone="soft"))
    others = tuple(_others(found.others, told, say))
    if found.main.id in told:
        return Block(number, title, headline, _note(found, told, say), tuple(rows), (*others, *lost))
    return Block(
        number,
        title,
        headline,
        _note(found, told, say),
        (*rows, *cue_rows(found.main, say), *retracted_rows(found.main, say)),
        (*claim_rows(found.main, say), *others, *follow_up_rows(found.main.follow_ups, say), *lost),
    )


def _others(others: Iterable[Story], told: Mapping[str, int], say: Sentences) -> Iterator[Row]:
    label = say("prep_sheet.also")
    for story in others:
        shown = say("prep_sheet.see", number=told[story.id]) if story.id in told else ""
        yield other_row(story, label, shown)
        if story.id not in told:
            yield from retracted_rows(story, say)
        label = ""


def _note(found: Answering, told: Mapping[str, int], say: Sentences) -> str:
    assert found.main is not None
    story = found.main
    key = "prep_sheet.suggested" if found.suggested else "prep_sheet.story"
    parts = [say(key, title=tidy(story.name, NAME_WIDTH))]
    if story.id in told:
        parts.insert(0, say("prep_sheet.see_story", number=told[story.id]))
    else:
        parts += _frame(story, say)
    return "  ·  ".join(parts)


def _frame(story: Story, say: Sentences) -> list[str]:
    """Name when it was and what my part was, as far as it is written."""
    role, period = first_sentence(story.role), tidy(story.period, NAME_WIDTH)
    return [say("prep_sheet.my_part", text=role)] * bool(role) + [period] * bool(period)


def _lost(story_id: str, say: Sentences) -> Row:
    return Row(say("prep_sheet.lost"), (tidy(story_id, NAME_WIDTH),), say("prep_sheet.lost_remark"), tone="soft")


def _story_block(number: int, story: Story, say: Sentences) -> Block:
    rows = (*strongest_rows(story, say), *retracted_rows(story, say))
    headline = headline_of(story)
    empty = "" if rows or headline else say("prep_sheet.empty_story")
    return Block(number, tidy(story.name, NAME_WIDTH), headline, "  ·  ".join(_frame(story, say)), rows, empty=empty)
