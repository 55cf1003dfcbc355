"""The prep sheet in Word: what is read on the way to the interview."""

from collections.abc import Iterator
from itertools import zip_longest

from exporters.sheet.content import Block, Box, Head, PastInterview, PrepSheet, Row, Written
from exporters.word.file import file_bytes, fill, new_document
from exporters.word.styles import FONT, WARNING, WARNING_FILL
from exporters.word.writing import TEXT_WIDTH, Xml, cell, paragraph, row, ruled_box, run, table, text

LABEL_WIDTH = 1560
BLANK_LABEL_WIDTH = 1560
BLANK_GAP = 240
CONCEPT_WIDTH = 1900
ASKED_WIDTH = 4500
HEAD_WIDTHS = (6038, 3600)
SHORT_TEXT = 8
"""A text of up to so many paragraphs stays on one page."""


def word_file(sheet: PrepSheet, font: str = FONT) -> bytes:
    """Return the sheet as a Word file; same sheet, same bytes."""
    document = new_document(sheet.name, sheet.footer, font)
    fill(document, _body(sheet))
    return file_bytes(document)


def _body(sheet: PrepSheet) -> Iterator[Xml]:
    yield from _head(sheet.head)
    if sheet.introduction:
        yield from _box(sheet.introduction, sheet)
    yield paragraph("Heading1", run(sheet.questions.title))
    if sheet.questions.note:
        yield paragraph("NoteKept", run(sheet.questions.note))
    if sheet.questions.room:
        yield ruled_box(sheet.questions.room)
    for block in sheet.questions.blocks:
        yield from _block(block, sheet)
    if sheet.concepts.rows:
        yield paragraph("Heading1", run(sheet.concepts.title))
        yield _rows(sheet.concepts.rows, sheet, CONCEPT_WIDTH)
    for box in sheet.boxes:
        yield from _box(box, sheet)
    if sheet.past:
        yield paragraph("Heading1", run(sheet.past_title))
        for past in sheet.past:
            yield from _past(past, sheet)
    yield paragraph("Heading1", run(sheet.checklist.title))
    for place, line in enumerate(sheet.checklist.lines, start=1):
        yield paragraph("Check", run(f"☐ {line}"), keep_next=place < len(sheet.checklist.lines))
    if sheet.left_out.lines:
        yield paragraph("Heading1", run(sheet.left_out.title))
        yield paragraph("NoteKept", run(sheet.left_out.note))
        yield from (paragraph("Normal", run(line)) for line in sheet.left_out.lines)


def _head(head: Head) -> Iterator[Xml]:
    left = [paragraph("Kind", run(head.kind)), paragraph("Title", run(head.title))]
    left += [paragraph("Subtitle", run(head.subtitle))] if head.subtitle else []
    right = [
        paragraph(style, run(words))
        for style, words in (("Countdown", head.countdown), ("DateLine", head.date), ("DateNote", head.as_of))
        if words
    ]
    cells = cell(HEAD_WIDTHS[0], *left, flush="left"), cell(HEAD_WIDTHS[1], *right, flush="right")
    yield table(HEAD_WIDTHS, [row(*cells)], "head")
    yield paragraph("Gap")
    if head.blanks:
        yield _blanks(head.blanks)


