"""Rows of a list: those that stay keep their bytes and comments, and in a changed one the other keys do."""

import itertools
from collections.abc import Mapping
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stories.files.fields import replace_fields
from stories.files.tree import Plain, parse
from stories.files.yaml_writer import AsTyped

LISTED = """\
# 위
company: 가나전자
questions:   # 문항
  # 첫 문항
  - question: 지원 동기   # 꼭
    limit: 500
    # 초안은 세 번째
    draft: |
      첫 줄
      # 주석이 아니다
    memo: {a: [1, no]}   # 남의 것
    # 나중에 고칠 것

  - # 둘째
    draft: '둘'  # 따옴표
    question: "성장 과정"

  - {question: 협업, draft: 셋}  # 한 줄
# 끝
posting: 공고
"""


def rows_of(text: str) -> list[dict[str, Plain]]:
    root = parse(text)
    assert root is not None and isinstance(root.value, dict)
    return [dict(row.plain()) for row in root.value["questions"].children]  # type: ignore[arg-type]


def changed(text: str, rows: list[dict[str, Plain]]) -> str:
    return replace_fields(text, {"questions": list(rows)}, ("company", "questions", "posting"))


def with_row(text: str, number: int, **fields: Plain) -> str:
    rows = rows_of(text)
    rows[number] = {**rows[number], **fields}
    return changed(text, rows)


@pytest.mark.parametrize(
    ("number", "fields", "old", "new"),
    [
        (0, {"draft": "짧다"}, "    draft: |\n      첫 줄\n      # 주석이 아니다\n", "    draft: 짧다\n"),
        (0, {"limit": "700"}, "limit: 500", "limit: '700'"),
        (0, {"question": "지원\n동기"}, "question: 지원 동기   # 꼭\n", "question: |   # 꼭\n      지원\n      동기\n"),
        (0, {"limit": ""}, "    limit: 500\n", "    limit:\n"),
        (0, {"memo": "내 것"}, "memo: {a: [1, no]}", "memo: 내 것"),
        (1, {"draft": "둘\n셋"}, "draft: '둘'  # 따옴표\n", "draft: |  # 따옴표\n      둘\n      셋\n"),
        (1, {"limit": "300"}, '"성장 과정"\n', "\"성장 과정\"\n    limit: '300'\n"),
        (2, {"draft": "넷"}, "  - {question: 협업, draft: 셋}  # 한 줄\n", "  - question: 협업\n    draft: 넷\n"),
    ],
)
def test_one_changed_key_of_one_row_leaves_every_other_byte(
    number: int, fields: dict[str, Plain], old: str, new: str
) -> None:
    assert LISTED.count(old) == 1
    assert with_row(LISTED, number, **fields) == LISTED.replace(old, new)
    windows = LISTED.replace("\n", "\r\n")
    assert with_row(windows, number, **fields) == windows.replace(old.replace("\n", "\r\n"), new.replace("\n", "\r\n"))


def test_the_same_rows_are_the_same_text() -> None:
    assert changed(LISTED, rows_of(LISTED)) == LISTED


def test_of_two_equal_rows_the_one_in_its_place_stays() -> None:
    text = "questions:\n\n# 첫\n- question: 가\n# 둘\n- question: 가\n"
    assert with_row(text, 0, question="나") == text.replace("가", "나", 1)
    assert with_row(text, 1, question="나") == text.replace("가\n# 둘\n- question: 가", "가\n# 둘\n- question: 나")


def test_a_key_that_is_not_given_any_more_is_emptied_where_it_stands() -> None:
    rows = rows_of(LISTED)
    del rows[0]["limit"]
    assert changed(LISTED, rows) == LISTED.replace("limit: 500", "limit:")


def test_a_removed_row_takes_its_own_comments_with_it_and_no_other() -> None:
    rows = rows_of(LISTED)
    first = LISTED[LISTED.index("  # 첫") : LISTED.index("\n  - # 둘째")]
    assert changed(LISTED, rows[1:]) == LISTED.replace(first, "")


