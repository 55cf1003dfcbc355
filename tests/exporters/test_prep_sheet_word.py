"""The Word file: it opens, looks the same everywhere, tells nothing about its maker, and holds every text."""

import hashlib
import io
import re
import subprocess
import sys
import time
import zipfile

import pytest
from docx.shared import Mm, Pt
from hypothesis import given, settings

from exporters.word.file import file_bytes, fill, new_document
from exporters.word.styles import FONT, STYLES
from exporters.word.writing import paragraph, run
from stories.files.library import Library
from stories.files.places import SAMPLE
from stories.model.application import Application, AskedByForm
from stories.model.story import Claim, FollowUp, Story
from tests.exporters.building import (
    about,
    asking,
    bypassing_checks,
    cleaned,
    document,
    hostile_text,
    library,
    sample,
    sheet,
)
from tests.exporters.reading import paragraphs, parts, word, word_text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def rich() -> bytes:
    """A file with everything that a sheet can hold."""
    return document("prep-sheet", sample(), "cuai-2023")


def xml(content: bytes) -> str:
    return "\n".join(part.decode("utf-8") for name, part in parts(content).items() if name.endswith((".xml", ".rels")))


# --- the page -------------------------------------------------------------------------------------------------------


def test_the_page_is_a4_with_margins_of_20_mm(rich: bytes):
    section = word(rich).sections[0]
    page = section.page_width, section.page_height
    margins = section.left_margin, section.right_margin, section.top_margin, section.bottom_margin
    assert [round(side.mm) for side in (*page, *margins)] == [210, 297, 20, 20, 20, 20]
    assert section.left_margin == pytest.approx(Mm(20), abs=Mm(0.1))


def test_body_and_headings_have_their_sizes(rich: bytes):
    sizes = {style.name: style.font.size for style in word(rich).styles if style.type == 1}
    assert [sizes[name] for name in ("Normal", "Heading 1", "Heading 2")] == [Pt(10.5), Pt(13), Pt(11.5)]
    assert word(rich).styles["Normal"].paragraph_format.line_spacing == 1.3


def test_every_style_has_the_font_for_hangul_and_none_from_the_theme(rich: bytes):
    used = {paragraph.style.style_id for paragraph in paragraphs(rich)}
    styles = {style.style_id: style.element for style in word(rich).styles}
    assert len(used) > 8
    for style_id in {*used, "Normal", "Title", "Footer", "QuestionNumber"}:
        fonts = styles[style_id].find(f"{W}rPr/{W}rFonts")
        assert {fonts.get(f"{W}{script}") for script in ("ascii", "hAnsi", "eastAsia", "cs")} == {FONT}, style_id
    assert not re.search(r"(?:ascii|hAnsi|eastAsia|cs)Theme|theme1", xml(rich))


def test_the_language_is_korean_for_hangul(rich: bytes):
    language = word(rich).styles.element.find(f"{W}docDefaults//{W}lang")
    assert (language.get(f"{W}eastAsia"), language.get(f"{W}val")) == ("ko-KR", "en-US")


def test_only_our_own_styles_are_used_and_all_of_them_exist(rich: bytes):
    known = {style.id for style in STYLES} | {"QuestionNumber"}
    assert set(re.findall(r'<w:[pr]Style w:val="([^"]+)"', xml(rich))) <= known


def test_headings_are_real_and_stay_with_what_follows(rich: bytes):
    headings = [one for one in paragraphs(rich) if one.style.name.startswith("Heading")]
    assert [one.text for one in headings if one.style.name == "Heading 1"][:2] == ["1분 자기소개", "질문과 이야기"]
    assert all(one.style.paragraph_format.keep_with_next for one in headings)
    assert next(one for one in paragraphs(rich) if one.style.name == "Title").text == "CUAI"


def test_the_footer_has_the_company_and_page_of_pages(rich: bytes):
    footer = word(rich).sections[0].footer._element
    assert [one.get(f"{W}instr") for one in footer.iter(f"{W}fldSimple")] == ["PAGE", "NUMPAGES"]
    assert "".join(one.text for one in footer.iter(f"{W}t")) == "CUAI1 / 1"


