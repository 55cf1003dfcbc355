"""Why a story fits: reasons as values; the sentences are in languages/ under `because.<code>`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from stories import bank
from stories.matching.as_written import as_written, begun, prose
from stories.matching.asked import Asked
from stories.matching.grams import Grams, grams, located
from stories.matching.index import LibraryIndex
from stories.matching.initials import initials, initials_in
from stories.matching.preparation import cased, normal, words
from stories.matching.profiles import StoryProfile
from stories.matching.ranking import MEASURED, Match
from stories.matching.signals import competency_counts
from stories.matching.taught import taught

TELLING = 0.25
"""Weight of a word (0 to 1) from which it says something about the question's subject."""
FOUND = 0.6
"""Share of a word's grams that must be there for the word to count as found."""
ASKED_FROM = 55.0
"""How alike (0 to 100) a past question must be to be called a question like this one."""
FOLLOWS_FROM = 0.65
"""Share of the question (0 to 1) that a follow-up question without its terms must have to be called like it."""
SHOWN_FROM = 20.0
"""Signal (0 to 100) from which it is given as a reason."""
PLAINLY = 0.4
"""Weight (0 to 1) from which a competency is plainly what the question tests, or plainly in the words of a story."""
TELLS = 10
"""Questions that a story is said to be told for at most, those that it is most like an answer to."""
BELIEVED = 0.3
"""How sure (0 to 1) the question must be one of the bank's to be called it."""


@dataclass(frozen=True)
class Reason:
    """One reason: its code and what fills the sentence. `warning` reasons speak against the story."""

    code: str
    details: dict[str, str] = field(default_factory=dict)
    warning: bool = False


def reasons(match: Match, asked: Asked, index: LibraryIndex, language: str) -> list[Reason]:
    """Return why the story fits, the plainest first, and what speaks against it. No word is given twice."""
    profile = index.profiles[index.places[match.story.id]]
    said: set[str] = set()
    found = [
        *_named(match, profile, asked, index, said),
        *_competency(match, profile, asked, index, language),
        *_terms(match, profile, asked, index, language, said),
        *_meant(match, profile, asked, index, language, said),
        *_asked(match, asked, index),
        *_words(match, profile, asked, said),
        *_senses(match, profile, asked, index, said),
        *_result(match, asked),
        *_told(match, asked, index, language),
    ]
    little = Reason("several") if match.fit in ("strong", "workable") else Reason("slight")
    return [*(found or [little]), *_against(match)]


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


def _named(match: Match, profile: StoryProfile, asked: Asked, index: LibraryIndex, said: set[str]) -> Iterator[Reason]:
    place = index.places[match.story.id]
    names = [one.surface for one in index.names.spot(asked.as_typed) if place in index.named[one.meaning]]
    if names:
        yield Reason("named", {"names": ", ".join(_unsaid(names, said))})
        return
    typed = initials_in(asked.as_typed)
    names = [
        name for name, places in index.named.items() if place in places and any(one in initials(name) for one in typed)
    ]
    if names:
        yield Reason("initials", {"name": min(names, key=len)})
        return
    typed = begun(telling_words(asked, profile.grams["names"]), match.story)
    if typed and match.signals["names"] >= SHOWN_FROM:
        yield Reason("title-words", {"words": ", ".join(_unsaid(typed, said))})


def _competency(
    match: Match, profile: StoryProfile, asked: Asked, index: LibraryIndex, language: str
) -> Iterator[Reason]:
    if match.signals["competency"] < SHOWN_FROM * competency_counts(asked):
        return
    names = {one.id: one.name(language) for one in index.words.all}
    shown = sorted(
        (
            one
            for one in asked.competencies
            if one in match.story.competencies or profile.competencies.get(one, 0.0) >= PLAINLY
        ),
        key=lambda one: -asked.competencies[one] * profile.competencies.get(one, 0.0),
    )
    shared = [one for one in shown if asked.competencies[one] >= PLAINLY][:2] or shown[:1]
    declared = [names.get(one, one) for one in shared if one in match.story.competencies]
    spotted = [names.get(one, one) for one in shared if one not in match.story.competencies]
    if declared:
        yield Reason("competency", {"competencies": ", ".join(declared)})
    elif spotted:
        yield Reason("competency-words", {"competencies": ", ".join(spotted)})


