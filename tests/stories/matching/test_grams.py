"""Grams are those of the rule in their docstring, and an index of them answers like counting by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stories.matching.grams import BLOCK, LEAST_WEIGHT, GramIndex, Grams, GramWeights, Weighed, grams, grams_of_words
from stories.matching.preparation import jamo, normal, words

TEXTS = st.one_of(
    st.text(st.sampled_from("가나다라각힣ㄱㅏ도전팀 abcdefg +#0.5ßﬁ漢字Яя'’한글ABC"), max_size=30), st.text(max_size=20)
)


def by_hand(text: str) -> set[str]:
    """Return the grams of a normal text as letters; slow and plain."""
    found: set[str] = set()
    for word in words(text):
        if "가" <= word[0] <= "힣" or "ㄱ" <= word[0] <= "ㅣ":
            letters = jamo(word).ljust(4, "$")
            sixes = {letters[place : place + 6] for place in range(len(letters) - 5)}
            found |= {six for six in sixes if all("ㄱ" <= letter <= "ㆎ" for letter in six)}
        else:
            letters = f"^{word}" if len(word) > 3 else f"^{word}$".ljust(4, "$")
        found |= {letters[place : place + 4] for place in range(len(letters) - 3)}
    return found


@given(TEXTS, TEXTS)
def test_two_texts_share_as_many_grams_as_by_hand(one: str, other: str) -> None:
    one, other = normal(one), normal(other)
    assert len(grams(one)) == len(by_hand(one))
    assert len(np.intersect1d(grams(one), grams(other))) == len(by_hand(one) & by_hand(other))


@given(TEXTS)
def test_grams_are_sorted_and_each_stands_once(text: str) -> None:
    found = grams(normal(text)).tolist()
    assert found == sorted(set(found))


@given(st.lists(TEXTS, max_size=4))
def test_the_grams_of_many_words_come_each_from_their_own(texts: list[str]) -> None:
    tokens = [word for text in texts for word in words(normal(text))]
    found, places = grams_of_words(tokens)
    for place, word in enumerate(tokens):
        assert set(found[places == place].tolist()) == set(grams_of_words([word])[0].tolist())
    assert not len(places) or places.max() < len(tokens)


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("", set()),
        ("r", {"^r$$"}),
        ("ai", {"^ai$"}),
        ("sql", {"^sql", "sql$"}),
        ("data", {"^dat", "data"}),
        ("가", {"ㄱㅏ$$"}),
        ("도전", {"ㄷㅗㅈㅓ", "ㅗㅈㅓㄴ"}),
        ("도전에", {"ㄷㅗㅈㅓ", "ㅗㅈㅓㄴ", "ㅈㅓㄴㅇ", "ㅓㄴㅇㅔ", "ㄷㅗㅈㅓㄴㅇ", "ㅗㅈㅓㄴㅇㅔ"}),
    ],
)  # fmt: skip
def test_the_rule_by_example(text: str, letters: set[str]) -> None:
    assert by_hand(text) == letters
    assert len(grams(text)) == len(letters)


def test_a_korean_word_is_found_with_its_particle_and_without_its_space() -> None:
    for text in ("도전을", "큰도전이었다", "그도전"):
        assert set(grams("도전").tolist()) <= set(grams(text).tolist())


def test_a_short_english_word_is_not_found_inside_another() -> None:
    assert not set(grams("art").tolist()) & set(grams("start party").tolist())


def test_a_lone_surrogate_does_not_raise() -> None:
    assert grams_of_words(["\ud800abc", "가\udfff"])[1].tolist()


SETS = st.lists(st.sets(st.integers(0, 12), max_size=8), max_size=9)


def as_grams(numbers: set[int]) -> Grams:
    return np.array(sorted(numbers), dtype=np.uint64)


@given(SETS, st.dictionaries(st.integers(0, 15), st.integers(1, 64).map(lambda part: part / 64), max_size=10))
def test_containment_is_the_share_of_the_weight_that_a_text_has(texts: list[set[int]], query: dict[int, float]) -> None:
    weighed = Weighed(as_grams(set(query)), np.array([query[one] for one in sorted(query)], dtype=np.float32))
    whole = max(sum(query.values()), LEAST_WEIGHT)
    expected = [sum(weight for one, weight in query.items() if one in text) / whole for text in texts]
    index = GramIndex([as_grams(text) for text in texts])
    assert index.containment(weighed) == pytest.approx(np.array(expected, dtype=np.float32), abs=1e-5)


@given(SETS, st.sets(st.integers(0, 15), max_size=4))
def test_has_all_asks_of_all_texts_together(texts: list[set[int]], wanted: set[int]) -> None:
    assert GramIndex([as_grams(text) for text in texts]).has_all(as_grams(wanted)) is (wanted <= set().union(*texts))


def test_after_a_change_only_its_own_block_is_made_again_and_the_answers_are_new() -> None:
    texts = [as_grams({place % 50, 100 + place}) for place in range(2 * BLOCK + 10)]
    earlier = GramIndex(texts)
    changed = [*texts]
    changed[BLOCK + 3] = as_grams({7, 9999})
    later = GramIndex(changed, earlier)
    assert [new is old for new, old in zip(later._blocks, earlier._blocks, strict=True)] == [True, False, True]
    for index, kept in ((later, changed), (earlier, texts), (GramIndex(changed[:-5], later), changed[:-5])):
        for wanted in (7, 9999, 100 + BLOCK + 3, 100 + 2 * BLOCK + 1):
            query = Weighed(as_grams({wanted}), np.ones(1, dtype=np.float32))
            assert np.flatnonzero(index.containment(query)).tolist() == [
                place for place, one in enumerate(kept) if wanted in one
            ]


@given(SETS)
def test_rare_grams_weigh_more_and_unseen_ones_most(texts: list[set[int]]) -> None:
    weights = GramWeights.learned([as_grams(text) for text in texts])
    seen = sorted(set().union(*texts))
    found = dict(zip(seen, weights.of(as_grams(set(seen))).tolist(), strict=True))
    counts = {one: sum(one in text for text in texts) for one in seen}
    for one in seen:
        expected = (np.log((1 + len(texts)) / (1 + counts[one])) / np.log(1 + len(texts))) ** 2
        assert found[one] == pytest.approx(expected, abs=1e-6)
    assert weights.of(as_grams({999})).tolist() == [1.0]
    assert set(weights.weighed(as_grams({*seen, 999})).grams.tolist()) == {one for one in seen if found[one]} | {999}