def test_no_row_breaks_across_pages_and_titles_of_long_tables_are_repeated(rich: bytes):
    rows = list(word(rich).element.body.iter(f"{W}tr"))
    assert len(rows) > 20
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    headers = [row for row in rows if row.find(f"{W}trPr/{W}tblHeader") is not None]
    assert ["".join(t.text for t in row.iter(f"{W}t")) for row in headers] == ["받은 질문다음에는 이렇게"]


def test_a_question_stays_together_with_its_headline_and_cues():
    content = document("prep-sheet", sample(), "kt-2019")
    table = word(content).tables[2]
    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in table.rows]
    assert kept == [True, True, True, True, None, None, None]


def test_numbers_are_bold():
    content = document("prep-sheet", sample(), "kt-2019")
    bold = {run.text for one in paragraphs(content) if one.style.name.startswith("Cue") for run in one.runs if run.bold}
    assert {"40000명", "0.065%", "11%", "10위"} <= bold


def test_a_retracted_claim_is_struck_out_beside_a_filled_label_and_followed_by_what_to_say(rich: bytes):
    found = list(paragraphs(rich))
    place = next(number for number, one in enumerate(found) if one.style.name == "Retracted")
    assert [one.style.name for one in found[place - 2 : place + 2]] == [
        "Row label, warning", "Row label, warning", "Retracted", "Say instead",
    ]  # fmt: skip
    assert found[place].style.font.strike
    cell = found[place - 1]._p.getparent()
    assert cell.find(f"{W}tcPr/{W}shd").get(f"{W}fill") == "8A2B1A"


def test_there_is_a_box_of_ruled_lines_where_nothing_is_written():
    content = document("prep-sheet", library(asking()))
    assert [len(table.rows) for table in word(content).tables if len(table.columns) == 1] == [4, 4, 4, 2, 3]


# --- the file -------------------------------------------------------------------------------------------------------

MAKING = """
import datetime, hashlib, sys
from exporters import DOCUMENTS
from languages import sentences
from stories.files.library import read_library
from pathlib import Path
content = read_library(Path(sys.argv[1]))
for document in DOCUMENTS:
    made = document.build(content, "cuai-2023", best_story=lambda question: None,
                          today=datetime.date(2019, 10, 21), say=sentences("ko"))
    print(hashlib.sha256(made).hexdigest())
"""


def test_the_same_sheet_gives_the_same_bytes_another_day_on_another_machine():
    def made(seed: str, zone: str) -> list[str]:
        settings = {"PYTHONHASHSEED": seed, "TZ": zone, "PATH": ""}
        command = [sys.executable, "-c", MAKING, str(SAMPLE)]
        return subprocess.run(command, env=settings, capture_output=True, text=True, check=True).stdout.split()

    here = [
        hashlib.sha256(document(one, sample(), "cuai-2023")).hexdigest()
        for one in ("prep-sheet", "prep-sheet-markdown")
    ]
    assert made("1", "Asia/Seoul") == made("2", "America/New_York") == here


def test_the_dates_inside_the_file_are_fixed(rich: bytes):
    with zipfile.ZipFile(io.BytesIO(rich)) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(2000, 1, 1, 0, 0, 0)}
        assert packed.namelist()[0] == "[Content_Types].xml"


def test_nothing_in_the_file_tells_who_or_what_made_it(rich: bytes):
    properties = word(rich).core_properties
    assert (properties.title, properties.author, properties.last_modified_by, properties.comments) == (
        "CUAI 면접 준비 시트", "", "", "",
    )  # fmt: skip
    assert {properties.created.year, properties.modified.year} == {2000}
    assert not re.search(r"python|docx<|Macintosh|2013|rsid", xml(rich))
    assert set(parts(rich)) == {
        "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/document.xml", "word/styles.xml",
        "word/settings.xml", "word/footer1.xml", "word/_rels/document.xml.rels",
    }  # fmt: skip


