"""Stories spread over questions against every possible plan, and what a repeat and a told story cost."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from stories.matching.ranking import WORKABLE_FROM
from stories.matching.spreading import MOST_USES, REPEAT, TOLD, spread

Scores = Sequence[Mapping[str, float]]
IDS = ("a", "b", "c", "d")
POINTS = st.one_of(st.integers(280, 1000), st.sampled_from([300, 500, 700])).map(lambda tenths: tenths / 10)
QUESTIONS = st.lists(st.dictionaries(st.sampled_from(IDS), POINTS, max_size=4), max_size=4)
USED = st.dictionaries(st.sampled_from(IDS), st.integers(0, 3))
KNOWN = st.sets(st.sampled_from(IDS))


def _plans(scores: Scores, used: Mapping[str, int]) -> Iterator[tuple[str | None, ...]]:
    for plan in product(*([None, *of_question] for of_question in scores)):
        counts = Counter(story for story in plan if story)
        if all(count + used.get(story, 0) <= MOST_USES for story, count in counts.items()):
            yield plan


def _repeats(plan: Sequence[str | None], used: Mapping[str, int]) -> int:
    counts = Counter(story for story in plan if story)
    return sum(count - (0 if used.get(story) else 1) for story, count in counts.items())


def _tenths(plan: Sequence[str | None], scores: Scores, told: set[str]) -> int:
    """Return the sum of scores, told stories counted less, in tenths of a point."""
    chosen = [(of_question[story], story in told) for of_question, story in zip(scores, plan, strict=True) if story]
    return sum(round(10 * score) - (round(10 * TOLD) if known else 0) for score, known in chosen)


@given(scores=QUESTIONS, used=USED, told=KNOWN)
def test_it_is_the_best_of_all_plans_and_of_equal_ones_the_one_with_the_fewest_repeats(
    scores: Scores, used: dict[str, int], told: set[str]
) -> None:
    def worth(plan: Sequence[str | None]) -> tuple[int, int]:
        repeats = _repeats(plan, used)
        return _tenths(plan, scores, told) - repeats * round(10 * REPEAT), -repeats

    found = spread(scores, used, told)
    assert tuple(found) in set(_plans(scores, used))
    assert worth(found) == max(map(worth, _plans(scores, used)))


@given(scores=QUESTIONS, used=USED, told=KNOWN)
def test_no_plan_with_as_few_repeats_has_a_greater_sum_and_each_repeat_brings_more_than_it_costs(
    scores: Scores, used: dict[str, int], told: set[str]
) -> None:
    found = spread(scores, used, told)
    total, repeats = _tenths(found, scores, told), _repeats(found, used)
    for plan in _plans(scores, used):
        fewer = repeats - _repeats(plan, used)
        if fewer >= 0:
            brought = total - _tenths(plan, scores, told)
            assert brought >= fewer * 10 * REPEAT and (fewer == 0 or brought > fewer * 10 * REPEAT)


MANY = st.lists(st.dictionaries(st.integers(0, 30).map(str), POINTS, max_size=12), max_size=25)


@given(scores=MANY, used=st.dictionaries(st.integers(0, 30).map(str), st.integers(0, 3)))
def test_no_story_is_worn_out_and_no_question_left_empty_that_has_a_story(scores: Scores, used: dict[str, int]) -> None:
    found = spread(scores, used)
    counts = Counter(used) + Counter(story for story in found if story)
    for story, of_question in zip(found, scores, strict=True):
        assert story is None or (story in of_question and counts[story] <= MOST_USES)
        assert story or all(counts[one] >= MOST_USES for one in of_question)


def test_a_question_is_never_left_empty_to_spare_a_repeat() -> None:
    assert REPEAT + TOLD < WORKABLE_FROM


def test_a_story_gives_way_to_another_that_is_nearly_as_good() -> None:
    assert spread([{"a": 90.0, "b": 90.0 - REPEAT}, {"a": 95.0}]) == ["b", "a"]
    assert spread([{"a": 90.0, "b": 89.9 - REPEAT}, {"a": 95.0}]) == ["a", "a"]


def test_of_two_stories_a_company_hears_the_one_that_it_does_not_know() -> None:
    assert spread([{"a": 60.0, "b": 59.0}], told={"a"}) == ["b"]
    assert spread([{"a": 60.0, "b": 54.0}], told={"a"}) == ["a"]


def test_a_third_question_goes_without_the_story_that_is_told_twice() -> None:
    found = spread([{"a": 50.0}, {"a": 70.0}, {"a": 60.0}])
    assert found == [None, "a", "a"]
    assert spread([{"a": 99.0}], {"a": MOST_USES}) == [None]


def test_without_questions_or_stories_there_is_nothing_to_spread() -> None:
    assert spread([]) == []
    assert spread([{}, {}]) == [None, None]
