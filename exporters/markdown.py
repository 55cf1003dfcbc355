"""Text as Markdown that reads back as the same text: nothing a person wrote becomes a heading, link, tag or formula."""

import re

from exporters.numbers import marked
from stories.text import one_line, without_unstorable

_ALWAYS = r"[\\`*\[\]<>|~$#&^]"
_SOMETIMES = (
    r"(?<![^\W_])_|_(?![^\W_])",  # inside a word (num_leaves) an underscore is only a letter
    r"=(?==)|(?<==)=|%(?=%)|(?<=%)%",  # == and %% mean something in Obsidian
    r":(?=//)|(?<=www)\.|(?<=\w)@(?=\w)",  # GitHub makes links of these
)
_SPECIAL = re.compile("|".join((_ALWAYS, *_SOMETIMES)), re.IGNORECASE)
_LINE_START = re.compile(r"^(\d{1,9})(?=[.)](?:\s|$))|^(?=[-+=:!])")
_EDGES = re.compile(r"(\W*)(.*?)(\W*)", re.DOTALL)


def escaped(text: str) -> str:
    """Return one line of Markdown that shows the text as it is."""
    return _safe_start(_inline(_line(text)))


def strong(text: str) -> str:
    """Return the text in bold."""
    return f"**{escaped(text)}**" if text.strip() else ""


def soft(text: str) -> str:
    """Return the text in italics."""
    return f"*{escaped(text)}*" if text.strip() else ""


def struck(text: str) -> str:
    """Return the text crossed out, as GitHub and Obsidian show it."""
    return f"~~{escaped(text)}~~" if text.strip() else ""


def with_numbers(text: str) -> str:
    """Return the text with the numbers in it bold.

    Bold ends after a letter or digit: `**0.065%**의` would stay unread, because Markdown does not close after a
    sign that a letter follows.
    """
    pieces = (_bold_inside(piece) if is_number else _inline(piece) for piece, is_number in marked(_line(text)))
    return _safe_start("".join(pieces))


def _line(text: str) -> str:
    return without_unstorable(one_line(text))


def _safe_start(line: str) -> str:
    return _LINE_START.sub(lambda found: f"{found.group(1) or ''}\\", line)


def _inline(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)


def _bold_inside(number: str) -> str:
    found = _EDGES.fullmatch(number)
    before, inside, after = found.groups() if found else ("", number, "")
    return f"{_inline(before)}**{_inline(inside)}**{_inline(after)}"
