"""A question finds the stories that answer it, however it is typed."""

import unicodedata

import pytest

from stories import bank
from stories.files.library import Library
from stories.matching.index import LibraryIndex
from stories.matching.ranking import Answer, find
from tests.stories.matching.conftest import Make


def _ids(answer: Answer) -> list[str]:
    return [match.story.id for match in answer.stories]


def _signal(answer: Answer, story_id: str, name: str) -> float:
    return next((match.signals[name] for match in answer.stories if match.story.id == story_id), 0.0)


@pytest.mark.parametrize("question", ["가장 어려웠던 도전은?", "최고로 어려웠던 도전이 뭐예요", "가장어려웠던도전은"])
def test_the_hardest_challenge_gives_the_contest_first(question: str, sample_index: LibraryIndex) -> None:
    assert _ids(find(question, sample_index))[0] == "big-contest-churn"


@pytest.mark.parametrize("question", ["PCA 설명해 주세요", "주성분 분석이 무엇인가요?", "Please explain PCA."])
def test_a_question_for_a_concept_gives_the_concept_and_where_it_was_used(
    question: str, sample_index: LibraryIndex
) -> None:
    answer = find(question, sample_index)
    assert answer.asked.answer_kind == "concept"
    assert answer.concepts[0].concept.id == "pca"
    assert _ids(answer)[0] == "pca-study"


def test_decomposed_hangul_finds_the_same_five_as_composed(sample_index: LibraryIndex) -> None:
    different = [
        text
        for question in bank.questions()
        if _scores(text := question.text("ko"), sample_index)
        != _scores(unicodedata.normalize("NFD", text), sample_index)
    ]
    assert different == []


def _scores(question: str, index: LibraryIndex) -> list[tuple[str, float]]:
    return [(match.story.id, match.score) for match in find(question, index, limit=5).stories]


def test_a_long_decomposed_question_is_read_to_its_end_and_not_called_cut(sample_index: LibraryIndex) -> None:
    question = unicodedata.normalize("NFD", "우리는 함께 " * 60 + "캐글 스터디를 했다")
    assert len(question) > 500 > len(unicodedata.normalize("NFC", question))
    answer = find(question, sample_index)
    assert not answer.asked.cut
    assert answer.asked.text.endswith("캐글 스터디를 했다")


def test_files_in_decomposed_hangul_are_found_like_others(make: Make) -> None:
    story = {
        "title": unicodedata.normalize("NFD", "재고표를 만든 카페"),
        "action": "표를 만들었다",
        "result": "3시간 줄었다",
    }
    index = LibraryIndex(make(stories={"cafe": story, "other": {"title": "발표를 도운 일"}}))
    assert _ids(find("재고표를 만든 이야기", index))[0] == "cafe"


@pytest.mark.parametrize(
    "question",
    [
        "팀에서 갈등을 해결한 경험을 말씀해 주세요",
        "추천 시스템을 만들어 본 경험이 있나요",
        "공모전에 나가 본 경험을 들려주세요",
    ],
)
def test_missing_spaces_find_the_same_first_story(question: str, sample_index: LibraryIndex) -> None:
    assert _ids(find(question.replace(" ", ""), sample_index))[0] == _ids(find(question, sample_index))[0]


LANGUAGES = {
    "sensor": {"title": "센서 펌웨어", "skills": ["C++"], "action": "드라이버를 짰다", "result": "2배 빨라졌다"},
    "tool": {"title": "창고 관리 도구", "skills": ["C#"], "action": "화면을 짰다", "result": "재고가 맞았다"},
    "survey": {"title": "설문 분석", "skills": ["R"], "action": "회귀를 돌렸다", "result": "원인을 찾았다"},
    "kernel": {"title": "운영체제 과제", "skills": ["C"], "action": "스케줄러를 짰다", "result": "만점"},
}


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("C++를 써 본 적이 있나요?", "sensor"),
        ("c++ 써 봤나요", "sensor"),
        ("C#으로 만든 것은?", "tool"),
        ("Ｃ＋＋ 경험", "sensor"),
        ("R로 한 일", "survey"),
        ("C로 한 일", "kernel"),
        ("Have you used C#?", "tool"),
        ("Have you used R?", "survey"),
    ],
)
def test_languages_with_short_names_are_kept_apart(question: str, first: str, make: Make) -> None:
    answer = find(question, LibraryIndex(make(stories=LANGUAGES)))
    assert _ids(answer)[0] == first
    others = [_signal(answer, other, "names") for other in LANGUAGES if other != first]
    assert _signal(answer, first, "names") > max(others)


