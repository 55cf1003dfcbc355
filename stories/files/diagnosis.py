"""Why a YAML text could not be read: the line, what stands there, and which remedy fits."""

import re

from stories.files.tree import TreeError, line_at, lines_of, parse

_CONFLICT = re.compile(r"^(<{7} |={7}\r?$|>{7} )", re.MULTILINE)
_PLAIN_VALUE = re.compile(r"^\s*(?:- )?[^\s:#][^:#]*:\s+(?P<value>\S.*)$")
_SPECIAL_START = re.compile(r"[&*!%@`\[\]{}|>\"'?,]|-(?=\s|$)")
_BLOCK_HEADER = re.compile(r"[|>][+-]?\d?[+-]?(\s+#.*)?")
_SURROGATE = re.compile(r"\\u(d[89a-f][0-9a-f]{2})", re.IGNORECASE)


def diagnose(text: str, error: TreeError) -> TreeError:
    """Return the error with the code that names its likely cause and the line where that cause stands."""
    conflict = _CONFLICT.search(text)
    if conflict:
        return TreeError("conflict-markers", line_at(text, conflict.start()))
    lines = [line.rstrip("\r\n\x85\u2028\u2029") for line in lines_of(text)]
    if error.code == "several-documents" and text.lstrip().startswith("---") and not _is_mapping(lines[error.line :]):
        return TreeError("front-matter", error.line)
    if error.code != "syntax":
        return error
    for number in _near(error.line, len(lines)):
        cause = _cause(lines[number - 1])
        if cause:
            code, details = cause
            return TreeError(code, number, **details)
    number = min(error.line, len(lines))
    without_key = error.details.get("detail") == "could not find expected ':'"
    return TreeError("line-without-key" if without_key else "syntax", number, text=lines[number - 1].strip()[:60])


def _is_mapping(lines: list[str]) -> bool:
    """Tell whether the second document is fields like the first, and not the prose under a front matter."""
    try:
        root = parse("\n".join(lines))
    except TreeError:
        return False
    return root is not None and isinstance(root.value, dict)


def _can_be_read(value: str) -> bool:
    """Tell whether the value alone is fine, a closed quote or list: then the fault is on another line."""
    try:
        parse(f"key: {value}")
    except TreeError:
        return False
    return True


def _near(line: int, count: int) -> list[int]:
    """Return the reported line and the two before it: a parser often notices a fault one line late."""
    return [number for number in (line, line - 1, line - 2) if 1 <= number <= count]


def _cause(line: str) -> tuple[str, dict[str, str]] | None:
    if re.match(r"^ *\t", line):
        return "tab", {}
    if re.match(r"^\s*[\u00a0\u3000]", line):
        return "odd-space", {}
    if re.match(r"^\s*(?:- )?\w+\s*：", line):
        return "full-width-colon", {}
    surrogate = _SURROGATE.search(line)
    if surrogate:
        return "control-character", {"character": f"U+{surrogate[1].upper()}"}
    match = _PLAIN_VALUE.match(line)
    value = match["value"] if match else ""
    special = _SPECIAL_START.match(value)
    if special and not _BLOCK_HEADER.fullmatch(value) and not _can_be_read(value):
        return "special-start", {"character": special.group()}
    if re.search(r":\s", value) or value.endswith(":"):
        return "colon-inside", {}
    return None
