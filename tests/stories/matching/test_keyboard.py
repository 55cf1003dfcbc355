"""Who forgot to switch the keyboard is understood, in both directions, and words that are meant stay."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stories.matching.index import LibraryIndex
from stories.matching.keyboard import hangul, keys, retyped
from stories.matching.ranking import find
from stories.matching.understanding import understand
from stories.matching.vocabulary import bank_vocabulary
from tests.stories.matching.conftest import Make

# The two-set layout once more, by the conjoining letters of Unicode (U+1100, U+1161, U+11A8 and on).
LEADS = [*"rRseEfaqQtTdwWczxvg"]
VOWELS = [*"koiOjpuPh", "hk", "ho", "hl", "y", "n", "nj", "np", "nl", "b", "m", "ml", "l"]
TAILS = [
    "",
    "r",
    "R",
    "rt",
    "s",
    "sw",
    "sg",
    "e",
    "f",
    "fr",
    "fa",
    "fq",
    "ft",
    "fx",
    "fv",
    "fg",
    "a",
    "q",
    "qt",
    *"tTdwczxvg",
]
SYLLABLES = st.lists(
    st.tuples(st.integers(0, len(LEADS) - 1), st.integers(0, len(VOWELS) - 1), st.integers(0, len(TAILS) - 1)),
    max_size=6,
)
KNOWN = {"지원", "동기", "python", "team", "데이터"}


def known(word: str) -> bool:
    return word in KNOWN


def _typed(syllables: list[tuple[int, int, int]]) -> str:
    return "".join(LEADS[lead] + VOWELS[vowel] + TAILS[tail] for lead, vowel, tail in syllables)


def _composed(syllables: list[tuple[int, int, int]]) -> str:
    """Return what Unicode composes of the letters."""
    return unicodedata.normalize(
        "NFC",
        "".join(
            chr(0x1100 + lead) + chr(0x1161 + vowel) + (chr(0x11A7 + tail) if tail else "")
            for lead, vowel, tail in syllables
        ),
    )


@given(SYLLABLES)
def test_keys_give_the_syllables_that_unicode_composes_and_back(syllables: list[tuple[int, int, int]]) -> None:
    assert hangul(_typed(syllables)) == _composed(syllables)
    assert keys(_composed(syllables)) == _typed(syllables)


@given(st.text("rRseEfaqQtTdwWczxvgkoiOjpuPhynbml", max_size=12))
def test_no_key_is_lost_whatever_is_typed(typed: str) -> None:
    assert keys(hangul(typed)) == typed


@given(st.text(max_size=20))
def test_letters_of_other_scripts_stay_as_they_are(text: str) -> None:
    other = "".join(one for one in text if not (one.isascii() and one.isalpha()) and not "ㄱ" <= one <= "ㅣ")
    assert hangul(other) == other


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("wldnjs", "지원"),
        ("Wldnjs EHDRL", "지원 동기"),
        ("ㅔㅛ쏘ㅐㅜ", "pyThon"),
        ("ㅔㅛ소ㅐㅜ으로 한 일", "ㅔㅛ소ㅐㅜ으로 한 일"),
        ("ㅅㄷ므", "team"),
        ("wldnjs, 팀 ㅔㅛ소ㅐㅜ?", "지원, 팀 python?"),
        ("epdlxj 분석", "데이터 분석"),
    ],
)
def test_a_word_of_the_other_keyboard_is_typed_there(typed: str, meant: str) -> None:
    assert retyped(typed, known) == meant


@pytest.mark.parametrize(
    "typed", ["team", "Team Python", "지원 동기", "wl", "xyzzy", "ㅋㅋㅋ", "ㅠㅠ", "ㅂㅋㅌ", "", "12 a"]
)
def test_a_word_that_is_meant_or_makes_sense_nowhere_stays(typed: str) -> None:
    assert retyped(typed, known) == typed


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("wldnjs ehdrlrk andjtdlsrkdy?", "지원 동기가 무엇인가요?"),
        ("Rkwkd djfudnjTejs ehwjs", "가장 어려웠던 도전"),
        ("ㅠㅑㅎㅎㄷㄴㅅ ㄹ먀ㅣㅕㄱㄷ", "biggest failure"),
    ],
)
def test_a_question_of_the_other_keyboard_is_understood_as_meant(typed: str, meant: str) -> None:
    words = bank_vocabulary()
    asked = understand(typed, words)
    assert asked.retyped == meant
    assert asked.near[0].question == understand(meant, words).near[0].question


def test_a_question_in_english_is_not_taken_for_korean() -> None:
    for question in ("Tell me about a time you failed", "Why do you want to work here?", "LSTM vs GRU"):
        assert understand(question, bank_vocabulary()).retyped == ""


def test_a_name_that_only_the_library_knows_is_found_from_the_other_keyboard(make: Make) -> None:
    index = LibraryIndex(make(stories={"owl": {"title": "부엉꽃 납품기"}, "boat": {"title": "나룻배 수리"}}))
    answer = find(keys("부엉꽃"), index)
    assert answer.asked.retyped == "부엉꽃"
    assert [match.story.id for match in answer.stories] == ["owl"]


@pytest.mark.parametrize("piece", ["가", "ㄱ", "가ㄱ", "r", "rk", "ㅔㅛ소ㅐㅜ"])
def test_one_long_word_is_read_in_time_that_grows_with_its_length(piece: str) -> None:
    def seconds(count: int) -> float:
        start = time.process_time()
        retyped(piece * (count // len(piece)), lambda word: False)
        return time.process_time() - start

    assert min(seconds(20_000) for _ in range(2)) < 0.02 + 40 * min(seconds(2_000) for _ in range(3))
