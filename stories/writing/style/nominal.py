"""Polite forms of note style: sentences that end in a nominal (했음, 사용함, 임) or in a few nouns (예정, 공부중)."""

import re

from stories.writing.style.hangul import (
    MIEUM,
    NIEUN,
    NONE,
    RIEUL,
    RIEUL_MIEUM,
    SSANG_SIOT,
    final,
    syllables_with,
    with_final,
)
from stories.writing.style.plain import from_copula, is_adjective, is_state, with_ending
from stories.writing.style.words import ends_in, pairs, table

_OBJECT = re.compile(r"[을를]$")
_BEHIND_ACTION = re.compile(r"(?:[을를로에도]|에게|까지)$")
_PREDICATE = re.compile(
    r"(?:[이가도더게기히]|매우|아주|너무|가장|상당히|굉장히|정말|꽤|다소|조금|좀|훨씬|더욱|아직|비교적)$"
)
_QUALITY = re.compile("(?:점이|징이|덕목이|무기가|비결이|가치가)$")
_NO_PREDICATE = re.compile(r"(?:[의,:/·|]|및)$")
_NOT_THE_PAST = re.compile(
    r"(?:^|\s)(?:매일|매주|매달|매월|매년|매번|항상|늘|보통|주로|평소|자주|현재|지금|요즘|앞으로|향후|추후|내일|다음)(?=[\s에는도,])"
    r"|(?:면|수록|마다|때는)(?=[\s,])"
    r"|(?<=[A-Za-z0-9)])\s?(?:은|는|란|이란|이|가)(?=\s)"
    r"|(?:모델|알고리즘|기법|방식|방법|함수|시스템|서비스|라이브러리|프레임워크|네트워크|신경망|도구|구조|개념|이론|용어)[은는이가란](?=\s)"
)
"""Habits, plans, conditions, and things as the subject: 함 may stand for the present there (PCA는 축을 사용함)."""
_TOLD = re.compile(
    rf"(?![있겠])[{syllables_with(SSANG_SIOT)}](?:고|지만|으나|으며|는데|다가|더니)(?=[\s,])|더니(?=[\s,])"
)
_REPORTED = re.compile(r"(?:다고|라고|자고|도록)\s")
_FUTURE_NOUNS = frozenset(["계획", "생각", "작정"])
_INTENDED = re.compile(
    r"(?:할|될|갈|볼|쓸|낼|킬|칠|배울|세울|키울|채울|만들|읽을|얻을|찾을|쌓을|이룰|다룰|나갈|가질|이끌)$"
)
_ADNOMINAL = re.compile(r"(?:[는된던]|(?<![제권기무])한|않은)$")
_TOPIC = re.compile(r"(?:것|점|이유|목표|역할|핵심|장점|단점|특징|차이|강점|약점|방법|과제|목적|[A-Za-z])\s?[은는]\s")
_AMONG = re.compile(r"(?:하는|되는|[가-힣]는)$")


def from_nominal(word: str, before: str) -> str | None:
    """Return the polite form of a last word that ends in ㅁ; None where it is not certain.

    함 is the past of notes (사용함 -> 사용했습니다: issue 4) but for adjectives (중요함 -> 중요합니다), and is left
    where it may be said of the present or be a noun.
    """
    stem, last, previous = word[:-1], word[-1], _last_word(before)
    if last == "음" and (final(word[-2:-1]) == SSANG_SIOT or stem.endswith("없")):
        return stem + "습니다"
    if last == "임":
        return _from_being(stem, before) or _from_other_verb(word, before, previous)
    if last == "함":
        return _from_hada(stem, before, previous)
    if last == "됨":
        return _from_becoming(stem, before, previous)
    if word.endswith("시킴") and len(word) > 2:
        return None if _may_be_present(before) else stem[:-1] + "시켰습니다"
    return _from_state(word, previous) or _from_other_verb(word, before, previous)


def from_noun(word: str, before: str) -> str | None:
    """Return the polite form of a noun of plans or of doing at the end: 참여할 예정, 공부중; None for other nouns."""
    previous = _last_word(before)
    if word.endswith("중"):
        return _from_doing(word[:-1], previous)
    if not previous or _NO_PREDICATE.search(previous):
        return None
    certain = {
        "예정": True,
        "때문": True,
        "덕분": True,
        "편": final(previous[-1]) == NIEUN and len(previous) > 1,
        "듯": final(previous[-1]) in (NIEUN, RIEUL),
        "상태": _ADNOMINAL.search(previous) is not None,
        "것": _ADNOMINAL.search(previous) is not None and _TOPIC.search(before) is not None,
    }
    if certain.get(word) or (word in _FUTURE_NOUNS and _INTENDED.search(previous)):
        return "듯합니다" if word == "듯" else word + "입니다"
    return None


def _may_be_present(before: str) -> bool:
    """Tell whether a nominal behind this may be said of the present: no other verb of it is in the past."""
    if _TOLD.search(before):
        return False
    return _NOT_THE_PAST.search(_REPORTED.split(before)[-1]) is not None


