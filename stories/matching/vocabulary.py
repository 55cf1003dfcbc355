"""What words mean: competencies and terms in a text, from the bank and from what the user added."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from itertools import chain

from stories import bank
from stories.matching.spotting import Spotted, Spotter
from stories.model.competency import Competency

TERM, COMPETENCY, HINT, KIND = "term", "competency", "hint", "kind"
"""Spaces of meanings: terms, competencies that a word points to or only hints at, and kinds of question."""
EVERYDAY = "everyday"
"""The field of terms that are senses of everyday words."""
STRONG, WEAK = 1.0, 0.4
"""What a word that points to a competency counts, and one that only hints."""


class CompetencyWords:
    """The words of all competencies."""

    def __init__(self, competencies: Iterable[Competency]) -> None:
        self.all = tuple(competencies)

    @cached_property
    def _words(self) -> Spotter:
        return Spotter(_competency_entries(self.all))

    @cached_property
    def lexicon(self) -> Spotter:
        """All that is known of words: those of these competencies, of the terms, and of the kinds of question."""
        kinds = ((word, kind.id, KIND) for kind in bank.kinds() for word in (*kind.words.ko, *kind.words.en))
        terms = ((surface, term.id, TERM) for term in bank.terms() for surface in (*term.ko, *term.en))
        return Spotter(chain(_competency_entries(self.all), kinds, terms))

    def weights(self, text: str) -> dict[str, float]:
        """Return for each competency how much the normal text points to it: the sum over its words."""
        return pointed(self._words.spot(text))


def pointed(spots: Iterable[Spotted]) -> dict[str, float]:
    """Return for each competency how much the spotted words point to it: the sum over them."""
    found: dict[str, float] = {}
    for spotted in spots:
        worth = {COMPETENCY: STRONG, HINT: WEAK}.get(spotted.space, 0.0)
        if worth:
            found[spotted.meaning] = found.get(spotted.meaning, 0.0) + worth
    return found


def _competency_entries(competencies: Iterable[Competency]) -> Iterator[tuple[str, str, str]]:
    for one in competencies:
        for word in (*one.words.ko, *one.words.en, one.ko, one.en):
            yield word.casefold(), one.id, COMPETENCY
        for word in (*one.weak.ko, *one.weak.en):
            yield word.casefold(), one.id, HINT


@cache
def _bank_words() -> CompetencyWords:
    return CompetencyWords(bank.competencies())


def competency_words(added: tuple[Competency, ...] = ()) -> CompetencyWords:
    """Return the words of the bank's competencies and of those that the user added; the user's replace equal ids."""
    if not added:
        return _bank_words()
    own = {one.id for one in added}
    return CompetencyWords((*(one for one in bank.competencies() if one.id not in own), *added))


@cache
def _term_spotter() -> Spotter:
    return Spotter((surface, term.id, TERM) for term in bank.terms() for surface in (*term.ko, *term.en))


@cache
def _related() -> Mapping[str, frozenset[str]]:
    links: dict[str, set[str]] = {term.id: set(term.related) for term in bank.terms()}
    for term in bank.terms():
        for other in term.related:
            links.setdefault(other, set()).add(term.id)
    return {term: frozenset(others) for term, others in links.items()}


def spot_terms(text: str) -> list[Spotted]:
    """Return the terms that stand in the text, which keeps its capitals; of overlapping ones the longer form."""
    return longest(_term_spotter().spot(text))


def longest(spots: Iterable[Spotted]) -> list[Spotted]:
    """Return the spotted terms whose form is not part of another's that was spotted too."""
    terms = [(spotted.surface.casefold(), spotted) for spotted in spots if spotted.space == TERM]
    kept: list[str] = []
    for form in sorted({form for form, _ in terms}, key=len, reverse=True):
        if not any(_inside(form, longer) for longer in kept):
            kept.append(form)
    return [spotted for form, spotted in terms if form in kept]


def _inside(short: str, long: str) -> bool:
    return short in long if not short.isascii() else f" {short} " in f" {long} "


@cache
def _everyday() -> frozenset[str]:
    return frozenset(term.id for term in bank.terms() if term.field == EVERYDAY)


def is_everyday(term: str) -> bool:
    """Tell whether the term is the sense of an everyday word, and no subject that one can be asked about."""
    return term in _everyday()


def related_terms(term: str) -> frozenset[str]:
    """Return the terms that stand one step from the term, in either direction."""
    return _related().get(term, frozenset())
