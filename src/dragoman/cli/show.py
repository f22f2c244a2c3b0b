"""`dragoman show`: one event with the words behind each of its fields, or one page."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.cli.code import DEFAULT_STORE


@click.command(epilog="Example: dragoman show 1f3a77c2")
@click.argument("identity", metavar="ID")
@click.option("--store", "path", default=DEFAULT_STORE, show_default=True, type=click.Path(path_type=Path),
              help="The store that holds it.")  # fmt: skip
def show(identity: str, path: Path) -> None:
    """Show one event (or the event of a report), or one page.

    Of an event: its fields, and each sentence that reports it with its words marked. Of a page that is a copy: the
    original beside it with the differences; of another: its verdict and its events.

    ID is an event's, report's or page's id, or a beginning of one that no other has, or a page's address.
    """
    from rich.console import Console
    from rich.text import Text

    from dragoman.show import find_event, render
    from dragoman.show_page import find_page, render_page
    from dragoman.store import Store

    with Store(path, read_only=True) as store:
        console = Console(highlight=False)
        plain = not console.is_terminal or console.no_color
        page = find_page(store, identity)
        lines = render_page(store, page, plain) if page else render(store, find_event(store, identity), plain)
        for line in lines:
            console.print(line, soft_wrap=isinstance(line, Text))
