"""The form of a story: nothing that was typed is lost, whatever happens to the file meanwhile."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from screens.parts.editing import (
    Choice,
    Editing,
    choose,
    follow_file,
    give_up,
    keep_form,
    new_row,
    saved_fields,
    start,
    take_beside,
)
from stories.files.drafts import Draft, keep_draft, read_draft
from stories.files.library import Library, read_library
from stories.files.saving import save_fields
from stories.model.story import CLAIM_STATUSES, Story

TEXT: dict[str, Any] = {
    "title": "카페 재고표",
    "action": "표를 만들었다",
    "skills": ["엑셀"],
    "claims": [{"text": "3시간 줄었다", "status": "supported", "evidence": "일지"}],
    "follow_ups": [{"question": "왜 엑셀인가요?"}],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a library with one story."""
    place = tmp_path / "own"
    (place / "stories").mkdir(parents=True)
    (place / "stories" / "cafe.yaml").write_text(yaml.safe_dump(TEXT, allow_unicode=True, sort_keys=False), "utf-8")
    return place


def _open(folder: Path, draft: Draft | None = None) -> Editing:
    library = read_library(folder)
    return start(library.stories["cafe"], library.files["stories", "cafe"].version, draft, folder)


def _elsewhere(folder: Path, **changes: Any) -> None:
    """Change the file as another program does."""
    save_fields(read_library(folder), "stories", "cafe", changes)


def _follow(editing: Editing) -> list[str]:
    library = read_library(editing.library)
    return follow_file(editing, library.stories["cafe"], library.files["stories", "cafe"].version)


def _save(editing: Editing) -> Library:
    save_fields(read_library(editing.library), "stories", "cafe", editing.changes(), editing.version)
    return read_library(editing.library)


def test_a_form_that_nobody_touched_has_no_changes(folder: Path) -> None:
    assert _open(folder).changes() == {}


def test_every_story_of_the_sample_opens_without_changes(sample_copy: Path) -> None:
    library = read_library(sample_copy)
    for story in library.stories.values():
        assert start(story, "v", None, sample_copy).changes() == {}, story.id


def test_what_was_typed_is_saved_clean(folder: Path) -> None:
    editing = _open(folder)
    editing.fields["action"] = "첫 줄\r\n둘째 줄  \n\n"
    editing.fields["result"] = "\u110c\u1175\u110b\u116f\u11ab"
    editing.fields["skills"] = ["엑셀", "엑셀", "", "SQL "]
    assert editing.changes() == {"action": "첫 줄\n둘째 줄", "result": "지원", "skills": ["엑셀", "SQL"]}
    story = _save(editing).stories["cafe"]
    assert (story.action, story.result, story.skills) == ("첫 줄\n둘째 줄", "지원", ["엑셀", "SQL"])


def test_typing_and_taking_it_back_is_no_change(folder: Path) -> None:
    editing = _open(folder)
    editing.fields["action"] += " 그리고"
    assert list(editing.changes()) == ["action"]
    editing.fields["action"] = "표를 만들었다\n"
    assert editing.changes() == {}


def test_a_draft_is_put_back_in(folder: Path) -> None:
    editing = _open(folder)
    editing.fields["result"] = "2배 빨라졌다"
    editing.fields["claims"].append({**new_row("claims"), "text": "혼자 했다"})
    keep_draft(folder, "stories", "cafe", editing.changes(), editing.version)
    again = _open(folder, read_draft(folder, "stories", "cafe"))
    assert again.changes() == editing.changes() and set(again.changes()) == {"result", "claims"}
    assert again.conflicts == {}
    assert [row["text"] for row in again.fields["claims"]] == ["3시간 줄었다", "혼자 했다"]
    assert len({row["number"] for row in again.fields["claims"]}) == 2


def test_a_draft_of_an_older_file_is_put_back_in_and_shown_beside_the_file(folder: Path) -> None:
    editing = _open(folder)
    editing.fields["action"] = "내가 쓴 글"
    keep_draft(folder, "stories", "cafe", editing.changes(), editing.version)
    _elsewhere(folder, action="남이 쓴 글")
    again = _open(folder, read_draft(folder, "stories", "cafe"))
    assert again.fields["action"] == "내가 쓴 글"
    assert again.conflicts == {"action": "남이 쓴 글"}


def test_a_draft_that_the_file_says_already_is_no_conflict(folder: Path) -> None:
    _elsewhere(folder, action="같은 글")
    again = _open(folder, Draft({"action": "같은 글\n"}, "older", 0.0))
    assert again.conflicts == {} and again.changes() == {}


