"""How many documents, independent ones and publishers stand behind each event, and whether all are machine-spun.

Copies add no weight: `independent` counts the originals that the reports come down to, whatever kind of copy lies
between. A copy that was set aside has no reports of its own; it counts among the documents and publishers of the
events of its original.
"""

from __future__ import annotations

import duckdb

from dragoman.vet.spun.scorer import Weights

#: Each document that was made from others, with all that it was made from, directly or not.
_CHAIN = """
CREATE TEMP TABLE chain AS
WITH RECURSIVE way AS (
    SELECT document, original FROM copies
    UNION
    SELECT way.document, copies.original FROM way JOIN copies ON copies.document = way.original
)
SELECT * FROM way"""

_ROOTS = """
CREATE TEMP TABLE roots AS
SELECT document, min(original) AS root FROM chain
WHERE original NOT IN (SELECT document FROM copies) GROUP BY document"""

_BEARERS = """
CREATE TEMP TABLE bearers AS SELECT DISTINCT event, document FROM reports WHERE event IS NOT NULL"""

_COUNTS = """
WITH behind AS (
    SELECT event, document FROM bearers
    UNION
    SELECT bearers.event, chain.document FROM bearers JOIN chain ON chain.original = bearers.document
    JOIN documents ON documents.id = chain.document WHERE documents.verdict <> 'kept'
), outlets AS (
    SELECT event, count(*) AS documents, count(DISTINCT publisher) AS publishers, min(published) AS first_reported
    FROM behind JOIN documents ON documents.id = behind.document GROUP BY event
), originals AS (
    SELECT event, count(DISTINCT coalesce(root, bearers.document)) AS independent,
        bool_and(coalesce(documents.spun >= $threshold, false)) AS spun
    FROM bearers JOIN documents ON documents.id = bearers.document
    LEFT JOIN roots ON roots.document = bearers.document GROUP BY event
)
UPDATE events SET documents = c.documents, publishers = c.publishers, first_reported = c.first_reported,
    independent = c.independent, spun = c.spun
FROM (SELECT * FROM outlets JOIN originals USING (event)) c
WHERE events.id = c.event
    AND (events.documents, events.publishers, events.first_reported, events.independent, events.spun)
    IS DISTINCT FROM (c.documents, c.publishers, c.first_reported, c.independent, c.spun)"""


def count_documents(db: duckdb.DuckDBPyConnection) -> None:
    """Writes the counts of all events that have changed."""
    for statement in (_CHAIN, _ROOTS, _BEARERS):
        db.execute(statement)
    db.execute(_COUNTS, {"threshold": Weights.load().threshold})
    for name in ("chain", "roots", "bearers"):
        db.execute(f"DROP TABLE {name}")
