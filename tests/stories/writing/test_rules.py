"""The rules for the browser: all there is in Python, as JSON. Whether both count alike: tests/browser/test_counting."""

import json
import re

from stories.writing import count, spoken
from stories.writing.rules import rules


def test_they_survive_the_way_to_the_browser() -> None:
    assert json.loads(json.dumps(rules())) == rules()


def test_no_figure_and_no_pattern_of_the_counting_is_left_out() -> None:
    figures = {name: value for module in (count, spoken) for name, value in vars(module).items() if name.isupper()}
    figures = {name: value for name, value in figures.items() if name not in ("AIM", "SPACES")}  # of drafts; in SPACE
    assert len(figures) > 15
    assert {name.lower() for name in figures} == set(rules())


def test_patterns_name_nothing_that_is_two_units_and_use_no_syntax_of_python_only() -> None:
    patterns = [
        text for name, text in rules().items() if isinstance(getattr(count, name.upper(), None), re.Pattern)
        or isinstance(getattr(spoken, name.upper(), None), re.Pattern)
        for text in [text]
    ]  # fmt: skip
    assert len(patterns) == 7
    for pattern in patterns:
        assert all(letter < "\ud800" or "\ue000" <= letter <= "\uffff" for letter in pattern)
        assert "(?P" not in pattern and r"\Z" not in pattern and r"\A" not in pattern