def test_of_a_draft_only_what_fits_the_form_is_taken(folder: Path) -> None:
    draft = Draft({"gone": "x", "title": ["x"], "claims": "x", "skills": "x", "result": "끝", "none": None}, "v", 0.0)  # type: ignore[dict-item]
    editing = _open(folder, draft)
    assert set(editing.fields) == set(Story.model_fields) - {"id", "archived"}
    assert editing.changes() == {"result": "끝"}


def test_fields_that_only_the_file_changed_are_taken_over(folder: Path) -> None:
    editing = _open(folder)
    editing.fields["result"] = "내 결과"
    before = editing.round
    _elsewhere(folder, action="남의 행동", skills=["SQL"], claims=[{"text": "새 근거"}])
    assert sorted(_follow(editing)) == ["action", "claims", "skills"]
    assert editing.round > before
    assert editing.conflicts == {}
    assert editing.changes() == {"result": "내 결과"}
    assert editing.fields["action"] == "남의 행동"
    story = _save(editing).stories["cafe"]
    assert (story.action, story.result, story.claims[0].text) == ("남의 행동", "내 결과", "새 근거")


def test_a_field_that_both_changed_is_a_conflict_and_both_texts_stay(folder: Path) -> None:
    editing = _open(folder)
    editing.fields["action"] = "내 행동"
    before = editing.round
    _elsewhere(folder, action="남의 행동")
    assert _follow(editing) == []
    assert editing.fields["action"] == "내 행동" and editing.conflicts == {"action": "남의 행동"}
    assert editing.round == before, "the box in which one types is not filled anew"


@pytest.mark.parametrize(
    ("choice", "kept"), [("mine", "내 행동"), ("theirs", "남의 행동"), ("both", "내 행동\n\n남의 행동")]
)
def test_a_conflict_ends_with_mine_with_theirs_or_with_both(choice: Choice, kept: str, folder: Path) -> None:
    editing = _open(folder)
    editing.fields["action"] = "내 행동"
    _elsewhere(folder, action="남의 행동")
    _follow(editing)
    before = editing.round
    choose(editing, "action", choice)
    assert editing.conflicts == {}
    assert editing.changes() == ({} if choice == "theirs" else {"action": kept})
    assert (editing.round > before) is (choice != "mine")
    assert _save(editing).stories["cafe"].action == kept


def test_a_conflict_over_rows_can_end_with_theirs(folder: Path) -> None:
    editing = _open(folder)
    editing.fields["follow_ups"][0]["answer"] = "내 답"
    theirs = [{"question": "왜 엑셀인가요?", "answer": "남의 답"}, {"question": "언제?"}]
    _elsewhere(folder, follow_ups=theirs)
    _follow(editing)
    assert editing.conflicts == {"follow_ups": theirs}
    choose(editing, "follow_ups", "theirs")
    assert editing.values()["follow_ups"] == theirs and editing.changes() == {}
    assert all(set(row) == {"number", "question", "answer"} for row in editing.fields["follow_ups"])


def test_a_conflict_ends_when_one_types_what_the_file_says(folder: Path) -> None:
    editing = _open(folder)
    editing.fields["action"] = "내 행동"
    _elsewhere(folder, action="남의 행동", result="남의 결과")
    _follow(editing)
    editing.settle()
    assert editing.conflicts == {"action": "남의 행동"}
    editing.fields["action"] = "남의 행동 "
    editing.settle()
    assert (editing.conflicts, editing.changes()) == ({}, {})


def test_both_of_two_lists_keep_each_word_and_row_once(folder: Path) -> None:
    editing = _open(folder)
    editing.fields["skills"] = ["엑셀", "SQL"]
    _elsewhere(folder, skills=["엑셀", "R"])
    _follow(editing)
    choose(editing, "skills", "both")
    assert editing.values()["skills"] == ["엑셀", "SQL", "R"]


def test_both_writing_the_same_is_no_conflict(folder: Path) -> None:
    editing = _open(folder)
    editing.fields["action"] = "같은 글"
    _elsewhere(folder, action="같은 글")
    _follow(editing)
    assert editing.conflicts == {} and editing.changes() == {}


def test_a_second_change_of_the_file_shows_in_the_open_conflict(folder: Path) -> None:
    editing = _open(folder)
    editing.fields["action"] = "내 행동"
    for theirs in ("남의 행동", "남의 새 행동"):
        _elsewhere(folder, action=theirs)
        _follow(editing)
    assert editing.conflicts == {"action": "남의 새 행동"}
    _elsewhere(folder, action="내 행동")
    assert _follow(editing) == ["action"]
    assert editing.conflicts == {} and editing.changes() == {}


def test_after_following_a_save_goes_through(folder: Path) -> None:
    editing = _open(folder)
    editing.fields["result"] = "끝"
    _elsewhere(folder, title="새 제목")
    _follow(editing)
    story = _save(editing).stories["cafe"]
    assert (story.title, story.result) == ("새 제목", "끝")


