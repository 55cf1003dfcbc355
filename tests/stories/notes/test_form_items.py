"""The questions of a form come out of what was pasted, each with its limit, and nothing is lost."""

import time
import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest
import yaml
from hypothesis import assume, example, given
from hypothesis import strategies as st

from stories.model.application import CountingRule
from stories.notes.form_items import LONGEST, MOST_ITEMS, FormItem, Pasted, form_items
from stories.notes.form_limits import folded, told
from stories.text import clean
from stories.writing.cleaning import cleaned
from stories.writing.limits import LARGEST
from tests.stories.writing.odd_texts import PIECES

FORMS = {form["name"]: form for form in yaml.safe_load(Path(__file__).with_name("forms.yaml").read_text("utf-8"))}
QUESTIONS = [
    "지원동기",
    "지원동기와 입사 후 포부",
    "성장과정을 쓰시오.",
    "성격의 장단점을 사례와 함께 기술하여 주십시오.",
    "2019년 이후에 한 일 가운데 가장 어려웠던 일은 무엇입니까?",
    "팀으로 일하며 생긴 갈등을 푼 경험 (학업, 동아리, 아르바이트)",
    "데이터/AI 프로젝트에서 맡은 역할",
    "실패한 경험과 그로부터 배운 점을 서술해 주세요.",
    "10년 뒤의 나는 어떤 모습인가요?",
    "‘고객’을 위해 한 일을 구체적으로 작성하시오.",
    "[직업윤리] 규칙을 지킨 경험",
    "Why do you want to join us?",
    "Tell us about a project (team or solo).",
    "3가지 강점을 중요한 순서대로 쓰시오.",
    "매출의 11%를 바꾼 경험이 있나요?",
]
LIMITS = [300, 500, 700, 800, 1000, 1500, 2000]
Style = Callable[[int, str, int], str]
STYLES: dict[str, tuple[Style, CountingRule]] = {
    "1. (n자 이내)": (lambda n, q, limit: f"{n}. {q} ({limit}자 이내)\n", "characters"),
    "1) limit below": (lambda n, q, limit: f"{n}) {q}\n{limit:,}자 이내\n\n", "characters"),
    "문항 1. [n자]": (lambda n, q, limit: f"문항 {n}. {q} [{limit}자]\n", "characters"),
    "Q1. counter": (lambda n, q, limit: f"Q{n}. {q}\n0 / {limit} byte\n", "portal-bytes"),
    "① without spaces": (
        lambda n, q, limit: f"{chr(0x2460 + n - 1)} {q} (공백 제외 {limit}자)\n", "characters-without-spaces",
    ),
    "limits at the end": (lambda n, q, limit: f"{q} ({limit:,}자)\n", "characters"),
    "empty lines and counters": (lambda n, q, limit: f"{q}\n\n0/{limit}\n\n", "characters"),
    "table": (lambda n, q, limit: f"{n}\t{q}\t{limit}자\n", "characters"),
    "squares": (lambda n, q, limit: f"■ {q} (최대 {limit:,}자)\n", "characters"),
    "limit before": (lambda n, q, limit: f"{n}번. [{limit}자] {q}\n", "characters"),
    "full width": (lambda n, q, limit: f"{n}. {q}（{limit}자　이내）\r\n", "characters"),
}  # fmt: skip
SETS = st.lists(st.tuples(st.sampled_from(QUESTIONS), st.sampled_from(LIMITS)), min_size=1, max_size=9)

