"""What a person sees when the app itself is at fault, and what is noted for those who mend it."""

import re
from pathlib import Path

import pytest

import cli
from languages import LANGUAGES, sentences
from stories.files.faults import LARGEST, log_of, note_fault
from stories.writing import advice
from tests.screens.conftest import Open
from tests.screens.seen import everything, of

SECRET = "비밀스러운 이야기"
NUMBER = re.compile(r"\b[0-9a-f]{6}\b")


def _fail(*_: object) -> None:
    raise RuntimeError(SECRET)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_fault_of_ours_is_one_sentence_with_a_number_and_no_text_of_the_user(
    language: str, open_app: Open, sample_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(advice, "advise", _fail)
    app = open_app(sample_copy, language=language)
    assert not app.exception and len(app.error) == 1
    shown = everything(app)
    for trace in (SECRET, "RuntimeError", "Traceback", "/screens/", ".py"):
        assert trace not in shown
    [number] = NUMBER.findall(app.error[0].value)
    assert sentences(language)("fault.noted", number=number, file=log_of()) in of(app.error)
    app.switch_page("screens/find.py").run()
    assert not app.exception and not app.error

    noted = log_of().read_text(encoding="utf-8")
    log_of().unlink()
    first, *places = noted.splitlines()
    assert first.startswith(f"{number} ") and first.endswith(" RuntimeError")
    assert re.fullmatch(r"  tests/screens/test_fault_of_ours\.py:\d+ _fail", places[-1])
    assert SECRET not in noted and str(sample_copy) not in noted and str(Path.home()) not in noted


def test_a_command_tells_a_fault_of_ours_in_one_sentence(
    sample_copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cli, "read_library", _fail)
    assert cli.main(["--library", str(sample_copy), "--language=ko", "check"]) == cli.STOPPED
    told = capsys.readouterr()
    [number] = NUMBER.findall(told.err)
    assert told.err.splitlines() == [sentences("ko")("fault.noted", number=number, file=log_of())]
    assert SECRET not in told.out + told.err
    assert log_of().read_text(encoding="utf-8").startswith(number)
    log_of().unlink()


def test_the_notes_stay_small_and_what_cannot_be_noted_stops_nothing(tmp_path: Path) -> None:
    state = {"STORYBANK_STATE": str(tmp_path)}
    log_of(state).write_text("x" * (LARGEST + 1), encoding="utf-8")
    number = note_fault(ValueError(SECRET), state)
    assert log_of(state).read_text(encoding="utf-8").startswith(number)
    assert sum(file.stat().st_size for file in tmp_path.iterdir()) < LARGEST + 1000

    no_folder = tmp_path / "file"
    no_folder.write_text("", encoding="utf-8")
    assert NUMBER.fullmatch(note_fault(ValueError(SECRET), {"STORYBANK_STATE": str(no_folder)}))
