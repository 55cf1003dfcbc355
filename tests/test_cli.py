"""The command line: what people type in a shell, and what other programs read from it."""

import errno
import io
import json
import os
import re
import socket
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import cli
from languages import LANGUAGES, sentences
from stories.files.library import FOLDERS, read_library
from stories.files.places import LIBRARY_VARIABLE, SAMPLE
from stories.matching.signals import WEIGHTS

ROOT = Path(cli.__file__).parent
STORY = """\
# 내가 적어 둔 말
title: 카페 재고표   # 제목
headline: 표 하나로 3시간을 줄였다
mood: 좋음            # storybank가 모르는 항목

action: |
  표를 만들었다.

  # 주석이 아닌 글
result: 3시간 줄었다
skills: [엑셀, SQL]
claims:
  - text: 3시간
    status: supported
"""


@dataclass(frozen=True)
class Outcome:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def answers(self) -> list[dict[str, Any]]:
        """The JSON objects on stdout, one a line."""
        return [json.loads(line) for line in self.out.removesuffix("\n").split("\n")]


Run = Callable[..., Outcome]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return what runs a command in this process, as a Korean shell does."""
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "ko_KR.UTF-8")

    def run(*arguments: object, stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="cp949"))
        code = cli.main([str(one) for one in arguments])
        out, err = capsys.readouterr()
        return Outcome(code, out, err)

    return run


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Return a library with one story, written by hand."""
    folder = tmp_path / "own"
    (folder / "stories").mkdir(parents=True)
    (folder / "stories" / "cafe.yaml").write_text(STORY, encoding="utf-8")
    return folder


@pytest.fixture
def first_run(monkeypatch: pytest.MonkeyPatch) -> Path:
    """Name no library anywhere, as on the first day; return the place where it will be."""
    monkeypatch.delenv(LIBRARY_VARIABLE)
    return Path.home() / "storybank"


# find


def test_find_shows_the_stories_with_their_reasons(run: Run) -> None:
    found = run("find", "가장 어려웠던 도전은?", "--library", SAMPLE)
    assert (found.code, found.err) == (0, "")
    lines = found.out.splitlines()
    assert re.match(r"1\. \[쓸 만함 \d+\] 빅 콘테스트 챔피언 리그: .+ {2}\(big-contest-churn\)$", lines[0])
    assert "   - 결과가 비어 있어 강한 답이 되기 어렵습니다." in lines
    numbers = [line.partition(".")[0] for line in lines if re.match(r"\d+\. \[", line)]
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]


def test_find_shows_what_was_asked_before_and_never_what_was_retracted(run: Run) -> None:
    found = run("find", "CICD는 어떻게 했나요?", "--library", SAMPLE)
    told = found.out[found.out.index("면접에서 받은 질문: ") :]
    assert "  (2023-02-19 · CUAI 면접에서 받음)\n   - 철회한 말이 있습니다: " in told
    assert told.index("   다음에는 이렇게: ") < told.index("   아쉬운 점: ") < told.index("   그때 한 말: ")
    assert "적재하는 것이라 어렵지 않았다고 했다" not in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_find_tells_an_earlier_answer_from_a_question_without_one(language: str, run: Run) -> None:
    say = sentences(language)
    for question in ("왜 지원하셨나요?", "끊임없는 공부"):
        lines = run("find", question, "--library", SAMPLE, "--language", language).out.splitlines()
        place = next(place for place, line in enumerate(lines) if line.startswith(say("past.application")))
        answered = say("past.unanswered") not in lines[place + 1]
        assert answered == (question != "끊임없는 공부"), question


def test_json_names_what_was_asked_before_with_its_answer(run: Run) -> None:
    (answer,) = run("find", "--json", "CICD는 어떻게 했나요?", "--library", SAMPLE).answers
    past = answer["past"][0]
    assert list(past) == ["where", "id", "name", "date", "question", "answer", "score"]
    assert (past["where"], past["id"], past["name"]) == ("interview", "2023-02-19-cuai", "CUAI")
    assert past["answer"].startswith("다음부턴 좀 더 신중하게") and 0 < past["score"] <= 100


