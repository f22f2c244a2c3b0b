"""Coding of spun copies taken alone: python benchmarks/spun_coding.py

Spins the sample's gold sentences by each family, their annotations moved along, and codes them: how much of the plain
sentences' F1 is kept.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from dragoman.coding.coder import Coder
from dragoman.corpus.edits import reword
from dragoman.corpus.reader import Record, read_corpus
from dragoman.evaluate.report import tally_records
from dragoman.evaluate.score import figures
from dragoman.spin import FAMILIES, changed_share
from evaluation.spun.heldout import HELD_OUT

ROOT = Path(__file__).parent.parent
MEASURES = ("typed_triggers", "events_overlapping")
SHARES = (0.4, 0.8)


def measure(coder: Coder, records: list[Record]) -> dict[str, float]:
    """F1 by measure."""
    rows = {figure.name: figure.f1 for figure in figures(tally_records(coder, records), rounds=2)}
    return {name: rows[name] for name in MEASURES}


def main() -> None:
    """Prints F1, and its share of the plain one, by family and by share of the words changed."""
    coder = Coder.load()
    records = list(read_corpus([ROOT / "tests" / "sample" / "gold"]))
    plain = measure(coder, records)
    write = sys.stdout.write
    write(f"{'family':22}{'changed':>9}" + "".join(f"{name:>27}" for name in MEASURES) + "\n")
    write(f"{'plain':22}{0:9.2f}" + "".join(f"{plain[name]:20.3f} (1.00)" for name in MEASURES) + "\n")
    for name, spinner in {**FAMILIES, **HELD_OUT}.items():
        for share in SHARES:
            rng = random.Random(1)
            spun = [reword(record, spinner, rng, share) for record in records]
            rng = random.Random(1)
            whole = [changed_share(record.text, spinner(record.text, rng, share)) for record in records]
            now = measure(coder, spun)
            cells = "".join(f"{now[key]:20.3f} ({now[key] / plain[key]:.2f})" for key in MEASURES)
            write(f"{f'{name} {share}':22}{sum(whole) / len(whole):9.2f}{cells}\n")


if __name__ == "__main__":
    main()
