"""Initial consonants alone (초성) find what begins with them; laughter and short answers find nothing."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stories.matching.index import LibraryIndex
from stories.matching.initials import initials, initials_in
from stories.matching.preparation import cased
from stories.matching.ranking import find
from tests.stories.matching.conftest import Make

LEADS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"


@given(st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), max_size=20))
def test_the_initial_of_a_syllable_is_the_first_letter_that_unicode_takes_it_apart_into(text: str) -> None:
    apart = (unicodedata.normalize("NFD", syllable) for syllable in text)
    assert initials(text) == "".join(LEADS[ord(letters[0]) - 0x1100] for letters in apart)


def test_spaces_and_signs_have_no_initial_and_other_letters_stand_for_themselves() -> None:
    assert initials("빅 콘테스트(2019) - AI!") == "ㅂㅋㅌㅅㅌ2019AI"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ㅂㅋㅌ", ["ㅂㅋㅌ"]),
        ("ㅂㅋㅌ 이야기", ["ㅂㅋㅌ"]),
        ("ㅂㅋㅌ?", ["ㅂㅋㅌ"]),
        ("‘ㅂㅋㅌ’, ㄹㄷㅅ!", ["ㅂㅋㅌ", "ㄹㄷㅅ"]),
        ("ㄱㅊㄱㅅㅈ", ["ㄱㅊㄱㅅㅈ"]),
        ("ㄳㅁ", ["ㄱㅅㅁ"]),
        ("ㅁㅄ", ["ㅁㅂㅅ"]),
    ],
)
def test_a_word_of_initials_is_seen(text: str, found: list[str]) -> None:
    assert initials_in(text) == initials_in(cased(text)) == found


@pytest.mark.parametrize(
    "text", ["", "ㄱ", "ㅋㅋㅋ", "ㅎㅎ ㅠㅠ", "ㅇㅇ", "ㄴㄴ", "ㅋㅋㅎㅎ", "도전", "ㅏㅏ", "가ㄱㄴ", "abc", "ㅂㅋ트"]
)
def test_laughter_and_other_words_are_no_initials(text: str) -> None:
    assert initials_in(text) == []


@pytest.mark.parametrize("typed", ["ㄴㄹㅂ", "ㄴㄹㅂ?", "ㄴㄹㅂㅅㄹ", "ㅅㅎ"])
def test_initials_find_the_story_by_its_title_or_another_name(typed: str, make: Make) -> None:
    stories = {"boat": {"title": "나룻배 수리", "aliases": ["사향"]}, "kite": {"title": "방패연 날리기"}}
    answer = find(typed, LibraryIndex(make(stories=stories)))
    assert [match.story.id for match in answer.stories] == ["boat"]


def test_initials_joined_by_the_keyboard_of_windows_find_it_too(make: Make) -> None:
    index = LibraryIndex(make(stories={"school": {"title": "글숲 도서관"}, "kite": {"title": "방패연"}}))
    assert [match.story.id for match in find("ㄳㄷㅅㄱ", index).stories] == ["school"]


def test_the_initials_of_a_competency_ask_for_it(make: Make) -> None:
    stories = {"led": {"title": "가", "competencies": ["leadership"]}, "kite": {"title": "나"}}
    answer = find("ㄹㄷㅅ", LibraryIndex(make(stories=stories)))
    assert answer.asked.main_competency == "leadership"
    assert answer.stories[0].story.id == "led"


def test_laughter_finds_no_story(make: Make) -> None:
    stories = {"laugh": {"title": "코끼리 코"}, "hoho": {"title": "하하 호호"}}
    assert find("ㅋㅋㅋ", LibraryIndex(make(stories=stories))).stories == ()