def test_find_names_the_concept_to_explain(run: Run) -> None:
    assert "개념: PCA  (pca)" in run("find", "PCA 설명해 주세요", "--library", SAMPLE).out.splitlines()


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("희망 연봉은?", "none_conditions"),
        ("궁금한 점 있으세요?", "none_closing"),
        ("", "none_story"),
        ("?!", "none_story"),
    ],
)
def test_find_says_it_when_no_story_answers(question: str, key: str, run: Run) -> None:
    found = run("find", question, "--library", SAMPLE)
    assert found.code == 0
    assert found.out.splitlines()[0] == sentences("ko")(f"find.{key}")


def test_find_says_that_it_read_only_the_beginning(run: Run) -> None:
    found = run("find", "가장 어려웠던 도전은? " * 100, "--library", SAMPLE)
    assert found.out.splitlines()[0] == sentences("ko")("find.cut")


def test_find_gives_json_that_other_programs_read(run: Run) -> None:
    found = run("find", "--json", "가장 어려웠던 도전은?", "--library", SAMPLE)
    assert (found.code, found.err) == (0, "")
    assert "가장 어려웠던" in found.out, "Hangul stays readable"
    (answer,) = found.answers
    assert list(answer) == ["query", "kind", "fit", "stories", "concepts", "questions", "past"]
    assert answer["query"] == "가장 어려웠던 도전은?"
    assert (answer["kind"], answer["fit"]) == ("story", "workable")
    assert len(answer["stories"]) == 5 and answer["stories"][0]["id"] == "big-contest-churn"
    for story in answer["stories"]:
        assert list(story) == ["id", "score", "fit", "signals", "because"]
        assert isinstance(story["id"], str) and isinstance(story["score"], float) and 0 < story["score"] <= 100
        assert story["fit"] in ("strong", "workable", "stretch", "none")
        assert list(story["signals"]) == list(WEIGHTS)
        assert all(isinstance(value, float) and 0 <= value <= 100 for value in story["signals"].values())
        assert all(isinstance(line, str) and line for line in story["because"])
    scores = [story["score"] for story in answer["stories"]]
    assert scores == sorted(scores, reverse=True)
    for question in answer["questions"]:
        assert list(question) == ["id", "score"] and isinstance(question["score"], float)


def test_json_names_concepts_with_their_score(run: Run) -> None:
    (answer,) = run("find", "--json", "PCA 설명해 주세요", "--library", SAMPLE).answers
    assert answer["kind"] == "concept"
    assert [list(one) for one in answer["concepts"]] == [["id", "score"]]
    assert answer["concepts"][0]["id"] == "pca" and 0 < answer["concepts"][0]["score"] <= 100


def test_json_of_a_question_without_an_answer_is_whole(run: Run) -> None:
    (answer,) = run("find", "--json", "", "--library", SAMPLE).answers
    empty: dict[str, list[str]] = {"stories": [], "concepts": [], "questions": [], "past": []}
    assert answer == {"query": "", "kind": "story", "fit": "none", **empty}


@pytest.mark.parametrize(("limit", "count"), [("0", 0), ("1", 1), ("3", 3), ("-4", 0), ("1000", 6)])
def test_limit_cuts_the_stories_and_nothing_else(limit: str, count: int, run: Run) -> None:
    (answer,) = run("find", "--json", "가장 어려웠던 도전은?", "--limit", limit, "--library", SAMPLE).answers
    assert len(answer["stories"]) == count or (count > 5 and len(answer["stories"]) >= count)
    assert answer["fit"] == "workable" and answer["questions"]


QUESTIONS = ["가장 어려웠던 도전은?", "", "PCA 설명해 주세요", "   ", "ok\u2028one line", ""]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("start", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["", "\n"])
def test_each_line_of_a_file_gives_one_line_of_json(
    newline: str, start: str, end: str, run: Run, tmp_path: Path
) -> None:
    content = (start + newline.join([*QUESTIONS, "끝"]) + end.replace("\n", newline)).encode()
    (tmp_path / "questions.txt").write_bytes(content)
    arguments = ("find", "--json", "--limit", "1", "--library", SAMPLE, "--from")
    for found in (run(*arguments, tmp_path / "questions.txt"), run(*arguments, "-", stdin=content)):
        assert found.code == 0
        assert [answer["query"] for answer in found.answers] == [*QUESTIONS, "끝"]


