"""What subjects a question is about: the terms that it names, and those that it means without naming them."""

from collections.abc import Container, Iterable

import numpy as np

from stories import bank
from stories.matching.beliefs import terms_of
from stories.matching.grams import Scores
from stories.matching.initials import initials, initials_in
from stories.matching.preparation import squeezed
from stories.matching.spotting import Spotted
from stories.matching.vocabulary import is_everyday

MEANT_FROM = 0.1
"""Belief in a technical question from which its terms are looked for too."""
SUBJECT = 0.7
"""Share of the letters of a text from which a term that it names is its subject and not a part of a question."""


def is_subject(text: str, spotted: Iterable[Spotted]) -> bool:
    """Tell whether the text is hardly more than the name of a subject (컴퓨터 비전): anything may be asked of it."""
    named = [squeezed(one.surface.casefold()) for one in spotted if not is_everyday(one.meaning)]
    return bool(named) and max(map(len, named)) >= SUBJECT * len(squeezed(text))


def abbreviated(text: str) -> list[str]:
    """Return the terms that the text names by their initial consonants alone (ㅊㅊㅅㅅㅌ for 추천 시스템)."""
    typed = [one for one in initials_in(text) if len(one) > 2]
    if not typed:
        return []
    return [term.id for term in bank.terms() if any(initials(form) in typed for form in term.ko)]


def meant_terms(beliefs: Scores, terms: Container[str]) -> dict[str, float]:
    """Return the terms of the technical questions that it may be, beside those that it names."""
    found: dict[str, float] = {}
    for place in np.flatnonzero(beliefs >= MEANT_FROM).tolist():
        if bank.questions()[place].kind == "technical":
            for term in sorted(terms_of(bank.questions()[place].id)):
                found[term] = max(found.get(term, 0.0), float(beliefs[place]))
    return {term: sure for term, sure in found.items() if term not in terms}
