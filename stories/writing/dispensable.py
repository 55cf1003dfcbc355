"""How dispensable each sentence of an answer is, and why."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from stories.figures import has_number
from stories.writing.preference import first_person
from stories.writing.sentences import Sentence

CutReason = Literal["repeats", "filler", "background", "no-fact", "detail"]
CUT_REASONS: tuple[CutReason, ...] = get_args(CutReason)
"""repeats: what it says stands in another sentence; filler: a commonplace; background: without a fact, near the
beginning; no-fact: neither a number, a name nor something done; detail: something is lost with it."""

_WORTH: dict[CutReason, float] = {"repeats": 0.15, "filler": 0.25, "background": 0.5, "no-fact": 0.7, "detail": 1.5}
"""What one character is worth; our own, so that the issue's order of what goes first holds."""
_NUMBER_ADDS, _FIRST_PERSON_ADDS, _ACTION_ADDS, _OUTCOME_ADDS, _LAST_ADDS = 0.6, 0.4, 0.3, 0.3, 0.2
_ANSWERS = 10.0
"""The first sentence below a headline ([...]) answers the question; it goes only where nothing else is left."""
_EARLY = 0.4
"""Share of the sentences that may come before what was done: S and T are about 20 %, often twice that."""
_SAME = 0.75
"""Share of its pairs of letters that a sentence has in common with the one it repeats."""
_LEAST_PAIRS = 6
_COMPARED = 40_000
"""Pairs of sentences that are compared at most; of longer texts only neighbours are."""

_FILLER = re.compile(
    r"최선을 다하(?:겠|고자|도록)|열심히 (?:하|임하|노력하|배우)[가-힣]{0,3}겠|노력하겠|끊임없이 (?:노력|발전|성장)"
    r"|(?:소중|값진|뜻깊|귀중|좋)[은한] (?:경험|시간|기회)[가-힣]{0,3}(?:이었|였|되었|됐|이라)"
    r"|많은 (?:것을|점을) (?:배[우웠울]|느[끼꼈낄])|보람(?:을|찼)|뿌듯|감사(?:합니다|드립니다)|부탁드립니다"
    r"|인재(?:가|로) (?:되|성장하|거듭나)|성실(?:하게|히) (?:임하|일하)|밑거름|초석|기회를 주신다면"
    r"|함께 (?:성장하|발전하)[가-힣]{0,3}(?:겠|싶)|도움이 되는 (?:사람|인재|구성원)"
    r"|\b(?:do|did|give|gave) my (?:very )?best\b|\blook(?:ing)? forward to\b|\bthank you\b|\bteam player\b"
    r"|\bhard[- ]?work(?:ing|er)?\b|\blearn(?:ed|t) a lot\b"
    r"|\b(?:valuable|precious|great|good) (?:experience|opportunity)\b",
    re.IGNORECASE,
)
"""Commonplaces that fit any applicant and any company."""
_ACTION = re.compile(
    r"(?:만들|구축|개발|설계|제안|도입|개선|해결|구현|분석|정리|적용|작성|조사|비교|검증|자동화|배포|시각화|측정|수집|전처리|튜닝"
    r"|기획|운영|주도|이끌|맡[아았]|줄[였여이]|높[였여이]|늘[렸려리]|바[꿨꾸꿔]|고[쳤쳐치]|나[눴누눠]|합[쳤쳐치]|찾[았아]|세[웠워우]|모[았아]|돌[렸려리]"
    r"|발견|설득|조율|제시|수정|제작|학습시|훈련|보간|시도|실험|공유|발표)"
    r"(?!자|팀|체제|직무|력|가 )(?![가-힣]{0,3}(?:겠|고 싶|려고|고자))"
    r"|\b(?:built|made|led|designed|wrote|cut|reduced|raised|improved|analy[sz]ed|created|developed|implemented"
    r"|introduced|proposed|measured|tested|compared|fixed|found|solved|trained|deployed|organi[sz]ed|launched|won)\b"
)
"""Something that was done; what one only wants to do (분석하겠습니다) is none."""
_OUTCOME = re.compile(
    r"결과|달성|수상|향상|감소|증가|단축|절감|성공|\b(?:result|achieved|won|award|saved)", re.IGNORECASE
)
_NAME = re.compile(r"(?<![A-Za-z])(?:[A-Z][a-z]*[A-Z0-9]|[A-Z]\.?[A-Z])|[‘“\"「『<《][^’”\"」』>》]{1,30}[’”\"」』>》]")
_LATIN, _HANGUL = re.compile("[A-Za-z]{2,}"), re.compile("[가-힣]")
_BACK = re.compile(
    r"(?:그래서|그 결과|그런데|그러나|그리고|하지만|따라서|이에|이를|이러한|이런|이로|이처럼|이때|당시|또한|그렇게"
    r"|이렇게|그 덕분|덕분에|[이그] 과정)"
    r"|(?:So|But|However|Therefore|As a result|This|That|These|Then|It|They|Because of)\b"
)
_HEADLINE = re.compile(r"[\[<【《〈「『].*[\]>】》〉」』]|[“‘\"'].*[”’\"']")
_POLITE_END = re.compile(r"(?:[가-힣]?니다|[가-힣]다|[함음됨임])\W*$")
_NUMBERS = re.compile(r"\d[\d,.]*")