WORDS = ["갑을병정", "무기경신", "임계축묘", "볍쫓뮤즈", "쪽빛을", "켰늚", "Zxyv", "질병휴직"]
FORM_PIECES = [
    *("1. ", "2) ", "(3) ", "문항 4. ", "Q5. ", "① ", "가. ", "1-1. ", "■ ", "- ", "  ", "\t", "※ ", "* ", "1", "|"),
    *("[공통]", "자기소개서", "본문", "맞춤법 검사", "\n", "\n\n", "(", ")", ", ", ". ", "(max 250 words)"),
    *("(1000자 이내)", "[500자]", "0/1000", "글자수 0 / 700자", "공백 제외 700자", "각 문항 500자 이내", "800~1000자"),
    *("2000byte(한글 1000자)", "최소 300자", "0자", "11자", "99999999자", "천자 이내", "소제목(50자)", *WORDS),
]
MARKED = st.lists(st.sampled_from(FORM_PIECES) | st.sampled_from(PIECES), max_size=40).map("".join)
UNDERSTOOD = set(
    "0123456789천글자문수현재입력남은제한작성분량최대소내용답변란공백띄어쓰기스페이포함외미불총기준각한국영하이를가로으해서시상"
    "되내안팎정도까지부터에사초과금남음씩약의경우는주십오세요바랍니다람능요망할것합됩입간략히자유롭게구체적술"
    "항질목번직무필선택개별추본공통가나다라마바사아자차카타파ㅇo①-⑳Ⅰ"
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
)
"""Letters of numbers and limits, which are understood and not kept."""
MARKS = set("가나다라마바사아자차카타파하ㅇoIVXABCDEFGHQq천본글문자이내상하외안미만까지로한도분량정제씩")
"""What can be understood in a text without digits: letters as numbers, and 천 자."""


def _letters(text: str) -> Counter[str]:
    return Counter(letter for letter in text if letter.isalnum())


def _entered(text: str) -> str:
    return cleaned(
        clean(text), ("zero-width", "direction-mark", "soft-hyphen", "control", "no-break-space", "odd-space")
    )


def _shown(pasted: Pasted) -> str:
    return "\n".join([*(item.question for item in pasted.items), *pasted.notes])


def test_the_forms_are_many() -> None:
    assert len(FORMS) >= 40


@pytest.mark.parametrize("name", FORMS)
def test_a_form_of_real_life_becomes_its_questions(name: str) -> None:
    form = FORMS[name]
    items = tuple(FormItem(**{"limit": None, "counts": "characters", **item}) for item in form["items"])
    assert form_items(form["text"]) == Pasted(items, tuple(form["notes"]), cut=False)


@pytest.mark.parametrize("name", FORMS)
def test_a_form_from_a_mac_or_from_windows_is_the_same_form(name: str) -> None:
    text = FORMS[name]["text"]
    assert form_items(unicodedata.normalize("NFD", text)) == form_items(text)
    assert form_items(text.replace("\r\n", "\n").replace("\n", "\r\n")) == form_items(text)
    assert form_items(f"\n\n{text}\n \n") == form_items(text)


@given(SETS, st.sampled_from(sorted(STYLES)))
@example([(question, 500) for question in QUESTIONS[:9]], "limits at the end")
def test_a_well_formed_set_comes_back_exactly(pairs: list[tuple[str, int]], name: str) -> None:
    write, rule = STYLES[name]
    text = "".join(write(number, question, limit) for number, (question, limit) in enumerate(pairs, 1))
    assert form_items(text).items == tuple(FormItem(question, limit, rule) for question, limit in pairs)


@given(SETS, st.sampled_from(LIMITS))
def test_a_limit_said_once_is_the_limit_of_all_without_their_own(pairs: list[tuple[str, int]], limit: int) -> None:
    lines = [f"{number}. {question}{' (300자)' if number % 2 else ''}" for number, (question, _) in enumerate(pairs, 1)]
    found = form_items(f"각 문항 {limit}자 이내로 작성해 주십시오.\n" + "\n".join(lines))
    expected = [(question, 300 if number % 2 else limit) for number, (question, _) in enumerate(pairs, 1)]
    assert [(item.question, item.limit) for item in found.items] == expected


@given(MARKED | st.text())
def test_no_letter_is_lost_but_those_of_numbers_and_limits(text: str) -> None:
    found = form_items(text)
    lost = _letters(_entered(text)) - _letters(_shown(found))
    assert {letter for letter in lost if unicodedata.normalize("NFKC", folded(letter))[0] not in UNDERSTOOD} == set()


