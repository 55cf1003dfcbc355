"""Keys that we do not know, put back into the rows of a field that is saved."""

from collections.abc import Mapping
from itertools import product

from rapidfuzz import fuzz

from stories.files.tree import Node, Plain, parse
from stories.files.yaml_writer import as_typed
from stories.model.record import Part, Record, part_in

_COMPARED = 200
"""Characters of a row that are compared."""


def with_foreign_keys(model: type[Record], changes: Mapping[str, Plain], text: str) -> dict[str, Plain]:
    """Return the changes with the keys that we do not know put back into their rows.

    A new row takes the foreign keys of the old row that is most like it, or else of the old row in its place.
    """
    root = parse(text)
    was = root.value if root is not None and isinstance(root.value, dict) else {}
    return {name: _merged(part_in(model, name), value, was.get(name)) for name, value in changes.items()}


def _merged(part: type[Part] | None, new: Plain, old: Node | None) -> Plain:
    if part is None or old is None:
        return new
    if isinstance(new, list) and isinstance(old.value, list):
        pairs = _pairs(part, new, old.value)
        return [_merged(part, row, pairs.get(place)) for place, row in enumerate(new)]
    if isinstance(new, dict) and isinstance(old.value, dict):
        known = {key: _merged(part_in(part, key), value, old.value.get(key)) for key, value in new.items()}
        foreign = {key: as_typed(node) for key, node in old.value.items() if key not in part.model_fields}
        return {**known, **foreign}
    return new


def _pairs(part: type[Part], new: list[Plain], old: list[Node]) -> dict[int, Node]:
    """Return the old row of each new one, the most alike first, then the nearest; each old row is given once."""
    was = [row.plain() for row in old]
    likeness = {
        (place, old_place): _likeness(_first_text(part, row), _first_text(part, old_row), place == old_place)
        + _says_the_same(part, row, old_row)
        for (place, row), (old_place, old_row) in product(enumerate(new), enumerate(was))
    }
    found: dict[int, int] = {}
    for place, old_place in sorted(likeness, key=lambda pair: (-likeness[pair], abs(pair[0] - pair[1]))):
        if likeness[place, old_place] and place not in found and old_place not in found.values():
            found[place] = old_place
    return {place: old[old_place] for place, old_place in found.items()}


def _likeness(new: str, old: str, same_place: bool) -> float:
    return 101.0 if new == old else fuzz.ratio(new[:_COMPARED], old[:_COMPARED]) or float(same_place)


def _says_the_same(part: type[Part], new: Plain, old: Plain) -> bool:
    """Tell of rows that begin alike: two questions of one wording are told apart by their answers."""
    if not isinstance(new, dict) or not isinstance(old, dict):
        return False
    return all(new.get(name, "") == old.get(name, "") for name in part.model_fields)


def _first_text(part: type[Part], row: Plain) -> str:
    """Return what a row is about: the text or question or id that every kind of row has first."""
    return str(row.get(next(iter(part.model_fields)), "")).rstrip() if isinstance(row, dict) else ""
