"""Find known words in a text: Korean stems inside inflected words, English words whole or as prefixes."""

import gc
import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from stories.matching.beginnings import Beginnings
from stories.matching.preparation import cased, words


@dataclass(frozen=True, eq=False)
class Spotted:
    """One known word that stands in the text: what it stands for, and its form as the vocabulary writes it.

    `space` tells whose meaning it is, where one spotter looks for words of several vocabularies.
    """

    meaning: str
    surface: str
    space: str = ""


KEY = 3
"""Letters by which Korean forms are looked up; those of two stand under their two."""
_Phrases = dict[str, list[tuple[Sequence[str], bool, int]]]


class Spotter:
    """A vocabulary: surface forms with the ids they stand for, and perhaps the space of the ids.

    A form with a capital letter is found with its capitals only (R, Go); `any_case`: only one of a letter or two.
    """

    def __init__(self, entries: Iterable[tuple[str, str] | tuple[str, str, str]], *, any_case: bool = False) -> None:
        self._entries: list[Sequence[str]] = [(meaning, surface, *space) for surface, meaning, *space in entries]
        self._stems: dict[str, list[tuple[str, int]]] = {}
        self._phrases: _Phrases = {}
        self._capitals: _Phrases = {}
        self._prefixes: dict[str, list[tuple[str, int]]] = {}
        self._made: dict[int, Spotted] = {}
        for place, (_, surface, *_) in enumerate(self._entries):
            form = cased(surface)
            self._add(form.casefold() if any_case and len(form) > 2 else form, place)

    @classmethod
    def restored(cls, kept: bytes) -> "Spotter":
        """Return the spotter that `to_bytes` gave the bytes of; many times as fast as making it anew."""
        made = cls(())
        collecting = gc.isenabled()
        gc.disable()  # a hundred thousand small lists, none of them garbage
        try:
            made._entries, made._stems, made._phrases, made._capitals, made._prefixes = json.loads(kept)
        finally:
            if collecting:
                gc.enable()
        return made

    def to_bytes(self) -> bytes:
        """Return what `restored` needs to make the same spotter again."""
        parts = (self._entries, self._stems, self._phrases, self._capitals, self._prefixes)
        return json.dumps(parts, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")

    def _add(self, surface: str, place: int) -> None:
        if any("가" <= letter <= "힣" for letter in surface):
            squeezed = surface.casefold().replace(" ", "")
            if len(squeezed) > 1:
                self._stems.setdefault(squeezed[:KEY], []).append((squeezed, place))
            return
        is_prefix = surface.endswith("*")
        if surface != surface.casefold():
            capitals = words(surface)
            if capitals:
                self._capitals.setdefault(capitals[0], []).append((capitals, False, place))
            return
        parts = words(surface.rstrip("*"))
        if is_prefix and len(parts) == 1:
            self._prefixes.setdefault(parts[0][:3], []).append((parts[0], place))
        elif parts:
            self._phrases.setdefault(parts[0], []).append((parts, is_prefix, place))

    def _spotted(self, place: int) -> Spotted:
        """Return the entry as what is handed out: always the same one, made when it is first found."""
        found = self._made.get(place)
        if found is None:
            found = self._made[place] = Spotted(*self._entries[place])
        return found

    def spot(self, text: str) -> list[Spotted]:
        """Return what stands in the text, each once. Forms with capitals are found in texts that keep theirs."""
        typed = words(text)
        return list(self.spot_each([text], [typed], [[word.casefold() for word in typed]])[0])

    def spot_each(
        self, pieces: Sequence[str], typed: Sequence[list[str]], folded: Sequence[list[str]]
    ) -> list[dict[Spotted, None]]:
        """Return what stands in each of the texts, each once; `typed` are their words, `folded` those in lower case."""
        found: list[dict[Spotted, None]] = [{} for _ in pieces]
        for place, piece in self._korean(pieces):
            found[piece][self._spotted(place)] = None
        for here, plain, kept in zip(found, folded, typed, strict=True):
            here.update(dict.fromkeys(map(self._spotted, self._latin(plain))))
            if self._capitals and not self._capitals.keys().isdisjoint(kept):
                here.update(dict.fromkeys(map(self._spotted, _phrases(kept, self._capitals))))
        return found

    def _korean(self, pieces: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Look for stems with the spaces taken out; one may run over a space only from the start of a word."""
        folded = [piece.casefold() for piece in pieces]
        parts = " \n ".join(folded).split(" ")
        squeezed = "".join(parts)
        places = self._beginnings.in_text(squeezed)
        if not places:
            return
        starts = [0, *accumulate(map(len, parts))]
        ends = list(accumulate(len(piece) - piece.count(" ") + 1 for piece in folded))
        for place in places:
            for size in (KEY - 1, KEY):
                for stem, entry in self._stems.get(squeezed[place : place + size], ()):
                    if squeezed.startswith(stem, place) and _stands(place, len(stem), starts):
                        yield entry, bisect_right(ends, place)

    @cached_property
    def _beginnings(self) -> Beginnings:
        return Beginnings(self._stems)

    def _latin(self, tokens: list[str]) -> Iterator[int]:
        yield from _phrases(tokens, self._phrases)
        for token in tokens:
            if "가" <= token[0] <= "힣":  # what holds Hangul stands among the stems
                continue
            for prefix, entry in self._prefixes.get(token[:3], ()):
                if token.startswith(prefix):
                    yield entry
            plain = _singular(token)
            if plain != token:
                for parts, _, entry in self._phrases.get(plain, ()):
                    if len(parts) == 1:
                        yield entry


def _phrases(tokens: list[str], phrases: _Phrases) -> Iterator[int]:
    for place, token in enumerate(tokens):
        for parts, is_prefix, entry in phrases.get(token, ()):
            here = tokens[place : place + len(parts)]
            if here == parts or (is_prefix and here[:-1] == parts[:-1] and here[-1:] and _starts(here, parts)):
                yield entry


def _starts(here: Sequence[str], parts: Sequence[str]) -> bool:
    return len(here) == len(parts) and here[-1].startswith(parts[-1])


def _singular(token: str) -> str:
    return token[:-1] if len(token) > 4 and token.endswith("s") and not token.endswith("ss") else token


def _stands(place: int, length: int, starts: list[int]) -> bool:
    """Tell whether a form here begins a word or lies within one; `starts` holds where words begin without spaces."""
    word = bisect_right(starts, place) - 1
    return starts[word] == place or (word + 1 < len(starts) and place + length <= starts[word + 1])