@given(st.lists(st.sampled_from(FORM_PIECES), max_size=60).map("".join))
def test_no_word_of_a_question_is_lost(text: str) -> None:
    shown = _shown(form_items(text))
    assert [word for word in WORDS if shown.count(word) < text.count(word)] == []


@given(
    st.lists(st.sampled_from([one for one in FORM_PIECES if not any("0" <= two <= "9" for two in one)])).map("".join)
)
def test_in_a_text_without_digits_only_letters_that_number_lines_are_not_kept(text: str) -> None:
    lost = _letters(_entered(text)) - _letters(_shown(form_items(text)))
    assert {letter for letter in lost if letter.isalpha()} - MARKS == set()


@given(MARKED | st.text())
def test_whatever_is_pasted_gives_sane_questions(text: str) -> None:
    found = form_items(text)
    assert len(found.items) <= MOST_ITEMS
    for item in found.items:
        assert 0 < len(item.question) <= LONGEST and any(map(str.isalnum, item.question))
        assert item.question == item.question.strip() and "\n\n" not in item.question
        assert item.counts in get_args(CountingRule)
        assert item.limit is None or 0 < item.limit <= LARGEST
        assert item.least is None or 0 < item.least <= (item.limit or LARGEST)
    assert all(note.strip() for note in found.notes)


def test_more_questions_than_a_form_has_are_cut_and_kept_in_the_notes() -> None:
    found = form_items("\n".join(f"{number}. {number}번째 경험을 쓰시오 (500자)" for number in range(1, 41)))
    assert len(found.items) == MOST_ITEMS and found.cut
    assert found.notes == tuple(f"{number}번째 경험을 쓰시오" for number in range(31, 41))


def test_a_question_that_is_too_long_is_cut_and_its_rest_is_kept_in_the_notes() -> None:
    text = "1. " + "가나다라 " * 1000 + "\n2. 강점 (500자)"
    found = form_items(text)
    assert len(found.items) == 2 and found.cut and found.items[1] == FormItem("강점", 500, "characters")
    assert len(found.items[0].question) <= LONGEST
    assert _letters(_shown(found)) == _letters("가나다라" * 1000 + "강점")


def test_a_question_of_many_lines_is_cut_and_its_rest_is_kept_in_the_notes() -> None:
    found = form_items("1. " + "\n".join(["경험을 쓰시오 그리고 배운 점을 쓰시오"] * 300))
    assert len(found.items) == 1 and found.cut
    assert len(found.items[0].question) <= LONGEST
    assert _letters(_shown(found)) == _letters("경험을 쓰시오 그리고 배운 점을 쓰시오" * 300)


POSTING = "모집부문은 데이터 분석이며 담당업무는 다음과 같습니다. 연매출 1,000억 원 (2023년) 서비스의 데이터를 봅니다."
LONG = [
    *(f"{POSTING} ", f"{POSTING}\n", f"{POSTING}\n\n", f"1. {POSTING}\n", f"- {POSTING}\n", f"1\t{POSTING}\t1000\n"),
    *("11자 ", "11자\n", "(11자 ", "최대 ", "공백 포함 ", "1~", "11/", "[", "*", "# ", "가. ", "1. ", "-", "|", "\t"),
    *("\n", " ", "소제목", "글자수 ", "a\u200b", "1-", "①"),
]


@pytest.mark.parametrize("piece", LONG)
def test_a_hundred_thousand_characters_take_less_than_half_a_second(piece: str) -> None:
    text = (piece * 100_000)[:100_000]

    def seconds() -> float:
        start = time.process_time()
        found = form_items(text)
        assert all(len(item.question) <= LONGEST for item in found.items) and len(found.items) <= MOST_ITEMS
        return time.process_time() - start

    assert min(seconds() for _ in range(2)) < 0.5


