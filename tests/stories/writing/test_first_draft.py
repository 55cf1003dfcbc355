"""The first draft: the user's own sentences, in the shape, inside the room, without what was taken back."""

import random
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.drafts.figures import (
    can_be_filled,
    draw,
    filled,
    is_full,
    own_words,
    says,
    setting_share,
)
from benchmarks.drafts.random_stories import DOUBTED, TAKEN_BACK
from stories.files.library import read_library
from stories.files.places import SAMPLE
from stories.model.story import TEXTS, Claim, Story
from stories.text import without_unstorable
from stories.writing.count import count
from stories.writing.first_draft import FirstDraft, Room, first_draft
from stories.writing.shapes import SHAPE_IDS, ShapeId
from tests.stories.writing.odd_texts import odd_texts

STORY = Story(
    id="orders",
    title="주문 화면",
    headline="주문 화면의 응답 시간을 절반으로 줄였습니다.",
    situation="동아리에서 주문 화면을 운영했습니다. 점심마다 화면이 멈췄습니다.",
    task="방학 안에 원인을 찾아야 했습니다.",
    action="제가 로그 1,200건을 먼저 나누었습니다. 느린 조회를 찾았습니다. 이때 색인이 없다는 것을 알았습니다. "
    "팀원들과 순서를 정했습니다.",
    result="응답 시간이 4초에서 2초로 줄었습니다. 점심에도 화면이 멈추지 않았습니다.",
    learned="측정이 먼저라는 것을 배웠습니다. 기록의 힘도 알았습니다.",
)
PAIRS = 80


def _draft(story: Story, limit: int | None = 5000, shape: ShapeId = "star") -> FirstDraft:
    return first_draft(story, shape, Room(limit))


def _parts(draft: FirstDraft) -> list[str]:
    return list(dict.fromkeys(one.part for one in draft.sentences))


@pytest.fixture(scope="module")
def drawn() -> list:
    """Draft random stories in random rooms and shapes."""
    return [draw(random.Random(seed)) for seed in range(PAIRS)]


def test_a_draft_is_never_over_its_room(drawn: list) -> None:
    assert [one for one in drawn if filled(one) > 1] == []


def test_a_draft_holds_only_the_users_words_and_listed_styles(drawn: list) -> None:
    assert all(one.draft.text for one in drawn if one.draft.sentences)
    assert [one for one in drawn if not own_words(one)] == []


def test_a_draft_is_full_where_the_story_has_enough_text(drawn: list) -> None:
    enough = [one for one in drawn if can_be_filled(one)]
    assert len(enough) > PAIRS / 3
    assert [one for one in enough if not is_full(one)] == []


def test_most_drafts_leave_room_for_a_last_change(drawn: list) -> None:
    full = [one for one in drawn if filled(one) >= 0.85]
    assert sum(filled(one) <= 0.95 for one in full) > 0.9 * len(full)


def test_situation_and_task_take_about_a_fifth(drawn: list) -> None:
    longer = [one for one in drawn if len(one.draft.sentences) >= 10]
    shares = [share for one in longer if (share := setting_share(one)) is not None]
    assert len(shares) > 5
    assert all(0.08 <= share <= 0.32 for share in shares)
    assert 0.16 <= sum(shares) / len(shares) <= 0.24


def test_what_was_taken_back_is_never_drafted(drawn: list) -> None:
    held = [
        one
        for one in drawn
        if any(claim.status == "retracted" and _holds(one.story, claim) for claim in one.story.claims)
    ]
    assert len(held) > 10
    assert [one for one in held if says(one.draft.text, TAKEN_BACK)] == []


def test_what_is_unconfirmed_is_marked(drawn: list) -> None:
    doubted = [found for one in drawn for found in one.draft.sentences if says(found.passage.text, DOUBTED)]
    assert len(doubted) > 5
    assert all("unconfirmed" in found.marks for found in doubted)


def _holds(story: Story, claim: Claim) -> bool:
    return any(claim.text.removesuffix("다") in getattr(story, name) for name in TEXTS)


def test_star_tells_the_headline_first_and_then_its_parts_in_order() -> None:
    draft = _draft(STORY)
    assert draft.text.startswith("주문 화면의 응답 시간을 절반으로 줄였습니다.")
    assert _parts(draft) == ["headline", "situation", "task", "action", "result", "learned"]
    assert draft.text.count("\n") == 2