def test_a_file_without_questions_gives_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "none.txt").write_bytes(b"")
    assert run("find", "--json", "--from", tmp_path / "none.txt", "--library", SAMPLE) == Outcome(0, "", "")


def test_odd_questions_do_not_stop_the_others(run: Run) -> None:
    found = run("find", "--json", "--from", "-", "--library", SAMPLE, stdin=b"\xff\xfe\n\xb0\xa1\n{x}\n\0\n")
    assert found.code == 0 and len(found.answers) == 4


def test_find_works_beside_files_that_cannot_be_read(run: Run, own: Path) -> None:
    (own / "stories" / "broken.yaml").write_text("title: [\n", encoding="utf-8")
    (answer,) = run("find", "--json", "카페 재고표", "--library", own).answers
    assert [story["id"] for story in answer["stories"]] == ["cafe"]


def test_without_a_library_find_looks_into_the_sample(run: Run, first_run: Path) -> None:
    (answer,) = run("find", "--json", "PCA 설명해 주세요").answers
    assert answer["stories"][0]["id"] == "pca-study"
    assert not first_run.exists()


# check


def test_check_of_a_library_without_problems_ends_well(run: Run) -> None:
    found = run("check", "--library", SAMPLE)
    assert (found.code, found.err) == (0, "")
    assert found.out.splitlines()[-1] == "읽지 못한 것은 없습니다. 읽은 이야기: 12개"
    assert any(line.startswith("Kaggle study: ") for line in found.out.splitlines()), "advice, by the story's title"


@pytest.mark.parametrize("language", LANGUAGES)
def test_check_names_every_file_that_cannot_be_read_and_ends_with_1(language: str, run: Run, own: Path) -> None:
    (own / "stories" / "broken.yaml").write_text('title: 가\naction: "열린 따옴표\n', encoding="utf-8")
    old = "title: 옛 파일\n".encode("cp949")
    (own / "stories" / "old.yaml").write_bytes(old)
    found = run("check", "--library", own, "--language", language)
    assert (found.code, found.err) == (1, "")
    say = sentences(language)
    assert f"stories/old.yaml: {say('problems.cp949')}" in found.out.splitlines()
    place = say("problems.place", file="stories/broken.yaml", line=2)
    assert any(line.startswith(f"{place}: ") for line in found.out.splitlines())
    assert (own / "stories" / "old.yaml").read_bytes() == old


def test_check_warns_of_a_story_without_a_title_and_ends_well(run: Run, own: Path) -> None:
    (own / "stories" / "no-title.yaml").write_text("title:\naction: 했다\n", encoding="utf-8")
    found = run("check", "--library", own)
    assert found.code == 0
    assert f"stories/no-title.yaml: {sentences('ko')('problems.title-missing')}" in found.out.splitlines()
    assert any(line.startswith("no-title: ") for line in found.out.splitlines()), "advice names it by its id"


# new


def test_new_story_starts_the_library_on_the_first_day(run: Run, first_run: Path) -> None:
    made = run("new", "story", "카페에서 재고표를 만든 일")
    path = first_run / "stories" / "카페에서-재고표를-만든-일.yaml"
    assert made == Outcome(0, f"만들었습니다: {path}\n", "")
    assert path.read_text(encoding="utf-8").startswith("# yaml-language-server: ")
    assert {one.name for one in first_run.iterdir()} >= {*FOLDERS, "profile.yaml", "schemas"}
    assert read_library(first_run).problems == ()
    assert [story.title for story in read_library(first_run).stories.values()] == ["카페에서 재고표를 만든 일"]
    (answer,) = run("find", "--json", "재고표").answers
    assert [story["id"] for story in answer["stories"]] == ["카페에서-재고표를-만든-일"]


def test_new_story_takes_the_name_that_is_given(run: Run, own: Path) -> None:
    assert run("new", "story", "두 번째", "--id", "second", "--library", own).code == 0
    assert read_library(own).stories["second"].title == "두 번째"


