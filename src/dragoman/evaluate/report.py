"""The evaluation as text: tables of figures, types, hard files, false events, calibration and errors."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from dragoman.coding.coder import Coder
from dragoman.corpus.reader import Record, read_corpus
from dragoman.corpus.splits import read_split
from dragoman.evaluate.pairs import score_pairs
from dragoman.evaluate.score import Figure, Tally, compare, figures, macro_f1, type_table

#: Files of the corpus that are reported apart: they were written to be hard.
HARD = ("hard", "tricky", "contrast_conflict", "contrast_cooperation")


def tally_records(coder: Coder, records: Sequence[Record], threshold: float | None = None) -> list[Tally]:
    """The tally of each record at a threshold (default: the model's)."""
    found = coder.code([record.text for record in records], threshold)
    return [compare(record, item) for record, item in zip(records, found, strict=True)]


def record_report(coder: Coder, path: Path, split: str, threshold: float | None, errors: bool) -> str:
    """The whole report on a corpus folder's split or on a file of records."""
    records = read_split(path, split) if path.is_dir() and (path / "splits").is_dir() else list(read_corpus([path]))
    tallies = tally_records(coder, records, threshold)
    used = coder.model.threshold if threshold is None else threshold
    lines = [f"{len(records)} records, model {coder.model.name} {coder.model.version}, threshold {used:.2f}", ""]
    lines += figure_table(figures(tallies))
    statuses = [pair for tally in tallies for pair in tally.statuses]
    lines += [f"{'status, macro F1':<22}{macro_f1(statuses):8.3f}", "", *type_lines(tallies)]
    for name in HARD:
        part = [t for r, t in zip(records, tallies, strict=True) if Path(r.where.rsplit(":", 1)[0]).stem == name]
        if part:
            row = {f.name: f for f in figures(part, rounds=200)}
            lines.append(
                f"{name:<22} {len(part):4d} records  types {row['typed_triggers'].f1:.3f}  events "
                f"{row['events_exact'].f1:.3f} exact, {row['events_overlapping'].f1:.3f} overlapping"
            )
    lines += ["", *false_event_lines(records, tallies), *calibration_lines(tallies)]
    if errors:
        lines += ["", *error_lines(records, tallies)]
    return "\n".join(lines)


def figure_table(rows: Sequence[Figure]) -> list[str]:
    """One line a figure."""
    head = f"{'':<22}{'precision':>10}{'recall':>8}{'F1':>8}{'95% interval':>16}{'right':>8}{'wrong':>8}{'missed':>8}"
    return [head] + [
        f"{f.name.replace('_', ' '):<22}{f.precision:10.3f}{f.recall:8.3f}{f.f1:8.3f}   {f.low:.3f} - {f.high:.3f}"
        f"{f.right:8d}{f.wrong:8d}{f.missed:8d}"
        for f in rows
    ]


def type_lines(tallies: Sequence[Tally]) -> list[str]:
    """Precision, recall and F1 of each type."""
    lines = [f"{'type':<14}{'precision':>10}{'recall':>8}{'F1':>8}{'gold':>7}"]
    for name, (right, wrong, missed) in sorted(type_table(tallies).items()):
        f1 = 2 * right / max(2 * right + wrong + missed, 1)
        lines.append(
            f"{name:<14}{right / max(right + wrong, 1):10.3f}{right / max(right + missed, 1):8.3f}{f1:8.3f}"
            f"{right + missed:7d}"
        )
    return [*lines, ""]


def false_event_lines(records: Sequence[Record], tallies: Sequence[Tally]) -> list[str]:
    """False events in records that hold none."""
    empty = [tally for record, tally in zip(records, tallies, strict=True) if not record.events]
    if not empty:
        return []
    false = sum(tally.counts.get("typed_triggers", [0, 0, 0])[1] for tally in empty)
    return [f"{false} false events in {len(empty)} records without an event ({100 * false / len(empty):.1f} a hundred)"]


def calibration_lines(tallies: Sequence[Tally]) -> list[str]:
    """Expected calibration error in ten bins, Brier score, and the reliability of each bin."""
    rows = [(p, hit) for tally in tallies for _, p, hit in tally.probabilities]
    if not rows:
        return []
    chances, hits = np.array([p for p, _ in rows]), np.array([hit for _, hit in rows], float)
    bins = np.minimum((chances * 10).astype(int), 9)
    error, lines = 0.0, []
    for number in range(10):
        inside = bins == number
        if inside.any():
            said, true = chances[inside].mean(), hits[inside].mean()
            error += abs(said - true) * inside.mean()
            lines.append(f"  said {said:.2f}, right {true:.2f}, {int(inside.sum())} events")
    brier = float(((chances - hits) ** 2).mean())
    return [f"expected calibration error {error:.3f}, Brier score {brier:.3f}", *lines]


def error_lines(records: Sequence[Record], tallies: Sequence[Tally]) -> list[str]:
    """Each record whose types are not all right."""
    return [
        f"{record.id or record.where}: {'; '.join(tally.errors)}\n  {record.text}"
        for record, tally in zip(records, tallies, strict=True)
        if tally.errors
    ]


def pair_report(coder: Coder, path: Path) -> str:
    """Scores of marked pairs, with and without the mapping to the older labels."""
    lines = []
    for mapped in (False, True):
        lines.append("older labels derived from the CAMEO code" if mapped else "types as predicted")
        for score in score_pairs(coder, path, mapped):
            interval = f"{score.low:.3f} - {score.high:.3f}"
            lines.append(f"  {score.level:<8} macro F1 {score.macro:.3f} ({interval}), micro F1 {score.micro:.3f}")
    return "\n".join(lines)
