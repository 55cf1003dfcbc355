"""Technical terms of an answer that its stories do not name."""

import re
from collections.abc import Iterable, Iterator, Set
from functools import cache, lru_cache

from stories.matching.preparation import cased
from stories.matching.spotting import Spotted
from stories.matching.vocabulary import TERM, Vocabulary, bank_vocabulary, longest, vocabulary
from stories.model.story import Story
from stories.writing.checks.finding import Finding, Subject
from stories.writing.checks.lists import listed
from stories.writing.checks.sources import beside_text, story_text

_LONGEST = 20_000
"""Characters of a text in which terms are looked for."""
_ACRONYM = re.compile(r"(?<![A-Za-z0-9&@._/-])[A-Z]{3,6}(?![A-Za-z0-9&@_/-])")
_HANGUL = re.compile("[가-힣]")


def unsupported_terms(subject: Subject, stories: Iterable[Story]) -> Iterator[Finding]:
    """Find tools and methods that the answer names and none of these stories does, each where it first stands."""
    words = vocabulary(subject.library.competencies, subject.library.terms)
    asked_about = {*_listed("tools"), *_listed("methods"), *(one.id for one in subject.library.terms)}
    spots = longest(_spots(words, subject.text))
    sought = {one.meaning: one for one in spots if one.meaning in asked_about}
    acronyms = _acronyms(subject.text)
    if not sought and not acronyms:
        return
    texts = [*map(story_text, stories), beside_text(subject)]
    told = {one.meaning for text in texts for one in _spots(words, text)}
    code = "term-not-in-story" if subject.stories else "term-not-in-library"
    named = [_place(one.surface, subject.text) for meaning, one in sought.items() if not _is_told(meaning, told, words)]
    known_terms = (one.surface for one in spots if one.meaning in told or one.meaning in asked_about)
    known = "\n".join((*texts, *known_terms)).casefold()
    unknown = [match.span() for match in acronyms if match.group().casefold() not in known]
    for place in (*named, *unknown):
        if place:
            start, end = place
            yield Finding("numbers", code, start, end, {"term": subject.text[start:end]})


def _acronyms(text: str) -> list[re.Match[str]]:
    """Return the words in capitals that are no everyday ones, each where it first stands."""
    found: dict[str, re.Match[str]] = {}
    for match in _ACRONYM.finditer(text):
        if match.group() not in _listed("everyday"):
            found.setdefault(match.group(), match)
    return list(found.values())


def _spots(words: Vocabulary, text: str) -> Iterable[Spotted]:
    spots = _spotted(text) if words is bank_vocabulary() else words.spot(cased(text, _LONGEST))
    return [one for one in spots if one.space == TERM]


@lru_cache(maxsize=512)
def _spotted(text: str) -> tuple[Spotted, ...]:
    """Return what the bank spots in a text; kept, because stories seldom change and drafts often."""
    return tuple(bank_vocabulary().spot(cased(text, _LONGEST)))


def _is_told(meaning: str, told: Set[str], words: Vocabulary) -> bool:
    """Tell whether the term is told, or is a method to which something told belongs: RNN where LSTM is told."""
    return meaning in told or (meaning in _listed("methods") and not words.related(meaning).isdisjoint(told))


def _place(surface: str, text: str) -> tuple[int, int] | None:
    """Return where the form first stands; English words in lower case may be ordinary ones, and do not count."""
    letters = [re.escape(letter) for letter in surface.rstrip("*") if letter not in " -"]
    if _HANGUL.search(surface):
        found = re.search(" ?".join(letters), text, re.IGNORECASE)
    else:
        written = (
            "[ -]?".join(letters) if " " not in surface else "[ -]".join(map(re.escape, surface.rstrip("*").split()))
        )
        found = re.search(rf"(?<![A-Za-z0-9]){written}(?:s(?![A-Za-z]))?(?![A-Za-z0-9])", text, re.IGNORECASE)
        if found and found.group() == found.group().lower() and not _HANGUL.search(text):
            return None
    return found.span() if found else None


@cache
def _listed(name: str) -> Set[str]:
    return frozenset(listed("terms")[name])
