"""Another company's or position's name is found where it was left in, and nowhere else."""

import pytest

from tests.stories.writing.checks.drafts import (
    BACKEND,
    DATA,
    ENGLISH_MOTIVATION,
    INTRODUCTION,
    MARKETING,
    PUBLIC,
    codes,
    marked,
    subject,
    with_sentence,
)

CHECK = "other-names"

LEFT_IN = [
    ("한빛솔루션에서 고객의 문제를 해결하겠습니다.", "한빛솔루션"),
    ("한빛 솔루션의 일원이 되고 싶습니다.", "한빛 솔루션"),
    ("저는 한빛솔루션이 추구하는 가치에 공감합니다.", "한빛솔루션"),
    ("이 경험을 한빛솔루션에 쏟겠습니다.", "한빛솔루션"),
    ("(주)한빛솔루션만의 문화를 배웠습니다.", "한빛솔루션"),
    ("LG CNS의 클라우드 사업을 함께하겠습니다.", "LG CNS"),
    ("LGCNS에서 배운 것을 펼치겠습니다.", "LGCNS"),
    ("'LG CNS'가 걸어온 길을 존경합니다.", "LG CNS"),
    ("비바리퍼블리카의 문화를 좋아합니다.", "비바리퍼블리카"),
    ("토스에 지원하게 되었습니다.", "토스"),
]


@pytest.mark.parametrize(("sentence", "name"), LEFT_IN)
@pytest.mark.parametrize("at", ["start", "middle", "end"])
def test_the_company_of_another_application_is_found(sentence: str, name: str, at: str) -> None:
    given = subject(PUBLIC, with_sentence(PUBLIC, sentence, at))
    assert marked(given, CHECK, "another-company") == [name]


@pytest.mark.parametrize(
    ("company", "sentence", "name"),
    [
        ("(주)네이버", "NAVER의 검색 서비스를 만들겠습니다.", "NAVER"),
        ("NAVER", "네이버에 입사하여 성장하겠습니다.", "네이버"),
        ("네이버(NAVER)", "Naver가 가진 기술력에 끌렸습니다.", "Naver"),
        ("㈜카카오", "카카오라는 회사에서 일하고 싶습니다.", "카카오"),
        ("삼성전자 DS부문", "삼성전자에서 반도체의 미래를 열겠습니다.", "삼성전자"),
        ("SK하이닉스", "SK 하이닉스의 구성원이 되겠습니다.", "SK 하이닉스"),
        ("현대자동차", "현대차와 함께 달리겠습니다.", "현대차"),
        ("한국전력공사", "한전의 사업에 힘을 보태겠습니다.", "한전"),
        ("가나다 랩", "가나다랩이 바라는 인재입니다.", "가나다랩"),
        ("Kakao", "I want to grow at Kakao.", "Kakao"),
        ("Bluewater Analytics", "I would love to join Bluewater Analytics.", "Bluewater Analytics"),
        ("우리은행", "우리은행의 고객을 만나고 싶습니다.", "우리은행"),
    ],
)
def test_a_company_is_known_by_its_other_spellings(company: str, sentence: str, name: str) -> None:
    given = subject(DATA, with_sentence(DATA, sentence), others=[(company, "")])
    assert marked(given, CHECK, "another-company") == [name]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("삼성전자에 지원한 이유는 기술력 때문입니다.", "삼성전자"),
        ("네이버에서 꿈을 펼치고 싶습니다.", "네이버"),
        ("카카오의 비전에 깊이 공감합니다.", "카카오"),
        ("SK하이닉스의 일원으로 성장하겠습니다.", "SK하이닉스"),
        ("저는 LG화학에 기여하는 인재가 되겠습니다.", "LG화학"),
        ("KT에 입사하면 먼저 현장을 배우겠습니다.", "KT"),
        ("한국전력공사의 인재상에 맞는 사람입니다.", "한국전력공사"),
        ("I want to work at Coupang and learn from its engineers.", "Coupang"),
        ("Joining Samsung Electronics would be the next step.", "Samsung Electronics"),
    ],
)
def test_a_well_known_employer_is_possibly_left_in(sentence: str, name: str) -> None:
    given = subject(PUBLIC, with_sentence(PUBLIC, sentence))
    assert marked(given, CHECK, "possible-company") == [name]


