"""In the text of a story the sentences that answer the question are marked, inside the text and in order."""

from hypothesis import given
from hypothesis import strategies as st

from stories import bank
from stories.matching.index import LibraryIndex
from stories.matching.marks import MOST, marks, sentences
from stories.matching.ranking import find
from stories.model.story import TEXTS
from tests.stories.matching.conftest import Make


def test_the_sentence_with_the_answer_is_marked(sample_index: LibraryIndex) -> None:
    answer = find("가장 어려웠던 도전은?", sample_index)
    story = answer.stories[0].story
    start, end = marks(story, answer.asked, sample_index.words)["situation"][0]
    assert story.situation[start:end] == "나에게 최고 어려웠던 도전은 빅 콘테스트다."


def test_marks_are_inside_the_text_in_order_and_few(sample_index: LibraryIndex) -> None:
    seen = 0
    for question in bank.questions()[::7]:
        answer = find(question.text("ko"), sample_index, limit=3)
        for match in answer.stories:
            found = marks(match.story, answer.asked, sample_index.words)
            assert set(found) == set(TEXTS)
            assert sum(map(len, found.values())) <= MOST
            for field, spans in found.items():
                text = getattr(match.story, field)
                places = [place for span in spans for place in span]
                assert places == sorted(places) and len(set(places)) == len(places)
                assert all(text[start:end].strip() == text[start:end] != "" for start, end in spans)
                seen += len(spans)
    assert seen > 50


def test_a_term_with_capitals_marks_its_sentence(make: Make) -> None:
    story = {"title": "설문", "action": "표를 그렸다. R로 회귀를 돌렸다. 발표했다."}
    index = LibraryIndex(make(stories={"one": story}))
    answer = find("R을 써 봤나요?", index)
    text = answer.stories[0].story.action
    assert [text[start:end] for start, end in marks(answer.stories[0].story, answer.asked, index.words)["action"]] == [
        "R로 회귀를 돌렸다."
    ]


def test_nothing_is_marked_for_a_question_without_words(sample_index: LibraryIndex) -> None:
    asked = find("?!", sample_index).asked
    for profile in sample_index.profiles:
        assert not any(marks(profile.story, asked, sample_index.words).values())


def test_a_decimal_point_ends_no_sentence_and_a_line_end_does() -> None:
    text = "0.065%를 찾았다. 정말?! 그렇다\n\n  다음 줄 "
    assert [text[start:end] for start, end in sentences(text)] == ["0.065%를 찾았다.", "정말?!", "그렇다", "다음 줄"]


@given(st.text(st.sampled_from("가나.!?。\n 0a\t\r\u2028")))
def test_sentences_cover_all_words_once_and_in_order(text: str) -> None:
    spans = sentences(text)
    places = [place for span in spans for place in span]
    assert places == sorted(places)
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())


def test_a_line_of_nothing_but_points_is_read_once_and_not_for_every_point(make: Make) -> None:
    # Read again from every point, this would take minutes.
    index = LibraryIndex(
        make(stories={"one": {"title": "판다곰", "action": "판다곰을 씻겼다. " + "." * 100_000 + "끝"}})
    )
    answer = find("판다곰", index)
    assert marks(answer.stories[0].story, answer.asked, index.words)["action"]
