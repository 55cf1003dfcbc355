"""Which sentences of a story an answer prefers: those with a number, and those that say what I did myself."""

import re

from stories.figures import has_number

_FIRST_PERSON = re.compile(
    r"(?<![가-힣])(?:저는|제가|저의|저도|저만|저를|저에게|저와|나는|내가|나의|나도|나만|나를|나에게|나와|제(?= \D)"
    r"|본인[은이의]|혼자서?|직접|스스로)(?![가-힣])"
    r"|(?<![\w'’])(?:I|my|My|me|myself)(?![\w/-])"
)
"""저, 나 and what says the same without them (직접, 혼자, 스스로); 내 alone is as often "inside" as "my"."""
NUMBER, FIRST_PERSON, SUPPORTED, UNCONFIRMED = 0.5, 0.4, 0.3, -0.2
"""What each adds to a sentence that is otherwise worth 1. Source: issue 4, "sentences with numbers and first person
preferred, claims respected"."""

_LEANS = re.compile(
    r"(?:그|이)(?:를|는|것[은이을]|때|런|러한|렇게|로|에|후)?(?![가-힣])|(?:그래서|그러나|그런데|그리고|그러면서|그중|이후|하지만|또한?|특히|따라서"
    r"|즉|예를|여기[서에]|거기[서에]|반면|덕분에|이처럼|이어서?|다만|단지|결국)(?![가-힣])"
    r"|(?:This|These|Those|It|They|Then|However|But|So|Also|Therefore|Thus|Besides|Moreover|As a result|In addition)\b"
)


def leans(sentence: str) -> bool:
    """Tell whether the sentence begins with a word that points back to the one before it: 이때, 그 결과, However."""
    return bool(_LEANS.match(sentence))


def first_person(sentence: str) -> bool:
    """Tell whether the sentence says that I did it."""
    return bool(_FIRST_PERSON.search(sentence))


def preference(sentence: str, supported: bool = False, unconfirmed: bool = False) -> float:
    """Return how much more than a plain sentence (1) this one is worth; `supported`: it says a claim that stands."""
    return (
        1
        + NUMBER * has_number(sentence)
        + FIRST_PERSON * first_person(sentence)
        + SUPPORTED * supported
        + UNCONFIRMED * unconfirmed
    )
