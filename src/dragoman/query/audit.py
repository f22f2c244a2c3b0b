"""Auditing by hand: a random sample of events with blank columns for a reader's answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa

from dragoman.query.selection import Selection

if TYPE_CHECKING:
    from dragoman.store import Store

#: What a reader judges, each with the question that the column `NAME_right` asks of the sentence.
QUESTIONS = {
    "event": "Does the sentence assert that some event of this type happened (or has the status given)?",
    "type": "Is the PLOVER type right?",
    "mode": "Is the mode right?",
    "status": "Is the status right?",
    "actors": "Are the actors right, and all there?",
    "recipients": "Are the recipients right, and all there?",
    "date": "Is the date right?",
    "place": "Is the place right?",
}

#: Each event's surest report speaks for it. The order is a hash of seed and id: it depends on neither the store's
#: order nor a random generator. With strata, the first of each type come before the second of each.
_SAMPLE = """
WITH chosen AS (SELECT * FROM events WHERE {condition}),
ranked AS (
    SELECT *, md5(concat(?, ':', id)) AS draw, row_number() OVER (PARTITION BY type ORDER BY md5(concat(?, ':', id)))
    AS turn, count(*) OVER (PARTITION BY type) AS of_type, count(*) OVER () AS of_all FROM chosen
),
drawn AS (SELECT * FROM ranked ORDER BY {order} LIMIT ?),
speaking AS (
    SELECT event, arg_min(struct_pack(document := document, s := sentence_start, e := sentence_end),
    struct_pack(c := -confidence, i := id)) AS r FROM reports GROUP BY event
)
SELECT drawn.*, count(*) OVER (PARTITION BY type) AS drawn_type, d.address, d.published,
d.text[r.s + 1 : r.e] AS sentence
FROM drawn JOIN speaking ON speaking.event = drawn.id JOIN documents d ON d.id = r.document ORDER BY drawn.draw
"""


def audit_sample(store: Store, selection: Selection, n: int, seed: int, stratify: bool = False) -> pa.Table:
    """A random sample of the selected events to check by hand; the same seed draws the same events.

    Args:
        store: an open store.
        selection: from `select`.
        n: how many events, all if there are fewer.
        seed: any number.
        stratify: whether to draw equally from each type, so that rare types are seen.

    Returns:
        A row an event: `event` (its id), where it stands, `sentence`, the coded fields, `weight` (how many events it
        stands for), and for each question in `QUESTIONS` an empty column to answer with y or n.
    """
    sql = _SAMPLE.format(condition=selection.condition, order="turn, draw" if stratify else "draw")
    rows = store.sql(sql, [*selection.parameters, str(seed), str(seed), n]).to_pylist()
    return pa.Table.from_pylist([_row(row, len(rows), stratify) for row in rows], _schema())


def _row(event: dict[str, Any], drawn: int, stratify: bool) -> dict[str, Any]:
    weight = event["of_type"] / event["drawn_type"] if stratify else event["of_all"] / drawn
    row = {"event": event["id"], "weight": weight} | {
        name: str(event[name]) if event[name] is not None else ""
        for name in ("address", "published", "sentence", "type", "mode", "status", "date", "date_precision", "place")
    }
    for role in ("actor", "recipient"):
        codes = " ".join([*event[f"{role}_countries"], *event[f"{role}_sectors"]])
        row[f"{role}s"] = "; ".join(event[f"{role}s"]) + (f" ({codes})" if codes else "")
    return row


def _schema() -> pa.Schema:
    text = [
        "event", "address", "published", "sentence", "type", "mode", "status", "actors", "recipients", "date",
        "date_precision", "place",
    ]  # fmt: skip
    answers = [*(f"{name}_right" for name in QUESTIONS), "note"]
    return pa.schema(
        [*((n, pa.string()) for n in text), ("weight", pa.float64()), *((n, pa.string()) for n in answers)]
    )
