"""Earlier answers to a like question come back, with the names in them that belong to the other company."""

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from stories.files.library import Library, read_library
from stories.files.places import SAMPLE
from stories.matching.index import LibraryIndex
from stories.writing.reuse import MOST, Reusable, company_places, reusable

QUESTION = "당사에 지원한 동기를 쓰시오. (500자 이내)"
Make = Callable[..., Library]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Return what writes a library of applications (id to fields) and stories."""

    def written(applications: Mapping[str, Any], stories: Mapping[str, Any] | None = None) -> Library:
        for kind, records in (("applications", applications), ("stories", stories or {})):
            (tmp_path / kind).mkdir(exist_ok=True)
            for record_id, fields in records.items():
                text = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False)
                (tmp_path / kind / f"{record_id}.yaml").write_text(text, encoding="utf-8")
        return read_library(tmp_path)

    return written


def applied(company: str, *answers: tuple[str, str], position: str = "") -> dict[str, Any]:
    rows = [{"question": question, "draft": draft} for question, draft in answers]
    return {"company": company, "position": position, "questions": rows}


def found(library: Library, application_id: str = "now", question: str = QUESTION) -> tuple[Reusable, ...]:
    return reusable(question, application_id, library, LibraryIndex(library))


def marked(text: str, places: tuple[tuple[int, int], ...]) -> str:
    for start, end in reversed(places):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


def test_an_earlier_answer_of_another_company_comes_back_with_its_name_marked(make: Make) -> None:
    library = make(
        {
            "old": applied(
                "가나전자", ("협업 경험", "함께 했다."), ("지원 동기", "가나전자에서 일하고 싶다."), position="기획"
            ),
            "now": applied("다라상사", (QUESTION, "")),
        }
    )
    one = found(library)[0]
    assert (one.application, one.number, one.name) == ("old", 2, "가나전자 기획")
    assert (one.question, one.same_company) == ("지원 동기", False)
    assert 60 <= one.alike <= 100
    assert marked(one.text, one.names) == "[가나전자]에서 일하고 싶다."


def test_an_answer_to_a_question_that_wants_the_same_in_other_words_comes_back(make: Make) -> None:
    library = make(
        {
            "old": applied(
                "가나전자", ("왜 우리 회사인가요?", "가나전자에서 일하고 싶다."), ("협업 경험", "함께 했다.")
            ),
            "now": applied("다라상사", (QUESTION, "")),
        }
    )
    assert [one.text for one in found(library)] == ["가나전자에서 일하고 싶다."]


def test_the_most_alike_comes_first_and_at_most_five_come(make: Make) -> None:
    others = {f"a{n}": applied(f"회사{n}", ("지원 동기와 포부", f"동기와 포부 {n}")) for n in range(7)}
    exact = {
        "best": applied("바사은행", (QUESTION, "같은 질문의 답")),
        "far": applied("아자", ("C++의 가상 함수", "표")),
    }
    answers = found(make({**others, **exact, "now": applied("다라상사", (QUESTION, ""))}))
    assert len(answers) == MOST
    assert answers[0].application == "best"
    assert [one.alike for one in answers] == sorted((one.alike for one in answers), reverse=True)
    assert "far" not in [one.application for one in answers]


def test_this_application_and_empty_answers_are_left_out_and_a_text_comes_once(make: Make) -> None:
    library = make(
        {
            "now": applied("다라상사", (QUESTION, "이 답"), ("지원 동기", "이 지원의 다른 답")),
            "empty": applied("가나전자", (QUESTION, "")),
            "one": applied("가나전자", (QUESTION, "같은 답")),
            "two": applied("바사은행", ("지원 동기와 포부", "같은 답")),
        }
    )
    assert [(one.application, one.text) for one in found(library)] == [("one", "같은 답")]
    assert found(library, "gone") == ()
    assert [one.text for one in found(library, question="")] == []


def test_at_the_same_company_its_name_can_stay(make: Make) -> None:
    library = make(
        {
            "old": applied("㈜가나전자", (QUESTION, "가나전자에서 일하고 싶다.")),
            "now": applied("가나 전자", (QUESTION, "")),
        }
    )
    assert [(one.same_company, one.names) for one in found(library)] == [(True, ())]


def test_the_name_of_the_other_position_is_marked_where_one_applies_for_it(make: Make) -> None:
    text = "데이터 분석을 배웠습니다. 데이터 분석 직무에 지원하게 되었습니다."
    applications = {
        "old": applied("가나전자", (QUESTION, text), position="데이터 분석"),
        "now": applied("다라상사", (QUESTION, ""), position="백엔드 개발"),
    }
    one = found(make(applications))[0]
    assert marked(one.text, one.names) == "데이터 분석을 배웠습니다. [데이터 분석] 직무에 지원하게 되었습니다."
    applications["now"] = applied("다라상사", (QUESTION, ""), position="데이터 분석")
    assert found(make(applications))[0].names == ()


def test_a_passage_that_was_taken_back_is_left_out_and_other_answers_keep_every_line(make: Make) -> None:
    claims = [{"text": "먹이 값을 30% 줄였다", "status": "retracted", "say_instead": "먹이 값을 12% 줄였다"}]
    library = make(
        {
            "old": applied("가나전자", (QUESTION, "사육장에서 일했다.\n먹이 값을 30% 줄였다. 보람 있었다.")),
            "all": applied("바사은행", (QUESTION, "먹이 값을 30% 줄였다.")),
            "kept": applied("아자카드", (QUESTION, "첫 문단이다.\n\n  둘째 문단이다.")),
            "now": applied("다라상사", (QUESTION, "")),
        },
        {"panda": {"title": "판다곰 사육장", "claims": claims}},
    )
    texts = {one.application: one.text for one in found(library)}
    assert texts == {"old": "사육장에서 일했다.\n보람 있었다.", "kept": "첫 문단이다.\n\n  둘째 문단이다."}


@pytest.mark.parametrize(
    ("company", "text"),
    [
        ("KT", "[KT]에 지원했다. [kt]의 서비스, SKT와 KTX, [KT]위즈. [kt]는"),
        ("(주)가나전자", "[가나전자]는 [㈜가나전자]와 [주식회사 가나전자], [가나전자(주)]의 [가나 전자]에서"),
        ("㈜네이버", "[네이버]의 [NAVER]에서 [naver], [네이버]페이, 온네이버"),
        ("네이버(NAVER)", "[NAVER]와 [네이버]"),
        ("LG 화학", "[LG화학]에서 [lg 화학]을"),
        ("가나전자 DS부문", "[가나전자]에서, [가나전자 DS부문]의"),
        ("하나은행", "하나의 팀으로 [하나은행]에서, [하나 은행]의"),
        ("현대", "현대 사회를 배웠다. [현대]에 입사하고 싶다. 현대적"),
        ("토스", "토스트를 먹었다. [토스]의 비전에 공감한다."),
        ("라인", "온라인 파이프라인을 만들었다. 라인을 따라갔다."),
        ("ON", "put it on. [ON]의 일, [on]에서"),
        ("", "아무 이름도 없다"),
        ("()", "() (주)"),
    ],
)
def test_a_company_is_found_in_any_usual_spelling_and_in_no_other_word(company: str, text: str) -> None:
    plain = text.replace("[", "").replace("]", "")
    assert marked(plain, company_places(plain, company)) == text


def test_the_name_of_the_company_one_applies_to_now_is_not_marked() -> None:
    text = "LG에서 LG CNS로"
    assert marked(text, company_places(text, "LG", "LG CNS")) == "[LG]에서 LG CNS로"


@given(st.text(max_size=60), st.text(max_size=20), st.text(max_size=20))
def test_nothing_raises_and_places_are_in_order_and_inside(text: str, company: str, now: str) -> None:
    for given_text in (text, f"{text} {company}에서 {company} {now}"):
        places = company_places(given_text, company, now)
        ends = [0, *(number for place in places for number in place), len(given_text)]
        assert ends == sorted(ends)
        assert all(start < end for start, end in places)


@pytest.mark.parametrize(
    ("company", "text"),
    [("KT", "KT " * 33_000), ("가" * 59 + "나", "가" * 100_000), ("하나", "하나 " * 30_000 + "지원하고")],
)
def test_a_pasted_page_is_searched_at_once(company: str, text: str) -> None:
    start = time.perf_counter()
    company_places(text, company)
    assert time.perf_counter() - start < 1


def test_the_sample_offers_its_written_motivation_to_its_other_application() -> None:
    library = read_library(SAMPLE)
    answers = found(library, "kt-2019", "지원 동기")
    assert [(one.application, one.number, one.same_company) for one in answers] == [("cuai-2023", 2, False)]
    assert answers[0].text == library.applications["cuai-2023"].questions[1].draft
