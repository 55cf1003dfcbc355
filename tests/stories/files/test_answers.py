"""Two windows and an editor in one application: every change of each is there afterwards, and nothing else moved."""

import os
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from stories.errors import (
    ChangedOnDisk,
    FileNotReadable,
    NotFound,
    NotStorable,
    QuestionGone,
    SampleIsReadOnly,
    StoryBankError,
    UnknownField,
    Vanished,
)
from stories.files import places
from stories.files.answers import add_questions, move_question, remove_question, save_answer
from stories.files.disk import version_of
from stories.files.library import Library, read_library
from stories.model.application import AskedByForm
from tests.stories.files.faults import UNREADABLE
from tests.stories.files.test_races import RACERS, race

TEXT = """\
# 내 지원
company: 가나전자   # 첫 지원
source: 학교 게시판
questions:
  # 가장 중요
  - question: 지원 동기
    limit: 500
    memo: [1, no]   # 남의 것
    draft: |
      첫 줄
      둘째 줄
    # 나중에 고칠 것
  - question: 협업 경험
    draft: 짧은 답
posting: |
  공고
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the file of the application x in a library."""
    (tmp_path / "library" / "applications").mkdir(parents=True)
    path = tmp_path / "library" / "applications" / "x.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def library_of(path: Path) -> Library:
    return read_library(path.parent.parent)


def asked(path: Path, number: int) -> AskedByForm:
    return library_of(path).applications["x"].questions[number - 1]


def text_of(path: Path) -> str:
    return path.read_bytes().decode()


def refused(error: type[StoryBankError], path: Path, action: Callable[[], object]) -> dict[str, str | int]:
    """Return the details of the error that stops the action; the file and the folder are as they were."""
    before = path.read_bytes() if path.exists() else None
    with pytest.raises(error) as raised:
        action()
    assert (path.read_bytes() if path.exists() else None) == before
    assert [entry.name for entry in path.parent.iterdir()] == (["x.yaml"] if before is not None else [])
    return raised.value.details


def test_a_saved_answer_changes_its_own_lines_and_no_other(path: Path) -> None:
    library, was = library_of(path), asked(path, 1)
    now = save_answer(library, "x", 1, was, {"draft": "새 글\n두 줄"})
    assert text_of(path) == TEXT.replace("첫 줄\n      둘째 줄", "새 글\n      두 줄")
    assert now == was.model_copy(update={"draft": "새 글\n두 줄"}) == asked(path, 1)


def test_what_others_changed_meanwhile_is_kept(path: Path) -> None:
    library, was = library_of(path), asked(path, 1)
    theirs = TEXT.replace("limit: 500", "limit: 700").replace("짧은 답", "긴 답").replace("공고\n", "새 공고\n")
    path.write_text(theirs + "outcome: 합격\n", encoding="utf-8")
    now = save_answer(library, "x", 1, was, {"draft": "내 글"})
    assert (now.draft, now.limit) == ("내 글", "700")
    assert text_of(path) == theirs.replace("|\n      첫 줄\n      둘째 줄", "내 글") + "outcome: 합격\n"


def test_two_windows_save_one_field_after_the_other(path: Path) -> None:
    library = library_of(path)
    first = second = asked(path, 1)
    first = save_answer(library, "x", 1, first, {"draft": "첫 창"})
    second = save_answer(library, "x", 1, second, {"limit": "700", "stories": ["a", "b"]})
    assert second.draft == "첫 창"
    assert save_answer(library, "x", 1, first, {"draft": "첫 창 둘째"}).limit == "700"
    assert asked(path, 1).stories == ["a", "b"]


def test_the_same_text_from_both_windows_is_no_conflict(path: Path) -> None:
    library, was = library_of(path), asked(path, 1)
    save_answer(library, "x", 1, was, {"draft": "같은 글\r\n"})
    before = path.stat()
    assert save_answer(library, "x", 1, was, {"draft": "같은 글"}).draft == "같은 글"
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns), "nothing was written"


