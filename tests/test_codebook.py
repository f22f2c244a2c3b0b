"""The codebook agrees with the ontology; where its tables do not: scripts/docs."""

from __future__ import annotations

import re

import pytest

from dragoman import ontology
from tests import codebook
from tests.conftest import ROOT

_EXAMPLE = re.compile(
    r"^\| (?!text \|)(.+?) \| (`([A-Z]+)(?:\.([a-z-]+))?`|no event) \| (.*?) \| (.*?) ?\|$", re.MULTILINE
)


@pytest.mark.parametrize("kind", ontology.TYPES)
def test_a_page_tells_the_facts_the_modes_and_examples(kind: str) -> None:
    text = (codebook.FOLDER / f"{kind.lower()}.md").read_text()
    assert codebook.page(kind) == text
    assert text.startswith(f"# {kind}\n")
    assert re.findall(r"^- \*\*([a-z-]+)\*\*", text, re.MULTILINE) == list(ontology.MODES.get(kind, ()))
    examples = _EXAMPLE.findall(text.partition("## Examples")[2])
    assert len(examples) == text.partition("## Examples")[2].partition("## Limits")[0].count("\n| ") - 1
    own = [example for example in examples if example[2] == kind]
    assert len(own) >= 3
    assert len(examples) > len(own), "what it is not is shown, too"
    for _, _, coded, mode, parties, _ in examples:
        assert not coded or coded in ontology.TYPES
        assert not mode or mode in ontology.MODES[coded]
        for code in re.findall(r"\b[A-Z]{3}\b", parties):
            assert code in codebook.CODES, code


def test_the_index_is_current() -> None:
    assert (codebook.FOLDER / "README.md").read_text() == codebook.index()


def test_links_of_the_docs_lead_to_files() -> None:
    for page in (ROOT / "docs").rglob("*.md"):
        for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text()):
            assert (page.parent / link).exists(), f"{page.name}: {link}"
