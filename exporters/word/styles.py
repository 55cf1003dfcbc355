"""Fonts, colours and styles of all Word documents; no other styles are in the file."""

from dataclasses import dataclass

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement

FONT = "맑은 고딕"
BODY_SIZE = 10.5
LINE = 1.3
INK, SOFT, ACCENT, RULE, WARNING, WARNING_FILL = "1A1A1A", "5F6368", "1F3A5F", "C3C8CE", "8A2B1A", "F8E7E1"


@dataclass(frozen=True)
class Style:
    """One paragraph style. Sizes and spaces in points, `line` as a multiple; `exact` line height in points."""

    id: str
    name: str
    size: float = BODY_SIZE
    bold: bool = False
    strike: bool = False
    colour: str = INK
    before: float = 0
    after: float = 0
    line: float = LINE
    exact: float = 0
    keep_next: bool = False
    align: str = ""
    outline: int | None = None
    tab: int = 0
    indent: float = 0
    hanging: float = 0
    borders: str = ""


def _border(side: str, kind: str, size: int, colour: str, space: int = 1) -> str:
    return f'<w:{side} w:val="{kind}" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'


_DOTS = _border("bottom", "dotted", 6, SOFT) + _border("between", "dotted", 6, SOFT)
_UNDERLINE = _border("bottom", "single", 6, ACCENT, 2)

STYLES: tuple[Style, ...] = (
    Style("Normal", "Normal", after=3),
    Style("Title", "Title", size=22, bold=True, colour=ACCENT, line=1.0, keep_next=True),
    Style("Subtitle", "Subtitle", size=11.5, colour=SOFT, line=1.1, keep_next=True),
    Style("Heading1", "heading 1", size=13, bold=True, colour=ACCENT, before=14, after=4, line=1.1, keep_next=True,
          outline=0, borders=_UNDERLINE),
    Style("Heading2", "heading 2", size=11.5, bold=True, before=13, after=2, line=1.15, keep_next=True, outline=1),
    Style("Headline", "Headline", size=13, bold=True, after=1, line=1.15, keep_next=True),
    Style("Note", "Note", size=9, colour=SOFT, after=3, line=1.15),
    Style("NoteKept", "Note kept with next", size=9, colour=SOFT, after=3, line=1.15, keep_next=True),
    Style("Kind", "Kind of document", size=9.5, bold=True, colour=SOFT, line=1.1, keep_next=True),
    Style("Countdown", "Countdown", size=22, bold=True, colour=ACCENT, line=1.0, align="right"),
    Style("DateLine", "Date line", line=1.1, align="right"),
    Style("DateNote", "Date note", size=9, colour=SOFT, line=1.1, align="right"),
    Style("Label", "Row label", size=9, bold=True, colour=ACCENT, before=1.5, line=1.15),
    Style("LoudLabel", "Row label, warning", size=9, bold=True, colour="FFFFFF", before=1.5, line=1.15, indent=4),
    Style("Cue", "Cue", line=1.15),
    Style("CueItem", "Cue, one of several", line=1.15, indent=8, hanging=8),
    Style("SoftCue", "Cue, soft", colour=SOFT, line=1.15),
    Style("LeadCue", "Cue, leading", bold=True, line=1.15),
    Style("Retracted", "Retracted", strike=True, colour=WARNING, line=1.15),
    Style("Instead", "Say instead", bold=True, before=1, line=1.15),
    Style("Remark", "Remark", size=9, colour=SOFT, line=1.15),
    Style("WriteLine", "Line to write on", size=9, colour=SOFT, exact=22, borders=_DOTS),
    Style("WriteSpace", "Space to write in", size=9, colour=SOFT, after=11, line=1.15),
    Style("Gap", "Gap", size=4, exact=5),
    Style("Check", "Checklist", after=2, line=1.2, indent=16, hanging=16),
    Style("Footer", "footer", size=9, colour=SOFT, line=1.0, tab=9638),
)  # fmt: skip


def styles_xml(font: str = FONT) -> list[BaseOxmlElement]:
    """Return the children of the styles part: defaults and styles, every one with the font for every script."""
    parts = [_defaults(font), _PLAIN, _NO_LIST, _PLAIN_TABLE, _number_style(font)]
    parts += [_paragraph_style(style, font) for style in STYLES]
    root = parse_xml(f"<w:styles {nsdecls('w')}>{''.join(parts)}</w:styles>")
    return list(root)


_PLAIN = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
)
_NO_LIST = (
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
)
_PLAIN_TABLE = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)


def _fonts(font: str) -> str:
    return f'<w:rFonts w:ascii="{font}" w:eastAsia="{font}" w:hAnsi="{font}" w:cs="{font}"/>'


def _defaults(font: str) -> str:
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(font)}<w:sz w:val="21"/><w:szCs w:val="21"/>'
        '<w:lang w:val="en-US" w:eastAsia="ko-KR" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )


def _number_style(font: str) -> str:
    return (
        '<w:style w:type="character" w:customStyle="1" w:styleId="QuestionNumber"><w:name w:val="Question number"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>{_fonts(font)}<w:b/><w:bCs/>'
        f'<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:color="auto" w:fill="{ACCENT}"/></w:rPr></w:style>'
    )


def _paragraph_style(style: Style, font: str) -> str:
    built_in = style.id in ("Normal", "Title", "Subtitle", "Heading1", "Heading2", "Footer")
    kind = ' w:default="1"' if style.id == "Normal" else ("" if built_in else ' w:customStyle="1"')
    based = "" if style.id == "Normal" else '<w:basedOn w:val="Normal"/>'
    size = round(style.size * 2)
    return (
        f'<w:style w:type="paragraph"{kind} w:styleId="{style.id}"><w:name w:val="{style.name}"/>{based}<w:qFormat/>'
        f"<w:pPr>{_paragraph_properties(style)}</w:pPr><w:rPr>{_fonts(font)}"
        f'<w:b w:val="{style.bold:d}"/><w:bCs w:val="{style.bold:d}"/><w:strike w:val="{style.strike:d}"/>'
        f'<w:color w:val="{style.colour}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
    )


def _paragraph_properties(style: Style) -> str:
    rule, line = ("exact", style.exact * 20) if style.exact else ("auto", style.line * 240)
    parts = ["<w:keepNext/>" if style.keep_next else "", "<w:keepLines/>" if style.keep_next else ""]
    parts.append(f"<w:pBdr>{style.borders}</w:pBdr>" if style.borders else "")
    parts.append(f'<w:tabs><w:tab w:val="right" w:pos="{style.tab}"/></w:tabs>' if style.tab else "")
    parts.append('<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>' if style.id == "Normal" else "")
    parts.append(
        f'<w:spacing w:before="{round(style.before * 20)}" w:after="{round(style.after * 20)}" '
        f'w:line="{round(line)}" w:lineRule="{rule}"/>'
    )
    left, hanging = round(style.indent * 20), round(style.hanging * 20)
    parts.append(f'<w:ind w:left="{left}" w:hanging="{hanging}"/>' if left else "")
    parts.append(f'<w:jc w:val="{style.align}"/>' if style.align else "")
    parts.append(f'<w:outlineLvl w:val="{style.outline}"/>' if style.outline is not None else "")
    return "".join(parts)
