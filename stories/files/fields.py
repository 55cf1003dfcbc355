"""Replace fields of a YAML text: only the lines of what changed are touched, comments and foreign keys stay."""

from collections.abc import Mapping

from stories.errors import NotStorable
from stories.files.mapping_lines import LINE_ENDS, Edit, applied, edits_of
from stories.files.row_lines import rows_edit
from stories.files.tree import Node, Plain, TreeError, lines_of, parse


def replace_fields(text: str, changes: Mapping[str, Plain], order: tuple[str, ...] = ()) -> str:
    """Return the text with the top-level fields replaced, or added where they are missing.

    `order` is the order of the model's fields, for the place of an added one. A comment on the line of a key
    stays; of a list of rows only the rows that changed are written, and in them only the keys that changed. Raises
    TreeError where the text cannot be read or is not a plain block mapping, NotStorable where the result would not
    read back as it should.
    """
    root = _tree(text)
    try:
        return _replaced(root, text, changes, order, row_by_row=True)
    except NotStorable:
        # Lines that we take apart wrongly: the whole list is written anew then, which loses comments and no text.
        return _replaced(root, text, changes, order, row_by_row=False)


def _replaced(root: Node, text: str, changes: Mapping[str, Plain], order: tuple[str, ...], row_by_row: bool) -> str:
    newline = "\r\n" if "\r\n" in text else ("\r" if "\r" in text and "\n" not in text else "\n")
    closed = not text or text.endswith(tuple(LINE_ENDS))
    lines = lines_of(text if closed else text + newline)
    rows = _row_edits(root, lines, changes, newline) if row_by_row else {}
    whole = {key: value for key, value in changes.items() if key not in rows}
    result = "".join(applied(lines, (*rows.values(), *edits_of(root, lines, whole, order, 0, newline))))
    result = result if closed else result.removesuffix(newline)
    _check(root, result, changes)
    return result


def _tree(text: str) -> Node:
    root = parse(text) or Node({}, 1, 1, "block")
    if not isinstance(root.value, dict) or root.style == "flow":
        raise TreeError("flow", root.line)
    return root


def _row_edits(root: Node, lines: list[str], changes: Mapping[str, Plain], newline: str) -> dict[str, Edit]:
    """Return the edits of the fields that hold rows and shall hold rows."""
    assert isinstance(root.value, dict)
    edits = {
        key: rows_edit(root.value[key], lines, root.key_lines[key], value, _bare, newline)
        for key, value in changes.items()
        if key in root.value
    }
    return {key: edit for key, edit in edits.items() if edit is not None}


def _check(before: Node, result: str, changes: Mapping[str, Plain]) -> None:
    """Read the result back before anything is written: the new values are there, the others are as they were."""
    try:
        after = parse(result)
    except TreeError:
        raise NotStorable(field=next(iter(changes), ""), reason="differs") from None
    was, now = before.plain(), after.plain() if after is not None else {}
    assert isinstance(was, dict) and isinstance(now, dict)
    for key, value in changes.items():
        if _bare(now.get(key, "")) != _bare(value):
            raise NotStorable(field=key, reason="differs")
    if _others(now, changes) != _others(was, changes):
        raise NotStorable(field=next(iter(changes), ""), reason="differs")


def _others(fields: dict[str, Plain], changes: Mapping[str, Plain]) -> dict[str, Plain]:
    return {key: _bare(value) for key, value in fields.items() if key not in changes}


def _bare(value: Plain) -> Plain:
    """Return the value as the reader sees it: without the line end that a block adds, empty for nothing."""
    if isinstance(value, str):
        return value.rstrip()
    if isinstance(value, list):
        return [_bare(item) for item in value] or ""
    return {key: bare for key, item in value.items() if (bare := _bare(item)) != ""}
