"""A first sentence that does not answer is found; one that does is left alone."""

import pytest

from tests.stories.writing.checks.drafts import (
    BACKEND,
    DATA,
    DRAFTS,
    ENGLISH_MOTIVATION,
    ENGLISH_NURSE,
    ENGLISH_PRODUCT,
    HEADED,
    INTRODUCTION,
    PUBLIC,
    SALES,
    STRENGTHS,
    Draft,
    codes,
    marked,
    subject,
    with_sentence,
)

CHECK = "first-sentence"

FILLERS = [
    "안녕하세요, 영업 직무에 지원한 지원자입니다.",
    "안녕하십니까?",
    "우선 저는 이 경험을 말씀드리고 싶습니다.",
    "이 질문에 대해 많은 고민을 했습니다.",
    "질문에 답하기 전에 저를 소개하겠습니다.",
    "제가 실패를 극복한 경험에 대해 말씀드리겠습니다.",
    "지금부터 저의 경험을 소개하겠습니다.",
    "저는 평범한 가정에서 태어나 자랐습니다.",
    "부족하지만 제 경험을 적어 보겠습니다.",
    "제 이름은 한서윤입니다.",
    "글쎄, 어려운 물음입니다.",
]
ENGLISH_FILLERS = [
    "Hello, I am applying for this role.",
    "My name is Seoyun.",
    "To answer this question, I looked back.",
    "Let me tell you about a time at work.",
    "I would like to share an experience.",
    "First of all, thank you for reading.",
    "Thank you for the opportunity.",
]
BACKGROUNDS = [
    "2022년 여름, 저는 유통 회사에서 일하고 있었습니다.",
    "대학교 3학년 때 저는 학과 학생회에서 활동했습니다.",
    "작년에 저는 작은 가게에서 근무했습니다.",
    "인턴 시절 저는 본사 2층에서 근무했습니다.",
    "어릴 때부터 저는 운동을 좋아했습니다.",
    "평소 저는 산책을 즐깁니다.",
]
ENGLISH_BACKGROUNDS = [
    "In 2021, I was a student in my third year.",
    "Two years ago I worked on the fourth floor of a hospital.",
    "When I was younger, I loved the sea.",
]


@pytest.mark.parametrize("sentence", FILLERS)
def test_a_greeting_an_excuse_or_an_announcement_is_found(sentence: str) -> None:
    given = subject(SALES, with_sentence(SALES, sentence, "start"))
    assert codes(given, CHECK) == ["first-filler"]
    assert marked(given, CHECK) == [sentence]


@pytest.mark.parametrize("sentence", ENGLISH_FILLERS)
def test_an_english_greeting_or_announcement_is_found(sentence: str) -> None:
    assert codes(subject(ENGLISH_NURSE, with_sentence(ENGLISH_NURSE, sentence, "start")), CHECK) == ["first-filler"]


@pytest.mark.parametrize("sentence", BACKGROUNDS)
@pytest.mark.parametrize("draft", [SALES, BACKEND, DATA], ids=lambda draft: draft.name)
def test_a_first_sentence_of_background_is_found(draft, sentence: str) -> None:
    found = codes(subject(draft, with_sentence(draft, sentence, "start")), CHECK)
    assert found == ["first-background"]


@pytest.mark.parametrize("sentence", ENGLISH_BACKGROUNDS)
@pytest.mark.parametrize("draft", [ENGLISH_PRODUCT], ids=lambda draft: draft.name)
def test_a_first_english_sentence_of_background_is_found(draft, sentence: str) -> None:
    assert codes(subject(draft, with_sentence(draft, sentence, "start")), CHECK) == ["first-background"]


