"""A user's text on the screen: the one place that makes it inert, as HTML and as a label."""

import html
import re

_MARKDOWN = re.compile(r"[!-/:-@\[-`{-~]")
_LIVE = re.compile(r"(?<=:)(?=[\w+/-])|(?<=www)(?=\.)|(?<=@)(?=[\w-])|(?<=[-<>~])(?=[-=>])", re.IGNORECASE)

_HALF = re.compile("[\ud800-\udfff]")
"""Half of a surrogate pair: no message to the browser can hold it."""


def as_html(text: str) -> str:
    """Return the text for st.html: every sign of markup escaped, line ends as line breaks."""
    return html.escape(_HALF.sub("\ufffd", text), quote=True).replace("\n", "<br>")


def as_label(text: str) -> str:
    """Return the text for places that read Markdown (labels, captions, messages): shown as typed, never live.

    Punctuation becomes character references; an invisible joiner keeps `:name:`, addresses, mail links and arrows
    from being recognised after those are resolved. Blanks at the beginning go: they would make it a block of code.
    """
    line = re.sub(r"[\r\n]+", " ", _HALF.sub("\ufffd", text)).lstrip()
    return _MARKDOWN.sub(lambda sign: f"&#{ord(sign.group())};", _LIVE.sub("\u2060", line))
