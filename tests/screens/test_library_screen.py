"""The library's own screen: backups, earlier texts, what was deleted, and second versions of a file."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from languages import sentences
from stories.files.backup import backup
from stories.files.library import read_library
from stories.files.places import SAMPLE
from stories.files.saving import save_fields
from stories.files.starting import start_library
from tests.screens.conftest import Open
from tests.screens.seen import of, screen

KO = sentences("ko")


def _library(folder: Path) -> Path:
    start_library(folder)
    (folder / "stories" / "cafe.yaml").write_text("title: 카페 재고표\naction: 처음 글\n", encoding="utf-8")
    return folder


def _action(folder: Path) -> str:
    return read_library(folder).stories["cafe"].action


def _with_backup(open_app: Open, folder: Path, packed: bytes) -> AppTest:
    app = open_app(folder, "library")
    return app.file_uploader[0].set_value(("mine.zip", packed, "application/zip")).run()


def test_an_earlier_text_is_brought_back_and_that_is_undone_again(open_app: Open, tmp_path: Path) -> None:
    folder = _library(tmp_path / "mine")
    save_fields(read_library(folder), "stories", "cafe", {"action": "고친 글"})
    app = open_app(folder, "library")
    app.selectbox(key="history_file").set_value(("stories", "cafe")).run()
    assert "처음" in of(app.get("html")) and "고친" in of(app.get("html"))
    app.button(key="restore_text").click().run()
    assert _action(folder) == "처음 글"
    assert "처음" in screen(app) and app.success
    app.button(key="restore_text").click().run()
    assert _action(folder) == "고친 글"


def test_a_deleted_story_comes_back_from_the_trash_as_it_was(open_app: Open, tmp_path: Path) -> None:
    folder = _library(tmp_path / "mine")
    before = (folder / "stories" / "cafe.yaml").read_bytes()
    app = open_app(folder)
    app.query_params["story"] = "cafe"
    app.switch_page("screens/story.py").run()
    app.button(key="delete_stories_cafe").click().run()
    assert not (folder / "stories" / "cafe.yaml").exists()
    assert KO("trash.deleted", name="카페 재고표") in of(app.success)
    app.switch_page("screens/library.py").run()
    assert "카페 재고표" in screen(app)
    app.button(key="untrash_stories_cafe").click().run()
    assert (folder / "stories" / "cafe.yaml").read_bytes() == before
    assert KO("trash.restored", name="카페 재고표") in of(app.success)


def test_a_text_of_a_backup_is_seen_beside_the_file_taken_and_taken_back(open_app: Open, tmp_path: Path) -> None:
    folder = _library(tmp_path / "mine")
    packed = backup(folder)
    (folder / "stories" / "cafe.yaml").write_text("title: 카페 재고표\naction: 바깥에서 고친 글\n", encoding="utf-8")
    app = _with_backup(open_app, folder, packed)
    assert _action(folder) == "바깥에서 고친 글"
    app.selectbox(key="backup_differing").set_value(("stories", "cafe")).run()
    assert "바깥에서" in of(app.get("html")) and "처음" in of(app.get("html"))
    app.button(key="take_from_backup").click().run()
    assert _action(folder) == "처음 글"
    assert KO("backup.taken", name="카페 재고표") in of(app.success)
    assert not app.exception and not [one for one in app.button if one.key == "take_from_backup"]

    app.selectbox(key="history_file").set_value(("stories", "cafe")).run()
    app.button(key="restore_text").click().run()
    assert _action(folder) == "바깥에서 고친 글"


def test_an_emptied_file_gets_the_text_of_the_backup(open_app: Open, tmp_path: Path) -> None:
    folder = _library(tmp_path / "mine")
    packed = backup(folder)
    (folder / "stories" / "cafe.yaml").write_bytes(b"")
    app = _with_backup(open_app, folder, packed)
    app.selectbox(key="backup_differing").set_value(("stories", "cafe")).run()
    app.button(key="take_from_backup").click().run()
    assert _action(folder) == "처음 글" and app.success


def test_a_text_of_a_backup_does_not_replace_what_was_saved_meanwhile(open_app: Open, tmp_path: Path) -> None:
    folder = _library(tmp_path / "mine")
    packed = backup(folder)
    story = folder / "stories" / "cafe.yaml"
    story.write_text("title: 카페 재고표\naction: 고친 글\n", encoding="utf-8")
    app = _with_backup(open_app, folder, packed)
    app.selectbox(key="backup_differing").set_value(("stories", "cafe")).run()
    story.write_text("title: 카페 재고표\naction: 그사이 또 고친 글\n", encoding="utf-8")
    app.button(key="take_from_backup").click().run()
    assert _action(folder) == "그사이 또 고친 글" and app.error and not app.success


def test_a_second_version_of_a_sync_program_is_no_story_and_can_be_taken(open_app: Open, tmp_path: Path) -> None:
    folder = _library(tmp_path / "mine")
    copy = folder / "stories" / "cafe (conflicted copy 2026-11-20).yaml"
    copy.write_text("title: 카페 재고표\naction: 다른 컴퓨터의 글\n", encoding="utf-8")
    app = open_app(folder, "library")
    assert KO("copies.found", count=1) in of(app.warning)
    assert "다른" in of(app.get("html"))
    app.button(key="take_copy_0").click().run()
    assert _action(folder) == "다른 컴퓨터의 글" and not copy.exists()
    assert not app.warning
    app.selectbox(key="history_file").set_value(("stories", "cafe")).run()
    app.button(key="restore_text").click().run()
    assert _action(folder) == "처음 글"


def test_a_second_version_that_is_put_away_stays_among_the_earlier_texts(open_app: Open, tmp_path: Path) -> None:
    folder = _library(tmp_path / "mine")
    copy = folder / "stories" / "cafe 2.yaml"
    copy.write_text("title: 카페 재고표\naction: 사본의 글\n", encoding="utf-8")
    app = open_app(folder, "library")
    app.button(key="drop_copy_0").click().run()
    assert _action(folder) == "처음 글" and not copy.exists()
    app.selectbox(key="history_file").set_value(("stories", "cafe")).run()
    app.button(key="restore_text").click().run()
    assert _action(folder) == "사본의 글"


def test_the_sample_is_backed_up_and_nothing_of_it_can_be_changed(open_app: Open) -> None:
    app = open_app(None, "library")
    assert not app.exception
    assert [one.label for one in app.get("download_button")] == [KO("backup.take")]
    assert KO("history.title") not in of(app.subheader) and str(SAMPLE) not in screen(app).replace(
        KO("library.about", folder=str(SAMPLE)), ""
    )
