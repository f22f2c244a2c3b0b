"""Imports of the small files in `files`, made once. Their actors and places are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.resolve.imports.run import import_file
from dragoman.resolve.knowledge import Knowledge, knowledge

FILES = Path(__file__).parent / "files"


@pytest.fixture(scope="session")
def told() -> dict[str, list[str]]:
    """What was told of each file's lines; filled by `imported`."""
    return {}


@pytest.fixture(scope="session")
def imported(tmp_path_factory: pytest.TempPathFactory, told: dict[str, list[str]]) -> Path:
    """A folder with an import of each file."""
    folder = tmp_path_factory.mktemp("knowledge")
    for name in ("dump.json", "ET.txt", "own.csv"):
        import_file(FILES / name, folder, told.setdefault(name, []).append)
    return folder


@pytest.fixture(scope="session")
def known(imported: Path) -> Knowledge:
    """The tables with all imports."""
    return knowledge().with_imports(imported)
