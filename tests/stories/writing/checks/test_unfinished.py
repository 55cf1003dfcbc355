"""What was left unfinished is found at its place; what looks like it and is meant is left alone."""

import pytest

from stories.writing.checks.note_style import note_ending
from tests.stories.writing.checks.drafts import (
    BACKEND,
    DRAFTS,
    ENGLISH_NURSE,
    ENGLISH_PRODUCT,
    SALES,
    codes,
    marked,
    subject,
    with_sentence,
)

CHECK = "unfinished"

LEFT = [
    ("lone-letters", "그때는 정말 힘들었습니다ㅠㅠ.", "ㅠㅠ"),
    ("lone-letters", "ㅋㅋ 다들 웃었습니다.", "ㅋㅋ"),
    ("lone-letters", "동료의 말에 ㅇㅇ 답했습니다.", "ㅇㅇ"),
    ("lone-letters", "성공했습니닫ㅏ.", "ㅏ"),
    ("lone-letters", "노ㄹ력했습니다.", "ㄹ"),
    ("lone-letters", "ㅎ 이후 한 번 더 확인했습니다.", "ㅎ"),
    ("placeholder", "OOO에서 일하며 배웠습니다.", "OOO"),
    ("placeholder", "○○전자의 고객을 만났습니다.", "○○"),
    ("placeholder", "XXX 프로젝트를 이끌었습니다.", "XXX"),
    ("placeholder", "OO기업의 제품을 조사했습니다.", "OO"),
    ("placeholder", "매출을 XX% 올렸습니다.", "XX"),
    ("placeholder", "20XX년에 시작했습니다.", "20XX"),
    ("placeholder", "[회사명]에 기여하겠습니다.", "[회사명]"),
    ("placeholder", "(회사 이름)의 가치를 믿습니다.", "(회사 이름)"),
    ("placeholder", "<직무>에 맞게 준비했습니다.", "<직무>"),
    ("placeholder", "비용을 (숫자 추가)만큼 줄였습니다.", "(숫자 추가)"),
    ("placeholder", "그 뒤의 일입니다 (수정).", "(수정)"),
    ("placeholder", "(여기 수정 필요) 다시 확인했습니다.", "(여기 수정 필요)"),
    ("placeholder", "{name}에서 성장하겠습니다.", "{name}"),
    ("placeholder", "{회사명}에서 성장하겠습니다.", "{회사명}"),
    ("placeholder", "____에서 배운 것을 적용했습니다.", "____"),
    ("placeholder", "TODO 결과를 자세히 적겠습니다.", "TODO"),
    ("placeholder", "TBD: 수상 내역입니다.", "TBD"),
    ("placeholder", "성과를 낸 경험...을 쓰기", "...을 쓰기"),
    ("placeholder", "~~한 경험이 있습니다.", "~~"),
    ("placeholder", "lorem ipsum dolor입니다.", "lorem ipsum"),
    ("double-mark", "결과를 확인했습니다.. 그리고 나누었습니다.", ".."),
    ("double-mark", "그래서,, 다시 시도했습니다.", ",,"),
    ("double-mark", "드디어 성공했습니다!!", "!!"),
    ("double-mark", "왜 그랬을까요??", "??"),
    ("double-mark", "끝냈습니다., 그리고 쉬었습니다.", ".,"),
    ("unpaired-mark", "그는 '괜찮습니다라고 말했습니다.", "'"),
    ("unpaired-mark", "점검표(12개 항목를 만들었습니다.", "("),
    ("unpaired-mark", "점검표 12개 항목)를 만들었습니다.", ")"),
    ("unpaired-mark", '고객은 "다시 오겠다고 했습니다.', '"'),
    ("unpaired-mark", "고객은 “다시 오겠다고 했습니다.", "“"),
    ("unpaired-mark", "『업무 일지를 매일 썼습니다.", "『"),
    ("note-style", "재고 목록을 새로 만들었음.", "만들었음"),
    ("note-style", "시간이 많이 부족함.", "부족함"),
    ("note-style", "거래처를 직접 방문함.", "방문함"),
    ("note-style", "주문량이 두 배가 됨.", "됨"),
    ("note-style", "다음 달에 다시 시험할 예정임.", "예정임"),
    ("note-style", "같은 실수가 한 건도 없음.", "없음"),
    ("note-style", "지점 세 곳의 재고를 확인했음", "확인했음"),
]


@pytest.mark.parametrize(("code", "sentence", "place"), LEFT)
@pytest.mark.parametrize("draft", [SALES, BACKEND], ids=lambda draft: draft.name)
def test_what_was_left_is_found_at_its_place(draft, code: str, sentence: str, place: str) -> None:
    given = subject(draft, with_sentence(draft, sentence, "end"))
    assert marked(given, CHECK, code) == [place]


@pytest.mark.parametrize(
    ("code", "sentence", "place"),
    [
        ("placeholder", "I would like to join [company name] this year.", "[company name]"),
        ("placeholder", "We cut costs by XX% in a month.", "XX"),
        ("placeholder", "TODO: add the number of patients.", "TODO"),
        ("placeholder", "I led {{project}} to its end.", "{{project}}"),
        ("placeholder", "My role at <Company> was clear.", "<Company>"),
        ("placeholder", "It saved (insert number) hours.", "(insert number)"),
        ("double-mark", "We tried again.. and again.", ".."),
        ("double-mark", "It worked!!", "!!"),
        ("unpaired-mark", "She said “fine and left.", "“"),
        ("unpaired-mark", "The list (all six points was short.", "("),
        ("unpaired-mark", 'He said "yes and left.', '"'),
    ],
)
@pytest.mark.parametrize("draft", [ENGLISH_NURSE, ENGLISH_PRODUCT], ids=lambda draft: draft.name)
def test_what_was_left_is_found_in_english(draft, code: str, sentence: str, place: str) -> None:
    given = subject(draft, with_sentence(draft, sentence, "middle"))
    assert marked(given, CHECK, code) == [place]


