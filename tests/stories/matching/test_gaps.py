"""Gaps: how near each competency is to its two stories, what to do next, and which common questions are answered."""

from collections import Counter

import pytest

from stories import bank
from stories.matching import gaps
from stories.matching.gaps import (
    AIM,
    SEEN_FROM,
    Coverage,
    QuestionFits,
    common_questions,
    coverage,
    lacking,
    most_held_back,
    tally,
)
from stories.matching.index import LibraryIndex
from stories.matching.ranking import FITS, find
from tests.stories.matching.conftest import Make

DONE = {"title": "축제 부스", "action": "역할을 나누었다", "result": "매출이 2배가 되었다"}
LED = {**DONE, "competencies": ["leadership"]}
IN_WORDS = "팀장을 맡아 팀원들을 이끌었고 앞장서서 독려했으며 동기를 부여하고 역할을 나눠 방향을 제시했다"


def _of(competency: str, index: LibraryIndex) -> Coverage:
    return next(one for one in coverage(index) if one.competency.id == competency)


def _without(fields: dict, *names: str) -> dict:
    return {name: value for name, value in fields.items() if name not in names}


def test_finished_stories_that_declare_a_competency_count_fully(make: Make) -> None:
    leadership = _of("leadership", LibraryIndex(make(stories={"one": LED, "two": {**LED, "title": "둘"}})))
    assert [story.id for story in leadership.full] == ["one", "two"]
    assert (leadership.missing, leadership.beginnings, leadership.step) == (0, 0, ("none", None))


@pytest.mark.parametrize("part", ["action", "result"])
def test_a_story_without_action_or_result_is_a_beginning_to_finish(part: str, make: Make) -> None:
    leadership = _of("leadership", LibraryIndex(make(stories={"one": LED, "half": _without(LED, part)})))
    assert [story.id for story in leadership.full] == ["one"]
    assert (leadership.missing, leadership.beginnings) == (1, 1)
    step, story = leadership.step
    assert step == "finish" and story is not None and story.id == "half"
    assert lacking(story) == (part,)


def test_of_two_beginnings_the_one_that_needs_less_comes_first(make: Make) -> None:
    bare, half = _without(LED, "action", "result"), _without(LED, "result")
    leadership = _of("leadership", LibraryIndex(make(stories={"a-bare": bare, "b-half": half})))
    assert [story.id for story in leadership.begun] == ["b-half", "a-bare"]
    assert (leadership.missing, leadership.beginnings) == (2, 2)


def test_a_competency_that_only_the_words_show_is_a_beginning_to_confirm(make: Make) -> None:
    index = LibraryIndex(make(stories={"words": {**DONE, "action": IN_WORDS}, "other": {"title": "바다 수영"}}))
    assert index.profiles[index.places["words"]].competencies["leadership"] >= SEEN_FROM
    leadership = _of("leadership", index)
    assert [story.id for story in leadership.hinted] == ["words"]
    assert not leadership.full and not leadership.begun
    step, story = leadership.step
    assert step == "confirm" and story is not None and story.id == "words"


def test_what_is_declared_is_finished_before_what_is_only_hinted_is_confirmed(make: Make) -> None:
    library = make(stories={"words": {**DONE, "action": IN_WORDS}, "half": _without(LED, "result")})
    leadership = _of("leadership", LibraryIndex(library))
    assert [story.id for story in leadership.hinted] == ["words"]
    assert leadership.step[0] == "finish"


def test_where_nothing_is_there_a_new_story_is_the_next_step(make: Make) -> None:
    index = LibraryIndex(make(stories={"swim": {"title": "바다 수영", "competencies": ["growth"]}}))
    conflict = _of("conflict", index)
    assert (conflict.missing, conflict.beginnings, conflict.step) == (AIM, 0, ("write", None))


def test_an_archived_story_counts_nothing(make: Make) -> None:
    index = LibraryIndex(make(stories={"old": {**LED, "archived": "2026-01-01"}}))
    assert _of("leadership", index).missing == AIM


def test_the_widest_gaps_come_first_and_of_two_alike_the_one_that_is_asked_more(make: Make) -> None:
    two = {**DONE, "competencies": ["growth"]}
    half = {"title": "반", "competencies": ["conflict"]}
    found = coverage(LibraryIndex(make(stories={"led": LED, "a": two, "b": two, "half": half})))
    ranks = [(one.missing, -one.beginnings, len(one.asked)) for one in found]
    assert ranks == sorted(ranks, reverse=True)
    assert found[-1].competency.id == "growth"
    places = {one.competency.id: place for place, one in enumerate(found)}
    assert places["teamwork"] < places["conflict"] < places["leadership"] < places["growth"]


