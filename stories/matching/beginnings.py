"""Where in a long text one of many short forms may begin: a quick look that leaves few places for a careful one."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

_BITS = 18
_SPREAD = np.array([0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D], dtype=np.uint32)


class Beginnings:
    """Forms of two letters or more by their first two or three: a Bloom filter with one hash (Bloom 1970)."""

    def __init__(self, forms: Iterable[str]) -> None:
        self._tables = {size: np.zeros(1 << _BITS, dtype=bool) for size in (2, 3)}
        known = list(forms)
        for size, table in self._tables.items():
            # a form of two letters is looked for by them, a longer one by its first three
            these = [form[:size] for form in known if len(form) == size or len(form) > size == 3]
            table[_hashes("".join(these), size)[::size]] = True

    def in_text(self, text: str) -> list[int]:
        """Return the places at which a form may begin, in order: all at which one does, and a few more."""
        may = np.zeros(len(text), dtype=bool)
        for size, table in self._tables.items():
            found = table[_hashes(text, size)]
            may[: len(found)] |= found
        places: list[int] = np.flatnonzero(may).tolist()
        return places


def _hashes(text: str, size: int) -> NDArray[np.uint32]:
    """Return a number for each run of so many letters in the text."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    count = max(len(codes) - size + 1, 0)
    mixed = np.zeros(count, dtype=np.uint32)
    for place in range(size):
        mixed ^= codes[place : place + count] * _SPREAD[place]
    return mixed >> np.uint32(32 - _BITS)
