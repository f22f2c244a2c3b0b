"""The filters of events as options, from their one definition."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from dragoman.cli.code import DEFAULT_STORE
from dragoman.errors import OutputError
from dragoman.query.filters import FILTERS

Command = Callable[..., Any]

store_argument = click.argument("path", metavar="[STORE]", default=DEFAULT_STORE, type=click.Path(path_type=Path))


def filter_options(command: Command) -> Command:
    """Adds an option for each filter; each may be given several times."""
    for part in reversed(FILTERS):
        name = part.name.replace("_", "-")
        command = click.option(f"--{name}", part.name, multiple=True, metavar="VALUE", help=part.help)(command)
    return command


def refuse_existing(output: Path, force: bool) -> None:
    """Raises OutputError if a result file exists and is not to be written over, or its folder does not exist."""
    if not output.parent.is_dir():
        raise OutputError(f"The folder {output.parent} does not exist.", f"Make it: mkdir -p {output.parent}")
    if output.exists() and not force:
        raise OutputError(f"{output} exists.", "Choose another name, or write over it: --force")