@pytest.mark.parametrize("name", ["Falcon", "falcon", "FALCON", "매출판", "매출판은", "ＦＡＬＣＯＮ"])
def test_another_name_of_a_story_finds_it_in_any_case(name: str, make: Make) -> None:
    stories = {
        "dashboard": {"title": "지표 화면 만들기", "aliases": ["Falcon", "매출판"], "action": "화면을 만들었다"},
        "report": {"title": "주간 보고 자동화", "action": "보고서를 자동으로 보냈다", "result": "2시간 줄었다"},
    }
    answer = find(f"{name} 이야기를 해 주세요", LibraryIndex(make(stories=stories)))
    assert _ids(answer)[0] == "dashboard"
    assert _signal(answer, "dashboard", "names") >= 55
    assert _signal(answer, "report", "names") < 55


def test_a_name_typed_in_full_width_letters_is_found_by_plain_ones(make: Make) -> None:
    stories = {"deck": {"title": "자세 교정", "aliases": ["ＰＰＴ봇", "Ⓐ"]}, "other": {"title": "설문"}}
    assert _ids(find("ppt봇 이야기", LibraryIndex(make(stories=stories))))[0] == "deck"


def test_one_s_own_concept_is_found_by_its_name_in_any_case(make: Make) -> None:
    concepts = {"quorra": {"title": "QuorraNet", "first_sentence": "두 축을 나누어 보는 모형이다"}}
    index = LibraryIndex(make(concepts=concepts))
    for question in ("QuorraNet 설명해 주세요", "quorranet이 뭔가요?"):
        assert [(one.concept.id, one.score) for one in find(question, index).concepts] == [("quorra", 92.0)]


def test_a_retracted_claim_is_no_text_of_the_story(make: Make) -> None:
    words = "판다곰 사육장 청소를 혼자 했다"
    kept = {"title": "가", "claims": [{"text": words, "status": "supported"}]}
    taken_back = {"title": "나", "claims": [{"text": words, "status": "retracted"}]}
    index = LibraryIndex(make(stories={"kept": kept, "taken-back": taken_back}))
    answer = find("판다곰 사육장 청소", index, limit=None)
    assert _signal(answer, "kept", "wording") > 90
    assert _signal(answer, "taken-back", "wording") == 0
    taken = next(profile for profile in index.profiles if profile.story.id == "taken-back")
    assert len(taken.grams["text"]) == 0 and dict(taken.competencies) == {} and dict(taken.terms) == {}


def test_an_archived_story_is_not_found(make: Make) -> None:
    story = {"title": "판다곰 사육장", "action": "청소했다", "result": "깨끗해졌다"}
    index = LibraryIndex(make(stories={"old": {**story, "archived": "2026-01-02"}, "new": story}))
    assert _ids(find("판다곰 사육장", index, limit=None)) == ["new"]


def test_scores_are_within_0_and_100_and_sorted(sample_index: LibraryIndex) -> None:
    for question in bank.questions()[::5]:
        answer = find(question.text("ko"), sample_index, limit=None)
        scores = [match.score for match in answer.stories]
        assert scores == sorted(scores, reverse=True)
        assert all(0 < score <= 100 for score in scores)
        assert all(0 <= value <= 100 for match in answer.stories for value in match.signals.values())
        concepts = [one.score for one in answer.concepts]
        assert concepts == sorted(concepts, reverse=True) and all(0 <= score <= 100 for score in concepts)
        near = [one.score for one in answer.questions]
        assert near == sorted(near, reverse=True) and all(0 < score <= 100 for score in near)


def test_limit_cuts_the_list_and_not_the_judgement(sample: Library, sample_index: LibraryIndex) -> None:
    question = "가장 어려웠던 도전은?"
    whole = find(question, sample_index, limit=None)
    assert len(whole.stories) > 5
    for limit in (0, 1, 3, 100):
        cut = find(question, sample_index, limit=limit)
        assert cut.stories == whole.stories[:limit]
        assert cut.fit == whole.fit != "none"
        assert cut.concepts == whole.concepts


