"""What a person reads on the screen: the texts of an AppTest as they come out of HTML and Markdown."""

import html
import re
from collections.abc import Iterable
from typing import Any

from streamlit.testing.v1 import AppTest

_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
_INLINE = re.compile(r"</?(?:b|i|s|mark|span|small)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_TILE = re.compile(r"<div><small>(.*?)</small><b>(.*?)</b></div>")
JOINER = "\u2060"


def everything(app: AppTest) -> str:
    """Return every text of the menu and the screen, one element a line."""
    return "\n".join([*texts(app.sidebar), *texts(app.main)])


def screen(app: AppTest) -> str:
    """Return every text of the screen without the menu."""
    return "\n".join(texts(app.main))


def texts(elements: Iterable[Any]) -> list[str]:
    """Return the texts of the elements as they are read."""
    found: list[str] = []
    for element in elements:
        if element.type == "html":
            found.append(plain(element.proto.body))
            continue
        for name in ("label", "value", "placeholder"):
            text = getattr(element, name, None)
            if isinstance(text, str) and text:
                found.append(plain(text))
        options = getattr(element, "options", None)
        found += [plain(option) for option in options] if isinstance(options, list) else []
    return found


def plain(text: str) -> str:
    """Return the text without tags, its character references resolved."""
    for pattern, between in ((_STYLE, ""), (_INLINE, ""), (_TAG, " ")):
        text = pattern.sub(between, text)
    return html.unescape(text).replace(JOINER, "").strip()


def of(elements: Iterable[Any]) -> str:
    """Return the texts of some elements as one."""
    return "\n".join(texts(elements))


def tiles(app: AppTest) -> list[tuple[str, str]]:
    """Return the numbers at the top of the home screen, each with what it counts."""
    found = [_TILE.findall(element.proto.body) for element in app.main.get("html")]
    return [(plain(name), plain(number)) for name, number in next(filter(None, found), [])]


def number_of(app: AppTest, name: str) -> str:
    """Return one of those numbers; an empty text where it is not shown."""
    return dict(tiles(app)).get(name, "")
