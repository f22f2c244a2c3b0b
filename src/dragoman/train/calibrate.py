"""Honest probabilities and the threshold, from what the model finds on the development split."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dragoman.coding.coder import Coder
from dragoman.coding.decode import Calibration
from dragoman.corpus.reader import Record
from dragoman.evaluate.score import Tally, compare


def calibrate(coder: Coder, records: list[Record]) -> tuple[Calibration, float]:
    """The calibration (logistic regression on the raw probability's logit) and the threshold with the best F1.

    Args:
        coder: a coder whose own calibration is the identity.
        records: the development split.

    Returns:
        Calibration, and the calibrated probability from which on typed triggers have the best F1.
    """
    found = coder.code([record.text for record in records], threshold=0.0)
    tallies = [compare(record, item) for record, item in zip(records, found, strict=True)]
    raw = np.array([p for tally in tallies for _, p, _ in tally.probabilities])
    right = np.array([hit for tally in tallies for _, _, hit in tally.probabilities], float)
    calibration = _logistic(np.log(raw / (1 - raw)), right)
    best, threshold = -1.0, 0.5
    for step in np.arange(0.1, 0.91, 0.02):
        f1 = _f1([
            compare(record, replace(item, events=tuple(e for e in item.events if calibration(e.probability) >= step)))
            for record, item in zip(records, found, strict=True)
        ])  # fmt: skip
        if f1 > best:
            best, threshold = f1, round(float(step), 2)
    return calibration, threshold


def _logistic(x: np.ndarray, y: np.ndarray, rounds: int = 50) -> Calibration:
    """Newton's method for two parameters."""
    design = np.stack([x, np.ones_like(x)], 1)
    weights = np.array([1.0, 0.0])
    for _ in range(rounds):
        p = 1 / (1 + np.exp(-design @ weights))
        gradient = design.T @ (p - y)
        hessian = design.T @ (design * (p * (1 - p))[:, None]) + 1e-6 * np.eye(2)
        weights = weights - np.linalg.solve(hessian, gradient)
    return Calibration(round(float(weights[0]), 4), round(float(weights[1]), 4))


def _f1(tallies: list[Tally]) -> float:
    right, wrong, missed = np.sum([t.counts.get("typed_triggers", [0, 0, 0]) for t in tallies], axis=0)
    return float(2 * right / max(2 * right + wrong + missed, 1))
