"""The Markdown file: what a person wrote reads back as they wrote it, and nothing in it comes alive."""

import pytest
from hypothesis import given

from exporters.markdown import escaped, soft, strong, struck, with_numbers
from stories.model.application import Application, AskedByForm
from stories.model.story import Claim, FollowUp, Story
from tests.exporters.building import bypassing_checks, cleaned, document, hostile_text, library, sheet
from tests.exporters.reading import markdown_text, tokens

ALIVE = {"link_open", "image", "html_inline", "html_block", "code_inline", "code_block", "fence", "table_open", "hr"}


@given(hostile_text)
@pytest.mark.parametrize("write", [escaped, with_numbers, strong, soft, struck])
def test_a_line_reads_back_as_it_was_written(write, text: str):
    assert markdown_text(write(text)).strip("\n") == cleaned(text)


@given(hostile_text)
def test_a_line_in_a_list_reads_back_too(text: str):
    found = markdown_text(f"- {with_numbers(text)}\n  - {strong('이름:')} {escaped(text)}")
    assert found.split("\n")[-1] == f"이름: {cleaned(text)}".rstrip()


@pytest.mark.parametrize(
    ("text", "bold"),
    [
        ("오직 0.065%의 사람이 매출의 11%를", ["0.065", "11"]),
        ("40,000명의 -30%가 10위", ["40,000명", "30", "10위"]),
        ("(10%)5명", ["10", "5명"]),
    ],
)
def test_numbers_before_a_particle_are_really_bold(text: str, bold: list[str]):
    found = tokens(with_numbers(text))
    opened = [place for place, token in enumerate(found) if token.type == "strong_open"]
    assert [found[place + 1].content for place in opened] == bold


@given(hostile_text, hostile_text, hostile_text, hostile_text)
def test_whatever_was_typed_nothing_comes_alive_and_all_of_it_is_there(title: str, line: str, asked: str, draft: str):
    story = bypassing_checks(
        Story,
        id="s",
        title=title,
        headline=line,
        result=line,
        claims=[bypassing_checks(Claim, text=line, status="retracted", say_instead=title)],
        follow_ups=[bypassing_checks(FollowUp, question=asked, answer=draft)],
    )
    questions = [
        bypassing_checks(AskedByForm, question=asked, kind="story", stories=["s"]),
        bypassing_checks(AskedByForm, question=asked, kind="reverse", draft=draft),
    ]
    job = bypassing_checks(Application, id="job", company=title, questions=questions)
    content = library(story, job)
    made = document("prep-sheet-markdown", content).decode("utf-8")
    found = tokens(made)
    assert not ALIVE & {token.type for token in found}
    expected = sheet(content)
    blocks, boxes = expected.questions.blocks, expected.boxes
    titles = [token.tag for token in found if token.type == "heading_open"]
    assert titles.count("h3") == len(blocks) + sum(bool(one.question) for box in boxes for one in box.written)
    assert (titles.count("h1"), titles.count("h2")) == (1, len(boxes) + 2)
    lines = markdown_text(made).split("\n")
    texts = [f"1. {blocks[0].title}", blocks[0].headline, expected.head.title, *boxes[3].written[0].lines]
    assert [text for text in texts if text and text not in lines] == []
    if cleaned(asked):
        assert any(text.endswith(cleaned(asked)) for text in lines)


def test_the_file_is_utf8_with_line_ends_of_unix_and_one_at_its_end():
    made = document("prep-sheet-markdown", library(Application(id="job", company="한빛")))
    assert made.decode("utf-8").endswith("기\n") and b"\r" not in made and not made.endswith(b"\n\n")
