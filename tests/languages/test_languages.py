"""Every language says the same things, and everything that the program can say has its sentence."""

import ast
import re
import string
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

import languages
from exporters import DOCUMENTS
from languages import LANGUAGES, sentences
from screens.parts.counting import RULES
from screens.parts.editing import ROWS, Choice
from stories import errors
from stories.errors import StoryBankError
from stories.files.library import MODELS
from stories.files.mending import MENDS_OF
from stories.files.tree import parse
from stories.matching.asked import ANSWER_KINDS
from stories.matching.ranking import FITS
from stories.model.application import ApplicationStatus, Blind
from stories.model.concept import EXPLANATIONS
from stories.model.question import KINDS
from stories.model.story import CLAIM_STATUSES, STAR, TEXTS, Story
from stories.problems import CODES
from stories.standing import USUAL, Written
from stories.upcoming import DueDate
from stories.writing.checks.korean_slips import rules
from stories.writing.checks.weight import WEIGHTS
from stories.writing.shapes import ShapeId
from tests.stories.files.faults import FAULTS

ROOT = Path(languages.__file__).parent.parent
SOURCES = [
    ROOT / "app.py",
    ROOT / "cli.py",
    *sorted(path for name in ("screens", "exporters", "stories") for path in (ROOT / name).rglob("*.py")),
]
KEYS = sentences("ko").keys()
FIELDS = [name for name in Story.model_fields if name not in ("id", "archived")]

DYNAMIC = (
    "advice.", "answer.", "answer.weight_", "application.", "application.due_", "application.usual_",
    "application_hint.", "because.", "blind.", "checks.", "claim.", "cli.", "concept.", "cuts.", "editor.",
    "broken.take_",
    "editor.add_", "editor.suggest_", "editor.take_", "errors.", "export.download_", "find.none_", "first_draft.",
    "fit.", "hint.", "home.coverage_", "kind.", "kinds.", "odd.", "passage.", "prep_sheet.", "prep_sheet.boxes.",
    "prep_sheet.checklist.", "problems.", "reasons.", "row.", "rule_name.", "shape.", "shape_hint.", "slips.",
    "star.", "status.", "story.field_", "usual.", "usual_question.",
)  # fmt: skip
"""Beginnings of keys that the code completes with a word of its own; the only ones."""

PARTICLES = {"particle-consonant", "particle-vowel", "particle-read", "particle-doubled"}
"""Reasons of stories/writing/checks/particle_slips.py."""
COMPLETED: dict[str, Sequence[str]] = {
    "problems.": sorted(CODES),
    "claim.": CLAIM_STATUSES,
    "kind.": KINDS,
    "fit.": FITS,
    "find.none_": sorted(set(ANSWER_KINDS.values())),
    "story.field_": FIELDS,
    "hint.": FIELDS,
    "row.": sorted({part for parts in ROWS.values() for part in parts}),
    "editor.add_": list(ROWS),
    "editor.suggest_": ["competencies", "skills"],
    "star.": list(dict.fromkeys((*STAR, *TEXTS))),
    "concept.": EXPLANATIONS,
    "export.download_": [one.id for one in DOCUMENTS],
    "home.coverage_": ["full", "begun", "hint"],
    "application.due_": get_args(DueDate),
    "application.usual_": get_args(Written),
    "answer.weight_": WEIGHTS,
    "usual.": USUAL,
    "usual_question.": USUAL,
    "rule_name.": list(RULES),
    "shape.": get_args(ShapeId),
    "shape_hint.": get_args(ShapeId),
    "status.": [one or "unset" for one in get_args(ApplicationStatus)],
    "editor.take_": get_args(Choice),
    "broken.take_": MENDS_OF["conflict-markers"],
    "kinds.": list(MODELS),
    "blind.": [one or "unset" for one in get_args(Blind)],
    "slips.": sorted({rule.reason for rule in rules()} | PARTICLES),
}
"""The words that complete them, where they come from one list of the program."""

OTHERS = {"problems.": {"place"}, "star.": {"empty", "complete", "missing"}, "home.coverage_": {"cut"},
          "editor.take_": {"beside"}}  # fmt: skip
"""Keys with such a beginning that are said whole."""

