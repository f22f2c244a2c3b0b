"""The documentation shows what the program does now; where it does not: scripts/docs."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest

from tests import docs


@pytest.mark.parametrize("page", docs.PAGES, ids=lambda page: page.stem)
def test_pages_show_the_output_of_their_commands(page: Path) -> None:
    assert docs.rewritten(page) == page.read_text()


@pytest.mark.filterwarnings("default")
def test_the_notebook_runs_and_shows_what_it_gives() -> None:
    fresh = docs.executed()
    assert docs.texts(fresh) == docs.texts(nbformat.read(docs.NOTEBOOK, as_version=4))
    pictures = [o for cell in fresh.cells for o in cell.get("outputs", []) if "image/png" in o.get("data", {})]
    assert len(pictures) == 1