def test_a_field_that_the_window_did_not_change_keeps_what_others_wrote(path: Path) -> None:
    library, was = library_of(path), asked(path, 1)
    save_answer(library, "x", 1, was, {"limit": "700"})
    assert save_answer(library, "x", 1, was, {"limit": "500", "draft": "내 글"}).limit == "700"


def test_a_field_that_both_changed_is_refused_with_the_file_as_it_was(path: Path) -> None:
    library, was = library_of(path), asked(path, 1)
    save_answer(library, "x", 1, was, {"draft": "다른 창"})
    details = refused(ChangedOnDisk, path, lambda: save_answer(library, "x", 1, was, {"draft": "이 창", "limit": "1"}))
    assert details == {"file": "x.yaml", "id": "x"}


def test_a_question_that_moved_is_found_by_its_text(path: Path) -> None:
    library, first, second = library_of(path), asked(path, 1), asked(path, 2)
    move_question(library, "x", 1, first, 2)
    save_answer(library, "x", 2, second, {"draft": "협업 답"})
    save_answer(library, "x", 1, first, {"draft": "동기 답"})
    assert [(one.question, one.draft) for one in library_of(path).applications["x"].questions] == [
        ("협업 경험", "협업 답"),
        ("지원 동기", "동기 답"),
    ]


def test_a_question_that_is_gone_or_stands_at_two_other_places_is_refused(path: Path) -> None:
    library, second = library_of(path), asked(path, 2)
    path.write_text(TEXT.replace("협업 경험", "갈등 경험"), encoding="utf-8")
    details = refused(QuestionGone, path, lambda: save_answer(library, "x", 2, second, {"draft": "글"}))
    assert details == {"file": "x.yaml", "id": "x"}
    path.write_text("questions:\n- question: 협업 경험\n- question: 가\n- question: 협업 경험\n", encoding="utf-8")
    refused(ChangedOnDisk, path, lambda: save_answer(library, "x", 2, second, {"draft": "글"}))
    assert save_answer(library, "x", 3, second.model_copy(update={"draft": ""}), {"draft": "글"}).draft == "글"
    assert [one.draft for one in library_of(path).applications["x"].questions] == ["", "", "글"]
    for number in (0, -1, 99):
        refused(ChangedOnDisk, path, lambda number=number: save_answer(library, "x", number, second, {"draft": "글"}))


def test_a_question_can_be_reworded_and_is_then_found_by_its_new_text(path: Path) -> None:
    library = library_of(path)
    was = save_answer(library, "x", 1, asked(path, 1), {"question": "지원한 동기를 쓰시오."})
    assert save_answer(library, "x", 1, was, {"draft": "글"}) == asked(path, 1)
    assert "    memo: [1, no]   # 남의 것\n" in text_of(path)


def test_questions_are_added_behind_those_that_are_there_now(path: Path) -> None:
    library = library_of(path)
    new = [{"question": "포부", "limit": "1000"}, {}, {"draft": " \n"}, {"question": "장단점", "stories": ["a"]}]
    assert add_questions(library, "x", new) == 2
    assert text_of(path) == TEXT.replace(
        "    draft: 짧은 답\n",
        "    draft: 짧은 답\n  - question: 포부\n    kind:\n    limit: '1000'\n    counts:\n    stories:\n    draft:\n"
        "  - question: 장단점\n    kind:\n    limit:\n    counts:\n    stories: [a]\n    draft:\n",
    )
    assert add_questions(library, "x", [{"question": "또"}]) == 1
    assert add_questions(library, "x", []) == 0
    assert [one.question for one in library_of(path).applications["x"].questions] == [
        "지원 동기", "협업 경험", "포부", "장단점", "또",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["company: 가\n", "company: 가\nquestions:\n", "questions: []\ncompany: 가\n"])
