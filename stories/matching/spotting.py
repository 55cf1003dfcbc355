"""Find known words in a text: Korean stems inside inflected words, English words whole or as prefixes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from stories.matching.preparation import cased, words


@dataclass(frozen=True)
class Spotted:
    """One known word that stands in the text: what it stands for, and its form as the vocabulary writes it."""

    meaning: str
    surface: str


_Phrases = dict[str, list[tuple[list[str], bool, Spotted]]]


class Spotter:
    """A vocabulary: pairs of a surface form and the id it stands for.

    A form with a capital letter is found with its capitals only (R, Go); `any_case`: only one of a letter or two.
    """

    def __init__(self, entries: Iterable[tuple[str, str]], *, any_case: bool = False) -> None:
        self._stems: dict[str, list[tuple[str, Spotted]]] = {}
        self._phrases: _Phrases = {}
        self._capitals: _Phrases = {}
        self._prefixes: dict[str, list[tuple[str, Spotted]]] = {}
        for surface, meaning in entries:
            form = cased(surface)
            self._add(form.casefold() if any_case and len(form) > 2 else form, Spotted(meaning, surface))

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
        folded = text.casefold()
        found = dict.fromkeys(self._korean(folded))
        found.update(dict.fromkeys(self._latin(words(folded))))
        if self._capitals:
            found.update(dict.fromkeys(_phrases(words(text), self._capitals)))
        return list(found)

    def _korean(self, text: str) -> Iterator[Spotted]:
        """Look for stems with the spaces taken out; one may run over a space only from the start of a word."""
        squeezed, word_ends, starts = _without_spaces(text)
        for place in range(len(squeezed) - 1):
            for stem, spotted in self._stems.get(squeezed[place : place + 2], ()):
                inside = place + len(stem) <= word_ends[place]
                if (inside or place in starts) and squeezed.startswith(stem, place):
                    yield spotted

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


def _without_spaces(text: str) -> tuple[str, list[int], set[int]]:
    """Return the text without spaces, for each letter the end of its word, and the starts of words."""
    parts = text.split(" ")
    ends: list[int] = []
    starts: set[int] = set()
    for part in parts:
        starts.add(len(ends))
        ends.extend([len(ends) + len(part)] * len(part))
    return "".join(parts), ends, starts
