"""The tables hold the figures that belong there, whatever the matcher says."""

from benchmarks.matching import tables
from benchmarks.matching.figures import Outcome, Ranking
from benchmarks.matching.judged import Question
from benchmarks.matching.methods import STORYBANK

QUESTIONS = [
    Question("1", "kim", "ko", "direct", "하나", {"a": 2}),
    Question("2", "kim", "en", "direct", "two", {"b": 2}),
    Question("3", "lee", "ko", "form", "셋", {"c": 2}),
    Question("4", "kim", "ko", "none", "넷", {}),
]
LANGUAGES = {"kim": "ko", "lee": "en"}


def outcomes(*rankings: tuple[list[str], float, bool]) -> list[Outcome]:
    return [
        Outcome(question, Ranking(ids, score, score, offered, "story"))
        for question, (ids, score, offered) in zip(QUESTIONS, rankings, strict=True)
    ]


BY_METHOD = {
    STORYBANK: outcomes((["a"], 9.0, True), (["b"], 8.0, True), (["x", "c"], 7.0, False), (["a"], 6.0, True)),
    "worse": outcomes((["b"], 1.0, True), (["a"], 1.0, True), (["x"], 1.0, True), (["a"], 2.0, True)),
    "better": outcomes((["a"], 3.0, True), (["a"], 2.0, True), (["x"], 1.0, True), (["a"], 0.0, True)),
}


def cells(lines: list[str], start: str) -> list[str]:
    return next(line for line in lines if line.startswith(start)).removeprefix(start).split()


def test_columns_stand_under_their_heads() -> None:
    assert tables.table(["name", "n"], [["a", "10"], ["longer", "1"]]) == ["name     n", "a       10", "longer   1"]


def test_quality_tells_each_method_and_who_is_ahead() -> None:
    lines = tables.quality(BY_METHOD, rounds=20)
    # top-1 2 of 3; MRR (1 + 1 + 1/2) / 3; nDCG@3 (1 + 1 + 1 / log2(3)) / 3.
    assert cells(lines, STORYBANK) == ["0.67", "0.88", "0.83", "0.67", "1.00"]
    assert cells(lines, "better") == ["0.33", "0.33", "0.33", "1.00", "0.00"]
    assert cells(lines, "worse") == ["0.00", "0.00", "0.00", "1.00", "1.00"]
    assert cells(lines, "storybank ahead of better") == ["+0.33", "+0.54", "+0.50"]


def test_groups_go_by_language_across_languages_kind_and_library() -> None:
    lines = tables.by_group(BY_METHOD, LANGUAGES, rounds=20)
    assert {name: cells(lines, name)[0] for name in ("all", "Korean", "English", "across languages")} == {
        "all": "3",
        "Korean": "2",
        "English": "1",
        "across languages": "2",
    }
    assert cells(lines, "  English question, Korean library")[0] == "1"
    assert cells(lines, "kind: form")[0] == "1"
    assert cells(lines, "library: kim (ko)")[0] == "2"
    assert lines[-1].endswith("better")


def test_typing_tells_the_loss() -> None:
    right, wrong = ({STORYBANK: BY_METHOD[name]} for name in (STORYBANK, "worse"))
    lines = tables.typing({"as written": right, "with slips": wrong}, rounds=20)
    assert cells(lines, "as written") == ["0.67", "0.88"]
    assert cells(lines, "with slips")[:3] == ["1.00", "0.00", "0.88"]


def test_no_answer_is_told_at_the_fits_and_by_the_top_score() -> None:
    own = tables.unanswerable(BY_METHOD[STORYBANK], rounds=20)
    assert cells(own, "all")[:2] == ["3", "0.67"]
    assert cells(own, "understood as: story")[-2:] == ["1", "1.00"]
    lines = tables.curve(BY_METHOD, rounds=20)
    assert cells(lines, "storybank, by score alone")[0] == "1.00"
    assert cells(lines, "worse")[0] == "0.00"
