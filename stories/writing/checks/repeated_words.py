"""Content words that come unusually often for the length of an answer."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stories.model.story import TEXTS
from stories.writing.checks.finding import Subject
from stories.writing.checks.lists import listed

LEAST, SHARE = 7, 0.05
"""Times, and share of the words of the answer, from which a word is too frequent: both must be reached.

Sane answers of 300 to 900 characters had 6 at most."""
LEAST_FILLER, SHARE_FILLER = 5, 0.03
"""The same for words that say little (노력, 열정, 다양한), where they are not what the answer is about."""
BURST, NEAR = 4, 15
"""So often within so many words is too frequent anywhere; sane answers had 4 within 20."""
TOPIC = 1.8
"""How many times as often the words that the question and the story are about may come."""
TOLD = 3
"""Times from which a word that a story says is what it is about."""

_WORD = re.compile(r"[가-힣]{2,}|[A-Za-z][A-Za-z'’+#-]{2,}")
_VERB = re.compile(
    r"([가-힣]{2,}?)(?:하|했|한|할|함|합|해|되|됐|된|될|됨|됩|돼|시키|시켰|시킨|시킬|스러|스럽|적)[가-힣]{0,8}$"
)
_PARTICLE = re.compile(
    r"([가-힣]{2,}?)(?:들|님)?(?:에서는|에서의|에서도|에게는|에게서|으로서|으로써|으로는|이라는|이라고|이었습니다|입니다|이라|라는|라고"
    r"|에서|에게|으로|까지|부터|처럼|보다|만의|과의|와의|이나|이며|이고|은|는|이|가|을|를|의|에|와|과|도|로|만|들)$"
)


@dataclass(frozen=True)
class RepeatedWord:
    """A word that comes too often; the place is that of its last coming."""

    word: str
    count: int
    start: int
    end: int


def repeated_words(subject: Subject) -> Iterator[RepeatedWord]:
    """Yield the content words that come more often than their share of the answer allows; endings do not count."""
    places: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    total = 0
    for found in _WORD.finditer(subject.text):
        stem = stem_of(found.group())
        if stem:
            places[stem].append((total, found.start(), found.start() + len(stem)))
        total += 1
    fillers, topic = frozenset(listed("repeated_words")["fillers"]), _topic(subject)
    for stem, found_at in places.items():
        about, filler = stem in topic, stem in fillers
        times = TOPIC if about and not filler else 1.0
        least, share = (LEAST_FILLER, SHARE_FILLER) if filler and not about else (LEAST, SHARE)
        if len(found_at) >= times * max(least, share * total) or (times == 1.0 and _bursts(found_at)):
            yield RepeatedWord(stem, len(found_at), *found_at[-1][1:])


def _bursts(found_at: Sequence[tuple[int, int, int]]) -> bool:
    return any(last[0] - first[0] < NEAR for first, last in zip(found_at, found_at[BURST - 1 :], strict=False))


def stem_of(word: str) -> str:
    """Return the word without particle or ending (노력했습니다, 노력을: 노력); an empty text where it says nothing."""
    lowered = word.casefold().replace("’", "'")
    if lowered.isascii():
        bare = lowered.removesuffix("'s")
        return "" if bare in listed("repeated_words")["empty_english"] else _singular(bare)
    if word.startswith(tuple(listed("repeated_words")["empty"])):
        return ""
    found = _VERB.match(word) or _PARTICLE.match(word)
    return found[1] if found else word


def is_content(word: str) -> bool:
    """Tell whether the word says something of its own."""
    return bool(stem_of(word)) and len(word) > 1


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word


def _topic(subject: Subject) -> set[str]:
    """Return what the answer is about: words of the question, the application and the names of its stories.

    So are the words that a story itself says TOLD times or more.
    """
    texts = [subject.asked.question, subject.application.position, subject.application.company]
    prose = []
    for story in subject.stories:
        texts += [story.title, story.headline, story.role, *story.skills, *story.aliases]
        prose += [stem_of(found.group()) for field in TEXTS for found in _WORD.finditer(getattr(story, field))]
    named = {stem_of(found.group()) for text in texts for found in _WORD.finditer(text)}
    return named | {stem for stem, times in Counter(prose).items() if times >= TOLD}
