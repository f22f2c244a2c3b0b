"""How many documents, independent ones and publishers stand behind each event.

Copies add no weight: `independent` counts the originals that the reports come down to, whatever kind of copy lies
between. A copy that was set aside has no reports of its own; it counts among the documents and publishers of the
events of its original.
"""

from __future__ import annotations

import duckdb

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
    SELECT event, count(DISTINCT coalesce(root, bearers.document)) AS independent
    FROM bearers LEFT JOIN roots ON roots.document = bearers.document GROUP BY event
)
UPDATE events SET documents = c.documents, publishers = c.publishers, first_reported = c.first_reported,
    independent = c.independent
FROM (SELECT * FROM outlets JOIN originals USING (event)) c
WHERE events.id = c.event AND (events.documents, events.publishers, events.first_reported, events.independent)
    IS DISTINCT FROM (c.documents, c.publishers, c.first_reported, c.independent)"""


def count_documents(db: duckdb.DuckDBPyConnection) -> None:
    """Writes the counts of all events that have changed."""
    for statement in (_CHAIN, _ROOTS, _BEARERS, _COUNTS):
        db.execute(statement)
    for name in ("chain", "roots", "bearers"):
        db.execute(f"DROP TABLE {name}")
