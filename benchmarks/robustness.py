"""How far the coder falls on damaged and spun text: python benchmarks/robustness.py [--split test]

Codes a split of the corpus as it is, in lower case, without its last punctuation mark, with encoding damage, and spun
by the families that are kept out of training. Prints F1 of typed triggers and of whole events, and what is left of the
plain F1.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from dragoman.coding.coder import Coder
from dragoman.corpus import edits
from dragoman.corpus.reader import Record
from dragoman.corpus.splits import read_split
from dragoman.evaluate.report import tally_records
from dragoman.evaluate.score import figures
from evaluation.spun.heldout import HELD_OUT

ROOT = Path(__file__).parent.parent
MEASURES = ("typed_triggers", "events_exact", "events_overlapping")

#: Share of the words that the spinners may change.
SHARE = 0.5


def variants(rng: random.Random) -> dict[str, Callable[[Record], Record]]:
    """The changes by name."""
    spun = {
        name: lambda record, spinner=spinner: edits.reword(record, spinner, rng, SHARE)
        for name, spinner in HELD_OUT.items()
    }
    return {
        "plain": lambda record: record,
        "lower case": edits.lower_case,
        "no end": edits.without_end,
        "damaged": lambda record: edits.damage(record, rng),
        **spun,
    }


def main() -> None:
    """Prints a line a variant."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", default="test")
    records = read_split(ROOT / "corpus", parser.parse_args().split)
    coder = Coder.load()
    sys.stdout.write(f"{'':16}" + "".join(f"{name:>26}" for name in MEASURES) + "\n")
    plain: dict[str, float] = {}
    for name, change in variants(random.Random(1)).items():
        rows = {f.name: f.f1 for f in figures(tally_records(coder, [change(r) for r in records]), MEASURES, rounds=2)}
        plain = plain or rows
        cells = "".join(f"{rows[key]:19.3f} ({rows[key] / plain[key]:.2f})" for key in MEASURES)
        sys.stdout.write(f"{name:16}{cells}\n")


if __name__ == "__main__":
    main()
