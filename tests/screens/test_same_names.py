"""Two applications, stories or texts that are called the same: each can be chosen, and the chosen one is shown."""

from pathlib import Path

from languages import sentences
from stories.files.history import history
from stories.files.library import read_library
from stories.files.saving import save_fields
from stories.files.versions import keep_version, versions_of
from tests.screens.conftest import Open, go
from tests.screens.seen import screen

KO = sentences("ko")


def _write(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def test_of_two_applications_to_one_company_each_can_be_exported(open_app: Open, tmp_path: Path) -> None:
    for name in ("one", "two"):
        _write(tmp_path, f"applications/{name}.yaml", f"company: KT\nquestions:\n  - question: 물음 {name}\n")
    app = open_app(tmp_path, "export")
    for name in ("one", "two", "one"):
        app.selectbox(key="export_application").set_value(name).run()
        assert not app.exception
        assert f"물음 {name}" in screen(app)


def test_of_two_stories_of_one_title_each_has_its_own_earlier_texts(open_app: Open, tmp_path: Path) -> None:
    for name in ("one", "two"):
        _write(tmp_path, f"stories/{name}.yaml", f"title: 같은 제목\nheadline: {name} 처음\n")
        save_fields(read_library(tmp_path), "stories", name, {"headline": f"{name} 나중"})
    app = open_app(tmp_path, "library")
    for name in ("one", "two", "one"):
        app.selectbox(key="history_file").set_value(("stories", name)).run()
        assert f"{name}나중처음" in screen(app).replace(" ", "")
    app.button(key="restore_text").click().run()
    assert read_library(tmp_path).story("one").headline == "one 처음"
    assert read_library(tmp_path).story("two").headline == "two 나중"


def test_of_texts_of_one_second_each_can_be_restored(open_app: Open, tmp_path: Path) -> None:
    _write(tmp_path, "stories/x.yaml", "title: 하나\nheadline: 글 0\n")
    for number in range(1, 4):
        save_fields(read_library(tmp_path), "stories", "x", {"headline": f"글 {number}"})
    kept = {read.content.decode().split("headline: ")[1].strip(): read for read in history(tmp_path, "stories", "x")}
    assert len(kept) == 4
    for number in (1, 0, 2):
        app = open_app(tmp_path, "library")
        box = next(one for one in app.selectbox if (one.key or "").startswith("kept_"))
        box.set_value(kept[f"글 {number}"]).run()
        app.button(key="restore_text").click().run()
        assert read_library(tmp_path).story("x").headline == f"글 {number}"


def test_of_versions_of_one_minute_each_can_be_restored(open_app: Open, tmp_path: Path) -> None:
    _write(tmp_path, "applications/kt.yaml", "company: KT\nquestions:\n  - question: 지원 동기\n    draft: 지금 글\n")
    for text in ("첫 글 가", "둘째 나", "셋째 다"):
        keep_version(tmp_path, "kt", "지원 동기", text)
    app = open_app(tmp_path)
    app.query_params["application"], app.query_params["question"] = "kt", "1"
    go(app, "application")
    next(one for one in app.button_group if one.key == "panel_kt_1").set_value("versions").run()
    wanted = {version.text: version for version in versions_of(tmp_path, "kt", "지원 동기")}
    box = next(one for one in app.selectbox if one.key == "version_kt_1")
    box.set_value(wanted["첫 글 가"]).run()
    assert not app.exception
    assert next(one for one in app.selectbox if one.key == "version_kt_1").value.text == "첫 글 가"


def test_a_file_of_no_bytes_comes_back_on_screen(open_app: Open, tmp_path: Path) -> None:
    _write(tmp_path, "stories/x.yaml", "title: 하나\nheadline: 처음\n")
    save_fields(read_library(tmp_path), "stories", "x", {"headline": "지키고 싶은 글"})
    (tmp_path / "stories" / "x.yaml").write_bytes(b"")
    app = open_app(tmp_path, "library")
    app.button(key="restore_text").click().run()
    assert not app.exception
    assert read_library(tmp_path).story("x").headline == "지키고 싶은 글"
