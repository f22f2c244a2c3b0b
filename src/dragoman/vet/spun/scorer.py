"""The score that a text is machine-spun when no original is at hand, and the phrases that gave it away."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dragoman.records import SpunPhrase
from dragoman.vet.spun import features
from dragoman.vet.spun.surprise import Bigrams
from dragoman.vet.spun.words import TOKEN, UNKNOWN, Words, read_words

WEIGHTS = Path(__file__).parent / "weights.json"
#: Shorter texts get no probability, nor do texts with fewer words in small letters (capitals, lists of names), nor such
#: as have more words a sentence (lists of headlines).
LEAST_WORDS, LEAST_SMALL, LONGEST_SENTENCE = 50, 25, 60
#: From this many words on a text is as sure as it gets.
LONG = 400
#: Phrases a text is reported with at most, the strongest first found.
MOST_PHRASES = 20


@dataclass(frozen=True, slots=True)
class SpunScore:
    """`probability` that the text is spun, at even odds beforehand; None where there is too
    little prose to tell.

    `spun` from the threshold on, which is far higher; only then are `phrases` given, in order of the text.
    """

    probability: float | None
    spun: bool = False
    phrases: tuple[SpunPhrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic regression on features that are cut to [low, high], centred, divided by their spread on clean texts
    and scaled by the text's length; `threshold` is the probability from which a text counts as spun."""

    low: NDArray[np.float64]
    high: NDArray[np.float64]
    mean: NDArray[np.float64]
    spread: NDArray[np.float64]
    coefficients: NDArray[np.float64]
    intercept: float
    threshold: float

    def probability(self, values: NDArray[np.float64], words: int) -> float:
        """The probability for a text's features and number of words."""
        scaled = (np.clip(values, self.low, self.high) - self.mean) / self.spread * length_scale(words)
        return 1 / (1 + math.exp(-float(scaled @ self.coefficients) - self.intercept))

    def with_threshold(self, threshold: float) -> Weights:
        """The same with another threshold."""
        return replace(self, threshold=threshold)

    def to_json(self) -> dict[str, Any]:
        """Plain numbers by feature name, with the command that made them."""
        rows = zip(features.NAMES, *(getattr(self, name).tolist() for name in _COLUMNS), strict=True)
        return {
            "made_by": "python scripts/spun_weights.py", "intercept": self.intercept, "threshold": self.threshold,
            "features": {name: dict(zip(_COLUMNS, values, strict=True)) for name, *values in rows},
        }  # fmt: skip

    @classmethod
    def load(cls) -> Weights:
        """The shipped weights."""
        read = json.loads(WEIGHTS.read_text(encoding="utf8"))
        columns = {name: np.array([read["features"][f][name] for f in features.NAMES]) for name in _COLUMNS}
        return cls(**columns, intercept=read["intercept"], threshold=read["threshold"])


_COLUMNS = tuple(field.name for field in fields(Weights))[:5]


def length_scale(words: int) -> float:
    """How much the features of a text of that many words may say: their noise falls with the root of the length."""
    return math.sqrt(min(words, LONG) / 100)


class SpunScorer:
    """Scores texts; loads its table of word pairs once (about 0.05 s).

    Args:
        weights: other weights than the shipped ones.
    """

    def __init__(self, weights: Weights | None = None) -> None:
        self._table = Bigrams.load()
        self._weights = weights or Weights.load()

    def score(self, text: str) -> SpunScore:
        """The score of a text; unknown where there is too little prose."""
        count = len(text.split())
        words = read_words(text, self._table) if count >= LEAST_WORDS else None
        if words is None or not _is_prose(words, count):
            return SpunScore(None)
        probability = self._weights.probability(features.measure(text, words, self._table), count)
        if probability < self._weights.threshold:
            return SpunScore(probability)
        return SpunScore(probability, True, _phrases(text, words))


def _is_prose(words: Words, count: int) -> bool:
    small = int(((words.ids >= UNKNOWN) & ~words.capital).sum())
    sentences = sum(token[0] in ".!?" for token in words.tokens)
    return small >= LEAST_SMALL and count <= sentences * LONGEST_SENTENCE


def _phrases(text: str, words: Words) -> tuple[SpunPhrase, ...]:
    """Known phrases and slips first, then the most surprising pairs, without overlaps."""
    spans = [match.span() for match in TOKEN.finditer(text)]

    def pair(place: int) -> tuple[int, int]:
        return spans[place][0], spans[place + 1][1]

    found = [(*span, "known phrase") for span in features.fingerprints(text)]
    found += [(*span, "digits and words mixed") for span in features.mixed(text)]
    found += [(*pair(place), "doubled word") for place in features.doubled(words)]
    found += [(*pair(place), "wrong article") for place in features.wrong_articles(words)]
    found += [(spans[place][0], spans[place + 2][1], "synonyms piled up") for place in features.piled(words)]
    surprising = np.argsort(words.ratio, kind="stable")
    found += [
        (*pair(int(words.first[i])), "unlikely word pair") for i in surprising if words.ratio[i] < features.UNLIKELY
    ]
    kept: list[tuple[int, int, str]] = []
    for start, end, reason in found:
        if all(end <= other[0] or start >= other[1] for other in kept) and len(kept) < MOST_PHRASES:
            kept.append((start, end, reason))
    return tuple(SpunPhrase(start, end, text[start:end], reason) for start, end, reason in sorted(kept))
