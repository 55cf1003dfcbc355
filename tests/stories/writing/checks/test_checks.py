"""All checks together: order, places, any text, speed, and a sentence in every language for every code."""

import ast
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from languages import LANGUAGES, sentences
from stories.model.story import Story
from stories.writing import checks
from stories.writing.checks import CHECKS, check
from tests.stories.writing.checks.drafts import (
    BACKEND,
    DRAFTS,
    ENGLISH_NURSE,
    NURSE,
    OWN,
    PUBLIC,
    SALES,
    subject,
    with_sentence,
)
from tests.stories.writing.odd_texts import odd_texts

FOLDER = Path(checks.__file__).parent
CODES = {
    "another-company", "possible-company", "another-position", "blind-school", "blind-region", "blind-family",
    "blind-age", "blind-sex", "blind-private", "blind-name", "blind-contact", "lone-letters", "placeholder",
    "double-mark", "unpaired-mark", "no-end", "note-style", "over-characters", "over-bytes", "short-characters",
    "short-bytes", "line-ends", "first-filler", "first-long", "first-background", "first-off", "we-only", "no-number",
    "repeated-word", "repeated-sentence", "repeated-phrase",
}  # fmt: skip


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft.name)
@pytest.mark.parametrize("blind", [False, True])
def test_a_clean_draft_gets_no_advice(draft, blind: bool) -> None:
    assert check(subject(draft, blind=blind), OWN) == ()


def test_findings_come_by_place_and_only_of_the_checks_that_are_asked_for() -> None:
    text = with_sentence(PUBLIC, "네이버에 입사하여 ㅠㅠ 노력하겠습니다..", "start")
    found = check(subject(PUBLIC, text), OWN)
    assert [(one.check, text[one.start : one.end]) for one in found] == [
        ("other-names", "네이버"), ("unfinished", "ㅠㅠ"), ("unfinished", ".."),
    ]  # fmt: skip
    assert [one.check for one in check(subject(PUBLIC, text), ["other-names"])] == ["other-names"]
    assert check(subject(PUBLIC, text), []) == ()
    assert {one.check for one in found} <= {one.check for one in check(subject(PUBLIC, text))}


def test_at_one_place_the_more_important_check_comes_first() -> None:
    text = "저는 재고를 세고 기록을 남겼습니다. " * 14
    found = [one.check for one in check(subject(SALES, text, limit="1000"), OWN) if one.end == 0]
    assert found == ["length", "no-number"]
    assert list(CHECKS).index("length") < list(CHECKS).index("no-number")


@settings(max_examples=60, deadline=None)
@given(
    st.text(alphabet="가나다라네이버KT우리는제가 .,!?()[]'\"“”ㅋㅠ○OX{}_~012%\n했음합니다.고향부산대학교", max_size=300)
)
def test_any_text_is_checked_and_every_place_is_inside(text: str) -> None:
    given_text = unicodedata.normalize("NFC", text)
    for draft in (SALES, PUBLIC):
        for one in check(subject(draft, given_text, blind=True, limit="100"), OWN):
            assert 0 <= one.start <= one.end <= len(given_text)
            assert one.check in CHECKS and one.code in CODES


def test_odd_texts_are_checked() -> None:
    for text in odd_texts(200, seed=7):
        for one in check(subject(BACKEND, text, blind=True, limit="10"), OWN):
            assert 0 <= one.start <= one.end <= len(text)


UNITS = (
    "(", "가", "ㅋ", "a.", "[", "저는 ", "1 ", " ", "대학교", "'", '"', "부모님 ", "네이버 ", "가.", "A b ",
    "○", "[가", "{a", "했음\n", "서울 ", "010-", "a@", "University ", "을 쓰기", "\u1100", "\ud800",
    "한빛 솔루션 ", "에서 태어", "서울의 가 ", "-",
)  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_a_pasted_page_of_one_thing_takes_no_time(unit: str) -> None:
    given_subject = subject(SALES, unit * (20_000 // len(unit)) + "X", blind=True, limit="1000")
    start = time.process_time()
    check(given_subject, OWN)
    assert time.process_time() - start < 2


def test_a_long_answer_among_many_stories_takes_50_ms() -> None:
    stories = [
        Story(id=f"s{number}", title=f"이야기 {number}", situation=NURSE.text, action=BACKEND.text, result=SALES.text)
        for number in range(60)
    ]
    others = [(f"한빛솔루션{number}", f"영업 관리{number}") for number in range(16)]
    others += [("네이버", "데이터"), ("SK하이닉스", "공정"), ("토스", "디자인"), ("카카오", "기획")]
    text = "\n\n".join(draft.text for draft in DRAFTS)[:5000]
    assert len(text) == 5000
    times = []
    for _ in range(6):
        given_subject = subject(SALES, text, blind=True, stories=stories, others=others, limit="5000")
        start = time.process_time()
        check(given_subject, OWN)
        times.append(time.process_time() - start)
    assert min(times[1:]) < 0.05


def _texts_in_code() -> set[str]:
    own = ("names", "positions", "blind", "unfinished", "length", "opening", "telling", "repeats")
    trees = [ast.parse((FOLDER / f"{name}.py").read_text(encoding="utf-8")) for name in own]
    return {
        node.value
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_every_code_is_one_that_the_program_says() -> None:
    said = _texts_in_code()
    ends = {f"{way}-{unit}" for way in ("over", "short") for unit in ("bytes", "characters")}
    assert CODES - ends <= said
    assert {"over-", "short-"} <= said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_has_a_sentence_and_fills_it(language: str) -> None:
    say = sentences(language)
    assert {code for code in CODES if f"checks.{code}" not in say} == set()
    planted = [
        subject(PUBLIC, with_sentence(PUBLIC, one, at), blind=True)
        for one, at in (
            ("네이버에 입사하겠습니다.", "end"), ("LG CNS에 입사하겠습니다.", "end"),
            ("영업 관리 직무에 지원합니다.", "end"),
            ("저는 1998년생, 부산 출신 남자라서 교회에서 서울대학교 친구와 아버지를 만났습니다.", "end"),
            ("한서윤 010-1234-5678 드림.", "end"), ("ㅋㅋ [회사명] (그리고.. 확인했음", "end"), ("음, 점검했고", "end"),
            ("안녕하세요.", "start"), ("요즘 날씨가 덥습니다.", "start"), (f"{'가' * 121}.", "start"),
            ("노력하고 노력하며 노력을 또 노력했습니다.", "end"), (PUBLIC.text[-36:], "end"),
            ("현장의 기록과 계측값을 잇는 다리가 되어", "end"),
        )
    ]  # fmt: skip
    planted += [
        subject(SALES, "우리는 일했습니다. 우리는 배웠습니다. " + "가나다라 " * 60, limit="9"),
        subject(SALES, "작년에 저는 근무했습니다.", limit="999"),
        subject(SALES, "가" * 9 + "\n가", limit="11"),
        subject(ENGLISH_NURSE, "가", limit="1000", counts="utf8-bytes"),
        subject(ENGLISH_NURSE, "가", limit="1", counts="utf8-bytes"),
    ]
    found = [one for given_subject in planted for one in check(given_subject, OWN)]
    assert {one.code for one in found} == CODES
    for one in found:
        assert "{" not in say(f"checks.{one.code}", **one.details)
