"""A question finds what was asked before: past interviews, earlier answers and one's own questions."""

import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from stories import bank
from stories.files.library import Library
from stories.matching.index import LibraryIndex
from stories.matching.past import CUTOFF, PastMatch, find_past
from stories.matching.past_index import PastIndex
from stories.matching.ranking import find
from stories.matching.understanding import understand
from stories.model.interview import Asked, Interview
from tests.stories.matching.conftest import Make

CRAWLING = "데이터 크롤링을 하면서 에러는 어떤 게 있었는지, 가장 어려웠던 에러는 뭔지"
RETRACTED = {
    "title": "판다곰 사육장",
    "claims": [{"text": "먹이 값을 30% 줄였다", "status": "retracted", "say_instead": "먹이 값을 12% 줄였다"}],
}


def _past(question: str, index: LibraryIndex, limit: int = 3) -> tuple[PastMatch, ...]:
    return find_past(find(question, index).asked, index.asked_before, limit)


def _asked(*rows: Mapping[str, Any], date: str = "2026-01-02") -> Mapping[str, Any]:
    return {"organisation": "가나전자", "date": date, "asked": list(rows)}


def _only(found: tuple[PastMatch, ...]) -> PastMatch:
    assert len(found) == 1
    return found[0]


def test_a_question_of_a_past_interview_comes_back_with_where_and_when_it_was_asked(make: Make) -> None:
    row = {"question": "무인도에 하나만 가져간다면?", "said": "칼", "regret": "너무 짧았다", "next_time": "라디오"}
    index = LibraryIndex(make(interviews={"2026-01-02-x": _asked(row)}))
    found = _only(_past("무인도에 하나만 가져간다면 무엇인가요?", index))
    past = found.past
    assert (past.where, past.id, past.name, past.date) == ("interview", "2026-01-02-x", "가나전자", "2026-01-02")
    assert (past.question, past.said, past.regret) == ("무인도에 하나만 가져간다면?", "칼", "너무 짧았다")
    assert CUTOFF <= found.score <= 100


def test_what_to_say_next_time_answers_before_what_was_said(make: Make) -> None:
    rows = [
        {"question": "무인도에 하나만 가져간다면?", "said": "칼", "next_time": "라디오"},
        {"question": "무인도에 누구와 가나요?", "said": "친구"},
        {"question": "무인도에서 며칠 버티나요?", "regret": "답하지 못했다"},
    ]
    index = LibraryIndex(make(interviews={"x": _asked(*rows)}))
    assert {one.past.question: one.answer for one in _past("무인도에 간다면?", index)} == {
        "무인도에 하나만 가져간다면?": "라디오", "무인도에 누구와 가나요?": "친구", "무인도에서 며칠 버티나요?": "",
    }  # fmt: skip


def test_an_earlier_answer_comes_back_and_an_empty_one_is_asked_without_an_answer(make: Make) -> None:
    questions = [
        {"question": "1. 무인도에 가져갈 것을 쓰시오. (500자 이내)", "draft": "라디오를 가져간다.", "stories": "kite"},
        {"question": "무인도에서 살아남는 법"},
    ]
    application = {"company": "다라상사", "position": "기획", "deadline": "2026-03-04", "questions": questions}
    index = LibraryIndex(make(stories={"kite": {"title": "가"}}, applications={"dara": application}))
    written, empty = _past("무인도에 무엇을 가져갈 건가요?", index)
    assert (written.past.where, written.past.id, written.past.date) == ("application", "dara", "2026-03-04")
    assert written.past.name == "다라상사 기획"
    assert (written.answer, written.past.stories) == ("라디오를 가져간다.", ("kite",))
    assert (empty.past.question, empty.past.texts, empty.answer) == ("무인도에서 살아남는 법", (), "")


def test_one_s_own_question_comes_back_by_each_of_its_wordings(make: Make) -> None:
    own = {"id": "rooftop", "ko": {"question": "옥상 텃밭에서 무엇을 길렀나요?", "wordings": ["농사 이야기"]}}
    index = LibraryIndex(make(own=[own]))
    for question in ("옥상 텃밭에서 무엇을 길렀나요?", "농사 이야기"):
        found = _only(_past(question, index))
        assert (found.past.where, found.past.id, found.past.question) == ("own", "rooftop", own["ko"]["question"])


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Please explain PCA.", "PCA에 대해 설명하시오 - 선형대수학적 관점에서"),
        ("Any last words?", "마지막으로 하고 싶은 말은?"),
        ("Why did you apply to us?", "왜 지원했는지"),
        ("What errors did you run into while crawling the data?", CRAWLING),
        ("How did you tune hyperparameters?", "하이퍼파라미터 튜닝을 열심히 했던데 어떤 걸 중심으로 했는가"),
        ("크롤링하다 겪은 에러", CRAWLING),
    ],
)
def test_the_same_question_is_found_in_either_language(question: str, asked: str, sample_index: LibraryIndex) -> None:
    assert _past(question, sample_index)[0].past.question == asked


def test_a_korean_question_finds_what_was_asked_in_english(make: Make) -> None:
    rows = [{"question": "How do you handle an angry customer?"}, {"question": "What is overfitting?"}]
    index = LibraryIndex(make(interviews={"x": _asked(*rows)}))
    assert _past("컴플레인 응대 경험", index)[0].past.question == "How do you handle an angry customer?"
    assert _past("과적합이 뭔가요?", index)[0].past.question == "What is overfitting?"


def test_words_that_only_stand_in_the_answer_find_its_question(sample_index: LibraryIndex) -> None:
    for word in ("optuna", "bentoml", "airflow"):
        found = _past(word, sample_index)
        assert any(word in " ".join(one.past.texts) for one in found), word


