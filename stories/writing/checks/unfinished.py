"""What was left unfinished: letters of a chat, placeholders, double and unpaired marks, a torn end, and note style."""

import re
from collections.abc import Iterator, Sequence

from stories.writing.checks.finding import Finding, Subject
from stories.writing.checks.lists import wordings
from stories.writing.checks.note_style import note_ending
from stories.writing.checks.pairs import unpaired
from stories.writing.sentences import Sentence

CHECK = "unfinished"

_SHAPE = re.compile(r" ?(?:자(?![가-힣]{2})|자형|자 ?모양|형)")
_QUOTES = "'\"‘’“”「」"
_ENDS = ".!?。！？…"
_CLOSING = "\"'”’)]}」』》〉】"
_SENTENCE = re.compile(r"[다요죠까]$")
_COMMAS = (",", "、")
_ADDRESS = re.compile(r"(?:://|@|www\.)[^\s]{1,200}$")
_TITLE = 60
"""Characters up to which an answer of one sentence is a headline and needs no full stop."""
_TORN = 12
"""Characters of a torn end that are shown."""


def unfinished(subject: Subject) -> Iterator[Finding]:
    """Find `lone-letters`, `placeholder`, `double-mark`, `unpaired-mark`, `no-end` and `note-style`.

    In a blind form a masked name (○○병원) is what the form wants.
    """
    text, said = subject.text, subject.sentences
    for found in wordings("unfinished", "chat").finditer(text):
        if not _is_meant(text, found):
            yield _finding("lone-letters", text, *found.span())
    yield from _placeholders(text, subject.application.blind == "yes")
    for found in wordings("unfinished", "double_mark").finditer(text):
        yield _finding("double-mark", text, *found.span())
    for place in unpaired(text):
        yield _finding("unpaired-mark", text, place, place + 1)
    notes = [(one.start + ending[0], one.start + ending[1]) for one in said if (ending := note_ending(one.text))]
    yield from (_finding("note-style", text, start, end) for start, end in notes)
    if said and _is_torn(said) and (not notes or notes[-1][0] < said[-1].start):
        yield _finding("no-end", text, max(said[-1].start, said[-1].end - _TORN), said[-1].end)


def _placeholders(text: str, blind: bool) -> Iterator[Finding]:
    behind = 0
    places = [found.span() for found in wordings("unfinished", "placeholder").finditer(text)]
    for found in wordings("unfinished", "mask").finditer(text):
        if not (blind and wordings("unfinished", "masked").match(text, found.end())):
            places.append(found.span())
    for start, end in sorted(places, key=lambda span: (span[0], -span[1])):
        if start >= behind:
            yield _finding("placeholder", text, start, end)
            behind = end


def _is_meant(text: str, found: re.Match[str]) -> bool:
    """Tell whether jamo are spoken of: quoted, or the shape of something (ㄱ자)."""
    before, after = text[max(0, found.start() - 1) : found.start()], text[found.end() : found.end() + 1]
    if before and after and before in _QUOTES and after in _QUOTES:
        return True
    return len(found.group()) == 1 and _SHAPE.match(text, found.end()) is not None


def _is_torn(said: Sequence[Sentence]) -> bool:
    """Tell whether the last sentence breaks off, or lacks the full stop that the others have.

    An answer of one short line may be a headline, and in lists no line has a full stop.
    """
    last = said[-1].text
    bare = last.rstrip(_CLOSING)
    if not bare or bare[-1] in _ENDS or last[-1] in ")]」』》〉】" or not (bare[-1].isalnum() or bare[-1] in ",、:;-–"):
        return False
    if bare[-1] in _COMMAS:
        return True
    if _ADDRESS.search(bare):
        return False
    if any(one.text.rstrip(_CLOSING).endswith(tuple(_ENDS)) for one in said[:-1]):
        return True
    if len(said) == 1:
        return len(bare) > _TITLE and not _SENTENCE.search(bare)
    return bool(_SENTENCE.search(said[0].text)) and not _SENTENCE.search(bare)


def _finding(code: str, text: str, start: int, end: int) -> Finding:
    return Finding(CHECK, code, start, end, {"text": text[start:end][:40]})
