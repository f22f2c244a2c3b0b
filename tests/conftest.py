"""Fixtures that many tests share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import dragoman
from dragoman.api import sample_folder
from dragoman.coding.coder import Coder

ROOT = Path(__file__).parent.parent

ATTACK = "Gunmen attacked an army barracks in northern Mali on Monday, killing 14 soldiers, the government said."
SANCTIONS = "The European Union imposed sanctions on Belarus on Tuesday over a crackdown on protesters in Minsk."


@pytest.fixture(scope="session", autouse=True)
def _no_imports(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Tests see no imports of the user who runs them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        yield


@pytest.fixture(scope="session")
def coder() -> Coder:
    """The shipped model."""
    return Coder.load()


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the package's sample, coded once for all tests."""
    path = tmp_path_factory.mktemp("sample") / "sample.duckdb"
    dragoman.code(sample_folder(), path).close()
    return path


@pytest.fixture
def sample_events(sample_store: Path) -> Iterator[dragoman.EventTable]:
    """The coded sample, open to read."""
    events = dragoman.open(sample_store)
    yield events
    events.close()
