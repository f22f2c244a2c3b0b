"""Fits the spun-language score and writes src/dragoman/vet/spun/weights.json:

    python -m evaluation.spun.collect && python scripts/spun_weights.py
    python scripts/spun_weights.py --leave-out      # AUROC of each training family when it is left out; writes nothing

Needs scikit-learn. Fitted on `collect.training_texts` of all genres as they are, and as the four families of
`dragoman.spin` make them; of the evaluation set only the odd negatives are read, for the threshold.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from dragoman.spin import FAMILIES, changed_share
from dragoman.vet.spun import SpunScorer
from dragoman.vet.spun.features import NAMES, measure
from dragoman.vet.spun.scorer import WEIGHTS, Weights, length_scale
from dragoman.vet.spun.surprise import Bigrams
from dragoman.vet.spun.words import read_words
from evaluation.spun.collect import GENRES, items, training_texts

SEED = 5
#: Texts of a genre, and how many of them are also spun.
CLEAN = {"agency": 1500, "nonnative": 500, "translated": 1000, "speech": 900, "legal": 1500, "headlines": 100}
SPUN = {"agency": 900, "nonnative": 80, "translated": 200, "speech": 200, "legal": 100, "headlines": 0}
#: A spun text is an example from this share of changed words on.
LEAST_CHANGED = 0.15
#: Features are cut at these percentiles of the examples.
CUTS = (0.5, 99.5)
#: False alarms that the threshold allows among the 250 odd items of any genre.
ALLOWED = 1


@dataclass(frozen=True, slots=True)
class Example:
    """A text to learn from: its features, its words, its genre, and the family that made it ("" for clean)."""

    features: NDArray[np.float64]
    words: int
    genre: str
    family: str


def examples() -> list[Example]:
    """Clean and spun texts of all genres, of one to five cuts each."""
    rng, table = random.Random(SEED), Bigrams.load()
    made: list[Example] = []
    for genre in GENRES:
        texts = _joined(list(training_texts(genre)), rng)
        texts = rng.sample(texts, min(len(texts), CLEAN[genre]))
        made += [_example(text, genre, "", table) for text in texts]
        for text in texts[: SPUN[genre]]:
            for name, spinner in FAMILIES.items():
                spun = spinner(text, rng, rng.uniform(0.4, 1.0))
                if changed_share(text, spun) >= LEAST_CHANGED:
                    made.append(_example(spun.text, genre, name, table))
    rng.shuffle(made)
    return made


def _joined(texts: list[str], rng: random.Random) -> list[str]:
    """One to five neighbouring cuts each, so that a long text is from one document as a rule."""
    joined, place = [], 0
    while place < len(texts):
        count = rng.choice((1, 1, 1, 2, 3, 5))
        joined.append("\n".join(texts[place : place + count]))
        place += count
    return joined


def _example(text: str, genre: str, family: str, table: Bigrams) -> Example:
    return Example(measure(text, read_words(text, table), table), len(text.split()), genre, family)


def fit(learned: Sequence[Example]) -> Weights:
    """Logistic regression on cut, centred and scaled features; both classes weigh the same."""
    features = np.array([example.features for example in learned])
    spun = np.array([bool(example.family) for example in learned])
    low, high = np.percentile(features, CUTS, axis=0)
    features = np.clip(features, low, high)
    mean, spread = features[~spun].mean(0), features[~spun].std(0) + 1e-6
    scale = np.array([length_scale(example.words) for example in learned])
    scaled = (features - mean) / spread * scale[:, None]
    model = LogisticRegression(C=0.3, max_iter=2000, class_weight="balanced").fit(scaled, spun)
    return Weights(low, high, mean, spread, model.coef_[0], float(model.intercept_[0]), 1.0)


def leave_out(made: Sequence[Example]) -> Iterable[tuple[str, float]]:
    """For each family the AUROC against a fifth of the clean examples, by weights that saw neither."""
    for name in FAMILIES:
        weights = fit(
            [example for i, example in enumerate(made) if example.family != name and (example.family or i % 5)]
        )
        asked = [
            example for i, example in enumerate(made) if example.family == name or (not example.family and i % 5 == 0)
        ]
        scores = [weights.probability(example.features, example.words) for example in asked]
        yield name, float(roc_auc_score([bool(example.family) for example in asked], scores))


def threshold(weights: Weights, made: Sequence[Example]) -> float:
    """The smallest threshold, in hundredths, that keeps false alarms within ALLOWED in each genre.

    Counted on odd items, which are short, and on clean training texts by weights that did not see their fold.
    """
    scorer = SpunScorer(weights)
    worst = 0.5
    unseen = _out_of_fold(made)
    for genre in GENRES:
        short = sorted(scorer.score(item.text).probability or 0.0 for item in items(genre, "odd"))
        long = sorted(unseen[genre])
        sys.stdout.write(f"{genre:12} odd items {_top(short)}   {len(long)} unseen training texts {_top(long)}\n")
        worst = max(worst, short[-1 - ALLOWED], *long[-1 - int(len(long) * ALLOWED / len(short)) :][:1])
    return float(np.floor(worst * 100 + 1) / 100)


def _out_of_fold(made: Sequence[Example], folds: int = 5) -> dict[str, list[float]]:
    """Probabilities of the clean examples by genre, each by weights fitted without its fold.

    Lists of headlines are left out: the scorer calls them unknown.
    """
    found: dict[str, list[float]] = {genre: [] for genre in GENRES}
    for fold in range(folds):
        weights = fit([example for i, example in enumerate(made) if i * folds // len(made) != fold])
        for example in made[fold * len(made) // folds : (fold + 1) * len(made) // folds]:
            if not example.family and example.genre != "headlines":
                found[example.genre].append(weights.probability(example.features, example.words))
    return found


def _top(scores: Sequence[float]) -> str:
    return " ".join(f"{score:.3f}" for score in scores[:-7:-1])


def main() -> None:
    """Fits and writes, or prints what leaving out each family does."""
    made = examples()
    if "--leave-out" in sys.argv:
        for name, score in leave_out(made):
            sys.stdout.write(f"{name:12} {score:.3f}\n")
        return
    weights = fit(made)
    weights = weights.with_threshold(threshold(weights, made))
    WEIGHTS.write_text(json.dumps(weights.to_json(), indent=1) + "\n", encoding="utf8")
    order = np.argsort(weights.coefficients)
    sys.stdout.write(" ".join(f"{NAMES[i]}={weights.coefficients[i]:.2f}" for i in order) + "\n")
    sys.stdout.write(f"{len(made)} examples, threshold {weights.threshold}\n")


if __name__ == "__main__":
    main()