@pytest.mark.parametrize(
    "sentence",
    [
        "KTX를 타고 현장을 오갔습니다.",
        "SKT 대리점은 아니었지만 통신 매장이었습니다.",
        "현대인의 생활을 바꾸고 싶습니다.",
        "현대 사회에서 물은 더 중요해지고 있습니다.",
        "카카오톡으로 회의 시간을 정했습니다.",
        "카카오 지도 API를 불러와 위치를 표시했습니다.",
        "네이버 블로그에 기록을 남겼습니다.",
        "네이버페이로 결제하는 사람이 많았습니다.",
        "제 메일 주소는 bluebird@naver.com입니다.",
        "LightGBM과 sk-learn을 사용했습니다.",
        "우리는 하나의 목표로 움직였습니다.",
        "생산 라인을 세 번 점검했습니다.",
        "공을 토스하는 연습을 했습니다.",
        "당시 쿠팡에서 물건을 주문하다가 불편을 느꼈습니다.",
        "네이버, 카카오 등 경쟁 서비스와 비교했습니다.",
        "네이버, 카카오와 같은 기업과 경쟁하는 곳에서 일하고 싶습니다.",
        "신세계를 본 듯한 기분이었습니다.",
        "국민 모두가 안심하는 물을 만들겠습니다.",
    ],
)
def test_products_longer_words_and_comparisons_are_left_alone(sentence: str) -> None:
    assert codes(subject(PUBLIC, with_sentence(PUBLIC, sentence)), CHECK) == []


@pytest.mark.parametrize("company", ["삼성전자", "삼성SDS", "삼성전자 DS부문", "제일기획"])
def test_the_group_of_the_company_is_no_other_company(company: str) -> None:
    draft = with_sentence(PUBLIC, "삼성에서 일하고 싶습니다.")
    assert codes(subject(PUBLIC, draft, company=company), CHECK) == []


def test_what_carries_the_name_of_the_company_belongs_to_it() -> None:
    given = subject(INTRODUCTION, with_sentence(INTRODUCTION, "카카오뱅크와 함께 일하고 싶습니다."))
    assert codes(given, CHECK) == []


def test_another_member_of_the_group_is_one() -> None:
    given = subject(PUBLIC, with_sentence(PUBLIC, "SK텔레콤에 입사하고 싶습니다."), company="SK하이닉스")
    assert marked(given, CHECK) == ["SK텔레콤"]


@pytest.mark.parametrize("name", ["카카오", "Kakao", "(주)카카오"])
def test_the_company_itself_is_never_marked(name: str) -> None:
    given = subject(INTRODUCTION, with_sentence(INTRODUCTION, f"{name}에서 일하고 싶습니다."))
    assert codes(given, CHECK) == []


def test_another_application_to_the_same_company_is_no_other_company() -> None:
    given = subject(INTRODUCTION, others=[("㈜카카오", "서비스 기획"), ("kakao", "")])
    assert codes(given, CHECK) == []


def test_what_the_chosen_story_tells_of_may_be_named_but_not_applied_to() -> None:
    story = {"title": "네이버 부스트캠프", "headline": "네이버 부스트캠프에서 팀을 이끌었다"}
    told = with_sentence(DATA, "네이버 교육 과정에서 처음 모델을 배포했습니다.")
    assert codes(subject(DATA, told, others=[("네이버", "")], story=story), CHECK) == []
    applied = with_sentence(DATA, "네이버에 지원하게 된 이유입니다.")
    assert codes(subject(DATA, applied, others=[("네이버", "")], story=story), CHECK) == ["another-company"]


def test_one_s_other_company_in_a_comparison_is_only_possibly_left_in() -> None:
    text = with_sentence(ENGLISH_MOTIVATION, "Unlike LG CNS, you publish your incidents.")
    assert codes(subject(ENGLISH_MOTIVATION, text), CHECK) == ["possible-company"]


def test_without_a_company_of_its_own_nothing_is_another() -> None:
    assert codes(subject(PUBLIC, with_sentence(PUBLIC, "네이버에 지원합니다."), company=""), CHECK) == []


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("영업 관리 직무에서 성장하겠습니다.", "영업 관리"),
        ("영업관리 부문에 지원했습니다.", "영업관리"),
        ("클라우드 엔지니어로서 기여하겠습니다.", "클라우드 엔지니어"),
        ("I want the Product Designer position at your company.", "Product Designer"),
    ],
)
def test_the_position_of_another_application_is_found(sentence: str, name: str) -> None:
    assert marked(subject(PUBLIC, with_sentence(PUBLIC, sentence)), CHECK, "another-position") == [name]


