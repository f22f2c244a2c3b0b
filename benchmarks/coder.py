"""Coding speed of sentences against the bare encoder on the same tokens and batches: python benchmarks/coder.py CORPUS

The coder tokenises, runs encoder and frame layer, decodes, and applies PLOVER's rules; the bare encoder only runs
the encoder's graph. Rounds alternate, the best of each counts.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from dragoman.coding.coder import Coder
from dragoman.coding.rules import apply_rules
from dragoman.corpus.splits import read_split

ROUNDS = 5


def main() -> None:
    """Prints sentences a second of both, and their ratio."""
    texts = [record.text for record in read_split(Path(sys.argv[1]), "test")]
    coder = Coder.load()
    tokens = coder.tokenizer(texts)
    best = {"coder": 1e9, "encoder": 1e9}
    for _ in range(ROUNDS):
        started = time.perf_counter()
        for found in coder.code(texts):
            apply_rules(found)
        best["coder"] = min(best["coder"], time.perf_counter() - started)
        started = time.perf_counter()
        for inputs in coder.batches(tokens):
            coder.network.encode(*inputs.arrays)
        best["encoder"] = min(best["encoder"], time.perf_counter() - started)
    for name, seconds in best.items():
        sys.stdout.write(f"{name}: {len(texts) / seconds:.0f} sentences a second\n")
    sys.stdout.write(f"the coder reaches {100 * best['encoder'] / best['coder']:.0f}% of the bare encoder's speed\n")


if __name__ == "__main__":
    main()
