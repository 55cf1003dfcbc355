"""Sentences, phrases and words that come again."""

import re
from collections.abc import Iterator, Sequence

import numpy as np
from rapidfuzz.distance import Indel
from rapidfuzz.process import cdist

from stories.writing.checks.finding import Finding, Subject
from stories.writing.checks.repeated_words import is_content, repeated_words
from stories.writing.sentences import Sentence

CHECK = "repeats"

ALIKE = 0.8
"""Likeness (normalized Indel, 0 to 1) from which two sentences say the same; in sane answers 0.61 was the most."""
ALIKE_BUT_NUMBERS = 0.95
"""The same where their numbers differ: parallel sentences (3월에 12%, 4월에 18%) are no repetition."""
LEAST_LETTERS = 12
"""Letters below which a sentence may come again (감사합니다)."""
PHRASE = 5
"""Words of a phrase that should not come again word for word."""
_PHRASE_CONTENT = 3
"""Words of such a phrase that say something, so that "at the end of the" may come again."""
_MOST, _READ = 400, 400
"""Sentences that are compared with each other, and characters of one."""
_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"[^\W_]+(?:[.,'’%+#-]+[^\W_]+)*%?")


def repeats(subject: Subject) -> Iterator[Finding]:
    """Find `repeated-sentence` (the same or nearly), `repeated-phrase` of 5 words or more, and `repeated-word`."""
    again = list(_sentences(subject.sentences))
    yield from again
    yield from _phrases(subject.text, again)
    for word in repeated_words(subject):
        yield Finding(CHECK, "repeated-word", word.start, word.end, {"word": word.word, "count": str(word.count)})


def _sentences(found: Sequence[Sentence]) -> Iterator[Finding]:
    bare = [(one, "".join(filter(str.isalnum, one.text[:_READ])).casefold()) for one in found]
    compared = [(one, letters) for one, letters in bare if len(letters) >= LEAST_LETTERS][:_MOST]
    if len(compared) < 2:
        return
    letters = [text for _, text in compared]
    alike = cdist(letters, letters, scorer=Indel.normalized_similarity, score_cutoff=ALIKE, dtype=np.float32)
    for number, (one, _) in enumerate(compared):
        for earlier in np.flatnonzero(alike[number, :number]).tolist():
            text = compared[earlier][0].text
            if alike[number, earlier] >= ALIKE_BUT_NUMBERS or _DIGITS.findall(text) == _DIGITS.findall(one.text):
                yield Finding(CHECK, "repeated-sentence", one.start, one.end, {"text": _short(text)})
                break


def _phrases(text: str, again: Sequence[Finding]) -> Iterator[Finding]:
    words = [(found.group().casefold(), found.start(), found.end()) for found in _WORD.finditer(text)]
    covered = {place for one in again for place in range(one.start, one.end)}
    seen: dict[tuple[str, ...], int] = {}
    number = 0
    while number + PHRASE <= len(words):
        phrase = tuple(word for word, _, _ in words[number : number + PHRASE])
        first = seen.setdefault(phrase, number)
        start = words[number][1]
        if first + PHRASE > number or start in covered or sum(map(is_content, phrase)) < _PHRASE_CONTENT:
            number += 1
            continue
        length = PHRASE
        while number + length < len(words) and words[first + length][0] == words[number + length][0]:
            length += 1
        end = words[number + length - 1][2]
        yield Finding(CHECK, "repeated-phrase", start, end, {"text": _short(text[start:end])})
        number += length


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
