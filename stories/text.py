"""Text from outside, made safe to keep: NFC, LF line ends, and the characters that no file can hold."""

import re
import unicodedata

_UNSTORABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


def clean(text: str) -> str:
    """Return the text as storybank keeps it: NFC, LF for CRLF and CR, no white space at the very end.

    macOS hands over decomposed Hangul ('지원' as seven code points); composed text counts and compares as
    people expect. Word's soft line break, form feeds and Unicode's line separators become line ends too.
    Nothing else changes: blank lines, tabs, emoji and zero-width characters stay.
    """
    return _LINE_END.sub("\n", unicodedata.normalize("NFC", text)).rstrip()


def unstorable(text: str) -> re.Match[str] | None:
    """Find the first character that YAML and Word cannot hold: control characters and lone surrogates."""
    return _UNSTORABLE.search(text)


def without_unstorable(text: str) -> str:
    """Return the text with every unstorable character replaced by U+FFFD, so that the loss is visible."""
    return _UNSTORABLE.sub("\ufffd", text)


def one_line(text: str) -> str:
    """Return the text in NFC on one line: every run of white space becomes one space."""
    return " ".join(unicodedata.normalize("NFC", text).split())
