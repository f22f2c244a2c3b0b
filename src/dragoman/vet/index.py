"""An index from keys to the texts that have them: sorted arrays, 12 bytes an entry, quick to add to."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Keys = npt.NDArray[np.int64]
Texts = npt.NDArray[np.uint32]

#: Texts of one key that are looked at: keys that so many share tell nothing, and the rest of a true copy's keys finds
#: its original. Keeps the time of a look-up bounded whatever the texts are.
MOST_TEXTS = 1000


class KeyIndex:
    """Which texts (numbers below 2**32) have a key.

    Entries live in a few sorted runs, each at least twice as long as the next, which are merged as the index grows: an
    entry is moved about log2(n) times, a look-up is one binary search a run.
    """

    def __init__(self) -> None:
        self._runs: list[tuple[Keys, Texts]] = []

    def add(self, keys: Keys, texts: Texts) -> None:
        """Adds entries: `texts[i]` has `keys[i]`."""
        if not len(keys):
            return
        self._runs.append(_sorted(keys, texts))
        while len(self._runs) > 1 and len(self._runs[-2][0]) < 2 * len(self._runs[-1][0]):
            (one, two), (other, others) = self._runs.pop(), self._runs.pop()
            self._runs.append(_sorted(np.concatenate([other, one]), np.concatenate([others, two])))

    def look(self, keys: Sequence[int]) -> tuple[Texts, Texts]:
        """Texts that share keys with `keys`, in ascending order, and how many they share."""
        wanted = np.array(sorted(set(keys)), dtype=np.int64)
        left = np.full(len(wanted), MOST_TEXTS)
        found = []
        for own, texts in self._runs:
            first = np.searchsorted(own, wanted, "left")
            last = np.minimum(np.searchsorted(own, wanted, "right"), first + left)
            left -= last - first
            found += [texts[start:end] for start, end in zip(first, last, strict=True) if end > start]
        if not found:
            nothing = np.zeros(0, np.uint32)
            return nothing, nothing
        numbers, counts = np.unique(np.concatenate(found), return_counts=True)
        return numbers, counts.astype(np.uint32)


def _sorted(keys: Keys, texts: Texts) -> tuple[Keys, Texts]:
    # Stable, so that of a key's texts the first that came stay first.
    order = np.argsort(keys, kind="stable")
    return keys[order], texts[order]
