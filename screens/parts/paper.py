"""The prep sheet as it will be, on a sheet of paper on the screen."""

from collections.abc import Iterable

import streamlit as st

from exporters.numbers import marked
from exporters.sheet.content import Block, Box, Lines, PastInterview, PrepSheet, Row
from exporters.sheet.prepare import prepare
from languages import Sentences
from screens.parts import session
from screens.parts.inert import as_html
from stories.files.library import Library
from stories.matching.index import LibraryIndex
from stories.matching.ranking import best_story, kind_of

_STYLE = """
<style>
.sb-paper{background:#fff;color:#1f2937;border:1px solid #d6d3cd;box-shadow:0 1px 8px rgba(0,0,0,.10);max-width:48rem;
 margin:.6rem 0 2rem;padding:2.6rem clamp(1rem,5vw,3.2rem);line-height:1.6;font-size:.95rem;overflow-wrap:anywhere}
.sb-paper h2,.sb-paper h3{color:#1f3a5f;margin:1.5rem 0 .4rem;padding:0;font-weight:700}
.sb-paper h2{font-size:1.15rem;border-bottom:1.5px solid #1f3a5f;padding-bottom:.2rem}
.sb-paper h3{font-size:1rem}.sb-paper .big{font-size:1.55rem;font-weight:800;color:#1f3a5f;line-height:1.3}
.sb-paper .line{font-weight:700;font-size:1.03rem;margin:.1rem 0 .3rem}.sb-paper .note{color:#6b7280;font-size:.85rem}
.sb-paper table{width:100%;border-collapse:collapse;margin:.2rem 0 .6rem}
.sb-paper td{border:0;border-top:1px solid #e5e2dc;padding:.28rem .5rem .28rem 0;vertical-align:top}
.sb-paper td.l{width:6.2rem;color:#1f3a5f;font-weight:700;font-size:.85rem;padding-top:.35rem}
.sb-paper tr.retracted td{background:#fdecea}.sb-paper tr.retracted td.l{color:#8a3324;padding-left:.4rem}
.sb-paper tr.soft td{color:#6b7280}.sb-paper .room{border-bottom:1px solid #b8b2a6;height:1.7rem}
.sb-paper .box{border:1px solid #b8b2a6;padding:.2rem .7rem .9rem;margin:.3rem 0 .8rem}
.sb-paper td.q{width:46%;font-size:.9rem;padding-right:1rem}.sb-paper .top{display:flex;gap:1rem;
 justify-content:space-between;align-items:flex-end;border-bottom:2px solid #1f3a5f;padding-bottom:.3rem}
.sb-paper .dates{text-align:right;font-size:.85rem;white-space:nowrap}.sb-paper .blanks{display:flex;gap:1.5rem}
.sb-paper .blanks>div{flex:1}.sb-paper span.l{color:#1f3a5f;font-weight:700;font-size:.8rem}
.sb-paper ul{list-style:none;padding-left:0;margin:.3rem 0}.sb-paper li::before{content:"☐ "}
</style>
"""


def show_paper(say: Sentences, library: Library, application_id: str | None, index: LibraryIndex) -> None:
    """Show the same content that the Word and Markdown files hold."""
    sheet = prepare(
        library,
        application_id,
        best_story=lambda question: best_story(question, index),
        kind_of=lambda question: kind_of(question, index),
        today=session.today(),
        say=say,
    )
    st.html(f'{_STYLE}<div class="sb-paper" lang="{say.language}">{"".join(_sheet(sheet))}</div>')