PROBLEM_DETAILS = {
    "anchor": {"character"}, "tag": {"character"}, "special-start": {"character"}, "control-character": {"character"},
    "duplicate-key": {"key", "first"}, "line-without-key": {"text"}, "syntax": {"text"},
    "not-a-row": {"field"}, "not-list": {"field"}, "not-text": {"field"}, "not-read": {"detail"},
    "not-a-choice": {"field", "value", "choices"}, "not-a-date": {"field", "value"},
    "same-id": {"id"}, "unsafe-file-name": {"id"}, "conflicted-copy": {"id"}, "unknown-id": {"field", "id"},
    "too-large": {"size", "limit"}, "comment-cuts-text": {"text"},
    "newer-version": {"version", "known"}, "not-a-version": {"known"},
    "unknown-key": {"key"}, "unknown-key-meant": {"key", "meant"},
}  # fmt: skip
"""What fills the sentence of each problem that has something to fill; the faults of the file tests confirm it."""

INSIDERS = re.compile(
    r"yaml|json|streamlit|pydantic|schema|traceback|exception|session|widget|rerun|fragment|cache|pars(e|ing)\b|regex"
    r"|boolean|\bnull\b|stack|token|string\b|스키마|예외|세션|위젯|파싱|파서|캐시|정규식|인덱스|토큰|불리언|문자열|객체|렌더",
    re.IGNORECASE,
)
ALLOWED = {"cli.json": "json"}


def _keys_in(language: str) -> tuple[str, ...]:
    return sentences(language).keys()


