"""What a field means: empty, one word, a list, a text of any origin."""

import pytest
from pydantic import ValidationError

from stories.files.library import MODELS
from stories.model.competency import Competency
from stories.model.concept import Concept
from stories.model.question import Question
from stories.model.record import Part, part_in
from stories.model.story import STAR, TEXTS, Claim, Story


@pytest.mark.parametrize("model", MODELS.values(), ids=MODELS)
@pytest.mark.parametrize("nothing", ["", None])
def test_every_field_of_every_record_may_be_empty(model: type[Part], nothing: str | None) -> None:
    empty = model.model_validate({name: nothing for name in model.model_fields if name != "id"})
    assert empty == model()


def test_words_may_stand_on_one_line() -> None:
    expected = ["EDA", "이탈 예측", "C#"]
    assert Story.model_validate({"skills": "EDA,이탈 예측 , C#,"}).skills == expected
    assert Story.model_validate({"skills": expected}).skills == expected


def test_every_text_comes_in_composed_and_without_space_at_its_end() -> None:
    story = Story.model_validate(
        {"title": "\u110c\u1175 \n", "skills": ["\u110c\u1175\r\n"], "claims": [{"text": "\u110c\u1175 "}]}
    )
    assert (story.title, story.skills, story.claims[0].text) == ("지", ["지"], "지")


@pytest.mark.parametrize("value", [3, True, ["가"], {"가": "나"}])
def test_what_is_no_text_is_refused(value: object) -> None:
    with pytest.raises(ValidationError) as raised:
        Story.model_validate({"title": value})
    assert [error["type"] for error in raised.value.errors()] == ["not-text"]


def test_a_claim_is_unconfirmed_until_it_is_said_to_be_more() -> None:
    assert Claim().status == Claim.model_validate({"status": ""}).status == "unconfirmed"
    assert Story(claims=[Claim(text="가", status="retracted"), Claim(text="나")]).retracted == (
        Claim(text="가", status="retracted"),
    )


def test_a_story_knows_what_is_missing_and_what_it_is_called() -> None:
    assert Story(id="x", task="가").missing == ("situation", "action", "result")
    assert (Story(id="x").name, Story(id="x", title="가").name, Concept(id="x").name) == ("x", "가", "x")


def test_a_question_in_one_language_is_shown_in_the_other() -> None:
    question = Question.model_validate({"id": "q", "ko": {"question": "왜요?"}, "en": ""})
    assert (question.text("ko"), question.text("en")) == ("왜요?", "왜요?")
    assert Question(id="q").text("ko") == ""


def test_a_competency_has_a_name_in_each_language_or_its_id() -> None:
    assert [Competency(id="x", ko="도전").name(language) for language in ("ko", "en")] == ["도전", "도전"]
    assert Competency(id="x").name("en") == "x"


def test_the_parts_of_star_are_texts_of_a_story() -> None:
    assert set(STAR) < set(TEXTS) < set(Story.model_fields)


def test_rows_are_known_by_their_model() -> None:
    assert part_in(Story, "claims") is Claim
    assert part_in(Story, "skills") is None
    assert part_in(Story, "title") is None
    assert {name for name in Question.model_fields if part_in(Question, name)} == {"ko", "en"}


def test_a_record_cannot_be_changed_by_mistake() -> None:
    with pytest.raises(ValidationError):
        Story(title="가").title = "나"  # type: ignore[misc]