@dataclass(frozen=True)
class Judged:
    """A sentence, why it may go, what a character of it is worth, and whether it leans on the one before.

    `answers`: it is the first sentence below a headline.
    """

    sentence: Sentence
    reason: CutReason
    worth: float
    refers_back: bool
    answers: bool = False


def judged(found: Sequence[Sentence]) -> tuple[Judged, ...]:
    """Judge each sentence of an answer, in order."""
    repeated = _repeated(found)
    headed = bool(found) and bool(_HEADLINE.fullmatch(found[0].text.strip()))
    judgements = []
    for place, one in enumerate(found):
        reason = "repeats" if place in repeated else _reason(one.text, place < _EARLY * len(found))
        worth = _WORTH[reason]
        if reason == "detail":
            worth += _more(one.text)
        if reason not in ("repeats", "filler"):
            worth += _LAST_ADDS * (place == len(found) - 1)
        answers = headed and place == 1
        judgements.append(Judged(one, reason, _ANSWERS if answers else worth, bool(_BACK.match(one.text)), answers))
    return tuple(judgements)


def _reason(sentence: str, early: bool) -> CutReason:
    number = has_number(sentence)
    if _FILLER.search(sentence) and not number:
        return "filler"
    if number or first_person(sentence) or _named(sentence) or _ACTION.search(sentence):
        return "detail"
    return "background" if early else "no-fact"


def _named(sentence: str) -> bool:
    """Tell whether the sentence names something: an acronym, a quoted name, in Korean any Latin word."""
    return bool(_NAME.search(sentence) or (_HANGUL.search(sentence) and _LATIN.search(sentence)))


def _more(sentence: str) -> float:
    return (
        _NUMBER_ADDS * has_number(sentence)
        + _FIRST_PERSON_ADDS * first_person(sentence)
        + _ACTION_ADDS * bool(_ACTION.search(sentence))
        + _OUTCOME_ADDS * bool(_OUTCOME.search(sentence))
    )


def _repeated(found: Sequence[Sentence]) -> set[int]:
    """Return the places of sentences whose letters and numbers stand in another one; of two alike the later."""
    pairs = [_pairs(one.text) for one in found]
    numbers = [set(_NUMBERS.findall(one.text)) for one in found]
    near = max(20, _COMPARED // max(1, len(found)))
    repeated: set[int] = set()
    for later in range(len(found)):
        for earlier in range(max(0, later - near), later):
            common = len(pairs[earlier] & pairs[later])
            for one, other in ((later, earlier), (earlier, later)):
                enough = len(pairs[one]) >= _LEAST_PAIRS and common >= _SAME * len(pairs[one])
                if enough and numbers[one] <= numbers[other]:
                    repeated.add(one)
                    break
    return repeated


def _pairs(sentence: str) -> set[str]:
    """Return the pairs of neighbouring letters, without the ending that all sentences share."""
    letters = "".join(filter(str.isalnum, _POLITE_END.sub("", sentence).casefold()))
    return {letters[place : place + 2] for place in range(len(letters) - 1)}