def test_car_tells_the_challenge_from_situation_and_task() -> None:
    draft = _draft(STORY, 150, "car")
    assert _parts(draft)[:3] == ["challenge", "action", "result"]


def test_prep_comes_back_to_the_point_without_saying_a_sentence_twice() -> None:
    draft = _draft(STORY, shape="prep")
    assert _parts(draft) == ["point", "reason", "example", "point-again"]
    assert draft.sentences[1].text == "측정이 먼저라는 것을 배웠습니다."
    assert draft.sentences[-1].text == "기록의 힘도 알았습니다."
    assert len({one.text for one in draft.sentences}) == len(draft.sentences)


def test_prep_keeps_the_only_thing_learned_as_the_reason() -> None:
    draft = _draft(STORY.model_copy(update={"learned": "측정이 먼저라는 것을 배웠습니다."}), shape="prep")
    assert _parts(draft) == ["point", "reason", "example"]


def test_the_order_of_time_begins_with_the_situation() -> None:
    assert _parts(_draft(STORY, 200, "chronological"))[0] == "situation"


def test_sentences_keep_the_order_of_the_story() -> None:
    for limit in range(60, 320, 20):
        own = [one.text for one in _draft(STORY, limit).sentences if one.part == "action"]
        assert own == sorted(own, key=STORY.action.index)


def test_sentences_with_numbers_and_first_person_come_first() -> None:
    draft = _draft(STORY, 150)
    texts = [one.text for one in draft.sentences]
    assert "제가 로그 1,200건을 먼저 나누었습니다." in texts
    assert "응답 시간이 4초에서 2초로 줄었습니다." in texts
    assert "팀원들과 순서를 정했습니다." not in texts


def test_without_a_limit_everything_is_taken() -> None:
    draft = _draft(STORY, None)
    assert draft.left_out == () and draft.codes == ()
    assert len(draft.sentences) == 12


def test_what_has_no_room_is_listed_to_be_added() -> None:
    draft = _draft(STORY, 150)
    told = {one.passage for one in draft.sentences}
    assert told and draft.left_out
    assert len(told) + len(draft.left_out) == 12 and not told & set(draft.left_out)
    assert {one.record for one in draft.left_out} == {"orders"}


def test_a_sentence_that_stands_twice_is_told_once() -> None:
    draft = _draft(STORY.model_copy(update={"result": f"{STORY.headline} {STORY.result}"}))
    assert draft.text.count("절반으로") == 1


def test_a_result_that_only_repeats_the_headline_is_left_out() -> None:
    draft = _draft(STORY.model_copy(update={"result": "응답 시간을 절반으로 줄였습니다."}))
    assert draft.text.count("절반으로") == 1
    assert [one.text for one in draft.left_out] == ["응답 시간을 절반으로 줄였습니다."]
    assert "no-result" not in draft.codes


def test_a_sentence_that_adds_little_to_the_headline_is_used_last() -> None:
    story = Story(
        headline="주문 화면의 응답 시간을 절반으로 줄였습니다.",
        result="주문 화면의 응답 시간을 크게 줄였습니다. 점심마다 손님을 더 받게 되었습니다.",
    )
    assert [one.text for one in _draft(story, 52).sentences][1:] == ["점심마다 손님을 더 받게 되었습니다."]


def test_the_setting_is_told_by_its_first_sentence() -> None:
    story = Story(situation="동아리 화면을 맡았습니다. 동아리 회원이 많아졌습니다.", action="화면을 새로 그렸습니다.")
    assert _draft(story, 32).sentences[0].text == "동아리 화면을 맡았습니다."


def test_a_sentence_that_points_back_comes_with_the_one_before() -> None:
    story = Story(action="느린 조회를 찾았습니다. 이때 색인이 없음을 알았습니다. 로그를 모두 다시 읽었습니다.")
    for limit in (32, 34, 36):
        texts = [one.text for one in _draft(story, limit).sentences]
        assert len(texts) == 2 and texts[0] == "느린 조회를 찾았습니다."


def test_a_small_room_tells_what_was_done() -> None:
    story = read_library(SAMPLE).stories["big-contest-churn"]
    for limit in range(140, 300, 10):
        assert "action" in _parts(_draft(story, limit))


def test_a_sentence_that_just_fits_is_told() -> None:
    draft = _draft(Story(action="제가 고쳤습니다."), 9)
    assert draft.text == "제가 고쳤습니다." and count(draft.text).characters == 9