def _terms(
    match: Match, profile: StoryProfile, asked: Asked, index: LibraryIndex, language: str, said: set[str]
) -> Iterator[Reason]:
    if match.signals["term"] < SHOWN_FROM:
        return
    told = as_written(prose(match.story), index.words)
    names = {**as_written(asked.as_typed, index.words), **told}
    shared = [term for term in asked.terms if term in profile.terms]
    unsaid = _unsaid((names.get(one) or index.words.name_of(one, language) for one in shared), said)
    if unsaid:
        yield Reason("term", {"terms": ", ".join(unsaid[:3])})
    for term in asked.terms if not shared else ():
        near = sorted(index.words.related(term) & set(profile.terms))
        if near:
            others = ", ".join(told.get(one) or index.words.name_of(one, language) for one in near[:2])
            yield Reason(
                "term-related", {"term": names.get(term) or index.words.name_of(term, language), "others": others}
            )
            break


def _meant(
    match: Match, profile: StoryProfile, asked: Asked, index: LibraryIndex, language: str, said: set[str]
) -> Iterator[Reason]:
    if match.signals["meant"] < SHOWN_FROM:
        return
    told = as_written(prose(match.story), index.words)
    near = {one for term in asked.meant for one in index.words.related(term)}
    for terms in (asked.meant, sorted(near)):
        there = (told.get(one) or index.words.name_of(one, language) for one in terms if one in profile.terms)
        if unsaid := _unsaid(there, said):
            yield Reason("meant", {"terms": ", ".join(unsaid[:3])})
            return


def _result(match: Match, asked: Asked) -> Iterator[Reason]:
    if match.signals["result"] >= MEASURED and not asked.unlike.keys() & set(match.story.competencies):
        yield Reason("result")


def _told(match: Match, asked: Asked, index: LibraryIndex, language: str) -> Iterator[Reason]:
    if match.signals["told"] < SHOWN_FROM:
        return
    answered = taught().told_of
    told = index.told[index.places[match.story.id]]
    beliefs = asked.beliefs[list(answered)]
    best = int((told * beliefs).argmax())
    if beliefs[best] >= BELIEVED and (told > told[best]).sum() < TELLS:
        yield Reason("told", {"question": bank.questions()[answered[best]].text(language)})


def _asked(match: Match, asked: Asked, index: LibraryIndex) -> Iterator[Reason]:
    if match.signals["asked"] < SHOWN_FROM:
        return
    for story_ids, score in index.past.nearest(asked.text):
        if match.story.id in story_ids and score >= ASKED_FROM:
            yield Reason("asked-before")
            return
    for one in match.story.follow_ups:
        terms = {spotted.meaning for spotted in index.words.terms(cased(one.question))}
        if terms & asked.subjects or _share(asked, grams(normal(one.question))) >= FOLLOWS_FROM:
            yield Reason("follow-up")
            return


def _words(match: Match, profile: StoryProfile, asked: Asked, said: set[str]) -> Iterator[Reason]:
    if match.signals["wording"] < SHOWN_FROM:
        return
    typed = begun(telling_words(asked, profile.grams["text"]), match.story)
    unsaid = _unsaid((word for word in typed if not any(one in word for one in said)), said)
    if unsaid:
        yield Reason("words", {"words": ", ".join(unsaid[:4])})


def _senses(match: Match, profile: StoryProfile, asked: Asked, index: LibraryIndex, said: set[str]) -> Iterator[Reason]:
    shared = [sense for sense in asked.senses if sense in profile.terms]
    if match.signals["sense"] < SHOWN_FROM or not shared:
        return
    told = as_written(prose(match.story), index.words)
    unsaid = _unsaid((told[sense] for sense in shared if sense in told), said)
    if unsaid:
        yield Reason("sense", {"words": ", ".join(unsaid[:3])})


def _share(asked: Asked, found: Grams) -> float:
    """Return how much of the question, 0 to 1, is among these grams."""
    total = asked.grams.total
    return float(asked.grams.weights[located(found, asked.grams.grams)[1]].sum()) / total if total else 0.0


def _unsaid(names: Iterable[str], said: set[str]) -> list[str]:
    """Return the names that no reason has given yet, each once; from now on they are said."""
    found = [name for name in dict.fromkeys(names) if name.casefold() not in said]
    said.update(name.casefold() for name in found)
    return found


def _against(match: Match) -> Iterator[Reason]:
    if not match.story.action:
        yield Reason("no-action", warning=True)
    if not match.story.result:
        yield Reason("no-result", warning=True)
    for claim in match.story.retracted:
        yield Reason("retracted", {"text": claim.text, "say_instead": claim.say_instead}, warning=True)
