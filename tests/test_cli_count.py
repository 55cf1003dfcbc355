"""`storybank count`: what people read, what other programs read, and where the text comes from."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from languages import LANGUAGES, sentences
from stories.writing.count import count
from tests import test_cli
from tests.stories.writing.odd_texts import odd_texts
from tests.test_cli import Outcome, Run

run = test_cli.run
KEYS = [
    "characters", "characters_without_spaces", "portal_bytes", "utf8_bytes", "syllables", "seconds_low", "seconds_high",
]  # fmt: skip
TEXT = "지원 동기\n저는"


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_tells_every_count_in_the_language(language: str, run: Run) -> None:
    say = sentences(language)
    found = run("count", "-", "--language", language, stdin=TEXT.encode())
    assert found.out.splitlines() == [
        say("count.characters", count=8),
        say("count.characters_without_spaces", count=6),
        say("count.portal_bytes", count=14),
        say("count.utf8_bytes", count=20),
        say("count.lines", count=2),
        say("count.spoken", low=1, high=2, syllables=6),
    ]
    assert (found.code, found.err) == (0, "")


def test_json_has_stable_keys_on_one_line(run: Run) -> None:
    found = run("count", "-", "--json", stdin=TEXT.encode())
    (counted,) = found.answers
    assert list(counted) == KEYS
    assert counted == dict(zip(KEYS, (8, 6, 14, 20, 6, 1.2, 1.4), strict=True))
    (limited,) = run("count", "-", "--json", "--limit", "10", "--rule", "portal-bytes", stdin=TEXT.encode()).answers
    assert limited == counted | {"rule": "portal-bytes", "limit": 10, "left": -4}


@pytest.mark.parametrize(
    ("text", "arguments", "first"),
    [
        (TEXT, ["--limit", "7"], ["공백 포함: 8자", "제한 7: 1 넘침", "공백 제외: 6자"]),
        ("가" * 8, ["--limit", "10"], ["공백 포함: 8자", "제한 10: 2 남음 (80 % 채움)", "공백 제외: 8자"]),
        (TEXT, ["--limit", "1000000"], ["공백 포함: 8자", "제한 1,000,000: 999,992 남음 (0 % 채움)"]),
        (TEXT, ["--limit", "8", "--rule", "characters-without-spaces"],
         ["공백 제외: 6자", "제한 8: 2 남음 (75 % 채움)", "공백 포함: 8자"]),
        (TEXT, ["--rule", "utf8-bytes"], ["UTF-8 바이트(한글 3): 20바이트", "공백 포함: 8자"]),
    ],
)  # fmt: skip
def test_the_rule_stands_first_with_its_limit_and_over_it_is_no_error(
    text: str, arguments: list[str], first: list[str], run: Run
) -> None:
    found = run("count", "-", *arguments, stdin=text.encode())
    assert found.out.splitlines()[: len(first)] == first
    assert (found.code, found.err) == (0, "")


def test_it_says_what_to_look_at(run: Run) -> None:
    say = sentences("ko")

    def told(text: str, limit: int) -> set[str]:
        advice = {say("count.short"), say("count.newlines", count=1), say("count.last_newline")}
        return advice & set(run("count", "-", "--limit", limit, stdin=text.encode()).out.splitlines())

    assert told("가" * 69, 100) == {say("count.short")}
    assert told("가" * 70, 100) == set()
    assert told("가\n나", 3) == {say("count.newlines", count=1)}
    assert told("가\n나", 4) == told("가\n나", 2) == set()
    assert told("가나다\n", 5) == {say("count.last_newline")}


@pytest.mark.parametrize("content", [b"", b"\n", b" \t\r\n", b"\xef\xbb\xbf"])
def test_an_empty_text_is_counted_too(content: bytes, run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(content)
    (counted,) = run("count", tmp_path / "empty.txt", "--json").answers
    assert counted["characters_without_spaces"] == counted["syllables"] == 0
    assert counted["characters"] == len(content.decode("utf-8-sig").replace("\r\n", "\n"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_and_standard_input_count_alike_in_any_encoding_that_says_what_it_is(
    encoding: str, run: Run, tmp_path: Path
) -> None:
    content = "\u110c\u1175\u110b\u116f\u11ab 동기\r\n저는 👨‍👩‍👧 0.065%".encode(encoding)
    (tmp_path / "draft.txt").write_bytes(content)
    from_file = run("count", tmp_path / "draft.txt", "--json")
    assert from_file == run("count", "-", "--json", stdin=content)
    assert from_file.answers[0]["characters"] == len("지원 동기\n저는 0.065%") + 9


def test_random_texts_come_through_the_shell_unchanged(run: Run) -> None:
    for text in odd_texts(300, seed=444):
        whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore").removeprefix("\ufeff")
        found = run("count", "-", "--json", stdin=whole.encode())
        expected = count(whole)
        assert found.answers[0]["characters"] == expected.characters, ascii(whole)
        assert found.answers[0]["utf8_bytes"] == expected.utf8_bytes


def test_a_long_posting_is_counted(run: Run, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("가" * 1_000_000, encoding="utf-8")
    (counted,) = run("count", tmp_path / "long.txt", "--json", "--limit", "1000000").answers
    assert (counted["characters"], counted["left"]) == (1_000_000, 0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_in_the_old_encoding_is_told_with_the_remedy(language: str, run: Run, tmp_path: Path) -> None:
    say, path = sentences(language), tmp_path / "old.txt"
    path.write_bytes("가장 어려웠던 도전은?".encode("cp949"))
    sentence = say("errors.unreadable-text", file=path, problem=say("problems.cp949"))
    assert run("count", path, "--language", language) == Outcome(2, "", f"{sentence}\n")


def test_counting_needs_no_library_and_loads_neither_the_app_nor_word(tmp_path: Path) -> None:
    script = (
        "import sys, cli\n"
        f"code = cli.main(['count', '-', '--json', '--library', {str(tmp_path / 'none')!r}])\n"
        "loaded = {name.partition('.')[0] for name in sys.modules}\n"
        "print(code, sorted(loaded & {'streamlit', 'docx', 'pandas', 'pyarrow', 'uvicorn', 'lxml'}))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=test_cli.ROOT, input=TEXT.encode(), capture_output=True, timeout=60,
        check=True,
    )  # fmt: skip
    counted, loaded = done.stdout.decode().splitlines()
    assert json.loads(counted)["characters"] == 8 and loaded == "0 []"
