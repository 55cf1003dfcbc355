"""Common slips of Korean spelling, spacing and particles, by rules in a data file."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from stories.writing.checks.finding import Finding, Subject
from stories.writing.checks.hangul import syllables
from stories.writing.checks.lists import listed
from stories.writing.checks.particle_slips import Slip, particle_slips

_HANGUL = re.compile("[가-힣]")
_SYLLABLES = re.compile("[가-힣]+")
_UNSURE = re.compile(r"<\S+?>|\[[^\]]*\]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|.(?=[?*{])")
"""What of a pattern need not stand in what it finds: classes, groups, and what may be missing."""
_WORD = "[가-힣A-Za-z0-9%]"
_LONGEST = 20
"""Letters of the word around a slip that are shown on each side at most."""
_BEFORE = re.compile(rf"{_WORD}{{0,{_LONGEST}}}\Z")
_BEHIND = re.compile(rf"{_WORD}{{0,{_LONGEST}}}")


@dataclass(frozen=True)
class Rule:
    """One slip: what is wrong (a pattern), what to put there, and the reason, a key in languages (`slips.<reason>`).

    `wrong` and `right` are an example; the rule turns the first into the second.
    """

    find: str
    put: str
    reason: str
    wrong: str
    right: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern; made when a text first holds its sign, since most are seldom needed."""
        find = self.find
        for short, whole in _SHORT.items():
            find = find.replace(short, whole)
        return re.compile(find)

    @cached_property
    def sign(self) -> str:
        """Syllables that stand in all that the pattern finds; empty where there are none for sure."""
        sure = _UNSURE.sub(" ", self.find)
        return "" if "|" in sure else max(_SYLLABLES.findall(sure), key=len, default="")


def korean_slips(subject: Subject) -> Iterator[Finding]:
    """Find common slips of Korean, each with the whole word, what is right, and why; silent where it is not certain."""
    text = subject.text
    if not _HANGUL.search(text):
        return
    slips = _apart(sorted((*_by_rules(text), *particle_slips(text)), key=lambda one: (one.start, -one.end)))
    for start, end, here in _by_word(text, slips):
        right = _mended(text, start, end, here)
        details = {"wrong": text[start:end], "right": right, "reason": here[0].reason}
        yield Finding("korean-slips", "slip", start, end, details, right)


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules of the data file in its order."""
    return tuple(Rule(**item) for item in listed("korean_slips")["rules"])


def _by_rules(text: str) -> Iterator[Slip]:
    for rule in rules():
        if rule.sign in text:
            for match in rule.pattern.finditer(text):
                yield Slip(match.start(), match.end(), match.expand(rule.put), rule.reason)


def _apart(slips: Iterable[Slip]) -> Iterator[Slip]:
    """Return the slips without those that overlap an earlier one."""
    end = 0
    for one in slips:
        if one.start >= end:
            yield one
            end = one.end


def _by_word(text: str, slips: Iterable[Slip]) -> Iterator[tuple[int, int, list[Slip]]]:
    """Return the words with slips, from where to where; words that touch are one."""
    found: list[tuple[int, int, list[Slip]]] = []
    for one in slips:
        before = _BEFORE.search(text, max(0, one.start - _LONGEST), one.start)
        behind = _BEHIND.match(text, one.end)
        start, end = (before.start() if before else one.start), (behind.end() if behind else one.end)
        if found and start < found[-1][1]:
            first, last, others = found.pop()
            found.append((min(first, start), max(last, end), [*others, one]))
        else:
            found.append((start, end, [one]))
    yield from found


def _mended(text: str, start: int, end: int, slips: Iterable[Slip]) -> str:
    """Return the text from start to end with all these slips mended."""
    parts, place = [], start
    for one in slips:
        parts += [text[place : one.start], one.put]
        place = one.end
    return "".join([*parts, text[place:end]])


_SHORT = {
    "<start>": "(?<![가-힣])",
    "<end>": "(?![가-힣])",
    "<will>": "[할될볼갈올줄쓸알낼킬릴질칠힐살놀을울룰꿀뛸뺄셀일]",
    "<open>": f"[{syllables('')}]",
    "<closed>": f"[{''.join(syllables(one) for one in 'ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ')}]",
    "<ㄴ>": f"[{syllables('ㄴ')}]",
    "<ㄹ>": f"[{syllables('ㄹ')}]",
}
"""What the patterns of the data file may say for short; `<will>`: syllables of verbs that end in ㄹ (할, 될, ...)."""
