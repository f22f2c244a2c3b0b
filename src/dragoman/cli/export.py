"""`dragoman export`: events in the formats that people already use."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.cli.filters import filter_options, refuse_existing, store_argument


def _list_formats(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        from dragoman.export import FORMATS

        for format in FORMATS.values():
            click.echo(f"{format.name:<15} {format.help}{f' ({format.ending})' if format.ending else ''}")
        ctx.exit()


@click.command(epilog="Example: dragoman export news.duckdb --format polecat -o events.tsv --since 2022")
@store_argument
@click.option("--format", default="", help="csv, parquet, jsonl, stata, geojson, plover, polecat, icews, gdelt or "
              "gdelt-mentions.  [default: by the file's ending]")  # fmt: skip
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="The file to write.")
@click.option("--dyads", is_flag=True, help="One row for each pair of actor and recipient; what both do to one another "
              "in both directions.")  # fmt: skip
@click.option("--force", is_flag=True, help="Write over a file that exists.")
@click.option("--formats", is_flag=True, is_eager=True, expose_value=False, callback=_list_formats,
              help="List the formats and exit.")  # fmt: skip
@filter_options
def export(
    path: Path, format: str, output: Path, dyads: bool, force: bool, **filters: tuple[str, ...]
) -> None:  # fmt: skip
    """Write events to a file, and beside it FILE.dictionary.md: what each column holds, and the line to cite.

    Only events that are actual, unless --status says otherwise.
    """
    from dragoman.export import export as write
    from dragoman.query import select
    from dragoman.store import Store

    refuse_existing(output, force)
    with Store(path, read_only=True) as store:
        beside = write(store, select(store, filters), output, format, dyads)
    click.echo(f"Written to {output}, described in {beside}", err=True)
