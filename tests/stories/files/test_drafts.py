"""Text that is typed but not saved: it comes back after a crash, exactly."""

import time
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from stories.errors import UnsafeName
from stories.files.drafts import (
    MOST_BESIDE,
    drafts_of,
    forget_draft,
    keep_draft,
    keep_of_window,
    move_draft,
    read_draft,
)
from stories.files.places import state_folder

VALUES = st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=6)


@settings(max_examples=40)
@given(st.dictionaries(st.text(), VALUES, max_size=4), st.text())
@example({"action": "가\x00\ud800\r\n\u2028 😀 "}, "")
def test_a_draft_comes_back_as_it_was_typed(tmp_path: Path, fields: dict[str, object], based_on: str) -> None:
    before = time.time()
    keep_draft(tmp_path / "library", "stories", "x", fields, based_on, fields)  # type: ignore[arg-type]
    draft = read_draft(tmp_path / "library", "stories", "x")
    assert draft is not None
    assert (draft.fields, draft.based_on, draft.was) == (fields, based_on, fields)
    assert before - 1 <= draft.kept_at <= time.time() + 1


def test_a_later_draft_takes_the_place_of_the_earlier_one(tmp_path: Path) -> None:
    for text in ("첫", "둘"):
        keep_draft(tmp_path, "stories", "x", {"task": text}, "v")
    draft = read_draft(tmp_path, "stories", "x")
    assert draft is not None and draft.fields == {"task": "둘"}


def test_a_draft_is_not_in_the_library_where_a_sync_program_would_see_it(tmp_path: Path) -> None:
    library = tmp_path / "library"
    library.mkdir()
    keep_draft(library, "stories", "x", {"task": "가"}, "v")
    assert list(library.iterdir()) == []
    assert [path.name for path in (state_folder(library) / "drafts").iterdir()] == ["stories.x.json"]


def test_drafts_of_two_libraries_and_of_two_kinds_are_apart(tmp_path: Path) -> None:
    keep_draft(tmp_path / "a", "stories", "x", {"task": "a"}, "v")
    keep_draft(tmp_path / "b", "stories", "x", {"task": "b"}, "v")
    keep_draft(tmp_path / "a", "concepts", "지원.동기", {"task": "c"}, "v")
    draft = read_draft(tmp_path / "a", "stories", "x")
    assert draft is not None and draft.fields == {"task": "a"}
    assert drafts_of(tmp_path / "a", "stories") == ("x",)
    assert drafts_of(tmp_path / "a", "concepts") == ("지원.동기",)
    assert drafts_of(tmp_path / "none", "stories") == ()


def test_a_forgotten_draft_is_gone_and_can_be_forgotten_twice(tmp_path: Path) -> None:
    keep_draft(tmp_path, "stories", "x", {"task": "가"}, "v")
    for _ in range(2):
        forget_draft(tmp_path, "stories", "x")
        assert read_draft(tmp_path, "stories", "x") is None
    assert drafts_of(tmp_path, "stories") == ()


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"{}", b'{"fields": 3, "based_on": "", "kept_at": 1}', b"\xff", bytes(9)]
)
def test_a_draft_that_cannot_be_read_is_none_and_the_next_one_is_kept(content: bytes, tmp_path: Path) -> None:
    keep_draft(tmp_path, "stories", "x", {"task": "가"}, "v")
    path = state_folder(tmp_path) / "drafts" / "stories.x.json"
    path.write_bytes(content)
    assert read_draft(tmp_path, "stories", "x") is None
    keep_draft(tmp_path, "stories", "x", {"task": "나"}, "v")
    assert read_draft(tmp_path, "stories", "x") is not None


def test_a_draft_moves_from_the_sample_to_a_library_of_ones_own(tmp_path: Path) -> None:
    keep_draft(tmp_path / "sample", "stories", "x", {"task": "가"}, "old")
    move_draft(tmp_path / "sample", "stories", "x", tmp_path / "own", "y", "new")
    draft = read_draft(tmp_path / "own", "stories", "y")
    assert draft is not None and (draft.fields, draft.based_on) == ({"task": "가"}, "new")
    assert read_draft(tmp_path / "sample", "stories", "x") is None


