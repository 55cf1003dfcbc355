"""Saving one field of a file: the others keep every byte, and the new text reads back as it was typed."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from benchmarks.durability.handwritten import TEXT_FIELDS, HandWritten, Segment
from benchmarks.durability.one_field import TEXTS, as_read, edits, wrong_after
from benchmarks.durability.one_field import save as save_encoded
from benchmarks.durability.random_texts import NASTY, storable
from stories.errors import NotStorable
from stories.files.library import read_library
from stories.files.saving import save_fields
from stories.files.tree import Plain, parse
from stories.model.story import Story
from stories.text import clean, unstorable


def write(folder: Path, text: str) -> Path:
    path = folder / "stories" / "x.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.encode())
    return path


def save(folder: Path, text: str, changes: dict[str, Plain]) -> tuple[str, Story]:
    """Save the changes into a file of this text; return the text and the story that are there afterwards."""
    path = write(folder, text)
    save_fields(read_library(folder), "stories", "x", changes)
    return path.read_bytes().decode(), read_library(folder).stories["x"]


@given(edits())
def test_one_edited_field_leaves_every_other_byte(tmp_path: Path, edit: tuple[HandWritten, dict[str, Plain]]) -> None:
    file, changes = edit
    [(name, value)] = changes.items()
    assert wrong_after(file, name, value, save_encoded(tmp_path, file.text, changes)) == ""


def read_library_of(folder: Path, text: str) -> Story:
    write(folder, text)
    return read_library(folder).stories["x"]


@given(edits(several=True))
def test_several_edited_fields_all_read_back_and_the_others_stay(
    tmp_path: Path, edit: tuple[HandWritten, dict[str, Plain]]
) -> None:
    file, changes = edit
    before, was = read_library_of(tmp_path, file.text), parse(file.text)
    text, story = save(tmp_path, file.text, changes)
    assert {name: getattr(story, name) for name in changes} == {name: as_read(name, v) for name, v in changes.items()}
    assert story.model_copy(update={name: getattr(before, name) for name in changes}) == before
    now = parse(text)
    assert was is not None and now is not None
    assert isinstance(was.value, dict) and isinstance(now.value, dict)
    assert list(was.value) == [key for key in now.value if key in was.value]
    foreign = {key: node.plain() for key, node in was.value.items() if key not in Story.model_fields}
    last = [str(value).rstrip() for value in foreign.values()]
    assert [str(now.value[key].plain()).rstrip() for key in foreign] == last
    outside = [line for s in file.segments if s.key not in changes for line in s.lines]
    kept = iter(text.split(file.newline))
    assert all(line in kept for line in outside)


@settings(max_examples=40)
@given(edits())
def test_saving_what_is_there_already_changes_nothing_that_is_read(
    tmp_path: Path, edit: tuple[HandWritten, dict[str, Plain]]
) -> None:
    file, changes = edit
    text, story = save(tmp_path, file.text, changes)
    again, same = save(tmp_path, text, changes)
    assert (again, same) == (text, story)


@given(st.sampled_from(TEXT_FIELDS), TEXTS)
@example("title", "\ud800")
@example("title", "가\x00나")
@example("title", "가\ufffe")
def test_every_text_comes_back_as_typed_or_is_refused(tmp_path: Path, field: str, text: str) -> None:
    original = "title: 처음\nsituation: |\n  상황\nrole: 역할\n"
    if not storable(text):
        with pytest.raises(NotStorable) as raised:
            save(tmp_path, original, {field: text})
        bad = unstorable(clean(text))
        assert bad
        assert raised.value.details == {
            "field": field,
            "reason": "character",
            "character": f"U+{ord(bad.group()):04X}",
            "position": bad.start() + 1,
        }
        assert (tmp_path / "stories" / "x.yaml").read_text(encoding="utf-8") == original
        return
    assert getattr(save(tmp_path, original, {field: text})[1], field) == clean(text)


@pytest.mark.parametrize("text", NASTY)
def test_every_nasty_text_comes_back_in_every_kind_of_field(text: str, tmp_path: Path) -> None:
    changes: dict[str, Plain] = {
        "situation": text,
        "skills": [text, "EDA"],
        "claims": [{"text": text, "evidence": text}],
        "follow_ups": [{"question": "왜?", "answer": text}, {"question": text}],
    }
    written, story = save(tmp_path, "title: 처음\n", changes)
    assert story.situation == story.skills[0] == story.claims[0].evidence == clean(text)
    assert story.follow_ups[0].answer == story.follow_ups[1].question == clean(text)
    assert written.startswith("title: 처음\n")


def test_several_lines_are_written_as_a_block_that_people_like_to_read(tmp_path: Path) -> None:
    text, _ = save(tmp_path, "title: 처음\n", {"situation": "첫 줄  \n\n  셋째 줄: # 그대로", "skills": ["EDA", "kNN"]})
    assert text == "title: 처음\nsituation: |\n  첫 줄  \n\n    셋째 줄: # 그대로\nskills: [EDA, kNN]\n"


def test_an_added_field_stands_where_the_model_has_it(tmp_path: Path) -> None:
    text, _ = save(
        tmp_path,
        "title: 가\ntask: 나\n# 끝의 주석\n",
        {"learned": "바", "result": "마", "action": "라", "situation": "다", "task": "새 과제"},
    )
    assert text == "title: 가\nsituation: 다\ntask: 새 과제\naction: 라\nresult: 마\nlearned: 바\n# 끝의 주석\n"


@pytest.mark.parametrize(
    ("line", "value", "written"),
    [
        ("title: 처음   # 제목", "둘째", "title: 둘째   # 제목\n"),
        ("title: '처음' # 제목", "가\n나", "title: | # 제목\n  가\n  나\n"),
        ("title: 처음 # 제목", " 가 \n나", 'title: " 가 \\n나\\n" # 제목\n'),
        ("title: | # 제목\n  처음", "둘째", "title: 둘째 # 제목\n"),
        ("title: # 제목", "a:\nb", "title: | # 제목\n  a:\n  b\n"),
        ('title: "처음\n\n  뒤" # 제목', "둘째", "title: 둘째 # 제목\n"),
        ("title: a#b # 제목 # 둘", "둘째", "title: 둘째 # 제목 # 둘\n"),
    ],
)
def test_a_comment_on_the_line_of_a_key_stays(line: str, value: str, written: str, tmp_path: Path) -> None:
    assert save(tmp_path, f"{line}\nrole: 역할\n", {"title": value})[0] == f"{written}role: 역할\n"


def test_a_text_without_a_last_line_end_stays_without(tmp_path: Path) -> None:
    assert save(tmp_path, "title: 가\nrole: 나", {"role": "다"})[0] == "title: 가\nrole: 다"
    assert save(tmp_path, "title: 가\nrole: 나", {"title": "다"})[0] == "title: 다\nrole: 나"
    assert save(tmp_path, "title: 가\nsituation: |\n  나\n  다", {"situation": "라\n마"})[0] == (
        "title: 가\nsituation: |\n  라\n  마"
    )
    assert save(tmp_path, "situation: |\n  나", {"task": "라"})[0] == "situation: |\n  나\ntask: 라"


def test_a_text_that_ends_with_dots_keeps_them(tmp_path: Path) -> None:
    assert save(tmp_path, "title: 가\n...\n", {"role": "나"})[0] == "title: 가\nrole: 나\n...\n"


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_the_line_ends_of_the_file_stay(newline: str, tmp_path: Path) -> None:
    text, story = save(tmp_path, f"title: 가{newline}role: 나{newline}", {"situation": "첫\n둘"})
    assert text == newline.join(["title: 가", "role: 나", "situation: |", "  첫", "  둘", ""])
    assert story.situation == "첫\n둘"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_the_encoding_of_the_file_stays(encoding: str, tmp_path: Path) -> None:
    path = write(tmp_path, "")
    path.write_bytes("title: 가\r\nrole: 나\r\n".encode(encoding))
    save_fields(read_library(tmp_path), "stories", "x", {"role": "다\n라"})
    assert path.read_bytes() == "title: 가\r\nrole: |\r\n  다\r\n  라\r\n".encode(encoding)


def test_rows_keep_the_keys_that_we_do_not_know_with_their_types(tmp_path: Path) -> None:
    text, story = save(
        tmp_path,
        "title: 가\nclaims:\n  - text: 첫째\n    point: 3\n    seen: 2019-10-21\n    note: '3'\n"
        "    more: {a: [1, no]}\n"
        "  - text: 둘째\n    poem: |\n      가\n      나\n",
        {"claims": [{"text": "새 근거"}, {"text": "첫째", "status": "confirmed"}, {"text": "둘째이긴 하다"}]},
    )
    assert [claim.text for claim in story.claims] == ["새 근거", "첫째", "둘째이긴 하다"]
    assert text == (
        "title: 가\nclaims:\n  - text: 새 근거\n  - text: 첫째\n    status: confirmed\n    point: 3\n"
        "    seen: 2019-10-21\n    note: '3'\n    more: {a: [1, no]}\n"
        "  - text: 둘째이긴 하다\n    poem: |\n      가\n      나\n"
    )
    assert save(tmp_path, text, {"claims": [claim.model_dump() for claim in story.claims]})[1] == story


def test_a_removed_row_takes_only_its_own_foreign_keys_with_it(tmp_path: Path) -> None:
    text, _ = save(
        tmp_path,
        "title: 가\nclaims:\n- text: 첫째\n  point: 1\n- text: 둘째\n  point: 2\n- text: 셋째\n  point: 3\n",
        {"claims": [{"text": "셋째"}, {"text": "첫째"}]},
    )
    assert text == "title: 가\nclaims:\n- text: 셋째\n  point: 3\n- text: 첫째\n  point: 1\n"


def test_a_foreign_text_does_not_grow_with_every_save(tmp_path: Path) -> None:
    text = 'title: 가\nclaims:\n  - text: 첫째\n    poem: "가\\n나\\n\\n"\n    nel: "a\\Nb"\n'
    claims: dict[str, Plain] = {"claims": [{"text": "첫째"}]}
    for _ in range(3):
        text, _ = save(tmp_path, text, claims)
    root = parse(text)
    assert root is not None
    assert root.plain() == {"title": "가", "claims": [{"text": "첫째", "poem": "가\n나\n\n", "nel": "a\x85b"}]}


def test_segments_of_a_drawn_file_are_its_text() -> None:
    file = HandWritten((Segment(("# 위",)), Segment(("title: 가",), "title")), "\r\n", closed=False)
    assert (file.text, file.before(1), file.after(0)) == ("# 위\r\ntitle: 가", "# 위\r\n", "title: 가")