def test_an_added_row_stands_behind_the_others_and_in_their_column() -> None:
    new: dict[str, Plain] = {"question": "포부", "draft": "가\n나"}
    assert changed(LISTED, [*rows_of(LISTED), new]) == LISTED.replace(
        "# 한 줄\n", "# 한 줄\n  - question: 포부\n    draft: |\n      가\n      나\n"
    )
    assert changed("questions:\n- question: 가\n  # 나중\n", [{"question": "가"}, new]) == (
        "questions:\n- question: 가\n  # 나중\n- question: 포부\n  draft: |\n    가\n    나\n"
    )


def test_rows_keep_their_lines_in_any_order() -> None:
    rows, chunks = rows_of(LISTED), chunks_of(LISTED)
    for order in itertools.permutations(range(3)):
        moved = changed(LISTED, [rows[place] for place in order])
        assert moved == chunks.head + "".join(chunks.rows[place] for place in order) + chunks.tail


@dataclass(frozen=True)
class Chunks:
    head: str
    rows: list[str]
    tail: str


def chunks_of(text: str) -> Chunks:
    """Take the text above apart at the blank lines before its rows."""
    start, end = text.index("  # 첫"), text.index("# 끝")
    first, second, third = text[start:end].split("\n\n")
    return Chunks(text[:start], [first + "\n", "\n" + second + "\n", "\n" + third], text[end:])


def test_a_comment_further_right_does_not_become_part_of_a_text_above_it() -> None:
    assert replace_fields("title: 가\n    # 안쪽 주석\n\nrole: 나\n", {"title": "첫\n둘"}) == (
        "title: |\n  첫\n  둘\n# 안쪽 주석\n\nrole: 나\n"
    )
    text = "questions:\n  - question: 가\n        # 안쪽 주석\n    draft: 나\n"
    assert with_row(text, 0, question="첫\n둘") == (
        "questions:\n  - question: |\n      첫\n      둘\n    # 안쪽 주석\n    draft: 나\n"
    )


def test_a_text_of_somebody_else_with_empty_lines_at_its_end_does_not_end_the_file() -> None:
    text = 'questions:\n  - {question: 가, poem: "첫\\n\\n"}\nposting: 공고\n'
    poem: Plain = AsTyped("첫\n\n", plain=False)
    assert changed(text, [{"question": "나", "poem": poem}]) == (
        "questions:\n  - question: 나\n    poem: |+\n      첫\n\nposting: 공고\n"
    )


def test_a_key_with_a_question_mark_before_it_can_be_replaced() -> None:
    assert replace_fields("? title\n: 가\nrole: 나\n", {"title": "둘"}) == "title: 둘\nrole: 나\n"


@pytest.mark.parametrize(
    "text",
    [
        "questions: [{question: 가}, {question: 나}]\n",
        "questions:\n  [{question: 가},\n   {question: 나}]\n",
        "questions:\n  - - 가\n  - 나\n",
        "questions:\n  -\n    # 위\n\n    question: 가\n  - ? question\n    : 나\n",
        "questions:\n      # 깊은 주석\n  - question: 나\n  - question: |\n      가\n",
        "questions:\n",
        "questions: 가\n",
    ],
)
def test_rows_are_replaced_however_they_are_written(text: str) -> None:
    wanted: list[dict[str, Plain]] = [{"question": "가", "draft": "첫\n둘"}, {"question": "나"}]
    assert rows_of(changed(text, wanted)) == [{"question": "가", "draft": "첫\n둘\n"}, {"question": "나"}]
    assert rows_of(changed(text + "posting: 공고\n", wanted[::-1]))[1]["draft"] == "첫\n둘\n"


WORDS = st.sampled_from(
    ["가", "나 다", "# 라", "a: b", "no", "첫\n둘", " 앞\n뒤", "", "x" * 70, "끝\n\n# 글", "|", "- 마"]
)
NAMES = ("question", "limit", "draft", "memo")


