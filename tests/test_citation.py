"""CITATION.cff agrees with the package."""

from __future__ import annotations

import tomllib

from tests.conftest import ROOT


def test_the_citation_names_this_version_and_licence() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    lines = (ROOT / "CITATION.cff").read_text().splitlines()
    assert f"version: {project['version']}" in lines
    assert f"license: {project['license']}" in lines
    assert lines[0] == "cff-version: 1.2.0"
