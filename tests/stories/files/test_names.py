"""Names of files made from titles: safe on every system, and never two that are one."""

import random
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from stories.errors import UnsafeName
from stories.files.names import MAX_BYTES, folded, id_from, is_safe, require_safe

ODD = '가나다 ./\\:*?"<>|-_~#\0\n\tAaZz09éÉßİıﬀ한ᄒ\u0301\u200b\u202e\u0345\ud800😀'
TITLES = st.text(max_size=80) | st.text(st.sampled_from(ODD), max_size=80)


def check(title: str) -> None:
    name = id_from(title)
    assert is_safe(name)
    assert len(f"{name}-9999.yaml".encode()) < 255
    assert name == unicodedata.normalize("NFC", name) == folded(name)
    assert not set(name) & set('/\\:*?"<>|\0 \n\t')
    assert Path(f"{name}.yaml").stem == name
    assert require_safe(name) == name


@given(TITLES)
@example("")
@example("...")
@example("../../etc/passwd")
@example("C:\\Windows")
@example("con")
@example("LPT1.txt")
@example("빅콘테스트: 이탈·결제 예측 #1")
@example("가" * 300)
@example("İstanbul ß ﬀ")
def test_any_title_gives_a_name_that_every_system_takes(title: str) -> None:
    check(title)


def test_ten_thousand_odd_titles_give_names_that_every_system_takes() -> None:
    chance = random.Random(7)
    for _ in range(10_000):
        check("".join(chance.choices(ODD, k=chance.randrange(60))))


@given(st.lists(TITLES, max_size=12))
def test_names_that_are_given_one_after_the_other_are_never_one_file(titles: list[str]) -> None:
    taken: set[str] = set()
    for title in titles:
        name = id_from(title, taken)
        assert folded(name) not in taken
        assert is_safe(name)
        taken.add(folded(name))


def test_a_title_makes_a_name_that_people_recognise() -> None:
    assert id_from("빅콘테스트 챔피언 리그: 리니지 이탈·결제 예측") == "빅콘테스트-챔피언-리그-리니지-이탈-결제-예측"
    assert id_from("Café & C++ (2019)") == "café-c-2019"
    assert id_from("!!!") == "story"
    assert id_from("빅콘", {"빅콘", "빅콘-2"}) == "빅콘-3"


@pytest.mark.parametrize("taken", ["지원", "\u110c\u1175\u110b\u116f\u11ab"])
def test_a_name_that_differs_only_in_composition_is_taken(taken: str) -> None:
    assert id_from("지원", {folded(taken)}) == "지원-2"
    assert id_from("\u110c\u1175\u110b\u116f\u11ab", {folded(taken)}) == "지원-2"


@pytest.mark.parametrize("taken", ["Straße", "STRASSE", "strasse"])
def test_a_name_that_differs_only_in_case_is_taken(taken: str) -> None:
    assert id_from("Strasse", {folded(taken)}) == "strasse-2"


@pytest.mark.parametrize(
    "name", ["지원", "kt-2019", "2023-02-19-cuai", "a.b", "a_b", "\u110c\u1175\u110b\u116f\u11ab", "A" * MAX_BYTES]
)
def test_a_name_of_letters_digits_hyphens_and_dots_is_safe(name: str) -> None:
    assert require_safe(name) == unicodedata.normalize("NFC", name)


@pytest.mark.parametrize(
    "name",
    [
        "", ".", "..", "a..b", ".a", "a.", "-a", "a-", "_a", "a b", "a/b", "a\\b", "a:b", "a\0", "a\n", "\n", "CON",
        "con.x", "nul", "COM1", "lpt9.yaml", "A" * (MAX_BYTES + 1), "가" * (MAX_BYTES // 3 + 1),
        "~a", "a?", "\ud800", "\u200b", "a\u202eb", "😀",
    ],
)  # fmt: skip
def test_any_other_name_is_refused_with_a_text_that_can_be_shown(name: str) -> None:
    with pytest.raises(UnsafeName) as raised:
        require_safe(name)
    assert isinstance(str(raised.value.details["id"]).encode(), bytes)
