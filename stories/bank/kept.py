"""What is worked out from files that come with storybank, kept on this machine so that it is made once."""

import contextlib
import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path

from stories.errors import StoryBankError
from stories.files import disk
from stories.files.places import cache_folder

_CHECK_BYTES = 32
_DIGITS = 24


def kept(name: str, sources: Iterable[Path], make: Callable[[], bytes]) -> bytes:
    """Return what `make` gives, from the copy that was kept for exactly these sources where there is one.

    A copy is named after the content of its sources and begins with a checksum of its own, so that it can neither
    disagree nor be half a copy. Those of other sources are removed. Where nothing can be kept it is made each time.
    """
    path = cache_folder() / f"{name}-{_digest(sources)}"
    with contextlib.suppress(OSError):
        check, content = _split(path.read_bytes())
        if check == hashlib.sha256(content).digest():
            return content
        path.unlink()
    made = make()
    _keep(path, made)
    return made


def _digest(sources: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in sources:
        content = path.read_bytes()
        digest.update(f"{path.name} {len(content)} ".encode())
        digest.update(content)
    return digest.hexdigest()[:_DIGITS]


def _split(raw: bytes) -> tuple[bytes, bytes]:
    return raw[:_CHECK_BYTES], raw[_CHECK_BYTES:]


def _keep(path: Path, content: bytes) -> None:
    with contextlib.suppress(OSError, StoryBankError):
        for old in path.parent.glob(f"{path.name.rpartition('-')[0]}-{'[0-9a-f]' * _DIGITS}"):
            old.unlink()
        disk.create(path, hashlib.sha256(content).digest() + content)
