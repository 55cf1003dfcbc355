"""What a question means without saying it: a good result, or a subject that it does not name."""

import pytest

from stories.matching.index import LibraryIndex
from stories.matching.marks import marks
from stories.matching.ranking import Answer, find
from stories.matching.reasons import reasons
from stories.matching.results import measured, result_worth
from stories.matching.signals import against
from stories.model.story import Claim, Story
from tests.stories.matching.conftest import Make

PRIDE = ("가장 자랑스러운 성과는 무엇인가요?", "성공한 경험을 들려주세요", "What achievement are you most proud of?")


def _codes(answer: Answer, index: LibraryIndex, story_id: str = "") -> list[str]:
    match = next(one for one in answer.stories if story_id in ("", one.story.id))
    return [one.code for one in reasons(match, answer.asked, index, "ko")]


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
    assert "result" not in _codes(answer, achievements, "queue")


def test_a_failure_with_figures_is_not_praised_for_them(achievements: LibraryIndex) -> None:
    assert "result" not in _codes(find(PRIDE[0], achievements), achievements, "fair")


@pytest.mark.parametrize(
    ("result", "is_measured"),
    [
        ("20분이 6분이 됐다", True),
        ("매출이 두 배가 됐다", True),
        ("The queue was halved", True),
        ("2023년 3월에 끝났다", False),
        ("3학년 때 끝났다", False),
        ("Finished in 2023", False),
        ("잘 끝났다", False),
    ],
)
def test_a_figure_measures_a_result_and_a_date_does_not(result: str, is_measured: bool) -> None:
    assert measured(result) is is_measured


def test_a_retracted_figure_measures_nothing() -> None:
    claim = Claim(text="30% 줄였다", status="retracted")
    story = Story(id="feed", title="먹이", result="먹이 값을 30% 줄였다", claims=[claim])
    assert 0 < result_worth(story) < result_worth(story.model_copy(update={"claims": []})) == 1


def test_a_result_alone_makes_no_story_worth_telling(make: Make) -> None:
    index = LibraryIndex(make(stories={"box": {"title": "창고", "action": "짐을 옮겼다", "result": "끝났다"}}))
    assert find(PRIDE[0], index).best is None


def test_a_question_of_one_s_own_may_ask_for_a_result_too(make: Make) -> None:
    own = {"id": "best", "by_result": True, "unlike": ["failure"], "ko": {"question": "제일 빛난 순간"}}
    index = LibraryIndex(make(own=[own]))
    asked = find("제일 빛난 순간", index).asked
    assert (asked.by_result, asked.unlike["failure"]) == (1.0, 1.0)


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
    index = LibraryIndex(make(stories={"shop": shop, "course": course}, concepts={"xai": {"name": "XAI"}}))
    answer = find(question, index)
    assert answer.asked.terms == {}
    assert [one.concept.id for one in answer.concepts] == ["xai"]
    assert answer.stories[0].story.id == "course"
    assert "meant" in _codes(answer, index)


def test_the_bare_name_of_a_subject_means_no_other(make: Make) -> None:
    story = {"title": "매장 모니터링", "action": "화면을 보고 적었다", "result": "고장을 찾았다"}
    answer = find("AWS", LibraryIndex(make(stories={"watch": story})))
    assert answer.asked.subject
    assert answer.best is None


@pytest.mark.parametrize("question", ["과젹합은 어떻게 막나요", "정답만 외운 모델은 어떻게 막나요"])
def test_a_concept_is_found_though_its_name_is_misspelt_or_unsaid(question: str, make: Make) -> None:
    index = LibraryIndex(make(concepts={"overfit": {"name": "과적합"}, "gan": {"name": "GAN"}}))
    assert [one.concept.id for one in find(question, index).concepts] == ["overfit"]


def test_a_slip_that_is_told_beside_a_success_does_not_outweigh_it(make: Make) -> None:
    text = "처음에는 실수도 했지만 매일 연습했다"
    undeclared = {"title": "타자 대회", "action": text, "result": "20명 중 1등을 했다"}
    index = LibraryIndex(
        make(stories={"undeclared": undeclared, "declared": {**undeclared, "competencies": ["growth"]}})
    )
    lost = against(find(PRIDE[0], index).asked, index)
    assert lost[index.places["undeclared"]] == pytest.approx(lost[index.places["declared"]])


def test_a_story_with_nothing_of_the_subject_does_not_explain_it(make: Make) -> None:
    story = {
        "title": "줄 나누기",
        "action": "손님을 두 줄로 나눴다",
        "result": "20분이 6분이 됐다",
        "competencies": ["analysis"],
    }
    answer = find("메모리가 계속 늘어날 때 무엇부터 보시겠어요?", LibraryIndex(make(stories={"queue": story})))
    assert answer.asked.answer_kind == "concept"
    assert answer.best is None


def test_a_story_that_is_called_by_its_name_comes_first(sample_index: LibraryIndex) -> None:
    assert find("캐글 스터디 왜 했나요", sample_index).stories[0].story.id == "kaggle-study"


def test_a_reason_names_a_word_as_the_story_writes_it(sample_index: LibraryIndex) -> None:
    answer = find("tensorfow cnn", sample_index)
    said = [one.details for one in reasons(answer.stories[0], answer.asked, sample_index, "ko")]
    assert {"words": "tensorflow"} in said
    assert "tensorfow" not in str(said)
