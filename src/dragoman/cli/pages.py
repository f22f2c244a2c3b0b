"""`dragoman vet` and `dragoman pages`: what became of each page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.code import DEFAULT_STORE, checked_output
from dragoman.settings import Limits, Settings

if TYPE_CHECKING:
    import pyarrow as pa

_FORCE = click.option("--force", is_flag=True, help="Write over a result file that exists.")
_OUTPUT = click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="A .csv, .parquet or .jsonl file.  [default: the screen]"
)


@click.command(epilog="Example: dragoman vet news/ -o vetted.csv")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@_OUTPUT
@_FORCE
@click.pass_context
def vet(ctx: click.Context, paths: tuple[str, ...], output: Path | None, force: bool) -> None:
    """Tell which pages are copies, and of what, without coding them.

    PATH is as for `dragoman code`. The table has page, verdict, original, kind, similarity (0 to 1), evidence and spun
    (the probability that the language is machine-spun); a digest has one row for each text that it takes from.
    """
    import tempfile

    from dragoman.pipeline import READ_FAULTS, vet_documents
    from dragoman.read import read_documents
    from dragoman.store import Store
    from dragoman.store.pages import vetted_pages

    if output:
        checked_output(output, force)
    # Pages may be more than fit in memory.
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "vet.duckdb") as store:
        vet_documents(read_documents(paths, Limits()), store, Settings())
        table = vetted_pages(store)
    _write(table, output)
    ctx.exit(3 if READ_FAULTS & set(table["verdict"].to_pylist()) else 0)


@click.command(epilog="Example: dragoman pages dragoman.duckdb --set-aside")
@click.argument("path", default=DEFAULT_STORE, type=click.Path(path_type=Path), metavar="[STORE]")
@click.option("--set-aside", is_flag=True, help="Only pages that were not coded, with the reason and its evidence.")
@_OUTPUT
@_FORCE
def pages(path: Path, set_aside: bool, output: Path | None, force: bool) -> None:
    """List the pages of a store and what became of each."""
    from dragoman.store import Store
    from dragoman.store.pages import listed_pages

    if output:
        checked_output(output, force)
    with Store(path, read_only=True) as store:
        table = listed_pages(store, set_aside)
    _write(table, output)


def _write(table: pa.Table, output: Path | None) -> None:
    from dragoman.cli.tables import whole_table
    from dragoman.export.files import write_file

    if output:
        write_file(table, output)
        click.echo(f"{table.num_rows} rows written to {output}", err=True)
    else:
        click.echo(whole_table(table), nl=False)