def test_the_first_question_can_be_added(text: str, path: Path) -> None:
    path.write_text(text, encoding="utf-8")
    assert add_questions(library_of(path), "x", [{"question": "지원 동기"}]) == 1
    assert library_of(path).applications["x"].questions == [AskedByForm(question="지원 동기")]
    assert library_of(path).applications["x"].company == "가"


def test_a_question_is_taken_out_with_its_lines_only_where_it_is_what_was_seen(path: Path) -> None:
    library, first, second = library_of(path), asked(path, 1), asked(path, 2)
    save_answer(library, "x", 2, second, {"draft": "다른 창에서 더 쓴 답"})
    refused(ChangedOnDisk, path, lambda: remove_question(library, "x", 2, second))
    remove_question(library, "x", 1, first)
    start, end = TEXT.index("  # 가장"), TEXT.index("  - question: 협업")
    assert text_of(path) == (TEXT[:start] + TEXT[end:]).replace("짧은 답", "다른 창에서 더 쓴 답")
    refused(QuestionGone, path, lambda: remove_question(library, "x", 1, first))
    remove_question(library, "x", 1, asked(path, 1))
    assert library_of(path).applications["x"].questions == []


def test_a_moved_question_takes_its_lines_along_and_what_others_wrote_into_it(path: Path) -> None:
    library, was = library_of(path), asked(path, 1)
    save_answer(library, "x", 1, was, {"limit": "700"})
    start, end = TEXT.index("  # 가장"), TEXT.index("  - question: 협업")
    rest = TEXT.index("posting:")
    assert move_question(library, "x", 1, was, 9) == 2
    moved = TEXT[:start] + TEXT[end:rest] + TEXT[start:end] + TEXT[rest:]
    assert text_of(path) == moved.replace("limit: 500", "limit: '700'")
    assert move_question(library, "x", 2, was, 0) == 1
    assert text_of(path) == TEXT.replace("limit: 500", "limit: '700'")


def test_of_two_questions_with_one_text_each_keeps_the_keys_of_somebody_else(path: Path) -> None:
    rows = ["  - question: 기타\n    draft: 첫\n    memo: 1\n", "  - question: 기타\n    draft: 둘\n    memo: 2\n"]
    path.write_text("questions:\n" + "".join(rows), encoding="utf-8")
    move_question(library_of(path), "x", 1, asked(path, 1), 2)
    assert text_of(path) == "questions:\n" + "".join(rows[::-1])
    remove_question(library_of(path), "x", 1, asked(path, 1))
    assert text_of(path) == "questions:\n" + rows[0]


def test_encoding_and_line_ends_of_the_file_stay(path: Path) -> None:
    path.write_bytes(TEXT.replace("\n", "\r\n").encode("utf-16"))
    save_answer(library_of(path), "x", 2, asked(path, 2), {"draft": "첫\n둘"})
    expected = TEXT.replace("짧은 답", "|\n      첫\n      둘").replace("\n", "\r\n")
    assert path.read_bytes() == expected.encode("utf-16")


@pytest.mark.parametrize("fault", UNREADABLE, ids=[fault.name for fault in UNREADABLE])
def test_a_file_that_cannot_be_read_is_never_written(fault: Any, path: Path) -> None:
    library, was = library_of(path), asked(path, 1)
    path.write_bytes(fault.content)
    for current in (library, library_of(path)):
        refused(FileNotReadable, path, lambda current=current: save_answer(current, "x", 1, was, {"draft": "글"}))
        refused(FileNotReadable, path, lambda current=current: add_questions(current, "x", [{"question": "글"}]))


@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.parametrize("broken", ["    draft: [가]\n", "  - 글\n"])
def test_a_file_with_a_question_that_does_not_read_is_not_written(broken: str, number: int, path: Path) -> None:
    library, was = library_of(path), asked(path, number)
    start, end = TEXT.index("    draft: |"), TEXT.index("    # 나중")
    path.write_text(TEXT[:start] + broken + TEXT[end:], encoding="utf-8")
    details = refused(FileNotReadable, path, lambda: save_answer(library, "x", number, was, {"draft": "글"}))
    assert details == {"file": "x.yaml", "reason": "field"}