def test_a_competency_of_ones_own_has_its_gap_too(make: Make) -> None:
    own = [{"id": "calm", "ko": "침착함"}]
    story = {**DONE, "competencies": ["calm"]}
    calm = _of("calm", LibraryIndex(make(competencies=own, stories={"one": story})))
    assert (len(calm.full), calm.missing, calm.asked) == (1, 1, ())


def test_common_questions_are_those_that_a_story_answers_the_most_usual_of_each_competency_first() -> None:
    found = common_questions()
    wanted = [one for one in bank.questions() if one.kind in ("story", "strengths")]
    assert sorted(one.id for one in found) == sorted(one.id for one in wanted)
    tested = [one.competencies[0] for one in found if one.competencies]
    every = set(tested)
    assert set(tested[: len(every)]) == every
    for competency in every:
        of_one = [one.id for one in found if one.competencies[:1] == [competency]]
        assert of_one == [one.id for one in wanted if one.competencies[:1] == [competency]]


@pytest.mark.parametrize("language", ["ko", "en"])
def test_each_common_question_gets_what_the_search_gives_for_it(language: str, sample_index: LibraryIndex) -> None:
    fits = QuestionFits(sample_index, language)
    assert fits.waiting == len(common_questions()) and not fits.found
    fits.work(60)
    assert fits.waiting == 0 and [one.question for one in fits.found] == list(common_questions())
    for one in fits.found[::5]:
        answer = find(one.question.text(language), sample_index)
        assert one.fit == answer.fit
        assert one.answered == (answer.best is not None)
        assert one.story == (answer.stories[0].story if answer.fit != "none" else None)


def test_the_work_stops_when_its_time_is_over_and_goes_on_where_it_stopped(
    sample_index: LibraryIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter(range(1000))
    monkeypatch.setattr(gaps.time, "perf_counter", lambda: float(next(clock)))
    fits = QuestionFits(sample_index, "ko")
    fits.work(3)
    assert [one.question for one in fits.found] == list(common_questions()[:3])
    fits.work(0)
    assert [one.question for one in fits.found] == list(common_questions()[:4])
    assert fits.waiting == len(common_questions()) - 4


def test_any_question_can_be_worked_out_when_it_is_wanted(sample_index: LibraryIndex) -> None:
    fits, wanted = QuestionFits(sample_index, "ko"), common_questions()[-2:]
    fits.work(60, wanted)
    assert [one.question for one in fits.found] == list(wanted)
    assert fits.of(common_questions()[0]) is None


def test_counts_are_by_fit_and_those_of_a_competency_are_of_its_questions_only(sample_index: LibraryIndex) -> None:
    fits = QuestionFits(sample_index, "ko")
    fits.work(60)
    counts = tally(fits.found)
    assert tuple(counts) == FITS
    assert counts == {fit: sum(one.fit == fit for one in fits.found) for fit in FITS}
    assert sum(counts.values()) == len(common_questions())
    tested = Counter(one for question in common_questions() for one in question.competencies)
    for competency in ("conflict", "growth"):
        assert sum(tally(fits.found, competency).values()) == tested[competency]
        assert tally(fits.found, competency) != counts


def test_without_stories_everything_is_missing_and_nothing_is_answered(make: Make) -> None:
    index = LibraryIndex(make())
    assert {(one.missing, one.step) for one in coverage(index)} == {(AIM, ("write", None))}
    fits = QuestionFits(index, "ko")
    fits.work(60)
    assert tally(fits.found)["none"] == len(common_questions())
    assert most_held_back(fits.found) is None
    assert not any(one.answered or one.story for one in fits.found)


def test_the_story_whose_end_would_help_the_most_questions_is_named(make: Make) -> None:
    led = {**LED, "title": "팀장", "situation": "축제 부스", "task": "팀을 이끌었다", "action": IN_WORDS}
    swim = {"title": "바다 수영", "competencies": ["growth"]}
    fits = QuestionFits(LibraryIndex(make(stories={"led": _without(led, "result"), "swim": swim})), "ko")
    fits.work(60)
    found = most_held_back(fits.found)
    assert found is not None and found[0].id == "led"
    assert found[1] == sum(one.held_back and one.story == found[0] for one in fits.found) > 0
    finished = QuestionFits(LibraryIndex(make(stories={"led": led, "swim": swim})), "ko")
    finished.work(60)
    assert tally(finished.found)["strong"] > tally(fits.found)["strong"]