@st.composite
def handwritten_rows(draw: st.DrawFn) -> str:
    margin = " " * draw(st.integers(0, 3))
    lines = ["questions:" + draw(st.sampled_from(["", "  # 문항"]))]
    for number in range(draw(st.integers(1, 4))):
        lines += draw(st.sampled_from([[], [], [""], [f"{margin}# 위 {number}"], ["", f"{margin}# 위 {number}", ""]]))
        dash = draw(st.sampled_from(["- ", "-  ", "alone"]))
        lines += [f"{margin}-  # 홀로"] if dash == "alone" else []
        below = margin + "  " if dash == "alone" else " " * len(margin + dash)
        for place, name in enumerate(draw(st.permutations(NAMES))[: draw(st.integers(1, 4))]):
            before = below if place or dash == "alone" else margin + dash
            value = draw(
                st.sampled_from(
                    [
                        ": 글",
                        ": '글'  # 옆",
                        ":",
                        ": |\n{}  첫\n{}  # 글",
                        ": >-  # 옆\n{}  첫\n\n{}  둘",
                        ': "첫\n{} 둘"  # 옆',
                    ]
                )
            )
            lines.append(f"{before}{name}{value.replace('{}', below)}")
            deep = (
                [] if "\n" in value else [f"{below}    # 깊이"]
            )  # below a text of several lines it would be part of it
            lines += draw(st.sampled_from([[], [], [f"{below}# 아래"], deep, ["", f"{below}# 아래"]]))
    return "\n".join([*lines, *draw(st.sampled_from([[], ["# 끝"], ["", "posting: 공고"]])), ""])


@st.composite
def edits(draw: st.DrawFn) -> tuple[str, list[dict[str, Plain]]]:
    """Draw a file, and its rows with some of them changed, moved, taken out and put in."""
    text = draw(handwritten_rows())
    rows = draw(st.permutations(rows_of(text)))[: draw(st.integers(1, 4))]
    for row in rows:
        row.update(draw(st.dictionaries(st.sampled_from(NAMES), WORDS, max_size=2)))
    for _ in range(draw(st.integers(0, 2))):
        new = draw(st.dictionaries(st.sampled_from(NAMES), WORDS, max_size=4))
        rows.insert(draw(st.integers(0, len(rows))), dict(new))
    return text, rows


@given(edits())
def test_rows_read_back_as_they_were_given_and_no_comment_of_a_row_that_stays_is_lost(
    edit: tuple[str, list[dict[str, Plain]]],
) -> None:
    text, rows = edit
    was = rows_of(text)
    result = changed(text, rows)
    assert [said(row) for row in rows_of(result)] == [said(row) for row in rows]
    if [said(row) for row in was] == [said(row) for row in rows]:
        assert result == text
    if sorted(map(str, map(said, was))) == sorted(map(str, map(said, rows))):
        assert sorted(result.splitlines()) == sorted(text.splitlines())


@given(handwritten_rows(), st.data())
def test_a_changed_key_leaves_every_other_line_of_drawn_files(text: str, data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(rows_of(text)) - 1))
    name, value = data.draw(st.sampled_from(NAMES)), data.draw(WORDS)
    result = with_row(text, number, **{name: value})
    assert said(rows_of(result)[number]).get(name, "") == value.rstrip()
    assert sorted(comments_in(text)) == sorted(comments_in(result, value))
    others = [row for place, row in enumerate(rows_of(text)) if place != number]
    assert [row for place, row in enumerate(rows_of(result)) if place != number] == others
    head = text.splitlines()[: 1 + first_line(text, number)]
    assert result.splitlines()[: len(head) - 1] == head[:-1]


def comments_in(text: str, value: str = "") -> list[str]:
    """Return the comments that have a line of their own, without what is part of a text."""
    lines = [line.strip() for line in text.splitlines()]
    return [line for line in lines if line.startswith("#") and line != "# 글" and line not in value]


def first_line(text: str, number: int) -> int:
    """Return how many lines stand before the row's first key."""
    root = parse(text)
    assert root is not None and isinstance(root.value, dict)
    return root.value["questions"].children[number].line - 1


def said(row: Mapping[str, Plain]) -> dict[str, str]:
    """Return what a row says, as it is read: without the white space at the end of a text."""
    return {key: text for key, value in row.items() if (text := str(value).rstrip())}
