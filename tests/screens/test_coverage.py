"""Home: two stories for each competency as a picture, the next steps, and how many common questions are answered."""

import html
import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from languages import LANGUAGES, Sentences, sentences
from screens.parts import browsing, question_fits
from stories.files.library import read_library
from stories.files.starting import start_library
from stories.matching.gaps import AIM, QuestionFit, QuestionFits, common_questions, coverage, tally
from stories.matching.index import LibraryIndex
from tests.screens.conftest import Open
from tests.screens.seen import of, plain, screen

_ROW = re.compile(r'<tr><th class="row" scope="row">.*?</tr>')
_MARK = re.compile(r'<i class="(\w+)">')
_CELL = re.compile(r'<td class="([\w-]*)" title="([^"]*)">')
_NUMBER = re.compile(r'<span class="sb-badge [\w-]+">(.*?)</span><b>(\d+)</b>')
WHOLE = "title: 다 쓴 이야기\naction: 했다\nresult: 늘었다\n"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    start_library(tmp_path / "mine")
    return tmp_path / "mine"


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the questions take as long as they need, so that one run shows them all."""
    monkeypatch.setattr(question_fits, "PIECE", 60.0)


def _write(library: Path, story_id: str, text: str) -> None:
    (library / "stories" / f"{story_id}.yaml").write_text(text, encoding="utf-8")


def _rows(app: AppTest) -> dict[str, tuple[list[str], list[str]]]:
    """Return for each competency in the order of the picture its marks and the kinds of its cells."""
    rows = [row for one in app.main.get("html") for row in _ROW.findall(one.proto.body)]
    return {
        plain(row.partition("</span>")[0]): (
            _MARK.findall(row),
            [kind.removeprefix("sb-") for kind, _ in _CELL.findall(row)],
        )
        for row in rows
    }


def _numbers(app: AppTest) -> dict[str, int]:
    found = [_NUMBER.findall(one.proto.body) for one in app.main.get("html") if "sb-fits" in one.proto.body]
    return {html.unescape(name): int(number) for name, number in found[-1]}


def _name(competency: str, say: Sentences, library: Path) -> str:
    words = LibraryIndex(read_library(library)).words
    return next(one.name(say.language) for one in words.all if one.id == competency)


def _fits(library: Path, language: str) -> tuple[QuestionFit, ...]:
    fits = QuestionFits(LibraryIndex(read_library(library)), language)
    fits.work(60)
    return fits.found


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_competency_shows_its_two_marks_and_the_story_cells_behind_them(
    language: str, open_app: Open, library: Path
) -> None:
    _write(library, "a-done", f"{WHOLE}competencies: [leadership]\n")
    _write(library, "b-half", "title: 덜 쓴 이야기\naction: 했다\ncompetencies: [leadership, failure]\n")
    app, say = open_app(library, language=language), sentences(language)
    rows = _rows(app)
    assert len(rows) == len(coverage(LibraryIndex(read_library(library))))
    assert rows[_name("leadership", say, library)] == (["on", "half"], ["full", "begun"])
    assert rows[_name("failure", say, library)][0] == ["half", "off"]
    assert rows[_name("failure", say, library)][1][1] == "begun"
    assert rows[_name("conflict", say, library)] == (["off", "off"], ["", ""])
    told = say("home.marks", aim=AIM, full=1, begun=1, hinted=0)
    assert any(told in html.unescape(one.proto.body) for one in app.main.get("html"))
    assert say("home.covered", count=0, total=len(rows), aim=AIM) in screen(app)


def test_the_widest_gaps_are_drawn_first_and_what_is_covered_last(open_app: Open, library: Path) -> None:
    _write(library, "one", f"{WHOLE}competencies: [growth, planning]\n")
    _write(library, "two", f"{WHOLE}competencies: [growth]\n")
    app, say = open_app(library), sentences("ko")
    marks = [marks for marks, _ in _rows(app).values()]
    assert marks == sorted(marks, key=lambda found: (found.count("on"), found.count("half")))
    assert list(_rows(app))[-1] == _name("growth", say, library)
    assert say("home.covered", count=1, total=len(marks), aim=AIM) in screen(app)


def test_a_title_that_looks_like_markup_stays_text(open_app: Open, library: Path) -> None:
    _write(library, "odd", "title: '<b onclick=x>\"제목'\ncompetencies: [growth]\n")
    app = open_app(library)
    drawn = "".join(one.proto.body for one in app.main.get("html"))
    assert "<b onclick" not in drawn and "&lt;b onclick=x&gt;&quot;제목" in drawn


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_widest_gap_leads_to_a_new_story_with_the_competency_chosen_and_a_question_in_sight(
    language: str, open_app: Open, library: Path
) -> None:
    _write(library, "one", WHOLE)
    say, widest = sentences(language), coverage(LibraryIndex(read_library(library)))[0]
    app = open_app(library, language=language)
    name = widest.competency.name(language)
    told = screen(app)
    assert say("home.widest", competency=name) in told
    assert say("home.asked_often", count=len(widest.asked)) in told
    app.button(key=f"widest_{widest.competency.id}").click().run()
    assert not app.exception
    assert app.title[0].value == say("story.new")
    assert app.multiselect(key="new_competencies").value == [widest.competency.id]
    assert say("story.for_question", question=widest.asked[0].text(language)) in of(app.info)


def test_a_story_to_finish_or_to_confirm_is_named_with_what_is_missing_and_opens(open_app: Open, library: Path) -> None:
    leads = "팀장을 맡아 팀원들을 이끌었고 앞장서서 독려했으며 동기를 부여하고 역할을 나눠 방향을 제시했다"
    _write(library, "half", "title: 덜 쓴 이야기\naction: 했다\ncompetencies: [failure, planning]\n")
    _write(library, "words", f"title: 이끈 이야기\naction: {leads}\nresult: 늘었다\ncompetencies: [growth]\n")
    app, say = open_app(library), sentences("ko")
    told = screen(app)
    finish = say("home.step_finish", story="덜 쓴 이야기", parts=say("star.result"))
    assert told.count(finish) == 1, "one step for two gaps is told once"
    assert say("home.step_confirm", story="이끈 이야기") in told
    app.button(key="step_confirm_words").click().run()
    assert not app.exception and app.title[0].value == "이끈 이야기"
    app = open_app(library)
    app.button(key="step_finish_half").click().run()
    assert not app.exception and app.title[0].value == "덜 쓴 이야기"


def test_a_second_story_is_asked_for_where_there_is_one(open_app: Open, library: Path) -> None:
    _write(library, "one", f"{WHOLE}competencies: [conflict]\n")
    app, say = open_app(library), sentences("ko")
    assert say("home.step_second") in screen(app)
    app.button(key="step_conflict").click().run()
    assert app.multiselect(key="new_competencies").value == ["conflict"]


def test_where_every_competency_has_its_stories_no_gap_is_named(open_app: Open, library: Path) -> None:
    every = [one.competency.id for one in coverage(LibraryIndex(read_library(library)))]
    for story_id in ("one", "two"):
        _write(library, story_id, f"{WHOLE}competencies: [{', '.join(every)}]\n")
    app, say = open_app(library), sentences("ko")
    assert {tuple(marks) for marks, _ in _rows(app).values()} == {("on", "on")}
    assert say("home.covered", count=len(every), total=len(every), aim=AIM) in screen(app)
    assert not [button.key for button in app.button if (button.key or "").startswith(("widest_", "step_"))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_numbers_of_the_question_picture_are_those_of_the_search(
    language: str, open_app: Open, sample_copy: Path, at_once: None
) -> None:
    app, say = open_app(sample_copy, language=language), sentences(language)
    found = _fits(sample_copy, language)
    counts = tally(found)
    assert _numbers(app) == {say(f"fit.{fit}"): count for fit, count in counts.items()}
    answered = counts["strong"] + counts["workable"]
    assert say("home.answered", count=answered, total=len(found)) in screen(app)
    heard = ", ".join(f"{say(f'fit.{fit}')} {count}" for fit, count in counts.items())
    assert any(f'aria-label="{heard}"' in one.proto.body for one in app.main.get("html"))
    growth = tally(found, "growth")
    of_growth = f"{growth['strong'] + growth['workable']} / {sum(growth.values())}"
    row = f"{_name('growth', say, sample_copy)} {of_growth}"
    assert any(row in " ".join(plain(one.proto.body).split()) for one in app.main.get("html"))


def test_the_questions_come_a_piece_at_a_time_and_the_rest_is_said_to_be_on_its_way(
    open_app: Open, sample_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(question_fits, "PIECE", 0.0)
    app, say, total = open_app(sample_copy), sentences("ko"), len(common_questions())
    waiting = [_numbers(app)[say("home.waiting")]]
    for _ in range(3):
        app.run()
        assert sum(_numbers(app).values()) == total
        waiting.append(_numbers(app)[say("home.waiting")])
    assert total == waiting[0] > waiting[1] > waiting[2] > waiting[3]
    monkeypatch.setattr(question_fits, "PIECE", 60.0)
    app.run()
    assert say("home.waiting") not in _numbers(app)


def test_a_changed_story_changes_the_numbers(open_app: Open, library: Path, at_once: None) -> None:
    _write(library, "one", "title: 바다 수영\n")
    app, say = open_app(library), sentences("ko")
    before = _numbers(app)
    _write(library, "one", f"{WHOLE}competencies: [leadership, teamwork, conflict]\n")
    app.run()
    assert _numbers(app)[say("fit.none")] < before[say("fit.none")]
    assert _numbers(app) == {say(f"fit.{fit}"): count for fit, count in tally(_fits(library, "ko")).items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unanswered_question_is_one_click_from_the_search_and_from_a_new_story(
    language: str, open_app: Open, sample_copy: Path, at_once: None
) -> None:
    say = sentences(language)
    unanswered = [one for one in _fits(sample_copy, language) if not one.answered]
    app = open_app(sample_copy, language=language)
    assert say("home.unanswered", count=len(unanswered)) in [one.label for one in app.expander]
    shown = [key for button in app.button if (key := button.key or "").startswith("find_")]
    assert shown == [f"find_{one.question.id}" for one in unanswered[: question_fits.SHOWN]]
    more = say("bank.more", count=len(unanswered) - question_fits.SHOWN)
    next(button for button in app.button if button.label == more).click().run()
    last = unanswered[-1].question
    assert app.button(key=f"find_{last.id}")
    first = unanswered[0].question
    app.button(key=f"find_{first.id}").click().run()
    assert not app.exception
    assert app.title[0].value == say("find.title") and say("find.understood") in screen(app)
    assert app.session_state.find_typed == first.text(language)
    assert app.session_state.find_round == 1, "the box takes a text from the app only with a new round"
    app = open_app(sample_copy, language=language)
    app.button(key=f"write_{first.id}").click().run()
    assert app.multiselect(key="new_competencies").value == first.competencies[:1]
    assert say("story.for_question", question=first.text(language)) in of(app.info)


def test_the_story_whose_end_would_help_most_opens(open_app: Open, library: Path, at_once: None) -> None:
    action = "팀장을 맡아 팀원들을 이끌었고 앞장서서 독려했으며 동기를 부여하고 역할을 나눠 방향을 제시했다"
    _write(library, "led", f"title: 이끈 이야기\naction: {action}\ncompetencies: [leadership]\n")
    count = sum(one.held_back for one in _fits(library, "ko"))
    app, say = open_app(library), sentences("ko")
    assert say("home.would_lift", story="이끈 이야기", parts=say("star.result"), count=count) in screen(app)
    app.button(key="lift").click().run()
    assert not app.exception and app.title[0].value == "이끈 이야기"


def test_without_stories_there_is_no_picture_of_what_is_missing(open_app: Open, library: Path) -> None:
    app, say = open_app(library), sentences("ko")
    assert not _rows(app) and say("home.common_questions") not in screen(app)


def test_questions_of_the_bank_tell_how_well_they_are_answered(open_app: Open, sample_copy: Path) -> None:
    fits = {one.question.id: one.fit for one in _fits(sample_copy, "ko")}
    app = open_app(sample_copy, "find")
    for competency in ("challenge", "conflict"):
        app.selectbox(key="bank_competency").set_value(competency).run()
        app.run()  # what took too long the first time
        marks = {key.removeprefix("bank_"): button.proto.icon for button in app.button if (key := button.key or "")}
        known = {key: icon for key, icon in marks.items() if key in fits}
        assert known and known == {key: browsing.MARKS[fits[key]] for key in known}
    app.selectbox(key="bank_competency").set_value("").run()
    app.selectbox(key="bank_kind").set_value("closing").run()
    icons = {button.proto.icon for button in app.button if (button.key or "").startswith("bank_")}
    assert icons == {browsing.OTHER}
