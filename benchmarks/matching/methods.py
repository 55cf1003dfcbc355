"""Everything that is compared: storybank and the baselines, each as something that answers a judged question."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from rapidfuzz import fuzz

from benchmarks.matching.baselines import Method, Ranker, bm25, fuzzy, jamo, letters, tf_idf, words
from benchmarks.matching.figures import Outcome, Ranking
from benchmarks.matching.judged import Question
from benchmarks.matching.progress import tell
from stories.files.library import Library
from stories.matching.index import LibraryIndex
from stories.matching.ranking import find

Answerer = Callable[[Question], Ranking]

STORYBANK, CHANCE = "storybank", "always the most used story"
BASELINES: Mapping[str, Method] = MappingProxyType(
    {
        "rapidfuzz WRatio": fuzzy(fuzz.WRatio),
        "rapidfuzz token_set_ratio": fuzzy(fuzz.token_set_ratio),
        "rapidfuzz partial_ratio": fuzzy(fuzz.partial_ratio),
        "TF-IDF, characters 2-4": tf_idf(letters(2, 4)),
        "TF-IDF, jamo 3-6": tf_idf(jamo(3, 6)),
        "BM25, words": bm25(words),
        "BM25, character bigrams": bm25(letters(2, 2)),
    }
)
_FITS = ("none", "stretch", "workable", "strong")


def storybank(library: Library) -> Ranker:
    """Rank by storybank; how sure it is goes by the fit of the first story and then by its score."""
    index = LibraryIndex(library)

    def rank(query: str) -> Ranking:
        answer = find(query, index, limit=None)
        first = answer.stories[0] if answer.stories else None
        return Ranking(
            ids=[match.story.id for match in answer.stories],
            score=first.score if first else -1.0,
            sure=1000 * _FITS.index(first.fit) + first.score if first else -1.0,
            offered=answer.best is not None,
            understood=answer.asked.answer_kind,
        )

    return rank


def prepared(libraries: Mapping[str, Library]) -> dict[str, Answerer]:
    """Return storybank and the baselines, each with every library prepared."""
    methods = {STORYBANK: storybank, **BASELINES}
    return {name: _over(method, libraries) for name, method in methods.items()}


def _over(method: Method, libraries: Mapping[str, Library]) -> Answerer:
    rankers = {person: method(library) for person, library in libraries.items()}
    return lambda question: rankers[question.person](question.query)


def most_used(questions: Sequence[Question]) -> Answerer:
    """Return the chance line: for each person always the same order, by the grades that the stories have in all."""
    worth: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for question in questions:
        worth[question.person].update(question.relevant)
    orders = {person: [story for story, _ in counts.most_common()] for person, counts in worth.items()}
    return lambda question: Ranking(orders[question.person], 0.0, 0.0)


def outcomes(name: str, answer: Answerer, questions: Sequence[Question]) -> list[Outcome]:
    """Return what a method gives for the questions, in their order."""
    tell(f"{name}: {len(questions)} questions")
    return [Outcome(question, answer(question)) for question in questions]
