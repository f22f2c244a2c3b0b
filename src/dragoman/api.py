"""The Python interface: `code` pages, `open` a store, and the `EventTable` that both give."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.errors import InputError
from dragoman.settings import Limits, Settings

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow as pa

    from dragoman.pipeline import Summary
    from dragoman.query import Selection
    from dragoman.records import Document
    from dragoman.store import Store

#: Rows that a notebook or terminal shows.
SHOWN = 20

#: Columns that fit a screen, in the order in which a reader asks.
SCREEN = ("id", "date", "type", "mode", "status", "actors", "recipients", "place", "reports", "confidence")


class EventTable:
    """The events of a store, and the pages and reports behind them.

    `len()` counts the events; `df`, `pl` and `arrow` hand a table over; `where` narrows it; `count` and `panel`
    count; `export` writes a file; `sql` asks the whole store.
    """

    def __init__(self, store: Store, summary: Summary | None = None, filters: Mapping[str, Any] | None = None) -> None:
        self._store = store
        self._filters = filters
        #: Counts of the run that made this table, None for a store that was opened.
        self.summary = summary

    def where(self, **filters: Any) -> EventTable:
        """The events that filters leave, with the reports and pages behind them; calls add up.

        Args:
            **filters: the names and values of `dragoman.query.FILTERS`, those of `dragoman query`: actor, recipient,
                party, type, mode, context, quad, since, until, place, country, status, min_independent,
                min_confidence, text. A list gives alternatives. Without `status` only events that are actual;
                `status="all"` takes all.

        Raises:
            QueryError: for a filter or value that does not exist, with the nearest that do.

        >>> events = code("France expelled two Russian diplomats on Monday.", date="2023-05-03")
        >>> len(events.where(actor="France", type="SANCTION", since="2023-05")), len(events.where(quad=1))
        (1, 0)
        """
        narrowed = EventTable(self._store, self.summary, {**(self._filters or {}), **filters})
        narrowed._selection()  # Wrong values are told here, not when the table is used.
        return narrowed

    def count(self, by: str | Sequence[str] = (), *, denominators: bool = False) -> pa.Table:
        """Counts by "month", "type", "pair", ... (see `dragoman.query.count`); of events that are actual."""
        from dragoman.query import count

        return count(self._store, self._selection(), _names(by), denominators)

    def panel(self, by: str | Sequence[str] = "month") -> pa.Table:
        """Counts for every pair of countries in every period, zeros included (see `dragoman.query.panel`)."""
        from dragoman.query import panel

        return panel(self._store, self._selection(), _names(by))

    def coverage(self, by: str | Sequence[str] = ()) -> pa.Table:
        """Pages and sentences of the whole store by period, publisher or country (see `dragoman.query.coverage`)."""
        from dragoman.query import coverage

        return coverage(self._store, _names(by))

    def export(self, path: str | Path, format: str = "", *, dyads: bool = False) -> None:
        """Writes the events that are actual, and FILE.dictionary.md beside them (see `dragoman.export.export`)."""
        from dragoman.export import export

        export(self._store, self._selection(), Path(path), format, dyads)

    def _selection(self) -> Selection:
        from dragoman.query import select

        return select(self._store, self._filters or {})

    def arrow(self, table: str = "events") -> pa.Table:
        """A table ("events", "reports", "documents", ...) as pyarrow.Table."""
        from dragoman.query import selected

        return self._store.table(table) if self._filters is None else selected(self._store, self._selection(), table)

    def df(self, table: str = "events") -> pandas.DataFrame:
        """A table as pandas.DataFrame (needs pandas: pip install 'dragoman[pandas]')."""
        frame: pandas.DataFrame = self.arrow(table).to_pandas()
        return frame

    def pl(self, table: str = "events") -> polars.DataFrame:
        """A table as polars.DataFrame (needs polars: pip install 'dragoman[polars]')."""
        import polars

        frame = polars.from_arrow(self.arrow(table))
        assert isinstance(frame, polars.DataFrame)
        return frame

    def sql(self, query: str, parameters: Iterable[Any] = ()) -> pa.Table:
        """The answer to a DuckDB query over the store's tables, "?" standing for parameters.

        >>> sample().sql("SELECT count(*) AS n FROM events WHERE quad = ?", [4]).num_rows
        1
        """
        return self._store.sql(query, list(parameters))

    def close(self) -> None:
        """Closes the store behind this table."""
        self._store.close()

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.arrow().__arrow_c_stream__(requested_schema)

    def __len__(self) -> int:
        return int(self.arrow().num_rows)

    def __repr__(self) -> str:
        where = self._store.path or "memory"
        lines = [f"EventTable of {len(self)} events in {where}"]
        lines += ["  ".join(row) for row in self._screen()]
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{name}</th>" for name in SCREEN)
        body = "".join(
            "<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>" for row in self._screen()
        )
        count = len(self)
        more = f"{count} events" + (f", the first {SHOWN} shown" if count > SHOWN else "")
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table><p>{more}</p>"

    def _screen(self) -> list[list[str]]:
        rows = self.arrow().slice(0, SHOWN).select(list(SCREEN)).to_pylist()
        return [[cell_text(row[name]) for name in SCREEN] for row in rows]


def _names(by: str | Sequence[str]) -> list[str]:
    return by.split(",") if isinstance(by, str) else list(by)


def cell_text(value: object) -> str:
    """A value of a table as a reader wants it: lists joined, nothing for null."""
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(str(item) for item in value)
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def code(
    pages: Any,
    out: str | Path | None = None,
    *,
    date: str = "",
    knowledge: str | Path | None = None,
    model: str | Path | None = None,
    threshold: float | None = None,
    threads: int = 2,
    limits: Limits | None = None,
    set_aside_spun: bool = False,
) -> EventTable:
    """Codes pages and gives their events.

    Args:
        pages: a text, a path, a glob or a folder; a list of those; dicts with `text` and optional `id`, `title`,
            `url`, `date` and `publisher`; or a pandas, polars or Arrow table with such columns. A string that holds a
            space and names no file is a text.
        out: a `.duckdb` store to write to; default: a store in memory.
        date: ISO date of pages that have none of their own.
        knowledge: folder of your own imports (default: that of `dragoman knowledge import`).
        model: a model folder (default: the shipped one).
        threshold: smallest probability of an event, 0 to 1 (default: the model's).
        threads: cores that the model may use.
        limits: what one page may cost.
        set_aside_spun: do not code pages in machine-spun language.

    Returns:
        The events of the store, those of earlier runs into it included.

    Raises:
        InputError: if a path or the folder of imports does not exist, or `pages` is of another kind.

    >>> events = code("Rebels attacked a barracks in Mali on Monday.", date="2023-05-03")
    >>> events.df().type.tolist()
    ['ASSAULT']
    """
    from dragoman.pipeline import code_documents
    from dragoman.store import Store

    limits = limits or Limits()
    settings = Settings(
        date=date, knowledge=_folder(knowledge), model=Path(model) if model else None, threshold=threshold,
        threads=threads, limits=limits, set_aside_spun=set_aside_spun,
    )  # fmt: skip
    documents = _documents(pages, limits)
    store = Store(out)
    try:
        return EventTable(store, code_documents(documents, store, settings))
    except BaseException:
        store.close()
        raise


def open(path: str | Path) -> EventTable:
    """The events of a store file, to read. Raises StoreError if it is none."""
    from dragoman.store import Store

    return EventTable(Store(path, read_only=True))


def sample() -> EventTable:
    """The events of the 30 pages that the package ships.

    >>> sample().summary.pages
    30
    """
    return code(sample_folder())


def sample_folder() -> Path:
    """Where the package's sample pages are."""
    return Path(__file__).parent / "sample" / "pages"


def _folder(knowledge: str | Path | None) -> Path | None:
    if knowledge is not None and not Path(knowledge).is_dir():
        raise InputError(f"There is no folder {knowledge}.", "Make one: dragoman knowledge import FILE --into FOLDER")
    return Path(knowledge) if knowledge is not None else None


def _documents(pages: Any, limits: Limits) -> Iterator[Document]:
    from dragoman.read.jsonl import document_of

    if hasattr(pages, "__arrow_c_stream__") and not isinstance(pages, Mapping):
        import pyarrow as pa

        return (document_of(row, f"row {number}") for number, row in enumerate(pa.table(pages).to_pylist(), 1))
    if isinstance(pages, str | Path | Mapping):
        pages = [pages]
    if not isinstance(pages, Iterable):
        raise InputError(f"Pages can't be a {type(pages).__name__}.", "Give texts, paths, dicts or a table.")
    return chain.from_iterable(_page(page, number, limits) for number, page in enumerate(pages, 1))


def _page(page: Any, number: int, limits: Limits) -> Iterator[Document]:
    from dragoman.read import read_documents
    from dragoman.read.jsonl import document_of

    if isinstance(page, Mapping):
        return iter([document_of(page, f"page {number}")])
    if isinstance(page, str) and any(sign.isspace() for sign in page) and not _exists(page):
        return iter([document_of({"text": page}, f"text {number}")])
    if isinstance(page, str | Path):
        found = list(read_documents([page], limits))
        if [document.verdict for document in found] == ["not_found"]:
            raise InputError(found[0].detail, "A text needs at least one space; a path must exist.")
        return iter(found)
    raise InputError(f"Page {number} is a {type(page).__name__}.", "Give texts, paths, dicts or a table.")


def _exists(page: str) -> bool:
    try:
        return Path(page).exists()
    except OSError:
        return False
