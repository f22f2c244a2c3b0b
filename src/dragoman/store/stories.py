"""Names the story of each vetted document."""

from __future__ import annotations

import duckdb
import pyarrow as pa

from dragoman.vet.story import groups

#: Reports of one story are at most so many days apart and share at least so many names; a name that more documents
#: than this have within these days tells no story.
DAYS, SHARED_NAMES, MOST_DOCUMENTS = 3, 2, 50

# A copy belongs to its first original and an update to the first telling. A digest, which holds excerpts of several
# texts, would tie their stories together.
_PAIRS = f"""
WITH named AS (
    SELECT d.id, d.published, unnest(s.names) AS name FROM documents d JOIN sketches s ON s.document = d.id
    WHERE d.verdict = 'kept' AND d.published IS NOT NULL
    AND d.id NOT IN (SELECT document FROM copies WHERE kind = 'excerpt')
), counted AS (
    SELECT *, count(*) OVER (
        PARTITION BY name ORDER BY published
        RANGE BETWEEN INTERVAL {DAYS} DAY PRECEDING AND INTERVAL {DAYS} DAY FOLLOWING
    ) AS near FROM named
), telling AS (SELECT id, published, name FROM counted WHERE near BETWEEN 2 AND {MOST_DOCUMENTS})
SELECT one.id, other.id FROM telling one JOIN telling other ON one.name = other.name AND one.id < other.id
AND abs(one.published - other.published) <= {DAYS}
GROUP BY ALL HAVING count(*) >= {SHARED_NAMES}
UNION ALL
SELECT c.document, min(c.original) FROM copies c JOIN documents d ON d.id = c.document
WHERE d.verdict <> 'kept' OR c.kind = 'update' GROUP BY c.document
"""

_UPDATE = """
UPDATE documents SET story = named.story FROM (
    SELECT s.document, coalesce(f.story, s.document) AS story FROM sketches s LEFT JOIN found f ON f.id = s.document
) named WHERE named.document = documents.id AND documents.story IS DISTINCT FROM named.story
"""


def name_stories(db: duckdb.DuckDBPyConnection) -> None:
    """Writes `documents.story`: the smallest id of the documents on the same occurrences, copies included.

    Stories are made anew from all documents, so that they do not depend on the order in which these came.
    """
    stories = groups(db.execute(_PAIRS).fetchall())
    found = pa.table({"id": pa.array(stories.keys(), pa.string()), "story": pa.array(stories.values(), pa.string())})
    db.register("found", found)
    db.execute(_UPDATE)
    db.unregister("found")
