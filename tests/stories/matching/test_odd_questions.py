"""Whatever is typed or pasted gets an answer: no error, nothing endless, no score from nothing."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from languages import LANGUAGES, sentences
from screens.parts.telling import reason_sentence
from stories.matching.grams import grams
from stories.matching.index import LibraryIndex
from stories.matching.marks import marks
from stories.matching.preparation import QUERY_LIMIT, cased, normal, words
from stories.matching.ranking import FITS, Answer, find
from stories.matching.reasons import reasons
from stories.matching.spotting import Spotter
from tests.stories.matching.conftest import Make

ANY = st.text(st.characters(exclude_categories=()))
"""Any text, lone surrogates too."""
KOREAN = st.text("가나다라마바사힣ㄱㅎㅏ도전은왜팀 .,?!\n·~ABCabc+#0.5%'\u200b\u202e\u0301Ⓐß")
TYPED = st.one_of(ANY, KOREAN)

POSTING = """
[채용] 데이터 분석가 (신입)
우리 팀은 매장에서 나오는 기록을 모아 내일의 주문을 미리 셉니다. 이런 일을 합니다: 판매 기록을 모으고 다듬기,
예측 모형을 만들고 결과를 매장에 알리기, 지표 화면을 가꾸기. 이런 분을 찾습니다: SQL과 Python으로 자료를 다루는 분,
숫자를 말로 풀어 주는 분, 서두르지 않고 끝까지 확인하는 분. 있으면 좋습니다: 시계열 예측, 추천, A/B 실험 경험.
근무지는 서울이고 수습은 석 달입니다. 서류, 과제, 면접 두 번을 거칩니다. 궁금한 점은 언제든 물어봐 주세요.
"""


@pytest.mark.parametrize(
    "question",
    ["", " \n\t ", "😀👩‍👩‍👧", "?!...", "·—…「」", "\ud800", "\udfff\ud800", "\u202e\u200f\u2066\u2069", "\u200b\ufeff",
     "\0\x07", "___", "++##", "'’.", "\u0301\u0301"],
)  # fmt: skip
def test_a_question_without_words_gives_no_story(question: str, sample_index: LibraryIndex) -> None:
    answer = find(question, sample_index, limit=None)
    assert (answer.stories, answer.concepts, answer.questions, answer.fit) == ((), (), (), "none")
    assert not answer.asked.cut and answer.asked.answer_kind == "story"


@pytest.mark.parametrize("question", ["a", "R", "가", "ㅋ", "ㅏ", "1", "C"])
def test_one_letter_is_no_error_and_no_match(question: str, sample_index: LibraryIndex) -> None:
    _is_sound(find(question, sample_index, limit=None), sample_index)


def test_marks_of_direction_around_a_question_change_nothing(sample_index: LibraryIndex) -> None:
    plain, marked = "가장 어려웠던 도전은?", "\u202b가장 어려웠던 도전은?\u202c"
    assert find(marked, sample_index).stories == find(plain, sample_index).stories


@pytest.mark.parametrize(
    "piece", ["가", "가장 어려웠던 도전은? ", "x", "!", "😀", "\n", "PCA ", "\ud800", "ß", "ﷺ", "a+", "ㄱ"]
)
def test_of_a_hundred_thousand_characters_only_the_beginning_is_read(piece: str, sample_index: LibraryIndex) -> None:
    question = "도전 " + piece * (100_000 // len(piece)) + "끝"
    answer = find(question, sample_index)
    assert len(answer.asked.text) <= QUERY_LIMIT
    assert answer.asked.cut is (piece != "\n")
    _is_sound(answer, sample_index)


def test_what_stands_after_the_limit_has_no_say(sample_index: LibraryIndex) -> None:
    beginning = ("가장 어려웠던 도전은 무엇이었나요? " * 40)[: QUERY_LIMIT - 1] + " "
    assert find(beginning + "PCA 설명해 주세요 " * 50, sample_index).stories == find(beginning, sample_index).stories


def test_blanks_before_a_question_do_not_hide_it(sample_index: LibraryIndex) -> None:
    answer = find("\n" * 5000 + "가장 어려웠던 도전은?", sample_index)
    assert answer.stories[0].story.id == "big-contest-churn"
    assert not answer.asked.cut


def test_a_whole_job_posting_is_told_to_be_cut_and_still_answered(sample_index: LibraryIndex) -> None:
    answer = find(POSTING * 4, sample_index)
    assert answer.asked.cut is True
    assert len(answer.asked.text) <= QUERY_LIMIT
    assert answer.stories
    assert not find(POSTING[:QUERY_LIMIT], sample_index).asked.cut


def test_the_sentence_on_a_long_question_names_the_limit_that_holds() -> None:
    for language in LANGUAGES:
        assert str(QUERY_LIMIT) in sentences(language)("find.cut")


@given(TYPED)
def test_any_text_gets_a_sound_answer(sample_index: LibraryIndex, question: str) -> None:
    _is_sound(find(question, sample_index, limit=3), sample_index)


def _is_sound(answer: Answer, index: LibraryIndex) -> None:
    """Check that the answer can be shown: scores in order, fits that we know, reasons that can be told."""
    scores = [match.score for match in answer.stories]
    assert scores == sorted(scores, reverse=True) and all(0 <= score <= 100 for score in scores)
    assert answer.fit in FITS and len(answer.asked.text) <= QUERY_LIMIT
    for match in answer.stories[:1]:
        assert match.fit in FITS
        marks(match.story, answer.asked, index.words)
        for language in LANGUAGES:
            for reason in reasons(match, answer.asked, index, language):
                assert reason_sentence(sentences(language), reason)


@given(TYPED)
def test_what_looks_alike_has_one_normal_form(text: str) -> None:
    prepared = normal(text)
    assert prepared == " ".join(prepared.split())
    assert prepared == normal(unicodedata.normalize("NFD", text)) == normal(unicodedata.normalize("NFC", text))
    assert prepared == cased(text).casefold()
    assert len(normal(text, 3)) <= 3


@given(TYPED)
def test_words_and_grams_come_from_the_text_and_nowhere_else(text: str) -> None:
    prepared = normal(text)
    assert all(word and word in prepared for word in words(prepared))
    found = set(grams(prepared).tolist())
    assert found == {gram for word in words(prepared) for gram in grams(word).tolist()}
    assert bool(found) == bool(words(prepared))


@given(
    st.text("가나다라마바사아자차카타파하각힣", min_size=2, max_size=8), st.sampled_from(["", "은", "에서", "입니다"])
)
def test_a_known_korean_word_is_spotted_with_any_ending(word: str, ending: str) -> None:
    assert "id" in [one.meaning for one in Spotter([(word, "id")]).spot(f"저는 {word}{ending} 했다")]


@given(st.text("abcdefghijklmno", min_size=1, max_size=8))
def test_a_known_english_word_is_spotted_whole_and_not_inside_another(word: str) -> None:
    spotter = Spotter([(word, "id")])
    assert spotter.spot(f"the {word}, then") and spotter.spot(f"{word}을 썼다")
    assert not spotter.spot(f"zz{word}zz")


@given(st.lists(TYPED, max_size=6), TYPED)
def test_any_vocabulary_can_be_looked_for_in_any_text(surfaces: list[str], text: str) -> None:
    for any_case in (False, True):
        spotter = Spotter([(surface, str(place)) for place, surface in enumerate(surfaces)], any_case=any_case)
        for spotted in spotter.spot(text):
            assert surfaces[int(spotted.meaning)] == spotted.surface


def test_a_story_of_odd_texts_can_be_asked_for(make: Make) -> None:
    odd = "Ⓐ \u0345 ｢｣ ㅋㅋ {x} %s \\ <b> $a$ \u202e +++ ... 😀"
    story = {
        "title": odd,
        "action": odd,
        "aliases": ["Ⓐ", "\u0345", "+", "..."],
        "skills": ["*", "C*", "가"],
        "result": odd,
    }
    index = LibraryIndex(make(stories={"odd": story}, concepts={"odd": {"title": "Ⓐ", "aliases": ["\u0345"]}}))
    for question in (odd, "Ⓐ", "C", "가", "ㅋㅋ"):
        _is_sound(find(question, index), index)
