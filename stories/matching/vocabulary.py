"""What words mean: competencies, terms and kinds of question in a text, from the bank and from what the user added."""

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import chain
from pathlib import Path

from stories import bank
from stories.bank.kept import kept
from stories.matching.spotting import Spotted, Spotter
from stories.model.competency import Competency
from stories.model.term import Term

TERM, COMPETENCY, HINT, KIND = "term", "competency", "hint", "kind"
"""Spaces of meanings: terms, competencies that a word points to or only hints at, and kinds of question."""
EVERYDAY = "everyday"
"""The field of terms that are senses of everyday words."""
STRONG, WEAK = 1.0, 0.4
"""What a word that points to a competency counts, and one that only hints."""

_Entry = tuple[str, str, str]


class Vocabulary:
    """All words that mean something: those of the bank, and those that a user added."""

    def __init__(self, competencies: Sequence[Competency] = (), terms: Sequence[Term] = ()) -> None:
        own = {one.id for one in competencies}
        self.all = (*(one for one in bank.competencies() if one.id not in own), *competencies)
        """The competencies; the user's replace those of the bank with their ids."""
        self._replaced = frozenset(own & {one.id for one in bank.competencies()})
        self._added_terms = tuple(terms)
        entries = [*_competency_entries(competencies), *_term_entries(terms)]
        self._added = Spotter(entries) if entries else None

    def spot_each(
        self, pieces: Sequence[str], typed: Sequence[list[str]], folded: Sequence[list[str]]
    ) -> Sequence[Mapping[Spotted, None]]:
        """Return what stands in each of the texts, each once; `typed` are their words, `folded` those in lower case."""
        found = _bank_spotter().spot_each(pieces, typed, folded)
        if self._replaced:
            found = [{one: None for one in spots if not self._is_replaced(one)} for spots in found]
        if self._added:
            for spots, more in zip(found, self._added.spot_each(pieces, typed, folded), strict=True):
                spots.update(more)
        return found

    def spot(self, text: str) -> list[Spotted]:
        """Return what stands in a text that keeps its capitals, each once."""
        found = [one for one in _bank_spotter().spot(text) if not self._is_replaced(one)]
        return [*found, *(self._added.spot(text) if self._added else ())]

    def weights(self, text: str) -> dict[str, float]:
        """Return for each competency how much the text points to it: the sum over its words."""
        return pointed(self.spot(text))

    def terms(self, text: str) -> list[Spotted]:
        """Return the terms in a text that keeps its capitals; of overlapping ones the longer form."""
        return longest(self.spot(text))

    def name_of(self, term: str, language: str) -> str:
        """Return the name of the term in the language."""
        return self._by_id[term].name(language)

    @cached_property
    def _by_id(self) -> Mapping[str, Term]:
        return {term.id: term for term in (*bank.terms(), *self._added_terms)}

    def related(self, term: str) -> frozenset[str]:
        """Return the terms that stand one step from the term, in either direction."""
        return self._related.get(term, frozenset()) if self._added_terms else related_terms(term)

    @cached_property
    def _related(self) -> Mapping[str, frozenset[str]]:
        return _linked((*bank.terms(), *self._added_terms))

    def _is_replaced(self, one: Spotted) -> bool:
        return one.meaning in self._replaced and one.space in (COMPETENCY, HINT)


@cache
def bank_vocabulary() -> Vocabulary:
    """Return the words of the bank alone."""
    return Vocabulary()


def vocabulary(competencies: Sequence[Competency] = (), terms: Sequence[Term] = ()) -> Vocabulary:
    """Return the words of the bank with those that the user added."""
    return Vocabulary(competencies, terms) if competencies or terms else bank_vocabulary()


@cache
def _bank_spotter() -> Spotter:
    """Return the spotter of the bank's words; tens of thousands, so that it is kept."""
    here = Path(__file__)
    code = [here, *(here.with_name(f"{name}.py") for name in ("beginnings", "spotting", "preparation"))]
    made = Spotter.restored(kept("words", [*bank.sources(), *code], lambda: Spotter(_bank_entries()).to_bytes()))
    gc.freeze()  # these many small lists stay; to look through them for garbage again and again takes long
    return made


def _bank_entries() -> Iterator[_Entry]:
    kinds = ((word, kind.id, KIND) for kind in bank.kinds() for word in (*kind.words.ko, *kind.words.en))
    return chain(_competency_entries(bank.competencies()), kinds, _term_entries(bank.terms()))


def _term_entries(terms: Iterable[Term]) -> Iterator[_Entry]:
    return ((surface, term.id, TERM) for term in terms for surface in (*term.ko, *term.en))


def _competency_entries(competencies: Iterable[Competency]) -> Iterator[_Entry]:
    for one in competencies:
        for word in dict.fromkeys(map(str.casefold, (*one.words.ko, *one.words.en, one.ko, one.en))):
            yield word, one.id, COMPETENCY
        for word in (*one.weak.ko, *one.weak.en):
            yield word.casefold(), one.id, HINT


def pointed(spots: Iterable[Spotted]) -> dict[str, float]:
    """Return for each competency how much the spotted words point to it: the sum over them."""
    found: dict[str, float] = {}
    for spotted in spots:
        worth = {COMPETENCY: STRONG, HINT: WEAK}.get(spotted.space, 0.0)
        if worth:
            found[spotted.meaning] = found.get(spotted.meaning, 0.0) + worth
    return found


def spot_terms(text: str) -> list[Spotted]:
    """Return the bank's terms in a text that keeps its capitals; of overlapping ones the longer form."""
    return bank_vocabulary().terms(text)


def longest(spots: Iterable[Spotted]) -> list[Spotted]:
    """Return the spotted terms whose form is not part of another's that was spotted too."""
    terms = [(spotted.surface.casefold(), spotted) for spotted in spots if spotted.space == TERM]
    kept_forms, together = set[str](), ""
    for form in sorted({form for form, _ in terms}, key=len, reverse=True):
        if (f" {form} " if form.isascii() else form) not in together:
            kept_forms.add(form)
            together += f" {form} \n"
    return [spotted for form, spotted in terms if form in kept_forms]


@cache
def _everyday() -> frozenset[str]:
    return frozenset(term.id for term in bank.terms() if term.field == EVERYDAY)


def is_everyday(term: str) -> bool:
    """Tell whether the term is the sense of an everyday word, and no subject that one can be asked about."""
    return term in _everyday()


@cache
def _bank_related() -> Mapping[str, frozenset[str]]:
    return _linked(bank.terms())


def _linked(terms: Iterable[Term]) -> Mapping[str, frozenset[str]]:
    links: dict[str, set[str]] = {}
    for term in terms:
        links.setdefault(term.id, set()).update(term.related)
        for other in term.related:
            links.setdefault(other, set()).add(term.id)
    return {term: frozenset(others) for term, others in links.items()}


def related_terms(term: str) -> frozenset[str]:
    """Return the bank's terms that stand one step from the term, in either direction."""
    return _bank_related().get(term, frozenset())
