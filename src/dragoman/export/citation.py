"""What a data set calls itself: its version, what coded it, and the line to cite."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.identity import digest

if TYPE_CHECKING:
    from dragoman.store import Store


def dataset_version(store: Store) -> str:
    """Eight hexadecimal digits that change with the pages that the store holds and with what coded them."""
    rows = store.sql("SELECT id, input_hash, coded_with FROM documents WHERE verdict = 'kept' ORDER BY id").to_pylist()
    return digest(*(str(value) for row in rows for value in row.values()))[:8]


def coded_by(store: Store) -> str:
    """The versions of code and model in the store's ledger: "dragoman 0.1.0, minilm-int8 2026.1"."""
    rows = store.sql("SELECT DISTINCT code_version, model_version FROM runs ORDER BY ALL").to_pylist()
    return " and ".join(f"dragoman {row['code_version']}, {row['model_version']}" for row in rows) or "unknown"


def citation(store: Store) -> str:
    """The line to cite a data set by; the same for the same store."""
    row = store.sql(
        "SELECT count(*) AS pages, min(published) AS first, max(published) AS last, "
        "(SELECT max(finished) FROM runs) AS finished FROM documents WHERE verdict = 'kept'"
    ).to_pylist()[0]
    year = f" ({row['finished'][:4]})" if row["finished"] else ""
    span = f", published {row['first']} to {row['last']}" if row["first"] else ""
    return (
        f"Dragoman event data{year}. Version {dataset_version(store)}: {row['pages']} pages{span}; "
        f"coded by {coded_by(store)}."
    )