def test_a_file_that_was_mended_since_it_was_read_is_written(path: Path) -> None:
    was = asked(path, 1)
    path.write_text("questions: [\n", encoding="utf-8")
    library = library_of(path)
    path.write_text(TEXT, encoding="utf-8")
    assert save_answer(library, "x", 1, was, {"draft": "글"}).draft == "글"


def test_what_cannot_be_stored_is_refused_with_its_field_and_place(path: Path) -> None:
    library, was = library_of(path), asked(path, 1)
    assert refused(NotStorable, path, lambda: save_answer(library, "x", 1, was, {"draft": "가나\x00"})) == {
        "field": "draft", "reason": "character", "character": "U+0000", "position": 3,
    }  # fmt: skip
    refused(NotStorable, path, lambda: save_answer(library, "x", 1, was, {"stories": ["가\ud800"]}))
    refused(NotStorable, path, lambda: save_answer(library, "x", 1, was, {"draft": "가" * 90_000}))
    refused(NotStorable, path, lambda: add_questions(library, "x", [{"question": "가"}, {"question": "\ud800"}]))
    details = refused(UnknownField, path, lambda: save_answer(library, "x", 1, was, {"darft": "글"}))
    assert details["field"] == "darft" and "draft" in str(details["fields"])


def test_an_application_that_is_gone_or_leads_out_of_the_library_is_not_written(path: Path) -> None:
    library, was = library_of(path), asked(path, 1)
    for name in ("y", "../x", ""):
        with pytest.raises(NotFound):
            save_answer(library, name, 1, was, {"draft": "글"})
    outside = path.parent.parent.with_name("outside.yaml")
    path.rename(outside)
    assert refused(Vanished, path, lambda: save_answer(library, "x", 1, was, {"draft": "글"}))["id"] == "x"
    path.symlink_to(outside)
    with pytest.raises(FileNotReadable):
        save_answer(library, "x", 1, was, {"draft": "글"})
    assert outside.read_text(encoding="utf-8") == TEXT


def test_the_sample_is_never_written(sample_copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "SAMPLE", sample_copy)
    library = read_library(sample_copy)
    was, path = library.applications["kt-2019"].questions[0], sample_copy / "applications" / "kt-2019.yaml"
    before = version_of(path.read_bytes())
    with pytest.raises(SampleIsReadOnly):
        save_answer(library, "kt-2019", 1, was, {"draft": "글"})
    assert version_of(path.read_bytes()) == before


TEXTS = st.sampled_from(["가", "나\n다", "# 라", "a: b", "no", "", "x" * 70, "첫\n\n  둘 ", "- 마", "'", "바: |\n  사"])
FIELDS = ("draft", "limit")


@dataclass
class Window:
    """One window with one question open: what it saw last."""

    number: int = 1
    was: AskedByForm = field(default_factory=AskedByForm)


@settings(max_examples=60)
@given(st.integers(0, 10**6).map(random.Random), st.lists(st.tuples(st.integers(0, 2), TEXTS), min_size=4, max_size=14))
def test_of_two_windows_and_an_editor_no_change_is_lost_and_no_conflict_is_invented(
    tmp_path: Path, chance: random.Random, steps: list[tuple[int, str]]
) -> None:
    path = tmp_path / "applications" / "x.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(TEXT, encoding="utf-8")
    library, truth = read_library(tmp_path), asked_in(tmp_path)
    windows = (Window(), Window())
    for window in windows:
        look(window, truth, chance)
    for actor, text in steps:
        if actor == 2:
            truth = edit(path, truth, text, chance)
        elif chance.random() < 0.25:
            look(windows[actor], truth, chance)
        else:
            changes = {name: text for name in FIELDS if chance.random() < 0.6} or {"draft": text}
            before = of_others(path)
            save_as(windows[actor], library, truth, changes)
            assert of_others(path) == before
        assert asked_in(tmp_path) == truth


