"""`dragoman show`: one event with the words behind each of its fields."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.cli.code import DEFAULT_STORE


@click.command(epilog="Example: dragoman show 1f3a77c2")
@click.argument("identity", metavar="ID")
@click.option("--store", "path", default=DEFAULT_STORE, show_default=True, type=click.Path(path_type=Path),
              help="The store that holds the event.")  # fmt: skip
def show(identity: str, path: Path) -> None:
    """Show one event (or the event of a report): its fields, and each sentence that reports it with its words marked.

    ID is an event's or report's id, or a beginning of one that no other has.
    """
    from rich.console import Console

    from dragoman.show import find_event, render
    from dragoman.store import Store

    with Store(path, read_only=True) as store:
        event = find_event(store, identity)
        console = Console(highlight=False)
        for line in render(store, event, plain=not console.is_terminal or console.no_color):
            console.print(line, soft_wrap=True)