def _sheet(sheet: PrepSheet) -> Iterable[str]:
    head = sheet.head
    dates = "".join(f"<div>{as_html(part)}</div>" for part in (head.countdown, head.date, head.as_of) if part)
    blanks = "".join(
        f'<div><span class="l">{as_html(blank)}</span><div class="room"></div></div>' for blank in head.blanks
    )
    yield f'<div class="note">{as_html(head.kind)}</div><div class="top"><div class="big">{as_html(head.title)}</div>'
    yield f'<div class="dates">{dates}</div></div>{_lines([head.subtitle] if head.subtitle else [])}'
    yield f'<div class="blanks">{blanks}</div>'
    if sheet.introduction is not None:
        yield _box(sheet.introduction, sheet)
    yield f"<h2>{as_html(sheet.questions.title)}</h2>{_note(sheet.questions.note)}{_ruled(sheet.questions.room)}"
    yield "".join(_block(block, sheet) for block in sheet.questions.blocks)
    if sheet.concepts.rows:
        yield f"<h2>{as_html(sheet.concepts.title)}</h2>{_table(sheet.concepts.rows, sheet)}"
    yield "".join(_box(box, sheet) for box in sheet.boxes)
    if sheet.past:
        yield f"<h2>{as_html(sheet.past_title)}</h2>" + "".join(_past(one, sheet) for one in sheet.past)
    yield f"<h2>{as_html(sheet.checklist.title)}</h2>{_checks(sheet.checklist.lines)}"
    yield _left_out(sheet.left_out)


def _block(block: Block, sheet: PrepSheet) -> str:
    headline = f'<div class="line">{_bold(block.headline)}</div>' if block.headline else ""
    return (
        f"<h3>{block.number}. {as_html(block.title)}</h3>{headline}{_note(block.note)}"
        f"{_table((*block.rows, *block.more), sheet)}{_note(block.empty)}{_ruled(block.room)}"
    )


def _box(box: Box, sheet: PrepSheet) -> str:
    parts = []
    for written in box.written:
        title = f"<h3>{as_html(written.question)}</h3>" if written.question else ""
        parts.append(f"{title}{_lines(written.lines)}{_table(written.rows, sheet)}{_ruled(written.room)}")
    return f"<h2>{as_html(box.title)}</h2>{''.join(parts)}"


def _past(past: PastInterview, sheet: PrepSheet) -> str:
    head = (
        f'<tr><td class="q l">{as_html(past.asked_title)}</td><td class="l">{as_html(past.next_time_title)}</td></tr>'
    )
    rows = "".join(_row(row, sheet, "l" if row.tone == "retracted" else "q") for row in past.asked)
    table = f"<table>{head}{rows}</table>" if past.asked else ""
    action = f"{_note(past.next_action_title)}{_checks(past.next_action)}" if past.next_action else ""
    return f"<h3>{as_html(past.name)}</h3>{table}{action}"


def _left_out(lines: Lines) -> str:
    if not lines.lines:
        return ""
    return f"<h2>{as_html(lines.title)}</h2>{_note(lines.note)}{_lines(lines.lines)}"


def _table(rows: Iterable[Row], sheet: PrepSheet) -> str:
    cells = "".join(_row(row, sheet, "l") for row in rows)
    return f"<table>{cells}</table>" if cells else ""


def _row(row: Row, sheet: PrepSheet, label: str) -> str:
    loud = f"<br>{as_html(sheet.marks.do_not_say)}" if row.tone == "retracted" else ""
    return (
        f'<tr class="{row.tone}"><td class="{label}">{as_html(row.label)}{loud}</td><td>{_cell(row, sheet)}</td></tr>'
    )


def _cell(row: Row, sheet: PrepSheet) -> str:
    lines = [f"<div>{_bold(line)}</div>" for line in row.lines]
    if row.tone == "retracted":
        lines = [f"<s>{line}</s>" for line in lines]
    if row.tone == "lead" and lines:
        lines[0] = f"<b>{lines[0]}</b>"
    instead = f"<div><b>{as_html(sheet.marks.instead)}:</b> {_bold(row.instead)}</div>" if row.instead else ""
    return f"{''.join(lines)}{instead}{_note(row.remark)}{_room(row.room)}"


def _checks(lines: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{as_html(line)}</li>' for line in lines)}</ul>"


def _ruled(lines: int) -> str:
    return f'<div class="box">{_room(lines)}</div>' if lines else ""


def _bold(text: str) -> str:
    return "".join(f"<b>{as_html(part)}</b>" if is_number else as_html(part) for part, is_number in marked(text))


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"<div>{_bold(line)}</div>" for line in lines)


def _note(text: str) -> str:
    return f'<div class="note">{as_html(text)}</div>' if text else ""


def _room(lines: int) -> str:
    return '<div class="room"></div>' * lines