def test_two_stories_of_one_title_become_two_files(run: Run, own: Path) -> None:
    for _ in range(2):
        assert run("--library", own, "new", "story", "A: B?").code == 0
    assert {"a-b", "a-b-2"} <= set(read_library(own).stories)


def test_a_call_that_goes_wrong_starts_no_library(run: Run, first_run: Path) -> None:
    assert run("new", "story", "가", "--id", "a/b").code == 2
    assert run("new", "story", " ").code == 2
    assert not first_run.exists()


# set


def test_set_changes_the_lines_of_one_field_and_no_others(run: Run, own: Path) -> None:
    changed = run("set", "cafe", "action", "--library", own, stdin="새로 썼다.\r\n둘째 줄\n".encode())
    assert changed == Outcome(0, "‘카페 재고표’의 action 항목을 바꿨습니다.\n", "")
    before, _, after = STORY.partition("action: |\n  표를 만들었다.\n\n  # 주석이 아닌 글\n")
    text = (own / "stories" / "cafe.yaml").read_bytes().decode()
    assert text == f"{before}action: |\n  새로 썼다.\n  둘째 줄\n{after}"


def test_set_keeps_hangul_composed_and_leaves_no_mark_of_the_encoding(run: Run, own: Path) -> None:
    assert (
        run("set", "cafe", "result", "--library", own, stdin="\ufeff\u110c\u1175\u110b\u116f\u11ab".encode()).code == 0
    )
    assert read_library(own).stories["cafe"].result == "지원"


def test_set_adds_a_field_that_is_not_there_yet(run: Run, own: Path) -> None:
    assert run("set", "cafe", "learned", "--library", own, stdin="먼저 묻기".encode()).code == 0
    text = (own / "stories" / "cafe.yaml").read_text(encoding="utf-8")
    assert text == STORY.replace("result: 3시간 줄었다\n", "result: 3시간 줄었다\nlearned: 먼저 묻기\n")


def test_set_finds_a_story_by_a_decomposed_id_and_an_archived_one_too(run: Run, own: Path) -> None:
    (own / "stories" / "카페.yaml").write_text("title: 가\narchived: 2026-01-02\n", encoding="utf-8")
    assert (
        run("set", "\u110f\u1161\u1111\u1166", "role", "--library", own, stdin=b"x").out
        == "‘가’의 role 항목을 바꿨습니다.\n"
    )
    assert read_library(own).archived["카페"].role == "x"


# export