def test_score_cutoff_leaves_out_what_scores_no_more(sample_index: LibraryIndex) -> None:
    question = "가장 어려웠던 도전은?"
    whole = find(question, sample_index, limit=None).stories
    cut = find(question, sample_index, limit=None, score_cutoff=50).stories
    assert cut == tuple(match for match in whole if match.score > 50)
    assert 0 < len(cut) < len(whole)
    nothing = find(question, sample_index, limit=None, score_cutoff=100)
    assert nothing.stories == () and nothing.fit == "none" and nothing.best is None


def test_one_s_own_competency_is_found_by_its_words_and_its_names(make: Make) -> None:
    own = {
        "id": "latte-art", "ko": "라테 장식", "en": "Latte Art",
        "words": {"ko": ["우유 거품"], "en": ["Milk Foam"]},
    }  # fmt: skip
    stories = {
        "swan": {"title": "백조", "competencies": ["latte-art"]},
        "till": {"title": "계산대", "result": "빨라졌다"},
    }
    index = LibraryIndex(make(stories=stories, competencies=[own]))
    for question in ("우유 거품을 다뤄 봤나요?", "라테 장식", "Can you do milk foam?", "latte art"):
        answer = find(question, index)
        assert "latte-art" in answer.asked.competencies, question
        assert _signal(answer, "swan", "competency") > _signal(answer, "till", "competency"), question


def test_one_s_own_competency_takes_the_place_of_the_one_with_its_id(make: Make) -> None:
    library = make(competencies=[{"id": "leadership", "ko": "앞장서기", "words": {"ko": ["깃발을 든"]}}])
    index = LibraryIndex(library)
    assert [one.ko for one in index.words.all if one.id == "leadership"] == ["앞장서기"]
    assert index.words.weights("깃발을 든 사람") == {"leadership": 1.0}
    assert "leadership" not in index.words.weights("리더십")


def test_one_s_own_question_is_among_the_nearest(make: Make) -> None:
    own = {
        "id": "my-rooftop", "kind": "conditions",
        "ko": {"question": "옥상 텃밭에서 무엇을 길렀나요?", "wordings": ["텃밭 농사 이야기"]},
    }  # fmt: skip
    index = LibraryIndex(make(own=[own]))
    for question in ("옥상 텃밭에서 무엇을 길렀나요?", "텃밭 농사 이야기"):
        answer = find(question, index)
        assert answer.questions[0].question.id == "my-rooftop"
        assert answer.asked.kind == "conditions"


def test_own_questions_without_any_words_change_nothing(make: Make) -> None:
    index = LibraryIndex(make(own=[{"id": "empty", "ko": {"question": ""}}, {"id": "none"}]))
    assert all(one.question.id not in ("empty", "none") for one in find("가장 어려웠던 도전은?", index).questions)


def test_a_question_that_was_answered_before_brings_its_story_back(make: Make) -> None:
    stories = {"kite": {"title": "가"}, "boat": {"title": "나"}}
    asked = [{"question": "무인도에 하나만 가져간다면?", "stories": ["boat"]}]
    index = LibraryIndex(make(stories=stories, interviews={"2026-01-02-x": {"organisation": "x", "asked": asked}}))
    assert _ids(find("무인도에 하나만 가져간다면 무엇인가요?", index)) == ["boat"]


def test_an_empty_library_answers_with_nothing(make: Make) -> None:
    answer = find("가장 어려웠던 도전은?", LibraryIndex(make()))
    assert (answer.stories, answer.concepts, answer.fit, answer.best) == ((), (), "none", None)
    assert answer.questions


def test_a_story_without_competencies_is_found_by_what_its_words_show(make: Make) -> None:
    told = {"title": "주방", "action": "매일 밤 책을 읽었다", "result": "시험에 붙었다"}
    other = {"title": "창고", "action": "상자를 옮겼다", "result": "끝났다", "competencies": ["growth"]}
    index = LibraryIndex(make(stories={"other": other, "plain": told}))
    assert _ids(find("스스로 공부한 경험", index))[0] == "plain"
