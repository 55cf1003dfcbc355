"""A library whose every text, name and file carries markup, links and pictures, with all that storybank keeps of it."""

import datetime
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from stories.files import saving
from stories.files.backup import backup
from stories.files.deleting import delete_record
from stories.files.drafts import keep_draft
from stories.files.library import read_library
from stories.files.places import STATE_VARIABLE, state_folder
from stories.files.versions import keep_version
from stories.model.story import TEXTS

WORD = "페이로드"
"""Stands at the beginning of every hostile text."""
NOWHERE = "http://127.0.0.1:9"
"""Where a hostile text leads that no browser reads."""
HOSTILE_NAME = "[눌러](javascript:window.hurt=1) <img src=x onerror=window.hurt=1> $x^2$ :smile: :material_home: &lt;"
"""A name that a file or folder of Linux may have."""


def payloads(there: str = NOWHERE) -> Mapping[str, str]:
    """Return the kinds of hostile text, each with one; `there` is a server that nobody must ask."""
    return {
        "script": f'<script>window.hurt=1;alert(1)</script><a href="{there}/a">눌러</a>',
        "onerror": f"<img src=x onerror=\"window.hurt=1;alert(1)\"><img src='{there}/html.png'>",
        "javascript": "[눌러](javascript:window.hurt=1) <javascript:alert(1)>",
        "link": f"[눌러]({there}/link)",
        "picture": f"![그림]({there}/markdown.png)",
        "latex": "$x^2$ $$y^2$$",
        "directives": ":red[빨강] :red-badge[빨강] :small[작게] :material/home: :smile: :+1:",
        "addresses": f"{there}/bare <{there}/angled> www.example.com someone@example.com",
        "entities": "&lt;b&gt; &#60;i&#62; &amp; {count} %s \\n",
        "comment": "<!-- --></style></textarea></title></script> -->",
        "style": f'<style>@import url({there}/style.css)</style><svg onload="window.hurt=1"></svg>',
        "turned": "\u202eturned\u2067 and kept apart",
        "markdown": "`code` **굵게** ~~빼기~~ _기울임_ # 제목 | a | b | a -> b -- c >= d",
    }


@dataclass(frozen=True)
class Hostile:
    """The library, the state folder that belongs to it, the texts in it, and a backup of another one like it."""

    folder: Path
    state: Path
    payloads: tuple[str, ...]
    zip: bytes

    @property
    def text(self) -> str:
        """Every payload in one text."""
        return self.rotated(0)

    def rotated(self, by: int) -> str:
        """Return every payload in one text, another one first: where a text is cut, its beginning is seen."""
        by %= len(self.payloads)
        return " ".join([WORD, *self.payloads[by:], *self.payloads[:by]])


