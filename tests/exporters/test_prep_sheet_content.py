"""What a person finds on the prep sheet: the right things, in the right order, and nothing that is not theirs."""

import datetime
import re
from dataclasses import fields, is_dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporters.sheet.content import PrepSheet, Row
from exporters.sheet.rows import CUE_LINES, cue_rows
from languages import sentences
from stories.errors import NotFound
from stories.files.places import SAMPLE
from stories.model.application import AskedByForm
from stories.model.concept import Concept
from stories.model.interview import Asked, Interview
from stories.model.profile import Profile
from stories.model.story import Claim, FollowUp, Story
from stories.problems import Problem
from stories.text import one_line
from tests.exporters.building import SUGGESTIONS, about, asking, library, sample, sheet

SAY = sentences("ko")
CHURN = Story(
    id="churn",
    title="이탈 예측",
    headline="0.065%를 찾았다",
    situation="대회에 나갔다. 팀은 4명이었다.",
    action="표를 합쳤다. 결측을 채웠다. 그림을 그렸다. 40,000명 중 0.065%를 찾았다. 모델을 만들었다.",
    result="31위를 했다. 오차를 18% 줄였다. 상은 받지 못했다.",
    learned="데이터를 먼저 보아야 한다. 정말이다.",
    since_then="다음 대회에서 10위를 했다.",
)


def rows_of(found: PrepSheet, number: int = 1) -> tuple[Row, ...]:
    block = found.questions.blocks[number - 1]
    return block.rows + block.more


def row(found: PrepSheet, label: str, number: int = 1) -> Row:
    return next(one for one in rows_of(found, number) if one.label == label)


def every_text(piece: object) -> list[str]:
    if isinstance(piece, str):
        return [piece]
    if isinstance(piece, tuple):
        return [text for one in piece for text in every_text(one)]
    if is_dataclass(piece):
        return [text for one in fields(piece) for text in every_text(getattr(piece, one.name))]
    return []


# --- one question ---------------------------------------------------------------------------------------------------


def test_the_headline_of_the_chosen_story_stands_first():
    block = sheet(library(CHURN, asking(about("churn")))).questions.blocks[0]
    assert (block.number, block.headline) == (1, "0.065%를 찾았다")
    assert [one.label for one in block.rows] == ["상황", "과제", "행동", "결과", "배운 점"]


def test_situation_is_one_sentence_and_action_keeps_the_line_with_the_number():
    found = sheet(library(CHURN, asking(about("churn"))))
    assert row(found, "상황").lines == ("대회에 나갔다.",)
    assert row(found, "행동").lines == ("표를 합쳤다.", "결측을 채웠다.", "40,000명 중 0.065%를 찾았다. …")
    assert row(found, "결과").lines == ("31위를 했다.", "오차를 18% 줄였다. …")


def test_what_was_learned_and_what_came_of_it_are_one_line():
    found = sheet(library(CHURN, asking(about("churn"))))
    assert row(found, "배운 점").lines == ("데이터를 먼저 보아야 한다. → 다음 대회에서 10위를 했다.",)


@given(st.lists(st.text(max_size=200), min_size=6, max_size=6))
def test_no_question_has_more_than_seven_cue_lines(texts: list[str]):
    parts = ("situation", "task", "action", "result", "learned", "since_then")
    story = Story.model_construct(**{**Story().__dict__, **dict(zip(parts, texts, strict=True))})
    rows = cue_rows(story, SAY)
    assert sum(len(one.lines) for one in rows) <= CUE_LINES
    assert [one.label for one in rows][:4] == ["상황", "과제", "행동", "결과"]


def test_a_missing_action_or_result_has_room_to_write_and_the_others_only_say_so():
    found = sheet(library(Story(id="bare", title="빈 이야기", headline="한 줄"), asking(about("bare"))))
    assert {one.label: (one.remark, one.room) for one in rows_of(found)} == {
        "상황": ("아직 쓰지 않음", 0),
        "과제": ("아직 쓰지 않음", 0),
        "행동": ("아직 쓰지 않음", 1),
        "결과": ("아직 쓰지 않음", 1),
    }


def test_a_draft_gives_its_first_sentence():
    asked = about("churn", draft="가장 어려웠던 것은 대회입니다. 여름이었습니다.")
    assert row(sheet(library(CHURN, asking(asked))), "답변 첫 문장").lines == ("가장 어려웠던 것은 대회입니다.",)


