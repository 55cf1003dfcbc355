"""Every sentence that a person reads, in Korean and English, and the small lookup."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

LANGUAGES = ("ko", "en")
"""Ids of the languages; each is one YAML file beside this one, in the order in which they are offered."""

_FOLDER = Path(__file__).parent


class Sentences:
    """Looks a sentence up by its dotted key and fills its `{places}`; a missing key is our bug and raises."""

    def __init__(self, language: str, texts: Mapping[str, str]) -> None:
        self.language = language
        self._texts = texts

    def __call__(self, key: str, /, **details: object) -> str:
        """Return the sentence with the details in their places."""
        return self._texts[key].format_map({name: str(value) for name, value in details.items()})

    def __contains__(self, key: str) -> bool:
        return key in self._texts

    def keys(self) -> tuple[str, ...]:
        """Return all keys in the order of the file."""
        return tuple(self._texts)

    def raw(self, key: str) -> str:
        """Return the sentence with its places open."""
        return self._texts[key]


@cache
def sentences(language: str) -> Sentences:
    """Return the sentences of 'ko' or 'en'; of Korean for any other."""
    name = language if language in LANGUAGES else LANGUAGES[0]
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    tree = yaml.load((_FOLDER / f"{name}.yaml").read_text(encoding="utf-8"), Loader=loader)
    return Sentences(name, dict(_flat(tree, "")))


def _flat(tree: Mapping[str, object], prefix: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in tree.items():
        name = f"{prefix}{key}"
        found += _flat(value, f"{name}.") if isinstance(value, Mapping) else [(name, str(value))]
    return found
