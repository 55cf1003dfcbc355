"""Applications: what is due, how full each answer is, the plan with its stories, and changes that reach the file."""

import datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from languages import LANGUAGES, sentences
from screens.parts.writing import unsaved
from stories.files.drafts import keep_draft
from stories.files.library import read_library
from stories.files.places import SAMPLE
from stories.files.saving import save_fields
from stories.files.starting import start_library
from stories.model.application import Application
from tests.screens.conftest import Open
from tests.screens.seen import of, screen, texts

TODAY = datetime.date.today()
KO = sentences("ko")


def _write(library: Path, name: str, text: str) -> None:
    (library / "applications" / f"{name}.yaml").write_text(text, encoding="utf-8")


def _read(library: Path, name: str) -> Application:
    return read_library(library).applications[name]


def _open(app: AppTest, application_id: str, number: int = 0) -> AppTest:
    """Open an application, or the answer of one of its questions, by its address."""
    app.query_params["application"] = application_id
    if number:
        app.query_params["question"] = str(number)
    return app.switch_page("screens/application.py").run()


def _button(app: AppTest, key: str) -> AppTest:
    return app.button(key=key).click().run()


def test_what_is_due_soonest_comes_first_with_its_days(open_app: Open, tmp_path: Path) -> None:
    library = tmp_path / "mine"
    start_library(library)
    for name, field, days in (("가", "deadline", 9), ("나", "interview_date", 3), ("다", "deadline", 0)):
        _write(library, name, f"company: {name}\n{field}: '{TODAY + datetime.timedelta(days=days)}'\n")
    _write(library, "라", "company: 라\nstatus: rejected\n")
    shown = [text for text in texts(open_app(library, "application").main) if text[:1] in "가나다라"]
    assert [text[0] for text in shown] == ["다", "나", "가", "라"]
    assert "D-DAY" in shown[0] and "D-3" in shown[1] and "D-9" in shown[2]
    assert KO("status.rejected") in shown[3]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_answer_shows_how_full_it_is_and_the_usual_ones_what_is_missing(
    language: str, open_app: Open, tmp_path: Path
) -> None:
    library, say = tmp_path / "mine", sentences(language)
    start_library(library)
    rows = (
        "  - question: 지원 동기\n    kind: motivation\n    limit: '100'\n    draft: " + "가" * 95 + "\n"
        "  - question: 입사 후 포부\n    kind: company\n    limit: '500'\n"
    )
    _write(library, "kt", f"company: KT\nquestions:\n{rows}")
    app = open_app(library, "application", language)
    seen = screen(app)
    assert say("application.characters_of", count="95", limit="100") in seen
    assert say("application.not_written") in seen
    html = "".join(element.proto.body for element in app.main.get("html"))
    assert "--full:95%" in html and 'class="sb-fill expected"' in html
    for state, kind in (("written", "motivation"), ("empty", "company"), ("missing", "closing")):
        assert f'class="{state}"' in html and say(f"usual.{kind}") in seen


def test_the_plan_shows_a_story_for_each_question_and_one_may_take_another(open_app: Open, sample_copy: Path) -> None:
    app = _open(open_app(sample_copy), "kt-2019")
    assert KO("plan.answered", wanted=4, answered=4) in screen(app)
    assert "spark study" in screen(app)
    chooser = next(one for one in app.multiselect if one.key.startswith("stories_kt-2019_4"))
    chooser.set_value(["titanic-lgbm"]).run()
    assert _read(sample_copy, "kt-2019").questions[3].stories == ["titanic-lgbm"]
    assert not app.exception and not app.error


def test_a_story_of_the_plan_is_kept_with_one_click(open_app: Open, sample_copy: Path) -> None:
    app = _open(open_app(sample_copy), "kt-2019")
    assert _read(sample_copy, "kt-2019").questions[0].stories == []
    take = next(one for one in app.button if (one.key or "").startswith("take_1_"))
    taken = str(take.key).removeprefix("take_1_")
    take.click().run()
    assert _read(sample_copy, "kt-2019").questions[0].stories == [taken]


def test_a_question_moves_and_goes_with_its_answer_only_after_a_second_click(open_app: Open, sample_copy: Path) -> None:
    app = _open(open_app(sample_copy), "cuai-2023")
    assert app.button(key="remove_cuai-2023_2").disabled
    _button(app, "move_cuai-2023_2_-1")
    assert [one.question for one in _read(sample_copy, "cuai-2023").questions] == ["왜 지원했는지", "자기소개"]
    _button(app, "remove_cuai-2023_2")
    assert [one.question for one in _read(sample_copy, "cuai-2023").questions] == ["왜 지원했는지"]


def test_usual_questions_and_examples_are_added_with_one_click(open_app: Open, sample_copy: Path) -> None:
    app = _open(open_app(sample_copy), "cuai-2023")
    _button(app, "add_usual_closing_cuai-2023")
    _button(app, "add_form_five-short_cuai-2023")
    rows = _read(sample_copy, "cuai-2023").questions
    assert [one.kind for one in rows][2] == "closing"
    assert [one.limit for one in rows][3:] == ["500"] * 5
    assert KO("application.forms_about") in of(app.caption)


def test_status_is_saved_in_the_file_and_nothing_else_changes(open_app: Open, sample_copy: Path) -> None:
    before = (sample_copy / "applications" / "kt-2019.yaml").read_text(encoding="utf-8")
    app = _open(open_app(sample_copy), "kt-2019")
    app.selectbox(key="status_kt-2019_interview").set_value("offer").run()
    after = (sample_copy / "applications" / "kt-2019.yaml").read_text(encoding="utf-8")
    assert after == before.replace("status: interview", "status: offer")


