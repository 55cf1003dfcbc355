"""No place at which a known form begins is passed over, and most others are."""

from hypothesis import given
from hypothesis import strategies as st

from stories.matching.beginnings import Beginnings

LETTERS = st.text(st.sampled_from("가나다라마바 ab\n\ud800"), max_size=30)


@given(st.lists(LETTERS.filter(lambda form: len(form) > 1), max_size=6), LETTERS)
def test_every_place_at_which_a_form_begins_is_found(forms: list[str], text: str) -> None:
    found = Beginnings(form[:3] for form in forms).in_text(text)
    begins = [place for place in range(len(text)) if any(text.startswith(form, place) for form in forms)]
    assert set(begins) <= set(found) and found == sorted(found)


def test_places_without_a_form_are_left_out() -> None:
    text = "가나다 라마바 사아자 차카타 파하" * 50
    places = Beginnings(["도전", "실패를"]).in_text(text)
    assert len(places) < len(text) / 100
    at = [len(text), len(text) + 3]
    assert set(at) <= set(Beginnings(["도전", "실패를"]).in_text(f"{text}도전 실패를"))
