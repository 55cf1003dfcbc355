"""Split notes and finished answers, Korean and English, into sentences with their places."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from stories.writing.style.hangul import NIEUN, SSANG_SIOT, syllables_with

_LINE = re.compile("[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_NUMBERING = (
    r"(?:\d{1,2}(?:[.-]\d{1,2})*[.)]|[(\[]\d{1,2}[)\]]|[가나다라마바사아자차카타파하][.)]|[A-Za-z]\)|[QA]\d{0,2}[.:)])"
)
_BULLETS = r"\s+|[•‣◦·●○■□▪▫▶▷►※★☆✓✔→⇒]+|[=-]>(?=\s|$)|[-–—](?=\s|$)"
_BEFORE_LINE = re.compile(
    rf"{_BULLETS}|[①-⑳]|(?:[*+>]|#{{1,6}}|\[[ xX]?\])(?=\s|$)|[-–—](?=[가-힣])"
    rf"|{_NUMBERING}(?=\s|$)(?!\s*\d{{1,2}}\.(?:\s|$))"
)
"""What stands before the sentence of a line: white space, bullets, arrows, headings and numbering, but not a date
(10. 21. 면접)."""
_BEFORE_NEXT = re.compile(_BULLETS)


_PAST = syllables_with(SSANG_SIOT)
"""Syllables that end in ㅆ: the sign of the past, of 있다 and of 겠다."""
_PLAIN = syllables_with(NIEUN)
"""Syllables that end in ㄴ: 한다, 느낀다, 먹는다."""
_CLOSING = "\"'”’)\\]）］」』》〉】}*"
_QUOTING = "이?라고|이?라는|이?라며|이?라면서|이?란"
_STARTS = (
    "저는|제가|저의|나는|내가|우리는|그리고|그래서|하지만|그러나|그런데|또한|또|이를|이후|당시|특히|먼저|따라서|결국"
)
_END = re.compile(
    rf"(?P<marks>(?<![.!?。？！…])[.!?。？！…]++)(?P<closing>[{_CLOSING}]*+)(?=\s|$)"
    rf"|(?<=[가-힣][다요죠까])[.!?](?=[가-힣])(?!하는|하고|{_QUOTING})"
    rf"|(?:(?<=[가-힣]니[다까])|(?<=[가-힣][세어아해에예]요))(?=\s+(?:{_STARTS})\s)"
    rf"|(?:(?<=[함됨])|(?<=[{_PAST}][음다]))(?=\s+[=-]>\s)"
)
_QUOTED = re.compile(
    r"\"[^\"]*\"|“[^“”]*”|‘[^‘’]*’|(?<![A-Za-z0-9])'[^']*'(?![A-Za-z0-9])|\([^()]*\)|\[[^\[\]]*\]|「[^「」]*」"
)
_FINISHED = re.compile(rf"(?:[{_PAST}][다음]|니다|[{_PLAIN}]다|[가-힣][어아해]요|[가-힣]죠)$")
_DATE = re.compile(r"(?<![\d.])(?:\d{2,4}\.\d{1,2}\.\d{1,2}|(?:19|20)\d\d\.\d{1,2})$")
_NEXT_QUOTES = re.compile(_QUOTING)
_NEXT_QUOTES_CLOSED = re.compile(rf"(?:{_QUOTING}|하고\s|하는\s|하며\s|고\s|는\s)")
_NEAR = 40
"""Code points on either side that are looked at: longer than any abbreviation, ending or word that starts a
sentence."""

_NEVER_LAST = re.compile(r"e\.g|i\.e|vs|cf|[dm]r|mrs|ms|prof|st|dept|approx|viz|a\.k\.a", re.IGNORECASE)
_BEFORE_NUMBER = re.compile(
    "nos?|fig|eq|sec|ch|vol|ver|avg|min|max|pp?|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec", re.IGNORECASE
)
_MAYBE_LAST = re.compile(r"etc|inc|ltd|co|corp|u\.[sk]|ph\.d|[mb]\.[sa]|[ap]\.m|[js]r|al|[a-hj-z]", re.IGNORECASE)
"""Words with a full stop of their own. The last ones may end a sentence: what follows tells. `I` is no initial."""
_STARTER = re.compile(
    "The|An?|I|We|He|She|It|They|You|This|That|These|Those|My|Our|His|Her|Its|Their|There|Here|In|On|At|By|For|From|"
    "With|After|Before|During|When|While|As|If|Then|But|And|So|However|Also|Although|Because|Since|Once|To|What|How|"
    "Later|Finally|First|Second|Next"
)


@dataclass(frozen=True)
class Sentence:
    """One sentence of a text; `start` and `end` are its place in code points: text[start:end] == .text"""

    text: str
    start: int
    end: int


def sentences(text: str) -> tuple[Sentence, ...]:
    """Split the text into its sentences, in order.

    A line end always ends a sentence: notes have a half sentence a line. So do . ! ? 。 … before a space, with the
    closing quotes and brackets behind them, but not inside quotes and brackets, numbers, dates, abbreviations, names
    with dots and ellipses in the middle. Korean without a full stop is split only where an arrow follows, or a polite
    ending and a word that starts a sentence. Bullets and numbering at the start of a line stand outside; a piece
    without a letter or digit is no sentence.
    """
    return tuple(
        Sentence(text[start:end], start, end)
        for line in _LINE.finditer(text)
        for start, end in _in_line(text, line.start(), line.end())
        if any(letter.isalnum() for letter in text[start:end])
    )


def _in_line(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    line = text[start:end]
    at = _behind(_BEFORE_LINE, line, 0)
    quoted = _quoted(line, at)
    for found in _END.finditer(line, at):
        if found.start() >= at and _ends(line, at, found, quoted.get(found.start())):
            yield start + at, start + found.end()
            at = _behind(_BEFORE_NEXT, line, found.end())
    yield start + at, start + max(at, len(line.rstrip()))


def _behind(outside: re.Pattern[str], line: str, at: int) -> int:
    """Return the place behind all that matches here."""
    while found := outside.match(line, at):
        at = found.end()
    return at


def _quoted(line: str, at: int) -> dict[int, int]:
    """Return for each place inside quotes or brackets where they open."""
    spans = ((found.start(), found.end()) for found in _QUOTED.finditer(line, at))
    return {place: start for start, end in spans for place in range(start, end - 1)}


def _ends(line: str, at: int, found: re.Match[str], opened: int | None) -> bool:
    """Tell whether the sentence that starts at `at` ends here; `opened`: where the quotes around this place open."""
    marks, after = found["marks"], line[found.end() : found.end() + _NEAR].lstrip()
    if opened is not None:
        return bool(found["closing"]) and (not after or (opened == at and line[at] in "([") or _starts(after))
    if not marks or not after:
        return True
    if (_NEXT_QUOTES_CLOSED if found["closing"] else _NEXT_QUOTES).match(after):
        return False
    if set(marks) & set("!?？！。"):
        return True
    before = line[max(at, found.start() - _NEAR) : found.start()]
    if marks != ".":
        return bool(_FINISHED.search(before))
    return bool(found["closing"]) or not _goes_on(before, after)


def _goes_on(before: str, after: str) -> bool:
    """Tell whether a full stop between these two belongs to the word before it."""
    word = before.split()[-1].lstrip("([{\"'“‘") if before.split() else ""
    if word.isdigit():
        return len(word) == 1 or not "A" <= after[0] <= "Z"
    if _BEFORE_NUMBER.fullmatch(word):
        return after[0].isdigit()
    if _MAYBE_LAST.fullmatch(word):
        return not _starts(after)
    return not word or _NEVER_LAST.fullmatch(word) is not None or _DATE.search(word) is not None


def _starts(after: str) -> bool:
    """Tell whether the English that follows starts a sentence."""
    return _STARTER.fullmatch(after.split()[0].rstrip(",")) is not None
