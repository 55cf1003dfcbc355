"""Export: applications in the order one needs them, the paper on the screen, the two files."""

import datetime
from pathlib import Path

import pytest

from languages import LANGUAGES, sentences
from stories.files.starting import start_library
from tests.screens.conftest import Open
from tests.screens.seen import of, screen

TODAY = datetime.date.today()


def _application(library: Path, name: str, days: int | None) -> None:
    date = "" if days is None else (TODAY + datetime.timedelta(days=days)).isoformat()
    text = f"company: {name}\ninterview_date: '{date}'\nquestions:\n  - question: 물음 {name}\n"
    (library / "applications" / f"{name}.yaml").write_text(text, encoding="utf-8")


def test_applications_come_in_order_of_the_interview(open_app: Open, tmp_path: Path) -> None:
    library = tmp_path / "mine"
    start_library(library)
    for name, days in (("가", None), ("나", 30), ("다", -2), ("라", 3), ("마", -40), ("바", 0)):
        _application(library, name, days)
    app = open_app(library, "export")
    assert app.selectbox[0].options == [*"바라나가다마", sentences("ko")("export.no_application")]
    assert app.selectbox[0].value == "바"
    assert "물음 바" in screen(app) and "물음 라" not in screen(app)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_paper_shows_the_questions_and_their_stories(language: str, open_app: Open, sample_copy: Path) -> None:
    app, say = open_app(sample_copy, "export", language), sentences(language)
    app.selectbox[0].set_value("kt-2019").run()
    paper = of(app.get("html"))
    for wanted in ("최고 어려웠던 도전", "0.065%가 매출의 11%", "KT", say("prep_sheet.questions")):
        assert wanted in paper
    labels = [button.label for button in app.get("download_button")]
    assert labels == [say("export.download_prep-sheet"), say("export.download_prep-sheet-markdown")]


def test_all_stories_without_an_application(open_app: Open, sample_copy: Path) -> None:
    app = open_app(sample_copy, "export")
    app.selectbox[0].set_value("").run()
    assert not app.exception
    paper = of(app.get("html"))
    for path in (sample_copy / "stories").glob("*.yaml"):
        title = path.read_text(encoding="utf-8").split("title: ")[1].splitlines()[0].strip("'\"")
        assert title in paper


def test_what_could_not_be_read_is_named_beside_the_paper_and_in_it(open_app: Open, sample_copy: Path) -> None:
    (sample_copy / "stories" / "broken.yaml").write_text("title: 탭\nclaims:\n\t- text: x\n", encoding="utf-8")
    app, say = open_app(sample_copy, "export"), sentences("ko")
    assert say("export.left_out", files="stories/broken.yaml") in of(app.warning)
    assert say("prep_sheet.left_out") in of(app.get("html"))


def test_the_chosen_application_stays_through_another_screen(open_app: Open, sample_copy: Path) -> None:
    app = open_app(sample_copy, "export")
    app.selectbox[0].set_value("kt-2019").run()
    app.switch_page("screens/home.py").run()
    app.switch_page("screens/export.py").run()
    assert app.selectbox[0].value == "kt-2019"


def test_a_chosen_application_whose_file_is_gone_does_no_harm(open_app: Open, sample_copy: Path) -> None:
    app = open_app(sample_copy, "export")
    app.selectbox[0].set_value("kt-2019").run()
    (sample_copy / "applications" / "kt-2019.yaml").unlink()
    app.switch_page("screens/home.py").run()
    app.switch_page("screens/export.py").run()
    assert not app.exception
    assert app.selectbox[0].value == "cuai-2023"
