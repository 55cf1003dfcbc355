"""How well a story fits is told honestly, with the reasons for it and against it."""

from collections.abc import Iterator

import pytest

from languages import LANGUAGES, sentences
from screens.parts.telling import reason_sentence
from stories import bank
from stories.matching.index import LibraryIndex
from stories.matching.ranking import FITS, best_story, find, kind_of
from stories.matching.reasons import Reason, reasons
from tests.stories.matching.conftest import Make

WHOLE = {
    "title": "축제 부스 팀장",
    "situation": "동아리 축제 부스를 맡았다.",
    "task": "팀을 이끌어 사흘 안에 준비해야 했다.",
    "action": "팀원들의 역할을 나누고 앞장서서 이끌었다.",
    "result": "매출이 2배가 되었다.",
    "competencies": ["leadership"],
}


@pytest.mark.parametrize("lacking", ["action", "result"])
def test_a_story_without_its_end_is_never_strong_and_the_reason_says_so(lacking: str, make: Make) -> None:
    half = {key: value for key, value in WHOLE.items() if key != lacking}
    index = LibraryIndex(make(stories={"whole": WHOLE, "half": half}))
    answer = find("팀을 이끌어 본 리더십 경험을 말씀해 주세요", index)
    fits = {match.story.id: match for match in answer.stories}
    assert fits["whole"].fit == "strong"
    assert fits["half"].score >= 68 and fits["half"].fit == "workable"
    assert Reason(f"no-{lacking}", warning=True) in reasons(fits["half"], answer.asked, index, "ko")
    assert not [one for one in reasons(fits["whole"], answer.asked, index, "ko") if one.warning]


def test_no_story_without_action_and_result_is_strong_in_the_sample(sample_index: LibraryIndex) -> None:
    for question in bank.questions():
        for match in find(question.text("ko"), sample_index, limit=None).stories:
            assert match.fit in FITS
            assert match.fit != "strong" or (match.story.action and match.story.result)


CONDITIONS = [
    "희망하시는 연봉이 있나요?",
    "연봉은 얼마를 생각하세요",
    "언제부터 출근할 수 있어요?",
    "야근이 잦은데 괜찮으세요?",
    "What salary are you looking for?",
    "When could you start?",
]
CLOSING = [
    "마지막으로 하고 싶은 말이 있으면 해 주세요",
    "끝으로 한마디 부탁합니다",
    "Is there anything else you would like to add?",
]
REVERSE = ["저희에게 궁금한 것이 있나요?", "회사에 대해 질문 있으세요?", "Do you have any questions for us?"]


@pytest.mark.parametrize(
    ("question", "kind", "wanted"),
    [
        *((question, "conditions", "conditions") for question in CONDITIONS),
        *((question, "closing", "closing") for question in CLOSING),
        *((question, "reverse", "closing") for question in REVERSE),
    ],
)
def test_no_story_is_put_forward_where_none_is_asked_for(
    question: str, kind: str, wanted: str, sample_index: LibraryIndex
) -> None:
    answer = find(question, sample_index, limit=None)
    assert (answer.asked.kind, answer.asked.answer_kind) == (kind, wanted)
    assert {match.fit for match in answer.stories} <= {"stretch", "none"}
    assert answer.best is None and best_story(question, sample_index) is None
    assert kind_of(question, sample_index) == kind


def test_every_question_of_the_bank_that_wants_no_story_gets_none(sample_index: LibraryIndex) -> None:
    asked = [one for one in bank.questions() if one.kind in ("conditions", "closing", "reverse")]
    for question in asked:
        for language in LANGUAGES:
            answer = find(question.text(language), sample_index)
            assert (answer.asked.kind, answer.best) == (question.kind, None), question.text(language)


def test_a_question_about_the_company_gives_no_story_above_a_stretch(sample_index: LibraryIndex) -> None:
    for question in (
        "왜 우리 회사에 지원했나요?",
        "입사 후 포부를 말씀해 주세요",
        "Why do you want to work for our company?",
    ):
        answer = find(question, sample_index)
        assert answer.asked.answer_kind == "company"
        assert answer.best is None