def test_a_new_row_is_saved_as_it_is_shown_and_read_back_the_same(folder: Path) -> None:
    editing = _open(folder)
    editing.fields["claims"].append({**new_row("claims"), "text": "혼자 했다"})
    editing.fields["follow_ups"].append({**new_row("follow_ups"), "question": "언제?"})
    library = _save(editing)
    assert library.stories["cafe"].claims[1].status == "unconfirmed"
    assert editing.values() == saved_fields(library.stories["cafe"])


def test_rows_without_words_are_not_saved(folder: Path) -> None:
    editing = _open(folder)
    editing.fields["claims"] += [new_row("claims"), {**new_row("claims"), "status": "retracted", "text": " \n"}]
    editing.fields["follow_ups"].insert(0, new_row("follow_ups"))
    assert editing.changes() == {}


def test_every_row_has_a_number_of_its_own(folder: Path) -> None:
    rows = [new_row("claims"), new_row("claims"), new_row("follow_ups")]
    assert len({row["number"] for row in rows}) == 3
    assert _open(folder).round == _open(folder).round, "a browser may hand in what it typed while the server was gone"


@given(
    st.lists(
        st.fixed_dictionaries(
            {
                "text": st.sampled_from(["", "가", "4만 명: 0.065%", "여러\n줄", "# 표시", "'따옴표\""]),
                "status": st.sampled_from(CLAIM_STATUSES),
                "evidence": st.sampled_from(["", "일지", "- 목록"]),
                "say_instead": st.sampled_from(["", "{다르게}"]),
            }
        ),
        max_size=5,
    )
)
def test_rows_come_back_from_the_file_as_they_were_in_the_form(folder: Path, claims: list[dict[str, str]]) -> None:
    editing = _open(folder)
    editing.fields["claims"] = [{**new_row("claims"), **claim} for claim in claims]
    library = _save(editing)
    assert editing.values() == saved_fields(library.stories["cafe"])
    assert _open(folder).changes() == {}


def _typing(folder: Path, text: str) -> Editing:
    """Open the story in a window of its own and type a text that is kept."""
    editing = _open(folder)
    editing.fields["action"] = text
    keep_form(editing)
    return editing


def _again(folder: Path) -> Editing:
    return _open(folder, read_draft(folder, "stories", "cafe"))


def test_what_two_windows_typed_into_one_field_is_there_after_a_crash_of_both(folder: Path) -> None:
    _typing(folder, "창 하나의 글"), _typing(folder, "창 둘의 글")
    again = _again(folder)
    assert again.fields["action"] == "창 둘의 글"
    assert again.beside == {"action": ["창 하나의 글"]}


@pytest.mark.parametrize(
    ("choice", "kept"), [("mine", "둘째 글"), ("theirs", "첫째 글"), ("both", "둘째 글\n\n첫째 글")]
)
def test_the_text_of_another_window_is_left_taken_or_put_behind(choice: Choice, kept: str, folder: Path) -> None:
    _typing(folder, "첫째 글"), _typing(folder, "둘째 글")
    again = _again(folder)
    take_beside(again, "action", choice)
    keep_form(again)
    assert again.changes() == {"action": kept} and again.beside == {}
    assert _again(folder).fields["action"] == kept and _again(folder).beside == {}


def test_a_window_that_goes_on_typing_does_not_lose_the_text_of_the_other(folder: Path) -> None:
    first = _typing(folder, "첫째 글")
    _typing(folder, "둘째 글")
    first.fields["action"] = "첫째 글을 고침"
    keep_form(first)
    assert (_again(folder).fields["action"], _again(folder).beside) == ("첫째 글을 고침", {"action": ["둘째 글"]})


def test_giving_up_in_one_window_leaves_what_the_other_typed_since(folder: Path) -> None:
    first = _typing(folder, "첫째 글")
    _typing(folder, "둘째 글")
    give_up(first)
    assert _again(folder).fields["action"] == "둘째 글" and _again(folder).beside == {}
    give_up(_again(folder))
    assert read_draft(folder, "stories", "cafe") is None


def test_a_text_of_another_window_that_the_file_holds_by_now_is_not_shown(folder: Path) -> None:
    first = _typing(folder, "첫째 글")
    _typing(folder, "둘째 글")
    save_fields(read_library(folder), "stories", "cafe", first.changes(), first.version)
    assert _again(folder).beside == {}


def test_both_texts_of_a_field_of_one_line_stand_in_one_line(folder: Path) -> None:
    editing = _open(folder)
    editing.fields["headline"] = "내 한 줄"
    _elsewhere(folder, headline="남의 한 줄")
    _follow(editing)
    choose(editing, "headline", "both")
    assert editing.fields["headline"] == "내 한 줄 / 남의 한 줄"