def test_a_story_without_headline_borrows_the_draft_and_does_not_say_it_twice():
    asked = about("bare", draft="어려웠습니다. 정말로요.")
    found = sheet(library(Story(id="bare", title="빈 이야기"), asking(asked)))
    assert found.questions.blocks[0].headline == "어려웠습니다."
    assert "답변 첫 문장" not in [one.label for one in rows_of(found)]


def test_the_other_chosen_stories_are_named_with_their_headline():
    other = Story(id="other", title="두 번째", headline="둘째 한 줄", skills=["PCA", "SQL"], action="길게 썼다.")
    asked = AskedByForm(question="질문", kind="story", stories=["churn", "other"])
    found = row(sheet(library(CHURN, other, asking(asked))), "다른 이야기")
    assert (found.lines, found.remark) == (("두 번째", "둘째 한 줄"), "PCA · SQL")


def test_a_story_is_told_once_and_then_only_referred_to():
    found = sheet(library(CHURN, asking(about("churn"), about("churn", "실패한 경험은?"))))
    again = found.questions.blocks[1]
    assert again.note.startswith("→ 1번 질문의 이야기")
    assert (again.headline, again.rows, again.more) == ("0.065%를 찾았다", (), ())


def test_a_story_that_was_told_is_named_as_another_with_its_number():
    other = Story(id="other", title="두 번째", headline="둘째")
    asked = AskedByForm(question="둘째 질문", kind="story", stories=["other", "churn"])
    found = sheet(library(CHURN, other, asking(about("churn"), asked)))
    assert row(found, "다른 이야기", 2).lines[0] == "이탈 예측 (→ 1번)"


def test_the_best_story_is_suggested_where_none_was_chosen_and_marked_so():
    found = sheet(library(CHURN, asking(AskedByForm(question="도전?"))), best_story=lambda question: "churn")
    assert found.questions.blocks[0].note.startswith("제안한 이야기: 이탈 예측")


def test_no_suggestion_is_asked_for_where_a_story_was_chosen():
    def must_not_be_asked(question: str) -> str | None:
        raise AssertionError(question)

    assert sheet(library(CHURN, asking(about("churn"))), best_story=must_not_be_asked).questions.blocks[0].headline


@pytest.mark.parametrize("answer", [None, "a-story-that-is-not-there"])
def test_a_question_that_no_story_answers_has_an_empty_box(answer: str | None):
    asked = asking(AskedByForm(question="창의력?"))
    block = sheet(library(CHURN, asked), best_story=lambda question: answer).questions.blocks[0]
    assert (block.headline, block.rows, block.room) == ("", (), 4)
    assert "이야기가 아직 없습니다" in block.empty


def test_a_chosen_story_that_is_not_in_the_library_is_named():
    found = sheet(library(CHURN, asking(about("gone"))), best_story=lambda question: "churn")
    assert row(found, "없는 이야기").lines == ("gone",)
    assert found.questions.blocks[0].note.startswith("제안한 이야기")


def test_an_archived_story_that_was_chosen_is_still_used():
    content = library(asking(about("old")), archived={"old": Story(id="old", title="옛 이야기", headline="옛 한 줄")})
    assert sheet(content).questions.blocks[0].headline == "옛 한 줄"


def test_my_part_and_the_time_stand_under_the_headline():
    story = Story(id="s", title="제목", headline="한 줄", role="분석과 모델", period="2019-06 ~ 2019-09")
    note = sheet(library(story, asking(about("s")))).questions.blocks[0].note
    assert note == "이야기: 제목  ·  내 역할: 분석과 모델  ·  2019-06 ~ 2019-09"


# --- claims and follow-up questions ---------------------------------------------------------------------------------


def with_claims(**more: object) -> Story:
    claims = [
        Claim(text="11%", status="supported", evidence="노트북"),
        Claim(text="어렵지 않았다", status="retracted", say_instead="어려웠다"),
        Claim(text="빠르다", status="unconfirmed"),
    ]
    return Story(id="s", title="제목", headline="한 줄", claims=claims, **more)


def test_a_retracted_claim_stands_right_after_the_cues_with_what_to_say_instead():
    block = sheet(library(with_claims(), asking(about("s")))).questions.blocks[0]
    assert (block.rows[-1].tone, block.rows[-1].lines, block.rows[-1].instead) == (
        "retracted", ("어렵지 않았다",), "어려웠다",
    )  # fmt: skip