def test_what_has_nothing_to_do_with_any_story_is_not_called_a_match(make: Make) -> None:
    index = LibraryIndex(make(stories={"booth": WHOLE}))
    for question in ("zzqx wvvk", "ㅅㅍ", "dltjd", "%d \\w+ * ? [a-z] ' OR 1=1 --"):
        answer = find(question, index)
        assert answer.best is None and answer.fit in ("stretch", "none"), question


# Each reason, the question that brings it up, and the stories it is asked of.
def _cases() -> Iterator[tuple[str, str, dict[str, object]]]:
    yield "named", "판다곰 일을 들려주세요", {"title": "동물원", "aliases": ["판다곰"]}
    yield "title-words", "동물원에서 한 일", {"title": "동물원에서 사육장 청소하기"}
    yield "competency", "리더십을 발휘한 경험", {"title": "가", "competencies": ["leadership"]}
    words = "팀장을 맡아 팀원들을 이끌었고 앞장서서 독려했으며 동기를 부여하고 역할을 나눠 방향을 제시했다"
    yield "competency-words", "리더십을 발휘한 경험", {"title": "가", "action": words}
    yield "term", "PCA를 설명해 주세요", {"title": "가", "skills": ["주성분 분석"]}
    yield "term-related", "PCA를 설명해 주세요", {"title": "가", "skills": ["차원 축소"]}
    yield "follow-up", "판다곰을 왜 씻겼나요?", {"title": "가", "follow_ups": [{"question": "판다곰을 왜 씻겼나요?"}]}
    yield "words", "판다곰을 씻긴 일", {"title": "가", "action": "아침마다 판다곰을 씻긴 뒤 먹이를 주었다"}
    yield "no-action", "판다곰", {"title": "판다곰"}
    yield "no-result", "판다곰", {"title": "판다곰"}
    yield "retracted", "판다곰", {"title": "판다곰", "claims": [{"text": "{혼자} 했다", "status": "retracted"}]}


@pytest.mark.parametrize(("code", "question", "story"), list(_cases()))
def test_every_reason_comes_up_and_is_said_in_both_languages(
    code: str, question: str, story: dict[str, object], make: Make
) -> None:
    index = LibraryIndex(make(stories={"one": story}))
    answer = find(question, index)
    for language in LANGUAGES:
        found = reasons(answer.stories[0], answer.asked, index, language)
        assert code in [one.code for one in found]
        for one in found:
            told = reason_sentence(sentences(language), one)
            assert all(value in told for value in one.details.values())


def test_a_question_like_one_from_before_is_a_reason(make: Make) -> None:
    asked = [{"question": "무인도에 하나만 가져간다면?", "stories": ["one"]}]
    index = LibraryIndex(make(stories={"one": {"title": "가"}}, interviews={"day": {"asked": asked}}))
    answer = find("무인도에 하나만 가져간다면?", index)
    assert "asked-before" in [one.code for one in reasons(answer.stories[0], answer.asked, index, "ko")]


def test_what_to_say_instead_stands_beside_what_was_taken_back(make: Make) -> None:
    claim = {"text": "혼자 했다", "status": "retracted", "say_instead": "둘이 했다"}
    index = LibraryIndex(make(stories={"one": {"title": "판다곰", "claims": [claim]}}))
    answer = find("판다곰", index)
    reason = next(one for one in reasons(answer.stories[0], answer.asked, index, "ko") if one.code == "retracted")
    assert reason.warning
    for language in LANGUAGES:
        told = reason_sentence(sentences(language), reason)
        assert "혼자 했다" in told and "둘이 했다" in told


def test_reasons_are_in_the_language_that_was_asked_for(make: Make) -> None:
    index = LibraryIndex(make(stories={"one": {"title": "가", "competencies": ["leadership"]}}))
    answer = find("리더십을 발휘한 경험", index)
    told = {
        language: reason_sentence(sentences(language), reasons(answer.stories[0], answer.asked, index, language)[0])
        for language in LANGUAGES
    }
    assert "리더십" in told["ko"] and "Leadership" in told["en"]