def _blanks(blanks: tuple[str, ...]) -> Xml:
    """Return one row of labels, each with a line to write on."""
    width = TEXT_WIDTH // len(blanks)
    label = min(BLANK_LABEL_WIDTH, width // 2)
    widths = [label, width - label - BLANK_GAP, BLANK_GAP] * len(blanks)
    cells: list[Xml] = []
    for words in blanks:
        cells.append(cell(label, paragraph("Label", run(words)), flush="left"))
        cells += [cell(width - label - BLANK_GAP, line_under=True), cell(BLANK_GAP)]
    return table(widths[:-1], [row(*cells[:-1])], "none")


def _block(block: Block, sheet: PrepSheet) -> Iterator[Xml]:
    yield paragraph("Heading2", run(f" {block.number} ", style="QuestionNumber"), run(f"  {block.title}"))
    if block.headline:
        yield text("Headline", block.headline)
    if block.note:
        yield paragraph("NoteKept", run(block.note))
    if block.rows or block.more:
        yield _rows(block.rows + block.more, sheet, LABEL_WIDTH, together=len(block.rows))
    if block.empty:
        yield paragraph("NoteKept" if block.room else "Note", run(block.empty))
    if block.room:
        yield ruled_box(block.room)


def _rows(rows: tuple[Row, ...], sheet: PrepSheet, label_width: int, together: int = 0) -> Xml:
    """Return the rows as a table; the first `together` of them stay on one page."""
    made = (_row(one, sheet, label_width, keep_next=place < together) for place, one in enumerate(rows, start=1))
    return table((label_width, TEXT_WIDTH - label_width), made)


def _row(one: Row, sheet: PrepSheet, label_width: int, keep_next: bool = False, span: int = 1) -> Xml:
    loud = one.tone == "retracted"
    style, words = ("LoudLabel", [one.label, sheet.marks.do_not_say]) if loud else ("Label", [one.label])
    label = (paragraph(style, run(word), keep_next=keep_next) for word in words)
    content = _content(one, sheet, keep_next)
    return row(
        cell(label_width, *label, fill=WARNING if loud else "", flush="left"),
        cell(TEXT_WIDTH - label_width, *content, fill=WARNING_FILL if loud else "", span=span),
    )


def _content(one: Row, sheet: PrepSheet, keep_next: bool = False) -> Iterator[Xml]:
    for place, line in enumerate(one.lines):
        if one.tone == "retracted":
            yield paragraph("Retracted", run(line), keep_next=keep_next)
        else:
            yield text(_style(one, place), line, keep_next=keep_next)
    if one.instead:
        yield text("Instead", f"{sheet.marks.instead}: {one.instead}", keep_next=keep_next)
    if one.remark and not one.room:
        yield paragraph("Remark", run(one.remark), keep_next=keep_next)
    for left in range(one.room, 0, -1):
        style = "WriteLine" if left > 1 else "WriteSpace"  # the rule under the row is the last line
        yield paragraph(style, run(one.remark if left == one.room else ""), keep_next=keep_next)


def _style(one: Row, place: int) -> str:
    if one.tone == "lead":
        return "Cue" if place else "LeadCue"
    if one.tone == "soft":
        return "SoftCue"
    return "CueItem" if len(one.lines) > 1 else "Cue"


def _box(box: Box, sheet: PrepSheet) -> Iterator[Xml]:
    yield paragraph("Heading1", run(box.title))
    for written in box.written:
        yield from _written(written, sheet)


def _written(written: Written, sheet: PrepSheet) -> Iterator[Xml]:
    if written.question:
        yield paragraph("Heading2", run(written.question))
    short = len(written.lines) <= SHORT_TEXT
    for place, line in enumerate(written.lines, start=1):
        yield text("Normal" if line else "Gap", line, keep_next=short and place < len(written.lines))
    if written.rows:
        yield _rows(written.rows, sheet, LABEL_WIDTH)
        yield paragraph("Gap", keep_next=written.room > 0)
    if written.room:
        yield ruled_box(written.room)


def _past(past: PastInterview, sheet: PrepSheet) -> Iterator[Xml]:
    yield paragraph("Heading2", run(past.name))
    if past.asked:
        yield table((LABEL_WIDTH, ASKED_WIDTH - LABEL_WIDTH, TEXT_WIDTH - ASKED_WIDTH), _asked_rows(past, sheet))
    if past.next_action:
        yield paragraph("Gap", keep_next=True)
        yield paragraph("NoteKept", run(past.next_action_title))
        yield from (paragraph("Check", run(f"☐ {line}")) for line in past.next_action)


def _asked_rows(past: PastInterview, sheet: PrepSheet) -> Iterator[Xml]:
    """Yield the title row and each question with what to say next time; a warning goes across both."""
    yield _two_cells([paragraph("Label", run(past.asked_title))], [paragraph("Label", run(past.next_time_title))], True)
    for one, following in zip_longest(past.asked, past.asked[1:]):
        keep_next = following is not None and following.tone == "retracted"
        if one.tone == "retracted":
            yield _row(one, sheet, LABEL_WIDTH, keep_next, span=2)
        else:
            yield _two_cells([text("Cue", one.label, keep_next=keep_next)], list(_content(one, sheet, keep_next)))


def _two_cells(left: list[Xml], right: list[Xml], header: bool = False) -> Xml:
    cells = cell(ASKED_WIDTH, *left, span=2, flush="left"), cell(TEXT_WIDTH - ASKED_WIDTH, *right)
    return row(*cells, header=header)