def test_an_answer_whose_question_was_not_written_down_is_found_by_its_words(make: Make) -> None:
    index = LibraryIndex(make(interviews={"x": _asked({"said": "판다곰을 씻겼다고 했다"}, {"question": ""})}))
    assert _only(_past("판다곰", index)).answer == "판다곰을 씻겼다고 했다"


@pytest.mark.parametrize(
    "question", ["희망 연봉은?", "취미가 뭐예요?", "오늘 날씨 어때요?", "", "?!", "가", "😀", "\ud800"]
)
def test_what_was_never_asked_brings_nothing_back(question: str, sample_index: LibraryIndex) -> None:
    assert _past(question, sample_index) == ()


def test_nothing_comes_back_from_a_library_without_past_questions(make: Make) -> None:
    assert _past("가장 어려웠던 도전은?", LibraryIndex(make())) == ()


def test_of_one_question_asked_again_and_again_the_newest_come_first_and_only_some(make: Make) -> None:
    days = ("2024-05-01", "2026-02-03", "", "2025년 7월 1일", "2023.1.1")
    interviews = {f"i{place}": _asked({"question": "무인도에서?"}, date=day) for place, day in enumerate(days)}
    application = {"company": "x", "questions": [{"question": "무인도에서?"}]}
    index = LibraryIndex(make(interviews=interviews, applications={"x": application}))
    found = [one.past for one in _past("무인도에서?", index)]
    assert [one.date for one in found if one.where == "interview"] == ["2026-02-03", "2025년 7월 1일", "2024-05-01"]
    assert [one.id for one in found if one.where == "application"] == ["x"]
    assert len(_past("무인도에서?", index, limit=1)) == 2


def test_an_interview_without_an_organisation_is_named_by_its_application(make: Make) -> None:
    interviews = {
        "a": {"application": "dara", "asked": [{"question": "무인도에서?"}]},
        "b": {"asked": [{"question": "무인도에서?"}]},
    }
    index = LibraryIndex(make(interviews=interviews, applications={"dara": {"company": "다라상사"}}))
    assert {one.past.id: one.past.name for one in _past("무인도에서?", index)} == {"a": "다라상사", "b": "b"}


@pytest.mark.parametrize("kind", ["stories", "archived"])
def test_what_was_retracted_is_never_an_answer(kind: str, make: Make) -> None:
    story = RETRACTED if kind == "stories" else {**RETRACTED, "archived": "2026-01-01"}
    rows = [
        {"question": "먹이 값은 얼마나 줄였나요?", "said": "사육장을 맡았다. 먹이 값을 30% 줄였다고 했다."},
        {"question": "먹이 값을 어떻게 줄였나요?", "said": "먹이 값을 30% 줄였습니다."},
        {"question": "먹이 값을 왜 줄였나요?", "said": "30% 줄였다", "next_time": "먹이 값을 12% 줄였다고 말한다."},
    ]
    index = LibraryIndex(make(stories={"panda": story}, interviews={"x": _asked(*rows)}))
    found = {one.past.question: one for one in _past("먹이 값을 얼마나 줄였나요?", index)}
    answers = ["사육장을 맡았다.", "", "먹이 값을 12% 줄였다고 말한다."]
    assert [found[row["question"]].answer for row in rows] == answers
    passage = found[rows[0]["question"]].retracted["said"][0]
    assert rows[0]["said"][passage.start : passage.end] == "먹이 값을 30% 줄였다고 했다."
    assert passage.claim.say_instead == "먹이 값을 12% 줄였다"


def test_of_the_sample_the_retracted_answer_does_not_come_back(sample_index: LibraryIndex) -> None:
    found = _past("CICD는 어떻게 했나요?", sample_index)[0]
    assert "어렵지 않았다" in found.past.said and "어렵지 않았다" not in found.sayable("said")
    assert "DB 스키마에 맞추는 게 어려웠고" in found.answer


def test_after_a_change_only_what_changed_is_prepared_again_and_all_is_found_alike(make: Make) -> None:
    rows = [{"question": f"{name}에서 무엇을 했나요?", "said": "청소"} for name in ("무인도", "사막", "남극")]
    before = LibraryIndex(make(interviews={"x": _asked(*rows)}))
    assert _past("사막", before)
    library = make(interviews={"x": _asked(*rows, {"question": "판다곰은 몇 마리였나요?"})})
    after, fresh = LibraryIndex(library, before), LibraryIndex(library)
    for question in ("사막에서 한 일", "판다곰", "무인도"):
        assert _past(question, after) == _past(question, fresh) != ()
    kept = before.asked_before.prepared
    changed = [past.question for past, one in after.asked_before.prepared.items() if one is not kept.get(past)]
    assert changed == ["판다곰은 몇 마리였나요?"]


def test_among_five_hundred_past_questions_the_answer_is_there_at_once() -> None:
    texts = [question.text(language) for question in bank.questions() for language in ("ko", "en")][:500]
    asked = [Asked(question=text, said=" ".join(texts[place : place + 3])) for place, text in enumerate(texts)]
    index = PastIndex(Library(Path(), interviews={"x": Interview(id="x", asked=asked)}))
    words = LibraryIndex(Library(Path())).words
    questions = [understand(text, words) for text in texts[::25]]
    seconds = []
    for question in questions:
        start = time.perf_counter()
        assert find_past(question, index)[0].past.question == question.query
        seconds.append(time.perf_counter() - start)
    assert min(seconds) < 0.001, "milliseconds for one question"