@pytest.mark.parametrize(
    ("draft", "sentence"),
    [
        (SALES, "저는 등산을 자주 갑니다."),
        (SALES, "요즘 날씨가 무척 덥습니다."),
        (DATA, "커피는 오전에 마시는 편입니다."),
        (PUBLIC, "어느 봄날 창밖을 보았습니다."),
        (PUBLIC, "저는 등산을 자주 갑니다."),
        (ENGLISH_NURSE, "The weather that autumn was mild."),
    ],
)
def test_a_first_sentence_on_something_else_is_found(draft, sentence: str) -> None:
    assert codes(subject(draft, with_sentence(draft, sentence, "start")), CHECK) == ["first-off"]


def test_a_long_first_sentence_is_found_from_one_character_over() -> None:
    start = "거래처를 되돌린 경험은 "
    for length, expected in ((120, []), (121, ["first-long"])):
        sentence = start + "가" * (length - len(start) - 1) + "."
        assert codes(subject(SALES, f"{sentence} {SALES.text}"), CHECK) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "대학교 3학년 때 학생회비 장부를 새로 만들어 잔액 오류를 없앴습니다.",
        "2022년 겨울, 납품 지연으로 거래처를 잃을 뻔했습니다.",
        "먼저 다가가는 태도로 거래처의 마음을 되돌렸습니다.",
        "우선순위를 정하는 습관이 저를 실패에서 꺼냈습니다.",
        "저의 가장 큰 실패는 수량을 한 자리 틀리게 적은 일입니다.",
        "실패를 숨기지 않는 것이 회복의 시작이었습니다.",
        "인턴 때 재고를 잘못 세어 손해를 낸 적이 있습니다. 그러나 사흘 만에 바로잡았습니다.",
        "이번 일을 겪으며 신뢰는 사흘 안에 결정된다는 것을 배웠습니다.",
        "사실을 먼저 말하는 것이 거래처를 지킨다고 믿습니다.",
    ],
)
def test_a_first_sentence_that_answers_is_left_alone(sentence: str) -> None:
    assert codes(subject(SALES, with_sentence(SALES, sentence, "start")), CHECK) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "A missed dressing taught me how to hand over.",
        "Last year I rebuilt our handover checklist.",
        "During my first month I disagreed with a colleague about handovers.",
        "The conflict started with a signature.",
    ],
)
def test_a_first_english_sentence_that_answers_is_left_alone(sentence: str) -> None:
    assert codes(subject(ENGLISH_NURSE, with_sentence(ENGLISH_NURSE, sentence, "start")), CHECK) == []


def test_a_self_introduction_may_greet() -> None:
    assert INTRODUCTION.text.startswith("안녕하세요")
    assert codes(subject(INTRODUCTION), CHECK) == []


@pytest.mark.parametrize(
    "headline", ["[사흘의 신뢰]\n", "<사흘의 신뢰>\n\n", "'사흘의 신뢰'\n", "사흘의 신뢰\n\n", "[사흘의 신뢰] "]
)
def test_a_headline_is_passed_over(headline: str) -> None:
    assert codes(subject(SALES, headline + SALES.text), CHECK) == []
    assert codes(subject(SALES, f"{headline}작년에 저는 작은 가게에서 근무했습니다."), CHECK) == []
    assert codes(subject(SALES, f"{headline}안녕하세요. {SALES.text}"), CHECK) == ["first-filler"]
    assert marked(subject(SALES, f"{headline}안녕하세요. {SALES.text}"), CHECK) == ["안녕하세요."]


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft.name)
def test_clean_drafts_begin_with_the_answer(draft) -> None:
    assert codes(subject(draft), CHECK) == []


@pytest.mark.parametrize("text", ["", " \n ", "[제목]", "…"])
def test_an_answer_without_a_sentence_is_left_alone(text: str) -> None:
    assert codes(subject(HEADED, text), CHECK) == []