def test_a_retracted_claim_without_other_words_has_room_for_them():
    story = Story(id="s", title="제목", claims=[Claim(text="쉬웠다", status="retracted")])
    found = sheet(library(story, asking(about("s")))).questions.blocks[0].rows[-1]
    assert (found.remark, found.room) == ("대신할 말을 정해 두세요.", 1)


def test_claims_carry_their_status_and_only_unsure_ones_a_box_to_tick():
    found = sheet(library(with_claims(), asking(about("s"))))
    assert (row(found, "자료 있음").lines, row(found, "자료 있음").remark) == (("11%",), "자료: 노트북")
    assert row(found, "☐ 미확인").lines == ("빠르다",)


def test_the_list_for_the_day_names_the_questions_with_retracted_words():
    found = sheet(library(CHURN, with_claims(), asking(about("churn"), about("s", "둘째"))))
    assert "철회한 말 다시 보기: 2번" in found.checklist.lines


def test_the_list_for_the_day_says_nothing_of_retracted_words_where_there_are_none():
    found = sheet(library(CHURN, asking(about("churn"))))
    assert not [line for line in found.checklist.lines if "철회" in line]
    assert any("녹음해도 되는지" in line for line in found.checklist.lines)


def test_a_second_story_brings_its_retracted_words_along():
    asked = AskedByForm(question="질문", kind="story", stories=["churn", "s"])
    found = sheet(library(CHURN, with_claims(), asking(asked)))
    retracted = [one.lines for one in rows_of(found) if one.tone == "retracted"]
    assert retracted == [("어렵지 않았다",)]


def test_an_unanswered_follow_up_has_a_line_to_write_on():
    story = Story(
        id="s",
        title="제목",
        follow_ups=[FollowUp(question="왜?", answer="그래서\n그랬다."), FollowUp(question="언제?")],
    )
    found = [one for one in rows_of(sheet(library(story, asking(about("s"))))) if one.tone == "lead"]
    assert [(one.label, one.lines, one.room) for one in found] == [
        ("꼬리질문", ("왜?", "그래서 그랬다."), 0),
        ("", ("언제?",), 1),
    ]


def test_sixty_follow_ups_are_all_there():
    story = Story(id="s", title="제목", follow_ups=[FollowUp(question=f"질문 {one}") for one in range(60)])
    found = [one.lines[0] for one in rows_of(sheet(library(story, asking(about("s"))))) if one.tone == "lead"]
    assert found == [f"질문 {one}" for one in range(60)]


# --- the head -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "countdown", "shown"),
    [
        ("2019-10-28", "D-7", "면접 2019-10-28 (월)"),
        ("2019-10-21", "D-DAY", "면접 2019-10-21 (월)"),
        ("2019-10-18", "D+3", "면접 2019-10-18 (금)"),
        ("2019. 10. 28. 14:00", "D-7", "면접 2019. 10. 28 (월). 14:00"),
        ("다음 주 화요일", "", "면접 다음 주 화요일"),
        ("2019-13-45", "", "면접 2019-13-45"),
    ],
)
def test_the_head_counts_the_days(typed: str, countdown: str, shown: str):
    head = sheet(library(asking(interview_date=typed, position="데이터 분석"))).head
    assert (head.title, head.subtitle, head.countdown, head.date) == ("한빛", "데이터 분석", countdown, shown)
    assert head.blanks == ("시간과 장소",)


def test_without_a_date_there_is_a_place_to_write_it():
    head = sheet(library(asking())).head
    assert (head.countdown, head.date, head.blanks) == ("", "", ("면접 날짜", "시간과 장소"))


# --- the standard questions -----------------------------------------------------------------------------------------


def test_the_four_questions_of_every_interview_stand_there_once_with_room_to_write():
    found = sheet(library(asking()))
    assert [(box.title, len(box.written), box.written[0].room > 0) for box in found.boxes] == [
        ("지원동기", 1, True),
        ("입사 후 포부와 공헌할 점", 1, True),
        ("마지막 한마디", 1, True),
        ("역질문", 1, True),
    ]


def test_a_draft_stands_whole_in_the_place_of_its_question():
    asked = AskedByForm(question="지원 동기", kind="motivation", draft="첫 줄.\r\n\r\n\r\n둘째 줄.  ")
    written = sheet(library(asking(asked))).boxes[0].written
    assert (written[0].question, written[0].lines, written[0].room) == ("", ("첫 줄.", "", "둘째 줄."), 0)


