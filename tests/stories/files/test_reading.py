"""What a person sees of files that are not as they should be."""

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from stories.files import tree
from stories.files.library import MODELS, Library, read_library
from stories.files.places import SAMPLE
from stories.files.reading import read_record
from stories.files.tree import lines_of
from stories.model.application import Application
from stories.model.question import OwnQuestions
from stories.model.story import Story
from stories.problems import CODES, ERRORS, WARNINGS
from tests.stories.files.faults import FAULTS, FIXTURES, PROBLEMS, UNREADABLE, Fault

NAMES = [fault.name for fault in FAULTS]


def library_with(folder: Path, **contents: bytes) -> Library:
    """Write each content as stories/<name>.yaml and read the library."""
    (folder / "stories").mkdir(parents=True, exist_ok=True)
    for name, content in contents.items():
        (folder / "stories" / f"{name}.yaml").write_bytes(content)
    return read_library(folder)


@pytest.mark.parametrize("fault", FAULTS, ids=NAMES)
def test_a_file_gives_its_problems_and_what_can_be_read(fault: Fault, tmp_path: Path) -> None:
    library = library_with(tmp_path, x=fault.content)
    assert library.problems == fault.problems
    found = {**library.stories, **library.archived}
    assert list(found) == ([] if fault.fields is None else ["x"])
    if fault.fields is not None:
        read = {**found["x"].model_dump(), "id": found["x"].id}
        assert {name: read[name] for name in fault.fields} == fault.fields
    assert (tmp_path / "stories" / "x.yaml").read_bytes() == fault.content


@pytest.mark.parametrize("fault", FAULTS, ids=NAMES)
def test_where_the_fast_parser_is_missing_the_same_is_read(
    fault: Fault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tree, "_LOADER", yaml.BaseLoader)
    library = library_with(tmp_path, x=fault.content)
    assert library.problems == fault.problems
    for name, value in (fault.fields or {}).items():
        assert getattr(library.story("x"), name) == value


def test_every_stored_fixture_is_read_by_a_test() -> None:
    stored = {path.stem for path in FIXTURES.iterdir()}
    assert stored
    assert stored <= set(NAMES)
    assert len(NAMES) == len(set(NAMES))


def test_a_name_says_what_a_fixture_is() -> None:
    for fault in FAULTS:
        severities = {problem.severity for problem in fault.problems}
        expected = {"bad": {"error"}, "warn": {"warning"}}.get(fault.name.split("_")[0])
        assert severities == expected or (expected is None and "error" not in severities), fault.name


def test_the_tests_make_every_problem_and_no_other() -> None:
    assert {problem.code for problem in PROBLEMS} == CODES
    assert not ERRORS & WARNINGS


def test_a_problem_of_one_code_always_fills_the_same_places_of_its_sentence() -> None:
    places: dict[str, set[str]] = {}
    for problem in PROBLEMS:
        assert places.setdefault(problem.code, set(problem.details)) == set(problem.details), problem


def test_a_broken_file_hides_nothing_else(tmp_path: Path) -> None:
    good = {f"good-{number}": f"title: 좋은 이야기 {number}\n".encode() for number in range(3)}
    broken = {fault.name: fault.content for fault in UNREADABLE}
    library = library_with(tmp_path, **good, **broken)
    assert list(library.stories) == list(good)
    assert {problem.file for problem in library.problems} == {f"stories/{name}.yaml" for name in broken}


HOSTILE = ("bad_alias_bomb", "bad_merge_bomb", "bad_deep", "bad_python_tag", "bad_brackets", "bad_dashes")
READ_IN_LITTLE_MEMORY = """
import resource, sys
from pathlib import Path
from stories.files.library import read_library
pages = int(Path("/proc/self/statm").read_text().split()[0]) if Path("/proc/self/statm").exists() else 10**6
resource.setrlimit(resource.RLIMIT_AS, (pages * 4096 + 20 * 2**20,) * 2)
print(len(read_library(Path(sys.argv[1])).problems))
"""


def test_what_could_hurt_is_refused_in_little_memory_and_the_process_lives(tmp_path: Path) -> None:
    contents = {fault.name: fault.content for fault in FAULTS if fault.name in HOSTILE}
    library_with(tmp_path / "library", **contents)
    result = subprocess.run(
        [sys.executable, "-c", READ_IN_LITTLE_MEMORY, str(tmp_path / "library")],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=20,
    )
    assert (result.returncode, result.stdout.strip()) == (0, str(len(HOSTILE))), result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["library"], "the command of the tag did not run"


@pytest.mark.parametrize("name", HOSTILE)
def test_what_could_hurt_is_refused_at_once(name: str, tmp_path: Path) -> None:
    text = next(fault.content for fault in FAULTS if fault.name == name).decode()
    start = time.process_time()
    assert read_record(Story, text, "x.yaml", "x").record is None
    assert time.process_time() - start < 0.05


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"key-{number}: v\n" for number in range(20_000)),
        "".join(f"%TAG !t{number}! x\n" for number in range(12_000)) + "---\ntitle: x\n",
        "title: x\nskills: [" + "a," * 100_000 + "]\n",
        'title: "' + "a\n " * 80_000 + '"\n',
        "title: x\nclaims:\n" + "- text: a\n" * 20_000,
        "title: x\nsituation: |\n" + "  # \u00a0\n" * 30_000,
    ],
    ids=["keys", "directives", "words", "quoted", "rows", "block"],
)
def test_a_file_of_the_largest_size_is_read_in_less_than_two_seconds(text: str) -> None:
    assert len(text.encode()) <= 256 * 1024
    start = time.process_time()
    read_record(Story, text, "x.yaml", "x")
    assert time.process_time() - start < 2


