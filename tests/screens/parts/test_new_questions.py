"""What a pasted form is understood as, before anything is written: each question with its limits."""

from pathlib import Path

import pytest

from languages import LANGUAGES, sentences
from stories.files.drafts import keep_draft
from stories.files.starting import start_library
from tests.screens.conftest import Open
from tests.screens.seen import screen

FORM = """1. 지원동기 (500자 이상 1,000자 이내)
2. Why us? (max 300 words)
3. 성장과정 (최소 200자)
4. 특기"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_preview_says_the_least_and_that_words_are_not_counted(
    language: str, open_app: Open, tmp_path: Path
) -> None:
    library, say = tmp_path / "mine", sentences(language)
    start_library(library)
    (library / "applications" / "새.yaml").write_text("company: 새\n", encoding="utf-8")
    keep_draft(library, "pasted", "새", {"text": FORM}, "")
    app = open_app(library, language=language)
    app.query_params["application"] = "새"
    shown = screen(app.switch_page("screens/application.py").run())
    rule = say("rule_name.characters")
    least, other = (say("application.pasted_least", least=least) for least in (500, 200))
    wanted = [
        say("application.pasted_limit", limit=f"1,000 · {least}", rule=rule),
        f"(max 300 words) {say('application.pasted_words', words=300)}",
        say("application.pasted_limit", limit=other, rule=rule),
        say("application.no_limit"),
    ]
    assert [one for one in wanted if one not in shown] == []
