"""Function words that grow into phrases, common nouns for others: as one family of real spinners was seen to do."""

from __future__ import annotations

import random

from dragoman.spin.base import Spun, swap_words, table


def spin(text: str, rng: random.Random, share: float) -> Spun:
    """Words of `phrases.tsv` swapped; names, numbers and quotation marks stay."""
    swaps = table("phrases.tsv")
    return swap_words(text, rng, share, lambda word: swaps.get(word, ()))
