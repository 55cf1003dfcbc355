"""What the gauge is given: every text that gauge.js names, in both languages, for each rule."""

import json
import re
from pathlib import Path
from typing import get_args

import pytest

from languages import LANGUAGES, sentences
from screens.parts import gauge
from screens.parts.gauge import AMOUNTS, Gauge
from stories.model.application import CountingRule
from stories.writing.count import Zone
from stories.writing.rules import rules

FOLDER = Path(gauge.__file__).parent


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", get_args(CountingRule))
def test_every_rule_and_zone_has_its_text(rule: CountingRule, language: str) -> None:
    data = Gauge(rule, 1000, say=sentences(language)).data()
    assert {*get_args(CountingRule), *get_args(Zone), "amount"} <= set(data["texts"])
    assert (data["rule"], data["limit"], data["seconds"]) == (rule, 1000, None)
    assert json.loads(json.dumps(data)) == data


def test_what_is_said_aloud_is_over_by_a_time() -> None:
    say = sentences("ko")
    assert Gauge("portal-bytes", None, 60, say=say).data()["texts"]["amount"] == say.raw("gauge.amount_seconds")
    assert Gauge("portal-bytes", 60, say=say).data()["texts"]["amount"] == say.raw("gauge.amount_bytes")


def test_every_rule_is_shown() -> None:
    assert set(AMOUNTS) == set(get_args(CountingRule))


def test_the_browser_uses_the_texts_and_rules_that_it_is_given_and_no_others() -> None:
    script = (FOLDER / "gauge.js").read_text(encoding="utf-8")
    chosen = {*get_args(CountingRule), *get_args(Zone), "empty"} - {"over"}  # texts[rule], texts[zone]
    given = Gauge("characters", 1000, say=sentences("ko")).data()
    assert set(re.findall(r"texts\.(\w+)", script)) == set(given["texts"]) - chosen
    code = re.sub("//.*", "", (FOLDER / "counting.js").read_text(encoding="utf-8"))
    assert set(re.findall(r"rules\.(\w+)", code)) == set(rules())
