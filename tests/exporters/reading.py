"""Documents read back: Word as plain lines a person can compare, Markdown as the text it shows."""

import io
import zipfile
from collections.abc import Iterator

from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph
from markdown_it import MarkdownIt
from markdown_it.token import Token


def word(content: bytes):
    """Open the bytes as Word would."""
    return Document(io.BytesIO(content))


def parts(content: bytes) -> dict[str, bytes]:
    """Return the files inside the Word file."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def paragraphs(content: bytes) -> Iterator[Paragraph]:
    """Yield every paragraph of the body, those in tables too, in reading order."""
    for piece in word(content).iter_inner_content():
        if isinstance(piece, Paragraph):
            yield piece
        else:
            for row in piece.rows:
                for cell in row.cells:
                    yield from cell.paragraphs


def word_text(content: bytes) -> str:
    """Return the text of the Word file, one paragraph a line."""
    return "\n".join(paragraph.text for paragraph in paragraphs(content))


def readable(content: bytes) -> str:
    """Return the Word file as a person sees it: [style] before a line, **bold**, | cells |, ____ to write on."""
    lines: list[str] = []
    for piece in word(content).iter_inner_content():
        lines += [_line(piece)] if isinstance(piece, Paragraph) else _table(piece)
    return "\n".join(line for line in lines if line) + "\n"


def _line(paragraph: Paragraph) -> str:
    text = _marked(paragraph)
    if paragraph.style.name == "Gap":
        return text
    return f"[{paragraph.style.name}] {text}".rstrip()


def _marked(paragraph: Paragraph) -> str:
    return "".join(f"**{run.text}**" if run.bold else run.text for run in paragraph.runs)


def _table(table: Table) -> list[str]:
    rows = [row.cells for row in table.rows]
    if len(table.columns) == 1:
        return [f"[box of {len(rows)} lines to write on]"]
    return [f"| {' | '.join(_cell(cell) for cell in dict.fromkeys(cells))} |" for cells in rows]


def _cell(cell) -> str:
    return " / ".join(filter(None, map(_in_cell, cell.paragraphs))) or "____" * bool(_line_under(cell))


def _in_cell(paragraph: Paragraph) -> str:
    name, text = paragraph.style.name, _marked(paragraph)
    if name == "Retracted":
        return f"~~{text}~~"
    if name in ("Cue, leading", "Say instead"):
        return f"[bold] {paragraph.text}"
    if name in ("Line to write on", "Space to write in"):
        return f"{text} ____".strip()
    return f"[soft] {text}" if name in ("Cue, soft", "Remark") and text else text


def _line_under(cell) -> bool:
    return cell._tc.tcPr.find(".//{*}tcBorders/{*}bottom") is not None


def tokens(markdown: str) -> list[Token]:
    """Return everything that a Markdown reader finds, with GitHub's additions."""
    reader = MarkdownIt("commonmark").enable(["strikethrough", "table"])
    found: list[Token] = []
    for token in reader.parse(markdown):
        found += [token, *(token.children or [])]
    return found


def markdown_text(markdown: str) -> str:
    """Return the text that a Markdown reader shows, one block a line."""
    lines: list[str] = []
    for token in MarkdownIt("commonmark").enable(["strikethrough", "table"]).parse(markdown):
        if token.type == "inline":
            lines.append("".join(child.content for child in token.children or []))
    return "\n".join(lines)
