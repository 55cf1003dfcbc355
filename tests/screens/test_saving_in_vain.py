"""The editor of a story on a disk that refuses, and what a crash left behind when the app starts."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from languages import LANGUAGES, sentences
from screens.parts.editing import EDITING
from stories.files import disk
from stories.files.drafts import keep_draft, read_draft
from stories.files.library import read_library
from tests.screens.conftest import Open, go
from tests.screens.seen import of

STORY, ANSWER = "titanic-lgbm", "kt-2019.4.draft"
TEXT = "저장되지 못한 한 줄 답"
OLD = 1_000_000_000


def _opened(open_app: Open, library: Path, language: str = "ko") -> AppTest:
    """Open the story with a headline that is typed and not saved."""
    keep_draft(library, "stories", STORY, {"headline": TEXT}, read_library(library).files["stories", STORY].version)
    app = open_app(library, language=language)
    app.session_state.open_story = STORY
    return go(app, "story")


def _refuse(number: int) -> Callable[..., None]:
    def refuse(*_: Any) -> None:
        raise OSError(number, os.strerror(number))

    return refuse


def _offers_the_text(app: AppTest, language: str = "ko") -> bool:
    return sentences(language)("autosave.download") in of(app.get("download_button"))


def _save(app: AppTest) -> AppTest:
    return app.button(key="save_top").click().run()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("number", "reason"),
    [(errno.ENOSPC, "full"), (errno.EACCES, "no-permission"), (errno.EROFS, "read-only"), (errno.EIO, "other")],
)
def test_what_could_not_be_saved_is_told_stays_in_the_form_and_can_be_taken_as_a_file(
    number: int, reason: str, language: str, open_app: Open, sample_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    say, path = sentences(language), sample_copy / "stories" / f"{STORY}.yaml"
    before, names = path.read_bytes(), sorted(path.parent.iterdir())
    app = _opened(open_app, sample_copy, language)
    assert not _offers_the_text(app, language)
    with monkeypatch.context() as patch:
        patch.setattr(disk, "_write_temporary", _refuse(number))
        _save(app)
    assert not app.exception
    assert say(f"reasons.{reason}", detail=os.strerror(number)) in of(app.error)
    assert (path.read_bytes(), sorted(path.parent.iterdir())) == (before, names)
    assert app.session_state[EDITING].values()["headline"] == TEXT
    assert say("editor.unsaved", fields=say("story.field_headline")) in of(app.warning)
    assert _offers_the_text(app, language)

    _save(app)
    assert not app.exception and not app.error and not _offers_the_text(app, language)
    assert say("editor.saved") in of(app.success)
    assert read_library(sample_copy).stories[STORY].headline == TEXT


def test_what_cannot_even_be_kept_while_one_types_is_told_at_once(
    open_app: Open, sample_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = _opened(open_app, sample_copy)
    box = next(one for one in app.multiselect if one.label == sentences("ko")("story.field_competencies"))
    with monkeypatch.context() as patch:
        patch.setattr(disk, "_write_temporary", _refuse(errno.ENOSPC))
        box.set_value(["creativity"]).run()
        assert not app.exception
        assert sentences("ko")("reasons.full") in of(app.error) and _offers_the_text(app)
    box = next(one for one in app.multiselect if one.label == sentences("ko")("story.field_competencies"))
    box.set_value(["creativity", "planning"]).run()
    assert not app.error and not _offers_the_text(app)
    draft = read_draft(sample_copy, "stories", STORY)
    assert draft is not None and draft.fields == {"headline": TEXT, "competencies": ["creativity", "planning"]}


def test_an_answer_that_cannot_be_saved_is_told_kept_and_saved_when_the_disk_works_again(
    open_app: Open, sample_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = sample_copy / "applications" / "kt-2019.yaml"
    before = path.read_bytes()
    keep_draft(sample_copy, "texts", ANSWER, {"text": TEXT}, "", {"text": ""})
    app = open_app(sample_copy)
    app.query_params["application"], app.query_params["question"] = "kt-2019", "4"
    with monkeypatch.context() as patch:
        patch.setattr(disk, "_write_temporary", _refuse(errno.ENOSPC))
        go(app, "application")
    assert not app.exception
    assert sentences("ko")("reasons.full") in of(app.error) and _offers_the_text(app)
    assert path.read_bytes() == before
    draft = read_draft(sample_copy, "texts", ANSWER)
    assert draft is not None and draft.fields == {"text": TEXT}

    app.button(key=f"again_{ANSWER}").click().run()
    assert not app.error and not _offers_the_text(app)
    assert read_library(sample_copy).applications["kt-2019"].questions[3].draft == TEXT
    assert read_draft(sample_copy, "texts", ANSWER) is None


def test_what_a_crash_left_behind_is_removed_at_the_next_start_and_never_shown(
    open_app: Open, sample_copy: Path
) -> None:
    old, fresh = (sample_copy / "stories" / f".~{sign * 16}.tmp" for sign in "0f")
    for path in (old, fresh):
        path.write_text("title: 반쯤 쓴 글\n", encoding="utf-8")
    os.utime(old, (OLD, OLD))
    before = len(read_library(sample_copy).stories)
    app = open_app(sample_copy, "story")
    assert (old.exists(), fresh.exists()) == (False, True), "another window may be saving into the fresh one"
    assert sentences("ko")("story.count", count=before) in of(app.caption)
    assert "반쯤 쓴 글" not in of(app.main)
