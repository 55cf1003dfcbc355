"""Which part of a story answers the question: the places in its texts to mark."""

import re
from collections.abc import Mapping

from stories.matching.asked import Asked
from stories.matching.grams import grams, located
from stories.matching.preparation import cased
from stories.matching.results import measured
from stories.matching.vocabulary import Vocabulary
from stories.model.story import TEXTS, Story

MOST = 3
"""Sentences that are marked in one story at most."""
MARKED_FROM = 0.18
"""Share of the question (0 to 1) that a sentence must answer to be marked."""
RESULT = 0.4
"""What a sentence of the result answers of a question that surely asks for a good one."""

Span = tuple[int, int]


def sentences(text: str) -> list[Span]:
    """Return where the sentences of a text begin and end; a line end ends a sentence too, a decimal point does not."""
    found: list[Span] = []
    start = 0
    for match in re.finditer(r"(?<![.!?。])[.!?。]++(?=\s|$)|\n+", text):
        end = match.start() if match.group().startswith("\n") else match.end()
        if text[start:end].strip():
            found.append(_trimmed(text, start, end))
        start = match.end()
    if text[start:].strip():
        found.append(_trimmed(text, start, len(text)))
    return found


def marks(story: Story, asked: Asked, words: Vocabulary) -> Mapping[str, tuple[Span, ...]]:
    """Return for each field of the STAR text the spans that answer the question best, at most MOST in all."""
    scored = [
        (_answers(getattr(story, field)[start:end], asked, words, field), field, (start, end))
        for field in TEXTS
        for start, end in sentences(getattr(story, field))
    ]
    best = sorted((one for one in scored if one[0] >= MARKED_FROM), key=lambda one: -one[0])[:MOST]
    return {field: tuple(sorted(span for _, name, span in best if name == field)) for field in TEXTS}


def _answers(sentence: str, asked: Asked, words: Vocabulary, field: str) -> float:
    """Return how much of the question a sentence answers, 0 to 1: shared words, its competency, its terms, and for
    one that asks for a good result what is measured in it.
    """
    typed = cased(sentence)
    text = typed.casefold()
    total = asked.grams.total
    shared = float(asked.grams.weights[located(grams(text), asked.grams.grams)[1]].sum()) / total if total else 0.0
    pointed = words.weights(text)
    competency = max(
        (0.35 * weight * min(pointed[one], 1.0) for one, weight in asked.competencies.items() if one in pointed),
        default=0.0,
    )
    terms = {spotted.meaning for spotted in words.terms(typed)}
    term = 0.45 * len(terms & asked.subjects) / len(asked.subjects) if asked.subjects else 0.0
    result = RESULT * asked.by_result * (field == "result" and measured(sentence))
    return min(1.0, shared + competency + term + result)


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
