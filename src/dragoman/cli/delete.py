"""`dragoman delete`: takes documents out of a store."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(epilog="Example: dragoman delete dragoman.duckdb https://example.org/withdrawn-story")
@click.argument("path", metavar="STORE", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("documents", nargs=-1, required=True, metavar="DOCUMENT...")
def delete(path: Path, documents: tuple[str, ...]) -> None:
    """Delete documents, given by id or address, with all that was coded from them, and link what is left.

    Events that rested on them alone are gone; `supersedes` says where the ids of the others went.
    """
    from dragoman.store import Store

    with Store(path) as store:
        orphans = store.delete(documents)
        events = store.sql("SELECT count(*) AS n FROM events")["n"][0].as_py()
    click.echo(f"{len(documents)} documents deleted; {events} events left in {path}", err=True)
    if orphans:
        click.echo(
            f"{len(orphans)} copies of them were set aside; the next dragoman code that meets them codes them.",
            err=True,
        )
