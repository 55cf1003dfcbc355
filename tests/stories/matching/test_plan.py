"""The plan of an application: pins are kept, no story is worn out, what the company knows is marked, gaps are named."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stories.files.library import Library
from stories.matching.gaps import ANSWERED
from stories.matching.index import LibraryIndex
from stories.matching.plan import RUNNER_UPS, Plan, PlannedQuestion, Told, plan, told_here
from stories.matching.ranking import find
from stories.matching.spreading import MOST_USES, TOLD
from stories.model.application import Application, AskedByForm
from tests.stories.matching.conftest import Make

HARDEST = "가장 어려웠던 도전은?"
SALARY = "희망 연봉은?"
CONFLICT = "팀원과 갈등을 해결한 경험은?"


def _plan(library: Library, *questions: AskedByForm, company: str = "", known: LibraryIndex | None = None) -> Plan:
    application = Application(id="this", company=company, questions=list(questions))
    return plan(application, library, known or LibraryIndex(library))


def _asks(question: str, *stories: str, **fields: Any) -> AskedByForm:
    return AskedByForm(question=question, stories=list(stories), **fields)


def _ids(planned: PlannedQuestion) -> list[str]:
    return [one.story.id for one in planned.chosen]


def test_the_application_of_the_sample_keeps_what_was_chosen_and_fills_the_rest(
    sample: Library, sample_index: LibraryIndex
) -> None:
    made = plan(sample.application("kt-2019"), sample, sample_index)
    assert [one.number for one in made.questions] == [1, 2, 3, 4, 5, 6]
    assert [one.pinned for one in made.questions] == [False, True, True, True, False, False]
    assert _ids(made.questions[2]) == ["cnn-in-tensorflow", "ppt-pose-trainer", "xai-course"]
    first = made.questions[0]
    assert first.story is not None and first.fit in ANSWERED and first.score > 0
    assert len(made.uses[first.story.id]) <= MOST_USES
    assert [one.wants_story for one in made.questions] == [True, True, True, True, False, False]
    assert all(one.story is None and not one.is_gap and not one.runner_ups for one in made.questions[4:])
    assert not made.gaps and len(made.wanting) == 4


QUESTIONS = (
    HARDEST,
    CONFLICT,
    SALARY,
    "끊임없는 공부",
    "리더십을 발휘한 경험",
    "왜 지원했나요?",
    "실패한 경험",
    "",
    "?!",
)
ROWS = st.lists(
    st.tuples(
        st.sampled_from(QUESTIONS),
        st.lists(st.sampled_from(["spark-study", "big-contest-churn", "xai-course", "gone", " "]), max_size=3),
        st.sampled_from(["", "story", "strengths", "motivation", "technical"]),
    ),
    max_size=8,
)


@given(rows=ROWS)
def test_pins_stay_and_our_own_choice_wears_no_story_out(
    sample: Library, sample_index: LibraryIndex, rows: list[tuple[str, list[str], Any]]
) -> None:
    asked = [_asks(question, *stories, kind=kind) for question, stories, kind in rows]
    made = _plan(sample, *asked, known=sample_index)
    assert [one.asked for one in made.questions] == asked
    uses = Counter(story_id for one in made.questions for story_id in _ids(one))
    for one, (question, stories, kind) in zip(made.questions, rows, strict=True):
        pins = [key for key in dict.fromkeys(stories) if key in sample.stories]
        assert one.pinned == bool(pins) and one.lost == (("gone",) if "gone" in stories else ())
        assert _ids(one) == pins if pins else len(one.chosen) <= 1
        assert one.kind == kind or not kind
        if not pins and one.story:
            ranked = {match.story.id: match for match in find(question, sample_index, limit=None).stories}
            match = ranked[one.story.id]
            assert one.wants_story and uses[one.story.id] <= MOST_USES
            assert (one.score, one.fit) == (match.score, match.fit) and one.fit in ANSWERED
        assert one.is_gap == (one.wants_story and not one.chosen)
        assert (one.competency is None) or one.is_gap
        assert len(one.runner_ups) <= RUNNER_UPS
        assert not {other.story.id for other in one.runner_ups} & set(_ids(one))
        scores = [other.score for other in one.runner_ups]
        assert scores == sorted(scores, reverse=True)
    assert {key: len(numbers) for key, numbers in made.uses.items()} == uses


def test_as_many_questions_as_stories_and_more_find_them_all(sample: Library, sample_index: LibraryIndex) -> None:
    made = _plan(sample, *[_asks(HARDEST, kind="story")] * 30, known=sample_index)
    workable = [match for match in find(HARDEST, sample_index, limit=None).stories if match.fit in ANSWERED]
    assert set(made.uses) == {match.story.id for match in workable}
    assert all(len(numbers) == MOST_USES for numbers in made.uses.values())
    assert len(made.gaps) == 30 - MOST_USES * len(workable)


def test_what_the_user_chose_stays_however_often_and_is_given_to_no_other_question(
    sample: Library, sample_index: LibraryIndex
) -> None:
    pinned = [_asks(HARDEST, "big-contest-churn") for _ in range(MOST_USES + 1)]
    made = _plan(sample, *pinned, _asks(HARDEST), known=sample_index)
    assert made.uses["big-contest-churn"] == (1, 2, 3)
    assert made.questions[3].story is not None and not made.questions[3].pinned


def test_a_choice_that_is_gone_is_named_and_the_question_planned(sample: Library, sample_index: LibraryIndex) -> None:
    (one,) = _plan(sample, _asks(HARDEST, "gone"), known=sample_index).questions
    assert one.lost == ("gone",) and one.story is not None and not one.pinned


def test_an_archived_story_is_told_only_where_the_user_chose_it(make: Make) -> None:
    story = {"title": HARDEST, "action": HARDEST, "result": HARDEST, "competencies": ["challenge"]}
    made = _plan(make(stories={"old": {**story, "archived": "2026-01-02"}}), _asks(HARDEST, "old"), _asks(HARDEST))
    assert [one.story and one.story.id for one in made.questions] == ["old", None]
    assert (made.questions[0].score, made.questions[0].fit) == (0.0, "none")


def test_a_story_is_kept_for_a_question_that_wants_none_if_the_user_chose_it(
    sample: Library, sample_index: LibraryIndex
) -> None:
    (one,) = _plan(sample, _asks(SALARY, "spark-study"), known=sample_index).questions
    assert (one.wants_story, one.pinned, _ids(one)) == (False, True, ["spark-study"])


@pytest.mark.parametrize(
    ("question", "kind", "wants"),
    [
        (HARDEST, "", True),
        (HARDEST, "technical", False),
        (SALARY, "", False),
        (SALARY, "story", True),
        ("", "story", False),
        ("?!", "", True),
    ],
)
def test_the_kind_that_the_user_named_decides_whether_a_story_is_wanted(
    question: str, kind: Any, wants: bool, sample: Library, sample_index: LibraryIndex
) -> None:
    (one,) = _plan(sample, _asks(question, kind=kind), known=sample_index).questions
    assert one.wants_story is wants
    assert one.is_gap == (wants and question != HARDEST)


def test_a_gap_names_the_competency_to_write_about(make: Make) -> None:
    (one,) = _plan(make(stories={"swim": {"title": "바다 수영"}}), _asks(CONFLICT)).questions
    assert one.is_gap and not one.is_worn_out
    assert one.competency is not None and one.competency.id == "conflict"


def test_a_library_without_stories_has_nothing_but_gaps(make: Make) -> None:
    made = _plan(make(), _asks(HARDEST), _asks(CONFLICT), _asks(SALARY))
    assert [one.number for one in made.gaps] == [1, 2]


def test_a_gap_because_all_stories_are_used_up_is_told_apart(make: Make) -> None:
    story = {
        "title": "가장 어려웠던 도전",
        "action": "끝까지 도전했다",
        "result": "해냈다",
        "competencies": ["challenge"],
    }
    made = _plan(make(stories={"only": story}), *[_asks(HARDEST)] * (MOST_USES + 1))
    (gap,) = made.gaps
    assert gap.is_worn_out and [one.story.id for one in gap.runner_ups] == ["only"]
    assert len(made.uses["only"]) == MOST_USES


def test_it_knows_what_the_company_heard_in_interviews_and_read_in_other_applications(make: Make) -> None:
    library = make(
        stories={key: {"title": key} for key in ("told", "written", "elsewhere")},
        applications={
            "this": {"company": "KT", "questions": [{"question": HARDEST, "stories": ["elsewhere"]}]},
            "last": {"company": "(주)KT", "questions": [{"question": HARDEST, "stories": ["written", "told"]}]},
            "other": {"company": "LG", "questions": [{"question": HARDEST, "stories": ["elsewhere"]}]},
        },
        interviews={
            "one": {
                "date": "2025-01-01",
                "application": "this",
                "asked": [{"question": one, "stories": ["told"]} for one in "ab"],
            },
            "two": {"date": "2026-01-01", "organisation": "LG", "asked": [{"question": "a", "stories": ["elsewhere"]}]},
        },
    )
    assert told_here(library.application("this"), library) == {
        "told": (Told("interview", "one", "2025-01-01"), Told("application", "last", "(주)KT")),
        "written": (Told("application", "last", "(주)KT"),),
    }


def test_a_story_that_the_company_knows_is_marked_and_gives_way_to_one_as_good(make: Make) -> None:
    story = {
        "title": "가장 어려웠던 도전",
        "action": "끝까지 도전했다",
        "result": "해냈다",
        "competencies": ["challenge"],
    }
    library = make(
        stories={"a": story, "b": story},
        applications={"this": {"company": "KT", "questions": [{"question": HARDEST}]}},
        interviews={"one": {"organisation": "KT", "asked": [{"question": "바다", "stories": ["a", "b"]}]}},
    )
    index = LibraryIndex(library)
    first, second = (match.score for match in find(HARDEST, index).stories)
    assert abs(first - second) < TOLD, "the two are as good"
    application = library.application("this")
    (one,) = plan(application, library, index).questions
    assert one.told_here_before and [told.id for told in one.chosen[0].told] == ["one"]
    library.interviews["one"].asked[0].stories.remove("a")
    (one,) = plan(application, library, index).questions
    assert one.story is not None and one.story.id == "a" and not one.told_here_before
    assert [(other.story.id, bool(other.told)) for other in one.runner_ups] == [("b", True)]
    library.interviews["one"].asked[0].stories[:] = ["a"]
    (one,) = plan(application, library, index).questions
    assert one.story is not None and one.story.id == "b"
