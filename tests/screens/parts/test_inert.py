"""A user's text on the screen is what was typed and nothing else: no markup, no link, no picture, no request."""

import re
import time
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from screens.parts.inert import as_html, as_label, as_plain

PAYLOADS = [
    '<script>alert(1)</script><b onclick="x()">굵게</b><!-- --><style>*{}</style>',
    "[여기](javascript:alert(1)) <javascript:alert(1)> javascript:alert(1)",
    "![그림](http://evil.example/x.png) <img src=http://evil.example/x.png onerror=alert(1)>",
    "$x^2$ $$\\int$$ \\(a\\) \\[b\\]",
    ":red[빨강] :blue-background[글] :rainbow[글] :small[글] :red-badge[글]",
    ":material/delete: :material/home:",
    ":smile: :+1: :-1: :100: :streamlit:",
    "https://evil.example/a?b=1 http://x.kr www.evil.example WWW.evil.example ftp://x.kr",
    "mail@evil.example mailto:mail@evil.example <mail@evil.example> xmpp:mail@evil.example",
    "`코드` ```\n울타리\n``` ~~~ ~~지움~~ **굵게** _기울임_ <u>밑줄</u> &amp; &#60;b&#62; \\*",
    '각주[^1]\n\n[^1]: 내용\n[참조]: http://evil.example "제목"\n[참조]',
]
BLOCKS = [
    "# 제목", "> 인용", "- 하나", "* 하나", "+ 하나", "1. 하나", "1) 하나", "    네 칸", "\t탭", "제목\n===",
    "제목\n---", "| a | b |\n|---|---|\n| 1 | 2 |", "***", "- [ ] 할 일", "  \n  글", "글\r\n# 제목", "글\r    코드",
]  # fmt: skip
PLAIN = [
    "지원 동기와 입사 후 포부",
    "4만 명 가운데 0.065%가 매출의 11%",
    "왜 LSTM을 골랐나요?",
    "제가 한 일 (혼자): 재고표",
    "‘작은따옴표’ · 가운뎃점",
]

# What Streamlit makes of plain text once Markdown is read: links, mail, directives, emoji, icons, arrows and dashes.
LIVE = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(https?|ftp)://", r"www\.", r"[-.\w+]+@[-\w]+", r"(mailto|xmpp|javascript):\w", r":[\w+-]+:", r":material/",
        r":[\w-]+\[", r"(^|\s)(<->|->|<-|--|>=|<=|~=)(\s|$)",
    )
]  # fmt: skip
MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def _read_back(markdown: str) -> str:
    """Return the text that a reader of Markdown shows; fail where it would show anything but text."""
    tokens = MARKDOWN.parse(markdown)
    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}, markdown
    assert len(tokens) <= 3, markdown
    children = [child for token in tokens for child in token.children or []]
    assert {child.type for child in children} <= {"text", "text_special"}, markdown
    return "".join(child.content for child in children)


_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def _seen(text: str) -> str:
    return "".join(_TURNS.sub("", text.replace("\u2060", "")).split())


@pytest.mark.parametrize("payload", [*PAYLOADS, *BLOCKS])
def test_a_label_shows_markup_as_it_was_typed_and_nothing_of_it_lives(payload: str) -> None:
    label = as_label(payload)
    assert not set(label) & set("<>[]()!$`*_~\\:@\"'{}|^=+./\n\r"), label
    shown = _read_back(label)
    assert _seen(shown) == _seen(payload)
    assert [pattern.pattern for pattern in LIVE if pattern.search(shown)] == []


@pytest.mark.parametrize("payload", PAYLOADS)
def test_the_payloads_are_live_without_it(payload: str) -> None:
    def harmless() -> bool:
        try:
            shown = _read_back(payload)
        except AssertionError:
            return False
        return not re.search(r"\$|\[\^", shown) and not any(pattern.search(shown) for pattern in LIVE)

    assert not harmless()


@pytest.mark.parametrize("text", PLAIN)
def test_a_label_of_plain_text_reads_back_unchanged(text: str) -> None:
    assert _read_back(as_label(text)).replace("\u2060", "") == text


def test_hangul_without_punctuation_is_left_alone() -> None:
    text = "지원 동기와 입사 후 포부 3가지"
    assert as_label(text) == as_html(text) == text