def test_two_questions_of_one_kind_share_a_place():
    asked = [AskedByForm(question=text, kind="company") for text in ("입사 후 포부", "공헌할 부분")]
    box = sheet(library(asking(*asked))).boxes[1]
    assert [one.question for one in box.written] == ["입사 후 포부", "공헌할 부분"]


def test_conditions_have_a_place_only_when_they_are_asked_for():
    asked = AskedByForm(question="희망 연봉은?", kind="conditions")
    assert [box.title for box in sheet(library(asking(asked))).boxes][4:] == ["근무 조건"]


def test_a_question_of_open_kind_goes_to_its_place_when_its_kind_can_be_told():
    asked = [AskedByForm(question="지원동기는?"), AskedByForm(question="PCA?")]
    kinds = {"지원동기는?": "motivation", "PCA?": "concept"}
    found = sheet(library(asking(*asked)), kind_of=lambda question: kinds[question])
    assert [one.title for one in found.questions.blocks] == ["PCA?"]
    assert found.boxes[0].written[0].question == "지원동기는?"


def test_the_introduction_of_the_application_comes_before_that_of_the_profile():
    asked = AskedByForm(question="자기소개", kind="self-introduction", draft="지원서의 소개")
    mine = Profile(introduction="프로필의 소개")
    assert sheet(library(asking(asked), profile=mine)).introduction.written[0].lines == ("지원서의 소개",)
    assert sheet(library(asking(), profile=mine)).introduction.written[0].lines == ("프로필의 소개",)
    assert sheet(library(asking())).introduction is None


def test_an_introduction_that_is_asked_for_and_not_written_has_room():
    asked = AskedByForm(question="자기소개", kind="self-introduction")
    assert sheet(library(asking(asked))).introduction.written[0].room > 0


# --- concepts and past interviews -----------------------------------------------------------------------------------


def concepts(*found: Concept) -> dict[str, dict[str, Concept]]:
    return {"concepts": {one.id: one for one in found}}


def test_concepts_of_the_application_come_with_their_first_sentence():
    pca = Concept(id="pca", title="PCA", first_sentence="축을 찾는다", thirty_seconds="축을 찾는다. 분산이 크다.")
    found = sheet(library(asking(concepts=["pca", "gone"]), **concepts(pca))).concepts.rows
    assert (found[0].label, found[0].lines, found[0].tone) == ("PCA", ("축을 찾는다", "분산이 크다."), "lead")
    assert (found[1].label, found[1].remark) == ("gone", "보관함에 없는 개념입니다.")


def test_without_named_concepts_those_of_the_used_stories_are_asked_for():
    mine = Concept(id="lstm", title="LSTM", stories=["churn"])
    foreign = Concept(id="gan", title="GAN", stories=["somewhere-else"])
    found = sheet(library(CHURN, asking(about("churn")), **concepts(mine, foreign))).concepts.rows
    assert [(one.label, one.remark, one.room) for one in found] == [("LSTM", "아직 쓰지 않음", 2)]


def interviews(*found: Interview) -> dict[str, dict[str, Interview]]:
    return {"interviews": {one.id: one for one in found}}


def test_past_interviews_of_this_company_or_application_come_newest_first():
    asked = [Asked(question="왜?", next_time="이렇게", said="저렇게", regret="아쉽다")]
    found = sheet(
        library(
            asking(),
            **interviews(
                Interview(id="a", date="2018-01-01", organisation=" 한빛", asked=asked, next_action="읽기\n쓰기"),
                Interview(id="b", date="2019-01-01", organisation="다른 이름", application="job"),
                Interview(id="c", date="2019-02-02", organisation="다른 회사", application="other"),
            ),
        )
    ).past
    assert [one.name for one in found] == ["다른 이름 2019-01-01", "한빛 2018-01-01"]
    assert found[1].asked == (Row("왜?", ("이렇게",)),)
    assert found[1].next_action == ("읽기", "쓰기")


def test_words_retracted_after_an_interview_are_shown_with_it_once():
    asked = [Asked(question="어땠나?", stories=["s"]), Asked(question="또?", stories=["s"])]
    past = interviews(Interview(id="a", organisation="한빛", asked=asked))
    found = sheet(library(with_claims(), asking(), **past))
    assert [one.tone for one in found.past[0].asked] == ["plain", "retracted", "plain"]
    assert "철회한 말 다시 보기: 지난 면접" in found.checklist.lines


