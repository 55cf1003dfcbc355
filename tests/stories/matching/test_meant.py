"""What a question means without saying it: a good result, or a subject that it does not name."""

import pytest

from stories.matching.index import LibraryIndex
from stories.matching.marks import marks
from stories.matching.ranking import Answer, find
from stories.matching.reasons import reasons
from tests.stories.matching.conftest import Make

PRIDE = ("가장 자랑스러운 성과는 무엇인가요?", "성공한 경험을 들려주세요", "What achievement are you most proud of?")


def _codes(answer: Answer, index: LibraryIndex) -> list[str]:
    return [one.code for one in reasons(answer.stories[0], answer.asked, index, "ko")]


@pytest.fixture
def achievements(make: Make) -> LibraryIndex:
    """Return a library of a hard time without a figure, a measured result, and a failure with figures."""
    ski = {
        "title": "스키 강습",
        "action": "매일 넘어지며 탔다",
        "result": "겨우 내려왔다",
        "competencies": ["challenge"],
    }
    queue = {
        "title": "식권 줄",
        "action": "줄을 둘로 나눴다",
        "result": "20분이 6분이 됐다",
        "competencies": ["analysis"],
    }
    fair = {"title": "바자회", "action": "떡을 팔았다", "result": "40개 중 3개 팔렸다", "competencies": ["failure"]}
    return LibraryIndex(make(stories={"ski": ski, "queue": queue, "fair": fair}))


@pytest.mark.parametrize("question", PRIDE)
def test_who_asks_for_an_achievement_gets_the_measured_one_whatever_it_shows(
    question: str, achievements: LibraryIndex
) -> None:
    answer = find(question, achievements)
    assert answer.stories[0].story.id == "queue"
    assert "result" in _codes(answer, achievements)


def test_who_asks_for_a_competency_gets_it_though_another_result_is_measured(achievements: LibraryIndex) -> None:
    answer = find("가장 힘들었던 도전은 무엇이었나요?", achievements)
    assert answer.stories[0].story.id == "ski"
    assert "result" not in _codes(answer, achievements)


def test_of_an_achievement_the_result_is_marked(achievements: LibraryIndex) -> None:
    asked = find(PRIDE[0], achievements).asked
    story = achievements.profiles[achievements.places["queue"]].story
    assert marks(story, asked, achievements.words)["result"] == ((0, len(story.result)),)
    assert marks(story, find("가장 힘들었던 도전은?", achievements).asked, achievements.words)["result"] == ()


@pytest.mark.parametrize(
    "question",
    ["모델이 왜 그런 예측을 했는지 어떻게 알 수 있나요?", "How can one see why a model predicted what it did?"],
)
def test_a_subject_is_found_though_the_question_does_not_name_it(question: str, make: Make) -> None:
    shop = {"title": "빵집 마감", "action": "남은 빵을 세었다", "result": "덜 버렸다"}
    course = {"title": "XAI 과정", "action": "논문을 읽고 SHAP을 써 보았다", "result": "발표했다"}
    index = LibraryIndex(make(stories={"shop": shop, "course": course}))
    answer = find(question, index)
    assert answer.asked.terms == {}
    assert answer.stories[0].story.id == "course"
    assert "hinted" in _codes(answer, index)
