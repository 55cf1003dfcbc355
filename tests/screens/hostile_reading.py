"""What a screen shows of a hostile library, read from Streamlit's messages; what is more than text fails the test."""

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser

import pytest
from google.protobuf.message import Message
from markdown_it import MarkdownIt
from streamlit.testing.v1 import AppTest

from tests.hostile import WORD

HTML = {"Html.body"}
MARKDOWN = {"Markdown.body", "Heading.body", "Alert.body", "Button.label", "Button.help", "Expandable.label"}
PLAIN = {"Selectbox.options", "MultiSelect.options", "Selectbox.raw_value", "TextInput.default", "TextInput.value"}
HIDDEN = {"Selectbox.id", "MultiSelect.id", "Button.id", "BidiComponent.id"}
"""How each field of Streamlit's messages shows a text; a user's text in any other one fails the tests."""

TAGS = {
    "style",
    "b",
    "i",
    "s",
    "mark",
    "span",
    "small",
    "div",
    "br",
    "dl",
    "dt",
    "dd",
    "ul",
    "ol",
    "li",
    "h1",
    "h2",
    "h3",
}
TAGS |= {"table", "thead", "tbody", "tr", "th", "td", "del", "ins"}
ATTRIBUTES = {"class", "title", "role", "aria-label", "lang", "scope", "tabindex", "style"}
OWN_STYLE = re.compile(r"--full:\d+%|flex:\d+")
OWN_MARKDOWN = re.compile(r":material/\w+:|:small\[:gray\[(?=.*\]\]$)|\]\]$|^\[|\]\(#\w+\)$")
LIVE = re.compile(
    r"(https?|ftp)://|www\.|[-.\w+]+@[-\w]+|(mailto|xmpp|javascript):\w|:[\w+-]+:|:material/|:[\w-]+\[", re.IGNORECASE
)
TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
PLACES = {"paragraph_open", "paragraph_close", "inline", "bullet_list_open", "bullet_list_close", "list_item_open"}
PLACES |= {"list_item_close"}


def _strings(message: Message) -> Iterator[tuple[str, str]]:
    """Yield every text of a message with the name of its field."""
    for field, value in message.ListFields():
        name = f"{message.DESCRIPTOR.name}.{field.name}"
        for one in [value] if isinstance(value, (Message, str, bytes, int, float)) else value:
            if isinstance(one, Message):
                yield from _strings(one)
            elif isinstance(one, (str, bytes)):
                yield name, one if isinstance(one, str) else one.decode("utf-8", "replace")


class _Reader(HTMLParser):
    """Takes HTML apart; fails where it holds what is not the app's own."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS, tag
        self.inside = tag
        for name, value in attrs:
            assert name in ATTRIBUTES, (tag, name)
            assert name != "style" or OWN_STYLE.fullmatch(value or ""), value
            assert name != "class" or re.fullmatch(r"[\w -]*", value or ""), value
            assert not turns(value or ""), value

    def handle_endtag(self, tag: str) -> None:
        assert tag in TAGS, tag
        self.inside = ""

    def handle_comment(self, data: str) -> None:
        pytest.fail(f"a comment: {data}")

    def unknown_decl(self, data: str) -> None:
        pytest.fail(f"a declaration: {data}")

    def handle_data(self, data: str) -> None:
        assert self.inside != "style" or WORD not in data
        assert not turns(data), data
        self.texts.append("" if self.inside == "style" else data)


def turns(text: str) -> bool:
    """Tell whether more changes of direction are begun in a line than ended."""
    return any(
        sum(sign in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068" for sign in TURNS.findall(line))
        > sum(sign in "\u202c\u2069" for sign in TURNS.findall(line))
        for line in text.split("\n")
    )


def shown_html(body: str) -> str:
    reader = _Reader()
    reader.feed(body)
    reader.close()
    return "".join(reader.texts)


def shown_markdown(raw: str) -> str:
    """Return the text of a label as it is read; fail where the user's part of it is alive."""
    theirs = OWN_MARKDOWN.sub("", raw)
    assert "$" not in theirs, raw
    tokens = READER.parse(theirs)
    assert {token.type for token in tokens} <= PLACES, raw
    children = [child for token in tokens for child in token.children or []]
    assert {child.type for child in children} <= {"text", "text_special", "softbreak"}, raw
    shown = "".join(child.content for child in children)
    assert not LIVE.search(shown), raw
    assert not turns(shown), raw
    return shown


def shown_of(app: AppTest) -> str:
    """Return every text of the app that a user wrote, as it is read; fail where one is more than text."""
    assert not app.exception, app.exception[0].message
    shown = []
    for element in [*app.sidebar, *app.main]:
        for name, text in _strings(element.proto) if isinstance(element.proto, Message) else ():
            if name in HIDDEN or not any(trace in text for trace in (WORD, "눌러", "hurt")):
                continue
            if name in HTML:
                shown.append(shown_html(text))
            elif name in MARKDOWN:
                shown.append(shown_markdown(text))
            elif name in PLAIN:
                shown.append(text)  # a line of its own: nothing stands behind it that it could turn
            elif name.startswith("BidiComponent"):
                continue  # a text box: its own tests and those in a browser look at it
            else:
                pytest.fail(f"{type(element).__name__}: how does {name} show a text?")
    return "\n".join(shown)


def assert_as_typed(shown: str, payloads: Iterable[str]) -> None:
    plain = " ".join(shown.replace("\u2060", "").split())
    assert [payload for payload in payloads if payload not in plain] == []