def _last_word(before: str) -> str:
    words = before.rsplit(None, 1)
    return words[-1] if words else ""


def _from_being(stem: str, before: str) -> str | None:
    """예정임 -> 예정입니다, 공부중임 -> 공부 중입니다."""
    if stem.endswith("중"):
        return from_copula(stem + "이", before)
    if not stem or ends_in(stem + "임", "nouns_in_im") or stem + "이" in table("verbs_in_i"):
        return None
    if final(stem[-1]) not in (None, NONE):
        return stem + "입니다" if len(stem) > 1 or before.strip() else None
    return from_copula(stem, before)


def _from_hada(stem: str, before: str, previous: str) -> str | None:
    """사용함 -> 사용했습니다, 중요함 -> 중요합니다."""
    if is_state(stem):
        return stem + "합니다" if _is_predicate(stem, previous) else None
    if ends_in(stem, "either") or _may_be_present(before):
        return None
    has_object = _has_object(before)
    if stem == "":
        certain = re.search("(?:[A-Za-z]|게|도록|기로)$", previous) is not None or ends_in(previous, "actions")
    elif stem[-1].isascii():
        certain = stem[-1].isalpha() and (has_object or re.search("(?:에서|[에로와과고해])$", previous) is not None)
    elif len(stem) == 1:
        certain = has_object and stem in table("short_actions")
    else:
        certain = has_object or (ends_in(stem, "actions") and stem not in table("containers"))
    return stem + "했습니다" if certain else None


def _has_object(before: str) -> bool:
    """Tell whether an object stands before the last word, or before one adverb in front of it: 데이터를 따로 보관함."""
    *others, previous = before.rsplit(None, 2) or [""]
    adverb = len(others) > 0 and final(previous[-1]) not in (NIEUN, RIEUL) and not _NO_PREDICATE.search(previous)
    return _OBJECT.search(previous) is not None or (adverb and _OBJECT.search(others[-1]) is not None)


def _is_predicate(stem: str, previous: str) -> bool:
    """Tell whether a state is said of something here, and is no noun: 전처리가 중요함, not 나의 강점은 성실함."""
    if ends_in(stem, "predicates"):
        return previous != "" and not _NO_PREDICATE.search(previous)
    return _PREDICATE.search(previous) is not None and not _QUALITY.search(previous)


def _from_becoming(stem: str, before: str, previous: str) -> str | None:
    """깨닫게 됨 -> 깨닫게 되었습니다, 선정됨 -> 선정되었습니다, 0.85로 향상됨 -> 향상되었습니다."""
    if _may_be_present(before):
        return None
    measured = ends_in(stem, "changes") and re.search(r"\d", before) is not None
    certain = previous.endswith("게") if stem == "" else ends_in(stem, "events") or measured
    return stem + "되었습니다" if certain else None


def _from_state(word: str, previous: str) -> str | None:
    """성능이 좋음 -> 좋습니다, 하고 싶음 -> 싶습니다, 속도가 빠름 -> 빠릅니다."""
    last = word[-1]
    stem = word[:-1] if last == "음" else word[:-1] + with_final(last, NONE)
    if last != "음" and stem not in table("adjectives_open"):
        stem = word[:-1] + with_final(last, RIEUL) if last in "듦듬" else ""
    if not stem or not is_adjective(stem):
        return None
    if stem == "않":
        return "않습니다" if previous.endswith("지") and is_adjective(previous[:-1]) else None
    certain = stem in ("싶", "같") if previous.endswith(("고", "것", "듯")) else _PREDICATE.search(previous) is not None
    return with_ending(stem) if certain else None


def _from_other_verb(word: str, before: str, previous: str) -> str | None:
    """기초를 쌓음 -> 쌓았습니다, 0.85로 높아짐 -> 높아졌습니다."""
    if _may_be_present(before):
        return None
    if word in pairs("changed"):
        return pairs("changed")[word] + "습니다" if re.search(r"\d", before) else None
    if word.endswith("받음") and ends_in(word[:-2], "actions"):
        return word[:-1] + "았습니다"
    if word not in pairs("acted"):
        return None
    behind = _OBJECT if word in table("acted_nouns") else _BEHIND_ACTION
    return pairs("acted")[word] + "습니다" if behind.search(previous) else None


def _from_doing(stem: str, previous: str) -> str | None:
    """공부중 -> 공부 중입니다, 준비하는 중 -> 중입니다; 후보 중 (among) is left."""
    if stem:
        return stem + " 중입니다" if ends_in(stem, "actions") else None
    return "중입니다" if _AMONG.search(previous) or ends_in(previous, "actions") else None


def is_nominal(word: str) -> bool:
    """Tell whether the last syllable ends in ㅁ or ㄻ: 함, 했음, 임, 만듦."""
    return final(word[-1]) in (MIEUM, RIEUL_MIEUM)
