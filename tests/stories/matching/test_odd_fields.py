"""Records whose fields hold no texts, as a hand or another program wrote them: asking works and finds the others."""

from pathlib import Path

import pytest

from languages import LANGUAGES
from stories.files.library import read_library
from stories.matching.index import LibraryIndex
from stories.matching.ranking import find
from stories.matching.reasons import reasons

ODD = ("", "null", "~", "3", "2019-10-21", "[]", "{}", "[1, [2]]", "{a: {b: c}}", "[{a: 1}]", "yes", ".nan", "- x")
FIELDS = ("title", "headline", "action", "aliases", "skills", "competencies", "claims", "follow_ups", "led_to")
WHOLE = "title: 판다곰 사육장\naction: 판다곰을 씻겼다\nresult: 3마리가 깨끗해졌다\n"


@pytest.mark.parametrize("value", ODD)
def test_a_story_whose_fields_hold_no_texts_hides_no_other_and_stops_no_search(value: str, tmp_path: Path) -> None:
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories" / "whole.yaml").write_text(WHOLE, encoding="utf-8")
    for field in FIELDS:
        title = "" if field == "title" else "title: 다른 일\n"
        path = tmp_path / "stories" / f"odd-{field.replace('_', '-')}.yaml"
        path.write_text(f"{title}{field}:\n  {value}\n", encoding="utf-8")
    library = read_library(tmp_path)
    assert "whole" in library.stories and len(library.stories) > 1
    index = LibraryIndex(library)
    for question in ("판다곰을 씻긴 일", "리더십을 발휘한 경험", "3", "2019-10-21"):
        answer = find(question, index, limit=None)
        for match in answer.stories:
            for language in LANGUAGES:
                reasons(match, answer.asked, index, language)
    assert find("판다곰을 씻긴 일", index).stories[0].story.id == "whole"