def test_texts_that_look_like_links_or_fields_stay_text():
    text = 'http://example.org {HYPERLINK "http://example.org"} {{ TOC }} [a](http://example.org)'
    story = Story(id="s", title=text, headline=text, action=text, result=text, learned=text)
    made = xml(document("prep-sheet", library(story, asking(about("s", text, draft=text), company=text))))
    assert 'TargetMode="External"' not in made
    assert not re.search(r"<w:(?:hyperlink|instrText|object|drawing|altChunk)", made)
    assert re.findall(r'w:instr="([^"]+)"', made) == ["PAGE", "NUMPAGES"]


# --- the text -------------------------------------------------------------------------------------------------------


@settings(max_examples=60)
@given(hostile_text, hostile_text, hostile_text, hostile_text, hostile_text)
def test_whatever_was_typed_the_file_opens_and_the_text_is_in_it(
    title: str, line: str, claim: str, asked: str, draft: str
):
    story = bypassing_checks(
        Story,
        id="s",
        title=title,
        headline=line,
        claims=[bypassing_checks(Claim, text=claim, status="retracted", say_instead=line)],
        follow_ups=[bypassing_checks(FollowUp, question=asked, answer=draft)],
        skills=[title],
    )
    questions = [
        bypassing_checks(AskedByForm, question=asked, kind="story", stories=["s"]),
        bypassing_checks(AskedByForm, question=asked, kind="closing", draft=draft, stories=["s"]),
    ]
    job = bypassing_checks(
        Application, id="job", company=title, position=line, questions=questions, interview_date=claim
    )
    found = word_text(document("prep-sheet", library(story, job))).split("\n")
    written = sheet(library(story, job)).boxes[2].written[0].lines
    expected = [cleaned(title), cleaned(line), cleaned(claim), *written]
    expected += [cleaned(asked), cleaned(draft)] if cleaned(asked) else []
    assert [text for text in expected if text not in found] == []
    assert f"대신 이렇게: {cleaned(line)}" in found or not cleaned(line) or not cleaned(claim)


def test_what_no_file_can_hold_is_replaced_even_where_no_one_cleaned_it_before():
    made = new_document("제목\x00", "회사\ud800")
    fill(made, [paragraph("Normal", run("가\x00\ud800\ufffe<나>"))])
    assert word_text(file_bytes(made)) == "가\ufffd\ufffd\ufffd<나>"


def test_a_line_end_of_windows_is_one_line_end():
    asked = AskedByForm.model_construct(**{**AskedByForm().__dict__, "kind": "closing", "draft": "첫째\r\n둘째\r\n"})
    found = [
        one.text for one in paragraphs(document("prep-sheet", library(asking(asked)))) if one.style.name == "Normal"
    ]
    assert found == ["첫째", "둘째"]


def test_spaces_between_two_numbers_are_kept():
    asked = AskedByForm(question="q", kind="closing", draft="10% 20%")
    made = document("prep-sheet", library(asking(asked)))
    assert "10% 20%" in word_text(made).split("\n")
    spaced = [one for one in word(made).element.body.iter(f"{W}t") if one.text != one.text.strip()]
    assert spaced and all(one.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve" for one in spaced)


def test_twenty_thousand_paragraphs_take_less_than_five_seconds():
    draft = "\n".join(f"{one}번째 줄은 10위" for one in range(20_000))
    asked = AskedByForm(question="q", kind="closing", draft=draft)
    assert _paragraphs_in_five_seconds(library(asking(asked))) > 20_000


def test_a_table_of_five_thousand_rows_takes_less_than_five_seconds():
    many = [FollowUp(question=f"질문 {one}", answer=f"{one}명") for one in range(5_000)]
    story = Story(id="s", title="제목", follow_ups=many)
    assert _paragraphs_in_five_seconds(library(story, asking(about("s")))) > 15_000


def _paragraphs_in_five_seconds(content: Library) -> int:
    start = time.perf_counter()
    made = document("prep-sheet", content)
    assert time.perf_counter() - start < 5
    return parts(made)["word/document.xml"].count(b"<w:p>")
