"""`dragoman query`: events by filters, counts, panels, coverage and SQL."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.filters import filter_options, refuse_existing, store_argument
from dragoman.cli.tables import table_text
from dragoman.query.groups import GROUPS

if TYPE_CHECKING:
    import pyarrow as pa

    from dragoman.store import Store

#: Rows that the terminal shows.
SHOWN = 40


def _names(_: click.Context, __: click.Parameter, value: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in value.split(",") if name.strip())


@click.command(epilog="Example: dragoman query news.duckdb --actor RUS --recipient UKR --since 2022-02 --by month,type")
@store_argument
@click.option("--by", default="", callback=_names, help=f"Count by any of {', '.join(GROUPS)}: --by month,type")
@click.option("--panel", "kind", flag_value="panel", help="Every pair of countries in every period, zeros included.")
@click.option("--coverage", "kind", flag_value="coverage",
              help="Count pages and sentences instead of events, by period, publisher or country.")  # fmt: skip
@click.option("--denominators", is_flag=True, help="With --by: also pages and sentences of the same period, country.")
@click.option("--sql", help="A question in SQL (DuckDB) instead of filters.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="A .csv, .parquet, .jsonl or .dta file.")
@click.option("--force", is_flag=True, help="Write over a result file that exists.")
@filter_options
def query(
    path: Path, by: tuple[str, ...], kind: str | None, denominators: bool, sql: str | None, output: Path | None,
    force: bool, **filters: tuple[str, ...],
) -> None:  # fmt: skip
    """List or count the events of a store. Only events that are actual, unless --status says otherwise.

    Values of one filter given several times are alternatives; different filters hold together.
    """
    from dragoman.export.files import write_file
    from dragoman.store import Store

    if sql is not None and (by or kind or any(filters.values())):
        raise click.UsageError("--sql stands alone: put filters and groups into the question.")
    if kind == "coverage" and any(filters.values()):
        raise click.UsageError("--coverage counts all pages: filters of events do not apply.")
    if output:
        refuse_existing(output, force)
    with Store(path, read_only=True) as store:
        table = store.sql(sql) if sql is not None else _answer(store, by, kind, denominators, filters)
    if output:
        write_file(table, output)
        click.echo(f"{table.num_rows} rows written to {output}", err=True)
    else:
        click.echo(as_text(table), nl=False)


def _answer(
    store: Store, by: tuple[str, ...], kind: str | None, denominators: bool, filters: dict[str, tuple[str, ...]]
) -> pa.Table:
    from dragoman.query import count, coverage, panel, select, selected

    if kind == "coverage":
        return coverage(store, by)
    selection = select(store, filters)
    if kind == "panel":
        return panel(store, selection, by)
    return count(store, selection, by, denominators) if by else selected(store, selection)


def as_text(table: pa.Table) -> str:
    """A table for the eye: the first rows, columns aligned, lists joined."""
    from rich.table import Table

    from dragoman.api import SCREEN, cell_text

    names = list(SCREEN) if set(SCREEN) < set(table.column_names) else table.column_names
    shown = Table(box=None, pad_edge=False, header_style="bold", show_edge=False)
    for name in names:
        kind = str(table.schema.field(name).type)
        number = kind.startswith(("int", "double", "uint", "decimal"))
        shown.add_column(name, justify="right" if number else "left", overflow="fold")
    for row in table.slice(0, SHOWN).select(names).to_pylist():
        shown.add_row(*(cell_text(row[name]) for name in names))
    more = f"... and {table.num_rows - SHOWN} more (-o FILE writes all)\n" if table.num_rows > SHOWN else ""
    return table_text(shown) + more