def test_an_english_draft_takes_its_time_by_words() -> None:
    action = "\n".join(f"I measured, internationalized and standardized screen number {n}." for n in range(2, 60))
    said = count(first_draft(Story(action=action), "star", Room(None, seconds=60)).text).spoken
    assert 0.85 <= (said.seconds_low + said.seconds_high) / 2 / 60 <= 0.95


@pytest.mark.parametrize("sentences", [4, 7, 12, 30])
@pytest.mark.parametrize("seconds", [15, 25, 35, 60])
def test_two_languages_do_not_run_over_the_time(sentences: int, seconds: int) -> None:
    setting = "동아리에서 여러 나라의 말로 된 주문 화면을 운영하면서 점심마다 화면이 멈추는 까닭을 찾아야 했습니다."
    action = "\n".join(f"I led internationalization standardization {n}." for n in range(sentences))
    draft = first_draft(Story(situation=setting, action=action), "star", Room(None, seconds=seconds))
    said = count(draft.text).spoken
    assert draft.sentences and said.seconds_low + said.seconds_high <= 2 * seconds


def test_a_retracted_claim_gives_its_place_to_what_is_to_be_said_instead() -> None:
    claim = Claim(text="색인이 없다는 것을 알았다", status="retracted", say_instead="색인이 낡았다는 것을 들었습니다.")
    draft = _draft(STORY.model_copy(update={"claims": [claim]}))
    assert "없다는" not in draft.text
    found = next(one for one in draft.sentences if one.passage.field == "claims")
    assert (found.text, found.part) == ("색인이 낡았다는 것을 들었습니다.", "action")
    assert [one.text for one in draft.left_out] == ["이때 색인이 없다는 것을 알았습니다."]


def test_what_is_to_be_said_instead_is_said_once() -> None:
    claim = Claim(text="화면이 멈췄다", status="retracted", say_instead="화면이 느렸습니다.")
    story = Story(action="화면이 멈췄습니다.\n점심에도 화면이 멈췄습니다.\n고쳤습니다.", claims=[claim])
    assert _draft(story).text == "화면이 느렸습니다. 고쳤습니다."


def test_what_is_to_be_said_instead_may_not_say_another_retracted_claim() -> None:
    claims = [
        Claim(text="매출을 30% 올렸다", status="retracted", say_instead="방문을 20% 늘렸습니다."),
        Claim(text="방문을 20% 늘렸다", status="retracted"),
    ]
    draft = _draft(Story(result="매출을 30% 올렸습니다.", claims=claims))
    assert draft.text == "" and draft.codes == ("nothing-written",)


def test_an_unconfirmed_claim_is_marked_and_a_confirmed_one_is_not() -> None:
    for status, marks in (("unconfirmed", ("unconfirmed",)), ("cannot-confirm", ("unconfirmed",)), ("confirmed", ())):
        claim = Claim.model_validate({"text": "응답 시간 4초에서 2초", "status": status})
        draft = _draft(STORY.model_copy(update={"claims": [claim]}))
        assert next(one.marks for one in draft.sentences if "2초" in one.text) == marks


def test_a_sentence_whose_style_is_not_certain_is_left_and_marked() -> None:
    draft = _draft(Story(action="로그 정리, 색인 추가\n색인을 고쳤습니다."))
    assert [(one.text, one.marks) for one in draft.sentences] == [
        ("로그 정리, 색인 추가", ("style-unsure",)),
        ("색인을 고쳤습니다.", ()),
    ]


def test_a_note_without_a_full_stop_ends_its_line() -> None:
    assert (
        _draft(Story(action="로그 정리, 색인 추가\n색인을 고쳤습니다.")).text
        == "로그 정리, 색인 추가\n색인을 고쳤습니다."
    )


@pytest.mark.parametrize("shape", SHAPE_IDS)
@pytest.mark.parametrize("room", [Room(0), Room(1), Room(-5), Room(5), Room(None, seconds=0), Room(500, seconds=0)])
def test_a_room_for_no_sentence_is_too_small(shape: ShapeId, room: Room) -> None:
    draft = first_draft(STORY, shape, room)
    assert (draft.text, draft.sentences, draft.codes) == ("", (), ("too-small",))
    assert len(draft.left_out) == 12


