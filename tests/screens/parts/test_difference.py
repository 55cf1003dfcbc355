"""Two texts beside each other: the words that only one of them has are marked, and markup is only text."""

import re

from hypothesis import given
from hypothesis import strategies as st

from languages import sentences
from screens.parts.difference import sides_html

KO = sentences("ko")


def _marked(html: str) -> list[str]:
    return re.findall("<ins>(.*?)</ins>", html)


def test_words_that_only_one_side_has_are_marked() -> None:
    mine, theirs = sides_html(KO, "표를 만들고 나누었다", "표를 만들고 모두에게 보냈다")
    assert _marked(mine) == ["나누었다"]
    assert "".join(_marked(theirs)) == "모두에게 보냈다"


def test_texts_that_share_nothing_are_shown_unmarked() -> None:
    mine, theirs = sides_html(KO, "하나", "둘")
    assert (_marked(mine), _marked(theirs)) == ([], [])
    assert "하나" in mine and "둘" in theirs


def test_an_empty_side_says_so() -> None:
    mine, theirs = sides_html(KO, "", "남의 글")
    assert KO("star.empty") in mine and "남의 글" in theirs


@given(st.text(alphabet="<>&'\"/ab 가나\n"), st.text(alphabet="<>&'\"/ab 가나\n"))
def test_whatever_is_typed_is_shown_as_typed(mine: str, theirs: str) -> None:
    for html in sides_html(KO, mine, theirs):
        assert not re.search(r"<(?!/?(?:ins|div|i|br)\b)", html)
