"""Content words swapped for any synonym that WordNet has for any of their senses, in the same inflection."""

from __future__ import annotations

import random

from dragoman.spin.base import Spun, swap_words, table


def spin(text: str, rng: random.Random, share: float) -> Spun:
    """Words of `thesaurus.tsv` swapped (made from WordNet 3.0 by `scripts/spin_tables.py`)."""
    swaps = table("thesaurus.tsv")
    return swap_words(text, rng, share, lambda word: swaps.get(word, ()))