@pytest.mark.parametrize("room", [Room(0), Room(1), Room(500), Room(1_000_000), Room(None), Room(None, seconds=60)])
@pytest.mark.parametrize("story", [Story(), Story(title="제목만 있다"), Story(role="분석"), Story(action="- \n ...")])
def test_a_story_with_only_a_title_gives_nothing(story: Story, room: Room) -> None:
    draft = first_draft(story, "star", room)
    assert (draft.text, draft.left_out, draft.codes) == ("", (), ("nothing-written",))


def test_a_million_takes_everything_and_says_that_it_is_not_enough() -> None:
    draft = _draft(STORY, 1_000_000)
    assert len(draft.sentences) == 12 and draft.codes == ("not-enough",)


def test_from_seventy_percent_on_it_is_enough() -> None:
    length = count(_draft(STORY, None).text).characters
    assert _draft(STORY, int(length / 0.71)).codes == ()
    assert _draft(STORY, int(length / 0.69)).codes == ("not-enough",)


def test_a_story_without_action_or_result_says_so() -> None:
    assert _draft(Story(situation="화면이 멈췄습니다.", headline="고쳤습니다."), 20).codes == ("no-action", "no-result")
    assert _draft(Story(action="제가 고쳤습니다."), 10).codes == ("no-result",)


@pytest.mark.parametrize("seconds", [30, 60, 120, 180])
def test_a_spoken_draft_takes_its_time(seconds: int) -> None:
    story = STORY.model_copy(
        update={"action": STORY.action + "\n제가 화면을 다시 그리고 모두에게 보여 주었습니다." * 1}
    )
    longer = story.model_copy(
        update={"action": "\n".join(f"제가 {n}번째 화면을 다시 그렸습니다." for n in range(2, 90))}
    )
    said = count(first_draft(longer, "star", Room(None, seconds=seconds)).text).spoken
    assert 0.85 <= (said.seconds_low + said.seconds_high) / 2 / seconds <= 0.95


def test_a_room_with_a_limit_and_a_time_keeps_both() -> None:
    longer = STORY.model_copy(
        update={"action": "\n".join(f"제가 {n}번째 화면을 다시 그렸습니다." for n in range(2, 90))}
    )
    for limit, seconds in ((300, 180), (3000, 30), (350, 60)):
        found = count(first_draft(longer, "star", Room(limit, seconds=seconds)).text)
        middle = (found.spoken.seconds_low + found.spoken.seconds_high) / 2
        assert found.characters <= limit and middle <= seconds
        assert max(found.characters / limit, middle / seconds) >= 0.85


def test_the_sample_drafts_in_every_shape_and_says_nothing_that_was_taken_back() -> None:
    stories = read_library(SAMPLE).stories
    assert stories
    for story in stories.values():
        for shape in SHAPE_IDS:
            for limit in (300, 500, 700, 1000, 1500):
                draft = _draft(story, limit, shape)
                assert count(draft.text).characters <= limit
                assert "어렵지 않" not in draft.text
    assert _draft(stories["big-contest-churn"], 500).codes == ("no-result",)
    assert _draft(stories["spark-study"]).codes == ("nothing-written",)


@settings(max_examples=60)
@given(st.data(), st.integers(0, 400), st.sampled_from(SHAPE_IDS), st.integers(0, 10_000))
def test_any_text_can_be_drafted(data: st.DataObject, limit: int, shape: ShapeId, seed: int) -> None:
    dice = random.Random(seed)
    texts = [without_unstorable(text) for text in odd_texts(len(TEXTS) + 3, seed)]
    claims = [Claim(text=texts[-1], status="retracted", say_instead=texts[-2]), Claim(text=texts[-2][:9])]
    story = Story(headline=texts[-3], claims=claims, **dict(zip(TEXTS, texts, strict=False)))
    rule = data.draw(st.sampled_from(("characters", "characters-without-spaces", "portal-bytes", "utf8-bytes")))
    draft = first_draft(story, shape, Room(limit, rule, dice.choice((None, 30))))
    assert count(draft.text).by(rule) <= limit


def test_lone_surrogates_do_no_harm() -> None:
    story = Story.model_construct(**{**Story().__dict__, "action": "제가 고쳤습니다 \ud83d. \ude00 다시 했습니다."})
    assert _draft(story, 500).sentences


def test_decomposed_text_of_a_claim_is_recognised() -> None:
    claim = Claim.model_construct(
        text=unicodedata.normalize("NFD", "느린 조회를 찾았다"), status="retracted", evidence="", say_instead=""
    )
    assert "느린 조회" not in _draft(STORY.model_copy(update={"claims": [claim]})).text
