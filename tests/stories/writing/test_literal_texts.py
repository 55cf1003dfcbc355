"""Signs that mean something to programs stay what they are in a draft: letters that the person typed."""

import pytest

from stories.model.story import Claim, Story
from stories.writing.count import count
from stories.writing.first_draft import Room, first_draft
from stories.writing.shapes import SHAPE_IDS, ShapeId

SIGNS = ("{name}", "{0}", "%s", "%(title)s", "\\1", "\\n", "\\g<0>", "${HOME}", "$title", "{{x}}", "<b>", "&lt;")


@pytest.mark.parametrize("shape", SHAPE_IDS)
@pytest.mark.parametrize("sign", SIGNS)
def test_a_draft_holds_signs_of_templates_as_they_were_typed(sign: str, shape: ShapeId) -> None:
    story = Story(
        id="s",
        title=f"제목 {sign}",
        headline=f"주문 화면에서 {sign} 오류를 고쳤습니다.",
        situation=f"화면에 {sign} 표시가 나왔습니다.",
        action=f"제가 {sign} 기호를 3번 바꾸었습니다. 혼자 다 했다.",
        result=f"{sign} 기호가 2개에서 0개로 줄었습니다.",
        claims=[Claim(text="혼자 다 했다", status="retracted", say_instead=f"팀과 {sign} 기호를 나누어 맡았습니다.")],
    )
    draft = first_draft(story, shape, Room(5_000))
    wanted = (story.headline, story.result, f"제가 {sign} 기호를 3번 바꾸었습니다.", story.claims[0].say_instead)
    assert [text for text in wanted if text not in draft.text] == []
    assert "혼자 다 했다" not in draft.text
    assert count(draft.text).characters <= 5_000