def test_the_sample_is_planned_and_drafted_but_never_written(open_app: Open) -> None:
    before = {path: path.read_bytes() for path in SAMPLE.rglob("*.yaml")}
    app = _open(open_app(None), "kt-2019", 4)
    assert not app.exception
    assert KO("application.in_sample") in [one.label for one in app.expander]
    app.button(key="take_draft").click().run()
    assert [record for record, _ in unsaved(read_library(SAMPLE))] == ["kt-2019"]
    assert {path: path.read_bytes() for path in SAMPLE.rglob("*.yaml")} == before


@pytest.mark.parametrize("number", ["99", "-1", "x", "1" * 5000, "²"])
def test_an_address_that_names_no_question_shows_the_application(
    number: str, open_app: Open, sample_copy: Path
) -> None:
    app = open_app(sample_copy)
    app.query_params["application"] = "kt-2019"
    app.query_params["question"] = number
    app.switch_page("screens/application.py").run()
    assert not app.exception and "KT" in of(app.title)


@pytest.mark.parametrize("named", ["../profile", "none", "kt-2019.yaml", "가" * 3000])
def test_an_address_that_names_no_application_shows_the_list(named: str, open_app: Open, sample_copy: Path) -> None:
    app = _open(open_app(sample_copy), named)
    assert not app.exception and KO("application.title") in of(app.title)


def test_a_story_with_only_a_title_gives_no_draft_and_says_why(open_app: Open, tmp_path: Path) -> None:
    library = tmp_path / "mine"
    start_library(library)
    (library / "stories" / "bare.yaml").write_text("title: 제목만 있는 이야기\n", encoding="utf-8")
    _write(library, "kt", "company: KT\nquestions:\n  - question: 어려웠던 일\n    limit: '500'\n    stories: [bare]\n")
    app = _open(open_app(library), "kt", 1)
    assert KO("first_draft.nothing-written") in of(app.caption)
    assert not [one for one in app.button if one.key == "take_draft"]


@pytest.mark.parametrize("limit", ["0", "1", "1000000", "없음", "9" * 39])
def test_any_limit_opens_the_editor(limit: str, open_app: Open, sample_copy: Path) -> None:
    path = sample_copy / "applications" / "kt-2019.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("limit:", f"limit: '{limit}'"), encoding="utf-8")
    app = _open(open_app(sample_copy), "kt-2019", 4)
    assert not app.exception and not app.error


def test_a_draft_taken_by_the_person_keeps_the_text_before_it(open_app: Open, sample_copy: Path) -> None:
    app = _open(open_app(sample_copy), "kt-2019", 4)
    app.button(key="take_draft").click().run()
    drafted = _read(sample_copy, "kt-2019").questions[3].draft
    assert "빅 콘테스트" in drafted
    assert not unsaved(read_library(sample_copy))


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_answer_tells_which_sentences_the_story_has_changed_since(
    language: str, open_app: Open, tmp_path: Path
) -> None:
    library, say = tmp_path / "mine", sentences(language)
    start_library(library)
    story = "title: 카페 주문\naction: 컵에 번호를 붙이자고 제안했다.\nresult: 실수가 하루 12건에서 6건으로 줄었다.\n"
    (library / "stories" / "cafe.yaml").write_text(story, encoding="utf-8")
    draft = "실수가 하루 12건에서 6건으로 줄었습니다. 컵에 번호를 붙이자고 제안했습니다."
    _write(
        library, "kt", f"company: KT\nquestions:\n  - question: 개선한 일\n    stories: [cafe]\n    draft: {draft}\n"
    )
    app = _open(open_app(library, language=language), "kt", 1)
    assert say("answer.story_changed") not in of(app.warning)

    current = read_library(library)
    version = current.files["stories", "cafe"].version
    save_fields(current, "stories", "cafe", {"result": "실수가 하루 12건에서 7건으로 줄었다."}, version)
    app.run()
    told = of(app.warning)
    assert say("answer.story_changed") in told
    assert "12건에서 6건으로" in told and "카페 주문" in told and "번호" not in told
    assert not app.exception


def test_a_file_that_breaks_while_its_answer_is_open_is_named_and_the_text_is_there(
    open_app: Open, sample_copy: Path
) -> None:
    app = _open(open_app(sample_copy), "kt-2019", 4)
    keep_draft(sample_copy, "texts", "kt-2019.4.draft", {"text": "쓰다 만 답"}, "", {"text": ""})
    (sample_copy / "applications" / "kt-2019.yaml").write_text("company: KT\nquestions:\n\t- x\n", encoding="utf-8")
    app.run()
    assert not app.exception
    assert KO("problems.tab") in of(app.error) and "쓰다 만 답" in screen(app)


def test_a_text_whose_question_is_gone_is_shown_in_its_application(open_app: Open, sample_copy: Path) -> None:
    keep_draft(sample_copy, "texts", "kt-2019.9.draft", {"text": "문항이 없어진 답"}, "", {"text": ""})
    app = _open(open_app(sample_copy), "kt-2019")
    assert KO("lost.text") in of(app.warning) and "문항이 없어진 답" in screen(app)
    app.button(key="lost_done_kt-2019.9.draft").click().run()
    assert "문항이 없어진 답" not in screen(app)
