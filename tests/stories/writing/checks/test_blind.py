"""What a blind form forbids is found in a blind application only, and ordinary words are not taken for it."""

import pytest

from stories.model.profile import Profile
from tests.stories.writing.checks.drafts import (
    DRAFTS,
    ENGLISH_MOTIVATION,
    NURSE,
    PUBLIC,
    TEACHER,
    codes,
    marked,
    subject,
    with_sentence,
)

CHECK = "blind"

FORBIDDEN = {
    "blind-school": [
        "저는 한빛대학교에서 통계학을 전공했습니다.",
        "서울대에서 공부했습니다.",
        "고려대학교 경영학과를 졸업했습니다.",
        "연대에 재학 중입니다.",
        "고대를 졸업했습니다.",
        "카이스트에서 연구했습니다.",
        "KAIST 연구실에서 일했습니다.",
        "이화여대에서 배웠습니다.",
        "부산과학고등학교 시절 대회에 나갔습니다.",
        "대원외고를 다녔습니다.",
        "경기고를 졸업했습니다.",
        "서울 대학교 도서관에서 공부했습니다.",
        "가온대에서 통계를 배웠습니다.",
        "저는 18학번으로 입학했습니다.",
        "I studied statistics at Hanbit University.",
        "I graduated from Seoul National University.",
        "At the University of Michigan I learned to code.",
    ],
    "blind-region": [
        "저는 부산 출신으로 바다를 좋아합니다.",
        "대구에서 태어나 활발하게 지냈습니다.",
        "전주에서 나고 자랐습니다.",
        "제 고향은 물이 귀한 곳이었습니다.",
        "강원도에서 자라며 눈길에 익숙해졌습니다.",
        "광주 토박이라서 길을 잘 압니다.",
        "작은 섬에서 태어났습니다.",
        "I was born in Busan and love the sea.",
        "I grew up in Daegu near a river.",
    ],
    "blind-family": [
        "아버지께서는 늘 정직하라고 하셨습니다.",
        "어머니는 교사로 일하셨습니다.",
        "부모님의 가르침 덕분에 성실하게 자랐습니다.",
        "저는 2남 1녀 중 장남으로 자랐습니다.",
        "삼남매의 막내로 자랐습니다.",
        "저는 외동딸로 자랐습니다.",
        "어려운 가정 형편에도 포기하지 않았습니다.",
        "제 동생을 돌보며 책임을 배웠습니다.",
        "고객을 대하시던 아버지를 보며 자랐습니다.",
        "My father taught me to be honest.",
        "I am the eldest son and helped my parents.",
    ],
    "blind-age": [
        "저는 1998년생입니다.",
        "98년생으로서 젊은 감각을 지녔습니다.",
        "올해 27살입니다.",
        "만 26세의 나이로 도전합니다.",
        "스물여섯 살에 처음 일을 시작했습니다.",
        "1999년에 태어났습니다.",
        "I am 26 years old.",
        "I was born in 1998.",
    ],
    "blind-sex": [
        "여성으로서 섬세함을 살리겠습니다.",
        "저는 남자라서 체력에 자신이 있습니다.",
        "팀의 유일한 여성 개발자였습니다.",
        "As a woman in engineering I learned to speak up.",
    ],
    "blind-private": [
        "교회에서 봉사하며 배려를 배웠습니다.",
        "저는 모태신앙입니다.",
        "결혼한 지 2년이 되었습니다.",
        "저는 미혼이라 출장이 자유롭습니다.",
        "제 키는 평균보다 큽니다.",
        "I am married and settled.",
    ],
    "blind-name": ["저는 한서윤입니다.", "한서윤이라는 이름을 걸고 일하겠습니다.", "지원자 한 서윤 올림."],
    "blind-contact": [
        "seoyun.han@example.com으로 연락 주십시오.",
        "010-1234-5678로 연락 주십시오.",
        "01012345678입니다.",
    ],
}
CASES = [(code, sentence) for code, sentences in FORBIDDEN.items() for sentence in sentences]


@pytest.mark.parametrize(("code", "sentence"), CASES)
def test_a_forbidden_fact_is_found_in_a_blind_application(code: str, sentence: str) -> None:
    draft = PUBLIC if any("가" <= letter <= "힣" for letter in sentence) else ENGLISH_MOTIVATION
    for at in ("start", "middle", "end"):
        assert code in codes(subject(draft, with_sentence(draft, sentence, at), blind=True), CHECK)


