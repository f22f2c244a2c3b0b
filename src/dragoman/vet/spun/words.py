"""A text as the numbers that the spun-language score looks at: which words, in which class, after which others."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from dragoman.vet.spun.surprise import Bigrams

# Words, ends of sentences and lines, and other marks; quotation marks and spaces do not part words.
TOKEN = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*|[.!?\n]+|[^\s\w\"“”„«»’‘']")
#: Ids of what is no word of the table: unknown words, numbers, ends of sentences, other marks.
UNKNOWN, NUMBER, END, MARK = -1, -2, -3, -4

_FUNCTION = frozenset((files("dragoman.vet.spun") / "function_words.txt").read_text(encoding="utf8").split())


@dataclass(frozen=True, slots=True)
class Words:
    """A text's tokens in small letters, which are function words, their ids, and which are written as names.

    Pairs are neighbouring words that the table knows: `first` are the places of their first words; `ratio` and `listed`
    see `Bigrams.ratios`.
    """

    tokens: list[str]
    function: NDArray[np.bool_]
    ids: NDArray[np.int64]
    capital: NDArray[np.bool_]
    first: NDArray[np.int64]
    ratio: NDArray[np.float32]
    listed: NDArray[np.bool_]


def read_words(text: str, table: Bigrams) -> Words:
    """The words of a text."""
    originals = TOKEN.findall(text)
    tokens = [token.lower().replace("’", "'") for token in originals]
    known = table.ids
    ids = np.array([known[t] if t in known else _unlisted(t, known) for t in tokens], dtype=np.int64)
    upper = np.array([token[0].isupper() for token in originals], dtype=np.bool_)
    after_end = np.concatenate(([True], ids[:-1] == END))
    both = (ids[:-1] >= 0) & (ids[1:] >= 0)
    first = np.flatnonzero(both)
    ratio, listed = table.ratios(ids[first], ids[first + 1])
    function = np.array([token in _FUNCTION for token in tokens], dtype=np.bool_)
    return Words(tokens, function, ids, upper & ~after_end, first, ratio, listed)


def _unlisted(token: str, known: dict[str, int]) -> int:
    if token[0].isalpha():
        return known.get(token[:-2], UNKNOWN) if token.endswith("'s") else UNKNOWN
    if token[0].isdigit():
        return NUMBER
    return END if token[0] in ".!?\n" else MARK
