"""What storybank is installed with: no Streamlit that lets others in, and nothing that talks to a service."""

import re
import tomllib
from importlib.metadata import version
from pathlib import Path
from typing import Any

import cli

PROJECT: dict[str, Any] = tomllib.loads((Path(cli.__file__).parent / "pyproject.toml").read_text(encoding="utf-8"))
SAFE_STREAMLIT = (1, 62)
"""The first with `server.allowedHosts`; before 1.54 a path of another machine gave a password of Windows away."""
SERVICES = {"anthropic", "openai", "google-genai", "litellm", "mcp", "ollama", "requests", "httpx", "aiohttp", "boto3"}


def _names(requirements: list[str]) -> set[str]:
    return {re.split(r"[^\w.-]", requirement, maxsplit=1)[0].casefold() for requirement in requirements}


def _lowest(name: str) -> tuple[int, ...]:
    """Return the lowest version of the package that is asked for."""
    (found,) = (one for one in PROJECT["project"]["dependencies"] if _names([one]) == {name})
    lowest = re.search(r">=\s*([\d.]+)", found)
    assert lowest, f"{found} has no lowest version"
    return tuple(map(int, lowest[1].split(".")))


def test_no_streamlit_is_installed_that_answers_to_foreign_names() -> None:
    assert _lowest("streamlit") >= SAFE_STREAMLIT
    assert tuple(map(int, version("streamlit").split(".")[:2])) >= _lowest("streamlit")


def test_storybank_asks_for_no_package_that_talks_to_a_service() -> None:
    asked = _names(PROJECT["project"]["dependencies"])
    assert {"streamlit", "pyyaml", "python-docx"} <= asked
    assert asked & SERVICES == set()
