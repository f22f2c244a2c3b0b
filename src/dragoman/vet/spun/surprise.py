"""How much likelier a word is after the one before it than alone, by a table of English word pairs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

PATH = Path(__file__).parent / "bigrams.npz"
#: Pairs are listed for this many of the most frequent words.
PAIRED = 20_000
#: Ratios are stored in steps of this, in powers of ten.
RATIO_STEP = 0.05


@dataclass(frozen=True, slots=True)
class Bigrams:
    """The table; made by `scripts/spun_bigrams.py`, which names its source.

    `ids` numbers the words from the most frequent on; `frequency` is the base-10 logarithm of a word's probability.
    """

    ids: dict[str, int]
    frequency: NDArray[np.float32]
    _backoff: NDArray[np.float32]
    _keys: NDArray[np.uint32]
    _ratios: NDArray[np.int8]

    @classmethod
    def load(cls) -> Bigrams:
        """Reads the shipped table."""
        with np.load(PATH) as file:
            words = file["words"].tobytes().decode().split("\n")
            return cls(
                {word: number for number, word in enumerate(words)},
                file["frequency"].astype(np.float32),
                file["backoff"].astype(np.float32),
                np.cumsum(file["gaps"], dtype=np.uint32),
                file["ratios"],
            )

    def ratios(
        self, first: NDArray[np.int64], second: NDArray[np.int64]
    ) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
        """For pairs of word ids log10 of P(second | first) / P(second), and whether the table lists the pair."""
        keys = (first * PAIRED + second).astype(np.uint32)
        places = np.minimum(np.searchsorted(self._keys, keys), len(self._keys) - 1)
        listed = (self._keys[places] == keys) & (first < PAIRED) & (second < PAIRED)
        return np.where(listed, self._ratios[places] * np.float32(RATIO_STEP), self._backoff[first]), listed
