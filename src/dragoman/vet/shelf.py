"""All texts of a collection by their keys: what the store keeps in memory to find a copy's original."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence

import numpy as np

from dragoman.vet.index import KeyIndex
from dragoman.vet.keys import BANDS
from dragoman.vet.standing import Standing

#: Keys that two texts must share to be compared: one band, or two others, or one where a text has few.
_NEEDED, _FEW = 2, BANDS + 8


class Shelf:
    """Texts by their keys, and who speaks for each: of the documents with one text the first in standing.

    Documents with the same text and keys are one entry. (A copy in capitals is the same text, but has no names.)
    """

    def __init__(self) -> None:
        self._index = KeyIndex()
        self._numbers: dict[int, int] = {}
        self._standings: list[Standing] = []
        self._texts = array("Q")
        self._speakers: dict[int, Standing] = {}

    def add(self, documents: Iterable[tuple[str, Standing, Sequence[int]]]) -> None:
        """Adds documents (fingerprint, standing, keys)."""
        keys = [np.zeros(0, np.int64)]
        numbers: list[int] = []
        for fingerprint, standing, own in documents:
            text = int(fingerprint, 16)
            self._speakers[text] = min(standing, self._speakers.get(text, standing))
            values = np.asarray(own, np.int64)
            number = self._numbers.setdefault(hash((text, values.tobytes())), len(self._standings))
            if number < len(self._standings):
                self._standings[number] = min(standing, self._standings[number])
                continue
            self._standings.append(standing)
            self._texts.append(text)
            keys.append(values)
            numbers.append(number)
        counts = [len(own) for own in keys[1:]]
        self._index.add(np.concatenate(keys), np.repeat(np.array(numbers, np.uint32), counts))

    def speaker(self, fingerprint: str) -> Standing | None:
        """Who speaks for a text, None if it is not here."""
        return self._speakers.get(int(fingerprint, 16))

    def alike(self, keys: Sequence[int]) -> list[tuple[int, Standing]]:
        """Speakers of texts that share enough keys to be compared, with how many they share."""
        bands = self._index.look(keys[:BANDS])[0]
        numbers, counts = self._index.look(keys)
        near = np.isin(numbers, bands, assume_unique=True)
        found = []
        for number, count, banded in zip(numbers.tolist(), counts.tolist(), near.tolist(), strict=True):
            standing = self._standings[number]
            if standing != self._speakers[self._texts[number]]:
                continue
            few = min(len(keys), -standing.fullness) < _FEW
            if banded or count >= _NEEDED or few:
                found.append((count, standing))
        return found
