"""Synonyms piled up: "urges" becomes "urges, calls on and asks"."""

from __future__ import annotations

import random

from dragoman.spin.base import WORD, Spun, like, replace_stretches, table


def spin(text: str, rng: random.Random, share: float) -> Spun:
    """Words of `piling.tsv` joined by one to three of their synonyms."""
    synonyms = table("piling.tsv")
    edits: list[tuple[int, int, str]] = []
    for match in WORD.finditer(text):
        known = synonyms.get(match[0].lower())
        if known and rng.random() < share:
            edits.append((match.start(), match.end(), like(match[0], _pile(match[0].lower(), known, rng))))
    return replace_stretches(text, edits)


def _pile(word: str, known: tuple[str, ...], rng: random.Random) -> str:
    words = [word, *rng.sample(known, min(len(known), rng.choice((1, 2, 2, 3))))]
    rng.shuffle(words)
    joint = rng.choice((" and ", " or ", ", and ", " as well as "))
    return ", ".join(words[:-1]) + joint + words[-1]