@pytest.mark.parametrize("text", ["A -> B", "a <- b", "a <-> b", "3 -- 5", "x >= 1", "x <= 1", "x ~= 1"])
def test_arrows_and_dashes_stay_as_typed(text: str) -> None:
    shown = _read_back(as_label(text))
    assert not LIVE[-1].search(shown) and shown.replace("\u2060", "") == text


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0")))
def test_any_text_as_a_label_is_one_line_of_text(text: str) -> None:
    label = as_label(text)
    shown = _read_back(label)
    assert "\n" not in label and _seen(shown) == _seen(text)
    assert [pattern.pattern for pattern in LIVE if pattern.search(shown)] == []


@given(
    st.lists(st.sampled_from([*PAYLOADS, *BLOCKS, ":", "@", "www", ".", "a", "-", ">", "<", " ", "\n"])).map("".join)
)
def test_payloads_in_any_order_stay_inert(text: str) -> None:
    shown = _read_back(as_label(text))
    assert [pattern.pattern for pattern in LIVE if pattern.search(shown)] == []


class _Reader(HTMLParser):
    """Takes HTML apart into the tags and the text that it shows."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.text += "\n" if tag == "br" else ""
        assert not attrs

    def handle_endtag(self, tag: str) -> None:
        self.tags.append(f"/{tag}")

    def handle_comment(self, data: str) -> None:
        self.tags.append("comment")

    def handle_data(self, data: str) -> None:
        self.text += data


def _read_html(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader


@pytest.mark.parametrize("payload", [*PAYLOADS, *BLOCKS, *PLAIN])
def test_html_shows_markup_as_it_was_typed(payload: str) -> None:
    shown = _read_html(as_html(payload))
    assert set(shown.tags) <= {"br"}
    assert shown.text == payload
    assert not set(as_html(payload).replace("<br>", "")) & set("<>\"'")


@given(st.text())
def test_any_text_as_html_has_no_tag_but_line_breaks(text: str) -> None:
    shown = _read_html(as_html(text))
    assert shown.tags == ["br"] * text.count("\n")
    assert shown.text == as_plain(text)


def test_html_inside_an_attribute_cannot_leave_it() -> None:
    class Attribute(HTMLParser):
        found: list[tuple[str, str | None]] = []

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            self.found += attrs

    reader = Attribute()
    text = "\" onmouseover='x()' x=\"><script>"
    reader.feed(f'<td title="{as_html(text)}"></td>')
    assert reader.found == [("title", text)]


def _turned(line: str) -> bool:
    """Tell whether what follows the line would be turned or embedded, by the counters of UAX 9, X1 to X8."""
    open_now: list[str] = []
    for sign in line:
        if sign in "\u202a\u202b\u202d\u202e":
            open_now.append("embedding")
        elif sign in "\u2066\u2067\u2068":
            open_now.append("isolate")
        elif sign == "\u202c" and open_now[-1:] == ["embedding"]:
            open_now.pop()
        elif sign == "\u2069" and "isolate" in open_now:
            del open_now[len(open_now) - 1 - open_now[::-1].index("isolate") :]
    return bool(open_now)


@given(
    st.lists(st.sampled_from([*"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", "글", "a", "\n"])).map("".join)
)
def test_nothing_after_a_text_is_turned_with_it(text: str) -> None:
    plain = as_plain(text)
    shown = plain.split("\n")
    assert [line for line in shown if _turned(line)] == []
    assert all(after.startswith(before) for after, before in zip(shown, text.split("\n"), strict=True))
    assert _read_html(as_html(text)).text == plain and not _turned(_read_back(as_label(f"x{text}")))


@pytest.mark.parametrize("text", ["\u202eabc", "\u2067\u202eabc\u202c", "\u202babc\ndef"])
def test_a_text_that_turns_is_live_without_it(text: str) -> None:
    assert _turned(text.split("\n")[0]) and as_plain(text) != text


def test_half_a_character_is_told_and_not_sent() -> None:
    assert as_plain("가\ud800나") == "가\ufffd나"
    assert as_plain("그대로\n둔다") == "그대로\n둔다"


def test_a_hundred_thousand_changes_of_direction_are_quick() -> None:
    start = time.perf_counter()
    as_plain("\u2067" * 50_000 + "\u2069" * 50_000 + "\u202e\u2069" * 50_000)
    assert time.perf_counter() - start < 2
