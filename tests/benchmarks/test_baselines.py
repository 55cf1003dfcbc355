"""The baselines find what any search must find, by the formulas that they name."""

import math
from pathlib import Path

import pytest

from benchmarks.matching import baselines
from benchmarks.matching.baselines import Method, bm25, jamo, letters, tf_idf, words
from benchmarks.matching.judged import Question
from benchmarks.matching.methods import BASELINES, most_used
from benchmarks.matching.texts import grown, whole_text
from stories.files.library import Library, read_library
from stories.files.places import SAMPLE
from stories.model.story import Story


def library(*titles: str) -> Library:
    stories = {f"s{place}": Story(id=f"s{place}", title=title) for place, title in enumerate(titles)}
    return Library(Path(), stories=stories)


@pytest.fixture(scope="module")
def sample() -> Library:
    return read_library(SAMPLE)


@pytest.mark.parametrize("method", BASELINES.values(), ids=BASELINES.keys())
def test_an_exact_copy_comes_first(method: Method, sample: Library) -> None:
    rank = method(sample)
    for story in sample.stories.values():
        found = rank(whole_text(story))
        assert found.ids[0] == story.id
        assert sorted(found.ids) == sorted(sample.stories)


@pytest.mark.parametrize("method", BASELINES.values(), ids=BASELINES.keys())
@pytest.mark.parametrize("query", ["", "?!", "🙂", "뷁"])
def test_what_nothing_answers_still_gives_a_ranking(method: Method, query: str, sample: Library) -> None:
    assert set(method(sample)(query).ids) <= set(sample.stories)
    assert method(library())(query).ids == []


def test_an_exact_copy_has_the_cosine_one() -> None:
    assert tf_idf(words)(library("갈등 해결", "창업 경험"))("갈등 해결").score == pytest.approx(1.0)


def test_tf_idf_is_the_one_worked_out_by_hand() -> None:
    # n = 2; "a" is in both (idf 1), "b" in one (idf ln(3/2) + 1) and twice (1 + ln 2).
    b = (1 + math.log(2)) * (math.log(3 / 2) + 1)
    found = tf_idf(words)(library("a b b", "a"))("a")
    assert found.ids == ["s1", "s0"]
    assert tf_idf(words)(library("a b b", "a"))("b").score == pytest.approx(b / math.hypot(1, b))


def test_bm25_is_the_one_worked_out_by_hand() -> None:
    # n = 2, df = 1: idf ln(1 + 1.5 / 1.5); tf = 2, length 3 of 2 on average.
    expected = math.log(2) * 2 * 2.5 / (2 + 1.5 * (0.25 + 0.75 * 3 / 2))
    assert bm25(words)(library("a b b", "a"))("b").score == pytest.approx(expected)


def test_texts_are_cut_into_letters_and_jamo() -> None:
    assert letters(2, 2)("AB, c") == [" a", "ab", "b ", " c", "c "]
    assert len(jamo(3, 3)("한")) == 3


def test_equal_scores_keep_the_order_of_the_library() -> None:
    for method in BASELINES.values():
        assert method(library("같다", "같다", "같다"))("같다").ids == ["s0", "s1", "s2"]


def test_the_chance_line_puts_the_most_used_story_first() -> None:
    questions = [
        Question(str(place), "p", "ko", "direct", "?", relevant)
        for place, relevant in enumerate(({"a": 1}, {"b": 2}, {"b": 1, "a": 2}, {}, {"b": 2}))
    ]
    assert [list(most_used(questions)(one).ids) for one in questions] == [["b", "a"]] * 5


def test_retracted_claims_are_not_looked_through(sample: Library) -> None:
    story = Story(id="s", title="t", claims=[{"text": "옳다"}, {"text": "틀렸다", "status": "retracted"}])  # type: ignore[list-item]
    assert "옳다" in whole_text(story)
    assert "틀렸다" not in whole_text(story)


def test_a_grown_library_has_its_size_and_no_text_twice(sample: Library) -> None:
    large = grown(sample, 200)
    assert len(large.stories) == 200
    assert len({whole_text(story) for story in large.stories.values()}) == 200
    assert list(grown(sample, 5).stories) == list(sample.stories)[:5]
    assert large.stories == grown(sample, 200).stories
    assert all(key == story.id for key, story in large.stories.items())


def test_the_two_constants_of_bm25_are_the_usual_ones() -> None:
    assert (baselines.K1, baselines.B) == (1.5, 0.75)
