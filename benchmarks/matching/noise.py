"""The same Korean question as people type it: without spaces, with slips, as they chat, on the wrong keyboard."""

import random
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from benchmarks.matching.keys import LATIN, composed, is_syllable, latin, neighbours, typed

SEED = 7
SYLLABLES_A_SLIP = 10

SPOKEN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "어떻게": ("어케", "어떡해", "어뜨케"), "무엇을": ("뭘", "뭐를"), "무엇이": ("뭐가", "머가"),
        "무엇": ("뭐", "머"), "것이": ("게",), "것을": ("걸",), "것은": ("건",), "것": ("거",), "거예요": ("거에요",),
        "이야기": ("얘기",), "그런데": ("근데",), "가장": ("젤", "제일"), "제일": ("젤",), "너무": ("넘",),
        "조금": ("좀", "쫌"), "많이": ("마니",), "그냥": ("걍",), "우리": ("울",), "하려고": ("할려고", "할라고"),
        "려고": ("려구",), "는데": ("는대",), "던데": ("던대",), "로서": ("로써",), "역할": ("역활",),
        "괜찮": ("갠찮", "괜찬"), "않": ("안",), " 안 ": (" 않 ",), "되": ("돼",), "했": ("햇",), "었": ("엇",),
        "았": ("앗",), "있": ("잇",), "겠": ("겟",), "됐": ("됫",), "웠": ("웟",), "습니까": ("슴까", "습니까"),
        "습니다": ("슴다", "습니당"), "주세요": ("주세여", "주셈"), "세요": ("세여",), "어요": ("어여", "어용"),
        "아요": ("아여",), "해요": ("해여",), "나요": ("나여",), "까요": ("까여",), "지요": ("죠",), "예요": ("에요",),
        "이에요": ("이예요",), "해 주": ("해주",), "해 보": ("해보",), "한 적": ("한적",), "적 있": ("적잇",),
    }
)  # fmt: skip
"""How people type what is spelled otherwise; where there are several ways, one is drawn."""
_SPOKEN = re.compile("|".join(sorted(map(re.escape, SPOKEN), key=len, reverse=True)))


def without_spaces(text: str) -> str:
    """Return the text with all spaces left out."""
    return "".join(text.split())


def with_slips(text: str) -> str:
    """Return the text with one wrong key for every ten syllables, at least one where there is a syllable.

    A slip is a neighbouring key, two keys swapped, a key left out or a key hit twice, each as likely; an input method
    then puts the keys together, so that one slip may change two syllables. The same text has always the same slips.
    """
    dice = random.Random(f"{SEED} {text}")
    keys = list(typed(text))
    struck = [place for place, key in enumerate(keys) if key in LATIN]
    syllables = sum(map(is_syllable, text))
    slips = min(max(round(syllables / SYLLABLES_A_SLIP), 1), len(struck)) if syllables else 0
    for place in sorted(dice.sample(struck, slips), reverse=True):
        keys[place : place + 2] = dice.choice(_SLIPS)(keys[place : place + 2], dice)
    return composed("".join(keys))


def _neighbour(keys: list[str], dice: random.Random) -> list[str]:
    return [dice.choice(neighbours(keys[0])), *keys[1:]]


def _swapped(keys: list[str], dice: random.Random) -> list[str]:
    return keys[::-1] if len(set(keys)) == 2 else keys[1:]


def _dropped(keys: list[str], dice: random.Random) -> list[str]:
    return keys[1:]


def _doubled(keys: list[str], dice: random.Random) -> list[str]:
    return [keys[0], *keys]


_SLIPS = (_neighbour, _swapped, _dropped, _doubled)


def spoken(text: str) -> str:
    """Return the text in the spelling of chats. The same text gives always the same."""
    dice = random.Random(f"{SEED} {text}")
    return _SPOKEN.sub(lambda found: dice.choice(SPOKEN[found.group()]), text)


NOISES: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "without spaces": without_spaces,
        "one key slip in ten syllables": with_slips,
        "as people chat": spoken,
        "on Latin keys": latin,
    }
)
