"""Find known words in a text: Korean stems inside inflected words, English words whole or as prefixes."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import add

from stories.matching.preparation import cased, words


@dataclass(frozen=True, eq=False)
class Spotted:
    """One known word that stands in the text: what it stands for, and its form as the vocabulary writes it.

    `space` tells whose meaning it is, where one spotter looks for words of several vocabularies.
    """

    meaning: str
    surface: str
    space: str = ""


_Phrases = dict[str, list[tuple[list[str], bool, Spotted]]]


class Spotter:
    """A vocabulary: surface forms with the ids they stand for, and perhaps the space of the ids.

    A form with a capital letter is found with its capitals only (R, Go); `any_case`: only one of a letter or two.
    """

    def __init__(self, entries: Iterable[tuple[str, str] | tuple[str, str, str]], *, any_case: bool = False) -> None:
        self._stems: dict[str, list[tuple[str, Spotted]]] = {}
        self._phrases: _Phrases = {}
        self._capitals: _Phrases = {}
        self._prefixes: dict[str, list[tuple[str, Spotted]]] = {}
        for surface, meaning, *space in entries:
            form = cased(surface)
            self._add(form.casefold() if any_case and len(form) > 2 else form, Spotted(meaning, surface, *space))

    def _add(self, surface: str, spotted: Spotted) -> None:
        if any("가" <= letter <= "힣" for letter in surface):
            squeezed = surface.casefold().replace(" ", "")
            if len(squeezed) > 1:
                self._stems.setdefault(squeezed[:2], []).append((squeezed, spotted))
            return
        is_prefix = surface.endswith("*")
        if surface != surface.casefold():
            capitals = words(surface)
            if capitals:
                self._capitals.setdefault(capitals[0], []).append((capitals, False, spotted))
            return
        parts = words(surface.rstrip("*"))
        if is_prefix and len(parts) == 1:
            self._prefixes.setdefault(parts[0][:3], []).append((parts[0], spotted))
        elif parts:
            self._phrases.setdefault(parts[0], []).append((parts, is_prefix, spotted))

    def spot(self, text: str) -> list[Spotted]:
        """Return what stands in the text, each once. Forms with capitals are found in texts that keep theirs."""
        typed = words(text)
        return list(self.spot_each([text], [typed], [[word.casefold() for word in typed]])[0])

    def spot_each(
        self, pieces: Sequence[str], typed: Sequence[list[str]], folded: Sequence[list[str]]
    ) -> list[dict[Spotted, None]]:
        """Return what stands in each of the texts, each once; `typed` are their words, `folded` those in lower case."""
        found: list[dict[Spotted, None]] = [{} for _ in pieces]
        for spotted, piece in self._korean(pieces):
            found[piece][spotted] = None
        for here, plain, kept in zip(found, folded, typed, strict=True):
            here.update(dict.fromkeys(self._latin(plain)))
            if self._capitals and not self._capitals.keys().isdisjoint(kept):
                here.update(dict.fromkeys(_phrases(kept, self._capitals)))
        return found

    def _korean(self, pieces: Sequence[str]) -> Iterator[tuple[Spotted, int]]:
        """Look for stems with the spaces taken out; one may run over a space only from the start of a word."""
        folded = [piece.casefold() for piece in pieces]
        parts = " \n ".join(folded).split(" ")
        squeezed = "".join(parts)
        pairs = self._stems.keys() & set(map(add, squeezed, squeezed[1:]))
        if not pairs:
            return
        starts = [0, *accumulate(map(len, parts))]
        ends = list(accumulate(len(piece) - piece.count(" ") + 1 for piece in folded))
        for pair in sorted(pairs):
            for stem, spotted in self._stems[pair]:
                for place in _places(stem, squeezed):
                    if _stands(place, len(stem), starts):
                        yield spotted, bisect_right(ends, place)

    def _latin(self, tokens: list[str]) -> Iterator[Spotted]:
        yield from _phrases(tokens, self._phrases)
        for token in tokens:
            for prefix, spotted in self._prefixes.get(token[:3], ()):
                if token.startswith(prefix):
                    yield spotted
            plain = _singular(token)
            if plain != token:
                for parts, _, spotted in self._phrases.get(plain, ()):
                    if len(parts) == 1:
                        yield spotted


def _phrases(tokens: list[str], phrases: _Phrases) -> Iterator[Spotted]:
    for place, token in enumerate(tokens):
        for parts, is_prefix, spotted in phrases.get(token, ()):
            here = tokens[place : place + len(parts)]
            if here == parts or (is_prefix and here[:-1] == parts[:-1] and here[-1:] and _starts(here, parts)):
                yield spotted


def _starts(here: list[str], parts: list[str]) -> bool:
    return len(here) == len(parts) and here[-1].startswith(parts[-1])


def _singular(token: str) -> str:
    return token[:-1] if len(token) > 4 and token.endswith("s") and not token.endswith("ss") else token


def _places(stem: str, text: str) -> Iterator[int]:
    place = text.find(stem)
    while place >= 0:
        yield place
        place = text.find(stem, place + 1)


def _stands(place: int, length: int, starts: list[int]) -> bool:
    """Tell whether a form here begins a word or lies within one; `starts` holds where words begin without spaces."""
    word = bisect_right(starts, place) - 1
    return starts[word] == place or (word + 1 < len(starts) and place + length <= starts[word + 1])
