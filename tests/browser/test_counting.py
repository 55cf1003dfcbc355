"""Characters, bytes and seconds as a browser counts them: JavaScript's own length, and the counter of the text box."""

import json
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any, get_args

import pytest
from playwright.sync_api import Page

from screens.parts import gauge
from stories.model.application import CountingRule
from stories.writing.count import Zone, count, newlines_may_overflow, spoken_zone, zone
from stories.writing.rules import rules
from tests.stories.writing.odd_texts import SAID, odd_texts

pytestmark = pytest.mark.browser

SENT = """
const read = sent => String.fromCharCode(...(sent.match(/.{4}/g) ?? []).map(unit => parseInt(unit, 16)));
"""
"""A text travels as the hexadecimal figures of its units, because a lone surrogate cannot travel as text."""

AS_A_PORTAL_COUNTS = """texts => texts.map(sent => {
  const box = document.createElement("textarea");
  box.value = read(sent);
  const text = box.value.normalize("NFC");
  let bytes = 0;
  for (let place = 0; place < text.length; place++) bytes += text.charCodeAt(place) < 0x80 ? 1 : 2;
  return [text.length, text.replace(/\\s/g, "").length, bytes, new TextEncoder().encode(text).length];
})"""
"""A text box makes its line ends LF by itself, as in a form."""

AS_THE_BOX_COUNTS = """([rules, asked]) => JSON.stringify(asked.map(([sent, rule, limit, seconds]) => {
  const counting = new Counting(rules);
  const counted = counting.count(read(sent));
  return {
    counted,
    zone: counting.zone(by(counted, rule), limit),
    spoken_zone: counting.spokenZone(counted.spoken, seconds),
    newlines: counting.newlinesMayOverflow(counted, limit, rule),
  };
}))"""
RULES: tuple[CountingRule, ...] = get_args(CountingRule)
BORDERS = (0.5, 0.7, 0.75, 0.8, 0.9, 1.0, 1.01)


def _sent(text: str) -> str:
    return text.encode("utf-16-be", "surrogatepass").hex()


def test_ten_thousand_random_texts_count_as_in_a_browser(open_page: Callable[..., Page]) -> None:
    texts = odd_texts(10_000, seed=44)
    page = open_page()
    page.add_script_tag(content=SENT)
    counted: list[list[int]] = page.evaluate(AS_A_PORTAL_COUNTS, [_sent(one) for one in texts])
    assert len(counted) == len(texts)
    for text, theirs in zip(texts, counted, strict=True):
        ours = count(text)
        assert [ours.characters, ours.characters_without_spaces, ours.portal_bytes, ours.utf8_bytes] == theirs, (
            text.encode("unicode-escape", "surrogatepass")
        )


def test_ten_thousand_random_texts_count_alike_below_the_box_and_in_python(open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.add_script_tag(content=SENT)
    page.add_script_tag(content=Path(gauge.__file__).with_name("counting.js").read_text(encoding="utf-8"))
    dice, asked, expected = random.Random(4), [], []
    for text in odd_texts(10_000, seed=45, pieces=SAID):
        ours, rule = count(text), dice.choice(RULES)
        limit = max(1, int(ours.by(rule) / dice.choice(BORDERS)) + dice.choice((-1, 0, 1)))
        seconds = max(1, int(ours.spoken.seconds_high / dice.choice(BORDERS)))
        asked.append([_sent(text), rule, limit, seconds])
        expected.append(
            {
                "counted": asdict(ours),
                "zone": zone(ours.by(rule), limit),
                "spoken_zone": spoken_zone(ours.spoken, seconds),
                "newlines": newlines_may_overflow(ours, limit, rule),
            }
        )
    for name in ("zone", "spoken_zone"):
        seen = Counter(one[name] for one in expected)
        assert min(seen[one] for one in get_args(Zone)) > 100, (name, seen)
    assert sum(bool(one["newlines"]) for one in expected) > 100
    counted: list[dict[str, Any]] = json.loads(page.evaluate(AS_THE_BOX_COUNTS, [rules(), asked]))
    assert len(counted) == len(expected)
    for how, theirs, ours in zip(asked, counted, expected, strict=True):
        assert theirs == ours, how
