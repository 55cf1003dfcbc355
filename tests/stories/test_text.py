"""Text from outside: what is kept, what is made one, and what no file can hold."""

import unicodedata

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from stories.text import clean, one_line, unstorable, without_unstorable


@given(st.text())
def test_cleaning_twice_is_cleaning_once_and_gives_composed_text_with_plain_line_ends(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned == unicodedata.normalize("NFC", cleaned)
    assert not set(cleaned) & set("\r\x0b\x0c\x85\u2028\u2029")
    assert cleaned == cleaned.rstrip()


@given(st.text())
def test_what_is_called_storable_is_what_yaml_can_hold(text: str) -> None:
    cleaned = clean(text)
    if not unstorable(cleaned):
        assert yaml.load(yaml.dump(cleaned, allow_unicode=True), Loader=yaml.BaseLoader) == cleaned
    assert not unstorable(without_unstorable(cleaned))
    assert len(without_unstorable(cleaned)) == len(cleaned)


def test_text_from_macos_counts_as_people_expect() -> None:
    assert clean("\u110c\u1175\u110b\u116f\u11ab \u1103\u1169\u11bc\u1100\u1175\n") == "지원 동기"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_line_end_is_one_line_end(end: str) -> None:
    assert clean(f"가{end}나{end}{end}다{end}") == "가\n나\n\n다"


@pytest.mark.parametrize(
    "text", [" 앞", "\n\n앞", "가\t나", "가  나", "가 \n나", "😀", "\u200b가", "\ufeff가", "가\u00a0나", "#", "- 가"]
)
def test_everything_else_stays(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize("letter", [*map(chr, (0, 1, 7, 8, 14, 27, 31, 127)), "\ud800", "\udfff", "\ufffe", "\uffff"])
def test_a_letter_that_no_file_can_hold_is_found_and_shown(letter: str) -> None:
    found = unstorable(f"가{letter}나")
    assert found and (found.start(), found.group()) == (1, letter)
    assert without_unstorable(f"가{letter}나") == "가\ufffd나"


@pytest.mark.parametrize("text", ["", "가\t나\n다", "😀", "\u200b", "\ufeff", "\x85", "\x80", "\U0010ffff", "\ue000"])
def test_a_letter_that_files_can_hold_is_not(text: str) -> None:
    assert unstorable(text) is None


def test_one_line_is_one_line() -> None:
    assert one_line(" 가\n\n나\t 다\u3000라 \u110c\u1175 ") == "가 나 다 라 지"
