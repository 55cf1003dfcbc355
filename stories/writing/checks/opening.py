"""Whether the first sentence answers the question (두괄식)."""

import re
from collections.abc import Iterable, Iterator

from stories.matching.cores import core
from stories.model.story import Story
from stories.writing.checks.companies import company_of
from stories.writing.checks.finding import Finding, Subject
from stories.writing.checks.lists import listed, wordings
from stories.writing.checks.particles import stands_in
from stories.writing.checks.repeated_words import stem_of
from stories.writing.sentences import sentences
from stories.writing.style.hangul import SSANG_SIOT, syllables_with

CHECK = "first-sentence"

LONG, LONG_ENGLISH = 120, 220
"""Characters above which a first sentence has to be read twice; English takes more for the same."""
_HEADLINE = re.compile(
    r"\s*(?:\[[^\[\]\n]{1,80}\]|<[^<>\n]{1,80}>|【[^【】\n]{1,80}】|「[^「」\n]{1,80}」|(?:\"[^\"\n]{1,60}\"|“[^“”\n]{1,60}”"
    r"|‘[^‘’\n]{1,60}’|'[^'\n]{1,60}'|[^.!?。\n]{1,50})\n)"
)
"""A headline before the answer: in brackets, or on a line of its own without a full stop."""
_HANGUL = re.compile("[가-힣]")
_TOLD = re.compile(rf"[{syllables_with(SSANG_SIOT).replace('있', '')}](?:습니다|다|음|던 .{{0,30}}다)[.!。~ ]*$")
"""An end in the past, or of a promise (겠): somebody did or will do something, where no subject is named."""
_ANSWERED = ("story", "motivation", "company", "strengths")
"""Kinds of questions whose answer is a statement about oneself; a headline before it may make it."""
_OWN_NAME = re.compile("my name|제 이름|저의 이름", re.IGNORECASE)
_READ = 2000
"""Characters of the answer and of the question that are read."""


def first_sentence(subject: Subject) -> Iterator[Finding]:
    """Find a first sentence that does not answer; a headline before it is passed over.

    `first-filler`: it greets, excuses or announces (a self-introduction may greet); `first-long`; `first-background`:
    a time or scenery and no outcome; `first-off`: a saying, a question, a definition, a truth about everybody, or no
    word shared with the question, the company or the story.
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
    if _has("thanks", text) and not introduces and subject.kind != "closing":
        return "first-filler"
    if len(text) > (LONG if korean else LONG_ENGLISH):
        return "first-long"
    if headed or subject.kind not in _ANSWERED:
        return ""
    if any(_has(entry, text) for entry in ("saying", "question")) or _is_about_everybody(subject, text):
        return "first-off"
    if _is_scenery(text) or _is_background(subject, text):
        return "first-background"
    return _of_experience(subject, text) if subject.kind == "story" else _of_motivation(subject, text)


def _is_about_everybody(subject: Subject, text: str) -> bool:
    """Tell whether the sentence says what is true of all people or markets, and nothing of oneself."""
    if _has("own", text) or (_TOLD.search(text) and not _has("world", text)):
        return False
    motivation = subject.kind in ("motivation", "company")
    if motivation and (_has("aim", text) or _names_company(subject, text)):
        return False
    if motivation or _is("general", text) or any(_has(entry, text) for entry in ("definition", "world")):
        return True
    return subject.kind == "strengths" and not _has("trait", text)


def _names_company(subject: Subject, text: str) -> bool:
    names = company_of(subject.application.company[:_READ]).names
    words = (word for name in names for word in (name, name.split()[0]))
    return any(stands_in(word, text) for word in words if len(word) > 3 or word in names or _HANGUL.search(word))


def _is_scenery(text: str) -> bool:
    if _has("own", text) or not (_is("time", text) or _is("place", text)):
        return False
    return _has("scenery", text)


def _is_background(subject: Subject, text: str) -> bool:
    if not (_is("time", text) and _has("state", text)) or _has("outcome", text):
        return False
    if subject.kind == "strengths":
        return not _has("trait", text)
    return subject.kind == "story" or not (_has("aim", text) or _names_company(subject, text))


def _of_experience(subject: Subject, text: str) -> str:
    if _has("outcome", text):
        return ""
    if _shares(text, _asked(subject)):
        return ""
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
