"""The find screen shows what was asked before: when and where, what to say next time, and earlier answers."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml
from streamlit.testing.v1 import AppTest

from languages import LANGUAGES, sentences
from screens.parts.opening import TYPED
from tests.screens.conftest import Open, go
from tests.screens.seen import of, plain, screen

HOSTILE = "<b>판다곰</b> [x](http://evil.example) :material/home: `c` **d** $e$"


def _ask(app: AppTest, question: str) -> AppTest:
    app.session_state[TYPED] = question
    return go(app, "find")


def _headings(app: AppTest) -> list[str]:
    return [heading.value for heading in app.subheader]


def _open(app: AppTest) -> Mapping[str, bool]:
    return {plain(one.label): one.proto.expanded for one in app.expander}


def _write(library: Path, kind: str, name: str, fields: Mapping[str, Any]) -> None:
    (library / kind).mkdir(parents=True, exist_ok=True)
    (library / kind / f"{name}.yaml").write_text(yaml.safe_dump(dict(fields), allow_unicode=True), encoding="utf-8")


@pytest.fixture
def library(tmp_path: Path) -> Path:
    (tmp_path / "mine" / "stories").mkdir(parents=True)
    return tmp_path / "mine"


def _interview(library: Path, rows: Sequence[Mapping[str, str]], **fields: str) -> None:
    _write(
        library, "interviews", "x", {"organisation": "가나전자", "date": "2026-01-02", **fields, "asked": list(rows)}
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_to_say_next_time_stands_before_what_was_said(language: str, open_app: Open, sample_copy: Path) -> None:
    app, say = _ask(open_app(sample_copy, language=language), "PCA에 대해 설명하시오"), sentences(language)
    assert not app.exception
    assert say("past.interview") in _headings(app)
    place = f"2023-02-19 · {say('past.in_interview', name='CUAI')}"
    assert say("past.met_before", place=place) in of(app.markdown)
    label = next(label for label in _open(app) if label.startswith("PCA에 대해 설명하시오") and place in label)
    assert _open(app)[label]
    told = screen(app)
    keys = ("next_time", "regret", "said", "stories")
    places = [told.index(say(f"past.{key}"), told.index(label)) for key in keys]
    assert places == sorted(places)


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_no_story_is_asked_for_the_earlier_answers_come_first(
    language: str, open_app: Open, sample_copy: Path
) -> None:
    app, say = _ask(open_app(sample_copy, language=language), "왜 지원하셨나요?"), sentences(language)
    told = screen(app)
    first = told.index(say("find.none_company"))
    assert first < told.index(say("past.application")) < told.index(say("find.questions"))
    assert "이걸 같이 공부할 팀원들이 필요했다" in told
    assert f"2023-02-19 · {say('past.in_application', name='CUAI')}" in told


def test_a_question_of_an_application_without_a_draft_says_so(open_app: Open, sample_copy: Path) -> None:
    app, say = _ask(open_app(sample_copy), "끊임없는 공부"), sentences("ko")
    lines = of(app.get("html")).splitlines()
    card = next(line for line in lines if say("past.unanswered") in line)
    assert "끊임없는 공부" in card and say("past.in_application", name="KT") in card and "spark study" in card


def test_what_was_retracted_is_struck_out_with_what_to_say_instead(open_app: Open, sample_copy: Path) -> None:
    app = _ask(open_app(sample_copy), "데이터 크롤링, CICD는 어떻게 했는지")
    body = next(one.proto.body for one in app.get("html") if "<s>CICD는 crontab이나 airflow를" in one.proto.body)
    assert body.index("sb-retracted") < body.index("어려웠다. 특히 DB 스키마") < body.index("<s>CICD는 crontab")


def test_one_s_own_question_stands_once_and_not_among_those_of_the_bank(open_app: Open, library: Path) -> None:
    own = {"id": "rooftop", "ko": {"question": "옥상 텃밭에서 무엇을 길렀나요?"}}
    _write(library, "questions", "own", {"questions": [own]})
    app, say = _ask(open_app(library), "옥상 텃밭에서 무엇을 길렀나요?"), sentences("ko")
    assert say("past.own") in _headings(app)
    assert of(app.get("html")).count("옥상 텃밭에서 무엇을 길렀나요?") == 1
    assert not any("옥상" in label for label in _open(app))
    _interview(library, [{"question": "옥상 텃밭에서 무엇을 길렀나요?", "said": "상추"}])
    app = _ask(app, "옥상 텃밭에서 무엇을 길렀나요?")
    assert say("past.interview") in _headings(app) and say("past.own") not in _headings(app)


def test_an_interview_with_regret_alone_says_that_no_answer_is_written(open_app: Open, library: Path) -> None:
    _interview(library, [{"question": "무인도에서?", "regret": "답하지 못했다"}])
    told = screen(_ask(open_app(library), "무인도에서?"))
    assert sentences("ko")("past.unanswered") in told and "답하지 못했다" in told


def test_nothing_that_was_written_becomes_live(open_app: Open, library: Path) -> None:
    row = {"question": HOSTILE, "said": HOSTILE, "next_time": HOSTILE}
    _interview(library, [row, {"question": HOSTILE}], organisation=HOSTILE, date=HOSTILE)
    app = _ask(open_app(library), "판다곰")
    assert not app.exception
    bodies = [one.proto.body for one in app.get("html") if "판다곰" in one.proto.body]
    assert len(bodies) == 2 and not any("<b>판다곰" in body for body in bodies)
    (label,) = [one.label for one in app.expander if "판다곰" in one.label]
    assert not any(sign in label for sign in ("<", "](", "material/", "`", "**", "$"))


def test_a_long_question_is_cut_in_its_heading_and_whole_below(open_app: Open, library: Path) -> None:
    long = "무인도에서 살아남는 방법을 구체적인 경험을 들어 기술하시오. " * 10
    _interview(library, [{"question": long.strip(), "said": "칼"}])
    app = _ask(open_app(library), "무인도에서 살아남는 방법")
    label = next(label for label in _open(app) if label.startswith("무인도"))
    assert len(label) < 200 and " … " in label
    assert long.strip() in of(app.get("html"))


def test_without_anything_asked_before_nothing_is_said_about_it(open_app: Open, library: Path) -> None:
    app, say = _ask(open_app(library), "가장 어려웠던 도전은?"), sentences("ko")
    assert not {say("past.interview"), say("past.application"), say("past.own")} & set(_headings(app))
