"""Typing noise: what each kind does, that it does not run away, and that it is the same every time."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.matching.judged import PARTS, read_questions
from benchmarks.matching.keys import LATIN, composed, latin, neighbours, typed
from benchmarks.matching.noise import NOISES, SPOKEN, spoken, with_slips, without_spaces

KOREAN = [question.query for question in read_questions(PARTS) if question.language == "ko"]
SYLLABLES = st.text(st.characters(min_codepoint=ord("가"), max_codepoint=ord("힣")), min_size=1, max_size=40)


@given(SYLLABLES)
def test_keys_put_together_again_are_the_text(text: str) -> None:
    assert composed(typed(text)) == text


def test_a_consonant_before_a_vowel_begins_the_next_syllable() -> None:
    assert composed("ㄷㅏㄹㄱㅣ") == "달기"
    assert composed("ㄷㅏㄹㄱ") == "닭"
    assert composed("ㄱㅕㅇㅓㅎㅁ") == "겨엏ㅁ"


def test_latin_keys_are_those_of_the_two_set_keyboard() -> None:
    assert latin("지원 동기") == "wldnjs ehdrl"
    assert latin("꽤 어려웠던 LSTM?") == "Rho djfudnjTejs LSTM?"
    assert len(set(LATIN.values())) == len(LATIN)


def test_neighbours_are_beside_the_key() -> None:
    assert set(neighbours("ㅁ")) == {"ㅂ", "ㅈ", "ㄴ", "ㅋ", "ㅌ"}
    assert set(neighbours("ㅃ")) == set(neighbours("ㅂ"))
    assert neighbours("A") == []


def test_slips_are_one_in_ten_syllables() -> None:
    for text in KOREAN:
        slipped, keys = typed(with_slips(text)), typed(text)
        assert slipped != keys
        assert abs(len(slipped) - len(keys)) <= max(round(len(text) / 10), 1)


@pytest.mark.parametrize("name", NOISES)
def test_noise_is_the_same_every_time_and_of_a_sensible_length(name: str) -> None:
    noise = NOISES[name]
    once = [noise(text) for text in KOREAN]
    random.seed(1)
    assert once == [noise(text) for text in KOREAN]
    longest = 4 if name == "on Latin keys" else 1.5
    assert all(len(text) / 2 <= len(new) <= longest * len(text) + 2 for text, new in zip(KOREAN, once, strict=True))


@pytest.mark.parametrize("name", NOISES)
@pytest.mark.parametrize("text", ["", " ", "?!", "LSTM", "ㅋㅋ", "🙂"])
def test_noise_takes_any_text(name: str, text: str) -> None:
    assert isinstance(NOISES[name](text), str)


def test_text_without_syllables_has_no_slips() -> None:
    assert with_slips("Why LSTM?") == "Why LSTM?"


def test_no_space_is_left() -> None:
    assert without_spaces(" 가장 어려웠던\t일 ") == "가장어려웠던일"


def test_people_chat_otherwise_than_they_write() -> None:
    assert spoken("역할이 있었던 일") == "역활이 잇엇던 일"
    assert all(text not in ways or len(ways) > 1 for text, ways in SPOKEN.items())
    changed = sum(spoken(text) != text for text in KOREAN)
    assert changed > len(KOREAN) / 2
