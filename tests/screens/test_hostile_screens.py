"""A library full of markup on every screen, element by element: all of it is text, nothing of it is alive."""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from google.protobuf.message import Message
from markdown_it import MarkdownIt
from streamlit.testing.v1 import AppTest

from languages import sentences
from stories.files.library import read_library
from stories.files.places import STATE_VARIABLE
from tests.hostile import HOSTILE_NAME, WORD, Hostile, write_hostile
from tests.screens.conftest import Open, go

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the names of the files are not possible there")
KO = sentences("ko")
QUESTIONS = range(1, 7)
PANELS = {
    "checks": "mend_",
    "first_draft": "take_draft",
    "cuts": "cut_",
    "versions": "restore",
    "reuse": "reuse_",
}
"""The tools below an answer, each with the button that only it has."""

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


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Hostile:
    return write_hostile(tmp_path_factory.mktemp("hostile"))


@pytest.fixture
def app(open_app: Open, hostile: Hostile, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv(STATE_VARIABLE, str(hostile.state))
    return open_app(hostile.folder)


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
            assert not _turns(value or ""), value

    def handle_endtag(self, tag: str) -> None:
        assert tag in TAGS, tag
        self.inside = ""

    def handle_comment(self, data: str) -> None:
        pytest.fail(f"a comment: {data}")

    def unknown_decl(self, data: str) -> None:
        pytest.fail(f"a declaration: {data}")

    def handle_data(self, data: str) -> None:
        assert self.inside != "style" or WORD not in data
        assert not _turns(data), data
        self.texts.append("" if self.inside == "style" else data)


def _turns(text: str) -> bool:
    """Tell whether more changes of direction are begun in a line than ended."""
    return any(
        sum(sign in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068" for sign in TURNS.findall(line))
        > sum(sign in "\u202c\u2069" for sign in TURNS.findall(line))
        for line in text.split("\n")
    )


def _shown_html(body: str) -> str:
    reader = _Reader()
    reader.feed(body)
    reader.close()
    return "".join(reader.texts)


def _shown_markdown(raw: str) -> str:
    """Return the text of a label as it is read; fail where the user's part of it is alive."""
    theirs = OWN_MARKDOWN.sub("", raw)
    assert "$" not in theirs, raw
    tokens = READER.parse(theirs)
    assert {token.type for token in tokens} <= PLACES, raw
    children = [child for token in tokens for child in token.children or []]
    assert {child.type for child in children} <= {"text", "text_special", "softbreak"}, raw
    shown = "".join(child.content for child in children)
    assert not LIVE.search(shown), raw
    assert not _turns(shown), raw
    return shown


def _shown(app: AppTest) -> str:
    """Return every text of the app that a user wrote, as it is read; fail where one is more than text."""
    assert not app.exception, app.exception[0].message
    shown = []
    for element in [*app.sidebar, *app.main]:
        for name, text in _strings(element.proto) if isinstance(element.proto, Message) else ():
            if name in HIDDEN or not any(trace in text for trace in (WORD, "눌러", "hurt")):
                continue
            if name in HTML:
                shown.append(_shown_html(text))
            elif name in MARKDOWN:
                shown.append(_shown_markdown(text))
            elif name in PLAIN:
                shown.append(text)  # a line of its own: nothing stands behind it that it could turn
            elif name.startswith("BidiComponent"):
                continue  # a text box: its own tests and those in a browser look at it
            else:
                pytest.fail(f"{type(element).__name__}: how does {name} show a text?")
    return "\n".join(shown)


def _assert_as_typed(shown: str, payloads: Iterable[str]) -> None:
    plain = " ".join(shown.replace("\u2060", "").split())
    assert [payload for payload in payloads if payload not in plain] == []


def _at(app: AppTest, screen: str, **state: Any) -> AppTest:
    """Go to a screen with what the session holds."""
    for name, value in state.items():
        app.session_state[name] = value
    return go(app, screen)


def _button(app: AppTest, key: str) -> AppTest:
    return app.button(key=key).click().run()


def test_home(app: AppTest, hostile: Hostile) -> None:
    app.run()  # now with how questions are answered
    _assert_as_typed(_shown(app), hostile.payloads)


def test_find_and_the_bank(app: AppTest, hostile: Hostile) -> None:
    bank = _shown(_at(app, "find"))
    _assert_as_typed(bank, hostile.payloads)
    for question in (hostile.text, WORD, f"{WORD}역량", "지원 동기가 무엇인가요?", f"{WORD} 설명해 주세요"):
        _shown(_at(app, "find", find_typed=question))
    _assert_as_typed(_shown(_at(app, "find", find_typed=WORD)), hostile.payloads)


def test_the_list_of_stories_and_a_new_one(app: AppTest, hostile: Hostile) -> None:
    _assert_as_typed(_shown(_at(app, "story")), hostile.payloads)
    app.toggle(key="story_archived").set_value(True).run()
    _assert_as_typed(_shown(app), hostile.payloads)
    wish = {"competency": "own", "question": hostile.text}
    _assert_as_typed(_shown(_at(app, "story", open_story=None, new_story_with=wish)), hostile.payloads)


@pytest.mark.parametrize("story", ["one", "two", "three", "lost"])
def test_the_editor_of_a_story_its_conflict_and_its_lost_file(app: AppTest, hostile: Hostile, story: str) -> None:
    shown = _shown(_at(app, "story", open_story=story))
    _assert_as_typed(shown, hostile.payloads)
    if story == "two":
        assert KO("editor.conflict") in [one.value for one in app.error]
    if story == "lost":
        assert KO("editor.gone") in [one.value for one in app.error]


def test_applications_and_each_of_them(app: AppTest, hostile: Hostile) -> None:
    _assert_as_typed(_shown(_at(app, "application")), hostile.payloads)
    for one in ("firm", "past", "bare"):
        assert WORD in _shown(_at(app, "application", open_application=one, open_question=0))
    _assert_as_typed(_shown(_at(app, "application", open_application="firm")), hostile.payloads)
    assert KO("autosave.conflict") in [one.value for one in _at(app, "application", open_application="past").error]


@pytest.mark.parametrize("panel", PANELS)
def test_every_panel_beside_every_answer(app: AppTest, hostile: Hostile, panel: str) -> None:
    shown, buttons = "", set[str]()
    for number in QUESTIONS:
        opened = {"open_application": "firm", "open_question": number, f"panel_firm_{number}": panel}
        shown += _shown(_at(app, "application", **opened))
        buttons |= {one.key or "" for one in app.button}
    assert any(one.startswith(PANELS[panel]) for one in buttons)
    _assert_as_typed(shown, hostile.payloads)


def test_a_version_without_a_difference_and_every_answer_to_reuse(app: AppTest, hostile: Hostile) -> None:
    _at(app, "application", open_application="firm", open_question=1, panel_firm_1="versions")
    chooser = app.selectbox(key="version_firm_1")
    assert len(chooser.options) == 4
    assert not any(_turns(option) for option in chooser.options)
    for place in range(len(chooser.options)):
        _assert_as_typed(_shown(app.selectbox(key="version_firm_1").select_index(place).run()), hostile.payloads)
    _at(app, "application", open_application="bare", open_question=0)
    _at(app, "application", open_application="past", open_question=1, panel_past_1="reuse")
    if any(one.key == "all_answers_past_1" for one in app.selectbox):
        _assert_as_typed(_shown(app.selectbox(key="all_answers_past_1").select_index(0).run()), hostile.payloads)


def test_the_sheet(app: AppTest, hostile: Hostile) -> None:
    for application in ("firm", "past", ""):
        _assert_as_typed(_shown(_at(app, "export", export_application=application)), hostile.payloads)


def test_the_library_its_copies_history_and_trash(app: AppTest, hostile: Hostile) -> None:
    shown = _shown(_at(app, "library"))
    _assert_as_typed(shown, [*hostile.payloads, HOSTILE_NAME])
    assert KO("copies.found", count=1) in [one.value for one in app.warning]
    assert len([one for one in app.button if (one.key or "").startswith("untrash_")]) == 3
    kept = app.selectbox(key="history_file")
    assert len(kept.options) == 2
    for place in range(len(kept.options)):
        _assert_as_typed(_shown(app.selectbox(key="history_file").select_index(place).run()), hostile.payloads)


def test_a_backup_and_what_is_none(app: AppTest, hostile: Hostile) -> None:
    _at(app, "library")
    name = f"{HOSTILE_NAME}.zip"
    app.file_uploader[0].set_value((name, hostile.zip, "application/zip")).run()
    assert "only-in-the-backup" in "".join(one.proto.body for one in app.get("html"))
    _shown(app)
    for refused in (b"PK", b"<script>window.hurt=1</script>", hostile.zip[:-30]):
        app.file_uploader[0].set_value((name, refused, "application/zip")).run()
        assert app.error
        _shown(app)


def _deleted(app: AppTest) -> AppTest:
    return _button(_at(app, "story", open_story="one"), "delete_stories_one")


def _restored(app: AppTest) -> AppTest:
    return _button(_at(app, "library"), "untrash_stories_gone")


def _copy_taken(app: AppTest) -> AppTest:
    return _button(_at(app, "library"), "take_copy_0")


def _renamed(app: AppTest) -> AppTest:
    _at(app, "story", open_story="one")
    app.text_input(key="file_name_one").set_value(HOSTILE_NAME).run()
    return next(one for one in app.button if one.label == KO("editor.rename")).click().run()


@pytest.mark.parametrize("act", [_deleted, _restored, _copy_taken, _renamed])
def test_what_is_said_after_an_act(
    open_app: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, act: Callable[[AppTest], AppTest]
) -> None:
    made = write_hostile(tmp_path)
    monkeypatch.setenv(STATE_VARIABLE, str(made.state))
    app = act(open_app(made.folder))
    said = [*app.success, *app.error]
    assert said
    assert WORD in _shown(app)


@pytest.mark.parametrize("what", ["nothing", "a file"])
def test_a_library_that_is_not_there(open_app: Open, tmp_path: Path, what: str) -> None:
    place = tmp_path / HOSTILE_NAME
    if what == "a file":
        place.write_text("x", encoding="utf-8")
    app = open_app(place)
    assert app.error
    _assert_as_typed(_shown(app), [HOSTILE_NAME])


def test_the_library_is_as_hostile_as_it_should_be(hostile: Hostile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(STATE_VARIABLE, str(hostile.state))
    library = read_library(hostile.folder)
    assert len(hostile.payloads) >= 11
    assert all(payload in library.stories["one"].title for payload in hostile.payloads)
    codes = {problem.code for problem in library.problems}
    assert codes >= {"syntax", "unsafe-file-name", "unknown-key", "not-a-choice", "conflicted-copy", "unknown-id"}


@pytest.mark.parametrize("kind", range(13))
def test_without_the_one_place_that_makes_texts_inert_the_tests_see_it(kind: int, hostile: Hostile) -> None:
    payload = f"{WORD} {hostile.payloads[kind]}"
    found = 0
    for look in (_shown_html, _shown_markdown):
        try:
            shown = look(payload)
            found += _turns(shown) or " ".join(shown.split()) != " ".join(payload.split())
        except (AssertionError, pytest.fail.Exception):
            found += 1
    assert found
