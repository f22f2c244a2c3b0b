"""Keys of a text: numbers that copies of one text share, for finding them among all texts.

Three kinds. *Bands* of a MinHash signature over runs of three words are shared by texts that are alike as wholes;
bands and rows were chosen by `benchmarks/keys.py`. *Anchor pairs*, neighbouring names and numbers, are shared by a
spun copy and its original, which share few runs of words. *Sentence keys* are shared by an excerpt and its source.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from itertools import pairwise

import numpy as np
from rensa import RMinHash

from dragoman.vet.profile import Line, Profile, shingles

#: Bands of the signature and signature values a band.
BANDS, ROWS = 20, 5

#: Fewest content words of a sentence that has a key: shorter ones ("He declined to comment.") stand everywhere.
KEYED_WORDS = 5

#: Most anchor pairs, and sentence keys, of one text; the smallest stay, so that two long texts keep the same ones.
MOST_KEYS = 300

_SEED = 7


def keys_of(profile: Profile) -> tuple[int, ...]:
    """The text's keys, each below 2**63, bands first. A text without words has none."""
    return (*bands(profile.words), *anchor_pairs(profile.anchors), *sentence_keys(profile.lines))


def bands(words: Sequence[str], count: int = BANDS, rows: int = ROWS, seed: int = _SEED) -> tuple[int, ...]:
    """One key for each band of the MinHash signature."""
    if not words:
        return ()
    signature = RMinHash(num_perm=count * rows, seed=seed)
    signature.update(shingles(words))
    values = np.array(signature.digest(), dtype=np.uint64).reshape(count, rows)
    return tuple(_key(bytes([number]) + band.tobytes()) for number, band in enumerate(values))


def anchor_pairs(anchors: Sequence[str]) -> tuple[int, ...]:
    """One key for each two neighbouring anchors, whichever comes first."""
    pairs = {(min(two), max(two)) for two in pairwise(anchors) if two[0] != two[1]}
    return tuple(sorted(_key(f"{one}\t{two}".encode()) for one, two in pairs)[:MOST_KEYS])


def sentence_keys(lines: Sequence[Line]) -> tuple[int, ...]:
    """One key for each sentence of enough content words, whatever stands between those."""
    long = {" ".join(sorted(line.words)) for line in lines if len(line.words) >= KEYED_WORDS}
    return tuple(sorted(_key(words.encode()) for words in long)[:MOST_KEYS])


def _key(data: bytes) -> int:
    return int.from_bytes(blake2b(data, digest_size=8).digest(), "big") >> 1
