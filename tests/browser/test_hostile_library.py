"""Every text of a library carries markup, links and images: all is shown as typed, nothing runs, nobody is asked."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, expect

from stories.model.story import TEXTS
from tests.browser.conftest import HOST
from tests.browser.driving import KO, box, click, fill, go, menu, open_story, press, settled, told, write

pytestmark = pytest.mark.browser
JOINER = "\u2060"
WORD = "페이로드"


class _Plain(yaml.SafeDumper):
    """Writes equal texts out twice: the app reads no aliases."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def _yaml(record: object) -> str:
    return yaml.dump(record, Dumper=_Plain, allow_unicode=True, width=10_000)


@dataclass
class Canary:
    """A server on this machine that the page must never ask."""

    port: int = 0
    asked: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def canary() -> Iterator[Canary]:
    bird = Canary()

    class Listening(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            bird.asked.append(self.path)
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer((HOST, 0), Listening) as server:
        bird.port = server.server_address[1]
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield bird
        server.shutdown()


@pytest.fixture(scope="module")
def payloads(canary: Canary) -> tuple[str, ...]:
    there = f"http://{HOST}:{canary.port}"
    return (
        "<script>window.hurt=1;alert(1)</script>",
        '<img src=x onerror="window.hurt=1;alert(1)">',
        f"<img src='{there}/html.png'>",
        f'<a href="{there}/a">눌러</a>',
        f"<style>@import url({there}/style.css)</style>",
        "[눌러](javascript:window.hurt=1)",
        f"[눌러]({there}/link)",
        f"![그림]({there}/markdown.png)",
        f"{there}/bare",
        f"<{there}/angled>",
        "www.example.com",
        "someone@example.com",
        ":material/home:",
        ":red[빨강]",
        ":red-badge[빨강]",
        ":smile:",
        "$x^2$",
        "`code`",
        "**굵게** ~~빼기~~ _기울임_",
        "# 제목",
        "| a | b |",
        "a -> b -- c >= d",
        "{count} %s \\n &lt;b&gt; &#60;",
    )


@pytest.fixture(scope="module")
def evil(payloads: tuple[str, ...]) -> str:
    return " ".join([WORD, *payloads])


@pytest.fixture(scope="module")
def library_folder(tmp_path_factory: pytest.TempPathFactory, evil: str) -> Path:
    folder = tmp_path_factory.mktemp("hostile") / "mine"
    row = {"text": evil, "evidence": evil, "say_instead": evil}
    story = {
        **dict.fromkeys(("title", "headline", "period", "role", *TEXTS), evil),
        **{name: [evil, f"{evil} 2"] for name in ("skills", "aliases", "led_to")},
        "competencies": [evil, "failure"],
        "claims": [{**row, "status": status} for status in ("retracted", "unconfirmed", evil)],
        "follow_ups": [{"question": evil, "answer": evil}, {"question": f"{evil} 빈 답"}],
        evil: evil,
    }
    asked = [{"question": evil, "kind": kind, "draft": evil, "stories": ["one", evil]} for kind in ("story", "company")]
    records = {
        "stories/one": story,
        "stories/two": {**story, "result": "", "headline": ""},
        "concepts/idea": {
            **dict.fromkeys(("title", "first_sentence", "thirty_seconds", "one_minute", "three_minutes"), evil),
            "aliases": [WORD, evil],
            "follow_ups": [{"question": evil, "answer": evil}],
        },
        "applications/firm": {
            **dict.fromkeys(("company", "position", "posting", "interview_date", "deadline"), evil),
            "concepts": ["idea", evil],
            "questions": [*asked, {"question": "지원 동기", "kind": "motivation"}],
        },
        "interviews/talk": {
            **dict.fromkeys(("date", "organisation", "panel", "notes", "next_action"), evil),
            "application": "firm",
            "asked": [
                {**dict.fromkeys(("question", "said", "regret", "next_time", "rating"), evil), "stories": ["one"]}
            ],
        },
        "questions/own": {
            "questions": [
                {
                    "id": "mine",
                    "competencies": [evil],
                    "ko": {"question": evil, "wordings": [evil], "follow_ups": [evil], "wants": evil},
                }
            ]
        },
        "competencies": {"competencies": [{"id": evil, "ko": evil, "en": evil, "words": {"ko": [WORD]}}]},
        "profile": dict.fromkeys(("name", "headline", "email", "phone", "education", "introduction"), evil),
    }
    for name, record in records.items():
        path = folder / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_yaml(record), encoding="utf-8")
    (folder / "stories" / "broken.yaml").write_text(f"title: |\n  {evil}\n`{evil}`\n", encoding="utf-8")
    (folder / "stories" / "a[b](c)`d`$e$.yaml").write_text("title: 이상한 이름\n", encoding="utf-8")
    return folder