def _places(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


@cache
def _trees() -> tuple[tuple[Path, ast.Module], ...]:
    return tuple((path, ast.parse(path.read_text(encoding="utf-8"))) for path in SOURCES)


def _nodes() -> Iterator[ast.AST]:
    return (node for _, tree in _trees() for node in ast.walk(tree))


def _beginning(node: ast.AST) -> str | None:
    """Return the constant beginning of an f-string."""
    if isinstance(node, ast.JoinedStr) and node.values and isinstance(node.values[0], ast.Constant):
        return str(node.values[0].value)
    return None


def _errors(base: type[StoryBankError] = StoryBankError) -> list[type[StoryBankError]]:
    return [base, *(found for one in base.__subclasses__() for found in _errors(one))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same_things_in_the_same_order(language: str) -> None:
    assert _keys_in(language) == KEYS


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_places_to_fill(language: str) -> None:
    say, korean = sentences(language), sentences("ko")
    assert [key for key in KEYS if _places(say.raw(key)) != _places(korean.raw(key))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_written_and_written_well(language: str) -> None:
    say = sentences(language)
    for key in KEYS:
        text = say.raw(key)
        assert text.strip() == text != "", key
        assert "  " not in text and "\n" not in text, key
        pairs = (("“", "”"), ("‘", "’"))[: 2 if language == "ko" else 1]  # in English ’ is an apostrophe too
        assert all(text.count(left) == text.count(right) for left, right in pairs), key
        if language == "en":
            assert not re.search("[가-힣ㄱ-ㅣ]", text), key


@pytest.mark.parametrize("path", sorted((ROOT / "languages").glob("*.yaml")), ids=lambda path: path.name)
def test_the_files_are_composed_and_hold_no_key_twice(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    assert path.stem in LANGUAGES
    assert unicodedata.is_normalized("NFC", text) and "\r" not in text and text.endswith("\n")
    assert parse(text) is not None  # raises for a key that stands twice


def test_a_language_that_is_not_there_is_answered_in_korean() -> None:
    assert sentences("fr").language == sentences("").language == "ko"


def test_a_key_that_is_not_there_is_our_bug_and_is_not_hidden() -> None:
    say = sentences("ko")
    assert "no.such.key" not in say
    with pytest.raises(KeyError):
        say("no.such.key")
    with pytest.raises(KeyError):
        say("problems.place", file="x")


def test_what_fills_a_place_is_never_filled_again() -> None:
    assert sentences("ko")("library.will_be_at", folder="{folder} {0} {") == "내 보관함 위치: {folder} {0} {"


@pytest.mark.parametrize("start", COMPLETED)
def test_each_list_of_the_program_has_its_sentences_and_no_more(start: str) -> None:
    for language in LANGUAGES:
        there = {key.removeprefix(start) for key in _keys_in(language) if key.startswith(start)}
        assert there == set(COMPLETED[start]) | OTHERS.get(start, set())


def test_every_error_has_its_sentence_and_there_are_no_more() -> None:
    for language in LANGUAGES:
        there = {key for key in _keys_in(language) if key.startswith("errors.")}
        assert there == {f"errors.{one.code}" for one in _errors()}


def test_no_two_errors_share_a_code() -> None:
    codes = [one.code for one in _errors()]
    assert len(set(codes)) == len(codes)
    assert {name for name, one in vars(errors).items() if isinstance(one, type)} == {one.__name__ for one in _errors()}


def test_every_reason_of_the_matcher_has_a_sentence() -> None:
    codes = {
        str(node.args[0].value)
        for node in _nodes()
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Reason"
        and isinstance(node.args[0], ast.Constant)
    }
    assert "retracted" in codes
    for language in LANGUAGES:
        there = {key for key in _keys_in(language) if key.startswith("because.")}
        assert there == {f"because.{code}" for code in codes} | {"because.retracted-only"}


def test_the_beginnings_that_the_code_completes_are_these() -> None:
    beginnings = {text for node in _nodes() if (text := _beginning(node)) and "." in text}
    assert {text for text in beginnings if any(key.startswith(text) for key in KEYS)} == set(DYNAMIC)


def test_no_sentence_is_left_that_nobody_says() -> None:
    said = {node.value for node in _nodes() if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    said |= {f"{path.stem}.title" for path in (ROOT / "screens").glob("*.py")}  # the menu in app.py
    said |= {f"{start}{word}" for start, words in COMPLETED.items() for word in words}
    said |= {"advice.no-motivation", "advice.no-company"}  # stories/writing/advice.py: no-{kind}
    said |= {
        f"checks.{one}-{unit}" for one in ("over", "short") for unit in ("characters", "bytes")
    }  # checks/length.py
    others = [start for start in DYNAMIC if start not in COMPLETED]
    unused = [
        key
        for key in KEYS
        if key not in said and not any(key.startswith(start) and key.removeprefix(start) in said for start in others)
    ]
    assert unused == []


def test_every_sentence_that_is_said_is_there_and_gets_what_it_needs() -> None:
    lacking = []
    for path, tree in _trees():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not node.args or _raw(node):
                continue
            given = {word.arg for word in node.keywords}
            for key in _keys(node.args[0]):
                for language in LANGUAGES:
                    needed = _places(sentences(language).raw(key))
                    if None not in given and not needed <= given:
                        lacking.append((path.name, node.lineno, key, needed - given))
    assert lacking == []


def _raw(node: ast.Call) -> bool:
    return isinstance(node.func, ast.Attribute) and node.func.attr == "raw"


def _keys(node: ast.expr) -> list[str]:
    """Return the keys that the first argument of a call can name."""
    if isinstance(node, ast.Constant) and node.value in KEYS:
        return [str(node.value)]
    start = _beginning(node) or ""
    return [f"{start}{word}" for word in COMPLETED.get(start, ())]


def test_a_key_with_a_slip_in_the_code_is_noticed() -> None:
    said = [
        (path.name, node.lineno, str(node.args[0].value))
        for path, tree in _trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "say"
        and isinstance(node.args[0], ast.Constant)
    ]
    assert len(said) > 100
    assert [one for one in said if one[2] not in sentences("ko")] == []


def test_every_error_is_raised_with_what_its_sentence_needs() -> None:
    classes = {one.__name__: one for one in _errors()}
    given: dict[str, list[set[str]]] = {name: [] for name in classes}
    for node in _nodes():
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in classes:
            given[node.func.id].append({str(word.arg) for word in node.keywords})
    given["LibraryMissing"].append({"folder"})  # stories/files/library.py raises one of two by one line
    never = [name for name, calls in given.items() if not calls and name != "StoryBankError"]
    assert never == [], "an error that nobody raises"
    for name, calls in given.items():
        needed = _places(sentences("ko").raw(f"errors.{classes[name].code}"))
        needed |= {"detail"} if name == "CannotWrite" else set()
        assert all(needed <= call for call in calls), (name, needed, calls)


def test_every_problem_gets_what_its_sentence_needs() -> None:
    assert set(PROBLEM_DETAILS) <= CODES
    for code in CODES:
        assert _places(sentences("ko").raw(f"problems.{code}")) <= PROBLEM_DETAILS.get(code, set()), code


def test_the_problems_that_come_up_have_the_details_that_are_listed() -> None:
    found = [problem for fault in FAULTS for problem in fault.problems]
    assert len({problem.code for problem in found}) > 15
    for problem in found:
        assert set(problem.details) == PROBLEM_DETAILS.get(problem.code, set()), problem


def test_no_sentence_speaks_to_insiders() -> None:
    for language in LANGUAGES:
        say = sentences(language)
        for key in KEYS:
            words = {found.group().casefold() for found in INSIDERS.finditer(_without_places(say.raw(key)))}
            words -= {"yaml"} if key.startswith("problems.") else set()
            assert words - {ALLOWED.get(key, "")} == set(), (key, words)


def _without_places(sentence: str) -> str:
    return "".join(text for text, _, _, _ in string.Formatter().parse(sentence))
