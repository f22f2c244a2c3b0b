"""`dragoman link`: links all reports of a store anew."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(epilog="Example: dragoman link dragoman.duckdb")
@click.argument("path", metavar="STORE", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def link(path: Path) -> None:
    """Link all reports of a store anew, and bring a store of an older schema up to date.

    A run of `dragoman code` links by itself what it changes; this is for a store that an older version made.
    """
    from dragoman.store import Store

    with Store(path) as store:
        store.link(anew=True)
        reports, events = (store.sql(f"SELECT count(*) AS n FROM {t}")["n"][0].as_py() for t in ("reports", "events"))
    click.echo(f"{reports} reports linked to {events} events in {path}", err=True)
