"""Whether the first sentence answers the question (두괄식)."""

import re
from collections.abc import Iterable, Iterator

from stories.matching.cores import core
from stories.model.story import Story
from stories.writing.checks.finding import Finding, Subject
from stories.writing.checks.lists import listed, wordings
from stories.writing.checks.repeated_words import stem_of
from stories.writing.sentences import sentences

CHECK = "first-sentence"

LONG, LONG_ENGLISH = 120, 220
"""Characters above which a first sentence has to be read twice; English takes more for the same."""
_HEADLINE = re.compile(
    r"\s*(?:\[[^\[\]\n]{1,80}\]|<[^<>\n]{1,80}>|【[^【】\n]{1,80}】|「[^「」\n]{1,80}」|(?:\"[^\"\n]{1,60}\"|“[^“”\n]{1,60}”"
    r"|‘[^‘’\n]{1,60}’|'[^'\n]{1,60}'|[^.!?。\n]{1,50})\n)"
)
"""A headline before the answer: in brackets, or on a line of its own without a full stop."""
_HANGUL = re.compile("[가-힣]")
_OWN_NAME = re.compile("my name|제 이름|저의 이름", re.IGNORECASE)
_READ = 2000
"""Characters of the answer and of the question that are read."""


def first_sentence(subject: Subject) -> Iterator[Finding]:
    """Find a first sentence that does not answer; a headline before it is passed over.

    `first-filler`: it greets, excuses or announces (a self-introduction may greet); `first-long`; `first-background`:
    a time and no outcome; `first-off`: it shares no word with the question, the company or the story.
    """
    headline = _HEADLINE.match(subject.text[:_READ])
    start = headline.end() if headline else 0
    first = next(iter(sentences(subject.text[start : start + _READ])), None)
    if first is None:
        return
    code = _code(subject, first.text, bool(headline))
    if code:
        yield Finding(CHECK, code, start + first.start, start + first.end, {"count": str(len(first.text))})


def _code(subject: Subject, text: str, headed: bool) -> str:
    korean = bool(_HANGUL.search(text))
    introduces = subject.kind == "self-introduction"
    if _is("greeting", text) and not introduces:
        return "first-filler"
    if _is("filler", text) and not (introduces and _OWN_NAME.match(text)):
        return "first-filler"
    if len(text) > (LONG if korean else LONG_ENGLISH):
        return "first-long"
    if headed:
        return ""
    return _of_experience(subject, text) if subject.kind == "story" else _of_motivation(subject, text)


def _of_experience(subject: Subject, text: str) -> str:
    if _has("outcome", text) or _shares(text, _asked(subject)):
        return ""
    if _is("time", text) and _has("state", text):
        return "first-background"
    names = [name for story in subject.stories if story.headline for name in _names(story)]
    comparable = any(bool(_HANGUL.search(name)) == bool(_HANGUL.search(text)) for name in names)
    return "first-off" if comparable and not _shares(text, names) else ""


def _of_motivation(subject: Subject, text: str) -> str:
    if subject.kind not in ("motivation", "company") or _has("wish", text) or _has("outcome", text):
        return ""
    return "" if _shares(text, _asked(subject)) else "first-off"


def _is(entry: str, text: str) -> bool:
    return wordings("opening", entry).match(text) is not None


def _has(entry: str, text: str) -> bool:
    return wordings("opening", entry).search(text) is not None


def _asked(subject: Subject) -> list[str]:
    return [core(subject.asked.question[:_READ]), subject.application.company, subject.application.position]


def _names(story: Story) -> list[str]:
    names = (story.headline, story.title, story.role, *story.aliases, *story.skills)
    return [text[:_READ] for text in names if text]


def _shares(sentence: str, texts: Iterable[str]) -> bool:
    """Tell whether the sentence shares a word with a text, or in Korean the two syllables that a word begins with."""
    theirs = {key for text in texts for key in _keys(text)} - set(listed("opening")["instructions"])
    return any(key in theirs for key in _keys(sentence))


def _keys(text: str) -> Iterator[str]:
    for word in re.findall(r"[가-힣]{2,}|[A-Za-z][A-Za-z0-9+#-]+|\d[\d.,]*", text):
        stem = stem_of(word)
        if stem:
            yield stem[:2] if _HANGUL.match(stem) else stem.casefold()[:5]