@pytest.fixture
def dialogs(page: Page) -> list[str]:
    """Take note of every dialog that opens."""
    seen: list[str] = []

    def note(dialog) -> None:
        seen.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", note)
    return seen


@pytest.fixture
def checked(page: Page, canary: Canary, payloads: tuple[str, ...], dialogs: list[str]):
    """Return what unfolds everything on the screen and checks that it is harmless and, where asked, as typed."""

    def checked(shows: bool = True) -> None:
        settled(page)
        for _ in range(12):
            closed = page.locator("details:not([open]) > summary:visible")
            if not closed.count():
                break
            click(closed.first)
        settled(page)
        main = page.get_by_test_id("stMain")
        if shows:
            expect(main).to_contain_text(WORD)
            text = " ".join(main.inner_text().replace(JOINER, "").split())
            missing = [payload for payload in payloads if payload not in text]
            assert not missing
        assert page.evaluate("window.hurt") is None
        links = main.locator("a").evaluate_all("found => found.map((link) => link.getAttribute('href') ?? '')")
        assert all(link.startswith(("#", "/")) for link in links), links
        assert not main.locator("script, iframe, img, object, embed, base, meta").count()
        assert not main.locator("strong, em, del, code, .katex").count()
        assert not dialogs
        assert not canary.asked

    return checked


def test_home_and_the_list(page: Page, app_url: str, checked) -> None:
    go(page, app_url)
    checked()
    menu(page, "story")
    checked()


def test_find(page: Page, app_url: str, evil: str, payloads: tuple[str, ...], checked) -> None:
    go(page, app_url, "find")
    for question in (WORD, *payloads[::4]):
        fill(box(page, KO("find.label")), question)
        expect(page.get_by_text(KO("find.understood"))).to_be_visible()
        checked(shows=question == WORD)
    fill(box(page, KO("find.label")), evil)
    expect(page.get_by_text(KO("find.understood"))).to_be_visible()
    checked()


def test_the_editor(page: Page, app_url: str, evil: str, library_folder: Path, checked) -> None:
    open_story(page, app_url, "one")
    checked(shows=False)
    assert page.get_by_label(KO("story.field_headline"), exact=True).input_value() == evil
    expect(page.get_by_role("heading", level=1)).to_contain_text("<script>window.hurt=1;alert(1)</script>")
    write(page, "role", f"{evil} 내 글")
    file = library_folder / "stories" / "one.yaml"
    other = _yaml({"role": f"{evil} 파일의 글"})
    mine = _yaml({"role": evil})
    before = file.read_text(encoding="utf-8")
    assert mine in before
    file.write_text(before.replace(mine, other), encoding="utf-8")
    menu(page, "home")
    menu(page, "story")
    expect(told(page, KO("editor.conflict"))).to_be_visible()
    checked()
    press(page, KO("editor.take_theirs"))
    expect(told(page, KO("editor.saved"))).to_have_count(2)
    menu(page, "home")
    checked()


def test_a_new_story(page: Page, app_url: str, evil: str, library_folder: Path, checked) -> None:
    before = set((library_folder / "stories").iterdir())
    go(page, app_url, "story")
    expect(box(page, KO("story.search"))).to_be_visible()
    press(page, KO("story.new"))
    fill(box(page, KO("story.field_title")), evil)
    press(page, KO("story.create"))
    expect(page.get_by_role("heading", level=1)).to_contain_text([WORD])
    checked(shows=False)
    made = set((library_folder / "stories").iterdir()) - before
    assert len(made) == 1
    made.pop().unlink()


def test_export(page: Page, app_url: str, payloads: tuple[str, ...], checked) -> None:
    go(page, app_url, "export")
    expect(page.locator(".sb-paper")).to_be_visible()
    checked()
    click(page.get_by_role("combobox", name=KO("export.application")))
    shown = page.get_by_role("option").first.inner_text()
    assert all(payload in shown for payload in payloads)
    click(page.get_by_role("option", name=KO("export.no_application")))
    checked()
