"""The badge of a story says what it lacks to fit well."""

import pytest

from languages import sentences
from screens.parts.look import fit_badge
from stories.matching.ranking import Match
from stories.model.story import Story


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ({"action": "줄을 나눴다"}, "find.held_back"),
        ({"result": "6분이 됐다"}, "find.held_back_action"),
        ({}, "find.held_back_empty"),
        ({"action": "줄을 나눴다", "result": "6분이 됐다"}, "fit.workable"),
    ],
)
def test_a_badge_names_the_parts_that_are_not_written(written: dict[str, str], key: str) -> None:
    say = sentences("ko")
    match = Match(Story(id="queue", title="식권 줄", **written), 90.0, "workable", {"competency": 100.0})
    assert say(key) in fit_badge(say, match)
