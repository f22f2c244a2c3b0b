"""Marked pairs in JSONL (text, actor, recipient, type, quad) against the coder's forced choice."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from dragoman import ontology
from dragoman.coding.coder import Coder
from dragoman.coding.relate import Pair, Relation, relate
from dragoman.evaluate.score import macro_f1

#: Older label of a CAMEO code, for data labelled by PLOVER's conventions of 2016 to 2021.
OLDER = {"035": "AGREE", "116": "ACCUSE", "163": "COERCE", "055": "SUPPORT", "191": "COERCE", "192": "COERCE"}


@dataclass(frozen=True, slots=True)
class PairScore:
    """Macro and micro F1 with the 95% bootstrap interval of the macro F1, at one level of detail."""

    level: str
    macro: float
    low: float
    high: float
    micro: float


def read_pairs(path: Path) -> tuple[list[Pair], list[tuple[str, int]]]:
    """Pairs and their (type, quad) labels from a JSONL file."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf8").splitlines() if line.strip()]
    pairs = [Pair(row["text"], tuple(row["actor"]), tuple(row["recipient"])) for row in rows]
    return pairs, [(row["type"], row["quad"]) for row in rows]


def older_label(relation: Relation) -> str:
    """The type by the older conventions, from the CAMEO code."""
    return OLDER.get(relation.cameo[:3], relation.type)


def _levels(kind: str, quad: int | None = None) -> tuple[str, str, str]:
    # The older data do not tell CONCEDE from RETREAT and count both as material cooperation.
    yields = kind in ("CONCEDE", "RETREAT", "YIELD")
    quad = quad or (2 if yields else ontology.QUADS[kind])
    return "YIELD" if yields else kind, str(quad), "cooperation" if quad <= 2 else "conflict"


def score_pairs(coder: Coder, path: Path, mapped: bool) -> list[PairScore]:
    """Scores of the types, the four quad classes, and cooperation against conflict."""
    pairs, gold = read_pairs(path)
    found = relate(coder, pairs)
    wanted = [_levels(*label) for label in gold]
    got = [_levels(older_label(r) if mapped else r.type) for r in found]
    return [
        _score(name, [(w[i], g[i]) for w, g in zip(wanted, got, strict=True)])
        for i, name in enumerate(("type", "quad", "binary"))
    ]


def _score(level: str, labels: Sequence[tuple[str, str]]) -> PairScore:
    rng = np.random.default_rng(20260101)
    rounds = [macro_f1([labels[i] for i in rng.integers(0, len(labels), len(labels))]) for _ in range(300)]
    low, high = np.percentile(rounds, [2.5, 97.5])
    micro = sum(w == g for w, g in labels) / len(labels)
    return PairScore(level, macro_f1(labels), float(low), float(high), micro)
