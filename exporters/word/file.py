"""The Word file itself: an A4 document to start from, and its bytes, always the same for the same content."""

import datetime
import io
import zipfile
from collections.abc import Iterable

from docx import Document as new_file
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm

from exporters.word.styles import FONT, styles_xml
from exporters.word.writing import TAB, Xml, field, paragraph, run
from stories.text import one_line, without_unstorable

MARGIN = Mm(20)
PAGE_WIDTH, PAGE_HEIGHT = Mm(210), Mm(297)
FIXED_DATE = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
"""Stands wherever a file wants a date, so that the same content gives the same bytes and tells nothing."""
TITLE_LIMIT = 255
"""Longest text in a file's properties."""

_KEPT_PARTS = ("styles", "settings", "officeDocument", "core-properties")


def new_document(title: str, footer: str, font: str = FONT) -> Document:
    """Return an empty A4 document with our styles, the footer text with 'page / pages', and no trace of anyone."""
    document = new_file()
    _drop_parts(document)
    _replace_children(document.styles.element, styles_xml(font))
    _replace_children(document.settings.element, _settings())
    section = document.sections[0]
    section._sectPr.attrib.clear()  # the starting file's revision marks
    section.page_width, section.page_height = PAGE_WIDTH, PAGE_HEIGHT
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    section.header_distance = section.footer_distance = Mm(10)
    part = section.footer
    part.is_linked_to_previous = False
    pages = (TAB, field("PAGE"), run(" / "), field("NUMPAGES"))
    _replace_children(part._element, list(_parsed([paragraph("Footer", run(_plain(footer)), *pages)])))
    _write_properties(document, title)
    return document


def fill(document: Document, pieces: Iterable[Xml]) -> None:
    """Make the pieces the whole content of the document."""
    old = document.element.body
    body = _parsed(pieces)  # taken as a whole: moving a long table out of it takes minutes
    body.append(old.sectPr)
    document.element.replace(old, body)


def file_bytes(document: Document) -> bytes:
    """Return the document as a .docx with parts in a fixed order and with fixed dates."""
    written = io.BytesIO()
    document.save(written)
    packed = io.BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        names = sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name))
        for name in names:
            entry = zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            target.writestr(entry, source.read(name))
    return packed.getvalue()


def _plain(text: str) -> str:
    return one_line(without_unstorable(text))[:TITLE_LIMIT]


def _drop_parts(document: Document) -> None:
    """Take out what the starting file brings along: thumbnail, theme, fonts of its own, custom data."""
    for rels in (document.part.rels, document.part.package.rels):
        for key in [key for key, rel in rels.items() if not rel.reltype.endswith(_KEPT_PARTS)]:
            del rels[key]


def _replace_children(element: BaseOxmlElement, children: list[BaseOxmlElement]) -> None:
    for child in list(element):
        element.remove(child)
    for child in children:
        element.append(child)


def _parsed(pieces: Iterable[Xml]) -> BaseOxmlElement:
    return parse_xml(f"<w:body {nsdecls('w')}>{''.join(pieces)}</w:body>")


def _settings() -> list[BaseOxmlElement]:
    uri = "http://schemas.microsoft.com/office/word"
    root = parse_xml(
        f'<w:settings {nsdecls("w")}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="{uri}" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-US" w:eastAsia="ko-KR"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
        "</w:settings>"
    )
    return list(root)


def _write_properties(document: Document, title: str) -> None:
    properties = document.core_properties
    for child in list(properties._element):
        properties._element.remove(child)
    properties.title = _plain(title)
    properties.created = properties.modified = FIXED_DATE
