"""The lists that come with the checks, from the YAML files beside this one: names of places, and wordings."""

import re
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent


@cache
def listed(name: str) -> Any:
    """Return the content of the file of this name, every scalar as text."""
    import yaml  # seldom needed, and it takes a while

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return yaml.load((_FOLDER / f"{name}.yaml").read_text(encoding="utf-8"), Loader=loader)


@cache
def wordings(name: str, entry: str) -> re.Pattern[str]:
    """Return one pattern of the wordings that the entry of the file lists, in any case."""
    return re.compile("|".join(listed(name)[entry]), re.IGNORECASE)
