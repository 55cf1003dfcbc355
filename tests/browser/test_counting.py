"""Characters and bytes as a browser counts them: JavaScript's own length is the oracle."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from stories.writing.count import count
from tests.stories.writing.odd_texts import odd_texts

pytestmark = pytest.mark.browser

AS_A_PORTAL_COUNTS = """texts => texts.map(units => {
  const box = document.createElement("textarea");
  box.value = Array.from(units, unit => String.fromCharCode(unit)).join("");
  const text = box.value.normalize("NFC");
  let bytes = 0;
  for (let place = 0; place < text.length; place++) bytes += text.charCodeAt(place) < 0x80 ? 1 : 2;
  return [text.length, text.replace(/\\s/g, "").length, bytes, new TextEncoder().encode(text).length];
})"""
"""A text box makes its line ends LF by itself, as in a form."""


def test_ten_thousand_random_texts_count_as_in_a_browser(open_page: Callable[..., Page]) -> None:
    texts = odd_texts(10_000, seed=44)
    sent = [list(memoryview(one.encode("utf-16-le", "surrogatepass")).cast("H")) for one in texts]
    counted: list[list[Any]] = open_page().evaluate(AS_A_PORTAL_COUNTS, sent)
    assert len(counted) == len(texts)
    for text, theirs in zip(texts, counted, strict=True):
        ours = count(text)
        assert [ours.characters, ours.characters_without_spaces, ours.portal_bytes, ours.utf8_bytes] == theirs, (
            text.encode("unicode-escape", "surrogatepass")
        )
