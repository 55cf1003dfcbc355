"""What every test stands on: no way to the real home, a copy of the sample, and how many examples to try."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from stories.files.faults import NAME
from stories.files.places import LIBRARY_VARIABLE, SAMPLE, STATE_VARIABLE

settings.register_profile(
    "here", deadline=None, max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
settings.register_profile("ci", settings.get_profile("here"), derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture(autouse=True, scope="session")
def no_way_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Send home, library and state to a folder of the test run, for fixtures that live longer than one test too."""
    with pytest.MonkeyPatch.context() as patch:
        _move_home(patch, tmp_path_factory.mktemp("run"))
        yield


@pytest.fixture(autouse=True)
def no_way_to_other_tests(
    no_way_home: None, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """Give every test a home, a library and a state of its own, and fail where a fault of ours was only noted."""
    own = tmp_path_factory.mktemp("own")
    _move_home(monkeypatch, own)
    yield
    noted = own / "state" / NAME
    assert not noted.exists(), noted.read_text(encoding="utf-8")


@pytest.fixture
def sample_copy(tmp_path: Path) -> Path:
    """Return a copy of the sample library that a test may change."""
    return Path(shutil.copytree(SAMPLE, tmp_path / "sample"))


def _move_home(patch: pytest.MonkeyPatch, folder: Path) -> None:
    home = folder / "home"
    home.mkdir()
    patch.setenv("HOME", str(home))
    patch.setenv("USERPROFILE", str(home))
    for name in ("XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        patch.delenv(name, raising=False)
    patch.setenv(LIBRARY_VARIABLE, str(folder / "library"))
    patch.setenv(STATE_VARIABLE, str(folder / "state"))
