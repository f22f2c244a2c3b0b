"""Denominators: how much was read, so that more coverage is not read as more conflict."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.query.groups import groups

if TYPE_CHECKING:
    import pyarrow as pa

    from dragoman.store import Store

#: Each kept page once, with its sentences, and once for each country that it names where countries are asked for.
_PAGES = "SELECT published, publisher, sentences, id IN (SELECT document FROM copies) AS copy FROM documents " \
    "WHERE verdict = 'kept'"  # fmt: skip
_PAGES_BY_COUNTRY = (
    "SELECT DISTINCT d.id, d.published, d.publisher, d.sentences, d.id IN (SELECT document FROM copies) AS copy, "
    "m.country FROM documents d LEFT JOIN (SELECT DISTINCT document, country FROM mentions WHERE country IS NOT NULL) "
    "m ON m.document = d.id WHERE d.verdict = 'kept'"
)


def coverage(store: Store, by: Sequence[str]) -> pa.Table:
    """Pages and sentences that were coded, by periods of publication, publisher or country.

    A page counts once for each country that it names. Pages that were set aside (see their verdict) do not count.

    Args:
        store: an open store.
        by: "day", "week", "month", "quarter", "year", "publisher", "country"; none for one row of the whole.

    Returns:
        The groups' columns, then `documents`, `originals` (documents that are no copies) and `sentences`.

    Raises:
        QueryError: for a group that pages can't be counted by.
    """
    chosen = groups(by, "documents")
    pages = _PAGES_BY_COUNTRY if "country" in by else _PAGES
    columns = "".join(f'{group.documents} AS "{group.name}", ' for group in chosen)
    return store.sql(
        f"SELECT {columns}count(*) AS documents, count(*) FILTER (NOT copy) AS originals, "
        f"coalesce(sum(sentences), 0)::BIGINT AS sentences FROM ({pages}) {_grouped(len(chosen))}"
    )


def _grouped(count: int) -> str:
    places = ", ".join(str(place) for place in range(1, count + 1))
    return f"GROUP BY {places} ORDER BY {places}" if count else ""
