"""A user's text on the screen: the one place that makes it inert, as HTML, as a label and as plain text."""

import html
import re

_MARKDOWN = re.compile(r"[!-/:-@\[-`{-~]")
_LIVE = re.compile(r"(?<=:)(?=[\w+/-])|(?<=www)(?=\.)|(?<=@)(?=[\w-])|(?<=[-<>~])(?=[-=>])", re.IGNORECASE)

_HALF = re.compile("[\ud800-\udfff]")
"""Half of a surrogate pair: no message to the browser can hold it."""

_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Signs that change the direction of what follows them, or end that."""
_POP, _POP_ISOLATE = "\u202c", "\u2069"


def as_html(text: str) -> str:
    """Return the text for st.html: every sign of markup escaped, line ends as line breaks."""
    return html.escape(as_plain(text), quote=True).replace("\n", "<br>")


def as_label(text: str) -> str:
    """Return the text for places that read Markdown (labels, captions, messages): shown as typed, never live.

    Punctuation becomes character references; an invisible joiner keeps `:name:`, addresses, mail links and arrows
    from being recognised after those are resolved. Blanks at the beginning go: they would make it a block of code.
    """
    line = as_plain(re.sub(r"[\r\n]+", " ", text)).lstrip()
    return _MARKDOWN.sub(lambda sign: f"&#{ord(sign.group())};", _LIVE.sub("\u2060", line))


def as_plain(text: str) -> str:
    """Return the text for places that show it as it stands, such as options: no half characters, and what a line
    turns from right to left ends with the line, so that nothing of the screen is turned with it.
    """
    whole = _HALF.sub("\ufffd", text)
    return "\n".join(map(_closed, whole.split("\n"))) if _TURNS.search(whole) else whole


def _closed(line: str) -> str:
    """Return the line with an end for each change of direction in it (https://www.unicode.org/reports/tr9/)."""
    ends: list[str] = []
    isolates = 0
    for sign in _TURNS.findall(line):
        if sign == _POP:
            if ends[-1:] == [_POP]:
                ends.pop()
        elif sign == _POP_ISOLATE:
            if isolates:
                isolates -= 1
                while ends.pop() != _POP_ISOLATE:  # it ends what was begun inside, too
                    pass
        else:
            ends.append(_POP if sign <= "\u202e" else _POP_ISOLATE)
            isolates += ends[-1] == _POP_ISOLATE
    return line + "".join(reversed(ends))