@pytest.mark.parametrize(
    "torn",
    [
        "이후에는 같은 문제가 생기지 않도록",
        "그래서 저는 동료들과 함께 이 문제를 해결하고",
        "점검표를 만들었고,",
        "고객의 목소리를 듣는 영업 사원이 되",
        "앞으로도 성실하게 일하겠습니다",
    ],
)
def test_a_last_sentence_that_breaks_off_is_found(torn: str) -> None:
    assert codes(subject(SALES, with_sentence(SALES, torn)), CHECK) == ["no-end"]
    assert codes(subject(SALES, f"{SALES.text}\n\n{torn}\n"), CHECK) == ["no-end"]


@pytest.mark.parametrize("torn", ["After that I started to", "I learned a lot and,", "In the end we"])
def test_a_last_english_sentence_that_breaks_off_is_found(torn: str) -> None:
    assert codes(subject(ENGLISH_NURSE, with_sentence(ENGLISH_NURSE, torn)), CHECK) == ["no-end"]


@pytest.mark.parametrize("cut", range(1, 12))
def test_a_draft_cut_in_its_last_word_is_found(cut: int) -> None:
    given = subject(SALES, SALES.text[:-cut])
    assert codes(given, CHECK) == ["no-end"], given.text[-20:]


@pytest.mark.parametrize(
    "sentence",
    [
        "책상을 ㄱ자로 놓고 회의했습니다.",
        "배관을 'ㄷ'자 모양으로 바꾸었습니다.",
        "댓글의 'ㅋㅋ'와 'ㅠㅠ'를 감정으로 나누었습니다.",
        "5XX 오류를 30% 줄였습니다.",
        "(1) 조사, (2) 설계, (3) 시험의 순서였습니다.",
        "1) 조사 2) 설계 3) 시험의 순서였습니다.",
        "가) 조사와 나) 설계를 맡았습니다.",
        "'22년 여름에 시작했습니다.",
        "고객님은 '고맙다'며 '또 오겠다'고 하셨습니다.",
        "“왜 안 되나요?”라는 질문에서 출발했습니다.",
        "그런데... 결과는 달랐습니다.",
        "정말 가능할까? 저는 그렇게 물었습니다.",
        "매출(전월 대비 12%)이 늘었습니다.",
        "모임을 이끌며 책임을 배웠습니다.",
        "회의록은 v1.2로 남겼습니다.",
        "경로는 ../data였습니다.",
        "비율은 0.5~1.2 사이였습니다.",
        "[예시 12건]을 모았습니다.",
        "수익률이 -3.2%에서 +1.1%로 바뀌었습니다.",
        "C++과 C#, .NET을 썼습니다.",
    ],
)
def test_what_is_meant_is_left_alone(sentence: str) -> None:
    for at in ("start", "middle", "end"):
        assert marked(subject(SALES, with_sentence(SALES, sentence, at)), CHECK) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The users' data wasn't lost, and my colleagues' trust stayed.",
        "In the '90s nobody logged it.",
        "It cost 5 MB, e.g., for logs, etc., and one hour.",
        "OOP and OOM were new words to me.",
        "He said \"no\" and I said 'why not'.",
        "The 4xx errors fell by half.",
    ],
)
def test_english_that_is_meant_is_left_alone(sentence: str) -> None:
    assert marked(subject(ENGLISH_NURSE, with_sentence(ENGLISH_NURSE, sentence, "middle")), CHECK) == []


@pytest.mark.parametrize(
    "text",
    [
        "고객의 말을 숫자로 옮기는 마케터",
        "[현장을 향한 꼼꼼함]\n\n재고를 끝까지 맞추었습니다.",
        "나를 소개하는 명함\n\n재고를 끝까지 맞추었습니다.",
        "고객을 향한 꼼꼼함\n\n재고를 끝까지 맞추었습니다.",
        "핵심 역량: 포토샵, 엑셀\n자격증: 사회조사분석사\n언어: 영어",
        "",
        "   \n",
    ],
)
def test_headlines_lists_and_empty_answers_are_left_alone(text: str) -> None:
    assert marked(subject(SALES, text), CHECK) == []


def test_a_note_at_the_end_is_told_once_and_an_address_needs_no_full_stop() -> None:
    assert codes(subject(SALES, with_sentence(SALES, "재고를 확인했음")), CHECK) == ["note-style"]
    assert codes(subject(SALES, f"{SALES.text}\n작업물: https://example.com/works"), CHECK) == []


@pytest.mark.parametrize("name", ["○○병원", "OO대학교", "OO 기업", "◯◯ 동아리"])
def test_a_masked_name_is_what_a_blind_form_wants(name: str) -> None:
    text = with_sentence(SALES, f"{name}에서 일하며 배웠습니다.")
    assert codes(subject(SALES, text, blind=True), CHECK) == []
    assert codes(subject(SALES, text), CHECK) == ["placeholder"]


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft.name)
def test_clean_drafts_are_finished(draft) -> None:
    assert marked(subject(draft), CHECK) == []


def test_a_note_that_ends_in_what_was_lowered_or_left_is_note_style() -> None:
    for words in ("대기 시간을 절반으로 낮춤.", "후배에게 점검표를 남김.", "회의 방식을 바꿈."):
        assert note_ending(words) is not None, words
    for words in ("맞춤 상담을 이어 왔습니다.", "돌봄 교실을 맡았습니다.", "사례 모음"):
        assert note_ending(words) is None, words