@pytest.mark.parametrize("sentence", ["클라우드 엔지니어와 함께 일했습니다.", "A product designer drew it with me."])
def test_a_position_that_one_only_met_is_left_alone(sentence: str) -> None:
    assert codes(subject(BACKEND, with_sentence(BACKEND, sentence)), CHECK) == []


def test_a_position_that_is_part_of_one_s_own_is_left_alone() -> None:
    text = with_sentence(MARKETING, "마케팅 직무를 위해 준비했습니다.")
    assert codes(subject(MARKETING, text, others=[("한빛솔루션", "마케팅")]), CHECK) == []


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("I am sure I can learn this at Google.", "Google"),
        ("I would like to join Netflix as a researcher.", "Netflix"),
        ("Amazon's promise of next-morning delivery is what I care about.", "Amazon"),
        ("I will bring the same care to Airbnb.", "Airbnb"),
        ("Applying to Microsoft was an easy decision.", "Microsoft"),
        ("Toss is where I want to grow.", "Toss"),
        ("구글에 합류하여 더 배우고 싶습니다.", "구글"),
        ("엔비디아의 비전에 공감합니다.", "엔비디아"),
        ("아마존에서도 고객을 먼저 생각하겠습니다.", "아마존"),
    ],
)
def test_an_employer_abroad_is_possibly_left_in(sentence: str, name: str) -> None:
    given = subject(ENGLISH_MOTIVATION, with_sentence(ENGLISH_MOTIVATION, sentence), others=[])
    assert marked(given, CHECK, "possible-company") == [name]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("이 습관으로 네이버페이에서도 장애를 먼저 찾겠습니다.", "네이버페이"),
        ("카카오뱅크에서도 같은 자세로 일하겠습니다.", "카카오뱅크"),
        ("토스증권에 보탬이 될 것입니다.", "토스증권"),
    ],
)
def test_a_promise_at_the_end_of_a_story_names_the_employer(sentence: str, name: str) -> None:
    given = subject(BACKEND, with_sentence(BACKEND, sentence), company="한빛은행", others=[])
    assert marked(given, CHECK, "possible-company") == [name]


@pytest.mark.parametrize(
    "sentence",
    [
        "I want to use Google Analytics to follow it.",
        "I would like to work with AWS and Amazon S3 every day.",
        "I hope to leave Microsoft Excel behind.",
        "I want to learn Oracle and Salesforce.",
        "I would look at apple trees with a team of students.",
        "I will keep the tables in Oracle Database.",
        "구글 스프레드시트로 기록을 남기겠습니다.",
        "오라클을 더 깊이 배우고 싶습니다.",
        "메타 분석을 공부하고 싶습니다.",
    ],
)
def test_what_an_employer_abroad_makes_is_left_alone(sentence: str) -> None:
    given = subject(ENGLISH_MOTIVATION, with_sentence(ENGLISH_MOTIVATION, sentence), others=[])
    assert codes(given, CHECK) == []


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("As a Product Designer I would bring careful interviews.", "Product Designer"),
        ("As a Product Designer, I will listen first.", "Product Designer"),
        ("I want to join you as a Product Designer because users come first.", "Product Designer"),
        ("클라우드 엔지니어로 활약하겠습니다.", "클라우드 엔지니어"),
    ],
)
def test_what_one_would_be_elsewhere_is_found(sentence: str, name: str) -> None:
    assert marked(subject(PUBLIC, with_sentence(PUBLIC, sentence)), CHECK, "another-position") == [name]


@pytest.mark.parametrize(
    "sentence",
    ["I want to use what I learned as a Product Designer last year.", "As a Product Designer I drew two screens."],
)
def test_what_one_was_already_is_left_alone(sentence: str) -> None:
    assert codes(subject(PUBLIC, with_sentence(PUBLIC, sentence)), CHECK) == []


def test_who_does_the_work_of_another_position_is_found() -> None:
    given = subject(
        PUBLIC, with_sentence(PUBLIC, "백엔드 개발자로서 기여하겠습니다."), others=[("한빛솔루션", "백엔드 개발")]
    )
    assert marked(given, CHECK, "another-position") == ["백엔드 개발자"]
