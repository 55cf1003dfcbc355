"""Shapes: every one tells every field of a story once, and shares its room as recruiters advise."""

import pytest

from stories.model.story import TEXTS
from stories.writing.shapes import LEAD, SHAPE_IDS, SHAPES, ShapeId


def _share(shape: ShapeId, fields: set[str]) -> float:
    return sum(
        stretch.share or 0 for stretch in SHAPES[shape] for part in stretch.parts[:1] if fields & set(part.fields)
    )


@pytest.mark.parametrize("shape", SHAPE_IDS)
def test_a_shape_tells_every_field_once(shape: ShapeId) -> None:
    fields = [name for stretch in SHAPES[shape] for part in stretch.parts for name in part.fields]
    assert sorted(fields) == sorted(["headline", *TEXTS])


@pytest.mark.parametrize("shape", SHAPE_IDS)
def test_the_shares_are_the_whole_room(shape: ShapeId) -> None:
    assert sum(stretch.share or 0 for stretch in SHAPES[shape]) == pytest.approx(1)


@pytest.mark.parametrize("shape", SHAPE_IDS)
def test_situation_and_task_have_a_fifth_beside_action_and_result(shape: ShapeId) -> None:
    setting, doing = _share(shape, {"situation", "task"}), _share(shape, {"action", "result"})
    assert setting / (setting + doing) == pytest.approx(0.2, abs=0.005)


@pytest.mark.parametrize("shape", ["star", "prep"])
def test_what_answers_first_leads(shape: ShapeId) -> None:
    first = SHAPES[shape][0]
    assert first.share is LEAD and first.parts[0].fields == ("headline",)


@pytest.mark.parametrize("shape", SHAPE_IDS)
def test_a_part_borrows_from_a_field_that_is_told(shape: ShapeId) -> None:
    borrowed = {part.ends for stretch in SHAPES[shape] for part in stretch.parts if part.ends}
    assert borrowed == ({"learned"} if shape == "prep" else set())