NO_ANSWERS = [
    "오늘날 많은 기업이 데이터를 활용하고 있습니다.",
    "최근 기후 위기로 친환경 소비가 주목받고 있습니다.",
    "코로나19 이후 비대면 서비스는 일상이 되었습니다.",
    "4차 산업혁명 시대를 맞아 데이터의 중요성이 커지고 있습니다.",
    "급변하는 시대에는 소통이 무엇보다 중요합니다.",
    "현대 사회에서 협업은 필수입니다.",
    "누구나 살면서 한 번쯤은 실패를 겪습니다.",
    "인생은 선택의 연속입니다.",
    "모든 조직에는 갈등이 있습니다.",
    "실패는 성공의 어머니라는 말이 있습니다.",
    "'빨리 가려면 혼자 가고 멀리 가려면 함께 가라'는 속담이 있습니다.",
    '에디슨은 "나는 실패한 것이 아니다"라고 말했습니다.',
    "협업이란 서로의 부족함을 채우는 일입니다.",
    "소통의 사전적 의미는 막힘없이 통하는 것입니다.",
    "여러분은 실패가 무엇이라고 생각하십니까?",
    "좋은 팀이란 무엇일까요?",
    "팀에서 가장 중요한 것은 무엇일까요.",
    "2021년 겨울은 몹시 추웠고 거리에는 눈이 쌓여 있었습니다.",
    "작년 여름 학교 앞 시장은 손님들로 붐볐습니다.",
    "비가 내리던 월요일 아침이었습니다.",
    "강의실은 조용했고 창밖에는 눈이 내리고 있었습니다.",
    "바쁘신 와중에 자기소개서를 읽어 주셔서 감사합니다.",
    "이렇게 지원할 기회를 주셔서 진심으로 감사드립니다.",
    "처음 뵙겠습니다.",
    "귀한 기회를 주신 데 감사의 말씀을 드립니다.",
    "대한민국 사람이라면 누구나 카카오톡을 사용합니다.",
    "데이터는 21세기의 원유라고 합니다.",
    "사회생활에서는 인간관계가 가장 중요하다고 합니다.",
]
ENGLISH_NO_ANSWERS = [
    "In today's world, teamwork is more important than ever.",
    "Everyone makes mistakes at work.",
    "There is a saying that failure is the mother of success.",
    "As Einstein once said, the important thing is not to stop questioning.",
    "Have you ever failed in front of a room full of people?",
    "Conflict is a part of every workplace.",
    "The dictionary defines conflict as a serious disagreement.",
    "Teamwork means working together towards a goal.",
    "The healthcare industry is changing faster than ever.",
    "It was a cold morning in November and the streets were full of people.",
    "In the winter of 2021 the ward was unusually busy.",
    "Thank you very much for taking the time to read this.",
    "First, I would like to thank you for this opportunity.",
    "We live in a world where everything changes.",
    "Technology has changed the way people live.",
    "Over the past decade the market has grown quickly.",
    "No team is without conflict.",
    "Communication is key to success in any organization.",
    "With the rise of AI, every company needs data.",
]
NO_MOTIVES = [
    "최근 반도체 산업은 빠르게 성장하고 있습니다.",
    "물은 생명의 근원입니다.",
    "우리나라의 물 관리 기술은 세계적인 수준입니다.",
    "안전은 무엇과도 바꿀 수 없습니다.",
    "공기업은 국민의 삶을 책임집니다.",
    "최근 몇 년 사이 물 산업은 크게 성장했습니다.",
    "기술의 발전은 사람들의 생활을 바꾸어 놓았습니다.",
    "물 한 방울도 소중히 여기라는 말이 있습니다.",
    "바쁘신 가운데 지원서를 검토해 주셔서 감사합니다.",
]
ENGLISH_NO_MOTIVES = [
    "Data is the new oil.",
    "Search engines are part of everyday life for people around the world.",
    "Millions of customers rely on fast networks.",
    "Thank you for considering my application.",
]
NO_TRAITS = [
    "완벽한 사람은 없습니다.",
    "모든 사람에게는 장점과 단점이 있습니다.",
    "소통은 모든 일의 시작입니다.",
    "사회생활에서 가장 중요한 것은 신뢰입니다.",
    "너 자신을 알라는 말이 있습니다.",
    "장점과 단점은 동전의 양면과 같습니다.",
    "Everyone has strengths and weaknesses.",
    "Nobody is born perfect.",
    "Strength and weakness are two sides of the same coin.",
    "Teamwork makes the dream work.",
]
ANSWERS = [
    "최근 3년간 쌓인 반품 기록을 분류해 반품률을 8%에서 5%로 낮췄습니다.",
    "누구나 쓸 수 있는 주문서를 만들어 오류를 절반으로 줄였습니다.",
    "모든 거래처를 직접 찾아간 일이 가장 큰 도전입니다.",
    "요즘도 저는 거래처 수량을 두 번 확인합니다.",
    "모두가 반대하던 현장 방문을 밀어붙여 거래처를 되돌렸습니다.",
    "'감사합니다'라는 거래처의 한마디가 저를 바꾸었습니다.",
    "코로나19로 끊긴 거래처 세 곳을 석 달 만에 되찾았습니다.",
    "사람들이 떠난 동아리를 맡아 부원을 8명에서 31명으로 늘렸습니다.",
    "시장 조사를 다시 해서 납품 단가를 7% 낮췄습니다.",
    "고객의 불만을 끝까지 듣고 거래처를 되찾은 경험이 있습니다.",
    "아무도 보지 않던 재고 기록을 정리해 거래처 납품 오류를 없앴습니다.",
    "매장에서 가장 많이 울리던 전화를 절반으로 줄였습니다.",
]
ENGLISH_ANSWERS = [
    "Nobody wanted the handover meeting, so I made it ten minutes long.",
    "People stopped skipping the checklist once we rewrote it together.",
    "A question from a patient's daughter changed how I hand over.",
    "Every handover I led after that had a written note.",
    "Today I still use the checklist that we wrote.",
    "In the busiest week of the year our handover errors fell from nine to two.",
]
MOTIVES = [
    "깨끗한 물을 누구나 누리게 하는 일을 하고 싶습니다.",
    "수도 시설의 고장을 미리 찾는 기술로 기여하겠습니다.",
    "모든 국민이 안심하는 물을 만드는 것이 제 목표입니다.",
    "가뭄을 겪은 고향에서 물의 무게를 배웠습니다.",
    "최근 누수 탐지 기술에 매력을 느껴 지원했습니다.",
]
TRAITS = [
    "작은 불편도 그냥 넘기지 못합니다.",
    "끝까지 기록하는 꼼꼼함이 가장 큰 무기입니다.",
    "숫자가 맞지 않으면 다시 셉니다, 그것이 저의 강점입니다.",
    "모든 일을 혼자 하려는 것이 단점입니다.",
    "누구에게나 먼저 말을 거는 친화력이 강점입니다.",
    "My colleagues would say that patience is what I bring.",
    "Patience is my strength.",
]


def rows_of(*groups: tuple[Draft, list[str]]) -> list[tuple[Draft, str]]:
    return [(draft, sentence) for draft, sentences in groups for sentence in sentences]


@pytest.mark.parametrize(
    ("draft", "sentence"),
    rows_of(
        (SALES, NO_ANSWERS),
        (ENGLISH_NURSE, ENGLISH_NO_ANSWERS),
        (PUBLIC, NO_MOTIVES),
        (ENGLISH_MOTIVATION, ENGLISH_NO_MOTIVES),
        (STRENGTHS, NO_TRAITS),
    ),
)
def test_truths_sayings_questions_thanks_and_scenery_are_no_answer(draft: Draft, sentence: str) -> None:
    assert len(codes(subject(draft, with_sentence(draft, sentence, "start")), CHECK)) == 1


@pytest.mark.parametrize(
    ("draft", "sentence"),
    rows_of((SALES, ANSWERS), (ENGLISH_NURSE, ENGLISH_ANSWERS), (PUBLIC, MOTIVES), (STRENGTHS, TRAITS)),
)
def test_what_only_resembles_them_is_left_alone(draft: Draft, sentence: str) -> None:
    assert codes(subject(draft, with_sentence(draft, sentence, "start")), CHECK) == []
