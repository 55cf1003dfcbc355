"""Which sentences to cut first when an answer is over its limit."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from stories.model.application import CountingRule
from stories.writing.count import AIM, as_counted, count
from stories.writing.dispensable import CutReason, Judged, judged
from stories.writing.selection import Item, selection
from stories.writing.sentences import Sentence, sentences

_GAP = re.compile(r"(\s*)(.*)", re.DOTALL)


@dataclass(frozen=True)
class Cut:
    """A sentence to cut; `saves`: what the text gets shorter by in the unit of the rule, with the space around it."""

    sentence: Sentence
    saves: int
    reason: CutReason


@dataclass(frozen=True)
class _Piece:
    """A sentence with the bullet that goes with it, the space before it, and the judgement on it."""

    judged: Judged
    before: str
    bullet: str


def cuts(text: str, limit: int, rule: CountingRule) -> tuple[Cut, ...]:
    """Return the sentences to cut so that the text is inside the limit, the most dispensable first; () where it is.

    Never the first sentence. Repetition goes first, then commonplaces, background, sentences without a fact, and facts
    last; at least AIM[0] percent of the limit stay full where the sentences allow it. Where the first sentence alone
    is over the limit all others are returned. Places are those of the text as it is counted (`as_counted`); `limit`
    may be any number.
    """
    text = as_counted(text)
    over = count(text).by(rule) - limit
    if over <= 0:
        return ()
    rest = _pieces(text)[1:]
    saves = _saves(rest, rule)
    kept = _kept(rest, saves, over, limit)
    found = [place for place in range(len(rest)) if place not in kept]
    found.sort(key=lambda place: (rest[place].judged.worth, -place))
    return tuple(Cut(rest[place].judged.sentence, saves[place], rest[place].judged.reason) for place in found)


def without(text: str, chosen: Sequence[Cut]) -> str:
    """Return the text as it is counted without these sentences; one that no longer stands at its place is left alone.

    Between two sentences that are kept the strongest separation stays: a paragraph that ended still ends.
    """
    text = as_counted(text)
    pieces, gone = _pieces(text), {one.sentence for one in chosen}
    if not pieces:
        return text
    written, separation = "", ""
    for piece in pieces:
        separation = max(separation, piece.before, key=_strength)
        if piece.judged.sentence not in gone:
            written += separation + piece.bullet + piece.judged.sentence.text
            separation = ""
    return written + text[pieces[-1].judged.sentence.end :]


def _kept(rest: list[_Piece], saves: list[int], over: int, limit: int) -> set[int]:
    """Return the places of the sentences to keep; none where the first sentence alone fills the limit.

    What is kept may take what the cuts of all would save beyond `over`. The sentence below a headline stays if it can.
    """
    room = sum(saves) - over
    answer = {0} if rest and rest[0].judged.answers and saves[0] <= room else set()
    room -= sum(saves[place] for place in answer)
    if room < 0:
        return set()
    others = [place for place in range(len(rest)) if place not in answer]
    items = [_item(rest[place].judged, saves[place], place) for place in others]
    taken = selection(items, room, (max(0, room - limit * (100 - AIM[0]) // 100), room))
    return answer | {others[place] for place in taken}


def _pieces(text: str) -> list[_Piece]:
    found, end = [], 0
    for one in judged(sentences(text)):
        gap = _GAP.fullmatch(text, end, one.sentence.start)
        before, bullet = gap.groups() if gap else ("", "")
        found.append(_Piece(one, before, bullet))
        end = one.sentence.end
    return found


def _saves(rest: list[_Piece], rule: CountingRule) -> list[int]:
    """Return what each cut saves at least: of the separations around a sentence one stays, the smaller one counts."""
    before = [count(piece.before).by(rule) for piece in rest]
    around = zip(before, [*before[1:], *before[-1:]], strict=True)
    return [
        count(piece.bullet + piece.judged.sentence.text).by(rule) + min(both)
        for piece, both in zip(rest, around, strict=True)
    ]


def _strength(separation: str) -> tuple[int, int]:
    return len(f"{separation}.".splitlines()), len(separation)


def _item(one: Judged, saved: int, place: int) -> Item:
    """Return the sentence as something to keep; one that refers back is worth less where what it refers to goes."""
    value = one.worth * saved + 1
    return Item(saved, value, value / 2 if one.refers_back and place else value)
