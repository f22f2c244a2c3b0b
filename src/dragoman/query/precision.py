"""Precision from the answers of an audit, with Wilson's interval."""

from __future__ import annotations

import csv
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import QueryError
from dragoman.query.audit import QUESTIONS

_YES, _NO = frozenset({"y", "yes", "1", "true"}), frozenset({"n", "no", "0", "false"})

#: The standard normal quantile of a two-sided 95% interval.
_Z = 1.959964

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Precision:
    """The share of right answers to one question, with a 95% interval; of a type, or of all (`type` "")."""

    field: str
    type: str
    right: int
    answered: int
    share: float
    low: float
    high: float


def wilson(share: float, n: float) -> tuple[float, float]:
    """Wilson's 95% score interval of a share seen in `n` trials (E. B. Wilson, JASA 22, 1927).

    >>> [round(x, 3) for x in wilson(0.8, 100)]
    [0.711, 0.867]
    """
    middle = share + _Z**2 / (2 * n)
    reach = _Z * math.sqrt(share * (1 - share) / n + _Z**2 / (4 * n**2))
    return max(0.0, (middle - reach) / (1 + _Z**2 / n)), min(1.0, (middle + reach) / (1 + _Z**2 / n))


def score(path: Path) -> list[Precision]:
    """Precision of each field over all answered rows, then of `event` for each type. Blank answers do not count.

    Where the sample was stratified, rows count by their weight, and the interval is that of the effective number of
    rows, (sum of weights)^2 / (sum of squared weights), after Kish (1965).

    Raises:
        QueryError: if the file is no audit, an answer is neither y nor n, or nothing is answered.
    """
    rows = _read(path)
    found = [_precision(rows, field, "") for field in QUESTIONS]
    for kind in sorted({row["type"] for row in rows}):
        found.append(_precision([row for row in rows if row["type"] == kind], "event", kind))
    known = [precision for precision in found if precision]
    if not known:
        raise QueryError(f"Nothing is answered in {path}.", "Fill the columns that end in _right with y or n.")
    return known


def _precision(rows: Sequence[Row], field: str, kind: str) -> Precision | None:
    answers = [(float(row["weight"]), row[f"{field}_right"] == "y") for row in rows if row[f"{field}_right"]]
    if not answers:
        return None
    total = sum(weight for weight, _ in answers)
    share = sum(weight for weight, right in answers if right) / total
    effective = total**2 / sum(weight**2 for weight, _ in answers)
    return Precision(field, kind, sum(r for _, r in answers), len(answers), share, *wilson(share, effective))


def _read(path: Path) -> list[Row]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError) as problem:
        raise QueryError(
            f"{path} can't be read: {problem}", "Draw a sample: dragoman audit STORE -o audit.csv"
        ) from None
    needed = ["type", "weight", *(f"{field}_right" for field in QUESTIONS)]
    missing = [name for name in needed if not rows or name not in rows[0]]
    if missing:
        raise QueryError(
            f"{path} is no audit: it has no column {missing[0]}.",
            "Keep the columns that dragoman audit wrote, separated by commas.",
        )
    return [_answers(row, number, path) for number, row in enumerate(rows, 2)]


def _answers(row: Row, number: int, path: Path) -> Row:
    found = dict(row)
    for field in QUESTIONS:
        given = (row[f"{field}_right"] or "").strip().lower()
        if given and given not in _YES | _NO:
            raise QueryError(f"{path}, row {number}: {field}_right is {given!r}.", "Answer y or n, or leave it empty.")
        found[f"{field}_right"] = "" if not given else "y" if given in _YES else "n"
    return found
