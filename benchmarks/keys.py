"""Which MinHash parameters and library find edited copies: python benchmarks/keys.py

500 articles and an edited copy of each kind (`vetting_texts.py`). For each run length, number of bands and rows: the
part of copies that share a band with their original, and of unrelated pairs that do. Then two libraries on the same
texts: signatures a second and how far their estimate of Jaccard's coefficient is from the true one.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt
from datasketch import MinHash
from rensa import RMinHash
from vetting_texts import EDITS, articles

from dragoman.vet.profile import Profile

GRID = ((14, 8), (16, 8), (20, 5), (24, 5), (32, 4))
PERMUTATIONS = 128
Signature = npt.NDArray[np.uint64]


def runs(words: Sequence[str], length: int) -> list[str]:
    """Runs of so many words."""
    return [" ".join(words[at : at + length]) for at in range(max(1, len(words) - length + 1))]


def rensa(items: list[str], count: int = PERMUTATIONS) -> Signature:
    """Signature by rensa's R-MinHash."""
    made = RMinHash(num_perm=count, seed=7)
    made.update(items)
    return np.array(made.digest(), np.uint64)


def datasketch(items: list[str], count: int = PERMUTATIONS) -> Signature:
    """Signature by datasketch's MinHash."""
    made = MinHash(num_perm=count, seed=7)
    made.update_batch([item.encode() for item in items])
    return np.array(made.hashvalues, np.uint64)


def main() -> None:
    """Prints both tables."""
    rng = random.Random(3)
    base = articles(500, 3)
    words = [Profile(str(text)).words for text in base]
    edited = {name: [Profile(edit(text, rng)).words for text in base] for name, edit in EDITS.items()}
    sys.stdout.write("run  bands x rows  " + "  ".join(f"{name:>18}" for name in EDITS) + "  unrelated pairs\n")
    for length in (3, 5):
        for bands, rows in GRID:
            own = [rensa(runs(item, length), bands * rows) for item in words]
            cells = []
            for texts in edited.values():
                other = [rensa(runs(item, length), bands * rows) for item in texts]
                hits = [_share(a, b, bands) for a, b in zip(own, other, strict=True)]
                cells.append(f"{np.mean(hits):18.3f}")
            noise = np.mean([_share(own[at], own[at - shift], bands) for at in range(500) for shift in (1, 2, 3)])
            sys.stdout.write(f"{length:3}  {bands:5} x {rows:<4}  {'  '.join(cells)}  {noise:15.4f}\n")
    pairs = [(runs(a, 3), runs(b, 3)) for texts in edited.values() for a, b in zip(words, texts, strict=True)]
    for name, sign in (("rensa", rensa), ("datasketch", datasketch)):
        _measure(name, sign, pairs)


def _share(one: Signature, other: Signature, bands: int) -> bool:
    return bool((one.reshape(bands, -1) == other.reshape(bands, -1)).all(axis=1).any())


def _measure(name: str, sign: Callable[[list[str]], Signature], pairs: list[tuple[list[str], list[str]]]) -> None:
    started = time.process_time()
    signed = [(sign(one), sign(other)) for one, other in pairs]
    spent = time.process_time() - started
    true = [len({*one} & {*other}) / len({*one, *other}) for one, other in pairs]
    error = np.mean([abs(float((a == b).mean()) - jaccard) for (a, b), jaccard in zip(signed, true, strict=True)])
    sys.stdout.write(f"{name}: {2 * len(pairs) / spent:,.0f} signatures a CPU second, mean error {error:.3f}\n")


if __name__ == "__main__":
    main()
