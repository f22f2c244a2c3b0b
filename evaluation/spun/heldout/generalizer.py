"""Words replaced by more general ones, and clauses moved to the front of their sentence."""

from __future__ import annotations

import random
import re
from functools import cache
from pathlib import Path

from dragoman.spin.base import Spun, replace_stretches, swap_words

_HYPERNYMS = Path(__file__).parent / "hypernyms.tsv"
# A sentence whose last clause begins after a comma and is not a list's.
_SENTENCE = re.compile(r"(?P<main>[A-Z][^.?!,;\"“”]{20,}), (?P<last>(?!and |or )[a-z][^.?!,;\"“”]{10,})(?P<end>[.?!])")


@cache
def _table() -> dict[str, tuple[str, ...]]:
    rows = _HYPERNYMS.read_text(encoding="utf8").splitlines()
    return {word: tuple(new.split("|")) for word, _, new in (row.partition("\t") for row in rows if row[0] != "#")}


def spin(text: str, rng: random.Random, share: float) -> Spun:
    """Content words generalised; a sentence whose last clause moves is one swap."""
    table = _table()
    edits: list[tuple[int, int, str]] = []
    last = 0
    for sentence in [*_SENTENCE.finditer(text), None]:
        start = sentence.start() if sentence else len(text)
        between = swap_words(text[last:start], rng, share, lambda word: table.get(word, ()))
        edits += [(last + p.start, last + p.end, between.text[p.new_start : p.new_end]) for p in between.pairs]
        last = start
        if sentence and rng.random() < share:
            new = swap_words(_move(sentence), rng, share, lambda word: table.get(word, ()))
            edits.append((start, sentence.end(), new.text))
            last = sentence.end()
    return replace_stretches(text, edits)


def _move(match: re.Match[str]) -> str:
    main, last = match["main"], match["last"]
    return f"{last[0].upper()}{last[1:]}, {main[0].lower()}{main[1:]}{match['end']}"
