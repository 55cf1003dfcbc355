"""Known words are found as people write them, inflected or spaced otherwise, and not where they are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stories.matching.preparation import cased, words
from stories.matching.spotting import Spotted, Spotter

TEXT = st.one_of(
    st.text(st.sampled_from("가나다 도전은팀ab AR*+#. \n'ß"), max_size=20),
    st.text(st.characters(exclude_categories=())),
)
SURFACES = st.lists(st.tuples(TEXT, st.sampled_from(["", "term", "kind"])), max_size=8)


def spotted(surface: str, text: str, *, any_case: bool = False) -> bool:
    return bool(Spotter([(surface, "id")], any_case=any_case).spot(text))


def _shown(found: list[Spotted]) -> list[tuple[str, str, str]]:
    return [(one.meaning, one.surface, one.space) for one in found]


@given(SURFACES, TEXT, st.booleans())
def test_a_spotter_that_was_kept_spots_the_same(surfaces: list[tuple[str, str]], text: str, any_case: bool) -> None:
    entries = [(surface, str(place), space) for place, (surface, space) in enumerate(surfaces)]
    spotter = Spotter(entries, any_case=any_case)
    restored = Spotter.restored(spotter.to_bytes())
    for one in (text, " ".join(surface for surface, _ in surfaces)):
        assert _shown(restored.spot(one)) == _shown(spotter.spot(one))
    assert restored.to_bytes() == spotter.to_bytes()


@given(SURFACES, st.lists(TEXT, max_size=4))
def test_texts_read_together_give_what_each_gives_alone(surfaces: list[tuple[str, str]], texts: list[str]) -> None:
    spotter = Spotter((surface, str(place)) for place, (surface, _) in enumerate(surfaces))
    pieces = [cased(text) for text in texts]
    typed = [words(piece) for piece in pieces]
    together = spotter.spot_each(pieces, typed, [[word.casefold() for word in some] for some in typed])
    assert [set(found) for found in together] == [set(spotter.spot(piece)) for piece in pieces]


@given(st.text("가나다라", min_size=2, max_size=5), st.lists(st.text("가나다라", min_size=1, max_size=4), max_size=6))
def test_a_korean_form_is_found_exactly_where_it_begins_a_word_or_lies_within_one(form: str, typed: list[str]) -> None:
    inside = any(form in word for word in typed)
    over_spaces = any("".join(typed[place:]).startswith(form) for place in range(len(typed)))
    assert spotted(form, " ".join(typed)) is (inside or over_spaces)


@pytest.mark.parametrize(
    ("surface", "text"),
    [
        ("갈등", "갈등을 풀었다"),
        ("의사소통", "의사 소통이 어려웠다"),
        ("의사 소통", "의사소통이 어려웠다"),
        ("data", "Data를 보았다"),
        ("team", "two teams worked"),
        ("time pressure", "under time pressure, we"),
        ("lead*", "leading a team"),
        ("take the lead*", "she takes? no: take the leading part"),
        ("C++", "C++로 짰다"),
        ("0.5", "정확도 0.5였다"),
        ("R", "R로 분석"),
        ("Go", "in Go and SQL"),
    ],
)
def test_a_form_is_found_as_people_write_it(surface: str, text: str) -> None:
    assert spotted(surface, text)


@pytest.mark.parametrize(
    ("surface", "text"),
    [
        ("갈등", "산길 등산"),
        ("도전", "시도 전에"),
        ("team", "steam"),
        ("time pressure", "time and pressure"),
        ("lead*", "mislead"),
        ("class", "clas"),
        ("R", "r and d"),
        ("Go", "go on"),
        ("가", "가 나"),
        ("*", "anything"),
        ("", "anything"),
    ],
)
def test_a_form_is_not_found_where_it_only_seems_to_stand(surface: str, text: str) -> None:
    assert not spotted(surface, text)


def test_with_any_case_only_a_form_of_one_or_two_letters_needs_its_capitals() -> None:
    assert spotted("Kaggle", "kaggle", any_case=True) and not spotted("Kaggle", "kaggle")
    assert not spotted("Go", "go", any_case=True)


def test_a_form_that_stands_twice_is_given_once_and_one_for_each_meaning() -> None:
    spotter = Spotter([("도전", "a", "term"), ("도전", "b", "kind"), ("도전기", "a", "term")])
    found = spotter.spot("도전 또 도전기")
    assert sorted(_shown(found)) == [("a", "도전", "term"), ("a", "도전기", "term"), ("b", "도전", "kind")]
    assert all(one is other for one, other in zip(found, spotter.spot("도전 또 도전기"), strict=True))


def test_a_form_is_not_put_together_from_two_texts() -> None:
    pieces = ["의사", "소통 time", "pressure"]
    typed = [words(piece) for piece in pieces]
    spotter = Spotter([("의사소통", "a"), ("time pressure", "b")])
    assert spotter.spot_each(pieces, typed, typed) == [{}, {}, {}]
