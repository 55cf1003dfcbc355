"""Paragraphs, rows, tables and boxes of a Word document, as the XML that stands in the file.

Text from outside comes in through `run` alone, where it is made safe; everything else is ours.
"""

from collections.abc import Iterable, Sequence
from typing import NewType
from xml.sax.saxutils import escape

from exporters.numbers import marked
from exporters.word.styles import ACCENT, RULE, SOFT
from stories.text import without_unstorable

Xml = NewType("Xml", str)
"""A piece of the document, as XML; a type of its own, so that plain text is never taken for it."""

TEXT_WIDTH = 9638
"""Width between the margins: 170 mm in twentieths of a point, Word's unit."""
WRITING_HEIGHT = 425
"""Height of a ruled line to write on by hand: 7.5 mm."""
TAB = Xml("<w:r><w:tab/></w:r>")


def paragraph(style: str, *content: Xml, keep_next: bool = False) -> Xml:
    """Return a paragraph in one of our styles; `keep_next` keeps it on the page of what follows."""
    kept = "<w:keepNext/>" if keep_next else ""
    return Xml(f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{kept}</w:pPr>{"".join(content)}</w:p>')


def text(style: str, words: str, *, keep_next: bool = False) -> Xml:
    """Return a paragraph of plain words with the numbers in them bold."""
    return paragraph(style, *(run(piece, bold=number) for piece, number in marked(words)), keep_next=keep_next)


def run(words: str, *, bold: bool = False, style: str = "") -> Xml:
    """Return a piece of text; what no XML can hold is replaced visibly."""
    look = (f'<w:rStyle w:val="{style}"/>' if style else "") + ("<w:b/><w:bCs/>" if bold else "")
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return Xml(f'<w:r>{properties}<w:t xml:space="preserve">{escape(without_unstorable(words))}</w:t></w:r>')


def field(code: str) -> Xml:
    """Return a field that Word fills in itself, such as PAGE."""
    return Xml(f'<w:fldSimple w:instr="{code}">{run("1")}</w:fldSimple>')


def table(widths: Sequence[int], rows: Iterable[Xml], borders: str = "rules") -> Xml:
    """Return a table with fixed columns. Borders: 'rules' between rows, 'box' to write in, 'head', or 'none'."""
    edges = "".join(
        f'<w:{side} w:val="{kind}" w:sz="{size}" w:space="0" w:color="{colour}"/>'
        for side, kind, size, colour in _BORDERS[borders]
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return Xml(
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{_MARGINS}</w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def row(*cells: Xml, header: bool = False, height: int = 0) -> Xml:
    """Return a row that no page break splits; a header row is repeated on every page of its table."""
    exact = f'<w:trHeight w:val="{height}" w:hRule="exact"/>' if height else ""
    repeated = "<w:tblHeader/>" if header else ""
    return Xml(f"<w:tr><w:trPr><w:cantSplit/>{exact}{repeated}</w:trPr>{''.join(cells)}</w:tr>")


def cell(width: int, *content: Xml, fill: str = "", span: int = 1, line_under: bool = False, flush: str = "") -> Xml:
    """Return a cell over `span` columns. `line_under` draws a line to write on; `flush` is the side (left, right)
    where the text goes to the very edge.
    """
    properties = [f'<w:tcW w:w="{width}" w:type="dxa"/>']
    properties += [f'<w:gridSpan w:val="{span}"/>'] if span > 1 else []
    properties += [_LINE_UNDER] if line_under else []
    properties += [f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'] if fill else []
    properties += [f'<w:tcMar><w:{flush} w:w="0" w:type="dxa"/></w:tcMar>'] if flush else []
    return Xml(f"<w:tc><w:tcPr>{''.join(properties)}</w:tcPr>{''.join(content or (paragraph('Cue'),))}</w:tc>")


def ruled_box(lines: int) -> Xml:
    """Return a box of ruled lines to write in by hand; it stays on one page."""
    rows = (
        row(cell(TEXT_WIDTH, paragraph("Gap", keep_next=place < lines)), height=WRITING_HEIGHT)
        for place in range(1, lines + 1)
    )
    return table((TEXT_WIDTH,), rows, "box")


_MARGINS = "".join(
    f'<w:{side} w:w="{room}" w:type="dxa"/>'
    for side, room in (("top", 40), ("left", 80), ("bottom", 40), ("right", 80))
)
_LINE_UNDER = f'<w:tcBorders><w:bottom w:val="dotted" w:sz="6" w:space="0" w:color="{SOFT}"/></w:tcBorders>'
_BORDERS: dict[str, tuple[tuple[str, str, int, str], ...]] = {
    "rules": (("top", "single", 4, RULE), ("bottom", "single", 4, RULE), ("insideH", "single", 4, RULE)),
    "box": (
        ("top", "single", 6, SOFT), ("left", "single", 6, SOFT), ("bottom", "single", 6, SOFT),
        ("right", "single", 6, SOFT), ("insideH", "dotted", 4, SOFT),
    ),
    "head": (("bottom", "single", 12, ACCENT),),
    "none": (),
}  # fmt: skip
