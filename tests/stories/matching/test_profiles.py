"""A story prepared: what its owner wrote down comes first, what its words show after it, and nothing retracted."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stories import bank
from stories.matching.grams import grams
from stories.matching.index import LibraryIndex
from stories.matching.preparation import normal
from stories.matching.profiles import (
    GROUPS,
    INFERRED_TOP,
    TOGETHER,
    StoryProfile,
    completeness,
    concept_profile,
    story_profiles,
)
from stories.matching.ranking import find
from stories.matching.taught import taught
from stories.matching.vocabulary import Vocabulary, bank_vocabulary
from stories.model.competency import Competency, WordsByLanguage
from stories.model.concept import Concept
from stories.model.story import Claim, FollowUp, Story
from stories.model.term import Term
from tests.stories.matching.conftest import Make

TEXT = st.text(st.sampled_from("갈등을 풀었다 팀 PCA leadership SQL.\n?#"), max_size=30)
STORIES = st.builds(
    Story, title=TEXT, headline=TEXT, situation=TEXT, action=TEXT, aliases=st.lists(TEXT, max_size=2),
    competencies=st.lists(st.sampled_from(["leadership", "conflict", "unknown"]), max_size=3),
)  # fmt: skip


def prepared(story: Story, asked: Sequence[str] = (), words: Vocabulary | None = None) -> StoryProfile:
    return story_profiles([(story, asked)], words or bank_vocabulary())[0]


def has(profile: StoryProfile, group: str, text: str) -> bool:
    """Tell whether all grams of the text stand in the group."""
    return set(grams(normal(text)).tolist()) <= set(profile.grams[group].tolist())


def test_what_the_owner_wrote_down_counts_by_its_place_before_what_words_show() -> None:
    story = Story(
        title="발표 준비",
        action="팀원과 갈등이 생겨 서로 다투었지만 대화로 갈등을 풀고 화해했다.",
        competencies=["planning", "creativity", "growth", "analysis", "failure"],
    )
    found = prepared(story).competencies
    declared = [found[one] for one in story.competencies]
    assert declared == sorted(declared, reverse=True)
    assert found["conflict"] > 0.3
    assert max(weight for one, weight in found.items() if one not in story.competencies) <= INFERRED_TOP


def test_words_that_show_a_competency_raise_it_where_nothing_is_written_down() -> None:
    plain = prepared(Story(title="발표", action="자료를 만들고 발표했다.")).competencies.get("conflict", 0.0)
    shown = prepared(Story(title="발표", action="의견 충돌로 갈등이 생겼고, 중재해서 갈등을 풀었다.")).competencies
    assert shown["conflict"] > plain + 0.2


def test_a_word_that_a_user_added_shows_the_users_competency() -> None:
    own = Vocabulary([Competency(id="hospitality", ko="환대", words=WordsByLanguage(ko=["손님맞이"]))])
    story = Story(title="여관", action="손님맞이를 맡았다.")
    assert prepared(story, words=own).competencies["hospitality"] > 0
    assert "hospitality" not in prepared(story).competencies


def test_each_field_goes_to_its_group() -> None:
    story = Story(
        title="나룻배", headline="강을 건넜다", aliases=["뗏목"], skills=["대패질"], situation="비바람이 쳤다",
        action="노를 힘껏 저었다", result="건너편에 닿았다", learned="물살을 읽는 법",
        claims=[Claim(text="삼십 명", status="confirmed")], follow_ups=[FollowUp(question="왜 밤이었나요?")],
    )  # fmt: skip
    profile = prepared(story, ["무인도에 가져갈 것은?"])
    assert set(profile.grams) == set(GROUPS)
    expected = {
        "names": ["나룻배", "강을 건넜다", "뗏목", "대패질"],
        "text": ["비바람", "저었다", "닿았다", "물살", "삼십"],
        "asked": ["밤이었나요", "무인도에"],
    }
    for group, texts in expected.items():
        for other in GROUPS:
            assert [has(profile, other, text) for text in texts] == [other == group] * len(texts)


def test_a_claim_that_was_withdrawn_is_no_part_of_the_story() -> None:
    profile = prepared(Story(title="가", claims=[Claim(text="코끼리 백 마리", status="retracted")]))
    assert not any(has(profile, group, "코끼리") for group in GROUPS)


def test_what_a_story_is_named_for_counts_more_than_what_it_mentions() -> None:
    found = prepared(Story(title="PCA 프로젝트", action="SQL로 뽑은 자료에 PCA를 썼다.")).terms
    assert found["pca"] == 1.0 > found["sql"] > 0


def test_a_term_that_a_user_added_is_one_of_the_story() -> None:
    own = Vocabulary(terms=[Term(id="drip", ko=["점적관수"])])
    assert prepared(Story(title="점적관수 개편"), words=own).terms["drip"] == 1.0


def test_a_story_that_speaks_like_the_answers_of_a_question_is_told_to_be_one() -> None:
    asked = {question.id: place for place, question in enumerate(bank.questions())}
    tellings = [(asked[one.id], one.told.ko[0]) for one in bank.examples() if one.told.ko][:40]
    profiles = story_profiles([(Story(title="", action=text), ()) for _, text in tellings], bank_vocabulary())
    classes = list(taught().told_of)
    ranks = [
        int((profile.told > profile.told[classes.index(place)]).sum())
        for profile, (place, _) in zip(profiles, tellings, strict=True)
    ]
    assert sum(rank < 5 for rank in ranks) >= 0.9 * len(ranks)


def test_an_empty_story_shows_nothing() -> None:
    profile = prepared(Story())
    assert (dict(profile.competencies), dict(profile.terms)) == ({}, {})
    assert all(len(found) == 0 for found in profile.grams.values())
    assert not profile.told.any()


def test_no_stories_give_no_profiles() -> None:
    assert story_profiles([], bank_vocabulary()) == []


@settings(max_examples=20)
@given(st.lists(STORIES, max_size=4))
def test_a_story_is_prepared_alike_alone_and_among_others(stories: list[Story]) -> None:
    together = story_profiles([(story, ("왜요?",)) for story in stories], bank_vocabulary())
    for story, profile in zip(stories, together, strict=True):
        alone = prepared(story, ("왜요?",))
        assert profile.story is story
        assert profile.terms == alone.terms
        assert profile.competencies == pytest.approx(dict(alone.competencies), abs=1e-4)
        assert profile.told == pytest.approx(alone.told, abs=1e-4)
        assert all(np.array_equal(profile.grams[group], alone.grams[group]) for group in GROUPS)
        numbers = [*profile.competencies.values(), *profile.terms.values(), *profile.told.tolist()]
        assert all(0 <= number <= 1 for number in numbers)


def test_more_stories_than_are_prepared_at_a_time_keep_their_order() -> None:
    stories = [Story(title=f"이야기 {number}") for number in range(2 * TOGETHER + 1)]
    found = story_profiles([(story, ()) for story in stories], bank_vocabulary())
    assert [profile.story for profile in found] == stories


@pytest.mark.parametrize(
    ("fields", "share"),
    [
        ({}, 0),
        ({"situation": "가"}, 1 / 6),
        ({"action": "가", "result": "나"}, 4 / 6),
        ({"situation": "가", "task": "나", "action": "다", "result": "라"}, 1),
    ],
)
def test_action_and_result_are_the_greater_part_of_a_story(fields: dict[str, str], share: float) -> None:
    assert completeness(Story(title="제목", **fields)) == pytest.approx(share)


def test_a_concept_is_known_by_its_names_and_its_explanations() -> None:
    profile = concept_profile(
        Concept(title="주성분 분석", aliases=["PCA"], one_minute="분산을 지킨다"), bank_vocabulary()
    )
    assert "pca" in profile.terms
    for text in ("주성분 분석", "PCA", "분산을 지킨다"):
        assert set(grams(normal(text)).tolist()) <= set(profile.grams.tolist())


def test_a_field_of_one_short_word_is_found_too(make: Make) -> None:
    index = LibraryIndex(
        make(stories={"run": {"title": "가", "result": "1위"}, "walk": {"title": "나", "result": "완주"}})
    )
    assert find("완주", index).stories[0].story.id == "walk"
