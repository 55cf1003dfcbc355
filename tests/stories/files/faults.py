"""Files that people really have: what each gives when it is read as stories/<name>.yaml. One list for all tests."""

from dataclasses import dataclass
from pathlib import Path

from stories.files.tree import Plain
from stories.problems import Problem

FIXTURES = Path(__file__).parents[2] / "fixtures" / "stories"
FILE = "stories/x.yaml"
"""Where each of them is put, as problems name it."""

Expected = tuple[int, str, dict[str, str]]


@dataclass(frozen=True)
class Fault:
    """One file with the problems it gives (line, code, details) and the fields that are read nevertheless."""

    name: str
    content: bytes
    problems: tuple[Problem, ...] = ()
    fields: dict[str, Plain] | None = None


def _stored(name: str, *problems: Expected, **fields: Plain) -> Fault:
    """A file of tests/fixtures/stories."""
    return _made(name, (FIXTURES / f"{name}.yaml").read_bytes(), *problems, **fields)


def _made(name: str, content: bytes, *problems: Expected, **fields: Plain) -> Fault:
    """A file that no editor or git would keep as it is: its bytes stand here."""
    return Fault(name, content, tuple(Problem(FILE, *problem) for problem in problems), fields or None)


_TITLE = "title: 발표\nsituation: |\n  첫 줄\n  둘째 줄\n"
_PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256))

