"""Text to token ids, and the words that the coder's tags speak of.

A *word* is what the tokenizer keeps together before it cuts pieces: a run of letters and digits, or one
punctuation mark. Spans of mentions and triggers begin and end at words; offsets are characters of the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

Array = npt.NDArray[np.int64]

#: A stretch of words [first, last + 1), counted from 1 since [CLS] is 0.
Words = tuple[int, int]

#: Longest input in tokens. Texts of the corpus have at most 90; a longer sentence is coded up to here.
MAX_TOKENS = 192

# The tokenizer lowers all letters; the case of a word is given beside its id, since names are told by it.
LOWER, CAPITALISED, UPPER, OTHER = 0, 1, 2, 3


@dataclass(frozen=True, slots=True)
class Tokens:
    """One text as the model reads it. `ids` and `cases`: one value a token, with [CLS] and [SEP].

    `first[i]` is the position of word i's first token, `starts[i]` and `ends[i]` its offsets in the text.
    """

    ids: Array
    cases: Array
    first: Array
    starts: Array
    ends: Array


class WordTokenizer:
    """Wraps a `tokenizer.json` file; the same file at training and at run time."""

    def __init__(self, path: Path | str) -> None:
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(MAX_TOKENS)

    def __call__(self, texts: Sequence[str]) -> list[Tokens]:
        """Tokens of each text, in order."""
        encodings = self._tokenizer.encode_batch(list(texts))
        return [_tokens(text, encoding) for text, encoding in zip(texts, encodings, strict=True)]


def _tokens(text: str, encoding: object) -> Tokens:
    words: list[int | None] = encoding.word_ids  # type: ignore[attr-defined]
    offsets: list[tuple[int, int]] = encoding.offsets  # type: ignore[attr-defined]
    first: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    cases = np.zeros(len(words), np.int64)
    previous = None
    for position, (word, (start, end)) in enumerate(zip(words, offsets, strict=True)):
        if word is None:
            continue
        if word != previous:
            first.append(position)
            starts.append(start)
            ends.append(end)
            previous = word
        else:
            ends[-1] = end
    for index, position in enumerate(first):
        stop = first[index + 1] if index + 1 < len(first) else len(words) - 1
        cases[position:stop] = _case(text[starts[index] : ends[index]])
    return Tokens(
        np.array(encoding.ids, np.int64),  # type: ignore[attr-defined]
        cases,
        np.array(first, np.int64),
        np.array(starts, np.int64),
        np.array(ends, np.int64),
    )


def _case(word: str) -> int:
    if word.islower():
        return LOWER
    if word.isupper() and len(word) > 1:
        return UPPER
    return CAPITALISED if word[0].isupper() else OTHER


def word_range(tokens: Tokens, start: int, end: int) -> Words:
    """The words [first, last + 1) that the characters [start, end) touch, counted from 1.

    A span past the longest input falls on the last word.
    """
    first = int(np.searchsorted(tokens.ends, start, side="right"))
    last = int(np.searchsorted(tokens.starts, end, side="left"))
    first = min(first, len(tokens.first) - 1)
    return first + 1, max(last, first + 1) + 1
