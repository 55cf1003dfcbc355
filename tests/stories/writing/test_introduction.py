"""The one-minute introduction: who I am, what I have done, why I am here, inside the time."""

import pytest

from stories.model.profile import Profile
from stories.model.story import Claim, Story
from stories.writing.composition import FirstDraft
from stories.writing.count import count
from stories.writing.introduction import introduction
from stories.writing.room import Room

PROFILE = Profile(
    name="이름 칸",
    headline="데이터로 현장의 낭비를 줄이는 분석가입니다.",
    introduction="통계를 배우고 물류 창고에서 일했습니다. 숫자를 현장 말로 옮기는 일을 좋아합니다.",
)
STORIES = [
    Story(
        id="stock",
        headline="재고 조사 시간을 3시간에서 40분으로 줄였습니다.",
        action="제가 바코드 목록을 새로 만들었습니다.",
    ),
    Story(id="club", headline="동아리 예산 표를 하나로 합쳤습니다.", result="정산이 이틀 빨라졌습니다."),
    Story(id="survey", headline="설문 800건을 읽고 배송 안내를 바꿨습니다."),
    Story(id="fourth", headline="네 번째 이야기는 말하지 않습니다."),
]
MOTIVATION = (
    "이 회사의 물류 데이터로 더 큰 낭비를 줄이고 싶습니다. 배송 현장을 가장 잘 아는 곳이라고 생각해 지원했습니다."
)


def _introduction(room: Room, profile: Profile = PROFILE, stories: list[Story] = STORIES) -> FirstDraft:
    return introduction(profile, stories, MOTIVATION, room)


def _seconds(text: str) -> float:
    said = count(text).spoken
    return (said.seconds_low + said.seconds_high) / 2


def test_it_goes_from_me_to_my_stories_to_the_reason() -> None:
    draft = _introduction(Room(None))
    assert list(dict.fromkeys(one.part for one in draft.sentences)) == ["profile", "story", "motivation"]
    assert draft.text.startswith(PROFILE.headline)
    assert draft.text.endswith("생각해 지원했습니다.")
    assert draft.codes == ()


def test_a_minute_is_filled_and_not_passed() -> None:
    more = (
        "선반마다 물건을 세는 순서를 새로 정했습니다.\n퇴근 뒤에 남아 목록 400줄을 확인했습니다.\n"
        "바쁜 시간을 피해 나누어 셌습니다.\n점장님이 같은 표를 다른 가게에도 쓰기 시작했습니다.\n"
        "지금도 매주 월요일마다 같은 표로 재고를 확인하고 모자란 물건을 주문합니다."
    )
    stories = [STORIES[0], STORIES[1].model_copy(update={"action": more}), STORIES[2]]
    draft = _introduction(Room(None, seconds=60), stories=stories)
    assert draft.left_out
    assert 0.85 * 60 <= _seconds(draft.text) <= 0.95 * 60
    told = [one.passage for one in draft.sentences]
    assert {"stock", "club", "survey"} <= {one.record for one in told}


def test_half_a_minute_has_something_of_each() -> None:
    draft = _introduction(Room(None, seconds=30))
    assert _seconds(draft.text) <= 30
    assert [one.part for one in draft.sentences].count("story") >= 1
    assert {one.part for one in draft.sentences} == {"profile", "story", "motivation"}


def test_the_name_and_a_fourth_story_are_not_told() -> None:
    draft = _introduction(Room(None))
    assert "이름 칸" not in draft.text and "네 번째" not in draft.text


def test_every_sentence_says_where_it_comes_from() -> None:
    origins = [(one.passage.record, one.passage.field) for one in _introduction(Room(None)).sentences]
    assert origins[:2] == [("profile", "headline"), ("profile", "introduction")]
    assert ("stock", "headline") in origins and origins[-1] == ("", "motivation")


def test_without_a_headline_the_introductions_first_sentence_leads() -> None:
    draft = _introduction(Room(None, seconds=30), PROFILE.model_copy(update={"headline": ""}))
    assert draft.sentences[0].text == "통계를 배우고 물류 창고에서 일했습니다."


def test_a_story_without_a_headline_is_told_by_its_result() -> None:
    stories = [Story(id="bare", result="정산이 이틀 빨라졌습니다.", action="제가 표를 합쳤습니다.")]
    texts = [one.text for one in introduction(Profile(), stories, "", Room(40)).sentences]
    assert texts == ["정산이 이틀 빨라졌습니다.", "제가 표를 합쳤습니다."]
    assert [one.text for one in introduction(Profile(), stories, "", Room(15)).sentences] == texts[:1]


def test_what_one_story_takes_back_is_not_said_by_another_text() -> None:
    stories = [*STORIES[:2], Story(id="x", claims=[Claim(text="배송 현장을 가장 잘 안다", status="retracted")])]
    draft = introduction(PROFILE, stories, "배송 현장을 가장 잘 압니다. 그래서 지원했습니다.", Room(None))
    assert "가장 잘" not in draft.text and draft.text.endswith("지원했습니다.")


def test_an_unconfirmed_claim_is_marked() -> None:
    story = STORIES[0].model_copy(update={"claims": [Claim(text="재고 조사 시간 3시간에서 40분")]})
    draft = introduction(PROFILE, [story], "", Room(None))
    assert [one.marks for one in draft.sentences if "40분" in one.text] == [("unconfirmed",)]


@pytest.mark.parametrize("room", [Room(0), Room(3), Room(None, seconds=0)])
def test_a_room_for_no_sentence_is_too_small(room: Room) -> None:
    draft = _introduction(room)
    assert (draft.text, draft.codes) == ("", ("too-small",))


@pytest.mark.parametrize("room", [Room(0), Room(500), Room(1_000_000), Room(None, seconds=60)])
def test_nothing_written_gives_nothing(room: Room) -> None:
    draft = introduction(Profile(name="이름"), [Story(title="제목만")], " \n", room)
    assert (draft.text, draft.sentences, draft.codes) == ("", (), ("nothing-written",))


def test_too_little_text_gives_what_there_is() -> None:
    draft = introduction(PROFILE, [], "", Room(None, seconds=180))
    assert len(draft.sentences) == 3 and draft.codes == ("not-enough",)


def test_odd_letters_in_the_motivation_do_no_harm() -> None:
    assert introduction(Profile(), [], "지원했습니다 \ud83d.\r\n\ude00 그래서 왔습니다.\x00", Room(500)).sentences