FAULTS: tuple[Fault, ...] = (
    # Kept as typed, whatever YAML makes of it.
    _stored(
        "ok_words_like_types",
        title="no", headline="yes", period="null", role="~", situation="true", task="off", action=".nan",
        result="0x1F", learned="1e3",
    ),
    _stored(
        "ok_numbers",
        title="12:30", headline="2023.10", period="0012", role="1_000", situation="1.10", task="010",
        action="12345678901234567890123", result="+5", learned="0.065%",
    ),
    _stored(
        "ok_dates", title="2019-10-21", headline="2019-13-45", period="2019-06 ~ 2019-09", role="2019-10-21T10:00:00Z"
    ),
    _stored(
        "ok_on_key",
        (2, "unknown-key", {"key": "on"}),
        (3, "unknown-key", {"key": "yes"}),
        title="발표 시간을 지킨 이야기",
    ),
    _stored(
        "ok_quoted", title="it's: \"따옴표\" # 그대로", headline="탭\t과 줄\n바꿈", skills=["C#", "C++", "R"]
    ),
    _stored("ok_words_on_one_line", title="낱말 목록", skills=["EDA", "LSTM", "kNN"], aliases=["가", "나"]),
    _stored(
        "ok_block_with_everything",
        situation=(
            '# 여기는 주석이 아니다\n&co *강조 !주의 %5 @골뱅이 `코드` [주의] "인용" 뒤 A: B: C\n'
            "\n- 빈 줄도 남는다"
        ),
    ),
    _stored("ok_document_start", title="줄표 세 개로 시작"),
    _stored("ok_document_end", title="점 세 개로 끝"),
    _stored("ok_only_title", title="제목만 있는 이야기", headline="", claims=[], skills=[]),
    _stored("ok_flow_root", title="한 줄에 다 쓴 이야기", headline="읽기만 된다"),
    # Any encoding and line end that an editor writes.
    _made("ok_crlf", _TITLE.replace("\n", "\r\n").encode(), title="발표", situation="첫 줄\n둘째 줄"),
    _made("ok_cr", _TITLE.replace("\n", "\r").encode(), title="발표", situation="첫 줄\n둘째 줄"),
    _made("ok_bom", _TITLE.encode("utf-8-sig"), title="발표", situation="첫 줄\n둘째 줄"),
    _made("ok_utf16_little", b"\xff\xfe" + _TITLE.encode("utf-16-le"), title="발표", situation="첫 줄\n둘째 줄"),
    _made("ok_utf16_big", b"\xfe\xff" + _TITLE.encode("utf-16-be"), title="발표", situation="첫 줄\n둘째 줄"),
    _made("ok_no_last_line_end", _TITLE.rstrip("\n").encode(), title="발표", situation="첫 줄\n둘째 줄"),
    _made("ok_decomposed", "title: \u110c\u1175\u110b\u116f\u11ab 동기\n".encode(), title="지원 동기"),
    _made("bad_cp949", _TITLE.encode("cp949"), (0, "cp949", {})),
    # Not a story file at all.
    _made("bad_png", _PNG, (0, "not-a-text-file", {})),
    _made("bad_zero_bytes", b"\0" * 4096, (0, "empty-file", {})),
    _made("bad_nul_inside", _TITLE.encode() + b"\0\0\0", (0, "not-a-text-file", {})),
    _made("bad_half_utf16", b"\xff\xfe" + _TITLE.encode("utf-16-le")[:-1], (0, "not-a-text-file", {})),
    _made("bad_empty", b"", (0, "empty-file", {})),
    _made("bad_blank", b" \r\n\t\n", (0, "empty-file", {})),
    _made("bad_only_bom", b"\xef\xbb\xbf", (0, "empty-file", {})),
    _stored("bad_only_comments", (0, "empty-file", {})),
    _stored("bad_only_dashes", (0, "empty-file", {})),
    _stored("bad_list_at_top", (1, "list-at-top", {})),
    _stored("bad_plain_text", (1, "plain-text", {})),
    _stored("bad_markdown", (3, "plain-text", {})),
    _stored("bad_front_matter", (3, "front-matter", {})),
    _stored("bad_two_documents", (3, "several-documents", {})),
    _stored("bad_two_documents_plain", (2, "several-documents", {})),
    _made(
        "bad_too_large",
        b"title: x\nsituation: |\n" + b"  abcdefg\n" * 30_000,
        (0, "too-large", {"size": "292 KB", "limit": "256 KB"}),
    ),
    # One line that YAML does not take.
    _stored("bad_key_twice", (4, "duplicate-key", {"key": "title", "first": "1"})),
    _stored("bad_row_key_twice", (4, "duplicate-key", {"key": "text", "first": "3"})),
    _stored("bad_ampersand", (2, "anchor", {"character": "&"})),
    _stored("bad_ampersand_alone", (2, "anchor", {"character": "&"})),
    _stored("bad_star", (2, "special-start", {"character": "*"})),
    _stored("bad_star_alias", (2, "anchor", {"character": "*"})),
    _stored("bad_exclamation", (2, "special-start", {"character": "!"})),
    _stored("bad_percent", (2, "special-start", {"character": "%"})),
    _stored("bad_at", (2, "special-start", {"character": "@"})),
    _stored("bad_backtick", (2, "special-start", {"character": "`"})),
    _stored("bad_bracket", (2, "special-start", {"character": "["})),
    _stored("bad_brace", (2, "special-start", {"character": "{"})),
    _stored("bad_quote", (2, "special-start", {"character": '"'})),
    _stored("bad_single_quote", (2, "special-start", {"character": "'"})),
    _stored("bad_dash", (2, "special-start", {"character": "-"})),
    _stored("bad_unclosed_quote", (1, "special-start", {"character": '"'})),
    _stored("bad_colon_inside", (2, "colon-inside", {})),
    _stored("bad_tab", (3, "tab", {})),
    _stored("bad_no_break_space", (3, "odd-space", {})),
    _stored("bad_no_break_space_row", (3, "odd-space", {}), title="공백", claims=[]),
    _stored("bad_full_width_colon", (2, "full-width-colon", {})),
    _stored("bad_full_width_colon_first", (1, "full-width-colon", {})),
    _stored("bad_unindented_second_line", (3, "line-without-key", {"text": "둘째 줄은 들여 쓰지 않았다"})),
    _stored("bad_complex_key", (2, "syntax", {"text": "? [가, 나]"})),
    _stored("bad_conflict", (2, "conflict-markers", {})),
    _stored("bad_conflict_in_block", (4, "conflict-markers", {})),
    # What could hurt.
    _stored("bad_alias_bomb", (1, "anchor", {"character": "&"})),
    _stored("bad_merge_bomb", (1, "anchor", {"character": "&"})),
    _stored("bad_deep", (2, "too-deep", {})),
    _stored("bad_python_tag", (1, "tag", {"character": "!"})),
    _stored("bad_tag", (1, "tag", {"character": "!"})),
    _made("bad_brackets", b"[" * 200_000, (1, "too-deep", {})),
    _made("bad_dashes", b"- " * 100_000, (1, "too-deep", {})),
    _made("bad_question_marks", b"? " * 100_000, (1, "syntax", {"text": "? " * 30})),
    # Characters that no file can hold.
    _stored("bad_null_escape", (2, "control-character", {"character": "U+0000"}), title="제어", headline=""),
    _stored("bad_surrogate_escape", (2, "control-character", {"character": "U+D800"})),
    _made(
        "bad_control_character",
        "title: 제어\nheadline: |\n  첫 줄\n  여기\x01에\n".encode(),
        (4, "control-character", {"character": "U+0001"}),
    ),
    _made("bad_delete_character", "title: 제\x7f어\n".encode(), (1, "control-character", {"character": "U+007F"})),
    # Fields that hold something else than they should: the rest is read.
    _stored("bad_map_in_text", (2, "not-text", {"field": "action"}), title="지도", action=""),
    _stored("bad_list_in_text", (2, "not-text", {"field": "action"}), title="목록", action=""),
    _stored("bad_text_in_rows", (2, "not-list", {"field": "claims"}), title="글", claims=[]),
    _stored("bad_text_as_row", (3, "not-a-row", {"field": "claims"}), title="글"),
    _stored("bad_map_in_words", (3, "not-text", {"field": "skills"}), title="지도", skills=["Python"]),
    _stored("bad_map_for_words", (2, "not-list", {"field": "skills"}), title="지도", skills=[]),
    # Told, and nothing is lost.
    _stored(
        "warn_comment_cuts",
        (1, "comment-cuts-text", {"text": "#1 결과"}),
        (2, "comment-cuts-text", {"text": "#해시태그로 시작"}),
        (3, "comment-cuts-text", {"text": "# 그리고 발표"}),
        (5, "comment-cuts-text", {"text": "#3"}),
        title="우리 팀이 낸", headline="", role="분석", period="2019", skills=["SQL", "C"],
    ),
    _stored(
        "warn_unknown_keys",
        (2, "unknown-key-meant", {"key": "sitaution", "meant": "situation"}),
        (3, "unknown-key", {"key": "상 황"}),
        (4, "unknown-key-meant", {"key": "<U+200B>task", "meant": "task"}),
        (5, "unknown-key", {"key": "mood"}),
        title="모르는 항목", situation="", task="",
    ),
    _stored(
        "warn_unknown_row_keys",
        (4, "unknown-key-meant", {"key": "anwser", "meant": "answer"}),
        (5, "unknown-key", {"key": "mood"}),
        title="행 안의 항목",
    ),
    _stored(
        "warn_choice",
        (
            4,
            "not-a-choice",
            {
                "field": "status",
                "value": "confrimed",
                "choices": "confirmed, supported, unconfirmed, cannot-confirm, retracted",
            },
        ),
        title="고르는 값",
    ),
    _stored("warn_no_title", (0, "title-missing", {}), title="", headline="제목이 없다"),
    _stored("bad_newer_version", (3, "newer-version", {"version": "99", "known": "2"}), title="앞날의 이야기"),
    _stored("warn_own_version", (2, "not-a-version", {"known": "2"}), title="세 번째로 고친 이야기"),
    _stored("warn_bad_date", (2, "not-a-date", {"field": "archived", "value": "2019-13-45"}), archived="2019-13-45"),
    _stored("warn_id_inside", (1, "unknown-key", {"key": "id"}), id="x", title="id는 파일 이름이다"),
    _stored("warn_merge_key", (2, "unknown-key", {"key": "<<"}), title="합치기", headline=""),
)  # fmt: skip
UNREADABLE = tuple(fault for fault in FAULTS if fault.fields is None)
"""The files from which no record comes; nothing may ever be written into them."""
SITUATIONS: tuple[Problem, ...] = (
    Problem("stories/x.yml", 0, "same-id", {"id": "x"}),
    Problem("stories/나의 이야기.yaml", 0, "unsafe-file-name", {"id": "나의 이야기"}),
    Problem("stories/x (conflicted copy 2019-10-21).yaml", 0, "conflicted-copy", {"id": "x"}),
    Problem("stories/x.yaml", 0, "vanished"),
    Problem("stories/x.yaml", 0, "no-permission"),
    Problem("stories/x.yaml", 0, "not-read", {"detail": "Input/output error"}),
    Problem("stories/x.yaml", 0, "not-a-file"),
    Problem("stories/x.yaml", 0, "link-outside"),
    Problem("stories/", 0, "folder-not-readable"),
    Problem("stories/x.yaml", 0, "unknown-id", {"field": "led_to", "id": "없는-이야기"}),
)
"""What the folder and the disk give, not the content of a file; test_library makes each of them happen."""
PROBLEMS: tuple[Problem, ...] = (*(problem for fault in FAULTS for problem in fault.problems), *SITUATIONS)
"""Every problem that these tests make; together they have every code."""


def situation(code: str) -> Problem:
    """Return the problem of this code that a folder or a disk gives."""
    return next(problem for problem in SITUATIONS if problem.code == code)
