"""How well the spun-language score tells spun texts from others: AUROC by share of words changed, false alarms."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dragoman.spin import Spinner, changed_share
from dragoman.vet.spun import SpunScorer
from evaluation.spun.collect import items

#: Edges of the bins of changed words.
BINS = (0.0, 0.1, 0.18, 0.25, 0.4, 1.0)
SHARES = (0.2, 0.4, 0.7, 1.0)
#: Words of an article.
ARTICLE = 300


@dataclass(frozen=True, slots=True)
class Row:
    """Figures of one bin: texts, AUROC against the same texts unspun, share at or over the threshold."""

    texts: int
    auroc: float
    found: float


def articles(texts: Iterable[str]) -> list[str]:
    """Neighbouring texts joined to at least ARTICLE words."""
    made, group = [], ""
    for text in texts:
        group = f"{group}\n{text}".strip()
        if len(group.split()) >= ARTICLE:
            made.append(group)
            group = ""
    return made


def by_share(scorer: SpunScorer, texts: Sequence[str], spinner: Spinner, seed: int = 1) -> list[Row | None]:
    """A row for each bin of `BINS`; None where fewer than 20 texts fall into it."""
    rng = random.Random(seed)
    clean = [scorer.score(text).probability or 0.0 for text in texts]
    scored = []
    for text in texts:
        for share in SHARES:
            made = spinner(text, rng, share)
            score = scorer.score(made.text)
            scored.append((changed_share(text, made), score.probability or 0.0, score.spun))
    rows: list[Row | None] = []
    for low, high in pairwise(BINS):
        part = [(probability, spun) for share, probability, spun in scored if low < share <= high]
        found = sum(spun for _, spun in part) / max(1, len(part))
        rows.append(Row(len(part), auroc(clean, [p for p, _ in part]), found) if len(part) >= 20 else None)
    return rows


def auroc(low: Sequence[float], high: Sequence[float]) -> float:
    """Probability that a text of `high` scores over one of `low`; ties count half."""
    wins = sum((b > a) + 0.5 * (b == a) for a in low for b in high)
    return wins / (len(low) * len(high))


def false_alarms(scorer: SpunScorer, genre: str, half: str) -> tuple[int, int, int]:
    """Texts of a genre flagged, unknown for shortness, and in all."""
    scores = [scorer.score(item.text) for item in items(genre, half)]
    return sum(score.spun for score in scores), sum(score.probability is None for score in scores), len(scores)
