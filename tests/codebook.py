"""The parts of docs/codebook that are facts of `dragoman.ontology`: written by `python -m tests.codebook`."""

from __future__ import annotations

import re

from dragoman import ontology
from dragoman.query.filters import QUADS
from dragoman.query.values import country_codes
from tests.conftest import ROOT

FOLDER = ROOT / "docs/codebook"

#: What the examples may name parties by.
CODES = country_codes() | set(ontology.SECTORS)

_FACTS = re.compile(r"(?<=<!-- facts -->\n).*?(?=<!-- /facts -->)", re.DOTALL)
_QUAD_NAMES = {int(number): name.replace("-", " ") for name, number in QUADS.items()}
_REQUIRED = ("COOPERATE", "AID", "SANCTION")


def facts(kind: str) -> str:
    """The table of a type: quad class, intensity, and the intensity of each mode."""
    lines = [
        "| | |",
        "|---|---|",
        f"| quad class | {ontology.QUADS[kind]}, {_QUAD_NAMES[ontology.QUADS[kind]]} |",
        f"| intensity, -10 to 10 | {ontology.score(kind, None):g} |",
        f"| recipient | {'required by PLOVER' if kind in _REQUIRED else 'may be missing'} |",
    ]
    modes = [f"{mode} {ontology.score(kind, mode):g}" for mode in ontology.MODES.get(kind, ())]
    lines.append(f"| modes and their intensity | {', '.join(modes) or 'none'} |")
    return "\n".join(lines) + "\n"


def page(kind: str) -> str:
    """A type's page with its facts as they are now."""
    return _FACTS.sub(lambda _: facts(kind), (FOLDER / f"{kind.lower()}.md").read_text())


def index() -> str:
    """The page that leads to all others."""
    rows = [
        f"| [{kind}]({kind.lower()}.md) | {_QUAD_NAMES[ontology.QUADS[kind]]} | {ontology.score(kind, None):g} | "
        f"{', '.join(ontology.MODES.get(kind, ()))} |"
        for kind in ontology.TYPES
    ]
    return "\n".join([*_INTRODUCTION, "| type | quad class | intensity | modes |", "|---|---|---:|---|", *rows]) + "\n"


_INTRODUCTION = [
    "# Codebook",
    "",
    "A page for each of PLOVER's 16 types, as Dragoman codes them: what counts, what does not, examples that were",
    "composed for this book, and limits. The full rules are in [the corpus guide](../../corpus/GUIDE.md); what becomes",
    "of the events in counts is told in [counting](../counting.md).",
    "",
    "Parties stand in the examples as country and sector, the actor first: `FRA GOV → BEN GOV`. A status is given",
    "where it is not *actual*:",
    "",
    "| status | what | counted |",
    "|---|---|---|",
    "| actual | what the text reports as its own news | yes |",
    "| future | planned or set for a date (future cooperation is AGREE, a promise to yield CONCEDE) | only if asked |",
    "| hypothetical | if, would, could, might | only if asked |",
    "| negated | said not to have happened | only if asked |",
    "| historical | background from well before the story | only if asked |",
    "",
]


def write() -> None:
    """Writes the facts of all pages and the index anew."""
    for kind in ontology.TYPES:
        (FOLDER / f"{kind.lower()}.md").write_text(page(kind))
    (FOLDER / "README.md").write_text(index())


if __name__ == "__main__":
    write()