class _Plain(yaml.SafeDumper):
    """Writes equal texts out twice: the app reads no aliases."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def as_yaml(record: object) -> str:
    """Return the record as the text of a file."""
    return yaml.dump(record, Dumper=_Plain, allow_unicode=True, width=10_000)


def write_hostile(parent: Path, there: str = NOWHERE) -> Hostile:
    """Write the library into a new folder of `parent`, as the user, the app and a sync program would have."""
    folder = parent / HOSTILE_NAME / "mine"
    hostile = Hostile(folder, parent / "state", tuple(payloads(there).values()), b"")
    _write(folder, hostile)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(STATE_VARIABLE, str(hostile.state))
        _live(hostile)
    (folder / "stories" / f"one ({HOSTILE_NAME}).yaml").write_text(
        as_yaml({"title": hostile.rotated(1), "action": hostile.rotated(2)}), encoding="utf-8"
    )
    (folder / f"{HOSTILE_NAME}.png").write_bytes(b"x")
    (folder / "stories" / f"link {HOSTILE_NAME}.yaml").symlink_to(folder / "profile.yaml")
    (folder / "stories" / "broken.yaml").write_text(f"title: |\n  {WORD}\n`{hostile.text}`\n", encoding="utf-8")
    (folder / "stories" / f"{HOSTILE_NAME}.yaml").write_text("title: 이상한 이름\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(STATE_VARIABLE, str(hostile.state))
        other = parent / "other"
        _write(other, hostile)
        (other / "stories" / "only-in-the-backup.yaml").write_text(as_yaml({"title": hostile.text}), encoding="utf-8")
        return Hostile(folder, hostile.state, hostile.payloads, backup(other))


def _write(folder: Path, hostile: Hostile) -> None:
    for name, record in _records(hostile).items():
        path = folder / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(as_yaml(record), encoding="utf-8")


def _records(hostile: Hostile) -> Mapping[str, object]:
    evil = hostile.text
    return {
        "stories/one": _story(hostile, 0),
        "stories/two": {**_story(hostile, 3), "result": "", "headline": ""},
        "stories/three": {**_story(hostile, 6), "archived": "2026-01-01", "competencies": ["failure"]},
        "stories/four": {**_story(hostile, 9), "aliases": [], "claims": []},
        "concepts/idea": {
            **dict.fromkeys(("title", "first_sentence", "thirty_seconds", "one_minute", "three_minutes"), evil),
            "aliases": [WORD, evil],
            "follow_ups": [{"question": evil, "answer": evil}],
        },
        "applications/firm": {
            **{name: hostile.rotated(by) for by, name in enumerate(("company", "position", "posting", "outcome"))},
            **dict.fromkeys(("deadline", "submitted", "interview_date"), evil),
            "concepts": ["idea", evil],
            "blind": "yes",
            "status": "submitted",
            "questions": _questions(hostile),
        },
        "applications/past": {
            "company": hostile.rotated(4),
            "position": hostile.rotated(5),
            "deadline": (datetime.date.today() + datetime.timedelta(days=2)).isoformat(),
            "status": "rejected",
            "questions": _questions(hostile),
        },
        "applications/bare": {"company": hostile.rotated(7)},
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
                    "competencies": [WORD, evil],
                    "ko": {"question": evil, "wordings": [evil], "follow_ups": [evil], "wants": evil},
                }
            ]
        },
        "competencies": {
            "competencies": [{"id": "own", "ko": evil, "en": evil, "words": {"ko": ["페이로드역량", "무지개역량"]}}]
        },
        "glossary": {"terms": [{"id": "own-term", "ko": [evil], "en": [evil]}]},
        "profile": dict.fromkeys(("name", "headline", "email", "phone", "education", "introduction"), evil),
    }


def _story(hostile: Hostile, by: int) -> dict[str, object]:
    evil = hostile.rotated(by)
    row = {"text": evil, "evidence": evil, "say_instead": evil}
    return {
        **dict.fromkeys(("title", "headline", "period", "role"), evil),
        **{name: f"{hostile.rotated(by + place)}. {WORD} {name} 문장입니다." for place, name in enumerate(TEXTS)},
        **{name: [evil, f"{evil} 2"] for name in ("skills", "aliases", "led_to")},
        "competencies": [evil, "failure"],
        "claims": [{**row, "status": status} for status in ("retracted", "unconfirmed", evil)],
        "follow_ups": [{"question": evil, "answer": evil}, {"question": f"{evil} 빈 답"}],
        evil: evil,
    }


def _questions(hostile: Hostile) -> list[dict[str, object]]:
    evil = hostile.text
    draft = f"{hostile.rotated(3)}. {WORD} action 문장입니다. 우리 팀은 됬습니다 ㅋㅋ. {hostile.rotated(8)}."
    return [
        {"question": evil, "kind": "story", "limit": "300", "stories": ["one", evil], "draft": draft},
        {"question": f"{hostile.rotated(5)} 지원 동기", "kind": "company", "limit": evil, "draft": draft},
        {"question": f"{WORD}역량 페이로드역량을 보인 경험", "limit": "1000", "stories": ["two", "three"]},
        {"question": f"{hostile.rotated(2)} 1분 자기소개", "kind": "self-introduction", "limit": "60초"},
        {"question": f"{hostile.rotated(6)} 협업 경험", "kind": "story", "draft": draft, "counts": "portal-bytes"},
        {"question": "무지개역량을 발휘한 경험을 적어 주세요", "kind": "story"},
    ]


def _live(hostile: Hostile) -> None:
    """Save, name, delete and type as a person does: what is kept of it is as hostile as the library."""
    folder, evil = hostile.folder, hostile.text
    saving.save_fields(read_library(folder), "stories", "one", {"action": hostile.rotated(2)})
    saving.save_fields(read_library(folder), "applications", "firm", {"outcome": hostile.rotated(3)})
    for question in _questions(hostile)[:2]:
        asked = str(question["question"])
        keep_version(folder, "firm", asked, hostile.rotated(5), hostile.rotated(6))
        keep_version(folder, "firm", f"{asked} 예전", hostile.rotated(7), hostile.rotated(8))
    with (folder / "versions" / "firm.jsonl").open("a", encoding="utf-8") as versions:
        half = {"at": "2026-01-01", "question": str(_questions(hostile)[0]["question"]), "name": "\ud800", "text": evil}
        versions.write(json.dumps(half) + "\n")
    for kind in ("stories", "concepts", "interviews"):
        made = saving.create_record(read_library(folder), kind, "gone", {_NAMES[kind]: hostile.rotated(4)})
        library = read_library(folder)
        delete_record(library, kind, made, library.files[kind, made].version)
    keep_draft(folder, "stories", "two", {"title": hostile.rotated(1), "role": hostile.rotated(2)}, "older")
    keep_draft(folder, "stories", "lost", {"title": evil}, "older")
    keep_draft(folder, "texts", "past.own.company", {"text": hostile.rotated(9)}, "", {"text": "여기 없는 글"})
    keep_draft(folder, "pasted", "firm", {"text": _pasted(hostile)}, "")
    keep_draft(folder, "new", "story", {"title": evil}, "")
    (state_folder(folder) / "stories-seen").write_text("4", encoding="ascii")


_NAMES = {"stories": "title", "concepts": "title", "interviews": "organisation"}


def _pasted(hostile: Hostile) -> str:
    evil = hostile.text
    return f"{evil}\n유의사항: {evil}\n1. {evil} 서술하시오. (500자 이내)\n2. {hostile.rotated(1)} 서술하시오.\n"
