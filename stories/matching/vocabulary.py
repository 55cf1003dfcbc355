"""What words mean: competencies and terms in a text, from the bank and from what the user added."""

from collections.abc import Iterable, Mapping
from functools import cache

from stories import bank
from stories.matching.spotting import Spotted, Spotter
from stories.model.competency import Competency

STRONG, WEAK = 1.0, 0.4
"""What a word that points to a competency counts, and one that only hints."""


class CompetencyWords:
    """The words of all competencies."""

    def __init__(self, competencies: Iterable[Competency]) -> None:
        self.all = tuple(competencies)
        self._strong = Spotter(
            (word.casefold(), one.id) for one in self.all for word in (*one.words.ko, *one.words.en, one.ko, one.en)
        )
        self._weak = Spotter((word.casefold(), one.id) for one in self.all for word in (*one.weak.ko, *one.weak.en))

    def spot(self, text: str) -> tuple[list[Spotted], list[Spotted]]:
        """Return the words of a normal text that point to a competency, and those that only hint."""
        return self._strong.spot(text), self._weak.spot(text)

    def weights(self, text: str) -> dict[str, float]:
        """Return for each competency how much the normal text points to it: the sum over its words."""
        strong, weak = self.spot(text)
        found: dict[str, float] = {}
        for spots, worth in ((strong, STRONG), (weak, WEAK)):
            for spotted in spots:
                found[spotted.meaning] = found.get(spotted.meaning, 0.0) + worth
        return found


@cache
def _kind_spotter() -> Spotter:
    return Spotter((word, kind.id) for kind in bank.kinds() for word in (*kind.words.ko, *kind.words.en))


def spot_kinds(text: str) -> list[str]:
    """Return the kinds of question that words of the normal text point to."""
    return list(dict.fromkeys(spotted.meaning for spotted in _kind_spotter().spot(text)))


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
    return Spotter((surface, term.id) for term in bank.terms() for surface in (*term.ko, *term.en))


@cache
def _related() -> Mapping[str, frozenset[str]]:
    links: dict[str, set[str]] = {term.id: set(term.related) for term in bank.terms()}
    for term in bank.terms():
        for other in term.related:
            links.setdefault(other, set()).add(term.id)
    return {term: frozenset(others) for term, others in links.items()}


def spot_terms(text: str) -> list[Spotted]:
    """Return the terms that stand in the text, which keeps its capitals; of overlapping ones the longer form."""
    spots = _term_spotter().spot(text)
    surfaces = [spotted.surface.casefold() for spotted in spots]
    return [
        spotted
        for spotted in spots
        if not any(
            spotted.surface.casefold() != other and _inside(spotted.surface.casefold(), other) for other in surfaces
        )
    ]


def _inside(short: str, long: str) -> bool:
    return short in long if not short.isascii() else f" {short} " in f" {long} "


def related_terms(term: str) -> frozenset[str]:
    """Return the terms that stand one step from the term, in either direction."""
    return _related().get(term, frozenset())
