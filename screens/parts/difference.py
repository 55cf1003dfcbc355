"""What has changed between two texts, for people: taken out in red and put in in green, in the text itself."""

import streamlit as st

from languages import Sentences
from screens.parts.inert import as_html
from stories.files.content import ContentError, decode
from stories.writing.differences import Kind, differences

_TAGS = {"same": "span", "gone": "del", "new": "ins"}


def difference_html(say: Sentences, before: str, now: str, told: bool = True) -> str:
    """Return the text as it was, with what was taken out since and what was put in; `told`: say so above."""
    pieces = "".join(f"<{_TAGS[kind]}>{as_html(piece)}</{_TAGS[kind]}>" for kind, piece in differences(before, now))
    about = f"<small>{as_html(say('answer.difference'))}</small>" if told else ""
    return f'{about}<div class="sb-diff">{pieces}</div>'


def sides_html(say: Sentences, mine: str, theirs: str) -> tuple[str, str]:
    """Return two texts to stand side by side; what only one says is marked."""
    pieces = differences(mine, theirs)
    if not any(kind == "same" and piece.strip() for kind, piece in pieces):
        return _side(say, [("same", mine)]), _side(say, [("same", theirs)])
    return _side(say, [one for one in pieces if one[0] != "new"]), _side(
        say, [one for one in pieces if one[0] != "gone"]
    )


def _side(say: Sentences, pieces: list[tuple[Kind, str]]) -> str:
    shown = "".join(as_html(text) if kind == "same" else f"<ins>{as_html(text)}</ins>" for kind, text in pieces)
    return f'<div class="sb-diff">{shown}</div>' if shown.strip() else f"<i>{as_html(say('star.empty'))}</i>"


def show_file_difference(say: Sentences, now: bytes, then: bytes) -> None:
    """Show what would come back and what would go if the file held the other bytes again."""
    present, other = _text(now), _text(then)
    if present == other:
        st.caption(say("history.only_encoding"))
        return
    st.caption(say("history.difference"))
    st.html(difference_html(say, present, other, told=False))


def _text(content: bytes) -> str:
    try:
        return decode(content).text
    except ContentError as error:
        return content.decode("cp949" if error.code == "cp949" else "utf-8", "replace")
