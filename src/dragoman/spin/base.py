"""What every spinner returns, and the walk over a text's words that most of them share."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Protocol

#: A word as spinners see it: letters alone; names with hyphens or apostrophes stay whole and unknown.
WORD = re.compile(r"(?<![\w’'-])[A-Za-z]+(?![\w’'-])")


@dataclass(frozen=True, slots=True)
class Swap:
    """A replaced stretch: characters [start, end) of the original became [new_start, new_end) of the spun text."""

    start: int
    end: int
    new_start: int
    new_end: int


@dataclass(frozen=True, slots=True)
class Spun:
    """A spun text and what was replaced in it, in order of the text and without overlaps."""

    text: str
    pairs: tuple[Swap, ...]


class Spinner(Protocol):
    """A simulated spinner: deterministic for a state of `rng`."""

    def __call__(self, text: str, rng: random.Random, share: float) -> Spun:
        """Replaces about `share` (0 to 1) of the places that the spinner knows how to change."""


def replace_stretches(text: str, edits: Iterable[tuple[int, int, str]]) -> Spun:
    """The text with [start, end) replaced for each (start, end, new); sorted, no overlaps; no-ops are left out."""
    parts: list[str] = []
    pairs: list[Swap] = []
    last = length = 0
    for start, end, new in edits:
        if text[start:end] == new:
            continue
        parts += [text[last:start], new]
        length += start - last
        pairs.append(Swap(start, end, length, length + len(new)))
        length += len(new)
        last = end
    return Spun("".join([*parts, text[last:]]), tuple(pairs))


def swap_words(
    text: str, rng: random.Random, share: float, swaps: Callable[[str], tuple[str, ...]], words: re.Pattern[str] = WORD
) -> Spun:
    """Each word (in small letters) that `swaps` knows is replaced with probability `share` by one of its swaps."""
    edits: list[tuple[int, int, str]] = []
    for match in words.finditer(text):
        known = swaps(match[0].lower())
        if known and rng.random() < share:
            edits.append((match.start(), match.end(), like(match[0], rng.choice(known))))
    return replace_stretches(text, edits)


def like(word: str, new: str) -> str:
    """`new` with a capital where `word` has one."""
    return new[:1].upper() + new[1:] if word[:1].isupper() else new


def changed_share(text: str, spun: Spun) -> float:
    """Share of the words that are not the original's, 0 to 1, counted over an alignment of both texts."""
    changed = kept = last = 0
    for pair in spun.pairs:
        kept += len(text[last : pair.start].split())
        old, new = text[pair.start : pair.end].split(), spun.text[pair.new_start : pair.new_end].split()
        same = (Counter(old) & Counter(new)).total()
        changed += max(len(old), len(new)) - same
        kept += same
        last = pair.end
    kept += len(text[last:].split())
    return changed / max(1, changed + kept)


@cache
def table(name: str) -> dict[str, tuple[str, ...]]:
    """A data file of this package: word, tab, its swaps with a bar between them; lines with # are remarks."""
    rows = (files("dragoman.spin") / name).read_text(encoding="utf8").splitlines()
    split = (row.partition("\t") for row in rows if row and not row.startswith("#"))
    return {word: tuple(swaps.split("|")) for word, _, swaps in split}