def test_words_already_warned_of_are_not_repeated_with_the_interview():
    past = interviews(Interview(id="a", organisation="한빛", asked=[Asked(question="어땠나?", stories=["s"])]))
    found = sheet(library(with_claims(), asking(about("s")), **past))
    assert [one.tone for one in found.past[0].asked] == ["plain"]


# --- the whole sheet ------------------------------------------------------------------------------------------------


def test_files_that_could_not_be_read_are_named_and_warnings_are_not():
    problems = (
        Problem("stories/broken.yaml", 3, "bad-indent"),
        Problem("stories/broken.yaml", 9, "not-text"),
        Problem("concepts/zero.yaml", 0, "zero-bytes"),
        Problem("stories/fine.yaml", 2, "unknown-key"),
    )
    found = sheet(library(asking(), problems=problems)).left_out
    assert found.lines == ("stories/broken.yaml (3번째 줄)", "concepts/zero.yaml")


def test_an_application_that_does_not_exist_is_not_found():
    with pytest.raises(NotFound):
        sheet(library(), "nothing")


def test_a_sheet_without_application_tells_the_strongest_of_every_story():
    found = sheet(sample(), None)
    assert len(found.questions.blocks) == len(sample().stories)
    assert all(
        sum(len(one.lines) for one in block.rows if one.tone == "plain") <= 4 for block in found.questions.blocks
    )
    assert [one.tone for block in found.questions.blocks for one in block.rows].count("retracted") == 1
    assert found.boxes[0].title == "지원동기"


def test_an_empty_library_still_gives_a_sheet_to_write_on():
    found = sheet(library(), None)
    assert (found.questions.blocks, found.questions.note) == ((), "보관함에 아직 이야기가 없습니다.")
    assert len(found.boxes) == 4


def test_address_telephone_and_the_stories_of_others_stay_out():
    mine = Profile(name="이름", email="someone@example.org", phone="010-0000-0000", introduction="소개")
    other = Story(id="secret", title="다른 지원의 이야기", headline="비밀", role="맡은 일")
    texts = "\n".join(every_text(sheet(library(CHURN, other, asking(about("churn")), profile=mine))))
    assert not [word for word in ("이름", "someone@", "010-", "다른 지원", "비밀") if word in texts]
    assert "소개" in texts


@pytest.mark.parametrize("application", ["kt-2019", "cuai-2023", None])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_line_on_the_sheet_of_the_sample_stands_in_its_files(application: str | None, language: str):
    found = sheet(sample(), application, SUGGESTIONS.get, language=language)
    blocks = [one for block in found.questions.blocks for one in block.rows + block.more]
    asked = [one for past in found.past for one in past.asked]
    rows = [
        *blocks,
        *found.concepts.rows,
        *asked,
        *(one for box in found.boxes for it in box.written for one in it.rows),
    ]
    lines = [line for one in rows for line in (*one.lines, one.instead)]
    lines += [block.headline for block in found.questions.blocks]
    lines += [line for box in found.boxes for it in box.written for line in it.lines]
    files = one_line(" ".join(path.read_text(encoding="utf-8") for path in sorted(SAMPLE.rglob("*.yaml"))))
    pieces = [piece.removesuffix("…").strip() for line in lines for piece in re.split(" → | \\(→", line)]
    assert len(pieces) > 20
    assert [
        piece for piece in pieces if piece not in files and not re.fullmatch(r"(?:question )?\d+번?\)", piece)
    ] == []


def test_both_languages_say_the_same_things_about_the_same_content():
    ko, en = (sheet(sample(), "kt-2019", SUGGESTIONS.get, language=language) for language in ("ko", "en"))
    assert [len(block.rows) for block in ko.questions.blocks] == [len(block.rows) for block in en.questions.blocks]
    assert [block.headline for block in ko.questions.blocks] == [block.headline for block in en.questions.blocks]
    assert not set(ko.checklist.lines) & set(en.checklist.lines)


def test_the_day_on_the_sheet_is_the_day_it_was_made():
    found = sheet(library(asking(interview_date="2020-01-02")), today=datetime.date(2020, 1, 1))
    assert (found.head.countdown, found.head.as_of) == ("D-1", "2020-01-01 기준")