@pytest.mark.parametrize("application", [["kt-2019"], []])
def test_export_writes_a_word_file_and_says_where(application: list[str], run: Run, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.docx"
    made = run("export", "prep-sheet", *application, "--output", sheet, "--library", SAMPLE)
    assert made == Outcome(0, f"만들었습니다: {sheet}\n", "")
    assert zipfile.ZipFile(sheet).testzip() is None
    assert "word/document.xml" in zipfile.ZipFile(sheet).namelist()


def test_export_names_the_file_where_no_name_is_given(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert run("export", "prep-sheet-markdown", "kt-2019", "--library", SAMPLE).code == 0
    (made,) = (tmp_path / "here").iterdir()
    assert made.suffix == ".md" and "kt" in made.name
    assert "빅 콘테스트" in made.read_text(encoding="utf-8")


def test_export_replaces_the_sheet_of_yesterday(run: Run, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.md"
    sheet.write_text("어제", encoding="utf-8")
    assert run("export", "prep-sheet-markdown", "--output", sheet, "--library", SAMPLE).code == 0
    assert "어제" not in sheet.read_text(encoding="utf-8")
    assert sentences("ko")("prep_sheet.title") in sheet.read_text(encoding="utf-8")


# opening the app


def test_without_a_command_the_app_opens(run: Run, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[tuple[Any, ...]] = []
    monkeypatch.setattr(
        "screens.serving.serve", lambda library, *, port, open_browser: calls.append((library, port, open_browser))
    )
    assert run().code == 0
    assert run("--library", own, "--port", "9000", "--no-browser").code == 0
    assert calls == [(None, 8501, True), (own, 9000, False)]


# what stops a command


def _library(name: str) -> Callable[[Path], list[object]]:
    return lambda folder: ["--library", folder / name]


SAMPLE_LIBRARY: Callable[[Path], list[object]] = lambda folder: ["--library", SAMPLE]  # noqa: E731
OWN, MISSING, A_FILE = _library("own"), _library("missing"), _library("a-file")


@dataclass(frozen=True)
class Stopped:
    """A call that cannot go on: the code of its sentence, its arguments, its library, and what is on stdin."""

    code: str
    arguments: tuple[str, ...]
    library: Callable[[Path], list[object]] = OWN
    stdin: bytes = b"x"


STOPPED = (
    Stopped("library-missing", ("find", "x"), MISSING),
    Stopped("library-missing", ("check",), MISSING),
    Stopped("library-missing", ("new", "story", "x"), MISSING),
    Stopped("library-not-a-folder", ("find", "x"), A_FILE),
    Stopped("library-not-a-folder", ("new", "story", "x"), A_FILE),
    Stopped("bad-command", ("find",)),
    Stopped("bad-command", ("find", "x", "--from", "y.txt")),
    Stopped("unclear-command", ("find", "x", "y")),
    Stopped("unclear-command", ("find", "x", "--limit", "many")),
    Stopped("unclear-command", ("find", "x", "--nothing")),
    Stopped("unclear-command", ("found",)),
    Stopped("unclear-command", ("new", "concept", "x")),
    Stopped("unclear-command", ("new", "story")),
    Stopped("bad-command", ("new", "story", " \t")),
    Stopped("unclear-command", ("--port", "x")),
    Stopped("cannot-read", ("find", "--from", "missing.txt")),
    Stopped("cannot-read", ("find", "--from", "own")),
    Stopped("cannot-read", ("find", "--from", "cp949.txt")),
    Stopped("unclear-command", ("count",)),
    Stopped("unclear-command", ("count", "-", "--limit", "many")),
    Stopped("unclear-command", ("count", "-", "--limit", "1.5")),
    Stopped("unclear-command", ("count", "-", "--rule", "words")),
    Stopped("bad-command", ("count", "-", "--limit", "0")),
    Stopped("bad-command", ("count", "-", "--limit", "-5", "--json")),
    Stopped("cannot-read", ("count", "missing.txt")),
    Stopped("cannot-read", ("count", "a-file/missing.txt")),
    Stopped("unreadable-text", ("count", "own")),
    Stopped("unreadable-text", ("count", "cp949.txt")),
    Stopped("unreadable-text", ("count", "-"), stdin="옛 글자".encode("cp949")),
    Stopped("unreadable-text", ("count", "-"), stdin=b"\x89PNG\r\n\0\xff"),
    Stopped("unreadable-text", ("count", "-"), stdin=b"\0\0"),
    Stopped("unreadable-text", ("count", "-"), stdin=b"\xed\xa0\x80"),
    Stopped("unreadable-text", ("count", "-"), stdin=b"x" * (4 * 1024 * 1024 + 1)),
    Stopped("unsafe-name", ("new", "story", "x", "--id", "a/b")),
    Stopped("unsafe-name", ("new", "story", "x", "--id", "..")),
    Stopped("unsafe-name", ("new", "story", "x", "--id", "con")),
    Stopped("name-taken", ("new", "story", "x", "--id", "cafe")),
    Stopped("name-taken", ("new", "story", "x", "--id", "CAFE")),
    Stopped("sample-read-only", ("new", "story", "x"), SAMPLE_LIBRARY),
    Stopped("sample-read-only", ("set", "pca-study", "title"), SAMPLE_LIBRARY),
    Stopped("not-found", ("set", "a/b", "title")),
    Stopped("not-found", ("set", "../stories/cafe", "title")),
    Stopped("not-found", ("set", "gone", "title")),
    Stopped("unknown-field", ("set", "cafe", "sitaution")),
    Stopped("unknown-field", ("set", "cafe", "id")),
    Stopped("unknown-field", ("set", "cafe", "name")),
    Stopped("unknown-field", ("set", "cafe", "mood")),
    Stopped("not-a-text", ("set", "cafe", "skills")),
    Stopped("not-a-text", ("set", "cafe", "claims")),
    Stopped("file-not-readable", ("set", "broken", "title")),
    Stopped("unreadable-text", ("set", "cafe", "action"), stdin="옛 글자".encode("cp949")),
    Stopped("not-storable", ("set", "cafe", "action"), stdin=b"\x07"),
    Stopped("not-storable", ("set", "cafe", "title"), stdin="￾".encode()),
    Stopped("unknown-document", ("export", "poster")),
    Stopped("not-found", ("export", "prep-sheet", "gone")),
    Stopped("not-found", ("export", "prep-sheet", "a/b")),
    Stopped("unclear-command", ("plan",)),
    Stopped("not-found", ("plan", "gone")),
    Stopped("not-found", ("plan", "a/b", "--json")),
    Stopped("no-questions", ("plan", "empty")),
    Stopped("cannot-write", ("export", "prep-sheet-markdown", "--output", "gone/sheet.md")),
    Stopped("cannot-write", ("export", "prep-sheet-markdown", "--output", "own")),
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("stopped", STOPPED, ids=lambda one: f"{one.code}: {' '.join(one.arguments)}")
def test_what_stops_a_command_is_told_in_one_sentence(
    stopped: Stopped, language: str, run: Run, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (own / "stories" / "broken.yaml").write_text("title: [\n", encoding="utf-8")
    (own / "applications").mkdir()
    (own / "applications" / "empty.yaml").write_text("company: KT\nquestions:\n  - question:\n", encoding="utf-8")
    (tmp_path / "a-file").write_text("", encoding="utf-8")
    (tmp_path / "cp949.txt").write_bytes("가장 어려웠던 도전은?".encode("cp949"))
    monkeypatch.chdir(tmp_path)
    before = _contents(own)
    told = run(*stopped.arguments, *stopped.library(tmp_path), "--language", language, stdin=stopped.stdin)
    assert (told.code, told.out) == (2, "")
    assert _is_said(told.err, f"errors.{stopped.code}", language)
    assert _contents(own) == before and not (tmp_path / "missing").exists()


def _contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _is_said(text: str, key: str, language: str) -> bool:
    """Tell whether the text is this one sentence on one line, with no place left open and nothing around it."""
    parts = re.split(r"\{\w+\}", sentences(language).raw(key))
    pattern = "[^\n]+".join(re.escape(part) for part in parts)
    return bool(re.fullmatch(pattern + "\n", text)) and "Traceback" not in text and "{" not in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("number", "reason"),
    [(errno.EACCES, "no-permission"), (errno.EROFS, "read-only"), (errno.ENOSPC, "full"), (errno.EIO, "other")],
)
def test_a_disk_that_refuses_is_told_with_the_reason(
    number: int, reason: str, language: str, run: Run, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("stories.files.disk._write_temporary", refuse)
    before = _contents(own)
    words = sentences(language)(f"reasons.{reason}", detail=os.strerror(number))
    for call in (
        ("new", "story", "x"), ("set", "cafe", "action"),
        ("export", "prep-sheet", "--output", str(tmp_path / "a.docx")),
    ):  # fmt: skip
        told = run(*call, "--library", own, "--language", language, stdin=b"x")
        assert (told.code, told.out) == (2, "")
        assert _is_said(told.err, "errors.cannot-write", language) and words in told.err
    assert _contents(own) == before and not (tmp_path / "a.docx").exists()


def test_a_home_in_which_nothing_can_be_written_is_told(
    run: Run, first_run: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = Path.mkdir

    def refuse(path: Path, *arguments: Any, **options: Any) -> None:
        if path.is_relative_to(first_run):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        make(path, *arguments, **options)

    monkeypatch.setattr(Path, "mkdir", refuse)
    told = run("new", "story", "x")
    assert (told.code, told.out) == (2, "") and _is_said(told.err, "errors.cannot-write", "ko")
    assert str(first_run.parent) in told.err


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_port_in_use_is_told_with_the_address(language: str, run: Run) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        told = run("--port", port, "--language", language)
    assert (told.code, told.out) == (2, "")
    assert _is_said(told.err, "errors.port-taken", language) and f"http://127.0.0.1:{port}" in told.err


def test_stopping_it_by_hand_leaves_no_trace(run: Run, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("stories.files.saving.save_fields", interrupt)
    assert run("set", "cafe", "action", "--library", own) == Outcome(2, "", "")


# languages and help


@pytest.mark.parametrize(
    ("environment", "arguments", "language"),
    [
        ({"LANG": "C"}, [], "ko"),
        ({"LANG": ""}, [], "ko"),
        ({"LANG": "en_US.UTF-8"}, [], "en"),
        ({"LANG": "de_DE.UTF-8"}, [], "ko"),
        ({"LANG": "ko_KR.UTF-8", "LC_ALL": "en_GB.UTF-8"}, [], "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "ko_KR.UTF-8"}, [], "ko"),
        ({"LANG": "en_US.UTF-8"}, ["--language", "ko"], "ko"),
        ({"LANG": "ko_KR.UTF-8"}, ["--language=en"], "en"),
    ],
)
def test_it_speaks_the_language_that_is_named_or_that_of_the_shell(
    environment: dict[str, str], arguments: list[str], language: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    told = run("find", "희망 연봉은?", "--library", SAMPLE, *arguments).out.splitlines()[0]
    assert told == sentences(language)("find.none_conditions")


def test_options_stand_before_the_command_or_after_it(run: Run) -> None:
    after = run("find", "PCA", "--library", SAMPLE, "--language", "en")
    assert run("--library", SAMPLE, "--language", "en", "find", "PCA") == after and after.code == 0


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", ["", "find", "plan", "export", "count", "check", "new", "set"])
def test_every_command_explains_itself(
    command: str, language: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    with pytest.raises(SystemExit) as stopped:
        cli.main([*command.split(), "--help", "--language", language])
    assert stopped.value.code == 0
    assert sentences(language)(f"cli.{command or 'about'}") in capsys.readouterr().out


# in a process of its own


def _process(*arguments: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), *map(str, arguments)],
        env={**_plain_environment(), **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )


def _plain_environment() -> dict[str, str]:
    return {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "PYTHON"))}


@pytest.mark.parametrize("environment", [{"LANG": "C"}, {"LC_ALL": "C", "PYTHONIOENCODING": "cp949"}])
def test_any_shell_gets_utf8(environment: dict[str, str]) -> None:
    done = _process("find", "가장 어려웠던 도전은?", "--limit", "1", "--json", "--library", SAMPLE, **environment)
    assert (done.returncode, done.stderr) == (0, b"")
    answer = json.loads(done.stdout.decode("utf-8"))
    assert answer["query"] == "가장 어려웠던 도전은?" and answer["stories"][0]["id"] == "big-contest-churn"
    assert answer["stories"][0]["because"][0].startswith("묻는 역량을")


def test_an_error_in_any_shell_is_one_sentence_without_a_traceback() -> None:
    done = _process("check", "--library", "없는 폴더", LANG="C", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stdout) == (2, b"")
    assert _is_said(done.stderr.decode("utf-8"), "errors.library-missing", "ko")


def test_finding_loads_neither_the_app_nor_word(own: Path) -> None:
    script = (
        "import sys, cli\n"
        f"code = cli.main(['find', '카페', '--library', {str(own)!r}])\n"
        "loaded = {name.partition('.')[0] for name in sys.modules}\n"
        "print(code, sorted(loaded & {'streamlit', 'docx', 'pandas', 'pyarrow', 'uvicorn', 'lxml'}))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env={**_plain_environment(), "PYTHONUTF8": "1"},
        capture_output=True, timeout=60, check=True,
    )  # fmt: skip
    assert done.stdout.decode().splitlines()[-1] == "0 []"


@pytest.mark.skipif(os.name == "nt", reason="pipes of Windows break another way")
@pytest.mark.parametrize("lines", [1, 3000])
def test_a_reader_that_leaves_early_is_no_error(lines: int, tmp_path: Path) -> None:
    (tmp_path / "questions.txt").write_text("PCA\n" * lines, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "cli.py"), "find", "--json", "--from", str(tmp_path / "questions.txt"),
         "--library", str(SAMPLE)],
        env=_plain_environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None and process.stderr is not None
    if lines > 1:
        process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(timeout=60) == 0
