"""`dragoman knowledge`: own actors, Wikidata and GeoNames dumps imported, listed and removed."""

from __future__ import annotations

from pathlib import Path

import click

#: Lines that were left out which are shown; the rest is counted.
SHOWN = 20


def _folder(given: Path | None) -> Path:
    from dragoman.resolve.imports.index import default_folder

    return given or default_folder()


_KNOWLEDGE = click.option(
    "--knowledge", "folder", type=click.Path(path_type=Path, file_okay=False),
    help="The folder of imports. [default: in the user's data folder]",
)  # fmt: skip


@click.group(epilog="Example: dragoman knowledge import my-actors.csv")
def knowledge() -> None:
    """Import actors and places of your own, list and remove imports. dragoman code uses them."""


@knowledge.command("import", epilog="Example: dragoman knowledge import my-actors.csv latest-all.json.bz2 ET.zip")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option("--into", "folder", type=click.Path(path_type=Path, file_okay=False),
              help="Folder for the index. [default: in the user's data folder]")  # fmt: skip
def import_(files: tuple[Path, ...], folder: Path | None) -> None:
    """Import own actors (.csv), a Wikidata dump (.json) or a GeoNames dump (.txt), each also as .gz, .bz2 or .zip.

    Own actors win over those that Dragoman ships; Wikidata's fill gaps behind them. A file of the same name replaces
    what was imported before. Rows that can't be taken are told and left out. The formats: docs/own-actors.md
    """
    from dragoman.resolve.imports.run import import_file

    for file in files:
        problems = _Problems(file)
        made = import_file(file, _folder(folder), problems)
        problems.sum_up()
        click.echo(f"{file}: {made.count} {made.kind} imported into {made.path.parent}", err=True)
    click.echo("Next: dragoman code PATH" + (f" --knowledge {folder}" if folder else ""), err=True)


@knowledge.command("list", epilog="Example: dragoman knowledge list")
@_KNOWLEDGE
def list_(folder: Path | None) -> None:
    """List what was imported: name, kind, how many, when, and from which file."""
    from rich.table import Table

    from dragoman.cli.tables import table_text
    from dragoman.resolve.imports.index import imports_in

    found = imports_in(_folder(folder))
    if not found:
        click.echo(f"Nothing has been imported into {_folder(folder)}.", err=True)
        return
    table = Table(box=None, pad_edge=False, header_style="bold", show_edge=False)
    for name in ("name", "kind", "count", "imported", "file"):
        table.add_column(name, justify="right" if name == "count" else "left", overflow="fold")
    for one in found:
        table.add_row(one.name, one.kind, str(one.count), one.when[:16].replace("T", " "), one.file)
    click.echo(table_text(table), nl=False)


@knowledge.command(epilog="Example: dragoman knowledge remove my-actors.csv")
@click.argument("name")
@_KNOWLEDGE
def remove(name: str, folder: Path | None) -> None:
    """Remove an import, by the NAME that dragoman knowledge list shows."""
    from dragoman.resolve.imports.index import remove as take_out

    take_out(_folder(folder), name)
    click.echo(f"{name} removed from {_folder(folder)}", err=True)


class _Problems:
    """Tells on stderr what was left out of a file, the first lines each, the rest as a number."""

    def __init__(self, file: Path) -> None:
        self._file, self._count = file, 0

    def __call__(self, problem: str) -> None:
        self._count += 1
        if self._count <= SHOWN:
            click.echo(f"{self._file}: {problem}", err=True)

    def sum_up(self) -> None:
        """Tells how many more there were."""
        if self._count > SHOWN:
            click.echo(f"{self._file}: and {self._count - SHOWN} more", err=True)
