"""Store: the tables of coded pages in one DuckDB file, and result files in other formats."""

from dragoman.store.store import Store

__all__ = ["Store"]
