"""The prep sheet in Markdown: for a phone, a notes program or git."""

from collections.abc import Iterable, Iterator

from exporters.markdown import escaped, soft, strong, struck, with_numbers
from exporters.sheet.content import Block, Box, Head, Marks, PastInterview, PrepSheet, Row


def markdown(sheet: PrepSheet) -> str:
    """Return the sheet as Markdown; every text of the user reads back as it was written."""
    return "\n".join(_lines(sheet)).rstrip("\n") + "\n"


def _lines(sheet: PrepSheet) -> Iterator[str]:
    yield from _head(sheet.head)
    if sheet.introduction:
        yield from _box(sheet.introduction, sheet.marks)
    yield from _heading(sheet.questions.title)
    if sheet.questions.note:
        yield from (soft(sheet.questions.note), "")
    for block in sheet.questions.blocks:
        yield from _block(block, sheet.marks)
    if sheet.concepts.rows:
        yield from _heading(sheet.concepts.title)
        yield from _rows(sheet.concepts.rows, sheet.marks)
    for box in sheet.boxes:
        yield from _box(box, sheet.marks)
    if sheet.past:
        yield from _heading(sheet.past_title)
        for past in sheet.past:
            yield from _past(past, sheet.marks)
    yield from _heading(sheet.checklist.title)
    yield from _tasks(sheet.checklist.lines)
    if sheet.left_out.lines:
        yield from _heading(sheet.left_out.title)
        yield from (soft(sheet.left_out.note), "")
        yield from (f"- {escaped(line)}" for line in sheet.left_out.lines)


def _heading(title: str, level: int = 2, number: str = "") -> Iterator[str]:
    yield f"{'#' * level} {number}{escaped(title)}"
    yield ""


def _head(head: Head) -> Iterator[str]:
    yield soft(head.kind)
    yield ""
    yield from _heading(head.title, 1)
    for words in (head.subtitle, head.countdown, head.date, head.as_of):
        if words:
            yield f"- {strong(words) if words == head.countdown else escaped(words)}"
    yield from (f"- {strong(f'{blank}:')}" for blank in head.blanks)
    yield ""


def _block(block: Block, marks: Marks) -> Iterator[str]:
    yield from _heading(block.title, 3, f"{block.number}. ")
    for line in (strong(block.headline), soft(block.note), soft(block.empty)):
        if line:
            yield from (line, "")
    yield from _rows(block.rows + block.more, marks)
    if block.room:
        yield from (soft(f"({marks.write_here})"), "")


def _rows(rows: Iterable[Row], marks: Marks) -> Iterator[str]:
    lines = [line for row in rows for line in _row(row, marks)]
    yield from (*lines, "") if lines else ()


def _row(row: Row, marks: Marks) -> Iterator[str]:
    """Yield one item with what belongs to it beneath; a single plain line stands beside its label."""
    label = f"{row.label} ({marks.do_not_say})" if row.tone == "retracted" else row.label
    beside, beneath = _beside_and_beneath(row)
    yield "- " + " ".join(part for part in (strong(f"{label}:") if label else "", beside) if part)
    yield from (f"  - {line}" for line in beneath)
    if row.instead:
        yield f"  - {strong(f'{marks.instead}:')} {with_numbers(row.instead)}"
    if row.remark and row.lines:
        yield f"  - {soft(row.remark)}"
    if row.room and row.lines:
        yield f"  - {soft(f'({marks.write_here})')}"


def _beside_and_beneath(row: Row) -> tuple[str, list[str]]:
    if not row.lines:
        return soft(row.remark), []
    if row.tone == "retracted":
        return " ".join(map(struck, row.lines)), []
    if row.tone == "lead":
        return strong(row.lines[0]), [with_numbers(line) for line in row.lines[1:]]
    if len(row.lines) == 1:
        return with_numbers(row.lines[0]), []
    return "", [with_numbers(line) for line in row.lines]


def _box(box: Box, marks: Marks) -> Iterator[str]:
    yield from _heading(box.title)
    for written in box.written:
        if written.question:
            yield from _heading(written.question, 3)
        for line in written.lines:
            if line:
                yield from (with_numbers(line), "")
        yield from _rows(written.rows, marks)
        if written.room:
            yield from (soft(f"({marks.write_here})"), "")


def _past(past: PastInterview, marks: Marks) -> Iterator[str]:
    yield from _heading(past.name, 3)
    for row in past.asked:
        if row.tone == "retracted":
            yield from _row(row, marks)
        else:
            yield f"- {escaped(row.label)}"
            yield from (f"  - {strong(f'{past.next_time_title}:')} {with_numbers(line)}" for line in row.lines)
    yield ""
    if past.next_action:
        yield from (strong(past.next_action_title), "")
        yield from _tasks([line for line in past.next_action if line])
        yield ""


def _tasks(lines: Iterable[str]) -> Iterator[str]:
    yield from (f"- [ ] {escaped(line)}" for line in lines)
    yield ""