LINE = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=40)


@given(LINE.map(str.strip).filter(bool))
@example("우리 팀 # 1위")
@example("#해시태그")
@example("- 첫째")
@example("-")
@example("? 무엇을")
@example("가: 나: 다")
@example("title: 나")
@example("{가: 나}")
@example("'인용' 뒤")
@example("A:")
@example("*강조*")
@example("&co")
@example("!!str 가")
@example("| 세로줄")
@example("> 인용")
@example("--- 줄표")
@example("=======")
@example("<<<<<<< HEAD")
@example("[가, 나")
@example("~")
def test_a_line_typed_after_a_key_is_kept_or_told_on_its_line_never_lost_in_silence(line: str) -> None:
    reading = read_record(Story, f"title: 제목\nsituation: {line}\ntask: 할 일\n", "x.yaml", "x")
    kept = reading.record is not None and reading.record.situation == Story(situation=line).situation
    meant_as_yaml = (line[:1] in "'\"" and line[-1:] == line[:1]) or re.fullmatch(r"[|>][-+\d]*\s*(#.*)?", line)
    assert kept or meant_as_yaml or any(problem.line in (2, 3) for problem in reading.problems), reading
    assert not reading.problems or reading.problems[0].code != "not-read"


def test_every_line_of_the_sample_typed_after_a_key_is_kept_or_told() -> None:
    lines = {line.strip() for path in SAMPLE.rglob("*.yaml") for line in lines_of(path.read_text(encoding="utf-8"))}
    assert len(lines) > 200
    for line in lines - {""}:
        reading = read_record(Story, f"title: 제목\nsituation: {line}\n", "x.yaml", "x")
        kept = reading.record is not None and reading.record.situation.replace("'", "") == line.replace("'", "")
        assert kept or [problem.line for problem in reading.problems] == [2], (line, reading)


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
TREES = st.recursive(
    TEXTS | st.sampled_from(["", "confirmed", "strengths"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(TEXTS | st.sampled_from(["text", "status", "question", "ko", "id"]), inner, max_size=3)
    ),
    max_leaves=12,
)
FIELDS = sorted({name for model in MODELS.values() for name in model.model_fields})


@given(st.sampled_from(sorted(MODELS)), st.dictionaries(st.sampled_from(FIELDS) | TEXTS, TREES, max_size=5))
def test_whatever_the_fields_hold_the_rest_is_read_and_nothing_is_raised(kind: str, fields: dict[str, object]) -> None:
    reading = read_record(MODELS[kind], json.dumps(fields), "x.yaml", "x")
    assert reading.record is not None or {problem.severity for problem in reading.problems} == {"error"}
    assert all(problem.code in CODES and problem.line >= 0 for problem in reading.problems)


@given(st.binary(max_size=200) | st.text(max_size=120).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_no_bytes_at_all_raise(tmp_path: Path, content: bytes) -> None:
    library = library_with(tmp_path, x=content)
    assert library.stories or library.problems


def test_an_empty_choice_and_an_empty_language_are_no_problem(tmp_path: Path) -> None:
    (tmp_path / "questions").mkdir()
    (tmp_path / "applications").mkdir()
    (tmp_path / "questions" / "own.yaml").write_text(
        "questions:\n  - id: mine\n    kind:\n    competencies:\n"
        "    ko:\n      question: 왜요?\n      wordings:\n    en:\n",
        encoding="utf-8",
    )
    (tmp_path / "applications" / "kt.yaml").write_text(
        "company: KT\nstatus:\nquestions:\n  - question: 지원 동기\n    kind:\n    limit: 1000\n    counts:\n",
        encoding="utf-8",
    )
    library = read_library(tmp_path)
    assert library.problems == ()
    assert (library.questions[0].kind, library.questions[0].text("en")) == ("story", "왜요?")
    asked = library.applications["kt"].questions[0]
    assert (asked.kind, asked.limit, asked.counts) == ("", "1000", "characters")


def test_a_row_that_does_not_fit_is_named_and_the_other_rows_stay() -> None:
    text = "questions:\n  - id: a\n    ko: {question: 가}\n  - ko: {question: 나}\n  - id: c\n    kind: no-kind\n"
    reading = read_record(OwnQuestions, text, "questions/own.yaml", "own")
    assert reading.record is not None
    assert [question.id for question in reading.record.questions] == ["a", "c"]
    assert [(problem.line, problem.code) for problem in reading.problems] == [(4, "not-a-row"), (6, "not-a-choice")]
    assert reading.unreadable == {"questions"}


@pytest.mark.parametrize(
    "date", ["2019-10-21", "2019-10", "2019", "10월 말", "미정", "2019-10-21 18:00", "2019-06 ~ 09"]
)
def test_a_date_that_is_one_or_is_not_known_to_the_day_is_no_problem(date: str) -> None:
    assert read_record(Application, f"deadline: {date}\n", "x.yaml", "x").problems == ()


@pytest.mark.parametrize("date", ["2019-13-45", "2019.10.21", "2019/1/2", "2019-2-30", "2019년 1월 2일", "2023-02-29"])
def test_a_day_that_is_not_in_the_calendar_or_not_written_as_one_is_told_and_kept(date: str) -> None:
    reading = read_record(Application, f"company: KT\ninterview_date: {date}\n", "x.yaml", "x")
    assert reading.record is not None
    assert reading.record.interview_date == date
    assert [(p.line, p.code, p.details) for p in reading.problems] == [
        (2, "not-a-date", {"field": "interview_date", "value": date})
    ]