@pytest.mark.parametrize(("code", "sentence"), CASES)
def test_nothing_is_forbidden_elsewhere(code: str, sentence: str) -> None:
    assert codes(subject(PUBLIC, with_sentence(PUBLIC, sentence)), CHECK) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "대학교에서 수리학을 배웠습니다.",
        "4년제 대학교와 협력했습니다.",
        "지방국립대학교와 협약을 맺었습니다.",
        "우리 대학교 축제를 준비했습니다.",
        "제가 다니던 대학교 도서관에서 일했습니다.",
        "대학원에서 연구했습니다.",
        "인문계 고등학교에서 교육 봉사를 했습니다.",
        "중학교에서 아이들을 가르쳤습니다.",
        "군대에서 통신 장비 120대를 관리했습니다.",
        "육군에서 병장으로 전역했습니다.",
        "기대 이상의 성과를 냈고 시대의 변화를 읽었습니다.",
        "동료와 연대하여 문제를 풀었습니다.",
        "오래 고대하던 전시였습니다.",
        "홍대 거리에서 설문을 했습니다.",
        "자료를 정리하고 졸업했습니다.",
        "채용 공고를 꼼꼼히 읽었습니다.",
        "서울에서 열린 전시회에 참가했습니다.",
        "부산 지역의 시설을 점검했습니다.",
        "비전공자 출신으로 개발을 배웠습니다.",
        "세종대왕을 존경합니다.",
        "학부모님과 상담했습니다.",
        "부모님을 대상으로 한 서비스를 기획했습니다.",
        "환자의 어머니께 상황을 설명했습니다.",
        "보호자이신 아버지의 불안을 먼저 들었습니다.",
        "가족 같은 분위기에서 일했습니다.",
        "팀의 막내로서 기록을 맡았습니다.",
        "65세 이상 어르신을 도왔습니다.",
        "5살 아이도 이해하는 그림을 그렸습니다.",
        "20대 여성 고객을 조사했습니다.",
        "여성 고객의 비율이 40%였습니다.",
        "2021년에 입학하여 2년 동안 배웠습니다.",
        "택배 20kg 상자를 옮겼습니다.",
        "사용자 32명과 통화했습니다.",
        "키보드의 키를 새로 배치했습니다.",
        "결혼식장에서 안내를 맡았습니다.",
        "대표 번호 1588-0000을 안내했습니다.",
    ],
)
def test_ordinary_words_are_not_forbidden(sentence: str) -> None:
    given = subject(PUBLIC, with_sentence(PUBLIC, sentence), blind=True)
    assert marked(given, CHECK) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "I asked the patient's mother what she needed.",
        "The university library lent us three laptops.",
        "We tested 26 sensors at the university.",
        "The customer's father called twice.",
    ],
)
def test_ordinary_english_is_not_forbidden(sentence: str) -> None:
    given = subject(ENGLISH_MOTIVATION, with_sentence(ENGLISH_MOTIVATION, sentence), blind=True)
    assert marked(given, CHECK) == []


def test_the_name_of_a_hospital_that_one_applies_to_is_no_school() -> None:
    given = subject(
        NURSE, with_sentence(NURSE, "한결대학교병원과 서울대학교병원, 부산대학교 병원을 견학했습니다."), blind=True
    )
    assert codes(given, CHECK) == []


def test_the_place_is_that_of_the_words() -> None:
    given = subject(PUBLIC, with_sentence(PUBLIC, "저는 2남 1녀 중 첫째이고 서울대학교를 졸업했습니다."), blind=True)
    assert marked(given, CHECK) == ["2남 1녀", "서울대학교"]


def test_a_name_inside_another_word_is_not_one_s_own() -> None:
    for sentence in ("이유진단을 했습니다.", "동기인 황보이유진과 함께했습니다."):
        given = subject(PUBLIC, with_sentence(PUBLIC, sentence), blind=True, profile=Profile(name="이유진"))
        assert codes(given, CHECK) == []


def test_an_english_name_is_found_in_any_case() -> None:
    text = with_sentence(ENGLISH_MOTIVATION, "Yours, seoyun HAN.")
    given = subject(ENGLISH_MOTIVATION, text, blind=True, profile=Profile(name="한서윤 (Seoyun Han)"))
    assert marked(given, CHECK, "blind-name") == ["seoyun HAN"]


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft.name)
def test_clean_drafts_hold_nothing_forbidden(draft: object) -> None:
    assert marked(subject(draft, blind=True), CHECK) == []  # type: ignore[arg-type]


def test_the_family_of_a_pupil_is_not_one_s_own() -> None:
    given = subject(TEACHER, with_sentence(TEACHER, "학생들과 어머니가 함께 책을 읽었습니다."), blind=True)
    assert codes(given, CHECK) == []
