"""The kinds of questions that are asked almost everywhere, by the words that name them."""

import re

from stories.model.question import QuestionKind

_WORDS: dict[QuestionKind, re.Pattern[str]] = {
    "self-introduction": re.compile(r"자기 ?소개(?!서)|본인 ?소개|introduce yourself|about yourself", re.IGNORECASE),
    "motivation": re.compile(
        r"지원 ?동기|지원하(?:신|게 된|려는)|지원한 (?:이유|동기|계기)|왜 지원|are you applying"
        r"|why .{0,40}(?:apply|join|work (?:for|at|here))",
        re.IGNORECASE,
    ),
    "company": re.compile(
        r"입사 ?(?:후|한 ?뒤)|입행 ?후|포부|기여|공헌|after joining|contribut|if you (?:join|are hired)", re.IGNORECASE
    ),
    "strengths": re.compile(r"장점|단점|장단점|강점|약점|strength|weakness", re.IGNORECASE),
    "reverse": re.compile(r"역질문|궁금한 (?:점|것)|questions for us", re.IGNORECASE),
    "closing": re.compile(
        r"마지막 ?(?:으로|한마디|한 마디)|하고 싶은 말|anything .{0,20}add|last words", re.IGNORECASE
    ),
}
"""The words by which each is asked for."""


def named_kinds(question: str) -> tuple[QuestionKind, ...]:
    """Return what the question names, in the order of this list: 지원동기, 입사 후 포부 and the like."""
    return tuple(kind for kind, words in _WORDS.items() if words.search(question))
