"""The linking benchmark: labelled reports of occurrences against the events that linking makes of them.

Scores over all reports: pairwise F1 (pairs of reports in one event), B-cubed F1 (of each report's event, Bagga and
Baldwin 1998), and the events beyond the first that an occurrence is split into, in percent of the occurrences.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from dragoman.errors import CorpusError
from dragoman.link import link

#: Look-alikes of occurrence 7 are 1007, 2007, ...: they belong to its half.
FAMILY = 1000

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Link:
    """A labelled report: its family (an occurrence with its look-alikes), occurrence, type, and the event found."""

    family: int
    occurrence: int
    type: str
    event: str


@dataclass(frozen=True, slots=True)
class Scores:
    """Figures of a set of reports, rates from 0 to 1."""

    pairwise_precision: float
    pairwise_recall: float
    pairwise: float
    b_cubed_precision: float
    b_cubed_recall: float
    b_cubed: float
    extra: float


def is_linking_set(path: Path) -> bool:
    """Whether a path is a file of labelled reports: JSON lines with an `occurrence`."""
    if path.suffix != ".jsonl" or not path.is_file():
        return False
    with open(path, encoding="utf8") as file:
        return '"occurrence"' in file.readline()


def read_linking(path: Path, half: str) -> list[Row]:
    """The reports of the odd or the even occurrences.

    Raises:
        CorpusError: if a line is no report.
    """
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf8").splitlines(), 1):
        try:
            row = json.loads(line)
            odd = row["occurrence"] % FAMILY % 2 == 1
        except (ValueError, KeyError, TypeError) as problem:
            raise CorpusError(str(path), number, f"no labelled report: {problem}") from None
        if odd == (half == "odd"):
            rows.append(row)
    return rows


def link_rows(rows: Sequence[Row]) -> list[Link]:
    """What linking makes of labelled reports; a report without an event stands alone."""
    reports = [_report(row) for row in rows]
    parts = [part for row in rows for part in _parts(row)]
    owner = link(reports, parts, {row["document"]: _day(row["published"]) for row in rows}).owner
    return [
        Link(row["occurrence"] % FAMILY, row["occurrence"], row["type"], owner[row["report"]] or row["report"])
        for row in rows
    ]


def _report(row: Row) -> Row:
    names = (
        "document", "type", "mode", "status", "cameo", "contexts", "date_precision", "date_source", "place",
        "place_country", "place_precision", "sentence", "confidence",
    )  # fmt: skip
    made = {name: row.get(name) or None for name in names}
    return made | {
        "id": row["report"], "event": None, "date": _day(row.get("date")), "date_end": _day(row.get("date_end")),
        "contexts": row.get("contexts") or [], "place_source": None, "place_admin": None,
        "latitude": None, "longitude": None,
        "sizes": [{"words": f"{size['value']:g}", **size} for size in row.get("sizes") or []],
    }  # fmt: skip


def _parts(row: Row) -> Iterator[Row]:
    for role in ("actor", "recipient"):
        for number, party in enumerate(row[f"{role}s"]):
            yield {
                "report": row["report"], "role": role, "mention": number, "text": party["text"],
                "actor": party["name"] or None, "country": party["country"] or None, "sectors": party["sectors"],
            }  # fmt: skip


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def scores(links: Sequence[Link]) -> Scores:
    """The figures of a set of reports."""
    gold, found, both = Counter[Any](), Counter[Any](), Counter[Any]()
    for item in links:
        gold[item.occurrence] += 1
        found[item.event] += 1
        both[item.occurrence, item.event] += 1
    pairs = [sum(n * (n - 1) / 2 for n in counts.values()) for counts in (both, found, gold)]
    precision, recall = (pairs[0] / total if total else 1.0 for total in pairs[1:])
    b_precision = sum(n * n / found[event] for (_, event), n in both.items()) / max(len(links), 1)
    b_recall = sum(n * n / gold[name] for (name, _), n in both.items()) / max(len(links), 1)
    return Scores(
        precision, recall, _f1(precision, recall), b_precision, b_recall, _f1(b_precision, b_recall),
        _extra(both) / max(len(gold), 1),
    )  # fmt: skip


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _extra(both: Mapping[tuple[int, str], int]) -> int:
    """Events beyond the first of each occurrence; an event counts for the occurrence that it has most reports of."""
    shares: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for (occurrence, event), count in both.items():
        shares[event].append((-count, occurrence))
    events = Counter(min(share)[1] for share in shares.values())
    return sum(count - 1 for count in events.values())


def linking_report(path: Path, half: str, errors: bool = False) -> str:
    """The figures of one half as text, with 95% bootstrap intervals (resampled families), in all and by type.

    Args:
        path: a file of labelled reports.
        half: "odd" or "even".
        errors: whether to list the occurrences that are split or mixed.
    """
    rows = read_linking(path, half)
    links = link_rows(rows)
    occurrences = len({item.occurrence for item in links})
    lines = [f"{len(links)} reports of {occurrences} occurrences ({half} half of {path.name})", ""]
    lines.append(f"{'':<12}{'reports':>8}{'pairwise P':>12}{'R':>7}{'F1':>7}{'95% interval':>16}"
                 f"{'B-cubed F1':>12}{'95% interval':>16}{'extra':>8}{'95% interval':>16}")  # fmt: skip
    kinds = sorted({item.type for item in links})
    for name, part in [("all", links)] + [(k, [item for item in links if item.type == k]) for k in kinds]:
        lines.append(f"{name:<12}{len(part):8d}{_line(part)}")
    return "\n".join([*lines, *(_error_lines(rows, links) if errors else ())])


def _error_lines(rows: Sequence[Row], links: Sequence[Link]) -> Iterator[str]:
    """The families that are not wholly right, each report with the event that it went to."""
    families: dict[int, list[tuple[str, int, str]]] = defaultdict(list)
    for row, item in zip(rows, links, strict=True):
        families[item.family].append((item.event, item.occurrence, f"{row['report']}  {row['sentence']}"))
    for family in sorted(families):
        told = {(event, occurrence) for event, occurrence, _ in families[family]}
        if len(told) > min(len({event for event, _ in told}), len({occurrence for _, occurrence in told})):
            yield ""
            yield from (f"event {event}: {text}" for event, _, text in sorted(families[family]))


def _line(links: Sequence[Link], rounds: int = 500) -> str:
    now = scores(links)
    families: dict[int, list[Link]] = defaultdict(list)
    for item in links:
        families[item.family].append(item)
    names = sorted(families)
    rng = np.random.default_rng(20260101)
    drawn = []
    for _ in range(rounds):
        picks = enumerate(rng.integers(0, len(names), len(names)))
        # A family drawn twice counts as two: its occurrences and events get names of their own.
        sample = [
            Link(turn, item.occurrence + turn * FAMILY * FAMILY, item.type, f"{turn}/{item.event}")
            for turn, pick in picks
            for item in families[names[pick]]
        ]
        one = scores(sample)
        drawn.append((one.pairwise, one.b_cubed, one.extra))
    (p_low, b_low, e_low), (p_high, b_high, e_high) = np.percentile(drawn, [2.5, 97.5], axis=0)
    return (
        f"{now.pairwise_precision:12.3f}{now.pairwise_recall:7.3f}{now.pairwise:7.3f}   {p_low:.3f} - {p_high:.3f}"
        f"{now.b_cubed:12.3f}   {b_low:.3f} - {b_high:.3f}{now.extra:8.1%}   {e_low:5.1%} - {e_high:5.1%}"
    )
