"""`storybank plan`: what people read, and what other programs read."""

import re
from pathlib import Path

import pytest

from languages import LANGUAGES, sentences
from stories.files.places import SAMPLE
from tests import test_cli
from tests.test_cli import Run

run, own = test_cli.run, test_cli.own

PLANNED = """\
company: KT
questions:
  - question: 희망 연봉은?
  - question: 카페 재고표
  - question: 카페 재고표를 만든 경험은?
    kind: story
    stories: [cafe, gone]
  - question: 팀원과의 갈등을 해결한 경험은?
    kind: story
  - question:
"""
HEARD = "organisation: KT\ndate: 2026-01-02\nasked:\n  - question: 재고표는?\n    stories: [cafe]\n"


@pytest.fixture
def planned(own: Path) -> Path:
    """Return the library with an application to plan, to a company that heard its only story."""
    for kind, text in (("applications", PLANNED), ("interviews", HEARD)):
        (own / kind).mkdir()
        (own / kind / "kt.yaml").write_text(text, encoding="utf-8")
    return own


def test_plan_shows_which_story_for_which_question(run: Run) -> None:
    found = run("plan", "kt-2019", "--library", SAMPLE)
    assert (found.code, found.err) == (0, "")
    lines = found.out.splitlines()
    assert lines[0] == "KT: 이야기로 답할 질문 4개 가운데 4개에 이야기가 있습니다."
    assert [line for line in lines if re.match(r"\d+\. ", line)][3] == "4. 최고 어려웠던 도전"
    assert any(re.match(r"   \[.+ \d+\] spark study {2}\(spark-study\) {2}· 직접 고름$", line) for line in lines)
    assert lines[-1] == "   이야기 없이 답하는 질문입니다(회사와 나)."


@pytest.mark.parametrize("language", LANGUAGES)
def test_plan_says_what_the_company_heard_what_is_lost_and_what_to_write(
    language: str, run: Run, planned: Path
) -> None:
    say = sentences(language)
    lines = run("plan", "kt", "--library", planned, "--language", language).out.splitlines()
    assert f"   {say('plan.no_story', kind=say('kind.conditions'))}" in lines
    assert lines.count(f"   - {say('plan.told', places='KT 2026-01-02')}") == 2
    assert f"   - {say('plan.lost', ids='gone')}" in lines
    competency = "갈등" if language == "ko" else "conflict"
    (gap,) = (line for line in lines if line.startswith(f"   {say.raw('plan.gap').partition('.')[0]}"))
    assert competency in gap.casefold()
    assert say("plan.repeated", stories="카페 재고표") in lines
    assert f"5. {say('past.without_question')}" in lines


def test_plan_gives_json_that_other_programs_read(run: Run, planned: Path) -> None:
    found = run("plan", "kt", "--json", "--library", planned)
    assert (found.code, found.err) == (0, "")
    (made,) = found.answers
    assert list(made) == ["application", "questions", "uses", "gaps"]
    assert (made["application"], made["uses"], made["gaps"]) == ("kt", {"cafe": [2, 3]}, [4])
    for number, one in enumerate(made["questions"], 1):
        assert list(one) == [
            "number", "question", "kind", "wants_story", "story", "fit", "score", "pinned", "told_here_before",
            "stories", "runner_ups", "gap", "competency", "lost",
        ]  # fmt: skip
        assert one["number"] == number and 0 <= one["score"] <= 100
        for story in (*one["stories"], *one["runner_ups"]):
            assert list(story) == ["id", "score", "fit", "told_here"]
    salary, free, pinned, gap, _ = made["questions"]
    assert (salary["story"], salary["wants_story"], salary["gap"]) == (None, False, False)
    assert (free["story"], free["pinned"], free["told_here_before"]) == ("cafe", False, True)
    assert free["stories"][0]["told_here"] == [{"where": "interview", "id": "kt", "name": "KT 2026-01-02"}]
    assert (pinned["story"], pinned["pinned"], pinned["lost"]) == ("cafe", True, ["gone"])
    assert (gap["story"], gap["gap"], gap["competency"]) == (None, True, "conflict")


def test_a_plan_without_a_question_for_a_story_says_so(run: Run) -> None:
    lines = run("plan", "cuai-2023", "--library", SAMPLE).out.splitlines()
    assert lines[0] == f"CUAI: {sentences('ko')('plan.nothing')}"


def test_plan_says_it_where_a_story_is_chosen_too_often_or_none_is_left(run: Run, own: Path) -> None:
    rows = "  - question: 카페 재고표\n    stories: [cafe]\n" * 3 + "  - question: 카페 재고표\n"
    (own / "applications").mkdir()
    (own / "applications" / "kt.yaml").write_text(f"company: KT\nquestions:\n{rows}", encoding="utf-8")
    say = sentences("ko")
    lines = run("plan", "kt", "--library", own).out.splitlines()
    assert lines[1] == say("plan.worn", stories="카페 재고표")
    assert f"   {say('plan.gap_worn')}" in lines and lines[-1].endswith(f"· {say('plan.used_for', numbers='1, 2, 3')}")


def test_a_posting_pasted_as_a_question_is_shown_by_its_beginning(run: Run, own: Path) -> None:
    (own / "applications").mkdir()
    (own / "applications" / "kt.yaml").write_text(f"questions:\n  - question: {'재고 ' * 30000}\n", encoding="utf-8")
    assert max(map(len, run("plan", "kt", "--library", own).out.splitlines())) < 200
