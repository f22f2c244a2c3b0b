"""Tables of pages: what was vetted, what was set aside and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa

    from dragoman.store.store import Store


def vetted_pages(store: Store) -> pa.Table:
    """One row for each page and original: page, verdict, original, kind, similarity, evidence, spun.

    A page that is no copy has one row; what its verdict says stands under evidence. `spun` is the probability that the
    page's language is machine-spun.
    """
    return store.sql(
        "SELECT d.address AS page, d.verdict, o.address AS original, c.kind, c.similarity, "
        "coalesce(c.evidence, d.detail) AS evidence, round(d.spun, 4) AS spun "
        "FROM documents d LEFT JOIN copies c ON c.document = d.id "
        "LEFT JOIN documents o ON o.id = c.original ORDER BY d.address, d.id, o.address"
    )


def listed_pages(store: Store, set_aside: bool) -> pa.Table:
    """One row for each page: id, page, published, verdict, detail, evidence; of all or of those that were not coded."""
    return store.sql(
        "SELECT d.id, d.address AS page, d.published, d.verdict, d.detail, string_agg(c.evidence, '; ') AS evidence "
        "FROM documents d LEFT JOIN copies c ON c.document = d.id WHERE d.verdict <> 'kept' OR NOT ? "
        "GROUP BY ALL ORDER BY d.verdict, d.address, d.id",
        [set_aside],
    )
