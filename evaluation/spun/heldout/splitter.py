"""Hides words from comparison: letters of other alphabets that look alike, words split or run together."""

from __future__ import annotations

import random

from dragoman.spin.base import WORD, Spun, replace_stretches

_ALIKE = str.maketrans("aceopxyiAEOPCTHKMB", "асеорхуіАЕОРСТНКМВ")


def spin(text: str, rng: random.Random, share: float) -> Spun:
    """Words of five letters and more are respelled; short ones run together with the next word."""
    edits: list[tuple[int, int, str]] = []
    for match in WORD.finditer(text):
        if rng.random() >= share:
            continue
        word = match[0]
        if len(word) < 5:
            joined = text[match.end() : match.end() + 1] == " " and text[match.end() + 1 : match.end() + 2].isalpha()
            if joined and rng.random() < 0.5:
                edits.append((match.end(), match.end() + 1, ""))
            continue
        kind = rng.randrange(3)
        if kind == 0:
            edits.append((match.start(), match.end(), word.translate(_ALIKE)))
        else:
            middle = rng.randrange(2, len(word) - 1)
            edits.append((match.start(), match.end(), word[:middle] + " -"[kind - 1] + word[middle:]))
    return replace_stretches(text, edits)