def asked_in(folder: Path) -> list[AskedByForm]:
    library = read_library(folder)
    assert [one.code for one in library.problems if one.severity == "error"] == []
    return list(library.applications["x"].questions)


def of_others(path: Path) -> list[object]:
    """Return what the file holds that is not ours: the other fields, the other keys of rows, the comment at its end."""
    file = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    rows = file.pop("questions") or []
    others = [{key: value for key, value in row.items() if key not in AskedByForm.model_fields} for row in rows]
    return [file, others, text_of(path).splitlines()[-1]]


def look(window: Window, truth: list[AskedByForm], chance: random.Random) -> None:
    if truth:
        window.number = chance.randint(1, len(truth))
        window.was = truth[window.number - 1]


def save_as(window: Window, library: Library, truth: list[AskedByForm], changes: dict[str, str]) -> None:
    """Save from the window, and say in `truth` what must be in the file then; what must be refused is."""
    found = [place for place, one in enumerate(truth) if one.question == window.was.question]
    new = {name: AskedByForm(draft=text).draft for name, text in changes.items()}
    mine = {name: text for name, text in new.items() if text != getattr(window.was, name)}
    if not found:
        with pytest.raises(QuestionGone):
            save_answer(library, "x", window.number, window.was, dict(changes))
    elif any(getattr(truth[found[0]], name) not in (getattr(window.was, name), text) for name, text in mine.items()):
        with pytest.raises(ChangedOnDisk):
            save_answer(library, "x", window.number, window.was, dict(changes))
    else:
        truth[found[0]] = truth[found[0]].model_copy(update=mine)
        window.was = save_answer(library, "x", window.number, window.was, dict(changes))
        assert window.was == truth[found[0]]


def edit(path: Path, truth: list[AskedByForm], text: str, chance: random.Random) -> list[AskedByForm]:
    """Rewrite the file as an editor or a script would: some field or the order, in its own style."""
    file = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    rows = file["questions"] or []
    match chance.choice(["change", "add", "remove", "turn", "shape"]):
        case "change" if rows:
            chance.choice(rows)[chance.choice(FIELDS)] = text
        case "add":
            rows.append({"question": f"문항 {chance.random()}", "draft": text, "point": "3"})
        case "remove" if rows:
            rows.pop(chance.randrange(len(rows)))
        case "turn":
            rows.reverse()
    file["questions"] = rows
    style = chance.choice([None, '"', "'", "|"])
    path.write_text(
        yaml.safe_dump(file, allow_unicode=True, default_style=style, sort_keys=chance.random() < 0.5, width=10**9)
        + "# 편집기에서\n",
        encoding="utf-8",
    )
    return asked_in(path.parent.parent)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_six_windows_at_once_each_save_their_own_question_and_field(path: Path) -> None:
    library = library_of(path)
    add_questions(library, "x", [{"question": f"문항 {number}"} for number in range(RACERS)])
    seen = library_of(path).applications["x"].questions

    def save(number: int) -> str:
        place, name = 2 + number // 2, FIELDS[number % 2]
        save_answer(library, "x", place + 1, seen[place], {name: f"{number}\n" * 200})
        return "saved"

    assert race(save) == ["saved"] * RACERS
    now = library_of(path).applications["x"].questions
    texts = [getattr(now[2 + number // 2], FIELDS[number % 2]) for number in range(RACERS)]
    assert texts == [(f"{number}\n" * 200).rstrip() for number in range(RACERS)]
    assert now[:2] == seen[:2]
    assert text_of(path).startswith(TEXT[: TEXT.index("posting:")])


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_of_six_windows_that_save_one_answer_at_once_exactly_one_wins(path: Path) -> None:
    library, was = library_of(path), asked(path, 1)

    def save(number: int) -> str:
        return save_answer(library, "x", 1, was, {"draft": str(number) * 3000}).draft

    results = race(save)
    assert results.count("changed-on-disk") == RACERS - 1
    assert asked(path, 1).draft in results
