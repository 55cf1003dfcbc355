"""Where things are: the user's library, the sample, and the drafts and locks that are not part of a library."""

import contextlib
import hashlib
import os
from collections.abc import Mapping
from pathlib import Path

import platformdirs

from stories.files import disk

LIBRARY_VARIABLE = "STORYBANK_LIBRARY"
STATE_VARIABLE = "STORYBANK_STATE"
SAMPLE = Path(__file__).parent.parent.parent / "samples" / "data-science-student"


def library_folder(option: Path | None = None, environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder of the library: the option, the variable STORYBANK_LIBRARY, or ~/storybank."""
    named = option or environment.get(LIBRARY_VARIABLE) or Path.home() / "storybank"
    return Path(named).expanduser().absolute()


def is_named(option: Path | None = None, environment: Mapping[str, str] = os.environ) -> bool:
    """Tell whether the user named a folder, so that a missing one is an error and not a first run."""
    return option is not None or bool(environment.get(LIBRARY_VARIABLE))


def state_folder(library: Path, environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder for drafts and locks of this library: outside of it, so that no sync tool sees them."""
    mark = hashlib.sha256(os.path.realpath(library).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return state_root(environment) / mark


def state_root(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder in which each library has its own for drafts and locks."""
    return Path(environment.get(STATE_VARIABLE) or platformdirs.user_state_dir("storybank", appauthor=False))


def cache_folder() -> Path:
    """Return the folder for what can be made again at any time."""
    return Path(platformdirs.user_cache_dir("storybank", appauthor=False))


def remember_library(library: Path) -> None:
    """Note on this machine that the library was opened, so that its absence is noticed; what cannot be noted is not."""
    with contextlib.suppress(OSError):
        disk.make_folder(state_folder(library))


def was_opened(library: Path) -> bool:
    """Tell whether the library was opened on this machine before."""
    return state_folder(library).is_dir()


def is_sample(folder: Path) -> bool:
    """Tell whether the folder is the sample that comes with storybank, which is read and never written."""
    return folder.resolve() == SAMPLE.resolve()