@pytest.mark.parametrize(
    ("line", "rest", "limit"),
    [
        ("지난 3년 안에 5번 넘게 시도한 일", "지난 3년 안에 5번 넘게 시도한 일", None),
        ("다섯 글자, 아니 5글자로 소개하면?", "다섯 글자, 아니 5글자로 소개하면?", None),
        ("100자리 수를 외운 경험", "100자리 수를 외운 경험", None),
        ("3/4분기에 100/100점을 받은 경험", "3/4분기에 100/100점을 받은 경험", None),
        ("2019/10/21 이후의 경험", "2019/10/21 이후의 경험", None),
        ("A4 1장 이내, 글자 수 제한 없음", "A4 1장 이내, 글자 수 제한 없음", None),
        ("1000자의 글로 쓰시오", "1000자의 글로 쓰시오", 1000),
        ("강점 (2천자 이내)", "강점", 2000),
        ("강점 - 500자", "강점", 500),
        ("강점을 500자로 소개해 주세요", "강점을 소개해 주세요", 500),
        ("지원동기와 포부(각 500자 이내, 총 1,000자)", "지원동기와 포부", 1000),
        ("[소제목 50자 이내] 목표를 이룬 경험 (본문 1000자 이내)", "[소제목 50자 이내] 목표를 이룬 경험", 1000),
        ("강점 (영문 1500자 이내)", "강점", 1500),
        ("In no more than 1,500 characters, describe a failure", "describe a failure", 1500),
        ("Describe it in 200-300 words", "Describe it in 200-300 words", None),
        ("경력을 항목별로 쓰시오 (1000자)", "경력을 항목별로 쓰시오", 1000),
    ],
)
def test_a_number_is_a_limit_only_where_it_tells_a_length(line: str, rest: str, limit: int | None) -> None:
    found = told(line)
    assert (found.rest, found.limit, found.each) == (rest, limit, False)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Why us? (max 300 words)", 300),
        ("Why us? [200 words]", 200),
        ("Why us? 250 words.", 250),
        ("Max. 1,500 words", 1500),
        ("Word limit: 300", 300),
        ("In no more than 150 words, describe a failure", 150),
        ("Describe it in 200-300 words", 300),
        ("Write between 200 and 300 words about a failure", 300),
        ("A 500-word essay (max)", 500),
        ("0 / 300 words", 300),
        ("minimum 100 words, maximum 300 words", 300),
        ("300단어 이내", 300),
        ("최소 100단어, 최대 300 단어", 300),
        ("(영어 500단어)", 500),
        ("단어 수 300 이내", 300),
        ("300단어로 작성하시오", 300),
        ("at least 100 words", None),
        ("100단어 이상", None),
        ("Describe yourself in three words", None),
        ("Describe yourself in 5 words", None),
        ("영어 1000단어를 외운 경험", None),
        ("A time you translated 3,000 words of a manual", None),
        ("1000자 이내", None),
        ("국문 700자, 영문 300단어 이내", None),
    ],
)
def test_a_limit_in_words_is_told_and_stays_in_the_text(line: str, words: int | None) -> None:
    found = told(line)
    assert found.words == words
    assert found.limit is not None or found.rest == line


@given(SETS, st.sampled_from([". ", ".", ") ", ")", "번. "]), st.sampled_from(["", " "]))
def test_a_set_on_one_line_comes_back_exactly(pairs: list[tuple[str, int]], dot: str, gap: str) -> None:
    assume(dot != "." or not any(question[0].isdigit() for question, _ in pairs))
    line = gap.join(f"{number}{dot}{question} ({limit}자)" for number, (question, limit) in enumerate(pairs, 1))
    assert form_items(line).items == tuple(FormItem(question, limit, "characters") for question, limit in pairs)


BETWEEN = ["", " ", "및 ", ", ", "2. ", " 2.포부", "(2) 포부", " - ", "1. ", "와 ", "가. ", "\t", "배운 점"]


@given(*[st.lists(st.sampled_from([*BETWEEN, *QUESTIONS]), max_size=4).map("".join) for _ in range(3)])
def test_no_limit_of_a_line_is_lost(before: str, between: str, behind: str) -> None:
    found = form_items(f"{before}경험(500자){between}성과(700자){behind}")
    understood = {f"{item.limit}" for item in found.items}
    assert all(limit in understood or limit in _shown(found) for limit in ("500", "700"))