def test_a_draft_that_moves_to_where_it_is_stays(tmp_path: Path) -> None:
    keep_draft(tmp_path, "stories", "x", {"task": "가"}, "old")
    move_draft(tmp_path, "stories", "x", tmp_path, "x", "new")
    draft = read_draft(tmp_path, "stories", "x")
    assert draft is not None and draft.based_on == "new"
    move_draft(tmp_path, "stories", "none", tmp_path, "x", "newer")
    assert read_draft(tmp_path, "stories", "x") == draft


@pytest.mark.parametrize("name", ["../../x", "a/b", "", ".."])
def test_a_name_cannot_lead_a_draft_out_of_its_folder(name: str, tmp_path: Path) -> None:
    for action in (read_draft, forget_draft):
        with pytest.raises(UnsafeName):
            action(tmp_path, "stories", name)
    with pytest.raises(UnsafeName):
        keep_draft(tmp_path, "stories", name, {"task": "가"}, "v")


def _keep(library: Path, mine: dict[str, str], before: dict[str, list[str]] | None = None, was: str = "옛글") -> None:
    keep_of_window(library, "stories", "x", dict(mine), "v", dict.fromkeys(mine, was), before or {})  # type: ignore[arg-type]


def _kept(library: Path) -> dict[str, list[str]]:
    draft = read_draft(library, "stories", "x")
    if draft is None:
        return {}
    return {
        name: [str(text), *(str(one.text) for one in draft.beside.get(name, ()))] for name, text in draft.fields.items()
    }


def test_two_windows_that_type_into_one_field_keep_both_texts(tmp_path: Path) -> None:
    _keep(tmp_path, {"action": "창 하나"})
    _keep(tmp_path, {"action": "창 둘"})
    assert _kept(tmp_path) == {"action": ["창 둘", "창 하나"]}
    _keep(tmp_path, {"action": "창 하나에서 더"}, {"action": ["창 하나"]})
    assert _kept(tmp_path) == {"action": ["창 하나에서 더", "창 둘"]}


def test_one_window_keeps_only_its_newest_text(tmp_path: Path) -> None:
    before: dict[str, list[str]] = {}
    for text in ("가", "갸나", "거나다"):
        _keep(tmp_path, {"action": text}, before)
        before = {"action": [text]}
    assert _kept(tmp_path) == {"action": ["거나다"]}


def test_what_one_window_saves_takes_nothing_from_the_other(tmp_path: Path) -> None:
    _keep(tmp_path, {"action": "창 하나", "task": "창 하나의 과제"})
    _keep(tmp_path, {"action": "창 둘"}, was="더 옛글")
    _keep(tmp_path, {}, {"action": ["창 둘"]})
    assert _kept(tmp_path) == {"action": ["창 하나"], "task": ["창 하나의 과제"]}
    draft = read_draft(tmp_path, "stories", "x")
    assert draft is not None and draft.was == {"action": "옛글", "task": "옛글"}
    _keep(tmp_path, {}, {"action": ["창 하나"], "task": ["창 하나의 과제"]})
    assert drafts_of(tmp_path, "stories") == ()


def test_a_text_that_another_contains_whole_is_not_kept_twice(tmp_path: Path) -> None:
    _keep(tmp_path, {"action": "표를 만들었다"})
    _keep(tmp_path, {"action": "표를 만들었다. 그리고 나누었다."})
    assert _kept(tmp_path) == {"action": ["표를 만들었다. 그리고 나누었다."]}


def test_texts_of_many_windows_are_bounded_and_the_newest_stay(tmp_path: Path) -> None:
    for number in range(10, 20):
        _keep(tmp_path, {"action": f"글 {number}"})
    assert _kept(tmp_path) == {"action": [f"글 {number}" for number in range(19, 18 - MOST_BESIDE, -1)]}


def test_texts_of_two_windows_move_along(tmp_path: Path) -> None:
    for text in ("하나", "둘"):
        _keep(tmp_path / "a", {"action": text})
    move_draft(tmp_path / "a", "stories", "x", tmp_path / "b", "x", "v")
    assert _kept(tmp_path / "b") == {"action": ["둘", "하나"]}
