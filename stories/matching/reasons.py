"""Why a story fits: reasons as values; the sentences are in languages/ under `because.<code>`."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from stories import bank
from stories.matching.asked import Asked
from stories.matching.grams import Grams, grams, located
from stories.matching.index import LibraryIndex
from stories.matching.preparation import normal, words
from stories.matching.profiles import StoryProfile
from stories.matching.ranking import Match
from stories.matching.taught import taught

TELLING = 0.25
"""Weight of a word (0 to 1) from which it says something about the question's subject."""
FOUND = 0.6
"""Share of a word's grams that must be there for the word to count as found."""
ASKED_FROM = 55.0
"""How alike (0 to 100) a past question must be to be called a question like this one."""
SHOWN_FROM = 25.0
"""Signal (0 to 100) from which it is given as a reason."""


@dataclass(frozen=True)
class Reason:
    """One reason: its code and what fills the sentence. `warning` reasons speak against the story."""

    code: str
    details: dict[str, str] = field(default_factory=dict)
    warning: bool = False


def reasons(match: Match, asked: Asked, index: LibraryIndex, language: str) -> list[Reason]:
    """Return why the story fits and what speaks against it, the strongest first. Names are in the language."""
    profile = index.profiles[index.places[match.story.id]]
    found = [
        *_named(match, profile, asked, index),
        *_competency(match, profile, asked, index, language),
        *_terms(match, profile, asked, index, language),
        *_asked(match, asked, index),
        *_words(match, profile, asked),
        *_told(match, asked, index, language),
    ]
    return [*(found or [Reason("slight")]), *_against(match)]


def telling_words(asked: Asked, found: Grams) -> list[str]:
    """Return the words of the question that say something and whose grams are among these, as they were typed."""
    weights = taught().weights
    result = []
    for word in dict.fromkeys(words(asked.text)):
        own = grams(word)
        if len(word) < 2 or not len(own) or weights.of(own).mean() < TELLING:
            continue
        if located(found, own)[1].mean() >= FOUND:
            result.append(word)
    return result


def _named(match: Match, profile: StoryProfile, asked: Asked, index: LibraryIndex) -> Iterator[Reason]:
    place = index.places[match.story.id]
    names = [one.surface for one in index.names.spot(asked.as_typed) if place in index.named[one.meaning]]
    if names:
        yield Reason("named", {"names": ", ".join(dict.fromkeys(names))})
        return
    typed = telling_words(asked, profile.grams["names"])
    if typed and match.signals["names"] >= SHOWN_FROM:
        yield Reason("title-words", {"words": ", ".join(typed)})


def _competency(
    match: Match, profile: StoryProfile, asked: Asked, index: LibraryIndex, language: str
) -> Iterator[Reason]:
    if match.signals["competency"] < SHOWN_FROM:
        return
    names = {one.id: one.name(language) for one in index.words.all}
    shared = sorted(
        (one for one in asked.competencies if profile.competencies.get(one, 0.0) > 0.2),
        key=lambda one: -asked.competencies[one] * profile.competencies[one],
    )[:2]
    declared = [names.get(one, one) for one in shared if one in match.story.competencies]
    spotted = [names.get(one, one) for one in shared if one not in match.story.competencies]
    if declared:
        yield Reason("competency", {"competencies": ", ".join(declared)})
    elif spotted:
        yield Reason("competency-words", {"competencies": ", ".join(spotted)})


def _terms(match: Match, profile: StoryProfile, asked: Asked, index: LibraryIndex, language: str) -> Iterator[Reason]:
    name = index.words.name_of
    if match.signals["term"] >= SHOWN_FROM:
        shared = [name(term, language) for term in asked.terms if term in profile.terms]
        if shared:
            yield Reason("term", {"terms": ", ".join(shared[:3])})
        for term in asked.terms if not shared else ():
            near = sorted(index.words.related(term) & set(profile.terms))
            if near:
                others = ", ".join(name(one, language) for one in near[:2])
                yield Reason("term-related", {"term": name(term, language), "others": others})
                break
    if match.signals["sense"] >= SHOWN_FROM:
        senses = [name(sense, language) for sense in asked.senses if sense in profile.terms]
        if senses:
            yield Reason("sense", {"words": ", ".join(senses[:3])})


def _told(match: Match, asked: Asked, index: LibraryIndex, language: str) -> Iterator[Reason]:
    if match.signals["told"] < SHOWN_FROM:
        return
    answered = taught().told_of
    share = index.told[index.places[match.story.id]] * asked.beliefs[list(answered)]
    question = bank.questions()[answered[int(share.argmax())]]
    yield Reason("told", {"question": question.text(language)})


def _asked(match: Match, asked: Asked, index: LibraryIndex) -> Iterator[Reason]:
    if match.signals["asked"] < SHOWN_FROM:
        return
    for story_ids, score in index.past.nearest(asked.text):
        if match.story.id in story_ids and score >= ASKED_FROM:
            yield Reason("asked-before")
            return
    if any(telling_words(asked, grams(normal(one.question))) for one in match.story.follow_ups):
        yield Reason("follow-up")


def _words(match: Match, profile: StoryProfile, asked: Asked) -> Iterator[Reason]:
    typed = telling_words(asked, profile.grams["text"])
    if typed and match.signals["wording"] >= SHOWN_FROM:
        yield Reason("words", {"words": ", ".join(typed[:4])})


def _against(match: Match) -> Iterator[Reason]:
    if not match.story.action:
        yield Reason("no-action", warning=True)
    if not match.story.result:
        yield Reason("no-result", warning=True)
    for claim in match.story.retracted:
        yield Reason("retracted", {"text": claim.text, "say_instead": claim.say_instead}, warning=True)
